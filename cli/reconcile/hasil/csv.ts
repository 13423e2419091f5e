/** The result as CSV: one line for each row of the input and reference, in the order of the input. */
import { tulisCsv } from '#domain/format/csv.ts';
import { judulLain, KOLOM_HASIL, selHasil } from './baris.ts';
import type { BukaPenulis } from './penulis.ts';
import { BerkasUtuh } from './utuh.ts';

/** @param kolomLain headings of the input that are not among the columns of people; their cells are kept */
export const csvHasil =
  (path: string, kolomLain: readonly string[]): BukaPenulis =>
  async () => {
    const berkas = await BerkasUtuh.buka(path);
    await berkas.tulis(tulisCsv([[...KOLOM_HASIL, ...judulLain(kolomLain, KOLOM_HASIL)]]));
    return {
      tulis: (hasil) =>
        berkas.tulis(tulisCsv([[...selHasil(hasil), ...kolomLain.map((kolom) => hasil.lain[kolom] ?? '')]])),
      selesai: () => berkas.selesai(),
      batal: () => berkas.batal(),
    };
  };
