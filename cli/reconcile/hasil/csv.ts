/** The result as CSV: one line for each row of the input and reference, in the order of the input. */
import { amankanSel, tulisCsv } from '#domain/format/csv.ts';
import { judulLain, KOLOM_HASIL, selHasil } from './baris.ts';
import type { BukaPenulis } from './penulis.ts';
import { BerkasUtuh } from './utuh.ts';

const SKOR = KOLOM_HASIL.indexOf('skor');

/** A number that is less than nothing is no formula. */
const baris = (sel: readonly string[]): string =>
  `${sel.map((teks, i) => `"${(i === SKOR ? teks : amankanSel(teks)).replace(/"/g, '""')}"`).join(',')}\r\n`;

/** @param kolomLain headings of the input that are not among the columns of people; their cells are kept */
export const csvHasil =
  (path: string, kolomLain: readonly string[]): BukaPenulis =>
  async () => {
    const berkas = await BerkasUtuh.buka(path);
    await berkas.tulis(tulisCsv([[...KOLOM_HASIL, ...judulLain(kolomLain, KOLOM_HASIL)]]));
    return {
      tulis: (hasil) => berkas.tulis(baris([...selHasil(hasil), ...kolomLain.map((kolom) => hasil.lain[kolom] ?? '')])),
      selesai: () => berkas.selesai(),
      batal: () => berkas.batal(),
    };
  };
