/** Warnings about the list of holidays: without it every work target and reminder is computed from weekends alone. */
import type { Libur } from '../waktu/jam-kerja.ts';
import { bagianTanggal, type Tanggal } from '../waktu/tanggal.ts';

/** The government decides next year's holidays before December, so from then on their absence is worth a warning. */
const BULAN_PERINGATAN = 12;

/** A sentence when the list has no holiday of a year, otherwise undefined. */
export function liburKosong(tahun: number, libur: Libur): string | undefined {
  for (const tanggal of libur) if (bagianTanggal(tanggal).tahun === tahun) return undefined;
  return (
    `Daftar libur nasional dan cuti bersama ${tahun} belum diisi di tab Libur; ` +
    'target kerja dan pengingat tahun itu hanya memperhitungkan Sabtu dan Minggu.'
  );
}

/**
 * The warnings of a day: this year's list at any time, next year's from 1 December on. All of December, not only its
 * first day, so a skipped run does not lose it; the ledger keeps it from repeating.
 */
export function peringatanLibur(hariIni: Tanggal, libur: Libur): string[] {
  const { tahun, bulan } = bagianTanggal(hariIni);
  const diperiksa = bulan >= BULAN_PERINGATAN ? [tahun, tahun + 1] : [tahun];
  return diperiksa
    .map((satu) => liburKosong(satu, libur))
    .filter((kalimat): kalimat is string => kalimat !== undefined);
}
