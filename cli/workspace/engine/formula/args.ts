/** The arguments of a function, read as what the function needs. */

import { parseEntered } from '../values/parse-entered.ts';
import { isError, type Scalar } from '../values/scalar.ts';
import { fail } from './failure.ts';
import { toBoolean, toNumber, toText } from './scalars.ts';
import { asMatrix, flat, isMany, type Matrix, type Plain, type Scope, single, type Value } from './scope.ts';

/** A function of single cells: for a range it is called once for each cell. */
export type CellFunction = (args: Args) => Scalar;
/** A function that takes ranges as they are. */
export type RangeFunction = (args: Args) => Value;

export class Args {
  readonly values: readonly Value[];
  readonly scope: Scope;

  constructor(values: readonly Value[], scope: Scope) {
    this.values = values;
    this.scope = scope;
  }

  get length(): number {
    return this.values.length;
  }

  has(index: number): boolean {
    return this.values[index] !== undefined;
  }

  /** @throws Failure for an error value, or for several cells */
  plain(index: number): Plain {
    return single(this.values[index]);
  }

  number(index: number, otherwise = 0): number {
    return this.has(index) ? toNumber(this.plain(index), this.scope.view.locale) : otherwise;
  }

  text(index: number, otherwise = ''): string {
    return this.has(index) ? this.show(this.plain(index)) : otherwise;
  }

  boolean(index: number, otherwise = false): boolean {
    return this.has(index) ? toBoolean(this.plain(index)) : otherwise;
  }

  matrix(index: number): Matrix {
    return asMatrix(this.values[index]);
  }

  /** The arguments without the first ones. */
  from(first: number): Args {
    return new Args(this.values.slice(first), this.scope);
  }

  /** A value as text, the way that joining shows it. */
  show(value: Plain): string {
    return toText(value, this.scope.view.locale);
  }

  /** What a text becomes in a cell of its own: a number if it looks like one. */
  entered(text: string): Plain {
    const { value } = parseEntered(text, this.scope.view.locale);
    return typeof value === 'object' ? text : value;
  }

  /** Every cell of the arguments from `first` on. */
  cells(first = 0): Scalar[] {
    return this.values.slice(first).flatMap(flat);
  }

  /** Numbers of ranges; arguments written into the formula also count when they can be read as numbers. */
  numbers(first = 0): number[] {
    return this.values.slice(first).flatMap((value) => {
      if (!Array.isArray(value)) return value === undefined ? [] : [toNumber(single(value), this.scope.view.locale)];
      return value.flat().flatMap((cell) => {
        if (isError(cell)) throw fail(cell.text, cell.message);
        return typeof cell === 'number' ? [cell] : [];
      });
    });
  }
}

/** @throws Failure unless the value is one row or one column */
export function line(value: Value): Scalar[] {
  const matrix = asMatrix(value);
  if (isMany(matrix) && matrix.length > 1 && (matrix[0]?.length ?? 0) > 1) {
    throw fail('#N/A', 'The range must be a single row or a single column.');
  }
  return matrix.flat();
}
