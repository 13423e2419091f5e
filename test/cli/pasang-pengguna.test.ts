/** People of a new office from a file: all that is wrong at once, and files shared as it says. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporary } from './support/pbi.ts';
import { type Mesin, mesinKosong } from './support/pemasangan.ts';

describe('the file of people', () => {
  const file = (text: string): string => {
    const path = join(temporary(), 'orang.csv');
    writeFileSync(path, text);
    return path;
  };
  let mesin: Mesin;
  beforeAll(async () => {
    mesin = await mesinKosong();
  });
  afterAll(() => mesin.server.close());

  it('is refused with all that is wrong in it, before anything is made', async () => {
    const path = file('email,peran,nama\nbukan-surel,admin,A\na@contoh.test,raja,B\na@contoh.test,pic,C\n');
    const { code, err } = await mesin.pbi('pasang', '--pengguna', path);
    expect(code).toBe(3);
    for (const sentence of [
      'Baris 2: alamat surel tidak lengkap.',
      'Baris 3: peran harus salah satu dari admin, dinsos',
      'Baris 4: alamat ini sudah ada di baris lain.',
      'Tidak ada orang berperan dinsos.',
    ])
      expect(err).toContain(sentence);
    const missing = await mesin.pbi('pasang', '--pengguna', file('surel;peran\nx;y\n'));
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('kolom email, nama tidak ada')]);
    expect(mesin.made().files).toEqual([]);
  });

  it('fills the tab of roles, and files are shared as it says', { timeout: 60_000 }, async () => {
    const path = file(
      'Email;Peran;Nama\nsistem.pbi@bantul.test;admin;Akun Sistem\nVerifikator.Dinsos@bantul.test;DINSOS;Petugas\n',
    );
    expect((await mesin.pbi('pasang', '--pengguna', path)).code).toBe(0);
    expect(mesin.office.tab('Peran').map(({ email, peran }) => [email, peran])).toEqual([
      ['sistem.pbi@bantul.test', 'admin'],
      ['verifikator.dinsos@bantul.test', 'dinsos'],
    ]);
    const { files, users } = mesin.office.workspace;
    const editors = files
      .listPermissions(users.owner, mesin.office.files.spreadsheets.register)
      .map(({ emailAddress }) => emailAddress);
    expect(editors.sort()).toEqual(['sistem.pbi@bantul.test', 'verifikator.dinsos@bantul.test']);
  });
});
