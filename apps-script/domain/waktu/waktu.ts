/** Instants in Western Indonesia Time (WIB, UTC+7, no daylight saving) as ISO text with whole seconds. */
import {
  hariSejakEpoch,
  parseTanggal,
  type Tanggal,
  tambahHari as tambahHariTanggal,
  tanggalDariHari,
} from './tanggal.ts';

declare const merekWaktu: unique symbol;

/** An instant as `2026-11-21T09:30:00+07:00`. One fixed offset, so two of them compare correctly as text. */
export type Waktu = string & { readonly [merekWaktu]: true };

const DETIK_HARI = 86_400;
const DETIK_WIB = 7 * 3_600;
const POLA_WAKTU =
  /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}[/-]\d{4})[T ](\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?: ?WIB|(Z)|([+-])(\d{2}):?(\d{2}))?$/;

function dua(nilai: number): string {
  return String(nilai).padStart(2, '0');
}

/** Seconds since 1970-01-01T00:00 on a WIB wall clock -> instant. */
function dariDetikWib(detik: number): Waktu {
  const hari = Math.floor(detik / DETIK_HARI);
  const sisa = detik - hari * DETIK_HARI;
  const jam = `${dua(Math.floor(sisa / 3_600))}:${dua(Math.floor((sisa % 3_600) / 60))}:${dua(sisa % 60)}`;
  return `${tanggalDariHari(hari)}T${jam}+07:00` as Waktu;
}

function detikWib(waktu: Waktu): number {
  const jam = Number(waktu.slice(11, 13));
  const menit = Number(waktu.slice(14, 16));
  return hariSejakEpoch(tanggalWaktu(waktu)) * DETIK_HARI + jam * 3_600 + menit * 60 + Number(waktu.slice(17, 19));
}

/** The instant of epoch milliseconds (UTC); fractions of a second are cut off. */
export function waktuDariEpoch(milidetik: number): Waktu {
  return dariDetikWib(Math.floor(milidetik / 1_000) + DETIK_WIB);
}

/** Epoch milliseconds (UTC) of an instant. */
export function epochDariWaktu(waktu: Waktu): number {
  return (detikWib(waktu) - DETIK_WIB) * 1_000;
}

/** The instant of a date and a WIB wall-clock time, or undefined for a time that no clock shows. */
export function buatWaktu(tanggal: Tanggal, jam: number, menit: number, detik = 0): Waktu | undefined {
  const sah = [jam, menit, detik].every((n) => Number.isInteger(n) && n >= 0) && jam < 24 && menit < 60 && detik < 60;
  return sah ? (`${tanggal}T${dua(jam)}:${dua(menit)}:${dua(detik)}+07:00` as Waktu) : undefined;
}

/** Midnight WIB at the start of a date. */
export function awalHari(tanggal: Tanggal): Waktu {
  return `${tanggal}T00:00:00+07:00` as Waktu;
}

/** The last second of a date in WIB. */
export function akhirHari(tanggal: Tanggal): Waktu {
  return `${tanggal}T23:59:59+07:00` as Waktu;
}

/**
 * Reads `2026-11-21 09:30`, `21/11/2026 09.30`, with or without seconds. Without an offset, or with `WIB`, it is WIB;
 * with `Z` or `+hh:mm` it is converted. Undefined when it is none of these or not on the calendar.
 */
export function parseWaktu(teks: string): Waktu | undefined {
  const cocok = POLA_WAKTU.exec(teks.trim());
  if (!cocok) return undefined;
  const tanggal = parseTanggal(String(cocok[1]));
  if (tanggal === undefined) return undefined;
  const waktu = buatWaktu(tanggal, Number(cocok[2]), Number(cocok[3]), Number(cocok[4] ?? 0));
  if (waktu === undefined) return undefined;
  const geser = geserWib(cocok[5], cocok[6], Number(cocok[7]), Number(cocok[8]));
  return geser === undefined ? undefined : dariDetikWib(detikWib(waktu) + geser);
}

/** Seconds from the written offset to WIB; undefined for an offset that no zone has. */
function geserWib(z: string | undefined, tanda: string | undefined, jam: number, menit: number): number | undefined {
  if (z !== undefined) return DETIK_WIB;
  if (tanda === undefined) return 0;
  if (jam > 14 || menit > 59) return undefined;
  return DETIK_WIB - (tanda === '-' ? -1 : 1) * (jam * 3_600 + menit * 60);
}

/** The WIB calendar date of an instant. */
export function tanggalWaktu(waktu: Waktu): Tanggal {
  return waktu.slice(0, 10) as Tanggal;
}

/** The WIB wall-clock time of an instant, `HH:mm`. */
export function jamWaktu(waktu: Waktu): string {
  return waktu.slice(11, 16);
}

export function tambahMenit(waktu: Waktu, menit: number): Waktu {
  return dariDetikWib(detikWib(waktu) + Math.round(menit * 60));
}

export function tambahJam(waktu: Waktu, jam: number): Waktu {
  return tambahMenit(waktu, jam * 60);
}

/** The same wall-clock time that many calendar days later (negative: earlier). */
export function tambahHariWaktu(waktu: Waktu, hari: number): Waktu {
  return `${tambahHariTanggal(tanggalWaktu(waktu), hari)}${waktu.slice(10)}` as Waktu;
}

/** Whole minutes from the first instant to the second; negative when the second is earlier. */
export function selisihMenit(dari: Waktu, sampai: Waktu): number {
  return Math.trunc((detikWib(sampai) - detikWib(dari)) / 60);
}

/** True when the first is strictly earlier: two instants or two dates, never one of each. */
export function kurangDari<T extends Waktu | Tanggal>(a: T, b: T): boolean {
  return a < b;
}
