/**
 * Keys under which two records of one person meet although NIK and family card fail: birth date together with three letters
 * of two words of the name. Small whole numbers, so that any engine joins by them.
 *
 * An index has three keys for each person, a row that is looked for has a key for every pair of its words. So they meet when
 * words are exchanged, left out, shortened to their first letter, or written as one, and when one of two words is misspelled.
 */
import { KATA_UMUM } from '#domain/nama/banding.ts';

/** Columns of an index: the keys of a person. */
export const KUNCI_KATA = ['k1', 'k2', 'k3'] as const;
/** Letters are 1 to 26; 0 stands for none. */
const HURUF = 27;
/** Before the oldest birth date of anybody alive, and so near that a key fits 32 bits; 9999 is written for one that nobody knows. */
const TAHUN_AWAL = 1850;
const TAHUN_AKHIR = 2100;
/** Every month counts 31 days: only equality matters. */
const HARI_BULAN = 31;
const HARI_TAHUN = 12 * HARI_BULAN;

/** Birth dates that can be one, others NULL. @param lahir YYYYMMDD or NULL */
const lahirSql = (lahir: string): string =>
  `CASE WHEN ${lahir} BETWEEN ${TAHUN_AWAL}0000 AND ${TAHUN_AKHIR}0000 THEN ${lahir} END`;

/** Number of a birth day. @param lahir of `lahirSql` */
const hariSql = (lahir: string): string =>
  `(${lahir} // 10000 - ${TAHUN_AWAL}) * ${HARI_TAHUN} + (${lahir} // 100 % 100 - 1) * ${HARI_BULAN} + ${lahir} % 100 - 1`;

/** A name without the word that half of all men carry. */
export const tanpaUmum = (nama: string): string =>
  `CASE WHEN contains(${nama}, '${KATA_UMUM} ') THEN replace(${nama}, '${KATA_UMUM} ', '') ELSE ${nama} END`;

const huruf = (teks: string): string => `(ascii(${teks}) & 31)`;
const kunci = (...[satu, dua, tiga]: readonly [string, string, string]): string =>
  `(((hari * ${HURUF} + ${satu}) * ${HURUF} + ${dua}) * ${HURUF} + ${tiga})`;

const awal = (i: number): string => `awal_${i}`;
const ketiga = (i: number): string => huruf(`substr(kata_${i}, 3, 1)`);
/** The letter that is so many from the end: 1 is the last. */
const belakang = (teks: string, ke: number): string => huruf(`substr(${teks}, -${ke}, 1)`);
const akhir = (i: number): string => belakang(`kata_${i}`, 1);

/** A word by its first and third letter, another by its first. */
const pasang = (i: number, lain: string): string => kunci(awal(i), ketiga(i), lain);
/** The word of a name that has no other. */
const tunggal = (i: number): string => pasang(i, akhir(i));
/** For a slip in a first letter, which all other keys have: the end of a name, with a letter from the end of its first word. */
const ekor = (nama: string, lain: string): string => kunci(lain, belakang(nama, 2), belakang(nama, 3));
const ekorDua = (nama: string, pertama: number): string => ekor(nama, belakang(`kata_${pertama}`, 2));

const tiga = [1, 2, 3];

/**
 * What the keys are made of, in steps: what is needed several times is a column, and what is not inside a CASE is computed
 * for many rows at once.
 * @param nama expression of a name as `denganKunciSql` makes it
 */
export const bahanKataSql = (dari: string, lahir: string, nama: string): string => `
  SELECT *, ${tiga.map((i) => `nullif(${huruf(`kata_${i}`)}, 0) AS awal_${i}`).join(', ')}
  FROM (SELECT * EXCLUDE (kata, lahir_sah), ${hariSql('lahir_sah')} AS hari, ${tiga.map((i) => `kata[${i}] AS kata_${i}`).join(', ')}
    FROM (SELECT *, string_split(inti, ' ') AS kata
      FROM (SELECT *, ${lahirSql(lahir)} AS lahir_sah, ${tanpaUmum(nama)} AS inti FROM ${dari})))`;

/** The keys of a person as columns, NULL where there is none, from a relation of `bahanKataSql`. */
export const KOLOM_KATA = `
  ${pasang(1, `coalesce(awal_2, ${akhir(1)})`)} AS k1,
  ${pasang(2, 'coalesce(awal_3, awal_1)')} AS k2,
  CASE WHEN awal_3 > 0 THEN ${pasang(3, 'awal_1')} WHEN awal_2 > 0 THEN ${ekorDua('inti', 1)}
    WHEN awal_1 > 0 THEN ${ekor('inti', akhir(1))} END AS k3`;

const BERPASANG = tiga.flatMap((i) => [
  ...tiga.filter((j) => j !== i).map((j) => pasang(i, awal(j))),
  `CASE WHEN awal_2 > 0 THEN ${tunggal(i)} END`,
]);
/** As if all words were written as one. */
const MENYATU = `CASE WHEN awal_3 > 0 THEN ${pasang(1, akhir(3))} WHEN awal_2 > 0 THEN ${pasang(1, akhir(2))} END`;
const BEREKOR = [
  `CASE WHEN awal_2 IS NULL THEN ${ekor('inti', akhir(1))} END`,
  `CASE WHEN awal_3 IS NULL THEN ${ekorDua(`(kata_1 || ' ' || kata_2)`, 1)} END`,
  `CASE WHEN awal_3 IS NULL THEN ${ekorDua(`(kata_2 || ' ' || kata_1)`, 2)} END`,
];

/**
 * A query of `u` and the keys `k` under which its records are looked for.
 * @param dari a relation with `u`, a birth date `lahir` and a key of a name `kunci`
 */
export const kunciKataSql = (dari: string): string => `
  WITH berkata AS (${bahanKataSql(`(FROM ${dari} WHERE lahir > 0 AND kunci <> '')`, 'lahir', 'kunci')})
  SELECT DISTINCT u, k::INTEGER AS k FROM (
    SELECT u, unnest([${[...BERPASANG, MENYATU, ...BEREKOR].join(', ')}]) AS k FROM berkata
    UNION ALL SELECT u, ${pasang(1, 'lain')} FROM berkata, range(${HURUF}) AS t(lain) WHERE awal_2 IS NULL
  ) WHERE k IS NOT NULL`;
