/** What is measured: each a piece of work for the command line, beside a bare DuckDB script of the same size. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tulisLembar } from './lembar-besar.ts';
import { type Nilai, nilai } from './nilai.ts';
import type { BerkasUsulan, Data } from './pembangkit/data.ts';
import { bergantian, jalankan, type Terukur } from './proses.ts';

/** A figure with its budget. */
export interface Angka {
  readonly apa: string;
  readonly nilai: number;
  /** The most it may be; absent for figures that are shown only. */
  readonly paling?: number;
  /** The least it may be. */
  readonly sedikitnya?: number;
}

export interface Hasil {
  readonly kerja: string;
  readonly detik: number;
  readonly puncak: number;
  readonly angka: readonly Angka[];
  readonly mutu?: Nilai;
}

export interface Tempat {
  /** For files that are written. */
  readonly dir: string;
  /** The command line: `cli/pbi.cjs`. */
  readonly pbi: string;
  /** How often programs are repeated in turn. */
  readonly kali: number;
  /** How many wrong rows of each kind are shown. */
  readonly contoh: number;
}

const BANDING = new URL('./banding.ts', import.meta.url).pathname;
/** Something needs a person: no failure. */
const PERLU_ORANG = 4;
const GIB = 1024;

const verifikasi = (at: Tempat, usulan: string, keluaran: string, ...sumber: string[]) => ({
  argumen: [at.pbi, 'verifikasi', '--register', usulan, ...sumber, '--keluaran', keluaran, '--json'],
  ditunggu: keluaran,
  boleh: [PERLU_ORANG],
});

const quality = (mutu: Nilai): Angka[] => [
  { apa: 'rows out of place', nilai: mutu.urut ? 0 : 1, paling: 0 },
  { apa: 'wrong COCOK', nilai: mutu.jumlah.cocokSalah, paling: 0 },
  { apa: 'precision', nilai: mutu.jumlah.benar / Math.max(mutu.jumlah.disebut, 1), sedikitnya: 0.999 },
  { apa: 'recall', nilai: mutu.jumlah.ditemukan / Math.max(mutu.jumlah.ada, 1), sedikitnya: 0.999 },
];

async function pair(kali: number, bare: Parameters<typeof jalankan>[0], ours: Parameters<typeof jalankan>[0]) {
  const [first, second] = await bergantian(kali, [bare, ours]);
  if (!first || !second) throw new Error('nothing was measured');
  return { ours: second, ratio: second.detik / first.detik, cpuRatio: second.cpu / first.cpu };
}

const base = (kerja: string, { detik, puncak }: Terukur) => ({ kerja, detik, puncak });

/** Exact only, CSV in, CSV out. */
export async function tepatSaja(
  at: Tempat,
  data: Data,
  { baris, usulan }: BerkasUsulan,
  orang: string,
): Promise<Hasil> {
  const out = join(at.dir, 'tepat.csv');
  const { ours, ratio, cpuRatio } = await pair(
    at.kali,
    { argumen: [BANDING, 'gabung', data.csv, usulan, join(at.dir, 'banding.csv')] },
    verifikasi(at, usulan, out, '--referensi', `kependudukan=${data.csv}`, '--tepat'),
  );
  return {
    ...base(`exact only, ${baris} x ${orang} CSV`, ours),
    angka: [
      { apa: 'x bare join', nilai: ratio, paling: 1.5 },
      { apa: 'x its processor time', nilai: cpuRatio },
      { apa: 'MiB', nilai: ours.puncak, paling: 400 },
    ],
  };
}

/** Loads a reference into an index. @returns the folder of the index as well */
export async function muat(
  at: Tempat,
  files: readonly string[],
  orang: string,
  banding: boolean,
): Promise<{ indeks: string; hasil: Hasil }> {
  const indeks = join(at.dir, `indeks-${orang}`);
  rmSync(indeks, { recursive: true, force: true });
  const load = { argumen: [at.pbi, 'referensi', 'muat', 'kependudukan', ...files, '--indeks', indeks] };
  const [first = ''] = files;
  const scan = { argumen: [BANDING, 'pindai', first] };
  const angka: Angka[] = [];
  let loaded: Terukur;
  if (banding) {
    const { ours, ratio, cpuRatio } = await pair(at.kali, scan, load);
    loaded = ours;
    angka.push({ apa: 'x bare NIK scan of the CSV', nilai: ratio, paling: 8 });
    angka.push({ apa: 'x its processor time', nilai: cpuRatio });
    angka.push({ apa: 'MiB', nilai: loaded.puncak, paling: 2 * GIB });
  } else {
    loaded = await jalankan(load);
  }
  if (!existsSync(indeks)) throw new Error('referensi muat wrote no index');
  return { indeks, hasil: { ...base(`load ${orang} into the index`, loaded), angka } };
}

export interface Anggaran {
  /** Ratio to the bare exact join (`gabung`) or to the bare NIK scan (`pindai`) of the index. */
  readonly terhadap: 'gabung' | 'pindai';
  readonly rasio?: number;
  readonly mib?: number;
}

/** Everything, against a loaded index. */
export async function lengkap(
  at: Tempat,
  indeks: string,
  berkas: BerkasUsulan,
  orang: string,
  anggaran: Anggaran,
): Promise<Hasil> {
  const out = join(at.dir, 'lengkap.csv');
  const bare =
    anggaran.terhadap === 'gabung'
      ? [BANDING, 'gabung', indeks, berkas.usulan, join(at.dir, 'banding.csv')]
      : [BANDING, 'pindai', indeks];
  const { ours, ratio, cpuRatio } = await pair(
    at.kali,
    { argumen: bare },
    verifikasi(at, berkas.usulan, out, '--indeks', indeks),
  );
  const mutu = await nilai(at.dir, out, berkas.kebenaran, at.contoh);
  const against = anggaran.terhadap === 'gabung' ? 'bare join' : 'bare NIK scan';
  return {
    ...base(`full matcher, ${berkas.baris} x ${orang}`, ours),
    angka: [
      { apa: `x ${against} of the index`, nilai: ratio, ...(anggaran.rasio ? { paling: anggaran.rasio } : {}) },
      { apa: 'x its processor time', nilai: cpuRatio },
      { apa: 'MiB', nilai: ours.puncak, ...(anggaran.mib ? { paling: anggaran.mib } : {}) },
      ...quality(mutu),
    ],
    mutu,
  };
}

/** A register of the everyday size. */
export async function harian(at: Tempat, indeks: string, berkas: BerkasUsulan, orang: string): Promise<Hasil> {
  const out = join(at.dir, 'harian.csv');
  const [ours] = await bergantian(at.kali, [verifikasi(at, berkas.usulan, out, '--indeks', indeks)]);
  if (!ours) throw new Error('nothing was measured');
  return {
    ...base(`register of ${berkas.baris} x ${orang}`, ours),
    angka: [
      { apa: 's to the first output', nilai: ours.tandaPertama, paling: 1 },
      { apa: 's in all', nilai: ours.detik, paling: 3 },
    ],
  };
}

/** One regency against everybody, without the start of the program: by equal NIK alone, or with suggestions. */
export async function satuKabupaten(
  at: Tempat,
  indeks: string,
  berkas: BerkasUsulan,
  orang: string,
  tepat: boolean,
): Promise<Hasil> {
  const out = join(at.dir, 'kabupaten.csv');
  const [start, ours] = await bergantian(at.kali, [
    { argumen: [at.pbi, '--help'] },
    verifikasi(at, berkas.usulan, out, '--indeks', indeks, ...(tepat ? ['--tepat'] : [])),
  ]);
  if (!start || !ours) throw new Error('nothing was measured');
  const mutu = tepat ? undefined : await nilai(at.dir, out, berkas.kebenaran, at.contoh);
  return {
    ...base(`one regency, ${berkas.baris} x ${orang}${tepat ? ', exact only' : ''}`, ours),
    angka: [{ apa: 's after start', nilai: ours.detik - start.detik, paling: 1 }, ...(mutu ? quality(mutu) : [])],
    ...(mutu ? { mutu } : {}),
  };
}

/** A wide workbook in, a workbook out. */
export async function lembar(at: Tempat, indeks: string, berkas: BerkasUsulan): Promise<Hasil> {
  const xlsx = join(at.dir, 'usulan.xlsx');
  await tulisLembar(at.dir, berkas.usulan, xlsx);
  const out = join(at.dir, 'hasil.xlsx');
  const [ours] = await bergantian(1, [verifikasi(at, xlsx, out, '--indeks', indeks)]);
  if (!ours) throw new Error('nothing was measured');
  return {
    ...base(`workbook of ${berkas.baris} x 34 in, workbook out`, ours),
    angka: [{ apa: 'MiB', nilai: ours.puncak, paling: 600 }],
  };
}

/** How long it takes until the command line has loaded. */
export async function mulai(at: Tempat): Promise<Hasil> {
  const bareNode = join(at.dir, 'kosong.mjs');
  writeFileSync(bareNode, '');
  const { ours, ratio } = await pair(
    Math.max(at.kali, 10),
    { argumen: [bareNode], polos: true },
    { argumen: [at.pbi, '--help'], polos: true },
  );
  return { ...base('start of pbi --help', ours), angka: [{ apa: 'x bare node', nilai: ratio, paling: 1.5 }] };
}
