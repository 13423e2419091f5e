/**
 * Measures bulk matching against generated populations whose truth is known: time and memory as ratios to bare DuckDB
 * scripts run in turn, precision and recall by kind of error. Ends with 1 if a budget is missed.
 *
 * `--besar` adds a population of 100 million. `--data DIR` keeps the generated data for the next run (they are deleted
 * otherwise). `--kali N` repeats each program N times, `--contoh N` shows N wrong rows of each kind, `--pbi FILE` measures
 * another command line, `--hanya 1,10` takes only populations of so many million.
 */
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Hasil,
  harian,
  lembar,
  lengkap,
  muat,
  mulai,
  satuKabupaten,
  type Tempat,
  tepatSaja,
} from './pekerjaan.ts';
import { type Data, type MintaData, siapkanData } from './pembangkit/data.ts';
import { passes, tabelKerja, tabelMutu } from './tabel.ts';

const { values: options } = parseArgs({
  options: {
    besar: { type: 'boolean', default: false },
    data: { type: 'string' },
    kali: { type: 'string', default: '3' },
    contoh: { type: 'string', default: '0' },
    hanya: { type: 'string' },
    pbi: { type: 'string', default: new URL('../../cli/pbi.cjs', import.meta.url).pathname },
  },
});

const MILLION = 1_000_000;
/** Bytes of disk that a person of the reference takes while the bench runs: its files, the index, and what spills. */
const BYTES_A_PERSON = { parquet: 90, csv: 140 };

const say = (text: string): void => void process.stderr.write(`${text}\n`);

interface Ukuran {
  readonly juta: number;
  readonly minta: Omit<MintaData, 'orang'>;
  readonly ukur: (at: Tempat, data: Data, orang: string) => AsyncGenerator<Hasil>;
}

/** One file of proposals by its place in the request. */
const usulanOf = (data: Data, index: number) => {
  const one = data.usulan[index];
  if (!one) throw new Error('a file of proposals is missing');
  return one;
};

async function* small(at: Tempat, data: Data, orang: string): AsyncGenerator<Hasil> {
  yield await mulai(at);
  const { indeks, hasil } = await muat(at, [data.csv], orang, false);
  yield hasil;
  yield await harian(at, indeks, usulanOf(data, 1), orang);
  yield await lengkap(at, indeks, usulanOf(data, 0), orang, { terhadap: 'gabung' });
  yield await lembar(at, indeks, usulanOf(data, 0));
}

async function* middle(at: Tempat, data: Data, orang: string): AsyncGenerator<Hasil> {
  yield await tepatSaja(at, data, usulanOf(data, 0), orang);
  const { indeks, hasil } = await muat(at, [data.csv], orang, true);
  yield hasil;
  yield await lengkap(at, indeks, usulanOf(data, 0), orang, { terhadap: 'gabung', rasio: 8, mib: 600 });
}

async function* large(at: Tempat, data: Data, orang: string): AsyncGenerator<Hasil> {
  const { indeks, hasil } = await muat(at, data.parquet, orang, false);
  yield hasil;
  for (const tepat of [true, false]) {
    if (data.kabupaten) yield await satuKabupaten(at, indeks, data.kabupaten, orang, tepat);
  }
  yield await lengkap(at, indeks, usulanOf(data, 1), orang, { terhadap: 'gabung' });
  yield await lengkap(at, indeks, usulanOf(data, 0), orang, {
    terhadap: 'pindai',
    rasio: 80,
    mib: 4096,
  });
}

const SIZES: readonly Ukuran[] = [
  { juta: 1, minta: { usulan: [100_000, 5_000], csv: true }, ukur: small },
  { juta: 10, minta: { usulan: [100_000], csv: true }, ukur: middle },
  { juta: 100, minta: { usulan: [MILLION, 100_000], satuKabupaten: 5_000 }, ukur: large },
];

function chosen(): readonly Ukuran[] {
  const only = options.hanya?.split(',').map(Number);
  return SIZES.filter(({ juta }) => (only ? only.includes(juta) : juta < 100 || options.besar));
}

/** Whether the disk has room; says so where it has not. */
function fits(root: string, { juta, minta }: Ukuran): boolean {
  const { bavail, bsize } = statfsSync(root);
  const needed = juta * MILLION * (BYTES_A_PERSON.parquet + (minta.csv ? BYTES_A_PERSON.csv : 0));
  if (bavail * bsize >= needed) return true;
  say(`${juta} million people left out: ${(needed / 2 ** 30).toFixed(0)} GiB of disk needed in ${root}`);
  return false;
}

async function measure(root: string): Promise<Hasil[]> {
  const results: Hasil[] = [];
  for (const size of chosen()) {
    if (!fits(root, size)) continue;
    const orang = `${size.juta}M`;
    const began = performance.now();
    const data = await siapkanData(root, { orang: size.juta * MILLION, ...size.minta });
    say(`${orang} people after ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const dir = mkdtempSync(join(root, 'kerja-'));
    const at = { dir, pbi: resolve(options.pbi), kali: Number(options.kali), contoh: Number(options.contoh) };
    try {
      for await (const hasil of size.ukur(at, data, orang)) {
        results.push(hasil);
        say(`${hasil.kerja}: ${hasil.detik.toFixed(2)} s`);
      }
    } catch (error) {
      // What a program of this size could not do must not hide what the others can.
      say(`${orang} broken off: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
  return results;
}

const root = options.data ? resolve(options.data) : mkdtempSync(join(tmpdir(), 'pbi-bench-cocok-'));
mkdirSync(root, { recursive: true });
try {
  const results = await measure(root);
  process.stdout.write(`${tabelKerja(results)}\n`);
  for (const { kerja, mutu } of results) {
    if (!mutu) continue;
    process.stdout.write(`\n${kerja}: ${JSON.stringify(mutu.kelas)}\n${tabelMutu([mutu.jumlah, ...mutu.jenis])}\n`);
    for (const row of mutu.contoh) process.stdout.write(`${JSON.stringify(row)}\n`);
  }
  if (!results.every(passes)) {
    say('Budget missed: see MISSED in the table.');
    process.exitCode = 1;
  }
} finally {
  if (!options.data) rmSync(root, { recursive: true, force: true });
}
