/** The class of every row of a batch and how it differs, from its best candidates. */
import type { Ambang } from '#domain/cocok/bobot.ts';

/** A field of the record that could not be read has no value to show. */
const terbaca = (hubungan: string, nilai: string): string =>
  `CASE WHEN t.${hubungan} = 'rusak' THEN 'tidak terbaca' ELSE ${nilai} END`;

/** What is compared for `beda`: column, how both sides are shown, and when they differ; `s` is the row as it was written. */
const BEDA: readonly (readonly [string, string, string, string])[] = [
  ['nik', 's.nik_teks', 'coalesce(t.nik::VARCHAR, t.nik_teks)', `t.h_nik NOT IN ('', 'sama')`],
  ['no_kk', 's.kk_teks', terbaca('h_kk', 't.kk::VARCHAR'), `t.h_kk IN ('satu', 'beda', 'rusak')`],
  ['nama', 's.nama', 't.nama', `t.n_nama NOT IN (-1, 4)`],
  ['tempat_lahir', 's.tempat', 't.tempat', `t.h_tempat = 'beda'`],
  ['tgl_lahir', 's.lahir_teks', terbaca('h_lahir', 'tanggal_teks(t.lahir)'), `t.h_lahir NOT IN ('', 'sama')`],
  ['jk', 's.jk_teks', terbaca('h_jk', `(['L', 'P'])[t.jk]`), `t.h_jk IN ('beda', 'rusak')`],
  ['nama_ibu', 's.ibu', 't.ibu', `t.n_ibu NOT IN (-1, 4)`],
  ['kode_wilayah', 's.wilayah_teks', 't.wilayah::VARCHAR', `t.h_wilayah IN ('kec', 'beda')`],
  ['no_kartu', 's.kartu_teks', terbaca('h_kartu', 'kartu_teks(t.kartu)'), `t.h_kartu IN ('beda', 'rusak')`],
];

export const MAKRO_TANGGAL = `CREATE MACRO tanggal_teks(t) AS CASE WHEN t IS NULL OR t = 0 THEN '' ELSE printf('%04d-%02d-%02d', t // 10000, t // 100 % 100, t % 100) END`;

export const MAKRO_KARTU = `CREATE MACRO kartu_teks(k) AS CASE WHEN k IS NULL THEN '' ELSE printf('%013d', k) END`;

const beda = `list_filter([${BEDA.map(
  ([kolom, usulan, referensi, bila]) =>
    `CASE WHEN ${bila} THEN {'kolom': '${kolom}', 'usulan': ${usulan}, 'referensi': coalesce(${referensi}, '')} END`,
).join(', ')}], lambda b: b IS NOT NULL)`;

/** The order of the tests is the order of trust. @returns statement that makes the table `putusan` */
export const putusanSql = ({ jarak }: Ambang): string => `
  CREATE OR REPLACE TEMP TABLE putusan AS
  SELECT u, CASE
      WHEN ditolak THEN 'CACAT'
      WHEN layak AND layak_lain AND tepat = tepat_lain AND lawan = lawan_lain
        AND (CASE WHEN tepat THEN abs(skor - skor_lain) ELSE skor - skor_lain END) < ${jarak} THEN 'GANDA'
      WHEN layak AND tepat AND n_nama < 3 AND kembar THEN 'GANDA'
      WHEN layak AND tepat AND n_nama = 4 AND len(beda) = 0 AND NOT rusak THEN 'COCOK'
      WHEN layak AND tepat THEN 'COCOK_BEDA'
      WHEN layak THEN 'SARAN'
      -- Too little to be sure of, but nothing speaks for another person.
      WHEN tepat AND len(beda) = 0 THEN 'COCOK_BEDA'
      WHEN tepat THEN 'BENTROK'
      WHEN nik_cacat THEN 'CACAT'
      ELSE 'TIDAK_DITEMUKAN' END AS kelas,
    CASE WHEN NOT ditolak AND (layak OR tepat) THEN beda ELSE [] END AS beda
  FROM (SELECT p.u, p.ditolak, p.rusak, p.nik_cacat, coalesce(t.layak, false) AS layak, coalesce(t.tepat, false) AS tepat,
      coalesce(t.layak_lain, false) AS layak_lain, coalesce(t.tepat_lain, false) AS tepat_lain,
      t.skor, t.skor_lain, t.lawan, t.lawan_lain, t.n_nama, coalesce(t.kembar, false) AS kembar, CASE WHEN t.u IS NULL THEN [] ELSE ${beda} END AS beda
    FROM p JOIN usulan s ON s.u = p.u LEFT JOIN (FROM terbaik WHERE urut = 1) t ON t.u = p.u)`;
