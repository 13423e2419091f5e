/** Requests that move blocks of cells: insertRange, deleteRange, deleteDuplicates, randomizeRange. */
import { randomInt } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { translateSlot } from '../formula/adjust.ts';
import { extend } from '../grid/dimensions.ts';
import { type Edit, guard } from '../grid/protection.ts';
import type { Cell, GridRange, Rect } from '../model.ts';
import { gridRect, wholeSheet } from '../ranges.ts';
import { createView, displayed } from '../values/view.ts';

const EMPTY: Cell = { value: undefined, style: undefined };

interface Block {
  sheet: DraftSheet;
  rect: Rect;
  /** The cells that the block pushes or pulls: from its own place to the edge of the grid. */
  band: Rect;
  down: number;
  right: number;
}

function readBlock(edit: Edit, range: GridRange | undefined, shift: string | undefined): Block {
  if (shift !== 'ROWS' && shift !== 'COLUMNS') throw invalid('shiftDimension must be specified.');
  const sheet = edit.draft.sheet(range?.sheetId);
  const rect = gridRect(sheet, range ?? {});
  const grid = wholeSheet(sheet);
  const band = shift === 'ROWS' ? { ...rect, endRow: grid.endRow } : { ...rect, endColumn: grid.endColumn };
  guard(edit, sheet, band);
  return shift === 'ROWS'
    ? { sheet, rect, band, down: rect.endRow - rect.startRow, right: 0 }
    : { sheet, rect, band, down: 0, right: rect.endColumn - rect.startColumn };
}

/** Cells that would fall off the grid make it larger. */
export function insertRange(edit: Edit, request: Clean<sheets_v4.Schema$InsertRangeRequest>): void {
  const { sheet, rect, band, down, right } = readBlock(edit, request.range, request.shiftDimension);
  const last = lastFilled(sheet, band);
  if (last) {
    extend(edit.draft, sheet, 'ROWS', last.row + 1 + down - sheet.meta.rowCount);
    extend(edit.draft, sheet, 'COLUMNS', last.column + 1 + right - sheet.meta.columnCount);
  }
  const before = cellsOf(sheet);
  const grown = { ...band, endRow: band.endRow + down, endColumn: band.endColumn + right };
  sheet.map(clip(sheet, grown), (_, row, column) => {
    const inside = row < rect.startRow + down || column < rect.startColumn + right;
    const isNew = down > 0 ? row < rect.endRow : column < rect.endColumn;
    return isNew && inside ? EMPTY : before(row - down, column - right);
  });
}

export function deleteRange(edit: Edit, request: Clean<sheets_v4.Schema$DeleteRangeRequest>): void {
  const { sheet, band, down, right } = readBlock(edit, request.range, request.shiftDimension);
  const before = cellsOf(sheet);
  sheet.map(band, (_, row, column) => {
    const inside = row + down < band.endRow && column + right < band.endColumn;
    return inside ? before(row + down, column + right) : EMPTY;
  });
}

/** The cells as they stand now, whatever is written afterwards. */
function cellsOf(sheet: DraftSheet): (row: number, column: number) => Cell {
  const rows = sheet.rows.slice();
  return (row, column) => ({ value: rows[row]?.values[column], style: rows[row]?.styles[column] });
}

const clip = (sheet: DraftSheet, rect: Rect): Rect => ({
  ...rect,
  endRow: Math.min(rect.endRow, sheet.meta.rowCount),
  endColumn: Math.min(rect.endColumn, sheet.meta.columnCount),
});

function lastFilled(sheet: DraftSheet, band: Rect): { row: number; column: number } | undefined {
  let last: { row: number; column: number } | undefined;
  for (let row = band.startRow; row < Math.min(band.endRow, sheet.rows.length); row++) {
    for (let column = band.startColumn; column < band.endColumn; column++) {
      if (sheet.cell(row, column).value === undefined) continue;
      last = { row, column: Math.max(column, last?.column ?? 0) };
    }
  }
  return last;
}

/** Compares what is displayed, whatever its case; the first of equal rows stays and those below move up. */
export function deleteDuplicates(edit: Edit, request: Clean<sheets_v4.Schema$DeleteDuplicatesRequest>) {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  const columns = comparedColumns(rect, request.comparisonColumns ?? []);
  const view = createView({ meta: edit.draft.meta, sheets: edit.draft.sheets }, edit.now);
  const textAt = (row: number, column: number) =>
    displayed(view.effective(sheet, row, column), sheet.cell(row, column).style, view.locale).toLowerCase();
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let row = rect.startRow; row < rect.endRow; row++) {
    const line = JSON.stringify(columns.map((column) => textAt(row, column)));
    const isBlank = row >= sheet.rows.length;
    if (!isBlank && seen.has(line)) continue;
    seen.add(line);
    kept.push(row);
  }
  placeRows(sheet, rect, kept);
  const duplicatesRemovedCount = rect.endRow - rect.startRow - kept.length;
  return { deleteDuplicates: duplicatesRemovedCount > 0 ? { duplicatesRemovedCount } : {} };
}

function comparedColumns(rect: Rect, wanted: Clean<sheets_v4.Schema$DimensionRange>[]): number[] {
  const all = Array.from({ length: rect.endColumn - rect.startColumn }, (_, offset) => rect.startColumn + offset);
  if (wanted.length === 0) return all;
  const chosen = all.filter((column) =>
    wanted.some(({ startIndex = 0, endIndex = rect.endColumn }) => column >= startIndex && column < endIndex),
  );
  if (chosen.length === 0) throw invalid('The comparison columns must be inside of the range.');
  return chosen;
}

export function randomizeRange(edit: Edit, request: Clean<sheets_v4.Schema$RandomizeRangeRequest>): void {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  const rows = Array.from({ length: rect.endRow - rect.startRow }, (_, offset) => rect.startRow + offset);
  for (let last = rows.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [rows[last], rows[other]] = [rows[other] ?? 0, rows[last] ?? 0];
  }
  placeRows(sheet, rect, rows);
}

/** Fills the rectangle from the top with these of its rows; what is left below becomes empty. */
function placeRows(sheet: DraftSheet, rect: Rect, order: number[]): void {
  const before = cellsOf(sheet);
  sheet.map(rect, (_, row, column) => {
    const source = order[row - rect.startRow];
    if (source === undefined) return EMPTY;
    const cell = before(source, column);
    return { ...cell, value: translateSlot(cell.value, row - source, 0) };
  });
}
