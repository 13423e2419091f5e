/** Requests that write cells: updateCells, appendCells, repeatCell, setDataValidation, updateBorders, findReplace. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { type Mask, selects, updateMask } from '../field-mask.ts';
import { translate } from '../formula/adjust.ts';
import { pairColours } from '../grid/colours.ts';
import { extend } from '../grid/dimensions.ts';
import { type Edit, guard } from '../grid/protection.ts';
import { CELL_FIELDS, type CellData, cellChange, sameLook, tidyStyle } from '../grid/style.ts';
import { type Cell, type CellFormat, isFormula, type Rect } from '../model.ts';
import { gridRect, wholeSheet } from '../ranges.ts';
import { checkCondition } from './condition.ts';

type RowData = Clean<sheets_v4.Schema$RowData>;

export function updateCells(edit: Edit, request: Clean<sheets_v4.Schema$UpdateCellsRequest>): void {
  const mask = updateMask(request.fields, CELL_FIELDS);
  const rows = request.rows ?? [];
  if (request.range) {
    const sheet = edit.draft.sheet(request.range.sheetId);
    const rect = gridRect(sheet, request.range);
    checkInside(rect, rows);
    writeRows(edit, sheet, rect, rows, mask);
    return;
  }
  if (!request.start) throw invalid('range or start must be specified.');
  const sheet = edit.draft.sheet(request.start.sheetId);
  const startRow = request.start.rowIndex ?? 0;
  const startColumn = request.start.columnIndex ?? 0;
  for (const [index, row] of rows.entries()) {
    const width = row.values?.length ?? 0;
    const rect = {
      startRow: startRow + index,
      endRow: startRow + index + 1,
      startColumn,
      endColumn: startColumn + width,
    };
    checkGrid(sheet, rect);
    writeRows(edit, sheet, rect, [row], mask);
  }
}

function checkInside(rect: Rect, rows: RowData[]): void {
  const lastRow = rect.endRow - 1;
  if (rect.startRow + rows.length > rect.endRow) {
    throw invalid(`Attempting to write row: ${lastRow + 1}, beyond the last requested row of: ${lastRow}`);
  }
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  if (rect.startColumn + width > rect.endColumn) {
    const lastColumn = rect.endColumn - 1;
    throw invalid(`Attempting to write column: ${lastColumn + 1}, beyond the last requested column of: ${lastColumn}`);
  }
}

function checkGrid(sheet: DraftSheet, rect: Rect): void {
  const grid = wholeSheet(sheet);
  if (rect.endRow > grid.endRow) {
    throw invalid(`GridCoordinate.rowIndex[${rect.endRow - 1}] is after last row in grid[${grid.endRow}]`);
  }
  if (rect.endColumn > grid.endColumn) {
    throw invalid(`GridCoordinate.columnIndex[${rect.endColumn - 1}] is after last column in grid[${grid.endColumn}]`);
  }
}

/** Cells of the rectangle that the rows do not mention are cleared in the fields of the mask. */
function writeRows(edit: Edit, sheet: DraftSheet, rect: Rect, rows: RowData[], mask: Mask): void {
  guard(edit, sheet, rect);
  const changes = rows.map((row) => (row.values ?? []).map((data) => cellChange(mask, data)));
  const clear = cellChange(mask, undefined);
  sheet.map(rect, (cell, row, column) => {
    const changed = (changes[row - rect.startRow]?.[column - rect.startColumn] ?? clear)(cell);
    // Most columns look alike from top to bottom: one look for all of them instead of one a cell.
    const above = row > 0 ? sheet.cell(row - 1, column).style : undefined;
    return above !== changed.style && sameLook(above, changed.style) ? { ...changed, style: above } : changed;
  });
}

export function appendCells(edit: Edit, request: Clean<sheets_v4.Schema$AppendCellsRequest>): void {
  const mask = updateMask(request.fields, CELL_FIELDS);
  const sheet = edit.draft.sheet(request.sheetId);
  const rows = request.rows ?? [];
  const startRow = afterLastValue(sheet);
  const width = Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  extend(edit.draft, sheet, 'ROWS', startRow + rows.length - sheet.meta.rowCount);
  extend(edit.draft, sheet, 'COLUMNS', width - sheet.meta.columnCount);
  for (const [index, row] of rows.entries()) {
    const endColumn = row.values?.length ?? 0;
    const rect = { startRow: startRow + index, endRow: startRow + index + 1, startColumn: 0, endColumn };
    writeRows(edit, sheet, rect, [row], mask);
  }
}

/** Formats alone do not make a row used. */
function afterLastValue({ rows }: DraftSheet): number {
  return rows.findLastIndex((row) => row !== undefined && row.values.length > 0) + 1;
}

export function repeatCell(edit: Edit, request: Clean<sheets_v4.Schema$RepeatCellRequest>): void {
  const mask = updateMask(request.fields, CELL_FIELDS);
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  const change = cellChange(mask, request.cell);
  const formula = selects(mask, 'userEnteredValue') ? request.cell?.userEnteredValue?.formulaValue : undefined;
  sheet.map(rect, (cell, row, column) => {
    const changed = change(cell);
    if (formula === undefined || !isFormula(changed.value)) return changed;
    const value = { formula: translate(formula, row - rect.startRow, column - rect.startColumn) };
    return { ...changed, value };
  });
}

export function setDataValidation(edit: Edit, request: Clean<sheets_v4.Schema$SetDataValidationRequest>): void {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  if (request.rule) checkCondition(request.rule.condition);
  const data: CellData = request.rule ? { dataValidation: request.rule } : {};
  sheet.map(rect, cellChange(updateMask('dataValidation'), data));
}

type Side = 'top' | 'bottom' | 'left' | 'right';

export function updateBorders(edit: Edit, request: Clean<sheets_v4.Schema$UpdateBordersRequest>): void {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  const { innerHorizontal, innerVertical } = request;
  sheet.map(rect, (cell, row, column) => {
    const wanted: [Side, typeof request.top][] = [
      ['top', row === rect.startRow ? request.top : innerHorizontal],
      ['bottom', row === rect.endRow - 1 ? request.bottom : innerHorizontal],
      ['left', column === rect.startColumn ? request.left : innerVertical],
      ['right', column === rect.endColumn - 1 ? request.right : innerVertical],
    ];
    return withBorders(cell, wanted);
  });
}

function withBorders(cell: Cell, wanted: [Side, Clean<sheets_v4.Schema$Border> | undefined][]): Cell {
  const borders: NonNullable<CellFormat['borders']> = { ...cell.style?.userEnteredFormat?.borders };
  for (const [side, border] of wanted) {
    if (border?.style === 'NONE') delete borders[side];
    else if (border) borders[side] = pairColours(border);
  }
  const { borders: _, ...format } = cell.style?.userEnteredFormat ?? {};
  const userEnteredFormat = Object.keys(borders).length > 0 ? { ...format, borders } : format;
  return { ...cell, style: tidyStyle({ ...cell.style, userEnteredFormat }) };
}
