/** `pbi ekspor semua`: an office for another system. */
import type { Command } from 'commander';
import type { OpsiPerintahSemua } from '../ekspor/semua/perintah.ts';
import { addTargetOptions } from '../google/target-options.ts';

export function addEksporSemua(ekspor: Command): void {
  const command = ekspor
    .command('semua')
    .description('tulis semua tabel kantor sebagai CSV, dengan keterangan kolom, untuk sistem lain')
    .requiredOption('--keluaran <folder>', 'folder baru, atau berkas yang berakhiran .zip')
    .requiredOption('--alasan <teks>', 'mengapa semua data diserahkan; tertulis di dalam ekspor')
    .option('--json', 'tulis hasil sebagai JSON');
  addTargetOptions(command).action(run);
}

async function run(_options: unknown, command: Command): Promise<void> {
  // Loaded here so that other commands start without the Google clients.
  const { jalankanEksporSemua } = await import('../ekspor/semua/perintah.ts');
  const { dapatDihentikan } = await import('../henti.ts');
  // What both commands know is taken by the one above.
  const options = command.optsWithGlobals<OpsiPerintahSemua>();
  process.exitCode = await dapatDihentikan('\nDihentikan. Tidak ada ekspor yang dibuat.', () =>
    jalankanEksporSemua(options),
  );
}
