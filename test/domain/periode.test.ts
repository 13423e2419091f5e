/** Months as periods: reading, neighbours, names, days of short months. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  awalPeriode,
  geserPeriode,
  hariPeriode,
  namaPeriode,
  parsePeriode,
  periodeBerikut,
  periodeSebelum,
  periodeTanggal,
} from '#domain/periode/periode.ts';
import { tgl } from './support/buat.ts';
import { prd } from './support/periode.ts';

describe('periods', () => {
  it.each(['2026-01', '2026-12', ' 2026-03 ', '9999-12'])('reads %j', (text) => {
    expect(parsePeriode(text)).toBe(text.trim());
  });

  it.each(['', '2026', '2026-00', '2026-13', '2026-3', '2026-03-01', '0000-01', '202603', 'Maret 2026'])(
    'does not read %j',
    (text) => {
      expect(parsePeriode(text)).toBeUndefined();
    },
  );

  it.each([
    ['2026-01', 'Januari 2026'],
    ['2026-03', 'Maret 2026'],
    ['2026-12', 'Desember 2026'],
  ])('%s is called %s', (periode, name) => {
    expect(namaPeriode(prd(periode))).toBe(name);
  });

  it('rolls over the year', () => {
    expect(periodeBerikut(prd('2026-12'))).toBe('2027-01');
    expect(periodeSebelum(prd('2027-01'))).toBe('2026-12');
    expect(geserPeriode(prd('2026-06'), -18)).toBe('2024-12');
  });

  it('is the month of a date', () => {
    expect(periodeTanggal(tgl('2026-02-28'))).toBe('2026-02');
    expect(awalPeriode(prd('2026-02'))).toBe('2026-02-01');
  });

  it.each([
    ['2026-02', 31, '2026-02-28'],
    ['2028-02', 30, '2028-02-29'],
    ['2026-04', 31, '2026-04-30'],
    ['2026-04', 30, '2026-04-30'],
    ['2026-04', 1, '2026-04-01'],
  ])('in %s day %i is %s', (periode, day, date) => {
    expect(hariPeriode(prd(periode), day)).toBe(date);
  });

  it.each([0, -1, 32, 1.5, 30.5, Number.NaN])('has no day %d', (day) => {
    expect(() => hariPeriode(prd('2026-02'), day)).toThrow(RangeError);
  });

  it('orders as text as it orders in time, and stepping back undoes stepping on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (months) => {
        const start = prd('2026-07');
        const other = geserPeriode(start, months);
        expect(Math.sign(months)).toBe(other > start ? 1 : other < start ? -1 : 0);
        expect(geserPeriode(other, -months)).toBe(start);
      }),
    );
  });
});
