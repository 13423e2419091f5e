/** The first day of cover to be expected of an answer "berhasil", by how the regency's members become active (S-24). */
import { awalPeriode, periodeBerikut, periodeTanggal } from '../periode/periode.ts';
import type { Tanggal } from '../waktu/tanggal.ts';

/** PRIORITAS: the day of registration. CUT_OFF: the first of the next month. */
export const tmtHarapan = (mode: 'PRIORITAS' | 'CUT_OFF', terdaftar: Tanggal): Tanggal =>
  mode === 'PRIORITAS' ? terdaftar : awalPeriode(periodeBerikut(periodeTanggal(terdaftar)));
