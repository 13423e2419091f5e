/**
 * Keys under which two records of one person meet although NIK and family card fail: birth date together with letters of the
 * name. Whole numbers of 32 bits, so that any engine joins by them.
 *
 * An index has three keys for each person, a row that is looked for has a key for every pair of its words. So they meet when
 * words are exchanged, left out, shortened to their first letter, or written as one, and when one of two words is misspelled.
 */
import { KATA_UMUM, NAMA_TERPENDEK } from '#domain/nama/banding.ts';

/** Columns of an index: the keys of a person. */
export const KUNCI_KATA = ['k1', 'k2', 'k3'] as const;
/** Letters are 1 to 26; 0 stands for none. */
const HURUF = 27;
const BIT_HURUF = 5;
/** Of two further letters so many bits are kept, or a key would not fit 32. */
const LIPAT = [3, 4] as const;
/** Bits beside each other cost the database a fraction of sums and products, which it checks for overflow. */
const BIT_SEHARI = 2 * BIT_HURUF + LIPAT[0] + LIPAT[1];
/** Before the oldest birth date of anybody alive; 9999 is written for one that nobody knows. */
const TAHUN_AWAL = 1850;
const TAHUN_AKHIR = 2100;
/** Every month counts 31 days: only equality matters. */
const HARI_BULAN = 31;
const HARI_TAHUN = 12 * HARI_BULAN;
/** People so many years apart may share a key: as many as fit the 15 bits that are left. */
const TAHUN_SEPUTARAN = 88;
/** Longer words are not taken for two. */
const KATA_TERPANJANG = 30;

/** Birth dates that can be one, others NULL. @param lahir YYYYMMDD or NULL */
const lahirSql = (lahir: string): string =>
  `CASE WHEN ${lahir} BETWEEN ${TAHUN_AWAL}0000 AND ${TAHUN_AKHIR}0000 THEN ${lahir} END`;

/** Number of a birth day, with as few divisions as can be. @param lahir of `lahirSql` */
const hariSql = (lahir: string): string =>
  `(${lahir} - ${100 - HARI_BULAN} * (${lahir} // 100) - ${100 * HARI_BULAN - HARI_TAHUN} * (${lahir} // 10000)) % ${TAHUN_SEPUTARAN * HARI_TAHUN}`;

/** A name without the word that half of all men carry, which mostly stands first. */
export const tanpaUmum = (nama: string): string =>
  `CASE WHEN NOT contains(${nama}, '${KATA_UMUM}') THEN ${nama}
    WHEN starts_with(${nama}, '${KATA_UMUM} ') THEN substr(${nama}, ${KATA_UMUM.length + 2})
    WHEN ${nama} = '${KATA_UMUM}' THEN ${nama}
    ELSE trim(replace(' ' || ${nama} || ' ', ' ${KATA_UMUM} ', ' ')) END`;

/** The first letter, in the way that costs the database least. */
const pertama = (kata: string): string => `(ord(${kata}) & 31)`;
/** Where there is none: `ord` gives -1 then. */
const TANPA_HURUF = 31;
const awal = (i: number): string => `awal_${i}`;
const kata = (i: number): string => `kata_${i}`;
/** The last character of the first word, which most keys have. */
const AKHIR = 'akhir_1';
/** The character at a place, to be folded: 1 is the first, -1 the last; 0 where there is none. */
const di = (teks: string, tempat: number | string): string => `ascii(${teks}[${tempat}])`;
const terakhir = (i: number): string => (i === 1 ? AKHIR : di(kata(i), -1));
/** The letter there. */
const huruf = (teks: string, tempat: number | string): string => `(${di(teks, tempat)} & 31)`;

/** The last bits of a number. */
const bit = (nilai: string, banyak: number): string => `(${nilai} & ${2 ** banyak - 1})`;
/** Two letters, and two characters that are folded. */
const kunci = (...[satu, dua, tiga, empat]: readonly [string, string, string, string]): string =>
  `(awal_hari | (((${satu} << ${BIT_HURUF} | ${dua}) << ${LIPAT[0]} | ${bit(tiga, LIPAT[0])}) << ${LIPAT[1]} | ${bit(empat, LIPAT[1])}))`;

/** A word by its first, third, and last letter, another by its first. */
const pasang = (i: number, lain: string): string => kunci(awal(i), lain, di(kata(i), 3), terakhir(i));

/** A word by its two ends. */
const ujung = (teks: string): string => kunci(huruf(teks, 1), huruf(teks, 2), di(teks, -2), di(teks, -1));
/** The word of a name that has no other; a short one without its middle, where a slip may be. */
const tunggal = (i: number): string =>
  `CASE WHEN length(${kata(i)}) > ${NAMA_TERPENDEK} THEN ${ujung(kata(i))} ELSE ${kunci(awal(i), '0', '0', terakhir(i))} END`;
/** For a slip in an end of it. */
const depan = (i: number): string => kunci(awal(i), '0', di(kata(i), 2), di(kata(i), 3));
const belakang = (i: number): string => kunci(huruf(kata(i), -2), huruf(kata(i), -3), '0', terakhir(i));

/** For a slip in a first letter, which all keys of two words have: both words by their ends. */
const ekor = (nama: string, satu: number): string =>
  kunci(huruf(kata(satu), -2), huruf(nama, -2), di(nama, -3), terakhir(satu));

const tiga = [1, 2, 3];

/**
 * What the keys are made of, in steps: what is needed several times is a column, and what is not inside a CASE is computed
 * for many rows at once.
 * @param nama expression of a name as `denganKunciSql` makes it
 */
export const bahanKataSql = (dari: string, lahir: string, nama: string): string => `
  SELECT *, nullif(${pertama(kata(1))}, ${TANPA_HURUF}) AS ${awal(1)}, ${pertama(kata(2))} AS ${awal(2)}, ${pertama(kata(3))} AS ${awal(3)},
    ${di(kata(1), -1)} AS ${AKHIR}
  FROM (SELECT * EXCLUDE (kata, lahir_sah), ${hariSql('lahir_sah')}::BIGINT << ${BIT_SEHARI} AS awal_hari, ${tiga.map((i) => `kata[${i}] AS kata_${i}`).join(', ')}
    FROM (SELECT *, string_split(inti, ' ') AS kata
      FROM (SELECT *, ${lahirSql(lahir)} AS lahir_sah, ${tanpaUmum(nama)} AS inti FROM ${dari})))`;

/** The keys of a person as columns, NULL where there is none, from a relation of `bahanKataSql`. */
export const KOLOM_KATA = `
  coalesce(${pasang(1, 'awal_2')}, ${tunggal(1)})::UINTEGER AS k1,
  coalesce(${pasang(2, 'coalesce(awal_3, awal_1)')}, ${depan(1)})::UINTEGER AS k2,
  CASE WHEN awal_3 > 0 THEN ${pasang(3, 'awal_1')} WHEN awal_2 > 0 THEN ${ekor('inti', 1)} WHEN awal_1 > 0 THEN ${belakang(1)} END::UINTEGER AS k3`;

const [DUA, TIGA] = [`(${kata(1)} || ${kata(2)})`, `(${kata(1)} || ${kata(2)} || ${kata(3)})`];
/** Of a name with several words: in a record one may be missing, or all others, or several may be written as one. */
const BEBERAPA = [
  ...tiga.flatMap((i) => tiga.filter((j) => j !== i).map((j) => pasang(i, awal(j)))),
  ...tiga.map((i) => `CASE WHEN awal_2 > 0 THEN ${tunggal(i)} END`),
  `CASE WHEN awal_3 > 0 THEN ${ujung(TIGA)} WHEN awal_2 > 0 THEN ${ujung(DUA)} END`,
  // Before a third word that no key of two words has in common.
  kunci(awal(1), awal(3), di(DUA, 3), di(kata(2), -1)),
];
const BEREKOR = [
  [1, 2],
  [2, 1],
].map(
  ([satu = 1, dua = 2]) => `CASE WHEN awal_3 IS NULL THEN ${ekor(`(${kata(satu)} || ' ' || ${kata(dua)})`, satu)} END`,
);

/** What a single word may be besides: one of several, or two of them written as one, the first of `t(panjang)` letters. */
const SATU_DARI_DUA = `SELECT u, ${pasang(1, 'lain')} FROM berkata, range(1, ${HURUF}) AS t(lain) WHERE awal_2 IS NULL`;
const DUA_JADI_SATU = `
  SELECT u, ${kunci('awal_1', huruf(kata(1), 'panjang + 1'), `CASE WHEN panjang > 2 THEN ${di(kata(1), 3)} ELSE 0 END`, di(kata(1), 'panjang'))}
  FROM berkata, range(1, ${KATA_TERPANJANG}) AS t(panjang) WHERE awal_2 IS NULL AND panjang < length(kata_1)`;

/**
 * A query of `u` and the keys `k` under which its records are looked for.
 * @param dari a relation with `u`, a birth date `lahir` and a key of a name `kunci`
 */
export const kunciKataSql = (dari: string): string => `
  WITH berkata AS (${bahanKataSql(`(FROM ${dari} WHERE lahir > 0 AND kunci <> '')`, 'lahir', 'kunci')})
  SELECT DISTINCT u, k::UINTEGER AS k FROM (
    SELECT u, unnest([${[...BEBERAPA, ...BEREKOR].join(', ')}]) AS k FROM berkata
    UNION ALL SELECT u, unnest([${[tunggal(1), depan(1), belakang(1)].join(', ')}]) FROM berkata WHERE awal_2 IS NULL
    UNION ALL ${SATU_DARI_DUA}
    UNION ALL ${DUA_JADI_SATU}
  ) WHERE k IS NOT NULL`;
