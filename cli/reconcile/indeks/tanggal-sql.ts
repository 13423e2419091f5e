/** Birth dates of a reference as whole numbers YYYYMMDD, from the forms in which offices write them. */
import { NAMA_BULAN, SINGKATAN_BULAN } from '#domain/format/urutan-tanggal.ts';

/** How dates stand in the file. */
export type UrutanTanggal = 'ISO' | 'HB' | 'BH';

/** Day, month and year by name, of a text with two digits for each day and month. */
const bagian = (kolom: string): Readonly<Record<UrutanTanggal, string>> => {
  const susun = (tahun: number, bulan: number, hari: number): string =>
    `try_cast(substr(${kolom}, ${tahun}, 4) || substr(${kolom}, ${bulan}, 2) || substr(${kolom}, ${hari}, 2) AS INTEGER)`;
  return { ISO: susun(1, 6, 9), HB: susun(7, 4, 1), BH: susun(7, 1, 4) };
};

/** A file may hold both forms; the fifth character tells them apart. What stands behind the date, as a time of day, is let be. */
const tanggalBiasa = (kolom: string, urutan: UrutanTanggal): string => {
  const { ISO, [urutan === 'ISO' ? 'HB' : urutan]: lain } = bagian(kolom);
  return `CASE WHEN ${kolom}[10] NOT BETWEEN '0' AND '9' THEN NULL WHEN substr(${kolom}, 5, 1) IN ('-', '/') THEN ${ISO} ELSE ${lain} END`;
};

/** Numbers of months by their first three letters. */
const BULAN: readonly (readonly [tiga: string, bulan: number])[] = [
  ...NAMA_BULAN.map((nama, i) => [nama.slice(0, 3), i + 1] as const),
  ...Object.entries(SINGKATAN_BULAN).map(([pendek, nama]) => [pendek, NAMA_BULAN.indexOf(nama) + 1] as const),
  ['PEB', 2],
];

const PISAH = '[-/. ]+';
const ISO = `^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?$`;
const PADAT = '^(1[89]\\d\\d|20\\d\\d)(\\d\\d)(\\d\\d)$';
const ANGKA = `^(\\d{1,2})${PISAH}(\\d{1,2})${PISAH}(\\d{4})(?:[T ].*)?$`;
const HURUF = `^(\\d{1,2})${PISAH}([A-Z]{3})[A-Z]*${PISAH}(\\d{4})$`;

/** All other forms: `1/7/1990`, `1990-7-1`, `19900701`, `1 Juli 1990`, with blanks or an apostrophe around them. */
function tanggalLain(kolom: string, urutan: UrutanTanggal): string {
  const isi = `upper(trim(${kolom}, ' ''\u00A0'))`;
  const ambil = (pola: string, ke: number): string => `regexp_extract(${isi}, '${pola}', ${ke})`;
  const susun = (pola: string, [tahun, bulan, hari]: readonly [number, number, number]): string =>
    `WHEN regexp_matches(${isi}, '${pola}') THEN ${[ambil(pola, tahun), ambil(pola, bulan), ambil(pola, hari)]
      .map((satu, i) => `${satu}::INTEGER * ${[10_000, 100, 1][i]}`)
      .join(' + ')}`;
  const bulan = `CASE ${ambil(HURUF, 2)} ${BULAN.map(([tiga, nomor]) => `WHEN '${tiga}' THEN ${nomor}`).join(' ')} END`;
  return `CASE ${susun(ISO, [1, 2, 3])} ${susun(PADAT, [1, 2, 3])} ${susun(ANGKA, urutan === 'BH' ? [3, 1, 2] : [3, 2, 1])}
    WHEN regexp_matches(${isi}, '${HURUF}') THEN ${ambil(HURUF, 3)}::INTEGER * 10000
      + ${bulan} * 100 + ${ambil(HURUF, 1)}::INTEGER END`;
}

/** NULL for what is no date: a file that mixes both orders has thirteenth months. Zeros stand for none. @param tanggal a column */
export const tanggalSah = (tanggal: string): string =>
  `CASE WHEN ${tanggal} = 0 OR ${tanggal} // 100 % 100 BETWEEN 1 AND 12 AND ${tanggal} % 100 BETWEEN 1 AND 31 THEN ${tanggal} END`;

/**
 * Most dates are real ones in ISO form, which the database reads at half the cost.
 * @param hari the text as a DATE
 * @returns an expression: 0 for a date of zeros, NULL for what cannot be read
 */
export const tanggalSql = (hari: string, kolom: string, urutan: UrutanTanggal): string =>
  `coalesce(CASE WHEN length(${kolom}) = 10 AND ${kolom} BETWEEN '1000-' AND '9999-99-99'
      THEN (year(${hari}) * 10000 + month(${hari}) * 100 + day(${hari}))::INTEGER END,
    ${tanggalBiasa(kolom, urutan)}, CASE WHEN ${kolom} <> '' THEN ${tanggalLain(kolom, urutan)} END)`;
