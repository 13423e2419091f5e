/**
 * The stages of matching one batch of rows (`batch`) with a reference (`r`), as statements in their order. Only joins on whole
 * numbers touch the reference; names are compared in the few pairs that these find.
 */
import type { Ambang } from '#domain/cocok/bobot.ts';
import { NAMA_TERPENDEK } from '#domain/nama/banding.ts';
import { serentak } from '../db/serentak.ts';
import { KUNCI_KATA, kunciKataSql, tanpaUmum } from './kunci-kata-sql.ts';
import { bandingNamaSql, denganKunciSql } from './nama-sql.ts';
import { samaSql } from './sama-sql.ts';
import type { Penyempitan } from './sempit.ts';
import { type Besaran, dapatMencapaiSql, HUBUNGAN, pilih, skorSql } from './skor-sql.ts';
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

/** What is taken of a record. */
const REKAMAN = 'nik nik_teks kk kartu lahir jk wilayah nama kunci ibu tempat status rusak'
  .split(' ')
  .map((kolom) => `r.${kolom}`)
  .join(', ');

/** Pairs with an equal number, with the records. */
const tepatSql = (kartu: boolean, boleh: string): string => `
  SELECT p.u, r.rid, ${REKAMAN} FROM r_nik r JOIN batch p ON r.nik = p.nik WHERE ${boleh}
  ${kartu ? `UNION SELECT p.u, r.rid, ${REKAMAN} FROM r JOIN batch p ON r.kartu = p.kartu WHERE p.kartu > 0 AND ${boleh}` : ''}`;

/** The rows that are not done yet. */
const BELUM_SAMA = `
  CREATE OR REPLACE TEMP TABLE p AS
  SELECT * EXCLUDE (cacat, nomor, tiket, kk_teks, kartu_teks, lahir_teks, jk_teks, wilayah_teks, nama, ibu),
    ${tanpaUmum('kunci')} AS kunci_inti,
    string_split(kunci_ibu, ' ')[1] AS ibu_1, coalesce(string_split(kunci_ibu, ' ')[2], '-') AS ibu_2
  FROM batch ANTI JOIN sama USING (u)`;

/** Pairs one slip of a NIK apart, or in one family card. */
const DEKAT = `
  SELECT v.u, r.rid FROM r JOIN (${varianSql('belum')}) v ON r.nik = v.v
  UNION ALL SELECT b.u, r.rid FROM r JOIN belum b ON r.kk = b.kk WHERE b.kk > 0`;

/** The keys of the names of the rows in `sisa`, also for a birth date whose day and month changed places. */
const KATA = `
  CREATE OR REPLACE TEMP TABLE kata AS ${kunciKataSql(`(
    SELECT u, kunci, unnest([lahir, lahir_tukar]) AS lahir FROM p SEMI JOIN sisa USING (u))`)}`;

/** Only of keys under a condition the database makes a filter for its scan, which halves the time; this one holds for all. */
const SEMUA_KATA = '(FROM kata WHERE k % 2 < 2)';

const KATA_BERTEMU = KUNCI_KATA.map(
  (kolom) => `SELECT k.u, r.rid FROM r JOIN ${SEMUA_KATA} k ON r.${kolom} = k.k`,
).join(' UNION ALL ');

/** The common word was left out of a name, but not because both have it. */
const BEDA_UMUM = `(p.kunci_inti <> p.kunci OR r.inti_r <> r.kunci_r) AND NOT (ada_umum(p.kunci) AND ada_umum(r.kunci_r))`;

/** Most pairs are of people with quite different names; a cheap look spares them the careful one. */
export const NAMA_SEKILAS = pilih(
  [
    [`p.kunci = '' OR r.nama = ''`, 'true'],
    // One slip leaves too little of so short a name.
    [`length(p.kunci_inti) <= ${NAMA_TERPENDEK}`, 'true'],
    ['jaro_winkler_similarity(p.kunci_inti, r.inti_r) >= 0.7', 'true'],
    // The common word counts when only one has it: with a slip it is a word like any other.
    [pilih([[BEDA_UMUM, 'jaro_winkler_similarity(p.kunci, r.kunci_r) >= 0.7']], 'false'), 'true'],
    ['starts_with(p.kunci, r.kunci_r) OR starts_with(r.kunci_r, p.kunci)', 'true'],
    [`list_has_any(string_split(p.kunci_inti, ' '), string_split(r.inti_r, ' '))`, 'true'],
  ],
  `replace(p.kunci, ' ', '') = replace(r.kunci_r, ' ', '')`,
);

/**
 * The records of the pairs in `temuan`, in one pass over the reference. Records come in their order: those of one place `>> 3`
 * are looked for in one place of the hash table, which is still near the processor, and only then by their own.
 */
const DITEMUKAN = `
  SELECT t.u, r.rid, ${REKAMAN} FROM r_rid r JOIN (SELECT DISTINCT u, rid FROM temuan) t
  ON t.rid >> 3 = r.rid >> 3 AND t.rid >= r.rid AND t.rid <= r.rid`;

/** Records of pairs with the keys of both names. @param syarat on `p` and `r`, by which most are left out */
const mungkinSql = (dari: string, syarat: string): string => `
  SELECT r.* EXCLUDE (inti_r), p.kunci AS kunci_p
  FROM (SELECT *, ${tanpaUmum('kunci_r')} AS inti_r FROM (SELECT *, coalesce(kunci, nama) AS kunci_r FROM (${dari}))) r JOIN p ON p.u = r.u
  WHERE ${syarat}`;

/** Compares their names, when the others have been left out. @param mungkin as `mungkinSql` makes it */
const bandingSql = (mungkin: string): string => `
  CREATE OR REPLACE TEMP TABLE banding AS
  SELECT * EXCLUDE (kunci_p, kunci_r) FROM (${bandingNamaSql(`FROM ${serentak(mungkin)}`, 'kunci_p', 'kunci_r', 'n_nama')})`;

/** Scores the records that were fetched. @param yang which of them, by how their names compare */
const nilaiSql = (besaran: Besaran, yang: string): string =>
  skorSql(
    bandingNamaSql(
      `SELECT p.u, r.rid, p.bobot_nama, p.bobot_ibu, ${HUBUNGAN}, p.kunci_ibu AS ibu_p, r.kunci_ibu AS ibu_r,
         r.nik, r.nik_teks, r.kk, r.kartu, r.nama, r.tempat, r.lahir, r.jk, r.ibu, r.wilayah, r.status
       FROM (FROM banding WHERE ${yang}) r JOIN ${serentak('FROM p')} p ON p.u = r.u`,
      'ibu_p',
      'ibu_r',
      'n_ibu',
    ),
    besaran,
  );

const isTepat = `(h_nik = 'sama' OR h_kartu = 'sama')`;

/** One of them has no name: then only the family card with the birth date in it says who is meant. */
const TANPA_NAMA = `n_nama = -1 AND h_kk = 'sama' AND h_lahir = 'sama'`;

/** A pair that may be one person. */
const layak = ({ saran, bentrok }: Ambang): string =>
  `CASE WHEN ${isTepat} THEN dukungan >= ${bentrok} ELSE skor >= ${saran} AND (n_nama > 0 OR ${TANPA_NAMA}) END`;

/** An equal NIK with quite another name, or with a name that may be shortened and another birth date: it may be a relative's. */
const KUAT = `layak AND NOT (tepat AND (n_nama = 0 OR n_nama BETWEEN 0 AND 2 AND h_lahir IN ('beda', 'jauh')))`;

const hitung = (syarat: readonly string[]): string =>
  `CASE WHEN tepat THEN ${syarat.map((satu) => `(${satu})::INTEGER`).join(' + ')} ELSE 0 END`;
/** Fields that speak against a record that has the number, and such that speak for it. */
const LAWAN = hitung([
  ...['n_nama NOT IN (-1, 4)', 'n_ibu NOT IN (-1, 4)', `h_kk NOT IN ('', 'sama')`, `h_lahir NOT IN ('', 'sama')`],
  ...[
    `h_nik NOT IN ('', 'sama')`,
    `h_kartu NOT IN ('', 'sama')`,
    `h_jk NOT IN ('', 'sama')`,
    `h_wilayah NOT IN ('', 'sama')`,
    `h_tempat = 'beda'`,
  ],
]);
const DUKUNG = hitung([
  ...['n_nama = 4', 'n_ibu = 4', `h_nik = 'sama'`, `h_kartu = 'sama'`, `h_kk = 'sama'`, `h_lahir = 'sama'`],
  ...[`h_jk = 'sama'`, `h_wilayah = 'sama'`, `h_tempat = 'sama'`],
]);

/**
 * The best first. Of several records with one number what agrees decides before the score, which is about coincidence: in a
 * small register it counts an equal family card less than none. The rest only keeps those that are alike in one order.
 */
const URUT = `${KUAT} DESC, layak DESC, tepat DESC, lawan, ${DUKUNG} DESC, skor DESC,
  nik, kk, nama, lahir, ibu, jk, wilayah, tempat, status, rid`;

/** A name that is merely alike, or longer, may be a brother's or a twin's: the family card shows the other. */
const PASTI = 'layak AND tepat AND (n_nama >= 3 OR n_nama = -1)';
const KEMBAR = `NOT tepat AND layak AND n_nama = 4 AND h_kk = 'sama' AND h_lahir = 'sama'`;

/** Statements that leave the best candidates of each row in the table `terbaik`, best first by `urut`. */
export function tahap({ besaran, ambang, kartu, tepat, kecuali }: OpsiTahap): readonly Langkah[] {
  const boleh = kecuali === undefined ? 'true' : `NOT (${kecuali})`;
  const baik = `${layak(ambang)} AS layak, ${isTepat} AS tepat, ${LAWAN} AS lawan`;
  // Nobody is shown a person who is neither likely nor has the same number.
  const berarti = (yang: string): string =>
    `FROM (SELECT *, ${baik} FROM (${nilaiSql(besaran, yang)})) WHERE layak OR tepat`;
  const awal: Langkah[] = [
    { pandangan: 'r_nik', kolom: 'nik', dari: 'batch WHERE nik > 0' },
    `CREATE OR REPLACE TEMP TABLE rekaman AS ${denganKunciSql(tepatSql(kartu, boleh), { kunci_ibu: 'ibu' })}`,
    samaSql(besaran, ambang, 'rekaman'),
    BELUM_SAMA,
    bandingSql(mungkinSql('FROM rekaman', 'true')),
    `CREATE OR REPLACE TEMP TABLE nilai AS ${berarti('true')}`,
  ];
  /** @param pasangan query of `u` and `rid` @param sekilas which of them are looked at closely */
  const nilaiLagi = (pasangan: string, sekilas: string): Langkah[] => [
    `CREATE OR REPLACE TEMP TABLE temuan AS SELECT * FROM (${pasangan}) ANTI JOIN (SELECT u, rid FROM nilai) USING (u, rid)`,
    { pandangan: 'r_rid', kolom: 'rid', dari: 'temuan' },
    // By words a country has a hundred times as many pairs as are left: these are not put down before.
    bandingSql(denganKunciSql(mungkinSql(DITEMUKAN, `${boleh} AND ${sekilas}`), { kunci_ibu: 'ibu' })),
    `INSERT INTO nilai ${berarti('n_nama <> 0')}`,
  ];
  const lanjut: Langkah[] = [
    `CREATE OR REPLACE TEMP TABLE belum AS SELECT u, nik, nik_teks, kk FROM p WHERE u NOT IN (SELECT u FROM nilai WHERE ${PASTI})`,
    ...nilaiLagi(DEKAT, NAMA_SEKILAS),
    `CREATE OR REPLACE TEMP TABLE sisa AS SELECT u FROM p WHERE u NOT IN (SELECT u FROM nilai WHERE ${KUAT})`,
    KATA,
    ...nilaiLagi(KATA_BERTEMU, pilih([[dapatMencapaiSql(besaran, ambang.saran), NAMA_SEKILAS]], 'false')),
  ];
  return [
    ...awal,
    ...(tepat ? [] : lanjut),
    `CREATE OR REPLACE TEMP TABLE terbaik AS
       SELECT *, row_number() OVER w AS urut, lead(skor) OVER w AS skor_lain, lead(layak) OVER w AS layak_lain, lead(tepat) OVER w AS tepat_lain, lead(lawan) OVER w AS lawan_lain,
         bool_or(${KEMBAR}) OVER (PARTITION BY u) AS kembar, bool_or(tepat) OVER (PARTITION BY u) AS ada_tepat, count_if(tepat) OVER (PARTITION BY u) > 1 AS tepat_banyak
       FROM nilai WINDOW w AS (PARTITION BY u ORDER BY ${URUT})
       QUALIFY urut <= ${CALON}`,
    ...['temuan', 'rekaman', 'banding', 'belum', 'sisa', 'kata', 'nilai'].map(
      (tabel) => `DROP TABLE IF EXISTS ${tabel}`,
    ),
  ];
}
