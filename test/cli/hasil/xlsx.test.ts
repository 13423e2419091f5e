/** The result as a workbook: what a person opens first, what is coloured, and that all rows are in it as text. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { HasilCocok } from '../../../cli/reconcile/bentuk.ts';
import { alirkan } from '../../../cli/reconcile/hasil/penulis.ts';
import { xlsxHasil } from '../../../cli/reconcile/hasil/xlsx/hasil-xlsx.ts';
import { PAYLOADS } from '../../support/payloads.ts';
import { temporary } from '../support/pbi.ts';
import { banyakHasil, hasil, orang } from './support/hasil.ts';
import { rencana } from './support/rencana.ts';

async function* dari(semua: readonly HasilCocok[]) {
  yield* semua;
}

interface Opened {
  readonly path: string;
  readonly sheets: readonly Sheet[];
  sheet(nama: string): Sheet;
}

async function written(
  isi: AsyncIterable<HasilCocok>,
  kolomLain: readonly string[] = [],
  batas?: { lembar: number; perlu: number },
): Promise<Opened> {
  const path = join(temporary(), 'hasil.xlsx');
  await alirkan(isi, [xlsxHasil(path, kolomLain, rencana(0), batas)]);
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  const sheet = (nama: string): Sheet => {
    const found = sheets.find(({ name }) => name === nama);
    if (!found) throw new Error(`no sheet ${nama}`);
    return found;
  };
  return { path, sheets, sheet };
}

/** Column of a heading. */
const column = ({ rows }: Sheet, judul: string): number => rows[0]?.indexOf(judul) ?? -1;
const styleOf = ({ cells }: Sheet, row: number, at: number) => cells?.get(`${row},${at}`)?.style;

describe('result as a workbook', () => {
  it('counts every class and says what it means and what to do', async () => {
    const { sheets, sheet } = await written(banyakHasil(40));
    expect(sheets.map(({ name }) => name)).toEqual(['Ringkasan', 'Perlu dilihat', 'Semua']);
    const rows = sheet('Ringkasan').rows;
    const kepala = rows.findIndex(([first]) => first === 'Kelas');
    expect(rows[kepala]).toEqual([
      'Kelas',
      'Artinya',
      'kependudukan',
      'dtks',
      'pbi-jk',
      'pbi-apbd',
      'Jumlah',
      'Yang perlu dilakukan',
    ]);
    const cocok = rows.find(([first]) => first === 'COCOK');
    expect(cocok?.[1]).toBe('NIK sama dan orangnya sama');
    expect(cocok?.slice(2, 7).map(Number)).toEqual([4, 4, 4, 4, 16]);
    expect(rows.find(([first]) => first === 'Jumlah')?.[6]).toBe(40);
  });

  it('shows both sides and colours exactly what differs', async () => {
    const beda = hasil(2, { kelas: 'COCOK_BEDA' });
    const { sheet } = await written(dari([hasil(0), beda]));
    const perlu = sheet('Perlu dilihat');
    expect(perlu.rows).toHaveLength(2);
    const berwarna = (perlu.rows[0] ?? []).filter((_, at) => styleOf(perlu, 1, at)?.font?.bold);
    expect(berwarna).toEqual([
      'Kelas',
      'Tanggal lahir usulan',
      'Tanggal lahir referensi',
      'Nama ibu usulan',
      'Nama ibu referensi',
    ]);
    const at = column(perlu, 'Tanggal lahir referensi');
    expect(perlu.rows[1]?.[at]).toBe('1990-07-16');
    expect(styleOf(perlu, 1, at)?.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    expect(styleOf(perlu, 1, column(perlu, 'Nama referensi'))?.fill).not.toMatchObject({ pattern: 'solid' });
  });

  it('puts the most urgent class first and a line for each candidate', async () => {
    const { sheet } = await written(dari([hasil(4), hasil(5), hasil(7)]));
    const perlu = sheet('Perlu dilihat');
    const kelas = perlu.rows.slice(1).map((row) => [row[column(perlu, 'Kelas')], row[column(perlu, 'Calon ke-')]]);
    expect(kelas).toEqual([
      ['BENTROK', 1],
      ['SARAN', 1],
      ['SARAN', 2],
      ['TIDAK_DITEMUKAN', null],
    ]);
  });

  it('keeps a NIK as text in a cell that stays text', async () => {
    const { sheet } = await written(dari([hasil(0, { lain: { kode: '007' } })]), ['kode']);
    const semua = sheet('Semua');
    for (const judul of ['NIK', 'No KK', 'NIK referensi', 'kode']) {
      const at = column(semua, judul);
      expect(typeof semua.rows[1]?.[at]).toBe('string');
      expect(styleOf(semua, 1, at)?.numFmt).toBe('@');
    }
    expect(semua.rows[1]?.[column(semua, 'NIK')]).toBe(orang(0).nik);
    expect(semua.rows[1]?.[column(semua, 'kode')]).toBe('007');
  });

  it('holds every text unchanged and no formula', async () => {
    const odd = [
      ...PAYLOADS,
      'a\u0000b',
      'a\u000Bb',
      '_x0041_',
      '<b>&amp;</b>',
      ' spasi ',
      'dua\nbaris',
      'a\r\nb',
      '😀',
    ];
    const { path, sheet } = await written(dari(odd.map((teks, n) => hasil(n, { kelas: 'COCOK', lain: { teks } }))), [
      'teks',
    ]);
    const semua = sheet('Semua');
    const at = column(semua, 'teks');
    expect(semua.rows.slice(1).map((row) => row[at] ?? '')).toEqual(odd);
    expect([...(semua.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['hasil.xlsx']);
  });

  it('freezes and filters its tables', async () => {
    const { sheet } = await written(banyakHasil(3));
    for (const nama of ['Perlu dilihat', 'Semua']) {
      expect(sheet(nama).freezePane).toMatchObject({ rows: 1 });
      expect(sheet(nama).autoFilter?.range).toMatch(/^A1:[A-Z]+\d+$/);
    }
  });

  it('goes on in further sheets, and says how much of what to look at is shown', async () => {
    const { sheets, sheet } = await written(banyakHasil(20), [], { lembar: 8, perlu: 5 });
    expect(sheets.map(({ name }) => name)).toEqual(['Ringkasan', 'Perlu dilihat', 'Semua', 'Semua 2', 'Semua 3']);
    const isi = ['Semua', 'Semua 2', 'Semua 3'].flatMap((nama) =>
      sheet(nama)
        .rows.slice(1)
        .map((row) => row[0]),
    );
    expect(isi).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
    expect(sheet('Ringkasan').rows.flat()).toContainEqual(expect.stringContaining('memuat 5 dari 12 baris'));
  });

  it('is a workbook also without rows', async () => {
    const { sheets } = await written(banyakHasil(0));
    expect(sheets.map(({ rows }) => rows.length > 0)).toEqual([true, true, true]);
  });
});
