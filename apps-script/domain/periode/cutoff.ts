/** The monthly cut-offs as data, and the period of what was sent: decided by the time of sending and nothing else. */
import { akhirHari, kurangDari, tanggalWaktu, type Waktu } from '../waktu/waktu.ts';
import { hariPeriode, type Periode, periodeBerikut, periodeTanggal } from './periode.ts';

/** Which working day is the work target when the legal date is a day off: the one before, none (stay), the one after. */
export type AturanLibur = 'SEBELUM' | 'TETAP' | 'SESUDAH';

export interface Cutoff {
  readonly id: 'kelurahan' | 'dinsos' | 'dinkes' | 'bantul';
  /** Day of the month, 1..31; the last day in shorter months. */
  readonly hari: number;
  readonly aturanLibur: AturanLibur;
  /** Earlier day that only the office itself watches, for steps to which the SOP gives no date (S-03). */
  readonly hariInternal?: number;
  /** Working days (> 0) before the work target on which the party is reminded. */
  readonly hariPengingat: readonly number[];
  /** Who must have done what by then; completes the sentence `Batas ...`. */
  readonly kegiatan: string;
  readonly klausul: string;
}

export type IdCutoff = Cutoff['id'];

/**
 * What the two SOPs say; an office overrides days and rule in its settings. SEBELUM, because a target after the legal
 * date would use up the days of the next party in the chain (S-01).
 */
export const CUTOFF_BAWAAN: Readonly<Record<IdCutoff, Cutoff>> = {
  kelurahan: {
    id: 'kelurahan',
    hari: 10,
    aturanLibur: 'SEBELUM',
    hariPengingat: [3, 1],
    kegiatan: 'kelurahan menyerahkan usulan ke Dinas Sosial',
    klausul: 'BGR-12',
  },
  dinsos: {
    id: 'dinsos',
    hari: 15,
    aturanLibur: 'SEBELUM',
    hariPengingat: [3, 1],
    kegiatan: 'Dinas Sosial menyerahkan hasil verifikasi ke Dinas Kesehatan',
    klausul: 'BGR-15',
  },
  dinkes: {
    id: 'dinkes',
    hari: 20,
    aturanLibur: 'SEBELUM',
    hariPengingat: [3, 1],
    kegiatan: 'Dinas Kesehatan menyerahkan data ke BPJS Kesehatan',
    klausul: 'BGR-17',
  },
  bantul: {
    id: 'bantul',
    hari: 20,
    aturanLibur: 'SEBELUM',
    hariPengingat: [3, 1],
    hariInternal: 15,
    kegiatan: 'Dinas Sosial mengusulkan secara kolektif ke BPJS Kesehatan',
    klausul: 'BTL-N-05',
  },
};

export interface Klasifikasi {
  readonly periode: Periode;
  /** True when the cut-off had passed and the row belongs to a later period than it would have on time. */
  readonly lewatCutoff: boolean;
}

/**
 * The legal limit of a period: the last second of its day, WIB, whether or not that is a working day.
 * @throws RangeError when the day is not a whole number 1..31
 */
export function batasResmi(periode: Periode, hari: number): Waktu {
  return akhirHari(hariPeriode(periode, hari));
}

/**
 * The period of something sent at an instant. Takes no "now": a run that comes late, twice or never changes nothing.
 * @throws RangeError when the day is not a whole number 1..31
 */
export function klasifikasi(waktuKirim: Waktu, hari: number): Klasifikasi {
  const periode = periodeTanggal(tanggalWaktu(waktuKirim));
  const lewatCutoff = kurangDari(batasResmi(periode, hari), waktuKirim);
  return { periode: lewatCutoff ? periodeBerikut(periode) : periode, lewatCutoff };
}

/**
 * The period of a returned row that is sent again (S-04): the original one while its limit has not passed, otherwise the
 * one the new time of sending gives; it never moves to an earlier period.
 */
export function klasifikasiUlang(asal: Periode, waktuKirim: Waktu, hari: number): Klasifikasi {
  return kurangDari(batasResmi(asal, hari), waktuKirim)
    ? { periode: klasifikasi(waktuKirim, hari).periode, lewatCutoff: true }
    : { periode: asal, lewatCutoff: false };
}
