/**
 * Keys under which two records of one person meet although NIK and family card fail: birth date together with the first
 * and third letter of a word of the name. Small whole numbers, so that any engine joins by them.
 */
import { KATA_UMUM } from '#domain/nama/banding.ts';

/** Words of a name that take part. */
export const KATA_DIPAKAI = 3;
/** Letters are counted in 32 steps, so two of them fill this range. */
const LEBAR_KATA = 1024;
/** Before the oldest birth date of anybody alive, and behind the youngest: 9999 is written for one that nobody knows. */
const TAHUN_AWAL = 1850;
const TAHUN_AKHIR = 2150;
/** Every month counts 31 days: only equality matters. */
const HARI_BULAN = 31;
const HARI_TAHUN = 12 * HARI_BULAN;

const nomor = Array.from({ length: KATA_DIPAKAI }, (_, i) => i + 1);

/** Number of a birth day, NULL where there is none. @param lahir YYYYMMDD or NULL */
export const hariSql = (lahir: string): string =>
  `CASE WHEN ${lahir} BETWEEN ${TAHUN_AWAL}0000 AND ${TAHUN_AKHIR}0000 THEN
    (${lahir} // 10000 - ${TAHUN_AWAL}) * ${HARI_TAHUN} + (${lahir} // 100 % 100 - 1) * ${HARI_BULAN} + ${lahir} % 100 - 1 END`;

const kunci = (hari: string, kata: string): string =>
  `CASE WHEN ${kata} <> '' THEN (${hari} * ${LEBAR_KATA} + (ascii(${kata}) & 31) * 32 + (ascii(substr(${kata}, 3, 1)) & 31))::INTEGER END`;

/** The words that take part. @param nama expression of a name as `denganKunciSql` makes it */
export const kataSql = (nama: string): string => `string_split(replace(${nama}, '${KATA_UMUM} ', ''), ' ')`;

/** One column for each word, NULL where there is none. @param hari as `hariSql` makes it @param kata list of words */
export const kolomKataSql = (hari: string, kata: string): string =>
  nomor.map((i) => `${kunci(hari, `${kata}[${i}]`)} AS k${i}`).join(', ');

/** All keys of one name as a list. */
export const kunciKataSql = (lahir: string, nama: string): string =>
  `list_filter([${nomor.map((i) => kunci(`(${hariSql(lahir)})`, `${kataSql(nama)}[${i}]`)).join(', ')}], lambda k: k IS NOT NULL)`;
