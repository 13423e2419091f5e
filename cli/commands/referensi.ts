/** `pbi referensi`: loads extracts of the population databases into an index on this machine, lists and removes them. */
import { Argument, type Command, Option } from 'commander';
import { config } from '../config.ts';
import { opsiMemori } from './memori.ts';

/** As `REFERENSI` of the index; named here so that other commands start without it. */
const NAMA = ['kependudukan', 'dtks', 'pbi-jk', 'pbi-apbd'];

interface ReferensiOptions {
  indeks: string;
  json?: boolean;
}

interface MuatOptions extends ReferensiOptions {
  status?: string;
  memori?: string;
  urutan?: 'HB' | 'BH';
}

export function addReferensi(program: Command): void {
  const referensi = program
    .command('referensi')
    .description('data kependudukan, DTSEN, PBI JK dan PBI APBD di mesin ini');
  const tempat = () => new Option('--indeks <folder>', 'folder referensi').default(config.indexDir);
  const nama = () => new Argument('<referensi>', 'nama referensi').choices(NAMA);
  referensi
    .command('muat')
    .description('muat berkas CSV atau Parquet; menggantikan yang dimuat sebelumnya')
    .addArgument(nama())
    .argument('<berkas...>', 'satu berkas atau lebih')
    .addOption(tempat())
    .option(
      '--status <status>',
      'keadaan semua orang di berkas ini bila tidak ada kolomnya, misalnya "Terdaftar aktif"',
    )
    .addOption(opsiMemori())
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--json', 'tulis ringkasan sebagai JSON')
    .action(async (apa: string, berkas: string[], options: MuatOptions) => {
      const { muatReferensi } = await import('../reconcile/indeks/perintah.ts');
      await muatReferensi(apa, berkas, options);
    });
  referensi
    .command('daftar', { isDefault: true })
    .description('umur dan jumlah baris setiap referensi')
    .addOption(tempat())
    .option('--json', 'tulis sebagai JSON')
    .action(async (options: ReferensiOptions) => {
      const { tampilkanReferensi } = await import('../reconcile/indeks/perintah.ts');
      await tampilkanReferensi(options);
    });
  referensi
    .command('hapus')
    .description('hapus referensi dari mesin ini')
    .addArgument(nama())
    .addOption(tempat())
    .action(async (apa: string, options: ReferensiOptions) => {
      const { hapusReferensi } = await import('../reconcile/indeks/perintah.ts');
      await hapusReferensi(apa, options);
    });
}
