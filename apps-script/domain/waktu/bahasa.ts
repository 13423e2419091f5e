/** Dates, times and durations in words, as Indonesian letters and messages write them. */
import { bagianTanggal, hariPekan, type Tanggal } from './tanggal.ts';
import { jamWaktu, tanggalWaktu, type Waktu } from './waktu.ts';

const BULAN = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const HARI = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

/** Name of a month, 1..12. */
export function namaBulan(bulan: number): string {
  return String(BULAN[bulan - 1]);
}

/** Name of the day of the week, e.g. `Sabtu`. */
export function namaHari(tanggal: Tanggal): string {
  return String(HARI[hariPekan(tanggal)]);
}

/** `21 November 2026` */
export function tanggalIndonesia(tanggal: Tanggal): string {
  const { tahun, bulan, hari } = bagianTanggal(tanggal);
  return `${hari} ${namaBulan(bulan)} ${tahun}`;
}

/** `21 November 2026 pukul 09.30 WIB` */
export function waktuIndonesia(waktu: Waktu): string {
  return `${tanggalIndonesia(tanggalWaktu(waktu))} pukul ${jamWaktu(waktu).replace(':', '.')} WIB`;
}

/** `21/11/2026`, the order of the forms and of Format 34/37. */
export function tanggalAngka(tanggal: Tanggal): string {
  return `${tanggal.slice(8, 10)}/${tanggal.slice(5, 7)}/${tanggal.slice(0, 4)}`;
}

/** `05/11/2026 02.10 WIB`, for tables that people read. */
export function waktuAngka(waktu: Waktu): string {
  return `${tanggalAngka(tanggalWaktu(waktu))} ${jamWaktu(waktu).replace(':', '.')} WIB`;
}

/** Minutes in words: `2 jam 15 menit`, `3 hari 1 jam`, `0 menit`. The sign is dropped: the sentence says which side. */
export function durasiIndonesia(menit: number): string {
  const total = Math.floor(Math.abs(menit));
  const bagian: readonly (readonly [number, string])[] = [
    [Math.floor(total / 1_440), 'hari'],
    [Math.floor((total % 1_440) / 60), 'jam'],
    [total % 60, 'menit'],
  ];
  const kata = bagian.filter(([jumlah]) => jumlah > 0).map(([jumlah, satuan]) => `${jumlah} ${satuan}`);
  return kata.length > 0 ? kata.join(' ') : '0 menit';
}
