/** `pbi ganda`: people who stand twice in a register, in a file, or in both (S-18). */
import { type Command, Option } from 'commander';
import { addTargetOptions } from '../google/target-options.ts';
import type { OpsiPerintah } from '../reconcile/ganda/perintah.ts';
import { opsiMemori } from './memori.ts';

export function addGanda(program: Command): void {
  const command = program
    .command('ganda')
    .description('cari orang yang tercatat dua kali di register, di berkas, atau di keduanya')
    .argument('[berkas...]', 'berkas yang diperiksa; tanpa berkas register itu sendiri')
    .option('--register <berkas>', 'register dari berkas, bukan dari kantor')
    .option('--keluaran <berkas>', 'tulis hasil ke .csv atau .xlsx')
    .option('--html <berkas>', 'tulis laporan untuk dibuka di peramban')
    .option('--lengkap', 'laporan memuat NIK utuh')
    .option('--rencana <berkas>', 'nama berkas rencana (bawaan untuk register kantor: ganda-<tanggal>.rencana.json)')
    .addOption(opsiMemori())
    .option('--pengaturan <berkas>', 'judul kolom dan ambang (JSON)')
    .option('--lembar <nama>', 'lembar yang dibaca dari berkas yang diperiksa')
    .addOption(new Option('--urutan <urutan>', 'tanggal: HB hari/bulan, BH bulan/hari').choices(['HB', 'BH']))
    .option('--json', 'tulis ringkasan sebagai JSON');
  addTargetOptions(command).action(run);
}

async function run(berkas: string[], options: OpsiPerintah): Promise<void> {
  // Loaded here so that other commands start without readers and the engine.
  const { jalankanGanda } = await import('../reconcile/ganda/perintah.ts');
  process.exitCode = await jalankanGanda(berkas, options);
}
