/** Fields of a reference as offices write them: read for what they say, or said to be unreadable, but never taken for missing. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pbi } from './support/pbi.ts';
import { csv, type Isi, TAJUK, TAJUK_REFERENSI, verifikasi, warga } from './support/verifikasi.ts';

const folder = mkdtempSync(join(tmpdir(), 'pbi-isian-'));
const at = (name: string): string => join(folder, name);
const HEADINGS = [...TAJUK, 'no_kartu'];
const REFERENCE = [...TAJUK_REFERENSI, 'no_kartu'];

const someone = (n: number): Isi => ({ ...warga(n), no_kartu: `000123456${9000 + n}` });

/** Ways to write one value, and the value. */
const READ: readonly (readonly [column: string, written: string, value: string])[] = [
  ...[
    '1967-01-07',
    ' 1967-01-07',
    "'1967-01-07",
    '1967-1-7',
    '1967/01/07',
    '19670107',
    '07-01-1967',
    '7/1/1967',
    '7 1 1967',
    '07-01-1967 00:00',
    '1967-01-07 00:00:00',
    '07-Jan-1967',
    '7 Januari 1967',
    '\u00A007/01/1967 ',
  ].map((written) => ['tgl_lahir', written, '1967-01-07'] as const),
  ['tgl_lahir', '1990-12-1 ', '1990-12-01'],
  ['tgl_lahir', '1/12/1990 ', '1990-12-01'],
  ['tgl_lahir', '17 Agt 1990', '1990-08-17'],
  ['tgl_lahir', '17-May-1990', '1990-05-17'],
  ...['3402010101109007', "'3402010101109007", ' 3402010101109007', '340201-010110-9007', '3402 0101 0110 9007'].map(
    (written) => ['no_kk', written, '3402010101109007'] as const,
  ),
  ...['34.02.01.2001', "'3402012001", '34 02 01 2001'].map(
    (written) => ['kode_wilayah', written, '3402012001'] as const,
  ),
  ...['L', 'l', ' L', '1', 'Laki-laki', 'Pria', 'M', 'male', "'L"].map((written) => ['jk', written, 'L'] as const),
  ...['P', '2', 'Perempuan', 'WANITA', 'F', 'Female'].map((written) => ['jk', written, 'P'] as const),
  ...['0001234567890', "'0001234567891", '0001 2345 67892'].map(
    (written) => ['no_kartu', written, written.replace(/\D/g, '')] as const,
  ),
];

/** What nobody can read, and what stands where nothing is known. */
const UNREADABLE = [
  ...['tahun 67', '7/1/67', '1 Foo 1967', '24479', '3.4E+15'].map((written) => ['tgl_lahir', written] as const),
  ...['3.40201E+15', '340201010110900', 'KK 3402010101109007'].map((written) => ['no_kk', written] as const),
  ...['X', 'A'].map((written) => ['jk', written] as const),
  ['no_kartu', '1234567890'] as const,
];
const EMPTY = ['', '-', ' ', '0', 'NULL', 'n/a'].flatMap((written) =>
  ['tgl_lahir', 'no_kk', 'jk', 'no_kartu'].map((column) => [column, written] as const),
);
const ZEROS = ['0000-00-00', '00/00/0000', '00-00-0000'].map((written) => ['tgl_lahir', written] as const);

const OTHER: Isi = {
  tgl_lahir: '1971-11-23',
  no_kk: '3402019911109999',
  kode_wilayah: '3507012003',
  no_kartu: '0009999999999',
};
const other = (column: string, value: string): string =>
  column === 'jk' ? (value === 'L' ? 'P' : 'L') : (OTHER[column] ?? '');

async function outcomes(written: readonly (readonly [string, string])[], asked: readonly string[]): Promise<Isi[]> {
  const people = written.map((_, n) => someone(n));
  const rows = people.map((row, n) => ({ ...row, tiket: `T-${n}`, [written[n]?.[0] ?? '']: asked[n] ?? '' }));
  const records = people.map((row, n) => ({ ...row, [written[n]?.[0] ?? '']: written[n]?.[1] ?? '' }));
  const { rows: found } = await verifikasi(
    csv(at('u.csv'), HEADINGS, rows),
    ...['--referensi', `dtks=${csv(at('r.csv'), REFERENCE, records)}`],
  );
  return found;
}

const said = (rows: readonly Isi[], written: readonly (readonly [string, string, ...string[]])[]): string[] =>
  rows.map(({ kelas, beda }, n) => `${written[n]?.[0]} ${JSON.stringify(written[n]?.[1])}: ${kelas} ${beda}`);

describe('a field of a reference', () => {
  it('is read in every form that offices have for it', async () => {
    const rows = await outcomes(
      READ.map(([column, written]) => [column, written]),
      READ.map(([, , value]) => value),
    );
    expect(said(rows, READ)).toEqual(READ.map(([column, written]) => `${column} ${JSON.stringify(written)}: COCOK `));
  });

  it('never lets a row that contradicts it count as certain', async () => {
    const rows = await outcomes(
      READ.map(([column, written]) => [column, written]),
      READ.map(([column, , value]) => other(column, value)),
    );
    expect(said(rows, READ)).toEqual(
      READ.map(([column, written, value]) => {
        const asked = other(column, value);
        return `${column} ${JSON.stringify(written)}: COCOK_BEDA ${column}: ${asked} -> ${value}`;
      }),
    );
  });

  it('is said to be unreadable where the row has one, and leaves that to a person', async () => {
    const asked = UNREADABLE.map(([column], n) => someone(n)[column] ?? '');
    const rows = await outcomes(UNREADABLE, asked);
    expect(said(rows, UNREADABLE)).toEqual(
      UNREADABLE.map(
        ([column, written], n) =>
          `${column} ${JSON.stringify(written)}: COCOK_BEDA ${column}: ${asked[n]} -> tidak terbaca`,
      ),
    );
    for (const { alasan } of rows) expect(alasan).toContain('di referensi tidak terbaca');
    const blank = await outcomes(
      UNREADABLE,
      UNREADABLE.map(() => ''),
    );
    expect(blank.map(({ kelas }) => kelas)).toEqual(UNREADABLE.map(() => 'COCOK'));
  });

  it('that is empty, or stands for nothing known, is missing', async () => {
    const all = [...EMPTY, ...ZEROS];
    const rows = await outcomes(
      all,
      all.map(([column], n) => someone(n)[column] ?? ''),
    );
    expect(said(rows, all)).toEqual(all.map(([column, written]) => `${column} ${JSON.stringify(written)}: COCOK `));
  });

  it('that cannot be read is counted when the file is loaded', async () => {
    const records = UNREADABLE.map(([column, written], n) => ({ ...someone(n), [column]: written }));
    const path = csv(at('muat.csv'), REFERENCE, records);
    const { code, err } = await pbi('referensi', 'muat', 'dtks', path, '--indeks', at('indeks'));
    expect(code).toBe(0);
    expect(err).toContain(
      'Perhatian: muat.csv: tidak terbaca: No KK di 3 baris, Tanggal lahir di 5 baris, Jenis kelamin di 2 baris, No kartu di 1 baris.',
    );
    expect(err).not.toMatch(/\d{10}|ARTI/);
  });
});
