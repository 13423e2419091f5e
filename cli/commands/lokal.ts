/** `pbi lokal`: the embedded Workspace, on this machine only. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { config } from '../config.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { bukaPeramban } from '../peramban.ts';
import { PROFILES, type Profile } from '../workspace/profiles.ts';
import type { RunningServer } from '../workspace/server.ts';

interface LokalOptions {
  port: number;
  data: string;
  open: boolean;
  profile: Profile;
  seed: boolean;
  kosong?: true;
}

const MAX_PORT = 65_535;

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MAX_PORT) throw new InvalidArgumentError('Port harus angka 0 sampai 65535.');
  return port;
}

export function addLokal(program: Command): void {
  program
    .command('lokal')
    .description('jalankan Workspace lokal: formulir, spreadsheet dan pemicu tanpa akun Google')
    .option('--port <nomor>', 'port di 127.0.0.1', parsePort, config.defaultPort)
    .option('--data <folder>', 'folder data', config.defaultDataDir)
    .addOption(new Option('--profile <kantor>', 'kantor yang dijalankan').choices(PROFILES).default('bantul'))
    .option('--no-open', 'jangan buka peramban')
    .option('--no-seed', 'mulai tanpa data latihan')
    .option('--kosong', 'mulai tanpa kantor, untuk dipasang dengan: pbi pasang --target local')
    .action(lokal);
}

/** Runs until a signal ends it. */
async function lokal(options: LokalOptions): Promise<void> {
  // Loaded here so that other commands start without the server.
  const { pino } = await import('pino');
  const { createWorkspace } = await import('../workspace/create-workspace.ts');
  const { SEEDERS } = await import('../workspace/seed/seeders.ts');
  const { startServer } = await import('../workspace/server.ts');
  const { StartError } = await import('../workspace/start-error.ts');
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));

  const seeder = SEEDERS[options.profile];
  process.stderr.write('menyiapkan Workspace lokal ...\n');
  const workspace = await createWorkspace({
    dir: options.data,
    profile: options.profile,
    bundleDir: config.bundleDir,
    seed: options.seed,
    empty: options.kosong ?? false,
    ...(seeder ? { seeder } : {}),
    log,
  }).catch((error: unknown) => {
    if (error instanceof StartError) throw new UserError(EXIT.usage, error.message, { cause: error });
    throw error;
  });
  let server: RunningServer;
  try {
    server = await startServer(workspace, { port: options.port });
  } catch (error) {
    await workspace.close();
    throw portError(error, options.port);
  }
  endOnSignal(server, 'SIGINT', EXIT.interrupted);
  endOnSignal(server, 'SIGTERM', EXIT.ok);
  process.stdout.write(`siap: ${server.origin}\n`);
  if (options.open && process.stdout.isTTY) bukaPeramban(server.origin);
}

function portError(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new UserError(EXIT.usage, `Port ${port} sudah dipakai program lain. Pilih port lain dengan --port.`);
  }
  if (code === 'EACCES') return new UserError(EXIT.usage, `Port ${port} tidak boleh dipakai. Pilih port di atas 1023.`);
  return error;
}

function endOnSignal(server: RunningServer, signal: NodeJS.Signals, exitCode: ExitCode): void {
  process.once(signal, () => {
    server.close().then(
      () => process.exit(exitCode),
      () => process.exit(EXIT.unexpected),
    );
  });
}
