/**
 * Most rows meet one record by their NIK and are equal to it in all that both have. These are certain; they are set apart
 * before anything is weighed closely.
 */
import type { Ambang } from '#domain/cocok/bobot.ts';
import { serentak } from '../db/serentak.ts';
import { type Besaran, skorSql } from './skor-sql.ts';

/** How fields relate where a difference is ruled out. @param ada whether both sides have the field */
const sama = (ada: string): string => `CASE WHEN ${ada} THEN 'sama' ELSE '' END`;
const ADA = {
  nik: 'r.nik IS NOT NULL',
  kartu: 'p.kartu > 0 AND r.kartu IS NOT NULL',
  kk: 'p.kk > 0 AND r.kk IS NOT NULL',
  lahir: 'p.lahir > 0 AND r.lahir IS NOT NULL',
  jk: 'p.jk > 0 AND r.jk > 0',
  ibu: `p.kunci_ibu <> '' AND r.kunci_ibu <> ''`,
  wilayah: 'p.wilayah > 0 AND r.wilayah IS NOT NULL',
  tempat: `p.tempat <> '' AND r.tempat <> ''`,
} as const;

/** A NIK that both have and that is equal; every other field equal or missing. */
const TIDAK_BEDA = [
  'p.nik = r.nik',
  // What could not be read was not compared.
  'NOT p.rusak',
  'r.rusak = 0',
  `p.kunci <> '' AND p.kunci = coalesce(r.kunci, r.nama)`,
  `NOT (${ADA.kartu} AND p.kartu <> r.kartu)`,
  `NOT (${ADA.kk} AND p.kk <> r.kk)`,
  `NOT (${ADA.lahir} AND p.lahir <> r.lahir)`,
  `NOT (${ADA.jk} AND p.jk <> r.jk)`,
  `NOT (${ADA.ibu} AND p.kunci_ibu <> r.kunci_ibu)`,
  `NOT (${ADA.wilayah} AND p.wilayah <> r.wilayah)`,
  `NOT (${ADA.tempat} AND p.tempat <> r.tempat)`,
].join(' AND ');

const HUBUNGAN = `'sama' AS h_nik,
  CASE WHEN ${ADA.kartu} THEN CASE WHEN p.kartu = r.kartu THEN 'sama' ELSE 'beda' END ELSE '' END AS h_kartu,
  ${sama(ADA.kk)} AS h_kk, 4 AS n_nama, ${sama(ADA.lahir)} AS h_lahir, ${sama(ADA.jk)} AS h_jk,
  CASE WHEN ${ADA.ibu} THEN 4 ELSE -1 END AS n_ibu, ${sama(ADA.wilayah)} AS h_wilayah, ${sama(ADA.tempat)} AS h_tempat`;

/** The outcomes of these rows. @param nomor of the reference */
export const hasilSamaSql = (nomor: number): string =>
  `SELECT u, ${nomor}, 'COCOK', [], nik::VARCHAR, skor, coalesce(status, ''), '', NULL FROM sama`;

/**
 * Statement that puts such rows of `batch` into the table `sama`.
 * @param bertemu the records that were found by an equal number, without those that the row must not meet
 */
export const samaSql = (besaran: Besaran, { bentrok }: Ambang, bertemu: string): string => `
  CREATE OR REPLACE TEMP TABLE sama AS
   SELECT u, nik, skor, status FROM (${skorSql(
     `SELECT p.u, r.nik, r.status, p.bobot_nama, p.bobot_ibu, ${HUBUNGAN}
      FROM ${serentak(`FROM ${bertemu}`)} r JOIN batch p ON p.u = r.u SEMI JOIN (SELECT u FROM ${bertemu} GROUP BY u HAVING count(*) = 1) satu ON satu.u = r.u
      WHERE ${TIDAK_BEDA}`,
     besaran,
   )}) WHERE dukungan >= ${bentrok}`;
