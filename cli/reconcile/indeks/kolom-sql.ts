/** Columns of a reference in the form in which they are matched, made from text columns of any file. */
import { KOLOM_ORANG } from '#domain/cocok/orang.ts';
import { bahanKataSql, KOLOM_KATA } from '../pencocok/kunci-kata-sql.ts';
import { KOLOM_RUSAK, type KolomRusak, RUSAK } from '../pencocok/rusak.ts';
import { tanggalSah, tanggalSql, type UrutanTanggal } from './tanggal-sql.ts';

/** What is read of a reference; `status` is what the extract says of a member, e.g. a decile or "nonaktif". */
export const KOLOM_REFERENSI = [...KOLOM_ORANG, 'status'] as const;
export type KolomReferensi = (typeof KOLOM_REFERENSI)[number];
/** For tables of our own: every column is there, under its name. */
export const SEMUA_KOLOM: Readonly<Partial<Record<KolomReferensi, string>>> = Object.fromEntries(
  KOLOM_REFERENSI.map((kolom) => [kolom, kolom]),
);

/**
 * Sixteen digits, or NULL: whatever else a number parser takes does not come back as it was. If it is as long nevertheless, it
 * begins below `1` (blanks, signs, `0x`) or ends in zeros (`12345678901234e2`), so few have to be written back.
 */
const enamBelas = (angka: string, teks: string): string =>
  `CASE WHEN ${angka} BETWEEN 1000000000000000 AND 9999999999999999
    AND (${angka} % 100 <> 0 AND strlen(${teks}) = 16 AND ${teks} >= '1' OR ${angka}::VARCHAR = ${teks}) THEN ${angka} END`;

/** Without what people write between digits. */
const tanpaPisah = (kolom: string): string => `regexp_replace(${kolom}, '[\\s\\x{00A0}.''-]', '', 'g')`;

/** Sixteen digits of a text column, with anything between them. @param angka the text as a number */
const enamBelasRapi = (angka: string, kolom: string): string =>
  `coalesce(${enamBelas(angka, kolom)}, CASE WHEN ${kolom} <> ''
    THEN ${enamBelas(`try_cast(${tanpaPisah(kolom)} AS BIGINT)`, tanpaPisah(kolom))} END)`;

/** Of a text column `nik`: something is written there, but no NIK. */
export const NIK_CACAT = `nik <> '' AND ${enamBelasRapi('try_cast(nik AS BIGINT)', 'nik')} IS NULL`;

/** A text column `nik` as it is looked for. */
export const nikRapi = (kolom: string): string =>
  `CASE WHEN strlen(${kolom}) = 16 THEN ${kolom} ELSE ${tanpaPisah(kolom)} END`;
/** @param baca the value of a text, NULL where it is none */
const dirapikan = (kolom: string, baca: (teks: string) => string): string =>
  `coalesce(${baca(kolom)}, CASE WHEN ${kolom} <> '' THEN ${baca(tanpaPisah(kolom))} END)`;

/** Card numbers begin with zeros. */
const KARTU = dirapikan('no_kartu', (t) => `CASE WHEN regexp_full_match(${t}, '[0-9]{13}') THEN ${t}::BIGINT END`);

const WILAYAH = dirapikan('kode_wilayah', (t) => `try_cast(${t} AS BIGINT)`);

/** 1 man, 2 woman, 0 unknown. */
const JK_LAIN = `CASE WHEN regexp_matches(upper(jk), '^[ '']*(L|1|PRIA|M(ALE)?[ '']*$)') THEN 1
  WHEN regexp_matches(upper(jk), '^[ '']*(P|2|W|F)') THEN 2 ELSE 0 END`;

const JK = `CASE WHEN jk = 'L' THEN 1 WHEN jk = 'P' THEN 2 ELSE ${JK_LAIN} END::UTINYINT`;

type Ada = ReadonlySet<KolomReferensi>;

/** What is written where nothing is known. */
const KOSONG = `'[-0/., ]*|(?i)null|nihil|kosong|n/?a|tidak ada|tdk ada'`;
/** How the value shows that a field could be read, and the text that was there. */
const TERBACA: Readonly<Record<KolomRusak, readonly [terbaca: string, teks: string]>> = {
  no_kk: ['kk IS NOT NULL', 'no_kk'],
  tgl_lahir: ['lahir IS NOT NULL', 'tgl_lahir'],
  jk: ['jk > 0', 'jk_dibaca'],
  no_kartu: ['kartu IS NOT NULL', 'no_kartu'],
};
const rusak = (ada: Ada): string => {
  const bit = KOLOM_RUSAK.filter((kolom) => ada.has(kolom)).map((kolom) => {
    const [terbaca, teks] = TERBACA[kolom];
    return `CASE WHEN ${terbaca} THEN 0 WHEN regexp_full_match(${teks}, ${KOSONG}) THEN 0 ELSE ${RUSAK[kolom]} END`;
  });
  return `(${['0', ...bit].join(' + ')})::UTINYINT`;
};

/** Stands between what should be a NIK and the name behind it: the character that was made for parting fields. */
const BATAS = 'chr(31)';
/** Few NIKs are none. A column for those would take as much room in the sort as any other text. */
const NAMA = `CASE WHEN nik IS NULL THEN replace(nik_dibaca, ${BATAS}, '') || ${BATAS} || nama ELSE nama END`;
/** Both again, after the sort. */
const NIK_TEKS = `CASE WHEN nik IS NULL THEN nullif(split_part(nama, ${BATAS}, 1), '') END`;
const NAMA_SAJA = `CASE WHEN nik IS NULL THEN substr(nama, strpos(nama, ${BATAS}) + 1) ELSE nama END`;

/** Where a column of the index comes from, how it is computed, and its value where no file has that column. */
const POKOK: readonly (readonly [dari: KolomReferensi, sebagai: string, sql: string, tanpa: string])[] = [
  ['no_kk', 'kk', 'kk', 'NULL::BIGINT'],
  ['no_kartu', 'kartu', 'kartu', 'NULL::BIGINT'],
  ['tgl_lahir', 'lahir', 'nullif(lahir, 0)', 'NULL::INTEGER'],
  ['jk', 'jk', 'jk', '0::UTINYINT'],
  ['kode_wilayah', 'wilayah', WILAYAH, 'NULL::BIGINT'],
  ['nama', 'nama', NAMA, `''`],
  ['nama_ibu', 'ibu', 'nama_ibu', `''`],
  ['tempat_lahir', 'tempat', 'tempat_lahir', `''`],
  ['status', 'status', 'status', `''`],
];

/**
 * What cannot be computed from other columns: this much is sorted, for `kolomIndeks` to go on from. What is needed twice is a
 * column below.
 * @param sumber a relation with a text column for every `KolomReferensi`, none of them NULL
 * @param ada the columns that any of the files has
 */
export const kolomPokok = (sumber: string, urutan: UrutanTanggal, ada: Ada): string => `
  SELECT nik${POKOK.map(([dari, sebagai, sql]) => (dari === 'nama' || ada.has(dari) ? `, ${sql} AS ${sebagai}` : '')).join('')}
    , ${rusak(ada)} AS rusak
  FROM (SELECT * REPLACE (${tanggalSah('lahir')} AS lahir) FROM (SELECT * EXCLUDE (nik, jk), nik AS nik_dibaca, ${enamBelasRapi('nik_angka', 'nik')} AS nik, ${enamBelasRapi('kk_angka', 'no_kk')} AS kk,
      ${KARTU} AS kartu, ${tanggalSql('hari', 'tgl_lahir', urutan)} AS lahir, jk AS jk_dibaca, ${JK} AS jk
    FROM (SELECT *, try_cast(nik AS BIGINT) AS nik_angka, try_cast(no_kk AS BIGINT) AS kk_angka,
        try_cast(tgl_lahir AS DATE) AS hari
      FROM ${sumber})))`;

/** What an index keeps of these columns. */
const tersimpan = (ada: Ada): readonly string[] => POKOK.flatMap(([dari, sebagai]) => (ada.has(dari) ? [sebagai] : []));

/** What no file has is not kept either, or every look at a record would read it. @param ada the columns that an index has */
export const kolomTakTersimpan = (ada: ReadonlySet<string>): string =>
  POKOK.map(([, sebagai, , nilai]) => (ada.has(sebagai) ? '' : `, ${nilai} AS ${sebagai}`)).join('');

/**
 * The key of a name stands only where it differs from the name itself, which saves half of the text. Those of mothers are made
 * of the few records that are fetched.
 * @param pokok a relation of `kolomPokok`
 * @param tepat without the keys of words, under which only suggestions are found
 * @returns a query with the columns that the index keeps, its rows in the same order
 */
export function kolomIndeks(pokok: string, ada: Ada, tepat: boolean): string {
  const kolom = ['nik', 'nik_teks', 'kunci', 'rusak', ...tersimpan(ada)].join(', ');
  const bernama = `(SELECT *, kunci_lengkap(siap_nama) AS kunci
    FROM (SELECT * REPLACE (kunci_siap(siap_nama) AS siap_nama) FROM (SELECT *, siap_kunci(nama) AS siap_nama
      FROM (SELECT * REPLACE (${NAMA_SAJA} AS nama), ${NIK_TEKS} AS nik_teks${kolomTakTersimpan(new Set(['nama', ...tersimpan(ada)]))}
        FROM ${pokok}))))`;
  if (tepat) return `SELECT ${kolom} FROM ${bernama}`;
  return `SELECT ${kolom}, ${KOLOM_KATA} FROM (${bahanKataSql(bernama, 'lahir', 'coalesce(kunci, nama)')})`;
}
