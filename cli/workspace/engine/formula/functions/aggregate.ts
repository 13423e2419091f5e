/** Functions that count and add up ranges. */
import { isError, type Scalar } from '../../values/scalar.ts';
import type { Args, RangeFunction } from '../args.ts';
import { criterion } from '../criterion.ts';
import { fail } from '../failure.ts';
import { toBoolean, toNumber } from '../scalars.ts';
import { asMatrix, flat, single, type Value } from '../scope.ts';

const sum = (list: number[]): number => list.reduce((total, value) => total + value, 0);
const isFilled = (value: Scalar): boolean => value !== undefined;

function average(list: number[]): number {
  if (list.length === 0) throw fail('#DIV/0!', 'Evaluation of function AVERAGE caused a divide by zero error.');
  return sum(list) / list.length;
}

const least = (list: number[]): number => list.reduce((a, b) => Math.min(a, b), list[0] ?? 0);
const greatest = (list: number[]): number => list.reduce((a, b) => Math.max(a, b), list[0] ?? 0);

/** Positions at which every pair of range and criterion agrees. */
function matching(pairs: readonly Value[], { scope }: Args): number[] {
  const tests: { cells: Scalar[]; test: (value: Scalar) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    tests.push({ cells: flat(pairs[index]), test: criterion(single(pairs[index + 1]), scope.view.locale) });
  }
  const length = Math.max(0, ...tests.map(({ cells }) => cells.length));
  return Array.from({ length }, (_, index) => index).filter((index) =>
    tests.every(({ cells, test }) => test(cells[index])),
  );
}

function picked(range: Value, indexes: number[]): number[] {
  const cells = flat(range);
  return indexes.flatMap((index) => {
    const value = cells[index];
    return typeof value === 'number' ? [value] : [];
  });
}

/** One range to test, and perhaps another one to add up. */
const forOne = (combine: (list: number[]) => number): RangeFunction => {
  return (args) => {
    const [range, test, values] = args.values;
    return combine(picked(values ?? range, matching([range, test], args)));
  };
};

/** One range to add up, then pairs of range and criterion. */
const forMany = (combine: (list: number[]) => number): RangeFunction => {
  return (args) => combine(picked(args.values[0], matching(args.values.slice(1), args)));
};

const logical = (args: Args): boolean[] =>
  args.values.flatMap((value) =>
    flat(value).flatMap((cell) => {
      if (isError(cell)) throw fail(cell.text, cell.message);
      const isSkipped = cell === undefined || (Array.isArray(value) && typeof cell === 'string');
      return isSkipped ? [] : [toBoolean(cell)];
    }),
  );

/** Text and empty cells count as 0. */
const sumOfProducts: RangeFunction = (args) => {
  const matrices = args.values.map(asMatrix);
  const [first = []] = matrices;
  const sameSize = matrices.every((m) => m.length === first.length && m[0]?.length === first[0]?.length);
  if (!sameSize) throw fail('#VALUE!', 'SUMPRODUCT has mismatched range sizes.');
  const factor = (value: Scalar): number => {
    if (isError(value)) throw fail(value.text, value.message);
    return typeof value === 'string' ? 0 : toNumber(value, args.scope.view.locale);
  };
  return sum(
    first.flatMap((line, row) =>
      line.map((_, column) => matrices.reduce((product, matrix) => product * factor(matrix[row]?.[column]), 1)),
    ),
  );
};

function nth(args: Args, order: (a: number, b: number) => number): number {
  const list = args.numbers().slice(0, -1).toSorted(order);
  const found = list[args.number(1) - 1];
  if (found === undefined) throw fail('#NUM!', 'There is no such position in the range.');
  return found;
}

const SUBTOTALS: Record<number, string> = {
  1: 'AVERAGE',
  2: 'COUNT',
  3: 'COUNTA',
  4: 'MAX',
  5: 'MIN',
  6: 'PRODUCT',
  9: 'SUM',
};

export const AGGREGATE: Record<string, RangeFunction> = {
  SUM: (args) => sum(args.numbers()),
  PRODUCT: (args) => args.numbers().reduce((product, value) => product * value, 1),
  AVERAGE: (args) => average(args.numbers()),
  MIN: (args) => least(args.numbers()),
  MAX: (args) => greatest(args.numbers()),
  COUNT: (args) => args.cells().filter((value) => typeof value === 'number').length,
  COUNTA: (args) => args.cells().filter(isFilled).length,
  COUNTBLANK: (args) => args.cells().filter((value) => value === undefined || value === '').length,
  COUNTIF: (args) => matching(args.values, args).length,
  COUNTIFS: (args) => matching(args.values, args).length,
  COUNTUNIQUE: (args) => new Set(args.cells().filter(isFilled)).size,
  SUMIF: forOne(sum),
  SUMIFS: forMany(sum),
  AVERAGEIF: forOne(average),
  AVERAGEIFS: forMany(average),
  MINIFS: forMany(least),
  MAXIFS: forMany(greatest),
  SUMPRODUCT: sumOfProducts,
  LARGE: (args) => nth(args, (a, b) => b - a),
  SMALL: (args) => nth(args, (a, b) => a - b),
  AND: (args) => logical(args).every(Boolean),
  OR: (args) => logical(args).some(Boolean),
  XOR: (args) => logical(args).filter(Boolean).length % 2 === 1,
  SUBTOTAL: (args) => {
    const name = SUBTOTALS[args.number(0) % 100];
    const combine = name && AGGREGATE[name];
    if (!combine) throw fail('#VALUE!', `Function SUBTOTAL parameter 1 value is ${args.number(0)}.`);
    return combine(args.from(1));
  },
};
