/** The first day of cover in an answer "berhasil": what is to be expected (S-24), and what cannot be. */
import { awalPeriode, periodeBerikut, periodeTanggal } from '../periode/periode.ts';
import { tanggalAngka } from '../waktu/bahasa.ts';
import { type Tanggal, tambahBulan } from '../waktu/tanggal.ts';

/** PRIORITAS: the day of registration. CUT_OFF: the first of the next month. */
export const tmtHarapan = (mode: 'PRIORITAS' | 'CUT_OFF', terdaftar: Tanggal): Tanggal =>
  mode === 'PRIORITAS' ? terdaftar : awalPeriode(periodeBerikut(periodeTanggal(terdaftar)));

/** Cover never starts later than so many months after the answer. */
const BULAN_KE_DEPAN = 12;

export interface BatasTmt {
  readonly dari: Tanggal;
  readonly sampai: Tanggal;
}

/**
 * The days on which cover can start.
 * @param masuk when the proposal came in
 * @param sebulan whether the whole month of that day is allowed: an emergency is covered back to its beginning
 */
export const batasTmt = (masuk: Tanggal, hariIni: Tanggal, sebulan: boolean): BatasTmt => ({
  dari: sebulan ? awalPeriode(periodeTanggal(masuk)) : masuk,
  sampai: tambahBulan(hariIni, BULAN_KE_DEPAN),
});

/** Why a date cannot be the first day of cover; empty when it can. */
export function salahTmt(tmt: Tanggal, { dari, sampai }: BatasTmt): string {
  if (tmt < dari) return `TMT ${tanggalAngka(tmt)} terlalu awal untuk usulan ini; paling awal ${tanggalAngka(dari)}.`;
  if (tmt > sampai) return `TMT ${tanggalAngka(tmt)} terlalu jauh; paling lambat ${tanggalAngka(sampai)}.`;
  return '';
}
