/**
 * Keys under which two records of one person meet although NIK and family card fail: birth date together with the first
 * and third letter of a word of the name. Small whole numbers, so that any engine joins by them.
 */
import { KATA_UMUM } from '#domain/nama/banding.ts';

/** Words of a name that take part. */
export const KATA_DIPAKAI = 3;
/** Letters are counted in 32 steps, so two of them fill this range. */
const LEBAR_KATA = 1024;
/** Before the oldest birth date of anybody alive. */
const TAHUN_AWAL = 1850;
/** Every month counts 31 days: only equality matters. */
const HARI_BULAN = 31;
const HARI_TAHUN = 12 * HARI_BULAN;

const nomor = Array.from({ length: KATA_DIPAKAI }, (_, i) => i + 1);

const hari = (lahir: string): string =>
  `((${lahir} // 10000 - ${TAHUN_AWAL}) * ${HARI_TAHUN} + (${lahir} // 100 % 100 - 1) * ${HARI_BULAN} + ${lahir} % 100 - 1)`;

const kunci = (lahir: string, kata: string): string =>
  `CASE WHEN ${kata} <> '' THEN (${hari(lahir)} * ${LEBAR_KATA} + (ascii(${kata}) & 31) * 32 + (ascii(substr(${kata}, 3, 1)) & 31))::INTEGER END`;

/** The words that take part. @param nama expression of a name as `kunci_nama` makes it */
export const kataSql = (nama: string): string => `string_split(replace(${nama}, '${KATA_UMUM} ', ''), ' ')`;

/** One column for each word, NULL where there is none. @param lahir YYYYMMDD or NULL @param kata list of words */
export const kolomKataSql = (lahir: string, kata: string): string =>
  nomor.map((i) => `${kunci(lahir, `${kata}[${i}]`)} AS k${i}`).join(', ');

/** All keys of one name as a list. */
export const kunciKataSql = (lahir: string, nama: string): string =>
  `list_filter([${nomor.map((i) => kunci(lahir, `${kataSql(nama)}[${i}]`)).join(', ')}], lambda k: k IS NOT NULL)`;
