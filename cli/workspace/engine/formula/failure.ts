/** How evaluation stops: with the error that the cell shows. */
import type { CellError } from '../values/scalar.ts';

const TYPES: Record<string, string> = {
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
  '#NULL!': 'NULL_VALUE',
};

class Failure extends Error {
  readonly cell: CellError;
  constructor(cell: CellError) {
    super(cell.message);
    this.cell = cell;
  }
}

export const isFailure = (error: unknown): error is Failure => error instanceof Failure;

/** @param text as the cell shows it, `#N/A` */
export const fail = (text: string, message = ''): Failure =>
  new Failure({ text, type: TYPES[text] ?? 'ERROR', message });

/** An error in the cell, not an exception: one such formula must not keep people from reading the rest. */
export const notEmulated = (what: string): Failure => fail('#ERROR!', `not emulated: ${what}`);
