/**
 * Loaded before the program: counts the points at which it writes to the disk or speaks with a server, before and after
 * each and in the middle of what is written, and kills the process at the n-th of them (`MATI_DI`). Without a number it
 * says how many there are.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env['MATI_DI'] ?? '0');
let points = 0;

/** @param half what of a write is done when the process dies in the middle of it */
function point(half?: () => void): void {
  points += 1;
  if (points !== at) return;
  half?.();
  process.kill(process.pid, 'SIGKILL');
}

type Async = (...args: never[]) => Promise<unknown>;

/** The same function with a point before and behind it. */
const between = <T extends Async>(work: T, half?: (...args: Parameters<T>) => void): T =>
  (async (...args: Parameters<T>) => {
    point();
    if (half) point(() => half(...args));
    const result = await work(...args);
    point();
    return result;
  }) as unknown as T;

const { open, rename, rm } = fs;
fs.rename = between(rename);
fs.rm = between(rm);
fs.open = (async (path: string, flags: string, mode: number) => {
  if (flags === 'r') return open(path, flags);
  point();
  const file = await open(path, flags, mode);
  point();
  const halfOf = (text: string): string => text.slice(0, text.length / 2);
  const wrapped: Partial<FileHandle> = {
    writeFile: between(file.writeFile.bind(file), (text) => writeFileSync(path, halfOf(text as string))),
    appendFile: between(file.appendFile.bind(file), (text) => appendFileSync(path, halfOf(text as string))),
    datasync: between(file.datasync.bind(file)),
  };
  return Object.assign(file, wrapped);
}) as typeof open;

const { request } = http;
http.request = ((...args: Parameters<typeof request>) => {
  point();
  const sent = request(...args);
  sent.on('finish', () => point());
  sent.on('response', (answer) => {
    point();
    answer.on('end', () => point());
  });
  return sent;
}) as typeof request;

syncBuiltinESMExports();

process.on('exit', () => {
  if (at === 0) process.stderr.write(`titik: ${points}\n`);
});
