/** The rules for names of the domain as SQL macros, made from the same lists. A test holds both forms against each other. */
import {
  AWALAN_BERARTI,
  HURUF_SELIP,
  INISIAL_LAMA,
  INISIAL_SERANGKAI,
  KATA_BERARTI,
  KATA_UMUM,
  NAMA_TERPENDEK,
} from '#domain/nama/banding.ts';
import {
  EJAAN_LAMA,
  EJAAN_MUHAMMAD,
  GELAR_BELAKANG,
  GELAR_DEPAN,
  GELAR_MIRIP_NAMA,
  INISIAL_M,
  MUHAMMAD_DI_DEPAN,
  MUHAMMAD_MENEMPEL,
  SINGKATAN,
} from '#domain/nama/nama.ts';
import { kutipTeks } from '../db/kutip.ts';

const salahSatu = (kata: Iterable<string>): string => [...kata].join('|');
/** Nested calls of one function, innermost first. */
const berantai = (awal: string, langkah: readonly ((isi: string) => string)[]): string =>
  langkah.reduce((isi, satu) => satu(isi), awal);
const ganti =
  (pola: string, dengan: string) =>
  (isi: string): string =>
    `regexp_replace(${isi}, ${kutipTeks(pola)}, ${kutipTeks(dengan)}, 'g')`;

/** As `EJAAN_MUHAMMAD`, less the normal form: so common a word must not cost the long way. */
const MUHAMMAD_LAIN =
  'MHD|MUHD|MOHD|MOH|MOCH|MOKH|MUH|MUCH|MUKH|MO[CK]?HA?M+[AE]D|MU[CK]HA?M+[AE]D|MUHM+[AE]D|MUHAM+ED|MUHAMAD|MUHAMMM+AD';

/** Most names are plain words, for which nothing of what follows has to be done; many others are only spelled otherwise. */
const PERLU_EJAAN = `${salahSatu(EJAAN_LAMA.map(([lama]) => lama))}|\\b(?:${salahSatu([...SINGKATAN.keys(), INISIAL_M])})\\b|^${MUHAMMAD_DI_DEPAN} |\\b${MUHAMMAD_MENEMPEL}\\b|\\b(?:${MUHAMMAD_LAIN})\\b`;
const PERLU_RAPI = `[^A-Z ]|  |^ | $|\\b(?:${salahSatu(GELAR_DEPAN)}|${salahSatu(GELAR_BELAKANG)})\\b`;

/** One form for characters, apostrophes and blanks; as `rapikanNama`, and without accents. Most names have none. */
const rapi = (kolom: string): string =>
  `CASE WHEN strlen(${kolom}) = length(${kolom}) THEN upper(${kolom}) ELSE ${berantai(
    `strip_accents(nfc_normalize(${kolom}))`,
    [ganti('[\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]', ''), (isi) => `upper(${isi})`],
  )} END`;

/** Words of letters and dots; all that stand behind a comma have one, as abbreviations do. */
const KATA = `trim(regexp_replace(substr(t, 1, strpos(t || ',', ',') - 1) || ' ' ||
  regexp_replace(replace(substr(t, strpos(t || ',', ',') + 1), ',', ' '), '([^ ]*[A-Z][^ ]*)', '\\1.', 'g'),
  '(^| )[. ]*( |$)', ' ', 'g'))`;

const siapkan = (isi: string): string => berantai(isi, [ganti('[-/\\s\\p{Z}]', ' '), ganti('[^A-Z., ]', '')]);

/** A word with any dots in it: `SPD`, `S.PD`, `S.P.D.`; `titik` says how many stand at each place, from the first on. */
const bertitik = (kata: string, titik: (tempat: number) => string): string =>
  [...kata].map((huruf, i) => titik(i) + huruf).join('') + titik(kata.length);
const denganTitik = (kata: string): string => bertitik(kata, () => '\\.*');
/** With one dot at least. */
const wajibTitik = (kata: string): string =>
  Array.from({ length: kata.length + 1 }, (_, wajib) => bertitik(kata, (i) => (i === wajib ? '\\.+' : '\\.*'))).join(
    '|',
  );

const tanpaGelar = (isi: string): string =>
  berantai(isi, [
    ganti(`^(?:(?:${salahSatu([...GELAR_DEPAN].map(denganTitik))}) )+`, ''),
    ganti(
      `(?: (?:${salahSatu([...GELAR_BELAKANG].map(denganTitik))}|${salahSatu([...GELAR_MIRIP_NAMA].map(wajibTitik))}))+$`,
      '',
    ),
    (dalam) => `trim(${ganti('[. ]+', ' ')(dalam)})`,
    // Titles that a dot joined to a name.
    ganti(`^(?:(?:${salahSatu(GELAR_DEPAN)}) )+`, ''),
  ]);

const ejaan = (isi: string): string =>
  berantai(isi, [
    ...EJAAN_LAMA.map(
      ([lama, kini]) =>
        (dalam: string) =>
          `replace(${dalam}, ${kutipTeks(lama)}, ${kutipTeks(kini)})`,
    ),
    ganti(`\\b${MUHAMMAD_MENEMPEL}\\b`, `${KATA_UMUM} \\2`),
    ganti(`\\b(?:${EJAAN_MUHAMMAD})\\b`, KATA_UMUM),
    ganti(`^${MUHAMMAD_DI_DEPAN} `, `${KATA_UMUM} `),
    ganti(`\\b${INISIAL_M}\\b`, 'M'),
  ]);

/** Short words by what they stand for. */
const SINGKATAN_KATA = Map.groupBy(SINGKATAN, ([, kata]) => kata);
const lengkapi = (isi: string): string =>
  berantai(
    isi,
    [...SINGKATAN_KATA].map(([kata, semua]) => ganti(`\\b(?:${salahSatu(semua.map(([satu]) => satu))}) `, `${kata} `)),
  );

const inisialKini = (huruf: string): string =>
  `translate(${huruf}, '${[...INISIAL_LAMA.keys()].join('')}', '${[...INISIAL_LAMA.values()].join('')}')`;

/** What `denganKunciSql` and `bandingNamaSql` need. */
export const MAKRO_NAMA: readonly string[] = [
  `CREATE MACRO perlu_rapi(t) AS regexp_matches(t, ${kutipTeks(PERLU_RAPI)})`,
  `CREATE MACRO perlu_kunci(t) AS regexp_matches(t, ${kutipTeks(`${PERLU_RAPI}|${PERLU_EJAAN}`)})`,
  `CREATE MACRO kata_nama(t) AS ${KATA}`,
  `CREATE MACRO kunci_lengkap(t) AS CASE WHEN regexp_matches(t, ${kutipTeks(`\\b(?:${salahSatu(SINGKATAN.keys())}) `)}) THEN ${lengkapi('t')} ELSE t END`,
  // In three steps: what a macro is given it computes at each place where it stands, so whoever has many rows puts each
  // step into a column of its own.
  `CREATE MACRO siap_kunci(t) AS CASE WHEN perlu_kunci(t) THEN
     CASE WHEN perlu_rapi(t) THEN ${siapkan(rapi('t'))} ELSE t END END`,
  // Most names that are no plain words are only spelled otherwise.
  `CREATE MACRO kunci_siap(t) AS CASE WHEN t IS NOT NULL THEN
     ${ejaan(`CASE WHEN perlu_rapi(t) THEN ${tanpaGelar('kata_nama(t)')} ELSE t END`)} END`,
  `CREATE MACRO tercakup(a, b) AS len(list_filter(a, lambda w: NOT (list_contains(b, w)
     OR len(list_filter(b, lambda v: starts_with(v, w) OR (length(w) = 1 AND starts_with(v, ${inisialKini('w')})))) > 0
     OR (length(w) BETWEEN 2 AND 3 AND regexp_full_match(w, ${kutipTeks(INISIAL_SERANGKAI)}) AND contains(array_to_string(list_transform(b, lambda v: v[1]), ''), w))))) = 0`,
  // Most pairs have no word in common, which is seen without looking at each.
  `CREATE MACRO bagian_nama(a, b) AS CASE WHEN NOT list_has_any(a, b) THEN false ELSE
     len(list_filter(a, lambda w: length(w) >= ${KATA_BERARTI} AND w <> ${kutipTeks(KATA_UMUM)} AND list_contains(b, w))) > 0
     AND (tercakup(a, b) OR tercakup(b, a)) END`,
  `CREATE MACRO awalan_nama(a, b) AS least(length(a), length(b)) >= ${AWALAN_BERARTI} AND (starts_with(a, b) OR starts_with(b, a))`,
  `CREATE MACRO boleh_selip(panjang) AS CASE WHEN panjang < ${NAMA_TERPENDEK} THEN 0 ELSE greatest(1, panjang // ${HURUF_SELIP}) END`,
  `CREATE MACRO urut_nama(t) AS array_to_string(list_sort(string_split(t, ' ')), ' ')`,
  // Every blank is doubled, so that each word has its own two.
  `CREATE MACRO tanpa_umum(t) AS trim(replace(replace(' ' || replace(t, ' ', '  ') || ' ', ${kutipTeks(` ${KATA_UMUM} `)}, ''), '  ', ' '))`,
  `CREATE MACRO ada_umum(t) AS contains(' ' || t || ' ', ${kutipTeks(` ${KATA_UMUM} `)})`,
];

/**
 * Keys of names as `kunciNama` makes them.
 * @param kunci name of each new column, and the column of names whose keys it holds
 * @returns a query with these columns besides those of `dari`
 */
export function denganKunciSql(dari: string, kunci: Readonly<Record<string, string>>): string {
  const semua = Object.entries(kunci);
  const siap = (sebagai: string): string => `siap_${sebagai}`;
  const kolom = semua.map(([sebagai, nama]) => `, coalesce(kunci_lengkap(${siap(sebagai)}), ${nama}) AS ${sebagai}`);
  return `SELECT * EXCLUDE (${semua.map(([sebagai]) => siap(sebagai)).join(', ')})${kolom.join('')}
    FROM (SELECT * REPLACE (${semua.map(([sebagai]) => `kunci_siap(${siap(sebagai)}) AS ${siap(sebagai)}`).join(', ')})
      FROM (SELECT *${semua.map(([sebagai, nama]) => `, siap_kunci(${nama}) AS ${siap(sebagai)}`).join('')} FROM (${dari})))`;
}

/** Columns that build on each other: what a macro is given it computes at each place where it stands, a column only once. */
const bertingkat = (dari: string, tingkat: readonly Readonly<Record<string, string>>[]): string =>
  tingkat.reduce(
    (isi, kolom) =>
      `SELECT *, ${Object.entries(kolom)
        .map(([nama, sql]) => `${sql} AS ${nama}`)
        .join(', ')} FROM (${isi})`,
    dari,
  );

/** Columns that end in the share of letters without slips, 0 when there are too many. @param bila the pairs that are looked at */
const dekat = (ke: string, bila: string, a: string, b: string): readonly Readonly<Record<string, string>>[] => [
  { [`bn_jarak${ke}`]: `CASE WHEN ${bila} THEN levenshtein(${a}, ${b}) END` },
  // A change of places counts twice there, and that count is many times as fast.
  {
    [`bn_selip${ke}`]: `CASE WHEN bn_jarak${ke} < 2 THEN bn_jarak${ke}
      WHEN bn_jarak${ke} <= 2 * bn_boleh THEN damerau_levenshtein(${a}, ${b}) END`,
  },
  {
    [`bn_dekat${ke}`]: `CASE WHEN bn_selip${ke} = 0 THEN 1
      WHEN bn_selip${ke} <= bn_boleh THEN 1 - bn_selip${ke} / bn_panjang ELSE 0 END`,
  },
];

/**
 * Compares names as `bandingNama` does.
 * @param dari a query with the columns `a` and `b`, keys as `denganKunciSql` makes them
 * @returns a query with one column more: -1 where one is missing, 4 equal, 3 other order, 2 part, else the share of letters
 *   without slips, 0 for different names
 */
export const bandingNamaSql = (dari: string, a: string, b: string, sebagai: string): string => {
  const inti = (satu: string): string => `CASE WHEN bn_cepat IS NULL THEN
    CASE WHEN ada_umum(${a}) AND ada_umum(${b}) THEN tanpa_umum(${satu}) ELSE ${satu} END END`;
  const tingkat = [
    {
      bn_cepat: `CASE WHEN ${a} = '' OR ${b} = '' THEN -1
        WHEN ${a} = ${b} THEN 4
        WHEN length(${a}) = length(${b}) AND urut_nama(${a}) = urut_nama(${b}) OR replace(${a}, ' ', '') = replace(${b}, ' ', '') THEN 3
        WHEN awalan_nama(${a}, ${b}) OR bagian_nama(string_split(${a}, ' '), string_split(${b}, ' ')) THEN 2 END`,
    },
    { bn_a: inti(a), bn_b: inti(b) },
    { bn_panjang: 'greatest(length(bn_a), length(bn_b))' },
    { bn_boleh: 'boleh_selip(bn_panjang)' },
    { bn_sepanjang: 'coalesce(abs(length(bn_a) - length(bn_b)) <= bn_boleh, false)' },
    ...dekat('1', 'bn_sepanjang', 'bn_a', 'bn_b'),
    // Words in another order are looked at only where there are several; they are as long together as before.
    { bn_lagi: `bn_sepanjang AND bn_dekat1 = 0 AND (contains(bn_a, ' ') OR contains(bn_b, ' '))` },
    {
      bn_urut_a: 'CASE WHEN bn_lagi THEN urut_nama(bn_a) END',
      bn_urut_b: 'CASE WHEN bn_lagi THEN urut_nama(bn_b) END',
    },
    ...dekat('2', 'bn_lagi', 'bn_urut_a', 'bn_urut_b'),
  ];
  return `SELECT * EXCLUDE (${tingkat.flatMap(Object.keys).join(', ')}), coalesce(bn_cepat, greatest(bn_dekat1, bn_dekat2)) AS ${sebagai}
    FROM (${bertingkat(dari, tingkat)})`;
};
