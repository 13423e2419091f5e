/** `pbi pulihkan`: an office is made again from its backup. */
import type { Command } from 'commander';
import type { OpsiPerintahPulih } from '../cadangan/pulih/perintah.ts';
import { addTargetOptions } from '../google/target-options.ts';
import { menit } from './pasang.ts';

export function addPulihkan(program: Command): void {
  const command = program
    .command('pulihkan')
    .description('hidupkan kembali kantor dari cadangan, dengan register baru; yang masih ada tidak disentuh')
    .argument('<cadangan>', 'berkas dari pbi cadangkan')
    .option('--sandi-berkas <berkas>', 'kata sandi cadangan, di baris pertama berkas ini')
    .option('--rencana', 'periksa cadangan dan tunjukkan apa yang akan dibuat; tidak ada yang diubah')
    .option('--tunggu <menit>', 'paling lama menunggu langkah Anda di spreadsheet', menit, 30)
    .option('--json', 'tulis hasil sebagai JSON');
  addTargetOptions(command).action(run);
}

async function run(cadangan: string, options: OpsiPerintahPulih): Promise<void> {
  // Loaded here so that other commands start without the Google clients.
  const { jalankanPulihkan } = await import('../cadangan/pulih/perintah.ts');
  const { dapatDihentikan } = await import('../henti.ts');
  const kalimat = '\nDihentikan. Jalankan lagi perintah yang sama: yang belum selesai dibuang atau diteruskan.';
  process.exitCode = await dapatDihentikan(kalimat, () => jalankanPulihkan(cadangan, options));
}
