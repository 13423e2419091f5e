/** Names as people write them wrongly. */

/** Every way in which one letter goes wrong. */
export function slips(word: string): string[] {
  const ways = new Set<string>();
  for (let i = 0; i <= word.length; i += 1) {
    ways.add(`${word.slice(0, i)}X${word.slice(i)}`);
    if (i === word.length) continue;
    ways.add(`${word.slice(0, i)}X${word.slice(i + 1)}`);
    ways.add(word.slice(0, i) + word.slice(i + 1));
    ways.add(word.slice(0, i) + (word[i + 1] ?? '') + word[i] + word.slice(i + 2));
  }
  return [...ways].filter((way) => way !== word);
}

/** Both may be the name that is looked for. */
export const bothWays = (pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] =>
  pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
