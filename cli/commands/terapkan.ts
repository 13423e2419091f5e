/** `pbi terapkan`: submits a plan that an import, a verification or a reconciliation has written. */
import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode } from '../errors.ts';
import { addTargetOptions } from '../google/target-options.ts';
import type { TerapkanOptions } from '../rencana/terapkan.ts';

const LONGEST_WAIT = 86_400;

function parseTunggu(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > LONGEST_WAIT)
    throw new InvalidArgumentError('Tulis bilangan detik, misalnya 600.');
  return Number(text);
}

/** How long to wait for the register's answers. */
export const addTunggu = (command: Command): Command =>
  command.option('--tunggu <detik>', 'paling lama menunggu jawaban register', parseTunggu, 600);

export function addTerapkan(program: Command): void {
  const command = program
    .command('terapkan')
    .description('kirim rencana ke register; diulang pun tidak mengirim dua kali')
    .argument('<rencana>', 'berkas rencana dari pbi impor, verifikasi atau rekonsiliasi')
    .option('--json', 'tulis hasil sebagai JSON');
  addTunggu(addTargetOptions(command)).action(run);
}

async function run(path: string, options: TerapkanOptions): Promise<void> {
  // Loaded here so that other commands start without the Google client.
  const { denganLanjutan } = await import('../rencana/lanjutan.ts');
  process.exitCode = await denganLanjutan(path, options, () => jalankan(path, options));
}

async function jalankan(path: string, options: TerapkanOptions): Promise<ExitCode> {
  const { jenisRencana, readRencana } = await import('../rencana/rencana.ts');
  const { connect } = await import('../google/target.ts');
  const jenis = await jenisRencana(path);
  if (jenis === 'cocok') {
    const { bacaRencanaCocok } = await import('../reconcile/rencana.ts');
    const { terapkanCocok } = await import('../rencana/terapkan-cocok.ts');
    const rencana = await bacaRencanaCocok(path);
    return terapkanCocok(path, rencana, await connect(options), options);
  }
  const { terapkan } = await import('../rencana/terapkan.ts');
  const rencana = await readRencana(path);
  return terapkan(path, rencana, await connect(options), options);
}
