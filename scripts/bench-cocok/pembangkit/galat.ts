/** SQL macros that damage numbers, dates and names as people do who copy them from paper. */
import { listOf } from '../duckdb.ts';

/** The first digit of the serial stays, so that a damaged NIK is nobody's either. */
const DIGIT_SERI = 13;

const TEMPAT_LAIN = ['JAKARTA', 'SURABAYA', 'SEMARANG', 'YOGYAKARTA', 'DENPASAR', 'BALIKPAPAN', 'LAMPUNG', 'ACEH'];

/** How frequent names are also written; one of the second list at random. */
const EJAAN: readonly (readonly [word: string, written: readonly string[]])[] = [
  ['MUHAMMAD', ['MOH', 'M.', 'MUHAMAD', 'MOCHAMAD', 'MUH.', 'MOHAMMAD', 'MUKHAMAD']],
  ['AHMAD', ['ACHMAD', 'AKHMAD', 'AHMAT']],
  ['ABDUL', ['ABD.', 'ABD', 'ABDOEL']],
  ['SITI', ['ST.', 'STI', 'SITTI']],
  ['NURUL', ['NOERUL', 'NURRUL']],
  ['SRI', ['SRIE']],
  ['RIZKI', ['RISKI', 'RIZKY']],
  ['YUSUF', ['JUSUF', 'YUSUP']],
];

const spelling = EJAAN.map(
  ([word, written]) =>
    `WHEN regexp_matches(n, '\\b${word}\\b') THEN regexp_replace(n, '\\b${word}\\b', ${listOf(written)}[acak(h, 20, ${written.length}) + 1])`,
).join('\n    ');

export const GALAT: readonly string[] = [
  // A digit at position p that differs from the one there.
  `CREATE MACRO ganti_digit(t, p, h) AS t[1:p - 1] || (t[p]::INTEGER + 1 + acak(h, 40, 9)) % 10 || t[p + 1:]`,
  `CREATE MACRO posisi(h, s) AS CASE WHEN acak(h, s, 15) + 1 < ${DIGIT_SERI} THEN acak(h, s, 15) + 1 ELSE acak(h, s, 15) + 2 END`,
  'CREATE MACRO nik_ganti(t, h) AS ganti_digit(t, posisi(h, 4), h)',
  `CREATE MACRO nik_ganti_dua(t, h) AS ganti_digit(ganti_digit(t, acak(h, 4, 6) + 1, h), acak(h, 12, 6) + 7, hash(h))`,
  `CREATE MACRO tempat_tukar(t) AS list_filter(range(1, 16),
    lambda i: i <> ${DIGIT_SERI - 1} AND i <> ${DIGIT_SERI} AND t[i] <> t[i + 1])`,
  'CREATE MACRO tukar(t, p) AS t[1:p - 1] || t[p + 1] || t[p] || t[p + 2:]',
  `CREATE MACRO nik_tukar(t, h) AS tukar(t, tempat_tukar(t)[acak(h, 4, len(tempat_tukar(t))) + 1])`,
  'CREATE MACRO nik_hilang(t, h) AS t[1:acak(h, 4, 16)] || t[acak(h, 4, 16) + 2:]',
  'CREATE MACRO nik_tambah(t, h) AS t[1:acak(h, 4, 17)] || acak(h, 30, 10) || t[acak(h, 4, 17) + 1:]',
  `CREATE MACRO bisa_tertukar(d) AS d[9:10]::INTEGER <= 12 AND d[9:10] <> d[6:7]`,
  `CREATE MACRO tgl_tertukar(d) AS d[1:5] || d[9:10] || '-' || d[6:7]`,
  `CREATE MACRO tgl_salah(d, h) AS CASE acak(h, 4, 3)
    WHEN 0 THEN (d::DATE - to_years(1 + acak(h, 8, 6)))::DATE::VARCHAR
    WHEN 1 THEN (d::DATE - to_days(1 + acak(h, 8, 20)))::DATE::VARCHAR
    ELSE (d::DATE - to_months(1 + acak(h, 8, 10)))::DATE::VARCHAR END`,
  `CREATE MACRO huruf(n) AS list_filter(range(2, len(n) + 1), lambda i: n[i] BETWEEN 'A' AND 'Z')`,
  'CREATE MACRO pilih_huruf(n, h) AS coalesce(huruf(n)[acak(h, 24, greatest(len(huruf(n)), 1)) + 1], 1)',
  `CREATE MACRO salah_huruf(n, p, h) AS CASE acak(h, 8, 4)
    WHEN 0 THEN n[1:p - 1] || ['A', 'I', 'U', 'E', 'O', 'N', 'R', 'S', 'T', 'K'][acak(h, 44, 10) + 1] || n[p + 1:]
    WHEN 1 THEN CASE WHEN len(n) > 4 THEN n[1:p - 1] || n[p + 1:] ELSE n || n[len(n)] END
    WHEN 2 THEN n[1:p] || n[p:]
    ELSE tukar(n, CASE WHEN p < len(n) AND n[p + 1] <> ' ' THEN p ELSE greatest(p - 1, 1) END) END`,
  `CREATE MACRO ejaan(n, h) AS CASE
    ${spelling}
    WHEN acak(h, 16, 3) = 0 AND contains(n, 'J') THEN regexp_replace(n, 'J', 'DJ')
    WHEN acak(h, 16, 3) = 1 AND contains(n, 'C') THEN regexp_replace(n, 'C', 'TJ')
    WHEN contains(n, 'OE') THEN regexp_replace(n, 'OE', 'U')
    WHEN contains(n, 'U') THEN regexp_replace(n, 'U', 'OE')
    ELSE salah_huruf(n, pilih_huruf(n, h), h) END`,
  // Words of the name; a varied name is never empty.
  `CREATE MACRO nama_ragam(n, h) AS CASE
    WHEN acak(h, 0, 100) < 34 THEN ejaan(n, h)
    WHEN acak(h, 0, 100) < 40 THEN ['H. ', 'HJ. ', 'DRS. ', 'IR. '][acak(h, 16, 4) + 1] || n
    WHEN NOT contains(n, ' ') OR acak(h, 0, 100) >= 68 THEN salah_huruf(n, pilih_huruf(n, h), h)
    WHEN acak(h, 0, 100) < 53 THEN regexp_replace(n, ' [^ ]+$', '')
    WHEN acak(h, 0, 100) < 61 THEN regexp_replace(n, ' ([A-Z])[^ ]*$', ' \\1.')
    ELSE regexp_replace(n, '^([^ ]+) ([^ ]+)', '\\2 \\1') END`,
  `CREATE MACRO tempat_salah(h) AS ${listOf(TEMPAT_LAIN)}[acak(h, 48, ${TEMPAT_LAIN.length}) + 1]`,
];
