/** `pbi batch status`: where each monthly batch stands. */
import type { Command } from 'commander';
import { addTargetOptions, type TargetOptions } from '../google/target-options.ts';

const KOLOM = [
  'batch',
  'keadaan',
  'baris',
  'berhasil',
  'tidak_berhasil',
  'ditangguhkan',
  'menunggu',
  'ditutup_pada',
  'dikirim_pada',
];

export function addBatch(program: Command): void {
  const batch = program.command('batch').description('batch bulanan');
  const status = batch
    .command('status')
    .description('tampilkan kedudukan semua batch')
    .option('--json', 'tulis hasil sebagai JSON');
  addTargetOptions(status).action(run);
}

async function run(options: TargetOptions & { json?: boolean }): Promise<void> {
  const { bookOf, connect } = await import('../google/target.ts');
  const { readTab } = await import('../google/tab.ts');
  const office = await connect(options);
  const batch = await readTab(office, bookOf(office, options), 'Batch');
  process.stdout.write(options.json ? `${JSON.stringify({ batch })}\n` : table(batch));
}

/** Columns of the tab that people ask about, aligned; numbers of an absent column are simply not there. */
function table(batch: readonly Readonly<Record<string, string>>[]): string {
  const [first] = batch;
  if (!first) return 'Belum ada batch.\n';
  const columns = KOLOM.filter((column) => column in first);
  const rows = [columns, ...batch.map((satu) => columns.map((column) => satu[column] ?? ''))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((text, index) => text.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
