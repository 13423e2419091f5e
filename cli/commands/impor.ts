/** `pbi impor`: checks files of Format 34/37 and writes a plan of what to submit (BGR-07 to BGR-10). */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Format } from '#domain/format/kolom.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import type { Office } from '../google/target.ts';
import { addTargetOptions } from '../google/target-options.ts';
import type { Rencana } from '../rencana/rencana.ts';
import type { TerapkanOptions } from '../rencana/terapkan.ts';
import { addTunggu } from './terapkan.ts';

interface ImporOptions extends TerapkanOptions {
  kelurahan: string;
  format: 'auto' | '34' | '37';
  urutan?: 'HB' | 'BH';
  rencana?: string;
  yes?: boolean;
  input: boolean;
  dryRun?: boolean;
}

const FORMAT: Record<ImporOptions['format'], Format | undefined> = { auto: undefined, '34': 'F34', '37': 'F37' };

function parseKelurahan(text: string): string {
  const kode = text.replace(/[\s.]/g, '');
  if (!/^\d{10}$/.test(kode)) throw new InvalidArgumentError('Tulis 10 angka kode kelurahan, misalnya 3271011001.');
  return kode;
}

export function addImpor(program: Command): void {
  const command = program
    .command('impor')
    .description('periksa berkas Format 34/37 dan buat rencana pengiriman ke register')
    .argument('<berkas...>', 'berkas .xlsx atau .csv')
    .requiredOption('--kelurahan <kode>', '10 angka kode kelurahan pengirim', parseKelurahan)
    .addOption(new Option('--format <nomor>', 'susunan kolom').choices(['auto', '34', '37']).default('auto'))
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--rencana <berkas>', 'nama berkas rencana (bawaan: di samping berkas pertama)')
    .option('--yes', 'langsung kirim tanpa bertanya')
    .option('--no-input', 'jangan bertanya apa pun')
    .option('--dry-run', 'hanya periksa; rencana tidak ditulis')
    .option('--json', 'tulis hasil sebagai JSON');
  addTunggu(addTargetOptions(command)).action(run);
}

async function run(paths: string[], options: ImporOptions): Promise<void> {
  // Loaded here so that other commands start without readers and the Google client.
  const { writeRencana } = await import('../rencana/rencana.ts');
  const { ringkasanRencana, teksRencana } = await import('../rencana/teks.ts');
  const { catatanFaskes } = await import('../format/catatan-faskes.ts');
  const office = await officeOf(options);
  const rencana = await susunRencana(paths, options, office);
  const path = options.rencana ?? `${paths[0]}.rencana.json`;
  if (!options.dryRun) await writeRencana(path, rencana);
  // What is wrong is read before the question whether to send; with --json, stdout belongs to one answer only.
  if (!options.json) process.stdout.write(teksRencana(rencana));
  for (const kalimat of catatanFaskes(rencana, await faskesOf(office))) process.stderr.write(`${kalimat}\n`);
  const kirim = !options.dryRun && (await mauKirim(rencana, options));
  if (options.json && kirim) process.stderr.write(teksRencana(rencana));
  else if (options.json) process.stdout.write(`${JSON.stringify({ rencana: path, ...ringkasanRencana(rencana) })}\n`);
  process.exitCode = kirim ? await terapkanSekarang(path, rencana, options, office) : selesai(path, rencana, options);
}

/** Without a user the files are checked on this computer alone. */
async function officeOf(options: ImporOptions): Promise<Office | undefined> {
  if (options.sebagai === undefined && !options.yes && options.target === 'local') return undefined;
  const { connect } = await import('../google/target.ts');
  return connect(options);
}

async function susunRencana(paths: readonly string[], options: ImporOptions, office?: Office): Promise<Rencana> {
  const { tanggalWaktu, waktuDariEpoch } = await import('#domain/waktu/waktu.ts');
  const { cariKalurahan, kabupaten } = await import('#domain/wilayah/wilayah.ts');
  const { readBerkas } = await import('../berkas/berkas.ts');
  const { pisahkanGanda } = await import('../format/ganda.ts');
  const { periksaBerkas } = await import('../format/periksa-berkas.ts');
  const { kelurahan, urutan } = options;
  const pengaturan = office && (await settingsOf(office));
  const daftar = pengaturan?.wilayah;
  if (kabupaten(kelurahan, daftar) && !cariKalurahan(kelurahan, daftar)) {
    throw new UserError(EXIT.usage, `Kode kelurahan ${kelurahan} tidak ada di kabupaten/kota ini.`);
  }
  const dibuat = office?.now ?? waktuDariEpoch(Date.now());
  const opsi = { kelurahan, urutan, hariIni: tanggalWaktu(dibuat), format: FORMAT[options.format], pengaturan };
  const dibaca = await Promise.all([...new Set(paths)].map((path) => readBerkas(path)));
  const berbeda = dibaca.filter(({ sha256 }, nomor) => dibaca.findIndex((satu) => satu.sha256 === sha256) === nomor);
  const berkas = pisahkanGanda(berbeda.map((satu) => periksaBerkas(satu, opsi)));
  return { versi: 1, jenis: 'IMPOR', dibuat, kelurahan, berkas };
}

async function settingsOf(office: Office): Promise<Pengaturan | undefined> {
  const { readSettings } = await import('../google/settings.ts');
  return readSettings(office);
}

/** Undefined for people of other units: the register is not theirs to read. */
async function faskesOf(office: Office | undefined): Promise<Record<string, string>[] | undefined> {
  const { register } = office?.spreadsheets ?? {};
  if (!office || register === undefined || !(office.role === 'admin' || office.role === 'dinsos')) return undefined;
  const { readTab } = await import('../google/tab.ts');
  return readTab(office, register, 'Faskes');
}

const jumlahSiap = ({ berkas }: Rencana): number => berkas.reduce((jumlah, { siap }) => jumlah + siap.length, 0);

/** Asks on a terminal, and only when somebody is there to answer. */
async function mauKirim(rencana: Rencana, { yes, input, json, sebagai }: ImporOptions): Promise<boolean> {
  const siap = jumlahSiap(rencana);
  if (siap === 0) return false;
  if (yes) return true;
  if (!input || json || sebagai === undefined || !process.stdin.isTTY || !process.stderr.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const dialog = createInterface({ input: process.stdin, output: process.stderr });
  const jawaban = await dialog.question(`Kirim ${siap} baris ke register sekarang? [y/T] `);
  dialog.close();
  return /^y(a)?$/i.test(jawaban.trim());
}

async function terapkanSekarang(
  path: string,
  rencana: Rencana,
  options: ImporOptions,
  office: Office | undefined,
): Promise<ExitCode> {
  const { connect } = await import('../google/target.ts');
  const { denganLanjutan } = await import('../rencana/lanjutan.ts');
  const { terapkan } = await import('../rencana/terapkan.ts');
  return denganLanjutan(path, options, async () =>
    terapkan(path, rencana, office ?? (await connect(options)), options),
  );
}

/** Says what comes next. Rows that were refused need a person. */
function selesai(path: string, rencana: Rencana, { dryRun }: ImporOptions): ExitCode {
  if (!dryRun) {
    const kirim = jumlahSiap(rencana) > 0 ? ` Kirim dengan: pbi terapkan ${path} --sebagai <surel>` : '';
    process.stderr.write(`Rencana ditulis ke ${path}.${kirim}\n`);
  }
  return rencana.berkas.some(({ ditolak }) => ditolak.length > 0) ? EXIT.needsPerson : EXIT.ok;
}
