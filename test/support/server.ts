/** A Workspace as people start it: `pbi lokal` in a process of its own, spoken to over HTTP alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Discovery } from '#workspace/control/discovery.ts';
import type { Execution } from '#workspace/workspace.ts';
import type { PersonAnswers } from './people.ts';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** A working day at ten o'clock WIB: what `people.ts` was admitted to hospital before. */
const OPENING = '2026-11-23T03:00:00Z';

export type Row = Record<string, string>;

export interface Server {
  readonly origin: string;
  readonly dir: string;
  readonly office: Discovery;
  /** Ends the process as a power cut does; resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends the process and removes its folder. */
  discard(): Promise<void>;
  /** Resolves when the process has ended by itself or by `kill`. */
  readonly ended: Promise<void>;
  /** Any request; a plain object as `body` goes as JSON. */
  fetch(path: string, init?: Ask): Promise<Response>;
  /** JSON of a request as the owner of the office. @throws when the answer is no success */
  json<T>(path: string, init?: Ask): Promise<T>;
  /** Rows of tabs by header text, all at one moment, as the Sheets API gives them. Default: of the register. */
  tabs(names: readonly string[], spreadsheetId?: string): Promise<Row[][]>;
  /** Runs the clock trigger `tick` and waits for whatever else runs. */
  tick(): Promise<void>;
  /** Waits until no execution runs and no form event waits. */
  idle(): Promise<void>;
  executions(functionName: string): Promise<Execution[]>;
}

interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: object | string;
}

/** A new folder for a Workspace. */
export const dataDir = (): string => mkdtempSync(join(tmpdir(), 'pbi-load-'));

/** Starts the server on a free port; an empty folder is installed without practice data. */
export async function startServer(dir: string): Promise<Server> {
  const isNew = readdirSync(dir).length === 0;
  const child = spawn(process.execPath, [MAIN, 'lokal', '--port', '0', '--data', dir, '--no-open', '--no-seed'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const origin = await readyLine(child);
  const server = connect(origin, dir, { child, ended, office: await discover(origin) });
  // A folder that was used before keeps its clock.
  if (isNew) await server.json('/workspace/clock', { method: 'POST', body: { now: OPENING } });
  return server;
}

const discover = async (origin: string): Promise<Discovery> =>
  (await (await fetch(`${origin}/workspace.json`)).json()) as Discovery;

/** The origin in `siap: ...`. @throws when the process ends before it says so */
function readyLine(child: ChildProcess): Promise<string> {
  let out = '';
  let err = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (data) => {
      err += String(data);
    });
    child.stdout?.on('data', (data) => {
      out += String(data);
      const origin = /^siap: (\S+)$/m.exec(out)?.[1];
      if (origin) resolve(origin);
    });
    child.once('close', () => reject(new Error(`the server ended before it was ready: ${out}${err}`)));
  });
}

function connect(
  origin: string,
  dir: string,
  { child, ended, office }: { child: ChildProcess; ended: Promise<void>; office: Discovery },
): Server {
  const request = (path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Response> => {
    const isJson = typeof body === 'object';
    const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
    return fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: { ...(body !== undefined && { 'content-type': type }), ...headers },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
    });
  };
  const json = async <T>(path: string, init: Ask = {}): Promise<T> => {
    const answer = await request(path, { ...init, headers: { authorization: 'Bearer local', ...init.headers } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const idle = async () => void (await json('/workspace/idle'));
  return {
    origin,
    dir,
    office,
    ended,
    fetch: request,
    json,
    idle,
    kill,
    async discard() {
      await kill();
      rmSync(dir, { recursive: true });
    },
    async tabs(names, id = office.spreadsheets['register'] ?? '') {
      const query = new URLSearchParams(names.map((name) => ['ranges', `'${name}'`]));
      query.set('valueRenderOption', 'UNFORMATTED_VALUE');
      const { valueRanges = [] } = await json<{ valueRanges?: { values?: string[][] }[] }>(
        `/v4/spreadsheets/${id}/values:batchGet?${query}`,
      );
      return valueRanges.map(({ values: [header = [], ...rows] = [] }) =>
        rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? '']))),
      );
    },
    async tick() {
      await json('/workspace/triggers/run', { method: 'POST', body: { function: 'tick' } });
      await idle();
    },
    async executions(functionName) {
      const all = await json<Execution[]>('/workspace/executions');
      return all.filter((one) => one.function === functionName);
    },
  };
}

/** Answers as a browser sends them: `entry.N`, dates and times in parts. */
function formBody({ forms }: Pick<Discovery, 'forms'>, answers: PersonAnswers): URLSearchParams {
  const body = new URLSearchParams();
  for (const [field, value] of Object.entries(answers)) {
    const name = `entry.${forms['darurat']?.items[field]}`;
    const [date, year = '', month = '', day = '', hour = '', minute = ''] =
      /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/.exec(value) ?? [];
    if (date === undefined) body.set(name, value);
    else {
      const parts = { year, month, day, hour, minute };
      for (const [part, text] of Object.entries(parts)) if (text !== '') body.set(`${name}_${part}`, text);
    }
  }
  return body;
}

/**
 * Sends the emergency form.
 * @returns the secret of the edit link on the confirmation page: what the sender was promised is saved
 * @throws when the form was not confirmed, or the connection broke
 */
export async function submitForm(server: Pick<Server, 'fetch' | 'office'>, answers: PersonAnswers): Promise<string> {
  const { office } = server;
  const path = `/forms/d/e/${office.forms['darurat']?.publishedId}/formResponse`;
  const answer = await server.fetch(path, { method: 'POST', body: String(formBody(office, answers)) });
  const page = await answer.text();
  const token = /[?&;]edit2=([^"&]+)/.exec(page)?.[1];
  if (answer.status !== 200 || token === undefined) throw new Error(`the form was not confirmed: ${answer.status}`);
  return decodeURIComponent(token);
}

/** The secret in a case's edit link. */
export const editToken = (row: Row): string => new URL(row['tautan_ubah'] ?? '').searchParams.get('edit2') ?? '';

/** Runs `work` for each item, at most `width` at a time; results in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>) {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
