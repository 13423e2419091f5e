/**
 * Views of a reference in which only few records are wanted. A join prunes the pieces of a file by the least and the greatest
 * key alone, and one mistyped NIK lies at the other end of the country; a list of keys prunes by each of them.
 */
import type { Mesin } from '../db/mesin.ts';

export interface Penyempitan {
  /** Name of the view. */
  readonly pandangan: string;
  /** Column of `r` whose values are listed: the NIK, by which the reference is sorted, or the place in it. */
  readonly kolom: 'nik' | 'rid';
  /** Where they come from, as it stands behind FROM. */
  readonly dari: string;
}

/** So many keys are written out; more lie in all pieces anyway. */
const KUNCI_TERBANYAK = 20_000;
/** Smaller references are read whole in no time. */
const ORANG_TERSEDIKIT = 5_000_000;

/** Records in about one piece of a reference. */
const POTONGAN = 60_000;

/** Makes the view: all of `r` where its records are wanted from everywhere. */
export async function persempit(
  { baca, jalankan }: Mesin,
  { pandangan, kolom, dari }: Penyempitan,
  penduduk: number,
): Promise<void> {
  const kunci = penduduk < ORANG_TERSEDIKIT ? [] : await daftar(baca, kolom, dari);
  const letak = new Set(kolom === 'rid' ? kunci.map((satu) => Math.floor(Number(satu) / POTONGAN)) : []);
  // Where most pieces are read anyway, the list would only cost.
  const sedikit = kunci.length > 0 && kunci.length <= KUNCI_TERBANYAK && letak.size * 2 < penduduk / POTONGAN;
  const syarat = sedikit ? `WHERE ${kolom} IN (${kunci.join(', ')})` : '';
  await jalankan(`CREATE OR REPLACE TEMP VIEW ${pandangan} AS FROM r ${syarat}`);
}

async function daftar(baca: Mesin['baca'], kolom: string, dari: string): Promise<string[]> {
  const [{ banyak } = {}] = await baca(`SELECT count(*)::INTEGER AS banyak FROM ${dari}`);
  // Several rows may want one record, but few do.
  if (Number(banyak) > 2 * KUNCI_TERBANYAK) return [];
  const baris = await baca(`SELECT DISTINCT ${kolom}::VARCHAR AS kunci FROM ${dari} LIMIT ${KUNCI_TERBANYAK + 1}`);
  return baris.map(({ kunci }) => String(kunci));
}
