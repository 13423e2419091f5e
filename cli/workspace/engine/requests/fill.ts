/** autoFill: goes on with what cells begin: numbers in equal steps, days, texts that end in a number, formulas. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { translateSlot } from '../formula/adjust.ts';
import { type Edit, guard } from '../grid/protection.ts';
import type { Cell, Rect } from '../model.ts';
import { gridRect, wholeSheet } from '../ranges.ts';
import { isDatePattern } from '../values/number-format.ts';

type Request = Clean<sheets_v4.Schema$AutoFillRequest>;

interface Plan {
  sheet: DraftSheet;
  source: Rect;
  target: Rect;
  /** Backwards fills go up or to the left. */
  backwards: boolean;
  vertical: boolean;
}

export function autoFill(edit: Edit, request: Request): void {
  const plan = request.sourceAndDestination ? explicitPlan(edit, request) : foundPlan(edit, request);
  const { sheet, source, target, backwards, vertical } = plan;
  guard(edit, sheet, target);
  const alternate = request.useAlternateSeries ?? false;
  const lines = vertical ? columnsOf(source) : rowsOf(source);
  const series = new Map(
    lines.map((line) => {
      const cells = cellsAlong(sheet, source, line, vertical);
      return [line, continuation(backwards ? cells.toReversed() : cells, alternate)] as const;
    }),
  );
  sheet.map(target, (cell, row, column) => {
    const [line, along, start, end] = vertical
      ? [column, row, source.startRow, source.endRow]
      : [row, column, source.startColumn, source.endColumn];
    const step = backwards ? start - along : along - end + 1;
    const next = series.get(line)?.(step);
    if (!next) return cell;
    const distance = along - (backwards ? end - 1 - next.index : start + next.index);
    const moved = vertical ? [distance, 0] : [0, distance];
    return { style: next.cell.style, value: translateSlot(next.cell.value, moved[0] ?? 0, moved[1] ?? 0) };
  });
}

const columnsOf = (rect: Rect) => count(rect.startColumn, rect.endColumn);
const rowsOf = (rect: Rect) => count(rect.startRow, rect.endRow);
const count = (from: number, to: number) => Array.from({ length: to - from }, (_, offset) => from + offset);

const cellsAlong = (sheet: DraftSheet, rect: Rect, line: number, vertical: boolean): Cell[] =>
  vertical
    ? rowsOf(rect).map((row) => sheet.cell(row, line))
    : columnsOf(rect).map((column) => sheet.cell(line, column));

function explicitPlan(edit: Edit, { sourceAndDestination }: Request): Plan {
  const { source: wanted, dimension, fillLength = 0 } = sourceAndDestination ?? {};
  const sheet = edit.draft.sheet(wanted?.sheetId);
  const source = gridRect(sheet, wanted ?? {});
  if (!dimension) throw invalid('dimension must be specified.');
  const vertical = dimension === 'ROWS';
  const backwards = fillLength < 0;
  const [start, end] = vertical ? [source.startRow, source.endRow] : [source.startColumn, source.endColumn];
  const [from, to] = backwards ? [start + fillLength, start] : [end, end + fillLength];
  const target = vertical ? { ...source, startRow: from, endRow: to } : { ...source, startColumn: from, endColumn: to };
  const grid = wholeSheet(sheet);
  if (from < 0 || target.endRow > grid.endRow || target.endColumn > grid.endColumn) {
    throw invalid('The destination range exceeds the grid limits.');
  }
  return { sheet, source, target, backwards, vertical };
}

/** Without a source, the filled rows at the top of the range go on below, or its filled columns to the right. */
function foundPlan(edit: Edit, { range }: Request): Plan {
  const sheet = edit.draft.sheet(range?.sheetId);
  const rect = gridRect(sheet, range ?? {});
  const filled = (cells: Cell[]) => cells.some(({ value }) => value !== undefined);
  const isFilledRow = (row: number) => filled(cellsAlong(sheet, rect, row, false));
  const isFilledColumn = (column: number) => filled(cellsAlong(sheet, rect, column, true));
  const lastRow = rowsOf(rect).findLast(isFilledRow);
  const lastColumn = columnsOf(rect).findLast(isFilledColumn);
  if (lastRow === undefined || lastColumn === undefined) throw invalid('There is nothing in the range to fill from.');
  const vertical = lastRow + 1 < rect.endRow;
  const source = vertical ? { ...rect, endRow: lastRow + 1 } : { ...rect, endColumn: lastColumn + 1 };
  const target = vertical ? { ...rect, startRow: lastRow + 1 } : { ...rect, startColumn: lastColumn + 1 };
  return { sheet, source, target, backwards: false, vertical };
}

/** The cell that many steps after the last one, and which cell of the source it repeats. */
type Continuation = (step: number) => { cell: Cell; index: number };

function continuation(cells: Cell[], alternate: boolean): Continuation {
  const repeated: Continuation = (step) => {
    const index = (step - 1) % cells.length;
    return { cell: cells[index] ?? { value: undefined, style: undefined }, index };
  };
  const last = cells.at(-1);
  const format = last?.style?.userEnteredFormat?.numberFormat;
  const values = cells.map(({ value }) => value);
  const at = (value: Cell['value']): ReturnType<Continuation> => ({
    cell: { value, style: last?.style },
    index: cells.length - 1,
  });
  if (values.every((value) => typeof value === 'number')) {
    const isDate = format !== undefined && isDatePattern(format.type, format.pattern);
    if (cells.length === 1 && isDate === alternate) return repeated;
    const [one = 0, two = one + 1] = values.slice(-2);
    const difference = cells.length > 1 ? two - one : 1;
    return (step) => at((values.at(-1) ?? 0) + difference * step);
  }
  const numbered = values.map((value) => (typeof value === 'string' ? /^(.*?)(\d+)$/s.exec(value) : null));
  const [, stem = '', digits = ''] = numbered.at(-1) ?? [];
  const before = Number(numbered.at(-2)?.[2] ?? Number(digits) - 1);
  if (alternate || !numbered.every((match) => match?.[1] === stem)) return repeated;
  return (step) => {
    const number = Number(digits) + (Number(digits) - before) * step;
    return at(`${stem}${String(Math.max(0, number)).padStart(digits.length, '0')}`);
  };
}
