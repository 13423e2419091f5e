/** `pbi pasang`: an office at Google, or in a local Workspace that began without one. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { config } from '../config.ts';
import type { OpsiPasang } from '../pasang/opsi.ts';

const PALING_LAMA = 1_440;

/** The value of an option that waits for a person. */
export function menit(teks: string): number {
  if (!/^\d+$/.test(teks) || Number(teks) > PALING_LAMA) throw new InvalidArgumentError('Tulis menit, misalnya 30.');
  return Number(teks);
}

export function addPasang(program: Command): void {
  program
    .command('pasang')
    .description('pasang kantor di Google, atau perbaiki yang kurang; diulang pun tidak membuat dua kali')
    .addOption(
      new Option('--target <tempat>', 'Google atau Workspace lokal').choices(['google', 'local']).default('google'),
    )
    .option('--url <alamat>', 'alamat Workspace lokal', `http://127.0.0.1:${config.defaultPort}`)
    .addOption(new Option('--profil <kantor>', 'ketentuan awal kantor baru').choices(['bantul', 'kota-bogor']))
    .option('--pengguna <berkas>', 'petugas kantor baru: CSV atau XLSX dengan kolom email, peran, nama, wilayah')
    .option('--rencana', 'tampilkan yang akan dilakukan, tanpa mengubah apa pun')
    .option('--register <id>', 'Register PBI yang sudah ada')
    .option('--skrip <id>', 'proyek skrip yang sudah ada di dalam register')
    .option('--baru', 'buat kantor lain di Google: abaikan kantor yang diingat komputer ini')
    .option('--tunggu <menit>', 'paling lama menunggu langkah Anda di spreadsheet', menit, 30)
    .option('--sebagai <surel>', 'pengguna Workspace lokal, atau orang yang diwakili akun layanan')
    .option('--akun-layanan <berkas>', 'kunci akun layanan')
    .option('--json', 'tulis hasil sebagai JSON')
    .action(async (options: OpsiPasang) => {
      // Loaded here so that other commands start without the Google clients.
      const { jalankanPasang } = await import('../pasang/perintah.ts');
      process.exitCode = await jalankanPasang(options);
    });
}
