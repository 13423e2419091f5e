/** What functions see: the cell that the formula is in, and values that may be ranges. */
import type { SheetState } from '../model.ts';
import type { CellError, Scalar, View } from '../values/scalar.ts';
import { isError } from '../values/scalar.ts';
import { fail, notEmulated } from './failure.ts';
import type { Node } from './parse.ts';

/** The cells of a reference, row by row; never empty. */
export type Matrix = Scalar[][];
export type Value = Scalar | Matrix;

export interface Scope {
  readonly view: View;
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
  evaluate(node: Node): Value;
}

/** One value where one is needed. @throws Failure if the value is an error or several cells. */
export function single(value: Value): Exclude<Scalar, CellError> {
  if (Array.isArray(value)) {
    if (value.length !== 1 || value[0]?.length !== 1) throw notEmulated('a range where one value is needed');
    return single(value[0][0]);
  }
  if (isError(value)) throw fail(value.text, value.message);
  return value;
}
