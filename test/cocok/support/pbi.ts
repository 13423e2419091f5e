/** The command line as a program of its own, and the CSV files that go in and come out. */
import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const MAIN = new URL('../../../cli/main.ts', import.meta.url).pathname;
const PERLU_ORANG = 4;
/** Lines that are written at once. */
const PORTION = 4096;

/** @returns what it printed. @throws Error unless it ended with 0 or with 4, which asks for a person */
export async function pbi(...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, [MAIN, ...args])).stdout;
  } catch (error) {
    const { code, stdout } = error as { code?: number; stdout?: string };
    if (code === PERLU_ORANG && stdout !== undefined) return stdout;
    throw error;
  }
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export async function tulisCsv(file: string, columns: readonly string[], rows: Iterable<object>): Promise<void> {
  const handle = await open(file, 'w');
  let lines = [columns.join(',')];
  for (const row of rows) {
    lines.push(columns.map((column) => cell(String((row as Record<string, unknown>)[column] ?? ''))).join(','));
    if (lines.length === PORTION) {
      await handle.write(`${lines.join('\n')}\n`);
      lines = [];
    }
  }
  await handle.write(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  await handle.close();
}

/** Cells of a line; in these files no cell has a line break. */
function cells(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}

/** Rows of a CSV by heading. */
export async function* bacaCsv(file: string): AsyncGenerator<Record<string, string>> {
  let columns: readonly string[] | undefined;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const values = cells(line.replace(/^\uFEFF/, ''));
    if (columns) yield Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    else columns = values;
  }
}
