/** Holidays of 2026 written by hand from the joint decree, so that tests do not share a typing error with the product. */
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { tgl } from './buat.ts';

const LIBUR_NASIONAL = `2026-01-01 2026-01-16 2026-02-17 2026-03-19 2026-03-21 2026-03-22 2026-04-03 2026-04-05 2026-05-01
  2026-05-14 2026-05-27 2026-05-31 2026-06-01 2026-06-16 2026-08-17 2026-08-25 2026-12-25`;
const CUTI_BERSAMA = '2026-02-16 2026-03-18 2026-03-20 2026-03-23 2026-03-24 2026-05-15 2026-05-28 2026-12-24';

export const LIBUR_2026: ReadonlySet<Tanggal> = new Set(`${LIBUR_NASIONAL} ${CUTI_BERSAMA}`.split(/\s+/).map(tgl));
export const TANPA_LIBUR: ReadonlySet<Tanggal> = new Set();
