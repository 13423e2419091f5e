/** How alike two names are, from 0 to 1, by Jaro-Winkler: made for names of people with typing errors. */

/** Winkler: a common beginning of at most four letters counts, each with a tenth. */
const AWAL_TERPANJANG = 4;
const BOBOT_AWAL = 0.1;
/** Names less alike than this get nothing for their beginning. */
const JARO_TERENDAH = 0.7;

/** Of two names as `kunciNama` makes them comparable. A name that is missing is like no other. */
export function jaroWinkler(a: string, b: string): number {
  const dasar = jaro([...a], [...b]);
  if (dasar <= JARO_TERENDAH) return dasar;
  let awal = 0;
  while (awal < AWAL_TERPANJANG && awal < a.length && a[awal] === b[awal]) awal += 1;
  return dasar + awal * BOBOT_AWAL * (1 - dasar);
}

/** Share of letters that both have at about the same place, less half of those in another order. */
function jaro(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const jangkauan = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const dipakai = new Set<number>();
  const samaA = a.filter((huruf, i) => {
    for (let j = Math.max(0, i - jangkauan); j < Math.min(b.length, i + jangkauan + 1); j += 1) {
      if (b[j] !== huruf || dipakai.has(j)) continue;
      dipakai.add(j);
      return true;
    }
    return false;
  });
  const sama = samaA.length;
  if (sama === 0) return 0;
  const samaB = b.filter((_, j) => dipakai.has(j));
  const tertukar = Math.floor(samaA.filter((huruf, i) => huruf !== samaB[i]).length / 2);
  return (sama / a.length + sama / b.length + (sama - tertukar) / sama) / 3;
}
