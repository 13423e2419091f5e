/** Cut-offs of the SOPs on all 36 dates of 2026 and of 2027, and the period that a time of sending gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AturanLibur, batasResmi, CUTOFF_BAWAAN, klasifikasi, klasifikasiUlang } from '#domain/periode/cutoff.ts';
import { liburKosong, peringatanLibur } from '#domain/periode/libur.ts';
import { targetKerja } from '#domain/periode/target-kerja.ts';
import { tambahMenit, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { tgl, wkt } from './support/buat.ts';
import { LIBUR_2026, TANPA_LIBUR } from './support/libur-2026.ts';
import { prd } from './support/periode.ts';

/** Legal date -> last working day before it, for those of 2026 that are no working day. */
const DIGESER_2026: Readonly<Record<string, string>> = {
  '2026-01-10': '2026-01-09',
  '2026-02-15': '2026-02-13',
  '2026-03-15': '2026-03-13',
  '2026-03-20': '2026-03-17',
  '2026-05-10': '2026-05-08',
  '2026-05-15': '2026-05-13',
  '2026-06-20': '2026-06-19',
  '2026-08-15': '2026-08-14',
  '2026-09-20': '2026-09-18',
  '2026-10-10': '2026-10-09',
  '2026-11-15': '2026-11-13',
  '2026-12-20': '2026-12-18',
};
/** The same towards the other side. */
const SESUDAH_2026: Readonly<Record<string, string>> = {
  '2026-01-10': '2026-01-12',
  '2026-02-15': '2026-02-18',
  '2026-03-15': '2026-03-16',
  '2026-03-20': '2026-03-25',
  '2026-05-10': '2026-05-11',
  '2026-05-15': '2026-05-18',
  '2026-06-20': '2026-06-22',
  '2026-08-15': '2026-08-18',
  '2026-09-20': '2026-09-21',
  '2026-10-10': '2026-10-12',
  '2026-11-15': '2026-11-16',
  '2026-12-20': '2026-12-21',
};
/** 2027: only weekends are known. */
const DIGESER_2027: Readonly<Record<string, string>> = {
  '2027-01-10': '2027-01-08',
  '2027-02-20': '2027-02-19',
  '2027-03-20': '2027-03-19',
  '2027-04-10': '2027-04-09',
  '2027-05-15': '2027-05-14',
  '2027-06-20': '2027-06-18',
  '2027-07-10': '2027-07-09',
  '2027-08-15': '2027-08-13',
  '2027-10-10': '2027-10-08',
  '2027-11-20': '2027-11-19',
};

const dates = (year: number) =>
  ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].flatMap((month) =>
    [10, 15, 20].map((day) => ({ periode: `${year}-${month}`, day, date: `${year}-${month}-${day}` })),
  );

describe('the cut-offs of the SOPs', () => {
  it('are the 10th, 15th and 20th in Bogor and the 20th in Bantul', () => {
    const days = Object.values(CUTOFF_BAWAAN).map(({ id, hari, aturanLibur }) => [id, hari, aturanLibur]);
    expect(days).toEqual([
      ['kelurahan', 10, 'SEBELUM'],
      ['dinsos', 15, 'SEBELUM'],
      ['dinkes', 20, 'SEBELUM'],
      ['bantul', 20, 'SEBELUM'],
    ]);
  });
});

describe.each(dates(2026))('cut-off $date', ({ periode, day, date }) => {
  const nextPeriod = date.startsWith('2026-12')
    ? '2027-01'
    : `2026-${String(Number(date.slice(5, 7)) + 1).padStart(2, '0')}`;

  it('binds until the last second of that date, whatever the holidays', () => {
    expect(batasResmi(prd(periode), day)).toBe(`${date}T23:59:59+07:00`);
    expect(targetKerja(prd(periode), day, 'TETAP', LIBUR_2026)).toBe(date);
  });

  it('is worked towards on the last or the next working day', () => {
    expect(targetKerja(prd(periode), day, 'SEBELUM', LIBUR_2026)).toBe(DIGESER_2026[date] ?? date);
    expect(targetKerja(prd(periode), day, 'SESUDAH', LIBUR_2026)).toBe(SESUDAH_2026[date] ?? date);
  });

  it('takes in its last second and rolls the next one over', () => {
    expect(klasifikasi(wkt(`${date} 23:59:59`), day)).toEqual({ periode, lewatCutoff: false });
    const later = tambahMenit(wkt(`${date} 23:59:59`), 1 / 60);
    expect(later.slice(11)).toBe('00:00:00+07:00');
    expect(klasifikasi(later, day)).toEqual({ periode: nextPeriod, lewatCutoff: true });
  });

  it('is the same instant when the sender wrote it in UTC', () => {
    expect(klasifikasi(wkt(`${date}T16:59:59Z`), day).periode).toBe(periode);
    expect(klasifikasi(wkt(`${date}T17:00:00Z`), day).periode).toBe(nextPeriod);
  });
});

describe.each(dates(2027))('cut-off $date without a list of holidays', ({ periode, day, date }) => {
  it('moves for weekends only', () => {
    expect(targetKerja(prd(periode), day, 'SEBELUM', TANPA_LIBUR)).toBe(DIGESER_2027[date] ?? date);
    expect(targetKerja(prd(periode), day, 'SEBELUM', LIBUR_2026)).toBe(DIGESER_2027[date] ?? date);
  });
});

describe('the work target', () => {
  it.each<[AturanLibur, string, number, string]>([
    ['SEBELUM', '2026-02', 1, '2026-01-30'],
    ['SESUDAH', '2026-02', 31, '2026-03-02'],
    ['TETAP', '2026-02', 31, '2026-02-28'],
  ])('with %s may lie in a neighbouring month (%s, day %i)', (aturan, periode, day, target) => {
    expect(targetKerja(prd(periode), day, aturan, LIBUR_2026)).toBe(target);
  });
});

const DAYS = fc.integer({ min: 1, max: 31 });
const INSTANTS = fc.integer({ min: Date.UTC(2025, 11, 1), max: Date.UTC(2028, 1, 28) }).map((ms) => waktuDariEpoch(ms));

describe('classification', () => {
  it('never goes back in time', () => {
    fc.assert(
      fc.property(INSTANTS, INSTANTS, DAYS, (a, b, day) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(klasifikasi(early, day).periode <= klasifikasi(late, day).periode).toBe(true);
      }),
    );
  });

  it('gives an instant exactly one period: after the limit of the one before, not after its own', () => {
    const all = Array.from({ length: 40 }, (_, i) =>
      prd(`${2025 + Math.floor((i + 10) / 12)}-${String(((i + 10) % 12) + 1).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(INSTANTS, fc.integer({ min: 1, max: 28 }), (sent, day) => {
        const open = all.filter((periode, i) => {
          const before = all[i - 1];
          return before !== undefined && batasResmi(before, day) < sent && sent <= batasResmi(periode, day);
        });
        expect(open).toEqual([klasifikasi(sent, day).periode]);
      }),
    );
  });

  it('of a day beyond the end of the month takes the whole month in', () => {
    expect(klasifikasi(wkt('2026-02-28 23:59:59'), 31)).toEqual({ periode: '2026-02', lewatCutoff: false });
    expect(klasifikasi(wkt('2026-03-01 00:00:00'), 31)).toEqual({ periode: '2026-03', lewatCutoff: false });
  });

  it('refuses a day that no month has', () => {
    expect(() => klasifikasi(wkt('2026-03-01 00:00:00'), 32)).toThrow(RangeError);
  });
});

describe('a returned row that is sent again', () => {
  it.each([
    ['2026-03', '2026-03-10 23:59:59', '2026-03', false],
    ['2026-03', '2026-03-11 00:00:00', '2026-04', true],
    ['2026-04', '2026-03-20 08:00:00', '2026-04', false],
    ['2026-06', '2026-03-05 08:00:00', '2026-06', false],
    ['2026-12', '2026-12-11 00:00:00', '2027-01', true],
    ['2026-03', '2026-06-05 09:00:00', '2026-06', true],
    ['2026-03', '2026-06-15 09:00:00', '2026-07', true],
  ])('of %s at %s belongs to %s', (original, sent, periode, lewatCutoff) => {
    expect(klasifikasiUlang(prd(original), wkt(sent), 10)).toEqual({ periode, lewatCutoff });
  });
});

describe('the list of holidays', () => {
  const warned = (date: string) => peringatanLibur(tgl(date), LIBUR_2026).map((text) => /\d{4}/.exec(text)?.[0]);

  it('of next year is missed from 1 December on', () => {
    expect(warned('2026-11-30')).toEqual([]);
    expect(warned('2026-12-01')).toEqual(['2027']);
    expect(warned('2026-12-31')).toEqual(['2027']);
    expect(warned('2027-01-01')).toEqual(['2027']);
  });

  it('may be empty: both years are named, targets still come out', () => {
    expect(peringatanLibur(tgl('2026-12-01'), TANPA_LIBUR)).toHaveLength(2);
    expect(targetKerja(prd('2026-03'), 20, 'SEBELUM', TANPA_LIBUR)).toBe('2026-03-20');
  });

  it('that has the year is not missed', () => {
    expect(liburKosong(2026, LIBUR_2026)).toBeUndefined();
    expect(liburKosong(2025, LIBUR_2026)).toContain('2025 belum diisi');
    expect(liburKosong(2027, LIBUR_2026)).toContain('2027 belum diisi');
  });
});
