/** `pbi verifikasi`: holds cases or rows of a file against the four population databases (BTL-D-06, BTL-N-04). */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { config } from '../config.ts';
import { EXIT, UserError } from '../errors.ts';
import { addTargetOptions } from '../google/target-options.ts';
import type { OpsiPerintah } from '../reconcile/verifikasi/perintah.ts';
import { opsiMemori } from './memori.ts';

function rujukan(teks: string, sebelum: readonly { nama: string; berkas: string }[] = []) {
  const [, nama, berkas] = /^([^=]+)=(.+)$/.exec(teks) ?? [];
  if (nama === undefined || berkas === undefined)
    throw new InvalidArgumentError('Tulis nama=berkas, misalnya dtks=dtks.csv.');
  return [...sebelum, { nama, berkas }];
}

export function addVerifikasi(program: Command): void {
  const command = program
    .command('verifikasi')
    .description('cocokkan usulan dengan data kependudukan, DTSEN, PBI JK dan PBI APBD')
    .option(
      '--register <berkas>',
      'usulan dari berkas CSV, XLSX atau Parquet, - untuk masukan standar; bawaan: usulan kantor yang belum diperiksa',
    )
    .option(
      '--referensi <nama=berkas>',
      'referensi dari berkas, boleh berulang (bawaan: semua yang sudah dimuat)',
      rujukan,
      [],
    )
    .option('--indeks <folder>', 'folder referensi yang sudah dimuat', config.indexDir)
    .option('--keluaran <berkas>', 'tulis hasil ke .csv, .xlsx atau .parquet')
    .option('--html <berkas>', 'tulis laporan untuk dibuka di peramban')
    .option('--lengkap', 'laporan memuat NIK utuh')
    .option('--rencana <berkas>', 'nama berkas rencana (bawaan untuk usulan kantor: verifikasi-<tanggal>.rencana.json)')
    .option('--tepat', 'hanya NIK yang sama, tanpa saran')
    .addOption(opsiMemori())
    .option('--pengaturan <berkas>', 'judul kolom, ambang dan padanan keterangan (JSON)')
    .option('--lembar <nama>', 'lembar yang dibaca')
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--json', 'tulis ringkasan sebagai JSON');
  addTargetOptions(command).action(run);
}

async function run(options: OpsiPerintah): Promise<void> {
  if (options.register === undefined && options.sebagai === undefined && options.target === 'local') {
    const sentence = 'Sebutkan --register <berkas>, atau --sebagai <surel> untuk usulan kantor yang belum diperiksa.';
    throw new UserError(EXIT.usage, sentence);
  }
  // Loaded here so that other commands start without readers and the engine.
  const { jalankanVerifikasi } = await import('../reconcile/verifikasi/perintah.ts');
  process.exitCode = await jalankanVerifikasi(options);
}
