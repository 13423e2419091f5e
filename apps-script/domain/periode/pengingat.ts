/**
 * Reminders before a cut-off, H-3 and H-1. They count working days back from the work target: a reminder that arrives on
 * a holiday is read when it no longer helps, and three calendar days before a Monday is one working day before it.
 */
import { type Libur, tambahHariKerja } from '../waktu/jam-kerja.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import type { Cutoff } from './cutoff.ts';
import { geserPeriode, hariPeriode, type Periode, periodeTanggal } from './periode.ts';
import { targetKerja } from './target-kerja.ts';

/** What a reminder has to know of a limit; the office's internal limit is none of the SOP's cut-offs. */
export type BatasDiingat = Pick<Cutoff, 'hari' | 'aturanLibur' | 'hariPengingat'> & { readonly id: string };

export interface Pengingat {
  /** Same reminder, same key, whenever it is computed: the ledger of scheduled work sends it once. */
  readonly kunci: string;
  readonly periode: Periode;
  /** `H-3` */
  readonly kode: string;
  /** First day on which it is sent; always a working day. */
  readonly tanggal: Tanggal;
  readonly target: Tanggal;
}

/**
 * The reminders of one period, earliest first.
 * @throws RangeError as `targetKerja`
 */
export function pengingat(periode: Periode, cutoff: BatasDiingat, libur: Libur): Pengingat[] {
  const target = targetKerja(periode, cutoff.hari, cutoff.aturanLibur, libur);
  return [...cutoff.hariPengingat]
    .sort((a, b) => b - a)
    .map((n) => ({
      kunci: `pengingat|${cutoff.id}|${periode}|H-${n}`,
      periode,
      kode: `H-${n}`,
      tanggal: tambahHariKerja(target, -n, libur),
      target,
    }));
}

/**
 * The reminders that are in force on a day: per period the latest one whose date has come, until target and legal date
 * have both passed. A skipped day therefore sends it late, two skipped reminders send only the second, and a day that is
 * asked twice gives the same keys. Neighbouring periods count too: reminders of a limit on the 1st begin a month earlier.
 */
export function pengingatBerlaku(hariIni: Tanggal, cutoff: BatasDiingat, libur: Libur): Pengingat[] {
  const bulanIni = periodeTanggal(hariIni);
  return [-1, 0, 1].flatMap((geser) => {
    const periode = geserPeriode(bulanIni, geser);
    const datang = pengingat(periode, cutoff, libur).filter((satu) => satu.tanggal <= hariIni);
    const terakhir = datang.slice(-1);
    return hariPeriode(periode, cutoff.hari) >= hariIni ? terakhir : terakhir.filter((satu) => satu.target >= hariIni);
  });
}
