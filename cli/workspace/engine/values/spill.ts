/** Formulas that give more than one cell fill the empty cells beside and below them. */
import { cellsText } from '../a1.ts';
import { DraftSheet } from '../draft.ts';
import { mayFill } from '../formula/fills.ts';
import { isFormula, type Row, type SheetState, type Slot } from '../model.ts';
import { type CellError, isError, type Scalar } from './scalar.ts';

interface ArrayFormula {
  row: number;
  column: number;
  formula: string;
}

export interface Spill {
  /** What the formulas' own cells show. */
  own: Map<string, Scalar>;
  /** The cells that they fill, by row and column. */
  filled: Map<number, Map<number, Scalar>>;
  /** Rows down to the last one that they fill. */
  rows: number;
}

const known = new WeakMap<SheetState['rows'], ArrayFormula[]>();

/** The formulas of a sheet that may fill other cells. The list of rows of a saved book never changes, a draft's does. */
function arrayFormulas(sheet: SheetState): ArrayFormula[] {
  if (!sheet.fills) return [];
  const isDraft = sheet instanceof DraftSheet;
  const before = isDraft ? undefined : known.get(sheet.rows);
  if (before) return before;
  const found: ArrayFormula[] = [];
  for (const [row, line] of sheet.rows.entries()) {
    for (const [column, value] of (line?.values ?? []).entries()) {
      if (isFormula(value) && mayFill(value)) found.push({ row, column, formula: value.formula });
    }
  }
  if (!isDraft) known.set(sheet.rows, found);
  return found;
}

export const place = (row: number, column: number): string => `${row}/${column}`;

/** @param evaluate gives all cells of a formula */
export function spillOf(sheet: SheetState, evaluate: (formula: ArrayFormula) => Scalar[][], spill: Spill): void {
  for (const formula of arrayFormulas(sheet)) {
    const { row, column } = formula;
    const matrix = evaluate(formula);
    const blocked = firstBlocked(sheet, spill, formula, matrix);
    spill.own.set(place(row, column), blocked ?? matrix[0]?.[0]);
    if (blocked) continue;
    for (const [down, line] of matrix.entries()) {
      for (const [right, value] of line.entries()) {
        if (down > 0 || right > 0) fill(sheet, spill, row + down, column + right, value);
      }
    }
  }
}

function fill(sheet: SheetState, spill: Spill, row: number, column: number, value: Scalar): void {
  if (value === undefined || row >= sheet.meta.rowCount || column >= sheet.meta.columnCount) return;
  const line = spill.filled.get(row) ?? new Map<number, Scalar>();
  spill.filled.set(row, line.set(column, value));
  spill.rows = Math.max(spill.rows, row + 1);
}

/** The error of a formula that would write over something. */
function firstBlocked(
  sheet: SheetState,
  { filled }: Spill,
  { row, column }: ArrayFormula,
  matrix: Scalar[][],
): CellError | undefined {
  for (const [down, line] of matrix.entries()) {
    for (let right = 0; right < line.length; right++) {
      if (down === 0 && right === 0) continue;
      const [r, c] = [row + down, column + right];
      if (sheet.rows[r]?.values[c] === undefined && !filled.get(r)?.has(c)) continue;
      const cell = cellsText({ startRow: r, endRow: r + 1, startColumn: c, endColumn: c + 1 });
      const message = `Array result was not expanded because it would overwrite data in ${cell}.`;
      return { text: '#REF!', type: 'REF', message };
    }
  }
  return undefined;
}

/** The sheet with what its formulas fill in, as if it had been typed. */
export function withSpill(sheet: SheetState, { filled }: Spill): SheetState {
  if (filled.size === 0) return sheet;
  const rows: (Row | undefined)[] = sheet.rows.slice();
  for (const [row, line] of filled) {
    while (rows.length <= row) rows.push(undefined);
    const before = rows[row];
    const values: Slot[] = before?.values.slice() ?? [];
    for (const [column, value] of line) {
      while (values.length < column) values.push(undefined);
      values[column] = isError(value) ? { formula: `=${value.text}` } : value;
    }
    rows[row] = { key: before?.key ?? 0, styles: before?.styles ?? [], ...before, values };
  }
  return { key: sheet.key, meta: sheet.meta, rows, fills: false };
}
