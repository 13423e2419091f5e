/** Scattered rows as a few ranges: a request names only so many, and rows in between cost less than another call. */

/** Ranges of one read. */
const MAKS_RENTANG = 40;

/** The row numbers with the smallest gaps filled, so that no more than `maks` runs are left. */
export function rapatkan(nomor: readonly number[], maks = MAKS_RENTANG): number[] {
  const urut = [...new Set(nomor)].sort((a, b) => a - b);
  const celah = urut
    .slice(1)
    .map((satu, i) => satu - (urut[i] ?? satu) - 1)
    .filter((lebar) => lebar > 0)
    .sort((a, b) => b - a);
  /** Gaps wider than this stay; ties are filled too. */
  const batas = celah[maks - 1] ?? 0;
  return urut.flatMap((satu, i) => {
    const berikut = urut[i + 1];
    const lebar = berikut === undefined ? 0 : berikut - satu - 1;
    return lebar > 0 && lebar <= batas ? Array.from({ length: lebar + 1 }, (_, k) => satu + k) : [satu];
  });
}
