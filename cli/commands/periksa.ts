/** `pbi periksa`: what is wrong with an office, and what mends it. */
import { type Command, InvalidArgumentError } from 'commander';
import { addTargetOptions } from '../google/target-options.ts';
import type { OpsiPerintah } from '../periksa/perintah.ts';

/** The script answers within its next run, five minutes at most, and a long one takes a while. */
const TUNGGU_DETIK = 420;

function detik(teks: string): number {
  if (!/^\d+$/.test(teks)) throw new InvalidArgumentError('Tulis banyaknya detik, misalnya 420.');
  return Number(teks);
}

export function addPeriksa(program: Command): void {
  const command = program
    .command('periksa')
    .description('periksa kantor: pemicu, susunan, izin, riwayat, berkas kantor lain; dan perbaiki yang aman')
    .option('--perbaiki', 'perbaiki yang aman, lalu periksa lagi')
    .option('--json', 'tulis hasil sebagai JSON')
    .option('--tunggu <detik>', 'paling lama menunggu jawaban skrip', detik, TUNGGU_DETIK);
  addTargetOptions(command).action(run);
}

async function run(options: OpsiPerintah): Promise<void> {
  // Loaded here so that other commands start without the Google clients.
  const { jalankanPeriksa } = await import('../periksa/perintah.ts');
  process.exitCode = await jalankanPeriksa(options);
}
