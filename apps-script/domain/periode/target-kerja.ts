/** The working day towards which an office works: holidays and cuti bersama move it, never the legal date (S-01). */
import { hariKerjaPalingLambat, type Libur, tambahHariKerja } from '../waktu/jam-kerja.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import type { AturanLibur } from './cutoff.ts';
import { hariPeriode, type Periode } from './periode.ts';

/**
 * The work target of a period's cut-off: the legal date itself when it is a working day or the rule is TETAP, otherwise
 * the nearest working day before (SEBELUM) or after (SESUDAH) it, in a neighbouring month if need be.
 * @throws RangeError when the day is not a whole number 1..31, or the holidays leave no working day within a year
 */
export function targetKerja(periode: Periode, hari: number, aturanLibur: AturanLibur, libur: Libur): Tanggal {
  const resmi = hariPeriode(periode, hari);
  if (aturanLibur === 'TETAP') return resmi;
  return aturanLibur === 'SEBELUM' ? hariKerjaPalingLambat(resmi, libur) : tambahHariKerja(resmi, 0, libur);
}
