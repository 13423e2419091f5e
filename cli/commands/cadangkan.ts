/** `pbi cadangkan`: everything of an office in one file. */
import type { Command } from 'commander';
import type { OpsiPerintah } from '../cadangan/perintah.ts';
import { addTargetOptions } from '../google/target-options.ts';

export function addCadangkan(program: Command): void {
  const command = program
    .command('cadangkan')
    .description('simpan seluruh kantor dalam satu berkas: register, riwayat, pengaturan, tanggapan formulir')
    .requiredOption('--keluaran <berkas>', 'berkas cadangan yang dibuat, misalnya cadangan-2026-11-23.zip')
    .option('--sandi-berkas <berkas>', 'kunci cadangan dengan kata sandi di baris pertama berkas ini')
    .option('--json', 'tulis hasil sebagai JSON');
  addTargetOptions(command).action(run);
}

async function run(options: OpsiPerintah): Promise<void> {
  // Loaded here so that other commands start without the Google clients.
  const { jalankanCadangkan } = await import('../cadangan/perintah.ts');
  const { dapatDihentikan } = await import('../henti.ts');
  process.exitCode = await dapatDihentikan('\nDihentikan. Tidak ada cadangan yang dibuat.', () =>
    jalankanCadangkan(options),
  );
}
