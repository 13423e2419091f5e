/** Calendar dates without a clock or time zone: `YYYY-MM-DD`, proleptic Gregorian, years 0001-9999. */

declare const merekTanggal: unique symbol;

/** A calendar date that exists, as `YYYY-MM-DD`. Compares correctly as text. */
export type Tanggal = string & { readonly [merekTanggal]: true };

export interface BagianTanggal {
  readonly tahun: number;
  /** 1..12 */
  readonly bulan: number;
  /** 1..31 */
  readonly hari: number;
}

const HARI_BULAN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const POLA_ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const POLA_INDONESIA = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

export function isKabisat(tahun: number): boolean {
  return (tahun % 4 === 0 && tahun % 100 !== 0) || tahun % 400 === 0;
}

/** Days in a month (1..12); 0 for a month that does not exist. */
export function hariDalamBulan(tahun: number, bulan: number): number {
  return bulan === 2 && isKabisat(tahun) ? 29 : (HARI_BULAN[bulan - 1] ?? 0);
}

function angka(nilai: number, lebar: number): string {
  return String(nilai).padStart(lebar, '0');
}

/** The date of these parts, or undefined when the calendar has no such day. */
export function buatTanggal(tahun: number, bulan: number, hari: number): Tanggal | undefined {
  const utuh = Number.isInteger(tahun) && Number.isInteger(hari);
  if (!utuh || tahun < 1 || tahun > 9999 || hari < 1 || hari > hariDalamBulan(tahun, bulan)) return undefined;
  return `${angka(tahun, 4)}-${angka(bulan, 2)}-${angka(hari, 2)}` as Tanggal;
}

/** Reads `YYYY-MM-DD`, or day first with slash, dash or dot (`17/08/1990`, `7-8-1990`); undefined for anything else. */
export function parseTanggal(teks: string): Tanggal | undefined {
  const bersih = teks.trim();
  const iso = POLA_ISO.exec(bersih);
  if (iso) return buatTanggal(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const lokal = POLA_INDONESIA.exec(bersih);
  return lokal ? buatTanggal(Number(lokal[4]), Number(lokal[3]), Number(lokal[1])) : undefined;
}

export function bagianTanggal(tanggal: Tanggal): BagianTanggal {
  return {
    tahun: Number(tanggal.slice(0, 4)),
    bulan: Number(tanggal.slice(5, 7)),
    hari: Number(tanggal.slice(8, 10)),
  };
}

/**
 * Days since 1970-01-01 (negative before). The year is counted from 1 March, so the leap day is the last day of it and
 * 153 days make five months; 400 years are always 146097 days.
 */
export function hariSejakEpoch(tanggal: Tanggal): number {
  const { tahun, bulan, hari } = bagianTanggal(tanggal);
  const tahunMaret = bulan > 2 ? tahun : tahun - 1;
  const hariKe = Math.floor((153 * ((bulan + 9) % 12) + 2) / 5) + hari - 1;
  const kabisat = Math.floor(tahunMaret / 4) - Math.floor(tahunMaret / 100) + Math.floor(tahunMaret / 400);
  return tahunMaret * 365 + kabisat + hariKe - 719468;
}

/**
 * The date that many whole days after 1970-01-01.
 * @throws RangeError outside the years 0001-9999
 */
export function tanggalDariHari(hariEpoch: number): Tanggal {
  const z = hariEpoch + 719468;
  const abad4 = Math.floor(z / 146097);
  const sisa = z - abad4 * 146097;
  const tahunKe = Math.floor(
    (sisa - Math.floor(sisa / 1460) + Math.floor(sisa / 36524) - Math.floor(sisa / 146096)) / 365,
  );
  const hariKe = sisa - (365 * tahunKe + Math.floor(tahunKe / 4) - Math.floor(tahunKe / 100));
  const bulanKe = Math.floor((5 * hariKe + 2) / 153);
  const bulan = bulanKe < 10 ? bulanKe + 3 : bulanKe - 9;
  const hari = hariKe - Math.floor((153 * bulanKe + 2) / 5) + 1;
  const tanggal = buatTanggal(abad4 * 400 + tahunKe + (bulan <= 2 ? 1 : 0), bulan, hari);
  if (tanggal === undefined) throw new RangeError('Tanggal di luar tahun 0001-9999');
  return tanggal;
}

/** That many days later (negative: earlier). */
export function tambahHari(tanggal: Tanggal, hari: number): Tanggal {
  return tanggalDariHari(hariSejakEpoch(tanggal) + hari);
}

/**
 * The same day that many months later (negative: earlier), or the last day of that month when it is shorter.
 * @throws RangeError outside the years 0001-9999
 */
export function tambahBulan(tanggal: Tanggal, bulan: number): Tanggal {
  const asal = bagianTanggal(tanggal);
  const urutan = asal.tahun * 12 + asal.bulan - 1 + bulan;
  const tahun = Math.floor(urutan / 12);
  const bulanBaru = urutan - tahun * 12 + 1;
  const hasil = buatTanggal(tahun, bulanBaru, Math.min(asal.hari, hariDalamBulan(tahun, bulanBaru)));
  if (hasil === undefined) throw new RangeError('Tanggal di luar tahun 0001-9999');
  return hasil;
}

/** Days from the first date to the second; negative when the second is earlier. */
export function selisihHari(dari: Tanggal, sampai: Tanggal): number {
  return hariSejakEpoch(sampai) - hariSejakEpoch(dari);
}

/** Day of the week, 0 = Minggu .. 6 = Sabtu. */
export function hariPekan(tanggal: Tanggal): number {
  // 1970-01-01 was a Thursday; the double remainder keeps days before it positive.
  return (((hariSejakEpoch(tanggal) + 4) % 7) + 7) % 7;
}
