/** Ctrl-C while `pbi verifikasi` reads, matches and writes: nothing half, nothing left, code 130. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, startIn } from './support/pbi.ts';
import { TAJUK } from './support/verifikasi.ts';

const folder = mkdtempSync(join(tmpdir(), 'pbi-henti-'));
const ROWS = 60_000;
/** Where the program keeps what it spills; a folder of the test's own, so that other runs do not show. */
const temporary = join(folder, 'tmp');
const induk = join(temporary, `usulan-pbi-${userInfo().uid}`);
const [register, reference] = [join(folder, 'usulan.csv'), join(folder, 'ref.csv')];

beforeAll(async () => {
  mkdirSync(temporary);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const orang = (salah: string) => `
    SELECT 'T' || i AS tiket, (3402010000000000 + ${salah} * 1000000 + 1000000 + i * 1000000 % 27000000 + i)::VARCHAR AS nik,
      '' AS no_kk, 'WARGA REKAAN ' || chr((65 + i % 26)::INTEGER) || chr((65 + i // 26 % 26)::INTEGER) || chr((65 + i // 676 % 26)::INTEGER) AS nama,
      '' AS tempat_lahir, strftime(DATE '1950-01-01' + (i % 20000)::INTEGER, '%Y-%m-%d') AS tgl_lahir, 'L' AS jk, '' AS nama_ibu, '' AS kode_wilayah
    FROM range(${ROWS}) t(i)`;
  await connection.run(`COPY (${orang('0')}) TO '${reference}' (FORMAT csv, HEADER)`);
  await connection.run(`COPY (${orang('(i % 8 = 0)::BIGINT')}) TO '${register}' (FORMAT csv, HEADER)`);
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const leftovers = (): string[] => (existsSync(induk) ? readdirSync(induk) : []);
const results = (): string[] => readdirSync(folder).filter((name) => !['tmp', 'usulan.csv', 'ref.csv'].includes(name));
const OUTPUT = ['--keluaran', join(folder, 'hasil.csv'), '--html', join(folder, 'hasil.html')];

type Started = ReturnType<typeof startIn>;
const begin = (stdin: boolean, ...options: string[]): Started =>
  startIn(
    { env: { TMPDIR: temporary }, stdin },
    'verifikasi',
    '--referensi',
    `dtks=${reference}`,
    ...OUTPUT,
    ...options,
  );

/** Interrupts as soon as `when` shows, unless the program was done before. */
async function interrupted(
  { child, ended }: Started,
  when: () => boolean,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<Ended> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && !when()) await pause(1);
  child.kill(signal);
  return ended;
}

const run = () => leftovers()[0] ?? '';
const isMatching = () => existsSync(join(induk, run(), 'dtks', 'kata.parquet'));
const stages: [string, () => boolean, NodeJS.Signals][] = [
  ['matching', isMatching, 'SIGINT'],
  ['matching, by a terminal that is closed,', isMatching, 'SIGHUP'],
  ['writing', () => results().some((name) => name.endsWith('.sementara')), 'SIGINT'],
];

describe('Ctrl-C', () => {
  it('while rows are awaited on standard input ends the program', async () => {
    const started = begin(true, '--register', '-');
    let read = false;
    // More than a pipe holds: it drains when the program reads.
    const rows = Array.from({ length: 5_000 }, (_, i) => `T${i},${3402010101800000n + BigInt(i)},,SITI,,,,,\n`);
    started.child.stdin?.write(`${TAJUK.join(',')}\n${rows.join('')}`, () => {
      read = true;
    });
    const ended = await interrupted(started, () => read);
    expect(ended).toMatchObject({ code: 130, out: '' });
    expect(ended.err).toMatch(/^Membaca masukan standar \.\.\.\ngalat: Dihentikan\. .*\n$/);
    expect([...readdirSync(temporary), ...results()]).toEqual([]);
  });

  it.each(stages)('while %s leaves nothing', async (_stage, when, signal) => {
    const ended = await interrupted(begin(false, '--register', register, '--json'), when, signal);
    expect(ended).toMatchObject({ code: 130, out: '' });
    expect(ended.err).not.toMatch(/\d{6}|REKAAN/);
    expect(readdirSync(temporary)).toEqual([]);
    // A report that already had its name is whole.
    expect(results().filter((name) => name !== 'hasil.csv')).toEqual([]);
    for (const name of results()) {
      expect(readFileSync(join(folder, name), 'utf8').trim().split('\n')).toHaveLength(ROWS + 1);
      rmSync(join(folder, name));
    }
  });
});
