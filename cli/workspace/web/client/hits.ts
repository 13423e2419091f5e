/** Steps through the hits of a search. */

export type Hit = [row: number, column: number];

/** Negative when `a` comes first, row by row. */
const compare = (a: Hit, b: Hit): number => a[0] - b[0] || a[1] - b[1];

/** Index of the first hit at a cell or after it, going on at the top; -1 without hits. */
export function hitAt(hits: readonly Hit[], cell: Hit): number {
  const index = hits.findIndex((hit) => compare(hit, cell) >= 0);
  return index < 0 && hits.length > 0 ? 0 : index;
}

/** Index of the next hit in a direction, going round; -1 without hits. */
export function nextHit(hits: readonly Hit[], cell: Hit, step: 1 | -1): number {
  if (step === 1) {
    const index = hits.findIndex((hit) => compare(hit, cell) > 0);
    return index < 0 ? Math.min(0, hits.length - 1) : index;
  }
  const at = hits.findIndex((hit) => compare(hit, cell) >= 0);
  return at > 0 ? at - 1 : hits.length - 1;
}
