/** What a new office begins with: judged before anything is made, and not quietly ignored by an office that is there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporary } from './support/pbi.ts';
import { type Mesin, mesinKosong } from './support/pemasangan.ts';

const OWNER = 'sistem.pbi@bantul.test';
const DINSOS = 'verifikator.dinsos@bantul.test';

function file(...rows: string[]): string {
  const path = join(temporary(), 'orang.csv');
  writeFileSync(path, ['email,peran,nama,wilayah', ...rows, ''].join('\n'));
  return path;
}
const BAIK = [`${OWNER},admin,Akun,`, `${DINSOS},dinsos,Petugas,`];

let mesin: Mesin;
beforeEach(async () => {
  mesin = await mesinKosong();
});
afterEach(() => mesin.server.close());

const people = () => mesin.office.tab('Peran').map(({ email }) => email);

describe('before anything is made', () => {
  it('a file that would lock out who installs is refused, by a plan as well', async () => {
    const path = file('pbi@dinsos.contoh.go.id,admin,Akun,', `${OWNER},dinsos,Petugas,`);
    for (const more of [[], ['--rencana']]) {
      const { code, err } = await mesin.pbi('pasang', '--pengguna', path, ...more);
      expect([code, err]).toEqual([3, expect.stringContaining(`Akun yang masuk, ${OWNER}, harus berperan admin`)]);
    }
    expect(mesin.made()).toEqual({ files: [], skrip: null });
  });

  it('a region that the role needs is refused where it is missing, short, or of another regency', async () => {
    const path = file(
      ...BAIK,
      'a@bantul.test,kelurahan,A,32710',
      'b@bantul.test,pendukung,B,',
      'c@bantul.test,kelurahan,C,3271011001',
      'd@bantul.test,kecamatan,D,34.02.08',
      'e@bantul.test,kelurahan,E,3402082004',
    );
    const { code, err } = await mesin.pbi('pasang', '--pengguna', path);
    expect(code).toBe(3);
    expect(err).toContain('Baris 4: peran kelurahan memerlukan kode wilayah 10 angka');
    expect(err).toContain('Baris 5: peran pendukung memerlukan kode wilayah 10 angka');
    expect(err).toContain('Baris 6: kode wilayah 3271011001 tidak ada di ketentuan awal bantul.');
    expect(err).not.toMatch(/Baris [78]/);
    expect(mesin.made().files).toEqual([]);
  });

  it('a plan opens the file, and names settings and people', async () => {
    const missing = await mesin.pbi('pasang', '--rencana', '--pengguna', join(temporary(), 'tidak-ada.csv'));
    expect(missing.code).toBe(3);
    const { code, out } = await mesin.pbi('pasang', '--rencana', '--pengguna', file(...BAIK));
    expect(code).toBe(0);
    expect(out).toContain('Ketentuan awal: bantul.');
    expect(out).toContain(`Petugas di tab Peran: 2 orang: ${OWNER} (admin), ${DINSOS} (dinsos).`);
    expect((await mesin.pbi('pasang', '--rencana')).out).toContain('Petugas di tab Peran: 7 orang');
  });
});

describe('an office that is there', () => {
  it('says who of the file is not in it, and refuses the settings of another', { timeout: 60_000 }, async () => {
    expect((await mesin.pbi('pasang', '--profil', 'kota-bogor', '--pengguna', file(...BAIK))).code).toBe(0);
    const more = file(...BAIK, 'siti@bantul.test,dinsos,Siti,');
    const sentence =
      'hanya dipakai saat kantor dibuat; 1 orang belum ada di tab Peran dengan peran itu: siti@bantul.test';
    for (const plan of [[], ['--rencana']])
      expect((await mesin.pbi('pasang', '--pengguna', more, ...plan)).out).toContain(sentence);
    expect((await mesin.pbi('pasang', '--pengguna', file(...BAIK))).out).not.toContain('hanya dipakai');
    const { code, err } = await mesin.pbi('pasang', '--profil', 'bantul');
    expect([code, err]).toEqual([2, expect.stringContaining('dengan ketentuan awal kota-bogor')]);
    expect(people()).toEqual([OWNER, DINSOS]);
  });

  it('tells somebody who is no administrator who is one', { timeout: 60_000 }, async () => {
    expect((await mesin.pbi('pasang')).code).toBe(0);
    const { code, err } = await mesin.pbi('pasang', '--sebagai', DINSOS);
    expect([code, err]).toEqual([7, expect.stringContaining(`Masuk sebagai ${OWNER}`)]);
  });
});

it('wishes of a run whose script did not install give way to those of the next', { timeout: 60_000 }, async () => {
  mesin.office.workspace.faults.set({ failCall: { function: 'pasang', n: 1 } });
  const { code } = await mesin.pbi('pasang', '--pengguna', file(...BAIK, 'lama@bantul.test,dinsos,Lama,'));
  expect(code).toBe(5);
  mesin.office.workspace.faults.clear();
  expect((await mesin.pbi('pasang', '--profil', 'kota-bogor', '--pengguna', file(...BAIK))).code).toBe(0);
  expect(people()).toEqual([OWNER, DINSOS]);
  const nilai = mesin.office.tab('Pengaturan').find(({ kunci }) => kunci === 'kode_wilayah')?.['nilai'];
  expect(nilai).toBe('3271');
});
