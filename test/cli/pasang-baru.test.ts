/** `--baru`: another office where there is room for one, once also when it is cut short; never a word that it was made when it was not. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Mesin, mesinKosong } from './support/pemasangan.ts';

let mesin: Mesin;
beforeEach(async () => {
  mesin = await mesinKosong();
});
afterEach(() => mesin.server.close());

const registers = () => mesin.made().files.filter((name) => name === 'Register PBI');

it('a Workspace has room for one office, and for another when its register is in the bin', {
  timeout: 60_000,
}, async () => {
  expect((await mesin.pbi('pasang')).code).toBe(0);
  for (const plan of [[], ['--rencana']]) {
    const { code, err } = await mesin.pbi('pasang', '--baru', ...plan);
    expect([code, err]).toEqual([5, expect.stringContaining('pbi lokal --kosong --data dengan folder lain')]);
  }
  expect(registers()).toHaveLength(1);
  const { files, users } = mesin.office.workspace;
  const { register } = mesin.office.files.spreadsheets;
  files.update(users.owner, register, { trashed: true });
  const gone = await mesin.pbi('pasang');
  expect([gone.code, gone.err]).toEqual([7, expect.stringContaining('Pulihkan dari Sampah')]);
  expect((await mesin.pbi('pasang', '--baru')).code).toBe(0);
  expect(mesin.office.files.spreadsheets.register).not.toBe(register);
});

it('cut short, the same command goes on with the office that it began', { timeout: 60_000 }, async () => {
  const args = ['pasang', '--baru', '--target', 'local', '--url', mesin.server.origin];
  const { child, ended } = mesin.start({}, ...args);
  child.stderr?.on('data', (data) => {
    if (String(data).includes('Register PBI: dibuat')) child.kill('SIGKILL');
  });
  expect((await ended).code).toBeNull();
  expect((await mesin.pbi('pasang', '--baru')).code).toBe(0);
  expect(registers()).toHaveLength(1);
});
