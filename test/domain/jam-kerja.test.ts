/** Working days and office minutes, with the holidays of 2026 that move cut-offs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hariKerjaPalingLambat,
  hariKerjaSebelum,
  isHariKerja,
  JAM_KERJA_BAWAAN,
  menitKerja,
  tambahHariKerja,
  tambahMenitKerja,
} from '#domain/waktu/jam-kerja.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { epochDariWaktu, tambahMenit, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { tgl, wkt } from './support/buat.ts';

const LIBUR: ReadonlySet<Tanggal> = new Set(
  ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24']
    .concat(['2026-05-14', '2026-05-15', '2026-12-24', '2026-12-25'])
    .map(tgl),
);
const TANPA: ReadonlySet<Tanggal> = new Set();
const minutes = (dari: string, sampai: string) => menitKerja(wkt(dari), wkt(sampai), JAM_KERJA_BAWAAN, LIBUR);
const due = (dari: string, menit: number) => tambahMenitKerja(wkt(dari), menit, JAM_KERJA_BAWAAN, LIBUR);

describe('working days', () => {
  it.each([
    ['2026-01-10', '2026-01-09'],
    ['2026-02-15', '2026-02-13'],
    ['2026-03-15', '2026-03-13'],
    ['2026-03-20', '2026-03-17'],
    ['2026-05-10', '2026-05-08'],
    ['2026-05-15', '2026-05-13'],
    ['2026-06-20', '2026-06-19'],
    ['2026-12-20', '2026-12-18'],
  ])('cut-off %s is worked towards on %s', (tanggal, sebelum) => {
    expect(hariKerjaSebelum(tgl(tanggal), LIBUR)).toBe(sebelum);
    expect(hariKerjaPalingLambat(tgl(tanggal), LIBUR)).toBe(sebelum);
  });

  it('before a working day is the day before, at the latest is the day itself', () => {
    expect(hariKerjaSebelum(tgl('2026-11-10'), LIBUR)).toBe('2026-11-09');
    expect(hariKerjaSebelum(tgl('2026-11-09'), LIBUR)).toBe('2026-11-06');
    expect(hariKerjaPalingLambat(tgl('2026-11-10'), LIBUR)).toBe('2026-11-10');
    expect([isHariKerja(tgl('2026-11-20'), LIBUR), isHariKerja(tgl('2026-11-21'), LIBUR)]).toEqual([true, false]);
    expect([isHariKerja(tgl('2026-11-22'), LIBUR), isHariKerja(tgl('2026-12-25'), LIBUR)]).toEqual([false, false]);
  });

  it('counts working days in both directions', () => {
    expect(tambahHariKerja(tgl('2026-11-20'), 1, LIBUR)).toBe('2026-11-23');
    expect(tambahHariKerja(tgl('2026-11-21'), 1, LIBUR)).toBe('2026-11-23');
    expect(tambahHariKerja(tgl('2026-11-20'), 3, LIBUR)).toBe('2026-11-25');
    expect(tambahHariKerja(tgl('2026-03-17'), 1, LIBUR)).toBe('2026-03-25');
    expect(tambahHariKerja(tgl('2026-03-20'), 0, LIBUR)).toBe('2026-03-25');
    expect(tambahHariKerja(tgl('2026-11-20'), 0, LIBUR)).toBe('2026-11-20');
    expect(tambahHariKerja(tgl('2026-11-23'), -1, LIBUR)).toBe('2026-11-20');
  });

  it('stops when the settings leave no working day', () => {
    const semua = new Set<Tanggal>();
    for (let hari = 0; hari < 800; hari += 1) semua.add(waktuDariEpoch(hari * 86_400_000).slice(0, 10) as Tanggal);
    expect(() => hariKerjaSebelum(tgl('1971-12-31'), semua)).toThrow(RangeError);
    expect(() => tambahMenitKerja(wkt('2026-11-21 09:00'), 1, [], TANPA)).toThrow(RangeError);
  });
});

describe('office minutes', () => {
  it.each([
    ['2026-11-19 08:00', '2026-11-19 08:15', 15],
    ['2026-11-19 06:00', '2026-11-19 08:00', 30],
    ['2026-11-19 15:50', '2026-11-20 07:40', 20],
    ['2026-11-20 14:20', '2026-11-23 07:35', 15],
    ['2026-11-20 14:30', '2026-11-23 07:30', 0],
    ['2026-11-21 08:00', '2026-11-22 20:00', 0],
    ['2026-11-16 00:00', '2026-11-23 00:00', 4 * 510 + 420],
    ['2026-12-23 15:30', '2026-12-28 08:00', 60],
    ['2026-11-19 08:00:00', '2026-11-19 08:00:59', 0],
    ['2026-11-19 09:00', '2026-11-19 08:00', 0],
    ['2026-11-20 09:00', '2026-11-19 08:00', 0],
  ])('%s to %s: %s', (dari, sampai, harapan) => {
    expect(minutes(dari, sampai)).toBe(harapan);
  });

  it.each([
    ['2026-11-19 08:00', 15, '2026-11-19T08:15:00+07:00'],
    ['2026-11-19 22:00', 15, '2026-11-20T07:45:00+07:00'],
    ['2026-11-20 14:20', 15, '2026-11-23T07:35:00+07:00'],
    ['2026-11-20 14:20', 10, '2026-11-20T14:30:00+07:00'],
    ['2026-11-21 10:00', 0, '2026-11-23T07:30:00+07:00'],
    ['2026-12-23 16:00', 1, '2026-12-28T07:31:00+07:00'],
    ['2026-11-19 08:00:30', 1, '2026-11-19T08:01:30+07:00'],
    ['2026-11-16 07:30', 4 * 510 + 421, '2026-11-23T07:31:00+07:00'],
  ])('%s plus %s: %s', (dari, menit, harapan) => {
    expect(due(dari, menit)).toBe(harapan);
  });

  it('takes other hours, and hours that close before they open as closed', () => {
    const sabtu = [null, null, null, null, null, null, { buka: '08:00', tutup: '12:00' }];
    expect(menitKerja(wkt('2026-11-20 00:00'), wkt('2026-11-23 00:00'), sabtu, TANPA)).toBe(240);
    const terbalik = [null, { buka: '16:00', tutup: '07:30' }, null, null, null, null, null];
    expect(menitKerja(wkt('2026-11-23 00:00'), wkt('2026-11-24 00:00'), terbalik, TANPA)).toBe(0);
  });

  it('agrees with counting minute by minute, and due time is its inverse', () => {
    const start = epochDariWaktu(wkt('2026-03-10 00:00')) / 60_000;
    const opened = (epochMinute: number) => {
      const local = new Date(epochMinute * 60_000 + 7 * 3_600_000);
      if (LIBUR.has(tgl(local.toISOString().slice(0, 10)))) return false;
      const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
      const close = [0, 960, 960, 960, 960, 870, 0][local.getUTCDay()] ?? 0;
      return minute >= 450 && minute < close;
    };
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(12_000), (offset, length) => {
        let expected = 0;
        for (let m = start + offset; m < start + offset + length; m += 1) if (opened(m)) expected += 1;
        const dari = waktuDariEpoch((start + offset) * 60_000);
        const sampai = tambahMenit(dari, length);
        expect(menitKerja(dari, sampai, JAM_KERJA_BAWAAN, LIBUR)).toBe(expected);
        const batas = tambahMenitKerja(dari, expected, JAM_KERJA_BAWAAN, LIBUR);
        expect(menitKerja(dari, batas, JAM_KERJA_BAWAAN, LIBUR)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
