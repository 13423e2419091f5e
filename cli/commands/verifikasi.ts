/** `pbi verifikasi`: holds cases or rows of a file against the four population databases (BTL-D-06, BTL-N-04). */
import { type Command, InvalidArgumentError } from 'commander';
import { config } from '../config.ts';
import { EXIT, UserError } from '../errors.ts';

interface VerifikasiOptions {
  register?: string;
  referensi: readonly { nama: string; berkas: string }[];
  indeks: string;
  keluaran?: string;
  html?: string;
  lengkap?: boolean;
  tepat?: boolean;
  memori?: string;
  pengaturan?: string;
  lembar?: string;
  urutan?: 'HB' | 'BH';
  json?: boolean;
}

function rujukan(teks: string, sebelum: readonly { nama: string; berkas: string }[] = []) {
  const [, nama, berkas] = /^([^=]+)=(.+)$/.exec(teks) ?? [];
  if (nama === undefined || berkas === undefined)
    throw new InvalidArgumentError('Tulis nama=berkas, misalnya dtks=dtks.csv.');
  return [...sebelum, { nama, berkas }];
}

export function addVerifikasi(program: Command): void {
  program
    .command('verifikasi')
    .description('cocokkan usulan dengan data kependudukan, DTSEN, PBI JK dan PBI APBD')
    .option('--register <berkas>', 'usulan dari berkas CSV, XLSX atau Parquet; - untuk masukan standar')
    .option(
      '--referensi <nama=berkas>',
      'referensi dari berkas, boleh berulang (bawaan: semua yang sudah dimuat)',
      rujukan,
      [],
    )
    .option('--indeks <folder>', 'folder referensi yang sudah dimuat', config.indexDir)
    .option('--keluaran <berkas>', 'tulis hasil ke .csv atau .xlsx')
    .option('--html <berkas>', 'tulis laporan untuk dibuka di peramban')
    .option('--lengkap', 'laporan memuat NIK utuh')
    .option('--tepat', 'hanya NIK yang sama, tanpa saran')
    .option('--memori <ukuran>', 'batas memori basis data, misalnya 4GB')
    .option('--pengaturan <berkas>', 'judul kolom, ambang dan padanan keterangan (JSON)')
    .option('--lembar <nama>', 'lembar yang dibaca')
    .option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari')
    .option('--json', 'tulis ringkasan sebagai JSON')
    .action(run);
}

async function run(options: VerifikasiOptions): Promise<void> {
  const { jalankanVerifikasi } = await import('../reconcile/verifikasi/perintah.ts');
  if (options.register === undefined) {
    throw new UserError(EXIT.usage, 'Sebutkan --register <berkas>.');
  }
  process.exitCode = await jalankanVerifikasi({ ...options, register: options.register });
}
