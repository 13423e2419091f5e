/** All NIK that one slip of the typing hand makes of a NIK, as whole numbers: enumerated, so that a join finds them. */

const PANJANG = 16;

/** What cannot be a NIK need not be looked up: day 1 to 31 or 41 to 71, month 1 to 12. */
const MUNGKIN = `(v // 100000000) % 100 BETWEEN 1 AND 71 AND (v // 1000000) % 100 BETWEEN 1 AND 12
  AND v BETWEEN 1100000000000000 AND 9999999999999999`;

const tempat = Array.from({ length: PANJANG }, (_, i) => i);
const pangkat = (i: number): string => `${10n ** BigInt(PANJANG - 1 - i)}`;
const angka = (i: number): string => `((nik // ${pangkat(i)}) % 10)`;

/** 144 substitutions and 15 transpositions. @param dari a relation with `u` and the 16 digits `nik` */
const enamBelas = (dari: string): string => `
  SELECT u, nik + (d - a) * p AS v FROM (
    ${tempat.map((i) => `SELECT u, nik, ${angka(i)} AS a, ${pangkat(i)} AS p FROM ${dari}`).join(' UNION ALL ')}
  ), range(10) AS t(d) WHERE d <> a
  UNION ALL
  ${tempat
    .slice(1)
    .map((i) => {
      const [kiri, kanan] = [angka(i - 1), angka(i)];
      return `SELECT u, nik + (${kanan} - ${kiri}) * ${pangkat(i - 1)} + (${kiri} - ${kanan}) * ${pangkat(i)} AS v
        FROM ${dari} WHERE ${kiri} <> ${kanan}`;
    })
    .join(' UNION ALL ')}`;

/** One digit was lost: every digit at every place. @param dari a relation with `u` and 15 digits `nik_teks` */
const limaBelas = (dari: string): string => `
  SELECT DISTINCT u, (left(nik_teks, i) || d || substr(nik_teks, i + 1))::BIGINT AS v
  FROM ${dari}, range(${PANJANG}) AS t(i), range(10) AS s(d)`;

/** One digit too many: each one left out. @param dari a relation with `u` and 17 digits `nik_teks` */
const tujuhBelas = (dari: string): string => `
  SELECT DISTINCT u, (left(nik_teks, i) || substr(nik_teks, i + 2))::BIGINT AS v
  FROM ${dari}, range(${PANJANG + 1}) AS t(i)`;

/** @param dari a relation with `u`, `nik` (0 without 16 digits) and `nik_teks` @returns a query of `u` and `v` */
export const varianSql = (dari: string): string => `
  SELECT u, v FROM (
    ${enamBelas(`(SELECT u, nik FROM ${dari} WHERE nik > 0)`)}
    UNION ALL ${limaBelas(`(SELECT u, nik_teks FROM ${dari} WHERE length(nik_teks) = 15)`)}
    UNION ALL ${tujuhBelas(`(SELECT u, nik_teks FROM ${dari} WHERE length(nik_teks) = 17)`)}
  ) WHERE ${MUNGKIN}`;
