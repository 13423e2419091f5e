/** Columns of a reference in the form in which they are matched, made from text columns of any file. */
import { KOLOM_ORANG } from '#domain/cocok/orang.ts';
import { kataSql, kolomKataSql } from '../pencocok/kunci-kata-sql.ts';

/** What is read of a reference; `status` is what the extract says of a member, e.g. a decile or "nonaktif". */
export const KOLOM_REFERENSI = [...KOLOM_ORANG, 'status'] as const;
export type KolomReferensi = (typeof KOLOM_REFERENSI)[number];

/** How dates stand in the file. */
export type UrutanTanggal = 'ISO' | 'HB' | 'BH';

/** Digits of exactly this number, or NULL: whatever else a number parser takes does not come back as it was. */
const angka = (kolom: string, panjang: number): string =>
  `CASE WHEN length(${kolom}) = ${panjang} AND try_cast(${kolom} AS BIGINT)::VARCHAR = ${kolom} THEN ${kolom}::BIGINT END`;

/** Card numbers begin with zeros. */
const kartu = (kolom: string): string => `CASE WHEN regexp_full_match(${kolom}, '[0-9]{13}') THEN ${kolom}::BIGINT END`;

const TANGGAL: Readonly<Record<UrutanTanggal, (kolom: string) => string>> = {
  ISO: (k) => `try_cast(substr(${k}, 1, 4) || substr(${k}, 6, 2) || substr(${k}, 9, 2) AS INTEGER)`,
  HB: (k) => `try_cast(substr(${k}, 7, 4) || substr(${k}, 4, 2) || substr(${k}, 1, 2) AS INTEGER)`,
  BH: (k) => `try_cast(substr(${k}, 7, 4) || substr(${k}, 1, 2) || substr(${k}, 4, 2) AS INTEGER)`,
};

/** A file may hold both forms; the fifth character tells them apart. */
const tanggal = (kolom: string, urutan: UrutanTanggal): string =>
  urutan === 'ISO'
    ? `CASE WHEN substr(${kolom}, 5, 1) IN ('-', '/') THEN ${TANGGAL.ISO(kolom)} ELSE ${TANGGAL.HB(kolom)} END`
    : `CASE WHEN substr(${kolom}, 5, 1) IN ('-', '/') THEN ${TANGGAL.ISO(kolom)} ELSE ${TANGGAL[urutan](kolom)} END`;

/** 1 man, 2 woman, 0 unknown. */
const JK_LAIN = `CASE WHEN regexp_matches(upper(jk), '^ *(L|1|PRIA)') THEN 1 WHEN regexp_matches(upper(jk), '^ *(P|2|W)') THEN 2 ELSE 0 END`;

/** Only where it differs from the name itself, which saves the index half of its text. */
const kunci = (kolom: string): string => `nullif(kunci_nama(${kolom}), ${kolom})`;

/**
 * @param sumber a relation with a text column for every `KolomReferensi`, none of them NULL
 * @returns a query with the columns of the index
 */
export const kolomIndeks = (sumber: string, urutan: UrutanTanggal): string => `
  SELECT * EXCLUDE (kata), ${kolomKataSql('lahir', 'kata')}
  FROM (SELECT *, ${kataSql('coalesce(kunci, nama)')} AS kata
    FROM (SELECT ${angka('nik', 16)} AS nik, CASE WHEN ${angka('nik', 16)} IS NULL THEN nullif(nik, '') END AS nik_teks,
        ${angka('no_kk', 16)} AS kk, ${kartu('no_kartu')} AS kartu,
        nullif(${tanggal('tgl_lahir', urutan)}, 0) AS lahir,
        CASE WHEN jk IN ('L', 'P') THEN 1 + (jk = 'P')::INTEGER ELSE ${JK_LAIN} END::UTINYINT AS jk,
        try_cast(kode_wilayah AS BIGINT) AS wilayah, nama, ${kunci('nama')} AS kunci,
        nama_ibu AS ibu, ${kunci('nama_ibu')} AS kunci_ibu, tempat_lahir AS tempat, status
      FROM ${sumber}))`;
