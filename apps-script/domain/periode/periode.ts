/** The month a proposal belongs to, as `YYYY-MM`: the key of batches, reminders and reports. */
import { namaBulan } from '../waktu/bahasa.ts';
import { bagianTanggal, buatTanggal, hariDalamBulan, type Tanggal, tambahBulan, tambahHari } from '../waktu/tanggal.ts';

declare const merekPeriode: unique symbol;

/** A month that exists, as `2026-03`. Compares correctly as text. */
export type Periode = string & { readonly [merekPeriode]: true };

const POLA_PERIODE = /^\d{4}-\d{2}$/;

/** Reads `YYYY-MM`, spaces around it allowed; undefined for anything else, a 13th month included. */
export function parsePeriode(teks: string): Periode | undefined {
  const bersih = teks.trim();
  if (!POLA_PERIODE.test(bersih)) return undefined;
  const awal = buatTanggal(Number(bersih.slice(0, 4)), Number(bersih.slice(5)), 1);
  return awal && periodeTanggal(awal);
}

/** The calendar month of a date. */
export function periodeTanggal(tanggal: Tanggal): Periode {
  return tanggal.slice(0, 7) as Periode;
}

/** The first day of a period. */
export function awalPeriode(periode: Periode): Tanggal {
  return `${periode}-01` as Tanggal;
}

/**
 * A day of the period; the last day when the month is shorter, so a limit on the 31st exists in February too.
 * @throws RangeError when the day is not a whole number 1..31
 */
export function hariPeriode(periode: Periode, hari: number): Tanggal {
  if (!Number.isInteger(hari) || hari < 1 || hari > 31) {
    throw new RangeError('Hari dalam bulan harus bilangan bulat 1 sampai 31');
  }
  const { tahun, bulan } = bagianTanggal(awalPeriode(periode));
  return tambahHari(awalPeriode(periode), Math.min(hari, hariDalamBulan(tahun, bulan)) - 1);
}

/**
 * The period that many months later (negative: earlier).
 * @throws RangeError outside the years 0001-9999
 */
export function geserPeriode(periode: Periode, bulan: number): Periode {
  return periodeTanggal(tambahBulan(awalPeriode(periode), bulan));
}

export function periodeBerikut(periode: Periode): Periode {
  return geserPeriode(periode, 1);
}

export function periodeSebelum(periode: Periode): Periode {
  return geserPeriode(periode, -1);
}

/** `Maret 2026` */
export function namaPeriode(periode: Periode): string {
  return `${namaBulan(Number(periode.slice(5)))} ${periode.slice(0, 4)}`;
}
