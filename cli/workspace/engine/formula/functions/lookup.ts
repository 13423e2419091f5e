/** Functions that look a value up in a range. */
import type { Scalar } from '../../values/scalar.ts';
import { isError } from '../../values/scalar.ts';
import { type Args, line, type RangeFunction } from '../args.ts';
import { criterion } from '../criterion.ts';
import { fail } from '../failure.ts';
import { compare } from '../scalars.ts';
import { isMany, type Matrix, type Plain, type Value } from '../scope.ts';

type Mode = 'exact' | 'sorted' | 'sorted descending';

/** Where the key stands in the list; -1 if it does not. Sorted lists give the last one that is not past the key. */
function find(list: readonly Scalar[], key: Plain, { scope }: Args, mode: Mode): number {
  if (mode === 'exact') return list.findIndex(criterion(typeof key === 'string' ? `=${key}` : key, scope.view.locale));
  const sign = mode === 'sorted' ? 1 : -1;
  let found = -1;
  for (const [index, value] of list.entries()) {
    if (value === undefined || isError(value) || typeof value !== typeof key) continue;
    if (sign * compare(value, key) > 0) break;
    found = index;
  }
  return found;
}

const notFound = (args: Args, key: Plain) =>
  fail('#N/A', `Did not find value '${args.show(key)}' in ${'lookup'} evaluation.`);

const column = (matrix: Matrix, index: number): Scalar[] => matrix.map((row) => row[index]);

const match: RangeFunction = (args) => {
  const type = args.number(2, 1);
  const mode = type === 0 ? 'exact' : type > 0 ? 'sorted' : 'sorted descending';
  const at = find(line(args.values[1]), args.plain(0), args, mode);
  if (at < 0) throw notFound(args, args.plain(0));
  return at + 1;
};

/** @param vertical whether the key is looked for down the first column, else along the first row */
const lookupTable =
  (vertical: boolean): RangeFunction =>
  (args) => {
    const table = args.matrix(1);
    const lines = vertical ? table : (table[0] ?? []).map((_, index) => column(table, index));
    const mode = args.boolean(3, true) ? 'sorted' : 'exact';
    const at = find(column(lines, 0), args.plain(0), args, mode);
    if (at < 0) throw notFound(args, args.plain(0));
    const index = args.number(2);
    const found = lines[at] ?? [];
    if (index < 1 || index > found.length) throw fail('#REF!', 'VLOOKUP evaluates to an out of bounds range.');
    return found[index - 1];
  };

/** Row or column 0 means all of them. */
const index: RangeFunction = (args) => {
  const matrix = args.matrix(0);
  const isRow = matrix.length === 1 && args.length === 2;
  const [row, at] = isRow ? [1, args.number(1)] : [args.number(1, 0), args.number(2, matrix[0]?.length === 1 ? 1 : 0)];
  if (row > matrix.length || at > (matrix[0]?.length ?? 0))
    throw fail('#REF!', 'INDEX evaluates to an out of bounds range.');
  const rows = row === 0 ? matrix : [matrix[row - 1] ?? []];
  const cells = at === 0 ? rows : rows.map((cells) => [cells[at - 1]]);
  return isMany(cells) ? cells : cells[0]?.[0];
};

/** The position of the nearest value above (1) or below (-1) the key in a list in any order. */
function nearestTo(list: readonly Scalar[], key: Plain, direction: number): number {
  let at = -1;
  for (const [position, value] of list.entries()) {
    if (value === undefined || isError(value) || compare(value, key) * direction < 0) continue;
    const best = list[at];
    if (at < 0 || isError(best) || compare(value, best) * direction < 0) at = position;
  }
  return at;
}

/** Lists in any order; without a match the nearest smaller (-1) or larger (1) one if asked for. */
const xlookup: RangeFunction = (args) => {
  const [key, list] = [args.plain(0), line(args.values[1])];
  const exact = find(list, key, args, 'exact');
  const nearest = args.number(4);
  const at = exact < 0 && nearest !== 0 ? nearestTo(list, key, nearest) : exact;
  if (at < 0 && args.has(3)) return args.values[3];
  if (at < 0) throw notFound(args, key);
  const results = args.matrix(2);
  const vertical = args.matrix(1).length > 1 || results.length > 1;
  const found: Value = vertical ? [results[at] ?? []] : results.map((row) => [row[at]]);
  return isMany(found) ? found : (found as Matrix)[0]?.[0];
};

const lookup: RangeFunction = (args) => {
  const table = args.matrix(1);
  const width = table[0]?.length ?? 0;
  const list = args.has(2) ? line(args.values[1]) : table.length >= width ? column(table, 0) : (table[0] ?? []);
  const results = args.has(2)
    ? line(args.values[2])
    : table.length >= width
      ? column(table, width - 1)
      : (table.at(-1) ?? []);
  const at = find(list, args.plain(0), args, 'sorted');
  if (at < 0) throw notFound(args, args.plain(0));
  return results[at];
};

export const LOOKUP: Record<string, RangeFunction> = {
  MATCH: match,
  VLOOKUP: lookupTable(true),
  HLOOKUP: lookupTable(false),
  LOOKUP: lookup,
  XLOOKUP: xlookup,
  INDEX: index,
};
