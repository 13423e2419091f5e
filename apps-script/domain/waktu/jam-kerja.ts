/** Working days and office hours: what counts towards a service time and when a due date on a holiday falls. */
import { hariPekan, hariSejakEpoch, type Tanggal, tambahHari } from './tanggal.ts';
import { awalHari, epochDariWaktu, tambahMenit, tanggalWaktu, type Waktu } from './waktu.ts';

/** Opening and closing time of one day, `HH:mm` WIB. */
export interface JamBuka {
  readonly buka: string;
  readonly tutup: string;
}

/** Office hours by day of the week, index 0 = Minggu .. 6 = Sabtu; null = closed. */
export type JamKerja = readonly (JamBuka | null)[];

export type Libur = ReadonlySet<Tanggal>;

const SENIN_KAMIS: JamBuka = { buka: '07:30', tutup: '16:00' };

/** Usual hours of an Indonesian local-government office; an office sets its own in `Pengaturan`. */
export const JAM_KERJA_BAWAAN: JamKerja = [
  null,
  SENIN_KAMIS,
  SENIN_KAMIS,
  SENIN_KAMIS,
  SENIN_KAMIS,
  { buka: '07:30', tutup: '14:30' },
  null,
];

/** Longest run of closed days that is still believed; beyond it the settings leave no working day at all. */
const BATAS_TUTUP = 366;

/** Monday to Friday and not a holiday. */
export function isHariKerja(tanggal: Tanggal, libur: Libur): boolean {
  const hari = hariPekan(tanggal);
  return hari !== 0 && hari !== 6 && !libur.has(tanggal);
}

/**
 * The date n working days later (n < 0: earlier). With n = 0 the date itself when it is a working day, otherwise the
 * next working day.
 * @throws RangeError when no working day follows within a year
 */
export function tambahHariKerja(tanggal: Tanggal, n: number, libur: Libur): Tanggal {
  const arah = n < 0 ? -1 : 1;
  let hasil = n === 0 ? hariKerjaTerdekat(tanggal, arah, libur) : tanggal;
  for (let sisa = Math.abs(n); sisa > 0; sisa -= 1) {
    hasil = hariKerjaTerdekat(tambahHari(hasil, arah), arah, libur);
  }
  return hasil;
}

/** The last working day strictly before a date. */
export function hariKerjaSebelum(tanggal: Tanggal, libur: Libur): Tanggal {
  return hariKerjaTerdekat(tambahHari(tanggal, -1), -1, libur);
}

/** The date itself when it is a working day, otherwise the last working day before it: a due date on a holiday. */
export function hariKerjaPalingLambat(tanggal: Tanggal, libur: Libur): Tanggal {
  return hariKerjaTerdekat(tanggal, -1, libur);
}

function hariKerjaTerdekat(tanggal: Tanggal, arah: 1 | -1, libur: Libur): Tanggal {
  let hasil = tanggal;
  for (let langkah = 0; langkah <= BATAS_TUTUP; langkah += 1) {
    if (isHariKerja(hasil, libur)) return hasil;
    hasil = tambahHari(hasil, arah);
  }
  throw new RangeError('Tidak ada hari kerja dalam satu tahun: periksa daftar libur');
}

function menitHari(jam: string): number {
  return Number(jam.slice(0, 2)) * 60 + Number(jam.slice(3, 5));
}

/** Opening window of a date in minutes of the day, or undefined when the office is closed. */
function jendela(tanggal: Tanggal, jamKerja: JamKerja, libur: Libur): { buka: number; tutup: number } | undefined {
  const jam = jamKerja[hariPekan(tanggal)];
  if (!jam || libur.has(tanggal)) return undefined;
  const buka = menitHari(jam.buka);
  return { buka, tutup: Math.max(buka, menitHari(jam.tutup)) };
}

/** Minutes (with fractions) from midnight of a date to an instant, which may lie on another day. */
function menitDariTengahMalam(tanggal: Tanggal, waktu: Waktu): number {
  return (epochDariWaktu(waktu) - epochDariWaktu(awalHari(tanggal))) / 60_000;
}

/** Whole office minutes between two instants; 0 when the second is not later. */
export function menitKerja(dari: Waktu, sampai: Waktu, jamKerja: JamKerja, libur: Libur): number {
  const akhir = hariSejakEpoch(tanggalWaktu(sampai));
  let total = 0;
  for (let hari = tanggalWaktu(dari); hariSejakEpoch(hari) <= akhir; hari = tambahHari(hari, 1)) {
    const buka = jendela(hari, jamKerja, libur);
    if (!buka) continue;
    const mulai = Math.max(buka.buka, menitDariTengahMalam(hari, dari));
    const selesai = Math.min(buka.tutup, menitDariTengahMalam(hari, sampai));
    total += Math.max(0, selesai - mulai);
  }
  return Math.floor(total);
}

/**
 * The instant at which that many office minutes have passed; with 0 minutes the first instant at which the office is
 * open. It is the due time of a step whose service time is counted in office minutes.
 * @throws RangeError when the settings leave no office hours within a year
 */
export function tambahMenitKerja(dari: Waktu, menit: number, jamKerja: JamKerja, libur: Libur): Waktu {
  let hari = tanggalWaktu(dari);
  let sisa = menit;
  for (let tutup = 0; tutup <= BATAS_TUTUP; tutup += 1) {
    const buka = jendela(hari, jamKerja, libur);
    const mulai = Math.max(buka?.buka ?? 0, menitDariTengahMalam(hari, dari));
    const tersedia = (buka?.tutup ?? 0) - mulai;
    if (tersedia > 0) {
      if (sisa <= tersedia) return tambahMenit(awalHari(hari), mulai + sisa);
      sisa -= tersedia;
      tutup = 0;
    }
    hari = tambahHari(hari, 1);
  }
  throw new RangeError('Tidak ada jam kerja dalam satu tahun: periksa jam kerja dan daftar libur');
}
