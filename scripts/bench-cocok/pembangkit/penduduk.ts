/** An invented population as Parquet: families in kecamatan, NIK with serials from 9000 up, so that no real person is meant. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../duckdb.ts';
import { KECAMATAN_PER_KABUPATEN } from './makro.ts';

const ORANG_PER_KECAMATAN = 38_000;
/** How many people are computed at once; memory stays the same with any population. */
const KECAMATAN_PER_POTONGAN = 4 * KECAMATAN_PER_KABUPATEN;

/** Sizes of neighbouring families, again and again; their sum divides the people of a kecamatan. */
const UKURAN_KELUARGA = [
  ...[4, 3, 1, 5, 2, 4, 6, 3, 2, 4, 3, 1, 5, 4, 2, 3, 6, 4, 1, 3, 5, 2, 4],
  ...[4, 2, 3, 1, 4, 5, 3, 2, 6, 4, 3, 2, 1, 4, 3, 5, 2, 4, 3, 1, 4, 5, 3, 1],
];
const POLA = UKURAN_KELUARGA.reduce((sum, size) => sum + size, 0);
const peran = UKURAN_KELUARGA.flatMap((size) => Array.from({ length: size }, (_, index) => index));
const keluarga = UKURAN_KELUARGA.flatMap((size, index) => Array.from({ length: size }, () => index));
const ukuran = UKURAN_KELUARGA.flatMap((size) => Array.from({ length: size }, () => size));

/** Days since 1970 of the youngest. */
const TERMUDA = 20_740;
/** One in so many people is not in the reference, although the family is. */
const DISISIHKAN = 50;

/** Columns of an extract; the last four are there because real extracts have more columns than are needed. */
export const KOLOM_REFERENSI =
  'nik, no_kk, nama, tempat_lahir, tgl_lahir, jk, nama_ibu, kode_wilayah, alamat, rt, rw, hubkel';

export interface Penduduk {
  /** How many the reference shall have, roughly. */
  readonly orang: number;
  /** For how many proposals people are set aside; the last of `usulan` lie in the first regency. */
  readonly contoh: number;
  readonly contohKabupaten: number;
  readonly benih: number;
}

/**
 * Numbers of the people of the kecamatan [first, last) into the table `angka`; serials by a window over as few columns as
 * can be. (A table of numbers to begin with, because `range` alone keeps only one core busy.)
 */
const angkaSql = (first: number, last: number, benih: number): readonly string[] => [
  `CREATE OR REPLACE TABLE nomor AS SELECT i FROM range(${first * ORANG_PER_KECAMATAN}, ${last * ORANG_PER_KECAMATAN}) t(i)`,
  `CREATE OR REPLACE TABLE lahir AS
WITH dasar AS (
  SELECT i AS id, i // ${ORANG_PER_KECAMATAN} AS kec, (i % ${POLA})::INTEGER + 1 AS tempat_pola,
    [${peran.join(',')}][tempat_pola] AS peran, [${ukuran.join(',')}][tempat_pola] AS ukuran,
    i // ${POLA} * ${UKURAN_KELUARGA.length} + [${keluarga.join(',')}][tempat_pola] AS kel,
    hash(i + ${benih}) AS hp, hash(kel * 16 + ${benih} + 5000000000) AS hk
  FROM nomor
), sifat AS (
  SELECT *, acak(hk, 20, 10) = 0 OR ukuran = 1 AS sendiri,
    CASE WHEN acak(hk, 24, 100) < 85 THEN 0 ELSE 1 END AS p_kepala,
    CASE WHEN peran = 0 THEN -1 WHEN NOT sendiri AND peran = 1 THEN -2
      ELSE peran - CASE WHEN sendiri THEN 1 ELSE 2 END END AS anak,
    -- Twins have the birth date of the first child.
    CASE WHEN anak = 1 AND acak(hk, 28, 80) = 0 THEN 0 ELSE anak END AS lahir_ke,
    -9131 + acak(hk, 4, 20000) - CASE WHEN ukuran = 1 THEN 3000 ELSE 0 END AS h_kepala,
    least(h_kepala + acak(hk, 32, 5000) - 1800, 12700) AS h_pasangan,
    hash(kel * 16 + ${benih} + 7000000000 + lahir_ke) AS hl
  FROM dasar
), bertanggal AS (
  SELECT *,
    CASE anak WHEN -1 THEN p_kepala WHEN -2 THEN 1 - p_kepala ELSE acak(hp, 2, 2) END AS p,
    CASE anak WHEN -1 THEN h_kepala WHEN -2 THEN h_pasangan
      ELSE greatest(h_kepala, h_pasangan) + 7000 + lahir_ke * 900 + acak(hl, 3, 800) END AS h1,
    CASE WHEN h1 > ${TERMUDA} THEN ${TERMUDA} - acak(hl, 5, 1500) ELSE h1 END AS h2,
    DATE '1970-01-01' + h2 AS tgl_persis,
    -- Old people who do not know their birthday have one of three.
    CASE WHEN h2 < 1826 AND acak(hp, 6, 17) = 0 THEN
      make_date(year(tgl_persis), [1, 7, 12][acak(hp, 12, 3) + 1], [1, 1, 31][acak(hp, 12, 3) + 1])
      ELSE tgl_persis END AS tgl,
    CASE WHEN acak(hp, 18, 5) = 0 THEN ${first} + acak(hp, 22, ${last - first}) ELSE kec END AS kec_lahir
  FROM sifat
)
SELECT id, kec, kel, hp, hk, p, anak, sendiri, p_kepala, tgl, kec_lahir,
  kode_kecamatan(kec_lahir) * 1000000 + day(tgl) * 10000 + month(tgl) * 100 + year(tgl) % 100 AS awalan
FROM bertanggal`,
  'CREATE OR REPLACE TABLE seri AS SELECT id, row_number() OVER (PARTITION BY awalan ORDER BY id) AS seri FROM lahir',
  // The first serial of a day ends in any digit, as if the day had begun before. One in 5,000 has the number before.
  `CREATE OR REPLACE TABLE angka AS SELECT *,
    (awalan + p * 400000) * 10000 + 8999 + seri + acak(hash(awalan), 0, 10)
      - CASE WHEN seri > 1 AND acak(hp, 36, 1250) = 0 THEN 1 ELSE 0 END AS nik_angka,
    acak(hash(id + ${benih} + 9000000000), 0, ${DISISIHKAN}) = 0 AS disisihkan,
    hash(id + ${benih} + 11000000000) AS undian
  FROM lahir JOIN seri USING (id)`,
];

/** The same people with everything that an extract says of them. */
const POTONGAN = `CREATE VIEW potongan AS
WITH bernama AS (
  SELECT *, budaya(kec, hk) AS b, kode_kecamatan(kec) AS kode,
    kel % ${(ORANG_PER_KECAMATAN / POLA) * UKURAN_KELUARGA.length} AS kel_kec,
    DATE '2008-01-01' + ((kel_kec * 2741) % 5875)::INTEGER AS tgl_kk,
    CASE anak WHEN -1 THEN hash(hk + 1) WHEN -2 THEN hash(hk + 2) ELSE hp END AS h_nama,
    CASE WHEN anak < 0 THEN hash(hp + 3) WHEN p_kepala = 1 THEN hash(hk + 1)
      WHEN sendiri THEN hash(hk + 3) ELSE hash(hk + 2) END AS h_ibu
  FROM angka
)
SELECT id, kec, disisihkan, undian, nik_angka::VARCHAR AS nik,
  ((kode * 1000000 + day(tgl_kk) * 10000 + month(tgl_kk) * 100 + year(tgl_kk) % 100) * 10000 + 9000
    + kel_kec // 5875)::VARCHAR AS no_kk,
  nama_orang(b, p, h_nama) AS nama,
  tempat(kec_lahir) AS tempat_lahir, tgl::VARCHAR AS tgl_lahir, CASE p WHEN 0 THEN 'L' ELSE 'P' END AS jk,
  nama_orang(b, 1, h_ibu) AS nama_ibu,
  (kode * 10000 + 2001 + kel_kec % 12)::VARCHAR AS kode_wilayah,
  'DUSUN ' || tempat(kel_kec * 7) || ' NO. ' || (kel_kec % 300) AS alamat,
  '00' || (kel_kec % 9 + 1) AS rt, '00' || (kel_kec % 7 + 1) AS rw,
  CASE anak WHEN -1 THEN 'KEPALA KELUARGA' WHEN -2 THEN CASE p WHEN 0 THEN 'SUAMI' ELSE 'ISTRI' END ELSE 'ANAK' END
    AS hubkel
FROM bernama`;

/** Those among whom the lot chooses proposals, with the number of somebody near. */
const contohSql = (bagian: number, semuaKabupatenPertama: boolean): string => `
INSERT INTO contoh
SELECT k.*, l.nik_angka::VARCHAR AS nik_lain FROM potongan k
LEFT JOIN angka l ON l.id = k.id + CASE WHEN k.undian % 2 = 0 THEN 1 ELSE 777 END
WHERE k.undian < ${Math.round(bagian * 2 ** 32)}::UBIGINT * 4294967296
  ${semuaKabupatenPertama ? `OR (k.kec < ${KECAMATAN_PER_KABUPATEN} AND k.undian % 20 = 0)` : ''}`;

/**
 * Writes the reference into `dir` as Parquet files and leaves the table `contoh` in the database.
 * @returns the files
 */
export async function bangkitkanPenduduk(db: DuckDBConnection, dir: string, minta: Penduduk): Promise<string[]> {
  const kecamatan = Math.max(1, Math.round((minta.orang * DISISIHKAN) / (DISISIHKAN - 1) / ORANG_PER_KECAMATAN));
  const total = kecamatan * ORANG_PER_KECAMATAN;
  // Held-out people are a fiftieth of the population and a twenty-fifth of the proposals; a tenth more for luck.
  const bagian = Math.min(1, (minta.contoh / total) * 2.4);
  mkdirSync(dir, { recursive: true });
  const files: string[] = [];
  for (let first = 0; first < kecamatan; first += KECAMATAN_PER_POTONGAN) {
    const last = Math.min(kecamatan, first + KECAMATAN_PER_POTONGAN);
    for (const sql of angkaSql(first, last, minta.benih)) await db.run(sql);
    if (first === 0)
      await db.run(`${POTONGAN}; CREATE TABLE contoh AS SELECT *, nik AS nik_lain FROM potongan LIMIT 0`);
    await db.run(contohSql(bagian, first === 0 && minta.contohKabupaten > 0));
    const file = join(dir, `penduduk-${String(files.length).padStart(3, '0')}.parquet`);
    await db.run(`COPY (SELECT ${KOLOM_REFERENSI} FROM potongan WHERE NOT disisihkan) TO ${quoted(file)}`);
    files.push(file);
  }
  await db.run('DROP VIEW potongan; DROP TABLE angka; DROP TABLE seri; DROP TABLE lahir; DROP TABLE nomor');
  return files;
}
