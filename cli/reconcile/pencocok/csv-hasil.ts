/** Writes the outcomes as CSV or Parquet straight from the database: rows by the million never become objects. */
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { amankanSel } from '#domain/format/csv.ts';
import { kutipNama, kutipTeks } from '../db/kutip.ts';
import type { Mesin } from '../db/mesin.ts';
import { judulLain, KOLOM_HASIL } from '../hasil/baris.ts';
import { tidakDapatDitulis } from '../hasil/utuh.ts';
import { ALASAN, hasilLengkap } from './baca-hasil.ts';

const PRIVATE = 0o600;

const PEMICU = '=+@|\\x{FF1D}\\x{FF0B}\\x{FF20}\\x{FF0D}-';
const AWAL_BARIS = `^('*[\\t\\r\\n\\x{00}])`;
const AWAL_RUMUS = `(^|[;,\\t\\r\\n])([\\s\\x{00}]*)('*)([${PEMICU}])`;

/** `aman(t)` = `amankanSel`: text that a spreadsheet would run gets an apostrophe. */
export const MAKRO_AMAN = `CREATE MACRO aman(t) AS CASE WHEN regexp_matches(t, ${kutipTeks(`[\\t\\r\\n\\x{00}${PEMICU}]`)})
  THEN regexp_replace(regexp_replace(t, ${kutipTeks(AWAL_RUMUS)}, ${kutipTeks("\\1\\2'\\3\\4")}, 'g'),
    ${kutipTeks(AWAL_BARIS)}, ${kutipTeks("'\\1")}) ELSE t END`;

const BEDA = `array_to_string(list_transform(beda, lambda b: b.kolom || ': ' || b.usulan || ' -> ' || b.referensi), '; ')`;

/** JSON pointer: unlike a path it takes every heading, also one with quotes. */
const penunjuk = (judul: string): string => `/${judul.replace(/~/g, '~0').replace(/\//g, '~1')}`;

interface BentukSel {
  readonly skor: string;
  /** What is made of a text cell, and of a heading. */
  readonly sel: (sql: string) => string;
  readonly judul: (teks: string) => string;
}

const CSV: BentukSel = {
  skor: `coalesce(round(skor, 2)::VARCHAR, '')`,
  sel: (sql) => `aman(${sql})`,
  judul: amankanSel,
};
const PARQUET: BentukSel = { skor: 'round(skor::DOUBLE, 2)', sel: (sql) => sql, judul: (teks) => teks };

/** The cells of every outcome by heading. */
function kolomSql(referensi: readonly string[], lain: readonly string[], bentuk: BentukSel): string {
  const { skor, sel } = bentuk;
  const nama = `([${referensi.map(kutipTeks).join(', ')}])[hasil.ref + 1]`;
  // Only what others have written is guarded; a NIK of the input is digits here, and our own words begin no formula.
  const alasan = `CASE WHEN cacat = '' AND status = '' THEN a.teks ELSE ${sel(ALASAN)} END`;
  const beda = `CASE WHEN len(beda) = 0 THEN '' ELSE ${sel(BEDA)} END`;
  const kita = [sel('tiket'), nama, 'hasil.kelas', 'nik_teks', sel('hasil.nik'), skor, alasan, beda];
  const tambahan = lain.map((judul) => sel(`coalesce(lain::JSON ->> ${kutipTeks(penunjuk(judul))}, '')`));
  const judul = [...KOLOM_HASIL, ...judulLain(lain, KOLOM_HASIL)];
  return [...kita, ...tambahan].map((satu, i) => `${satu} AS ${kutipNama(bentuk.judul(judul[i] ?? ''))}`).join(', ');
}

/**
 * @param referensi names by number
 * @param lain headings of the input that are kept
 * @throws UserError code 2 when the folder is not there or closed
 */
export function tulisCsvHasil(
  mesin: Mesin,
  path: string,
  referensi: readonly string[],
  lain: readonly string[],
): Promise<void> {
  return salin(mesin, path, kolomSql(referensi, lain, CSV), 'FORMAT csv, HEADER, FORCE_QUOTE *');
}

/** The same as Parquet, for programs: text as it is, the score a number. */
export function tulisParquetHasil(
  mesin: Mesin,
  path: string,
  referensi: readonly string[],
  lain: readonly string[],
): Promise<void> {
  return salin(mesin, path, kolomSql(referensi, lain, PARQUET), 'FORMAT parquet');
}

/** The file appears whole or not at all. */
async function salin(mesin: Mesin, path: string, kolom: string, bentuk: string): Promise<void> {
  const sementara = join(dirname(path), `.${basename(path)}.${process.pid}.sementara`);
  const titipan = mesin.titip(sementara);
  try {
    await (await open(sementara, 'w', PRIVATE)).close();
  } catch (error) {
    throw tidakDapatDitulis(path, error);
  }
  // Under a name of its own choice the database would make a file that everybody may read, and leave it behind.
  await mesin.jalankan(
    `COPY (SELECT ${kolom} ${hasilLengkap()}) TO ${kutipTeks(sementara)} (${bentuk}, USE_TMP_FILE false)`,
  );
  await rename(sementara, path);
  titipan.lepas();
}
