/** SQL macros with which invented people are computed from numbers: the same number, the same person. */
import { listOf } from '../duckdb.ts';
import { BALI_BUDAYA, BUDAYA, MARGA_BUDAYA, PROVINSI, TEMPAT } from './daftar-nama.ts';

/** Lists of one culture, in the order in which `bagian` numbers them. */
const lists = BUDAYA.flatMap(({ depanL, depanP, belakangL, belakangP }) => [depanL, depanP, belakangL, belakangP]);
const LISTS_PER_CULTURE = 4;

/** A regency has 14 kecamatan here, a province 15 regencies. */
export const KECAMATAN_PER_KABUPATEN = 14;
const KABUPATEN_PER_PROVINSI = 15;
const KABUPATEN = PROVINSI.length * KABUPATEN_PER_PROVINSI;
/** Coprime to the number of regencies: neighbours in the file lie in different provinces. */
const SCATTER = 211;

const startOf = (index: number): number => lists.slice(0, index).reduce((sum, list) => sum + list.length, 1);

export const MACROS: readonly string[] = [
  // Bits `s` and up of a hash as a number below `n`.
  'CREATE MACRO acak(h, s, n) AS ((h >> s) & 65535)::INTEGER % n',
  // The same, small numbers being more frequent.
  'CREATE MACRO miring(h, s, n) AS (n * pow(((h >> s) & 1023) / 1024.0, 1.5))::INTEGER % n',
  `CREATE MACRO bagian(k, h, s) AS ${listOf(lists.flat())}[
    [${lists.map((_, index) => startOf(index)).join(', ')}][k] + miring(h, s, [${lists.map((list) => list.length).join(', ')}][k])]`,
  `CREATE MACRO depan(b, p, h, s) AS bagian(b * ${LISTS_PER_CULTURE} + p + 1, h, s)`,
  `CREATE MACRO belakang(b, p, h, s) AS bagian(b * ${LISTS_PER_CULTURE} + p + 3, h, s)`,
  `CREATE MACRO gelar_depan(h, p) AS CASE WHEN (h >> 54) & 255 = 7 THEN CASE p WHEN 0 THEN 'H. ' ELSE 'HJ. ' END
    WHEN (h >> 54) & 511 = 9 THEN 'DRS. ' ELSE '' END`,
  `CREATE MACRO gelar_belakang(h) AS CASE WHEN (h >> 53) & 511 = 11 THEN ', S.PD' WHEN (h >> 53) & 511 = 13 THEN ', SE'
    ELSE '' END`,
  // A fifth of all names has one word, as many have three.
  `CREATE MACRO nama_orang(b, p, h) AS gelar_depan(h, p) || CASE
    WHEN b = ${BALI_BUDAYA} THEN CASE p WHEN 0 THEN 'I ' ELSE 'NI ' END || depan(b, p, h, 8) || ' ' || belakang(b, p, h, 20)
    WHEN b = ${MARGA_BUDAYA} AND acak(h, 0, 10) < 3
      THEN depan(b, p, h, 8) || ' ' || depan(b, p, h, 30) || ' ' || belakang(b, p, h, 20)
    WHEN acak(h, 0, 100) < 20 AND b <> ${MARGA_BUDAYA} THEN depan(b, p, h, 8)
    WHEN acak(h, 0, 100) < 80 THEN depan(b, p, h, 8) || ' ' || belakang(b, p, h, 20)
    ELSE depan(b, p, h, 8) || ' ' || belakang(b, p, h, 20) || ' ' || belakang(b, p, h, 30) END || gelar_belakang(h)`,
  `CREATE MACRO kabupaten(k) AS ((k // ${KECAMATAN_PER_KABUPATEN}) * ${SCATTER}) % ${KABUPATEN}`,
  `CREATE MACRO provinsi(k) AS [${PROVINSI.join(', ')}][kabupaten(k) // ${KABUPATEN_PER_PROVINSI} + 1]`,
  // Six digits of the k-th kecamatan.
  `CREATE MACRO kode_kecamatan(k) AS provinsi(k)::BIGINT * 10000
    + (kabupaten(k) % ${KABUPATEN_PER_PROVINSI} + 1) * 100 + k % ${KECAMATAN_PER_KABUPATEN} + 1`,
  `CREATE MACRO tempat(k) AS ${listOf(TEMPAT)}[kabupaten(k) % ${TEMPAT.length} + 1]`,
  // Culture of a family in the k-th kecamatan: mostly that of the province.
  `CREATE MACRO budaya(k, h) AS CASE
    WHEN acak(h, 40, 100) < 25 THEN 4
    WHEN acak(h, 40, 100) < 32 THEN 0
    WHEN provinsi(k) IN (33, 34, 35, 18, 31) THEN 0
    WHEN provinsi(k) IN (32, 36) THEN 1
    WHEN provinsi(k) IN (12, 14, 21) THEN 2
    WHEN provinsi(k) = 51 THEN 3
    ELSE 4 END`,
];
