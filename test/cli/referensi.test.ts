/** `pbi referensi`: extracts become an index that only its owner may read, whole or not at all. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { pbi } from './support/pbi.ts';

const dir = mkdtempSync(join(tmpdir(), 'pbi-referensi-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const HEADER = 'nik,no_kk,nama,tempat_lahir,tgl_lahir,jk,nama_ibu,kode_wilayah';
const BUDI = '3402081708909001,3402081001119001,BUDI UJI,BANTUL,17-08-1990,L,SITI UJI,3402082001';
const TINI = '3402085708919002,3402081001119001,TINI UJI,BANTUL,1991-08-17,P,SITI UJI,3402082001';

let indeks: string;
let count = 0;
beforeEach(() => {
  count += 1;
  indeks = join(dir, `indeks${count}`);
});

function file(lines: readonly string[], name = 'dtks.csv'): string {
  const path = join(dir, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}
const load = (...args: string[]) => pbi('referensi', 'muat', 'dtks', ...args, '--indeks', indeks);
const list = async () => JSON.parse((await pbi('referensi', '--indeks', indeks, '--json')).out) as unknown[];

describe('muat', () => {
  it('counts what it loaded, keeps it private, and lists it', async () => {
    const { code, out } = await load(file([HEADER, BUDI, TINI, '']), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      referensi: 'dtks',
      penduduk: 2,
      tanpaNik: 0,
      berkas: [{ nama: 'dtks.csv' }],
    });
    expect(await list()).toMatchObject([{ referensi: 'dtks', penduduk: 2 }]);
    expect(statSync(indeks).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(indeks, 'dtks'))) {
      expect(statSync(join(indeks, 'dtks', name)).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(indeks)).toEqual(['dtks']);
  });

  it('takes several files as one, and replaces what was there', async () => {
    await load(file([HEADER, BUDI, '']));
    const { out } = await load(file([HEADER, BUDI, ''], 'a.csv'), file([HEADER, TINI, ''], 'b.csv'), '--json');
    expect(JSON.parse(out)).toMatchObject({ penduduk: 2 });
    expect(await list()).toHaveLength(1);
  });

  it('reads headings as offices write them, semicolons, and counts numbers that are no NIK', async () => {
    const { out } = await load(
      file(['DAFTAR PENERIMA', 'No. NIK;Nama Lengkap;Tgl Lahir', '34020817089;BUDI UJI;17/08/1990', '']),
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ penduduk: 1, tanpaNik: 1 });
  });

  it('takes dates that stand for an unknown one, and numbers that only look like a NIK', async () => {
    const odd = ['9999-12-31', '0001-01-01', '0000-00-00', '31-31-1990'].map((date) =>
      TINI.replace('1991-08-17', date),
    );
    const numbers = [
      ...['1.23456789012e15', '-340208170890901', '12345678901234e2', '0x1C6BF52634005F', '+340208170890901'],
      ...[
        ' 340208170890901',
        '34020817089090 1',
        '3402_81708909001',
        '34020817089090e1',
        '340208170890900,',
        '3402085708919009 ',
      ],
    ].map((nik) => TINI.replace('3402085708919002', `"${nik}"`));
    const { code, out, err } = await load(file([HEADER, BUDI, ...odd, ...numbers, '']), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ penduduk: 16, tanpaNik: 10 });
    expect(err).toContain('dtks.csv baris 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, kolom "nik"');
    expect(err).toContain('3 rusak oleh Excel');
  });

  it('names rows without a NIK in files of any size by their place, not by what is written there', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => TINI.replace('9002', String(i % 10_000).padStart(4, '0')));
    const broken = { 3: '3.40208E+15', 120000: '340208570891900', 199999: '3,40208E+15', 77: '' };
    for (const [i, nik] of Object.entries(broken)) rows[Number(i)] = `"${nik}",,TINI UJI,,,,,`;
    const { out, err } = await load(file([HEADER, BUDI, ''], 'a.csv'), file([HEADER, ...rows, ''], 'b.csv'), '--json');
    expect(JSON.parse(out)).toMatchObject({ penduduk: 200_001, tanpaNik: 4 });
    expect(err.split('\n').filter((line) => line.includes('kolom "nik"'))).toEqual([
      expect.stringMatching(
        /^Perhatian: b\.csv baris 5, 120002, 200001, kolom "nik": bukan NIK 16 angka; 2 rusak oleh Excel/,
      ),
    ]);
    expect(err).not.toMatch(/E\+15|340208|UJI/);
    const path = file([HEADER, BUDI, rows[3] ?? '', ''], 'c.csv');
    const used = await pbi('verifikasi', '--register', path, '--referensi', `dtks=${path}`);
    expect(used.err).toContain('Perhatian: c.csv baris 3, kolom "nik"');
  });

  it.each([
    ['3.40208E+15', '3.40208E+15'],
    ['', ''],
    ['34020857\u001F08919002', '3402085708919002'],
  ])('finds people whose NIK is %j by the rest, and shows what stands there', async (written, shown) => {
    const damaged = TINI.replace('3402085708919002', written);
    await load(file([HEADER, BUDI, ''], 'a.csv'), file([HEADER, damaged, ''], 'b.csv'));
    const [register, output] = [file([`tiket,${HEADER}`, `T1,${TINI}`, `T2,${BUDI}`, '']), join(dir, 'hasil.csv')];
    await pbi('verifikasi', '--register', register, '--indeks', indeks, '--keluaran', output);
    const [, tini = [], budi = []] = parseCsv(readFileSync(output, 'utf8'));
    expect(tini.slice(0, 5)).toEqual(['T1', 'dtks', 'SARAN', '3402085708919002', shown]);
    expect(tini[6]).toContain('nama sama');
    expect(budi.slice(0, 5)).toEqual(['T2', 'dtks', 'COCOK', '3402081708909001', '3402081708909001']);
  });

  it.each([
    ['a row with too few fields', [HEADER, BUDI, '3402085708919002,3402081001119001', '']],
    ['a row with too many fields', [HEADER, BUDI, `${TINI},lebih`, '']],
    ['lines that end in two ways', [HEADER, `${BUDI}\r`, TINI, '']],
    ['a quote that is never closed', [HEADER, BUDI, TINI.replace('TINI', '"TINI'), BUDI, '']],
  ])('refuses %s with its line and leaves what was loaded before', async (_, lines) => {
    await load(file([HEADER, BUDI, '']));
    const { code, err } = await load(file(lines));
    expect(code).toBe(3);
    expect(err).toMatch(/dtks\.csv (?:baris 3|tidak dapat dibaca sebagai CSV: akhir barisnya bercampur)/);
    expect(err).not.toMatch(/\d{16}|UJI/);
    expect(await list()).toMatchObject([{ penduduk: 1 }]);
    expect(readdirSync(indeks)).toEqual(['dtks']);
  });

  it('refuses a file without NIK, one that is not there, and one that is no table', async () => {
    for (const path of [file(['nama,alamat', 'BUDI,JALAN', '']), join(dir, 'tiada.csv'), file(['a', 'b', ''])]) {
      const { code, err } = await load(path);
      expect([code, err.includes('NIK') || err.includes('tidak ada') || err.includes('Judul')]).toEqual([3, true]);
    }
    expect(existsSync(join(indeks, 'dtks'))).toBe(false);
  });

  it('says that Excel has rounded the NIKs when too many end in 0', async () => {
    const rows = (last: (i: number) => number) =>
      Array.from({ length: 40 }, (_, i) => TINI.replace('708919002', `70891${900 + i}${last(i)}`));
    const rounded = await load(file([HEADER, ...rows(() => 0), '']));
    expect(rounded.err).toContain(
      'Perhatian: dtks.csv: 40 dari 40 NIK berakhir dengan 0; agaknya dibulatkan oleh Excel',
    );
    const whole = await load(file([HEADER, ...rows((i) => i % 10), '']));
    expect(whole.err).not.toContain('berakhir dengan 0');
  });

  it('says what was read as what, that a status is missing, and that an extract has shrunk', async () => {
    const many = Array.from({ length: 9 }, (_, i) => TINI.replace('9002', String(9100 + i)));
    const first = await load(file([`${HEADER},STATUS,DESIL`, ...many.map((row) => `${row},Aktif,2`), '']));
    expect(first).toMatchObject({ code: 0, err: '' });
    // Of the poor the decile counts.
    expect(first.out).toMatch(/dtks\.csv: dibaca sebagai .*nik = NIK.*DESIL = Status\.\n/);
    const wrong = await load(file([HEADER, BUDI, ''], 'lain.csv'));
    expect(wrong.err).toContain('lain.csv: tidak ada kolom Desil, jadi yang ditemukan menunggu putusan orang.');
    expect(wrong.err).toContain('dtks sebelumnya 9 baris, sekarang 1.');
    expect(wrong.out).not.toContain('Status');
  });

  it('takes no folder for a file', async () => {
    const { code, err } = await load(dir);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('Ini folder. Sebutkan berkasnya.') });
  });

  it('takes a thirteenth month for no date', async () => {
    const mixed = ['12/18/1984', '19-01-1972'].map((date) => TINI.replace('1991-08-17', date));
    const { err } = await load(file([HEADER, ...mixed, '']));
    expect(err).toContain('dtks.csv: tidak terbaca: Tanggal lahir di 1 baris.');
  });

  it('refuses a file that has headings only, and keeps what was loaded', async () => {
    await load(file([HEADER, BUDI, '']));
    const { code, err } = await load(file([HEADER, ''], 'kosong.csv'));
    expect({ code, err }).toEqual({
      code: 3,
      err: expect.stringContaining('kosong.csv: tidak ada satu baris data pun'),
    });
    expect(await list()).toMatchObject([{ penduduk: 1 }]);
  });

  it('says of a workbook in which form it is taken', async () => {
    const { code, err } = await load(file(['PK\u0003\u0004 isi'], 'dtks.xlsx'));
    expect({ code, err }).toEqual({
      code: 3,
      err: expect.stringContaining('Simpan ulang dari Excel sebagai CSV UTF-8'),
    });
  });
});

describe('an index that cannot be used', () => {
  it.each([
    ['of another version', 'keterangan.json', '{"versi":1}'],
    ['cut off', 'orang.parquet', ''],
    ['cut off in its words', 'kata.parquet', 'PAR1'.slice(0, 2)],
    ['cut off in its kecamatan', 'kecamatan.parquet', ''],
  ])('%s is named with what to do, and hides no other', async (_, name, content) => {
    await load(file([HEADER, BUDI, '']));
    await pbi('referensi', 'muat', 'pbi-jk', file([HEADER, TINI, '']), '--indeks', indeks);
    writeFileSync(join(indeks, 'dtks', name), content);
    const { code, out, err } = await pbi('referensi', '--indeks', indeks);
    expect({ code, out }).toEqual({ code: 3, out: expect.stringMatching(/^pbi-jk +1 baris/) });
    expect(err).toMatch(/Indeks dtks rusak .* pbi referensi muat dtks <berkas>; atau .* pbi referensi hapus dtks\./);
    const used = await pbi('verifikasi', '--register', file([HEADER, BUDI, ''], 'usulan.csv'), '--indeks', indeks);
    expect({ code: used.code, err: used.err }).toEqual({ code: 3, err: expect.stringContaining('Indeks dtks rusak') });
  });
});

describe('hapus', () => {
  it('removes the index, and says so when there is none', async () => {
    await load(file([HEADER, BUDI, '']));
    expect((await pbi('referensi', 'hapus', 'dtks', '--indeks', indeks)).code).toBe(0);
    expect(await list()).toEqual([]);
    expect((await pbi('referensi', 'hapus', 'dtks', '--indeks', indeks)).code).toBe(2);
  });
});
