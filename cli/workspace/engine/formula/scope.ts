/** What functions see: the cell that the formula is in, and values that may be ranges. */
import type { SheetState } from '../model.ts';
import type { CellError, Scalar, View } from '../values/scalar.ts';
import { isError } from '../values/scalar.ts';
import { fail, isFailure } from './failure.ts';
import type { Node } from './parse.ts';

/** The cells of a reference, row by row; never empty. */
export type Matrix = Scalar[][];
export type Value = Scalar | Matrix;
export type Plain = Exclude<Scalar, CellError>;

export interface Scope {
  readonly view: View;
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
  /** Inside ARRAYFORMULA and its like, where a range stands for each of its cells in turn. */
  readonly isArray: boolean;
  evaluate(node: Node): Value;
  /** A value where one is needed; a range stands for its cell in the formula's own row or column. */
  operand(node: Node): Value;
  inArray(): Scope;
}

/** One value where one is needed. @throws Failure if the value is an error or several cells. */
export function single(value: Value): Plain {
  if (Array.isArray(value)) {
    if (value.length !== 1 || value[0]?.length !== 1) throw fail('#VALUE!', 'An array value could not be found.');
    return single(value[0][0]);
  }
  if (isError(value)) throw fail(value.text, value.message);
  return value;
}

export const asMatrix = (value: Value): Matrix => (Array.isArray(value) ? value : [[value]]);

export const flat = (value: Value): Scalar[] => (Array.isArray(value) ? value.flat() : [value]);

/** Whether a value is more than one cell. */
export const isMany = (value: Value): value is Matrix =>
  Array.isArray(value) && (value.length > 1 || (value[0]?.length ?? 0) > 1);

const MISSING: CellError = { text: '#N/A', type: 'N_A', message: 'Array arguments are of different size.' };

/** Calls `each` with one cell of every value after the other; one row or column is repeated to the size of the others. */
export function broadcast(values: Value[], each: (cells: Scalar[]) => Value): Value {
  if (!values.some(isMany)) return each(values.map((value) => asMatrix(value)[0]?.[0]));
  const matrices = values.map(asMatrix);
  const height = Math.max(...matrices.map((matrix) => matrix.length));
  const width = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  const pick = (matrix: Matrix, row: number, column: number): Scalar => {
    const line = matrix[matrix.length === 1 ? 0 : row];
    if (!line) return MISSING;
    const index = line.length === 1 ? 0 : column;
    return index < line.length ? line[index] : MISSING;
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_none, column) =>
      asCell(() => asMatrix(each(matrices.map((matrix) => pick(matrix, row, column))))[0]?.[0]),
    ),
  );
}

/** A failure as the error that a cell shows. */
function asCell(compute: () => Scalar): Scalar {
  try {
    return compute();
  } catch (error) {
    if (isFailure(error)) return error.cell;
    throw error;
  }
}
