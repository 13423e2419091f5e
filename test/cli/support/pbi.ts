/** Runs the real program in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** No test signs in as whoever works at this machine. */
const NOBODY = mkdtempSync(join(tmpdir(), 'pbi-tanpa-masuk-'));

const HELPER = (name: string): string => new URL(`./${name}.ts`, import.meta.url).href;

export interface Circumstances {
  /** Files of this folder that are loaded before the program. */
  readonly helpers?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Leaves standard input open, for the test to write to. */
  readonly stdin?: boolean;
  /** Folder in which it runs. */
  readonly cwd?: string;
}

/** Starts `pbi` and gives the process with the promise of its end. */
export const start = (...args: string[]): { child: ChildProcess; ended: Promise<Ended> } => startIn({}, ...args);

export function startIn(
  { helpers = [], env = {}, stdin = false, cwd }: Circumstances,
  ...args: string[]
): { child: ChildProcess; ended: Promise<Ended> } {
  const before = helpers.flatMap((name) => ['--import', HELPER(name)]);
  const child = spawn(process.execPath, [...before, MAIN, ...args], {
    stdio: [stdin ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, PBI_CONFIG_DIR: NOBODY, ...env },
    cwd,
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => {
    out += String(data);
  });
  child.stderr?.on('data', (data) => {
    err += String(data);
  });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  return { child, ended };
}

export const pbi = (...args: string[]): Promise<Ended> => start(...args).ended;

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'pbi-cli-'));
