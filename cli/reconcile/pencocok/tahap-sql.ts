/**
 * The stages of matching one batch of rows (`p`) with a reference (`r`), as statements in their order. Only joins on whole
 * numbers touch the reference; names are compared in the few pairs that these find.
 */
import type { Ambang } from '#domain/cocok/bobot.ts';
import { HURUF_SELIP, KATA_UMUM } from '#domain/nama/banding.ts';
import { KATA_DIPAKAI, kunciKataSql } from './kunci-kata-sql.ts';
import { bandingNamaSql, denganKunciSql } from './nama-sql.ts';
import { samaSql } from './sama-sql.ts';
import type { Penyempitan } from './sempit.ts';
import { type Besaran, HUBUNGAN, skorSql } from './skor-sql.ts';
import { varianSql } from './varian-sql.ts';

export interface OpsiTahap {
  readonly besaran: Besaran;
  readonly ambang: Ambang;
  /** Whether the reference knows card numbers. */
  readonly kartu: boolean;
  /** Equal NIK only: no suggestions. */
  readonly tepat: boolean;
  /** A condition on `p` and `r` under which the two never meet. */
  readonly kecuali?: string | undefined;
}

/** A statement, or a narrower view of the reference that the next one reads. */
export type Langkah = string | Penyempitan;

/** Candidates of a row that are kept. */
const CALON = 3;

const nomor = Array.from({ length: KATA_DIPAKAI }, (_, i) => i + 1);

/** What is taken of a record. */
const KOLOM_REKAMAN = 'nik nik_teks kk kartu lahir jk wilayah nama kunci ibu tempat status'.split(' ');

/** By which way a pair was found. */
const JALUR = { tepat: 1, dekat: 2, kata: 3 } as const;

const tepatSql = (kartu: boolean, boleh: string): string => `
  SELECT p.u, r.rid, ${JALUR.tepat} AS jalur FROM r_nik r JOIN p ON r.nik = p.nik WHERE ${boleh}
  ${kartu ? `UNION SELECT p.u, r.rid, ${JALUR.tepat} FROM r JOIN p ON r.kartu = p.kartu WHERE p.kartu > 0 AND ${boleh}` : ''}`;

const dekatSql = (belum: string): string => `
  SELECT v.u, r.rid, ${JALUR.dekat} AS jalur FROM r JOIN (${varianSql(belum)}) v ON r.nik = v.v
  UNION ALL SELECT b.u, r.rid, ${JALUR.dekat} FROM r JOIN ${belum} b ON r.kk = b.kk WHERE b.kk > 0`;

/** The keys of the names of the rows in `sisa`. */
const KATA = `
  CREATE OR REPLACE TEMP TABLE kata AS
  SELECT DISTINCT u, unnest(k) AS k FROM (
    SELECT u, ${kunciKataSql('lahir', 'kunci')} AS k FROM p SEMI JOIN sisa USING (u) WHERE lahir > 0 AND kunci <> ''
    UNION ALL
    SELECT u, ${kunciKataSql('lahir_tukar', 'kunci')} FROM p SEMI JOIN sisa USING (u) WHERE lahir_tukar > 0 AND kunci <> '')`;

const KATA_BERTEMU = nomor
  .map((i) => `SELECT k.u, r.rid, ${JALUR.kata} AS jalur FROM r JOIN kata k ON r.k${i} = k.k`)
  .join(' UNION ALL ');

/** A name without the word that half of all men carry. */
export const tanpaUmum = (kunci: string): string => `replace(${kunci}, '${KATA_UMUM} ', '')`;
const kunciP = 'p.kunci_inti';
const utuhR = 'coalesce(r.kunci, r.nama)';
const kunciR = tanpaUmum(utuhR);
const mirip = `jaro_winkler_similarity(${kunciP}, ${kunciR})`;

/** Names of quite another length, without a word in common, are different for a closer look too. */
const DAPAT_MIRIP = `abs(length(p.kunci) - length(${utuhR})) <= greatest(length(p.kunci), length(${utuhR})) // ${HURUF_SELIP} + 1
  OR contains(p.kunci, ${utuhR}) OR contains(${utuhR}, p.kunci) OR replace(p.kunci, ' ', '') = replace(${utuhR}, ' ', '')
  OR list_has_any(string_split(p.kunci, ' '), string_split(${utuhR}, ' '))`;

/**
 * Most pairs are of people with quite different names; a cheap look at the names spares them the careful one. Of pairs
 * found by words, two shared words are enough, or one where a name has only that one. Written as conditions, of which the
 * database looks at no more than it must; within CASE it would look at all.
 */
const SARINGAN = `r.jalur = ${JALUR.tepat} OR p.kunci = '' OR r.nama = ''
  OR (r.jalur = ${JALUR.dekat} AND (${mirip} >= 0.7 OR starts_with(p.kunci, ${utuhR}) OR starts_with(${utuhR}, p.kunci)
    OR list_has_any(string_split(${kunciP}, ' '), string_split(${kunciR}, ' '))))
  OR (r.jalur = ${JALUR.kata} AND (r.banyak > 1 OR r.satu_kata OR NOT contains(${kunciP}, ' ') OR ${mirip} >= 0.8)
    AND (${DAPAT_MIRIP}))`;

/** The records of the pairs in `temuan`, in one pass over the reference. */
const DITEMUKAN = `
  SELECT t.u, t.jalur, t.banyak, r.rid, ${KOLOM_REKAMAN.map((kolom) => `r.${kolom}`).join(', ')}, r.k2 IS NULL AS satu_kata
  FROM r_rid r JOIN (SELECT u, rid, min(jalur) AS jalur, count(*) AS banyak FROM temuan GROUP BY ALL) t ON t.rid = r.rid`;

const AMBIL = `CREATE OR REPLACE TEMP TABLE rekaman AS ${denganKunciSql(DITEMUKAN, { kunci_ibu: 'ibu' })}`;

const RID: Penyempitan = { pandangan: 'r_rid', kolom: 'rid', dari: 'temuan' };

/** The pairs that the cheap look leaves. @param dari records of pairs */
const mungkinSql = (dari: string, boleh: string): string => `
  SELECT r.* EXCLUDE (banyak, satu_kata), p.kunci AS kunci_p, ${utuhR} AS kunci_r
  FROM (${dari}) r JOIN p ON p.u = r.u
  WHERE ${boleh} AND (${SARINGAN})`;

/** Compares their names; in a table of their own, or the others would be compared too. @param mungkin as `mungkinSql` makes it */
const bandingSql = (mungkin: string): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE mungkin AS ${mungkin}`,
  `CREATE OR REPLACE TEMP TABLE banding AS
   SELECT * EXCLUDE (kunci_p, kunci_r) FROM (${bandingNamaSql('FROM mungkin', 'kunci_p', 'kunci_r', 'n_nama')})`,
];

/** Scores the records that were fetched. */
const nilaiSql = (besaran: Besaran): string =>
  skorSql(
    bandingNamaSql(
      `SELECT p.u, r.rid, p.bobot_nama, p.bobot_ibu, ${HUBUNGAN}, p.kunci_ibu AS ibu_p, r.kunci_ibu AS ibu_r,
         r.nik, r.nik_teks, r.kk, r.kartu, r.nama, r.tempat, r.lahir, r.jk, r.ibu, r.wilayah, r.status
       FROM (FROM banding WHERE n_nama <> 0 OR jalur = ${JALUR.tepat}) r JOIN p ON p.u = r.u`,
      'ibu_p',
      'ibu_r',
      'n_ibu',
    ),
    besaran,
  );

const isTepat = `(h_nik = 'sama' OR h_kartu = 'sama')`;

/** A pair that may be one person. */
const layak = ({ saran, bentrok }: Ambang): string =>
  `CASE WHEN ${isTepat} THEN dukungan >= ${bentrok} ELSE skor >= ${saran} AND n_nama > 0 END`;

/** An equal NIK with a quite different name is looked into further: it may be a relative's. */
const KUAT = 'layak AND NOT (tepat AND n_nama = 0)';

/** A name that is merely alike may be a twin's, whose family card shows the other. */
const PASTI = 'layak AND tepat AND (n_nama >= 1 OR n_nama = -1)';
const KEMBAR = `NOT tepat AND layak AND n_nama = 4 AND h_kk = 'sama' AND h_lahir = 'sama'`;

/** Statements that leave the best candidates of each row in the table `terbaik`, best first by `urut`. */
export function tahap({ besaran, ambang, kartu, tepat, kecuali }: OpsiTahap): readonly Langkah[] {
  const boleh = kecuali === undefined ? 'true' : `NOT (${kecuali})`;
  const baik = `${layak(ambang)} AS layak, ${isTepat} AS tepat`;
  // Nobody is shown a person who is neither likely nor has the same number.
  const berarti = `FROM (SELECT *, ${baik} FROM (${nilaiSql(besaran)})) WHERE layak OR tepat`;
  const selesai = `SELECT u FROM nilai WHERE ${KUAT}`;
  const awal: Langkah[] = [
    { pandangan: 'r_nik', kolom: 'nik', dari: 'p WHERE nik > 0' },
    `CREATE OR REPLACE TEMP TABLE temuan AS ${tepatSql(kartu, boleh)}`,
    ...(tepat
      ? []
      : [
          'CREATE OR REPLACE TEMP TABLE belum AS SELECT u, nik, nik_teks, kk FROM p WHERE u NOT IN (SELECT u FROM temuan)',
          `INSERT INTO temuan ${dekatSql('belum')}`,
        ]),
    RID,
    AMBIL,
    ...samaSql(besaran, ambang, `(FROM rekaman WHERE jalur = ${JALUR.tepat})`),
    ...bandingSql(mungkinSql('FROM rekaman', boleh)),
    `CREATE OR REPLACE TEMP TABLE nilai AS ${berarti}`,
  ];
  const lanjut: Langkah[] = [
    `CREATE OR REPLACE TEMP TABLE bentrok AS SELECT u, nik, nik_teks, kk FROM p
       WHERE u IN (SELECT u FROM nilai WHERE tepat) AND u NOT IN (SELECT u FROM nilai WHERE ${PASTI})`,
    `CREATE OR REPLACE TEMP TABLE sisa AS SELECT u FROM p WHERE u NOT IN (${selesai})`,
    KATA,
    `CREATE OR REPLACE TEMP TABLE temuan AS
       SELECT * FROM (${dekatSql('bentrok')} UNION ALL ${KATA_BERTEMU}) ANTI JOIN (SELECT u, rid FROM nilai) USING (u, rid)`,
    RID,
    // By words a country has a hundred times as many pairs as are left: these are not put down before.
    ...bandingSql(denganKunciSql(mungkinSql(DITEMUKAN, boleh), { kunci_ibu: 'ibu' })),
    `INSERT INTO nilai ${berarti}`,
  ];
  return [
    ...awal,
    ...(tepat ? [] : lanjut),
    `CREATE OR REPLACE TEMP TABLE terbaik AS
       SELECT *, row_number() OVER w AS urut, lead(skor) OVER w AS skor_lain, lead(layak) OVER w AS layak_lain, lead(tepat) OVER w AS tepat_lain,
         bool_or(${KEMBAR}) OVER (PARTITION BY u) AS kembar
       FROM nilai WINDOW w AS (PARTITION BY u ORDER BY ${KUAT} DESC, layak DESC, tepat DESC, skor DESC, rid)
       QUALIFY urut <= ${CALON}`,
    ...['temuan', 'rekaman', 'mungkin', 'banding', 'belum', 'bentrok', 'sisa', 'kata', 'nilai'].map(
      (tabel) => `DROP TABLE IF EXISTS ${tabel}`,
    ),
  ];
}
