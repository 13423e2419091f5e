/** Calendar and WIB time against JS Date for 1900-2100, reading and writing, words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  durasiIndonesia,
  namaBulan,
  namaHari,
  tanggalAngka,
  tanggalIndonesia,
  waktuIndonesia,
} from '#domain/waktu/bahasa.ts';
import {
  bagianTanggal,
  buatTanggal,
  hariDalamBulan,
  hariPekan,
  hariSejakEpoch,
  isKabisat,
  parseTanggal,
  selisihHari,
  tambahBulan,
  tambahHari,
  tanggalDariHari,
} from '#domain/waktu/tanggal.ts';
import {
  akhirHari,
  awalHari,
  buatWaktu,
  epochDariWaktu,
  jamWaktu,
  kurangDari,
  parseWaktu,
  selisihMenit,
  tambahHariWaktu,
  tambahJam,
  tambahMenit,
  tanggalWaktu,
  waktuDariEpoch,
} from '#domain/waktu/waktu.ts';
import { tgl, wkt } from './support/buat.ts';

const DAY = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

describe('calendar', () => {
  it('agrees with JS Date on every day of 1900-2100', () => {
    const salah: string[] = [];
    for (let ms = Date.UTC(1900, 0, 1); ms <= Date.UTC(2100, 11, 31); ms += DAY) {
      const tanggal = tanggalDariHari(ms / DAY);
      const cocok = tanggal === iso(ms).slice(0, 10) && hariSejakEpoch(tanggal) === ms / DAY;
      if (!cocok || hariPekan(tanggal) !== new Date(ms).getUTCDay()) salah.push(tanggal);
    }
    expect(salah).toEqual([]);
  });

  it('agrees with JS Date about which days exist', () => {
    const salah: string[] = [];
    for (let tahun = 1900; tahun <= 2100; tahun += 1) {
      for (let bulan = 0; bulan <= 13; bulan += 1) {
        for (let hari = 0; hari <= 32; hari += 1) {
          const date = new Date(Date.UTC(tahun, bulan - 1, hari));
          const ada = date.getUTCMonth() === bulan - 1 && date.getUTCDate() === hari;
          if ((buatTanggal(tahun, bulan, hari) !== undefined) !== ada) salah.push(`${tahun}-${bulan}-${hari}`);
        }
      }
    }
    expect(salah).toEqual([]);
  });

  it('knows leap years by all three rules', () => {
    expect([1900, 2000, 2024, 2026, 2100].map(isKabisat)).toEqual([false, true, true, false, false]);
    expect([hariDalamBulan(2024, 2), hariDalamBulan(2026, 2), hariDalamBulan(2026, 13)]).toEqual([29, 28, 0]);
  });

  it.each([
    [0, 1, 1],
    [10_000, 1, 1],
    [2026.5, 1, 1],
    [2026, 1, 1.5],
    [2026, 1.5, 1],
    [Number.NaN, 1, 1],
  ])('no date %s-%s-%s', (tahun, bulan, hari) => {
    expect(buatTanggal(tahun, bulan, hari)).toBeUndefined();
  });

  it.each([
    ['2026-11-21', '2026-11-21'],
    [' 21/11/2026 ', '2026-11-21'],
    ['7-8-1990', '1990-08-07'],
    ['17.08.1990', '1990-08-17'],
    ['29/02/2000', '2000-02-29'],
    ['29/02/2001', undefined],
    ['2001-02-29', undefined],
    ['11/21/2026', undefined],
    ['21/11-2026', undefined],
    ['21/11/26', undefined],
    ['2026-1-2', undefined],
    ['kemarin', undefined],
    ['', undefined],
  ])('reads %j as %s', (teks, harapan) => {
    expect(parseTanggal(teks)).toBe(harapan);
  });

  it('counts days and months', () => {
    expect(tambahHari(tgl('2026-12-31'), 1)).toBe('2027-01-01');
    expect(tambahHari(tgl('2028-03-01'), -1)).toBe('2028-02-29');
    expect(selisihHari(tgl('2026-11-21'), tgl('2026-12-01'))).toBe(10);
    expect(selisihHari(tgl('2026-12-01'), tgl('2026-11-21'))).toBe(-10);
    expect(tambahBulan(tgl('2026-08-31'), 6)).toBe('2027-02-28');
    expect(tambahBulan(tgl('2026-12-15'), 1)).toBe('2027-01-15');
    expect(tambahBulan(tgl('2027-01-15'), -1)).toBe('2026-12-15');
    expect(bagianTanggal(tgl('2026-11-21'))).toEqual({ tahun: 2026, bulan: 11, hari: 21 });
  });

  it('stops outside the years 0001-9999', () => {
    expect(tambahHari(tgl('9999-12-30'), 1)).toBe('9999-12-31');
    expect(() => tambahHari(tgl('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => tambahHari(tgl('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => tambahBulan(tgl('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('time in WIB', () => {
  it('agrees with JS Date in both directions', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 11, 31) }), (ms) => {
        const waktu = waktuDariEpoch(ms);
        expect(waktu).toBe(`${iso(ms + 7 * 3_600_000).slice(0, 19)}+07:00`);
        expect(epochDariWaktu(waktu)).toBe(Math.floor(ms / 1_000) * 1_000);
        expect(new Date(waktu).getTime()).toBe(epochDariWaktu(waktu));
      }),
    );
  });

  it.each([
    ['2026-11-21 09:30', '2026-11-21T09:30:00+07:00'],
    ['2026-11-21T09:30:15', '2026-11-21T09:30:15+07:00'],
    ['2026-11-21T09:30:15+07:00', '2026-11-21T09:30:15+07:00'],
    ['21/11/2026 9.30', '2026-11-21T09:30:00+07:00'],
    ['21/11/2026 09:30:45', '2026-11-21T09:30:45+07:00'],
    ['21/11/2026 09.30 WIB', '2026-11-21T09:30:00+07:00'],
    ['2026-11-21T02:30:00.999Z', '2026-11-21T09:30:00+07:00'],
    ['2026-12-31T20:00:00Z', '2027-01-01T03:00:00+07:00'],
    ['2026-11-21T10:30:00+08:00', '2026-11-21T09:30:00+07:00'],
    ['2026-11-20T21:00:00-0530', '2026-11-21T09:30:00+07:00'],
    ['2026-11-21T09:30:00+15:00', undefined],
    ['2026-11-21T09:30:00+07:60', undefined],
    ['2026-02-29 09:30', undefined],
    ['2026-11-21 24:00', undefined],
    ['2026-11-21 09:60', undefined],
    ['2026-11-21 09:30:60', undefined],
    ['2026-11-21', undefined],
    ['', undefined],
  ])('reads %j as %s', (teks, harapan) => {
    expect(parseWaktu(teks)).toBe(harapan);
  });

  it('makes times and takes them apart', () => {
    const hari = tgl('2026-11-21');
    expect(buatWaktu(hari, 9, 5)).toBe('2026-11-21T09:05:00+07:00');
    expect(buatWaktu(hari, 23, 59, 59)).toBe(akhirHari(hari));
    expect(buatWaktu(hari, 0, 0)).toBe(awalHari(hari));
    expect([buatWaktu(hari, -1, 0), buatWaktu(hari, 9.5, 0), buatWaktu(hari, 24, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([tanggalWaktu(wkt('2026-11-21 09:30')), jamWaktu(wkt('2026-11-21 09:30'))]).toEqual(['2026-11-21', '09:30']);
  });

  it('adds and compares', () => {
    const waktu = wkt('2026-12-31 23:50');
    expect(tambahMenit(waktu, 15)).toBe('2027-01-01T00:05:00+07:00');
    expect(tambahMenit(waktu, -24 * 60)).toBe('2026-12-30T23:50:00+07:00');
    expect(tambahJam(waktu, 72)).toBe('2027-01-03T23:50:00+07:00');
    expect(tambahHariWaktu(waktu, 1)).toBe('2027-01-01T23:50:00+07:00');
    expect(selisihMenit(waktu, tambahJam(waktu, 72))).toBe(4320);
    expect(selisihMenit(wkt('2026-11-21 09:30:00'), wkt('2026-11-21 09:31:59'))).toBe(1);
    expect(selisihMenit(wkt('2026-11-21 09:31:59'), wkt('2026-11-21 09:30:00'))).toBe(-1);
    expect([kurangDari(waktu, tambahMenit(waktu, 1)), kurangDari(waktu, waktu)]).toEqual([true, false]);
    expect(kurangDari(tgl('2026-09-30'), tgl('2026-10-01'))).toBe(true);
    expect(kurangDari(akhirHari(tgl('2026-11-10')), awalHari(tgl('2026-11-11')))).toBe(true);
  });
});

describe('words', () => {
  it('writes dates and times in Indonesian', () => {
    expect(tanggalIndonesia(tgl('2026-11-21'))).toBe('21 November 2026');
    expect(tanggalIndonesia(tgl('2026-08-07'))).toBe('7 Agustus 2026');
    expect(waktuIndonesia(wkt('2026-11-21 09:30'))).toBe('21 November 2026 pukul 09.30 WIB');
    expect(tanggalAngka(tgl('2026-11-21'))).toBe('21/11/2026');
    expect([namaHari(tgl('2026-11-21')), namaHari(tgl('2026-11-22'))]).toEqual(['Sabtu', 'Minggu']);
  });

  it('names months as Indonesian readers know them', () => {
    const intl = new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' });
    for (let bulan = 1; bulan <= 12; bulan += 1) {
      expect(namaBulan(bulan)).toBe(intl.format(Date.UTC(2026, bulan - 1, 1)));
    }
  });

  it.each([
    [135, '2 jam 15 menit'],
    [0, '0 menit'],
    [59.9, '59 menit'],
    [60, '1 jam'],
    [1_500, '1 hari 1 jam'],
    [4_325, '3 hari 5 menit'],
    [-135, '2 jam 15 menit'],
  ])('%s minutes: %s', (menit, kata) => {
    expect(durasiIndonesia(menit)).toBe(kata);
  });
});
