/** The real program, as `npm start` runs it, on a free port with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  /** Milliseconds until the line `siap:`. */
  readonly startedIn: number;
  /** A tab's rows by header text, read as the owner over REST. */
  table(book: string, tab: string): Promise<Row[]>;
  /** A1 address of the cell of a ticket. */
  cell(book: string, tab: string, ticket: string, column: string): Promise<string>;
  post(path: string, body: object): Promise<unknown>;
  /** Waits for running triggers, then lets the scheduled job run. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an office with practice data. @throws Error with what it printed when it does not become ready */
export async function startServer(profile = 'bantul'): Promise<Server> {
  const dir = await mkdtemp(join(tmpdir(), 'pbi-e2e-'));
  const began = performance.now();
  const child = spawn(process.execPath, [
    MAIN,
    'lokal',
    '--profile',
    profile,
    '--port',
    '0',
    '--data',
    dir,
    '--no-open',
  ]);
  const origin = await ready(child);
  const startedIn = performance.now() - began;
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
    startedIn,
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
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      await rm(dir, { recursive: true });
    },
  };
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
