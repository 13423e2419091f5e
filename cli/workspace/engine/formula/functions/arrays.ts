/** Functions that make ranges out of ranges. */
import { compareScalars } from '../../values/compare.ts';
import type { Scalar } from '../../values/scalar.ts';
import { isError } from '../../values/scalar.ts';
import { type Args, line, type RangeFunction } from '../args.ts';
import { fail } from '../failure.ts';
import { toBoolean } from '../scalars.ts';
import { flat, type Matrix, single } from '../scope.ts';

const transposed = (matrix: Matrix): Matrix => (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]));

const truthy = (value: Scalar): boolean => !isError(value) && toBoolean(value);

/** Conditions are columns beside the rows of the range, or rows above its columns. */
const filter: RangeFunction = (args) => {
  const matrix = args.matrix(0);
  const conditions = args.values.slice(1).map(line);
  const byRows = conditions.every((list) => list.length === matrix.length);
  const lines = byRows ? matrix : transposed(matrix);
  if (conditions.some((list) => list.length !== lines.length)) {
    throw fail('#N/A', 'FILTER has mismatched range sizes.');
  }
  const kept = lines.filter((_, index) => conditions.every((list) => truthy(list[index])));
  if (kept.length === 0) throw fail('#N/A', 'No matches are found in FILTER evaluation.');
  return byRows ? kept : transposed(kept);
};

/** Sorts the rows by pairs of column (a number, or a range beside the rows) and direction. */
function sorted(args: Args, firstPair: number): Matrix {
  const matrix = args.matrix(0);
  const keys: { cells: Scalar[]; down: boolean }[] = [];
  for (let index = firstPair; index < args.length; index += 2) {
    const value = args.values[index];
    const cells = flat(value);
    const at = cells.length === 1 ? Number(single(cells[0])) - 1 : undefined;
    const down = !args.boolean(index + 1, true);
    keys.push({ cells: at === undefined ? cells : matrix.map((row) => row[at]), down });
  }
  if (keys.length === 0) keys.push({ cells: matrix.map((row) => row[0]), down: false });
  return matrix
    .map((row, index) => ({ row, index }))
    .sort((a, b) => {
      for (const { cells, down } of keys) {
        const order = compareScalars(cells[a.index], cells[b.index], down);
        if (order !== 0) return order;
      }
      return a.index - b.index;
    })
    .map(({ row }) => row);
}

const unique: RangeFunction = (args) => {
  const lines = args.boolean(1) ? transposed(args.matrix(0)) : args.matrix(0);
  const texts = lines.map((row) => JSON.stringify(row.map((value) => value ?? null)));
  const kept = lines.filter((_, index) =>
    args.boolean(2)
      ? texts.indexOf(texts[index] ?? '') === texts.lastIndexOf(texts[index] ?? '')
      : texts.indexOf(texts[index] ?? '') === index,
  );
  return args.boolean(1) ? transposed(kept) : kept;
};

const sequence: RangeFunction = (args) => {
  const [rows, columns, start, step] = [args.number(0), args.number(1, 1), args.number(2, 1), args.number(3, 1)];
  if (rows < 1 || columns < 1) throw fail('#NUM!', 'SEQUENCE must have at least one row and one column.');
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_none, column) => start + (row * columns + column) * step),
  );
};

/** Puts ranges below each other; narrower ones are filled up with #N/A. */
function stacked(matrices: Matrix[]): Matrix {
  const width = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  const missing = fail('#N/A', 'The stacked ranges have different sizes.').cell;
  return matrices.flatMap((matrix) =>
    matrix.map((row) => Array.from({ length: width }, (_, column) => (column < row.length ? row[column] : missing))),
  );
}

const matrices = (args: Args): Matrix[] => args.values.map((_, index) => args.matrix(index));

const constrained: RangeFunction = (args) =>
  args
    .matrix(0)
    .slice(0, args.number(1))
    .map((row) => row.slice(0, args.number(2)));

export const ARRAYS: Record<string, RangeFunction> = {
  FILTER: filter,
  SORT: (args) => sorted(args, 1),
  SORTN: (args) => sorted(args, 3).slice(0, args.number(1, 1)),
  UNIQUE: unique,
  TRANSPOSE: (args) => transposed(args.matrix(0)),
  SEQUENCE: sequence,
  FLATTEN: (args) => args.cells().map((value) => [value]),
  TOCOL: (args) => flat(args.values[0]).map((value) => [value]),
  TOROW: (args) => [flat(args.values[0])],
  VSTACK: (args) => stacked(matrices(args)),
  HSTACK: (args) => transposed(stacked(matrices(args).map(transposed))),
  ARRAY_CONSTRAIN: constrained,
  CHOOSECOLS: (args) => {
    const wanted = args.numbers(1);
    return args.matrix(0).map((row) => wanted.map((at) => row.at(at < 0 ? at : at - 1)));
  },
  CHOOSEROWS: (args) => args.numbers(1).map((at) => args.matrix(0).at(at < 0 ? at : at - 1) ?? []),
};
