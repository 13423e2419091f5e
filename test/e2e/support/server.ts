/** The real program, as `npm start` runs it, on a free port with a data folder of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createWorkspace } from '#workspace/create-workspace.ts';
import type { Profile } from '#workspace/profiles.ts';
import { SEEDERS } from '#workspace/seed/seeders.ts';

const MAIN = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

interface Form {
  publishedId: string;
  items: Record<string, number>;
}

export interface Discovery {
  users: { email: string; role: string }[];
  forms: { darurat: Form } & Record<string, Form>;
  spreadsheets: { register: string; bpjs: string } & Record<string, string>;
}

export type Row = Record<string, string>;

export interface Server {
  readonly origin: string;
  readonly found: Discovery;
  /** A tab's rows by header text, read as the owner over REST. */
  table(book: string, tab: string): Promise<Row[]>;
  /** A1 address of the cell of a ticket. */
  cell(book: string, tab: string, ticket: string, column: string): Promise<string>;
  post(path: string, body: object): Promise<unknown>;
  /** Waits for running triggers, then lets the scheduled job run. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts an office with practice data. Which way it was made is not to be seen: with `PBI_E2E_KANTOR=pasang` by
 * `pbi pasang` on an empty Workspace, otherwise by the Workspace's own start.
 * @throws Error with what it printed when it does not become ready
 */
export async function startServer(profile: Profile = 'bantul'): Promise<Server> {
  const dir = await mkdtemp(join(tmpdir(), 'pbi-e2e-'));
  if (process.env['PBI_E2E_KANTOR'] === 'pasang') await installedOffice(dir, profile);
  const child = local(dir, profile);
  const origin = await ready(child);
  const found = (await (await fetch(`${origin}/workspace.json`)).json()) as Discovery;

  const read = async (book: string, tab: string): Promise<string[][]> => {
    const url = `${origin}/v4/spreadsheets/${found.spreadsheets[book]}/values/${encodeURIComponent(`'${tab}'`)}`;
    const answer = await fetch(url, { headers: { authorization: 'Bearer local' } });
    return ((await answer.json()) as { values: string[][] }).values;
  };
  const post = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    origin,
    found,
    post,
    async table(book, tab) {
      const [header = [], ...rows] = await read(book, tab);
      return rows.map((cells) => Object.fromEntries(header.map((id, i) => [id, cells[i] ?? ''])));
    },
    async cell(book, tab, ticket, column) {
      const [header = [], ...rows] = await read(book, tab);
      const row = rows.findIndex((cells) => cells[header.indexOf('tiket')] === ticket);
      if (row < 0) throw new Error(`${ticket} is not in ${tab}`);
      return `${letters(header.indexOf(column))}${row + 2}`;
    },
    async tick() {
      await post('/workspace/triggers/run', { function: 'tick' });
    },
    async stop() {
      await ended(child);
      await rm(dir, { recursive: true });
    },
  };
}

const local = (dir: string, profile: Profile, ...more: string[]): ChildProcess =>
  spawn(process.execPath, [MAIN, 'lokal', '--profile', profile, '--port', '0', '--data', dir, '--no-open', ...more]);

/** What an administrator does, with the real programs, and then the practice data. */
async function installedOffice(dir: string, profile: Profile): Promise<void> {
  const child = local(dir, profile, '--kosong');
  const origin = await ready(child);
  const config = await mkdtemp(join(tmpdir(), 'pbi-e2e-config-'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [MAIN, 'pasang', '--target', 'local', '--url', origin, '--json'],
    { env: { ...process.env, PBI_CONFIG_DIR: config } },
  );
  if (!stdout.includes('Spreadsheet Register PBI dibuat.')) throw new Error(`nothing was installed: ${stdout}`);
  await ended(child);
  await rm(config, { recursive: true });
  const workspace = await createWorkspace({ dir, profile, bundleDir: 'dist/apps-script', empty: true });
  await SEEDERS[profile]?.(workspace);
  await workspace.close();
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}

async function ready(child: ChildProcess): Promise<string> {
  let printed = '';
  let out = '';
  child.stderr?.on('data', (data) => {
    printed += String(data);
  });
  return new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error(`ended before it was ready: ${printed}`)));
    child.stdout?.on('data', (data) => {
      out += String(data);
      const origin = /^siap: (\S+)$/m.exec(out)?.[1];
      if (origin) resolve(origin);
    });
  });
}

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
