/** How long something has been waiting, in calendar and working days, and which threshold that has reached. */
import type { Libur } from '../waktu/jam-kerja.ts';
import { hariPekan, hariSejakEpoch, selisihHari, type Tanggal } from '../waktu/tanggal.ts';

export interface Umur {
  readonly hari: number;
  readonly hariKerja: number;
}

/** Mondays to Fridays from a fixed Monday up to and including a date. */
function hariPekanKerja(tanggal: Tanggal): number {
  // 1970-01-01 was a Thursday, so three days earlier a week began; + 1 includes the date itself.
  const hari = hariSejakEpoch(tanggal) + 4;
  const pekan = Math.floor(hari / 7);
  return pekan * 5 + Math.min(hari - pekan * 7, 5);
}

/**
 * Working days after the first date up to and including the second; 0 when the second is not later. Computed, not
 * counted day by day: the daily ageing list does this for every open row.
 */
export function hariKerjaAntara(dari: Tanggal, sampai: Tanggal, libur: Libur): number {
  if (sampai <= dari) return 0;
  let hasil = hariPekanKerja(sampai) - hariPekanKerja(dari);
  for (const tanggal of libur) {
    const diHariKerja = hariPekan(tanggal) % 6 !== 0;
    if (tanggal > dari && tanggal <= sampai && diHariKerja) hasil -= 1;
  }
  return hasil;
}

/** Age on a day; the day of sending is day 0, and nothing is younger than that. */
export function umur(sejak: Tanggal, hariIni: Tanggal, libur: Libur): Umur {
  return { hari: Math.max(0, selisihHari(sejak, hariIni)), hariKerja: hariKerjaAntara(sejak, hariIni, libur) };
}

/** The highest threshold that an age in days has reached; undefined below all of them. Thresholds in any order. */
export function ambangTercapai(hari: number, ambang: readonly number[]): number | undefined {
  const tercapai = ambang.filter((satu) => satu <= hari);
  return tercapai.length > 0 ? Math.max(...tercapai) : undefined;
}

/** The threshold that an age has reached since the day on which somebody last looked; of several the highest. */
export function ambangBaru(
  mulai: Tanggal,
  terakhir: Tanggal,
  hariIni: Tanggal,
  ambang: readonly number[],
): number | undefined {
  const kini = ambangTercapai(selisihHari(mulai, hariIni), ambang);
  return kini === ambangTercapai(selisihHari(mulai, terakhir), ambang) ? undefined : kini;
}

/** The bucket of an age for tables: with thresholds 10 and 20 `0-9 hari`, `10-19 hari`, `20 hari atau lebih`. */
export function kelompokUmur(hari: number, ambang: readonly number[]): string {
  const dari = ambangTercapai(hari, ambang) ?? 0;
  const berikut = ambang.filter((satu) => satu > hari);
  return berikut.length > 0 ? `${dari}-${Math.min(...berikut) - 1} hari` : `${dari} hari atau lebih`;
}
