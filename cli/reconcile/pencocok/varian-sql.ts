/** All NIK that one slip of the typing hand makes of a NIK, as whole numbers: enumerated, so that a join finds them. */

const PANJANG = 16;

/** The kecamatan in which a NIK was given out: its first six digits. */
export const kecamatanSql = (nik: string): string => `${nik} // 10000000000`;

/**
 * What cannot be a NIK need not be looked up: day 1 to 31 or 41 to 71, month 1 to 12. Nor need one of a kecamatan from which
 * the reference has nobody; most slips in the first digits make such a one. Those of which it has somebody are the column
 * `kode` of the table `kecamatan`.
 */
const mungkin = (nik: string): string => `(${nik} // 100000000) % 100 BETWEEN 1 AND 71
  AND (${nik} // 1000000) % 100 BETWEEN 1 AND 12 AND ${kecamatanSql(nik)} IN (SELECT kode FROM kecamatan)`;
/** Places of a NIK on which that depends; a slip anywhere else leaves it as it was. */
const PENENTU = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

const tempat = Array.from({ length: PANJANG }, (_, i) => i);
const pangkat = (i: number): string => `${10n ** BigInt(PANJANG - 1 - i)}`;
const angka = (i: number): string => `((nik // ${pangkat(i)}) % 10)`;

/** 144 substitutions and 15 transpositions. @param dari a relation with `u` and the 16 digits `nik` */
function enamBelas(dari: string): string {
  const sah = `(SELECT * FROM ${dari} WHERE ${mungkin('nik')})`;
  const ganti = (di: readonly number[], asal: string): string => `
    SELECT u, nik + (d - a) * p AS v FROM (
      ${di.map((i) => `SELECT u, nik, ${angka(i)} AS a, ${pangkat(i)} AS p FROM ${asal}`).join(' UNION ALL ')}
    ), range(10) AS t(d) WHERE d <> a`;
  const tukar = (i: number, asal: string): string => {
    const [kiri, kanan] = [angka(i - 1), angka(i)];
    return `SELECT u, nik + (${kanan} - ${kiri}) * ${pangkat(i - 1)} + (${kiri} - ${kanan}) * ${pangkat(i)} AS v
      FROM ${asal} WHERE ${kiri} <> ${kanan}`;
  };
  const tertukar = tempat.slice(1);
  const menentukan = (i: number): boolean => PENENTU.has(i - 1) || PENENTU.has(i);
  return `
    SELECT u, v FROM (
      ${ganti([...PENENTU], dari)}
      UNION ALL ${tertukar
        .filter(menentukan)
        .map((i) => tukar(i, dari))
        .join(' UNION ALL ')}
    ) WHERE ${mungkin('v')}
    UNION ALL ${ganti(
      tempat.filter((i) => !PENENTU.has(i)),
      sah,
    )}
    UNION ALL ${tertukar
      .filter((i) => !menentukan(i))
      .map((i) => tukar(i, sah))
      .join(' UNION ALL ')}`;
}

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
  ${enamBelas(`(SELECT u, nik FROM ${dari} WHERE nik > 0)`)}
  UNION ALL SELECT u, v FROM (
    ${limaBelas(`(SELECT u, nik_teks FROM ${dari} WHERE length(nik_teks) = 15)`)}
    UNION ALL ${tujuhBelas(`(SELECT u, nik_teks FROM ${dari} WHERE length(nik_teks) = 17)`)}
  ) WHERE ${mungkin('v')}`;
