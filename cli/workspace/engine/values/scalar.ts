/** What cells are worth, and the view of a book through which it is asked. */
import type { GridRange, SheetState } from '../model.ts';
import type { LocaleRules } from './locale.ts';

export interface CellError {
  /** As the cell shows it, `#DIV/0!`. */
  readonly text: string;
  /** The API's ErrorType. */
  readonly type: string;
  readonly message: string;
}

/** What a cell is worth. undefined: empty. */
export type Scalar = string | number | boolean | CellError | undefined;

export const isError = (value: Scalar): value is CellError => typeof value === 'object';

export interface View {
  readonly sheets: readonly SheetState[];
  readonly locale: LocaleRules;
  readonly timeZone: string;
  /** The instant that NOW() and TODAY() see. */
  readonly now: number;
  effective(sheet: SheetState, row: number, column: number): Scalar;
  /** The sheet with the cells that its array formulas fill. */
  shown(sheet: SheetState): SheetState;
  /** How many rows there are down to the last one in use. */
  usedRows(sheet: SheetState): number;
  /** The range that a name stands for. */
  namedRange(name: string): GridRange | undefined;
}
