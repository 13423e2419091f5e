/** Ctrl-C during `pbi rekonsiliasi`: code 130, and neither half a result nor anything of the run stays. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { start, temporary } from '../cli/support/pbi.ts';

const SIZE = 15_000;

let folder: string;
/** Milliseconds of a whole run. */
let took: number;
beforeAll(async () => {
  folder = temporary();
  const two = (part: number): string => String(part).padStart(2, '0');
  const people = Array.from({ length: SIZE }, (_, n) => {
    const [hari, bulan, tahun] = [1 + (n % 28), 1 + (Math.floor(n / 28) % 12), 50 + (Math.floor(n / 336) % 45)];
    const nik = `32710${1 + (n % 6)}${two(hari)}${two(bulan)}${two(tahun)}${9000 + (n % 1000)}`;
    return { nik, nama: `WARGA REKAAN ${String.fromCharCode(65 + (n % 26), 65 + (n % 25), 65 + (n % 24))}` };
  });
  writeFileSync(
    join(folder, 'register.csv'),
    `tiket,nik,nama\n${people.map(({ nik, nama }, n) => `T-${n},${nik},${nama}\n`).join('')}`,
  );
  writeFileSync(
    join(folder, 'umpan.csv'),
    `nik,nama,hasil,keterangan,tmt\n${people.map(({ nik, nama }) => `${nik},${nama},Berhasil,,2026-12-01\n`).join('')}`,
  );
  const began = performance.now();
  expect(await run().ended).toMatchObject({ code: 0, err: '' });
  took = performance.now() - began;
});

const run = () =>
  start(
    ...['rekonsiliasi', join(folder, 'umpan.csv'), '--register', join(folder, 'register.csv'), '--json'],
    ...['--keluaran', join(folder, 'hasil.csv'), '--rencana', join(folder, 'rencana.json')],
  );

/** Private folders of this process. */
const traces = (pid: number | undefined): string[] => {
  const parent = join(tmpdir(), `usulan-pbi-${userInfo().uid}`);
  return existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith(`${pid}-`)) : [];
};

describe('a run that is stopped', () => {
  it.each([0.3, 0.5, 0.7, 0.85])('after %d of its time leaves nothing behind', async (share) => {
    writeFileSync(join(folder, 'hasil.csv'), 'lama');
    const { child, ended } = run();
    setTimeout(() => child.kill('SIGINT'), took * share);
    const { code, out, err } = await ended;
    expect([0, 130]).toContain(code ?? 130);
    expect(err).not.toMatch(/\d{16}|REKAAN/);
    // Either all of it is there, or what was there before.
    const done = code === 0;
    expect(out !== '').toBe(done);
    const lines = readFileSync(join(folder, 'hasil.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(done ? SIZE + 1 : 1);
    expect(readdirSync(folder).sort()).toEqual(['hasil.csv', 'register.csv', 'rencana.json', 'umpan.csv']);
    expect(traces(child.pid)).toEqual([]);
  });
});
