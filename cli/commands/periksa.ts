/** `pbi periksa`: what is wrong with an office, and what mends it. */
import { type Command, InvalidArgumentError } from 'commander';
import { addTargetOptions } from '../google/target-options.ts';
import type { OpsiPerintah } from '../periksa/perintah.ts';
import type { OpsiUji } from '../periksa/uji/perintah.ts';

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
    .option(
      '--uji-langsung',
      'uji apakah Google menjawab seperti yang diharapkan, di berkas sementara, dan tulis laporannya',
    )
    .option('--laporan <folder>', 'folder laporan --uji-langsung', '.')
    .option('--tunggu <detik>', 'paling lama menunggu jawaban skrip', detik, TUNGGU_DETIK);
  addTargetOptions(command).action(run);
}

async function run(options: OpsiPerintah & OpsiUji & { ujiLangsung?: boolean }): Promise<void> {
  // Loaded here so that other commands start without the Google clients.
  if (options.ujiLangsung) {
    const { jalankanUji } = await import('../periksa/uji/perintah.ts');
    process.exitCode = await jalankanUji(options);
    return;
  }
  const { jalankanPeriksa } = await import('../periksa/perintah.ts');
  process.exitCode = await jalankanPeriksa(options);
}
