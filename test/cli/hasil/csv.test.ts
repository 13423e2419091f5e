/** The result as CSV: the columns other programs rely on, nothing a spreadsheet runs, whole or not there. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import type { HasilCocok } from '../../../cli/reconcile/bentuk.ts';
import { csvHasil } from '../../../cli/reconcile/hasil/csv.ts';
import { alirkan } from '../../../cli/reconcile/hasil/penulis.ts';
import { PAYLOADS } from '../../support/payloads.ts';
import { temporary } from '../support/pbi.ts';
import { banyakHasil, hasil, orang } from './support/hasil.ts';

async function* dari(...semua: HasilCocok[]) {
  yield* semua;
}

async function written(isi: AsyncIterable<HasilCocok>, kolomLain: string[] = []): Promise<string[][]> {
  const path = join(temporary(), 'hasil.csv');
  await alirkan(isi, [csvHasil(path, kolomLain)]);
  return parseCsv(readFileSync(path, 'utf8')) as string[][];
}

describe('result as CSV', () => {
  it('has the columns of the contract, then those of the input', async () => {
    const satu = hasil(4, {
      tiket: 'T-1',
      lain: { 'CATATAN PETUGAS': 'a, "b"\nc', rt: '003' },
      beda: [
        { kolom: 'nama', usulan: 'SITI', referensi: 'SITTI' },
        { kolom: 'tgl_lahir', usulan: '1990-07-15', referensi: '1990-07-16' },
      ],
    });
    const calon = [{ orang: orang(5), skor: 18.456, bagian: [] }];
    expect(await written(dari({ ...satu, calon }), ['CATATAN PETUGAS', 'rt'])).toEqual([
      ['tiket', 'referensi', 'kelas', 'nik', 'nik_referensi', 'skor', 'alasan', 'beda', 'CATATAN PETUGAS', 'rt'],
      [
        'T-1',
        'kependudukan',
        'SARAN',
        orang(4).nik,
        orang(5).nik,
        '18.46',
        satu.alasan,
        'nama: SITI -> SITTI; tgl_lahir: 1990-07-15 -> 1990-07-16',
        'a, "b"\nc',
        '003',
      ],
    ]);
  });

  it('leaves a score below zero a number', async () => {
    const calon = [{ orang: orang(5), skor: -6.9, bagian: [] }];
    const [, row] = await written(dari({ ...hasil(4), calon }));
    expect(row?.[5]).toBe('-6.9');
  });

  it('leaves score and NIK of the reference empty where nothing matched', async () => {
    const [, cells] = await written(dari(hasil(0, { kelas: 'TIDAK_DITEMUKAN' })));
    expect(cells?.slice(4, 6)).toEqual(['', '']);
  });

  it('tells a column of the input apart that is named like one of ours', async () => {
    const [judul] = await written(dari(), ['Alasan', 'alasan', 'skor']);
    expect(judul?.slice(8)).toEqual(['Alasan (masukan)', 'alasan (masukan 2)', 'skor (masukan)']);
  });

  it('has a line for every outcome, in their order', async () => {
    const lines = await written(banyakHasil(5_000));
    expect(lines).toHaveLength(5_001);
    expect(lines[5_000]?.[0]).toBe('BTL-N-2026-004999');
  });

  it('holds no formula', async () => {
    const semua = PAYLOADS.map((teks, n) => hasil(n, { alasan: teks, lain: { catatan: teks } }));
    const lines = await written(dari(...semua), ['catatan']);
    for (const line of lines.slice(1)) for (const cell of line) expect(cell).not.toMatch(/^[\s\u0000]*[=+@-]/);
  });

  it('is for nobody else and leaves nothing beside it', async () => {
    const path = join(temporary(), 'hasil.csv');
    await alirkan(banyakHasil(10), [csvHasil(path, [])]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(['hasil.csv']);
  });

  it('is the old one still when matching breaks off', async () => {
    const path = join(temporary(), 'hasil.csv');
    writeFileSync(path, 'lama');
    async function* putus() {
      yield* banyakHasil(20_000);
      throw new Error('cut');
    }
    await expect(alirkan(putus(), [csvHasil(path, [])])).rejects.toThrow('cut');
    expect(readFileSync(path, 'utf8')).toBe('lama');
    expect(readdirSync(dirname(path))).toEqual(['hasil.csv']);
  });

  it('is not begun when another report cannot be', async () => {
    const path = join(temporary(), 'hasil.csv');
    const lain = join(temporary(), 'tidak-ada', 'lain.csv');
    const gagal = alirkan(banyakHasil(1), [csvHasil(path, []), csvHasil(lain, [])]);
    await expect(gagal).rejects.toMatchObject({ exitCode: 2 });
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});
