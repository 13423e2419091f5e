/** Writes the outcomes as CSV straight from the database: rows by the million never become objects. */
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../../errors.ts';
import type { Mesin } from '../db/mesin.ts';
import { judulLain, KOLOM_HASIL } from '../hasil/baris.ts';
import { kutipNama, kutipTeks } from '../indeks/kolom-sql.ts';
import { ALASAN, HASIL_LENGKAP } from './baca-hasil.ts';

const PRIVATE = 0o600;

const PEMICU = '=+@|\\x{FF1D}\\x{FF0B}\\x{FF20}\\x{FF0D}-';
const AWAL_BARIS = `^('*[\\t\\r\\n\\x{00}])`;
const AWAL_RUMUS = `(^|[;,\\t\\r\\n])([\\s\\x{00}]*)('*)([${PEMICU}])`;

/** `aman(t)` = `amankanSel`: text that a spreadsheet would run gets an apostrophe. */
export const MAKRO_AMAN = `CREATE MACRO aman(t) AS CASE WHEN regexp_matches(t, ${kutipTeks(`[\\t\\r\\n\\x{00}${PEMICU}]`)})
  THEN regexp_replace(regexp_replace(t, ${kutipTeks(AWAL_RUMUS)}, ${kutipTeks("\\1\\2'\\3\\4")}, 'g'),
    ${kutipTeks(AWAL_BARIS)}, ${kutipTeks("'\\1")}) ELSE t END`;

const BEDA = `array_to_string(list_transform(beda, lambda b: b.kolom || ': ' || b.usulan || ' -> ' || b.referensi), '; ')`;

/**
 * @param referensi names by number
 * @param lain headings of the input that are kept
 * @throws UserError code 2 when the folder is not there or closed
 */
export async function tulisCsvHasil(
  mesin: Mesin,
  path: string,
  referensi: readonly string[],
  lain: readonly string[],
): Promise<void> {
  const sementara = join(dirname(path), `.${basename(path)}.${process.pid}.sementara`);
  const titipan = mesin.titip(sementara);
  try {
    await (await open(sementara, 'w', PRIVATE)).close();
  } catch (error) {
    const sentence = `${path} tidak dapat ditulis. Periksa apakah foldernya ada, boleh ditulisi, dan masih ada ruang disk.`;
    throw new UserError(EXIT.usage, sentence, { cause: error });
  }
  const nama = `([${referensi.map(kutipTeks).join(', ')}])[hasil.ref + 1]`;
  const skor = `coalesce(round(skor, 2)::VARCHAR, '')`;
  const isi = ['tiket', nama, 'hasil.kelas', 'nik_teks', 'hasil.nik', skor, ALASAN, BEDA];
  const tambahan = lain.map((judul) => `coalesce(lain::JSON ->> ${kutipTeks(`$.${kutipNama(judul)}`)}, '')`);
  const judul = [...KOLOM_HASIL, ...judulLain(lain, KOLOM_HASIL)];
  const kolom = [...isi, ...tambahan].map((satu, i) => `aman(${satu}) AS ${kutipNama(judul[i] ?? '')}`);
  await mesin.jalankan(
    `COPY (SELECT ${kolom.join(', ')} ${HASIL_LENGKAP}) TO ${kutipTeks(sementara)} (FORMAT csv, HEADER, FORCE_QUOTE *)`,
  );
  await rename(sementara, path);
  titipan.lepas();
}
