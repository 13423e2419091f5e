/** The order of values when a range is sorted: numbers, text, booleans; empty cells last either way. */

type Sortable = string | number | boolean | object | undefined;

const RANK: Record<string, number> = { number: 0, string: 1, boolean: 2, object: 3 };
const collator = new Intl.Collator('id', { sensitivity: 'base' });

export function compareScalars(a: Sortable, b: Sortable, descending = false): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order = ascending(a, b);
  return descending ? -order : order;
}

function ascending(a: NonNullable<Sortable>, b: NonNullable<Sortable>): number {
  const byKind = (RANK[typeof a] ?? 3) - (RANK[typeof b] ?? 3);
  if (byKind !== 0) return byKind;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}
