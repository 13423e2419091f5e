/** `pbi pasang` at an office of the first release: shown first, raised once, and never backwards. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { checkOffice } from '../support/invariants.ts';
import type { Office } from '../support/office.ts';
import { everything, expectKept, fillOldOffice, keepsakes, openOldOffice } from '../support/old-office.ts';
import { startIn, temporary } from './support/pbi.ts';

let office: Office;
let server: RunningServer;
const env = { PBI_CONFIG_DIR: temporary() };
const pbi = (...args: string[]) => startIn({ env }, ...args, '--target', 'local', '--url', server.origin).ended;
const scripts = () => JSON.stringify(office.workspace.scripts.files());

beforeAll(async () => {
  office = await openOldOffice();
  await fillOldOffice(office, 1, 1);
  server = await startServer(office.workspace, { port: 0 });
}, 60_000);
afterAll(() => server.close());

it('says what would be raised, and touches neither register nor script', async () => {
  const before = [everything(office), scripts()];
  const { code, out } = await pbi('pasang', '--rencana');
  expect(code).toBe(0);
  expect(out).toMatch(/Susunan register akan dinaikkan:\n {2}- Versi 2: Spreadsheet dan formulir/);
  expect([everything(office), scripts()]).toEqual(before);
});

it('sends the program, keeps a copy, raises the register and loses nothing', async () => {
  const before = keepsakes(office);
  const { code, out } = await pbi('pasang', '--json');
  const { diubah } = JSON.parse(out) as { diubah: string[] };
  expect(code).toBe(0);
  expect(diubah.filter((one) => one.startsWith('Salinan cadangan dibuat: Register PBI - cadangan'))).toHaveLength(1);
  expect(diubah.filter((one) => one.startsWith('Register dinaikkan ke versi 2'))).toHaveLength(1);
  // The command that asked for it stands in the queue now, and links name the port of the server.
  const Faskes = (before['Faskes'] ?? []).map(({ tautan: _, ...rest }) => rest);
  expectKept({ ...before, Antrean: [], Faskes }, keepsakes(office));
  checkOffice(office);
  expect((await pbi('pasang', '--json')).out).toContain('"diubah":[]');
});

it('does not send a program that is older than the register', async () => {
  const { sheets, users } = office.workspace;
  const row = office.tab('Sistem').findIndex(({ kunci }) => kunci === 'versi_skema') + 2;
  const { register } = office.files.spreadsheets;
  sheets.values.update(users.owner, register, `Sistem!B${row}`, { values: [['9']] }, { valueInputOption: 'RAW' });
  const before = [everything(office), scripts()];
  const { code, err } = await pbi('pasang');
  expect(code).not.toBe(0);
  expect(err).toContain('lebih lama daripada register (versi 9). Skrip tidak dikirim.');
  expect([everything(office), scripts()]).toEqual(before);
});
