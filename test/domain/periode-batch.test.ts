/** Batch identifiers and control totals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bagianBatch, batchBerikut, idBatch, parseIdBatch, urutBatch } from '#domain/periode/batch.ts';
import { type BarisKontrol, bedaKontrol, totalKontrol } from '#domain/periode/total-kontrol.ts';
import { bat, prd } from './support/periode.ts';

describe('batch identifiers', () => {
  it.each([
    ['2026-11', '2026-11', 0],
    [' 2026-11-A1 ', '2026-11', 1],
    ['2026-11-A12', '2026-11', 12],
  ])('reads %j', (text, periode, adendum) => {
    expect(bagianBatch(bat(text))).toEqual({ periode, adendum });
    expect(idBatch(prd(periode), adendum)).toBe(text.trim());
  });

  it.each(['', '2026-13', '2026-13-A1', '2026-11-A0', '2026-11-A01', '2026-11-a1', '2026-11-A', '2026-11A1'])(
    'does not read %j',
    (text) => {
      expect(parseIdBatch(text)).toBeUndefined();
    },
  );

  it.each([
    [[], '2026-11'],
    [['2026-10', '2026-10-A4'], '2026-11'],
    [['2026-11'], '2026-11-A1'],
    [['2026-11-A2', '2026-11', '2026-11-A10', '2026-10-A30'], '2026-11-A11'],
  ])('after %j comes %s', (existing, next) => {
    expect(batchBerikut(prd('2026-11'), existing.map(bat))).toBe(next);
  });

  it('are ordered by period and number, not as text', () => {
    const ids = ['2027-01', '2026-11-A10', '2026-11-A2', '2026-12', '2026-11'].map(bat);
    expect(ids.sort(urutBatch)).toEqual(['2026-11', '2026-11-A2', '2026-11-A10', '2026-12', '2027-01']);
  });
});

const ROWS: readonly BarisKontrol[] = [
  { tiket: 'BGR-U-2026-000001', nik: '3271015708909001', isi: ['SITI', '1'] },
  { tiket: 'BGR-U-2026-000002', nik: '3271010101809002', isi: ['BUDI', '2'] },
  { tiket: 'BGR-U-2026-000010', nik: '', isi: ['BAYI', '3'] },
];
const changed = (index: number, change: Partial<BarisKontrol>) =>
  ROWS.map((row, i) => (i === index ? { ...row, ...change } : row));
const difference = (rows: readonly BarisKontrol[]) => bedaKontrol(totalKontrol(ROWS), totalKontrol(rows));

describe('control totals', () => {
  it('are what a person computes by hand', () => {
    expect(totalKontrol([{ tiket: 'T', nik: '1200000000000003', isi: [] }])).toEqual({
      baris: 1,
      jumlahNik: 1 * 1 + 2 * 2 + 3 * 16,
      // sha256sum of ["T","1200000000000003"]
      hash: 'd87bed67c2273b6e6dbf57a0f15a81f7a207e49228bd94109e13d27f33475c8a',
    });
    expect(totalKontrol([])).toEqual({
      baris: 0,
      jumlahNik: 0,
      hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });

  it('take the digits alone from an NIK that a spreadsheet damaged', () => {
    expect(totalKontrol([{ tiket: 'T', nik: '1 a:/3', isi: [] }]).jumlahNik).toBe(1 * 1 + 3 * 6);
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ROWS], { minLength: 3 }), (rows) => {
        expect(totalKontrol(rows)).toEqual(totalKontrol(ROWS));
      }),
    );
    const twice = [ROWS[0], { ...ROWS[0], isi: ['LAIN'] }] as BarisKontrol[];
    expect(totalKontrol([...twice].reverse())).toEqual(totalKontrol(twice));
  });

  it('are equal for equal rows', () => {
    expect(difference(ROWS.map((row) => ({ ...row })))).toBeUndefined();
  });

  it('name a missing and an additional row', () => {
    expect(difference(ROWS.slice(1))).toMatch(
      /^Batch tidak sama dengan yang tercatat: jumlah baris 2, tercatat 3; jumlah kontrol NIK \d+, tercatat \d+\.$/,
    );
    expect(difference([...ROWS, { tiket: 'X', nik: '', isi: [] }])).toBe(
      'Batch tidak sama dengan yang tercatat: jumlah baris 4, tercatat 3.',
    );
  });

  it('name a changed NIK, also when two digits are swapped', () => {
    expect(difference(changed(0, { nik: '3271017508909001' }))).toMatch(/: jumlah kontrol NIK \d+, tercatat \d+\.$/);
  });

  it.each([
    ['a cell', changed(1, { isi: ['BUDI', '3'] })],
    ['text moved into the next cell', changed(1, { isi: ['BUD', 'I2'] })],
    ['the ticket', changed(1, { tiket: 'BGR-U-2026-000003' })],
    [
      'NIKs that changed places',
      changed(0, { nik: '3271010101809002' }).map((row, i) => (i === 1 ? { ...row, nik: '3271015708909001' } : row)),
    ],
  ])('see %s', (_what, rows) => {
    expect(difference(rows)).toBe(
      'Batch tidak sama dengan yang tercatat: isi baris berubah walau jumlah baris dan jumlah kontrol NIK sama.',
    );
  });

  it('never put personal data into the sentence', () => {
    expect(difference(changed(0, { nik: '3271015708909003', isi: ['RAHASIA'] }))).not.toMatch(/\d{16}|RAHASIA|SITI/);
  });
});
