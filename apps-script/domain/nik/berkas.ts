/** Findings that only a whole list of NIK shows: duplicates, and digits that a spreadsheet has cut off. */
import { galatNik, peringatanNik, type TemuanNik } from './enam-belas.ts';

export interface TemuanBaris {
  /** Index in the list, from 0. */
  readonly indeks: number;
  readonly temuan: TemuanNik;
}

/** Below this many rows "most of the file" says nothing. */
const BARIS_MINIMAL = 5;

/**
 * Compares the cleaned NIK of a file (undefined where a row has none). `E_GANDA_BERKAS` marks every row whose NIK occurs
 * more than once. `W_EXCEL0` marks each NIK ending in 0 when more than half of all end in 0: a spreadsheet keeps only
 * 15 digits, while a single 0 is a legal serial.
 */
export function temuanBerkas(daftar: readonly (string | undefined)[]): readonly TemuanBaris[] {
  const jumlah = new Map<string, number>();
  for (const nik of daftar) if (nik !== undefined) jumlah.set(nik, (jumlah.get(nik) ?? 0) + 1);
  const terisi = daftar.filter((nik) => nik !== undefined);
  const nol = terisi.filter((nik) => nik.endsWith('0')).length;
  const terpotong = terisi.length >= BARIS_MINIMAL && nol * 2 > terisi.length;
  return daftar.flatMap((nik, indeks) => {
    const baris: TemuanBaris[] = [];
    if (nik === undefined) return baris;
    if (Number(jumlah.get(nik)) > 1) baris.push({ indeks, temuan: galatNik('E_GANDA_BERKAS') });
    if (terpotong && nik.endsWith('0')) baris.push({ indeks, temuan: peringatanNik('W_EXCEL0') });
    return baris;
  });
}
