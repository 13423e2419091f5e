/** In a local Workspace people are what the tab `Peran` says, as at Google, and not what the Workspace lists them as. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporary } from './support/pbi.ts';
import { type Mesin, mesinKosong } from './support/pemasangan.ts';

const OWNER = 'sistem.pbi@bantul.test';
const LOKET = 'loket.dinsos@bantul.test';
/** Works at the counter, says the Workspace. */
const LAYANAN = 'pelayanan.dinsos@bantul.test';
const PIC = 'pic.rsud@rumahsakit.test';

let mesin: Mesin;
beforeAll(async () => {
  mesin = await mesinKosong();
  const path = join(temporary(), 'orang.csv');
  const rows = [
    `${OWNER},admin,Akun`,
    `${LAYANAN},dinsos,Petugas`,
    `${LOKET},loket,Petugas`,
    'siti@bantul.test,dinsos,S',
  ];
  writeFileSync(path, ['email,peran,nama', ...rows, ''].join('\n'));
  expect((await mesin.pbi('pasang', '--pengguna', path)).code).toBe(0);
}, 60_000);
afterAll(() => mesin.server.close());

const periksa = (email: string) => mesin.pbi('periksa', '--sebagai', email);

it('who is entered with another role than the practice people have works with that', async () => {
  expect((await periksa(LAYANAN)).out).toContain(`Masuk sebagai ${LAYANAN}, peran dinsos`);
});

it('who may open the register and is not entered is nobody', async () => {
  const { files, users } = mesin.office.workspace;
  const reader = { type: 'user', role: 'reader', emailAddress: PIC };
  files.createPermission(users.owner, mesin.office.files.spreadsheets.register, reader);
  const { code, err } = await periksa(PIC);
  expect([code, err]).toEqual([7, expect.stringContaining(`${PIC} tidak ada di tab Peran`)]);
});

it('whom the Workspace does not know is told that it knows practice people only', async () => {
  const { code, err } = await periksa('siti@bantul.test');
  expect([code, err]).toEqual([7, expect.stringContaining('hanya petugas latihannya: sistem.pbi')]);
});
