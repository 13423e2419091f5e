/** Requests that move or rearrange cells: copyPaste, cutPaste, sortRange. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { NotEmulatedError } from '../../errors.ts';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { translateSlot } from '../formula/adjust.ts';
import { type Edit, guard } from '../grid/protection.ts';
import { tidyStyle } from '../grid/style.ts';
import { type Cell, isFormula, type Rect } from '../model.ts';
import { gridRect, wholeSheet } from '../ranges.ts';
import { compareScalars } from '../values/compare.ts';
import type { View } from '../values/scalar.ts';
import { createView } from '../values/view.ts';

interface Source {
  cell: Cell;
  /** What it is worth, for pasting values only. */
  worth: Cell['value'];
}

/** What each kind of paste takes from the source; formulas are already moved. */
const PASTES: Record<string, (target: Cell, source: Source) => Cell> = {
  PASTE_NORMAL: (_, { cell }) => cell,
  PASTE_NO_BORDERS: (target, { cell }) => ({ value: cell.value, style: withBordersOf(cell.style, target.style) }),
  PASTE_VALUES: (target, { worth }) => ({ ...target, value: worth }),
  PASTE_FORMULA: (target, { cell }) => ({ ...target, value: cell.value }),
  PASTE_FORMAT: (target, { cell }) => ({
    ...target,
    style: restyled(target.style, { userEnteredFormat: cell.style?.userEnteredFormat }),
  }),
  PASTE_DATA_VALIDATION: (target, { cell }) => ({
    ...target,
    style: restyled(target.style, { dataValidation: cell.style?.dataValidation }),
  }),
};

const restyled = (style: Cell['style'], change: Record<string, unknown>) => tidyStyle({ ...style, ...change });

function withBordersOf(style: Cell['style'], target: Cell['style']): Cell['style'] {
  const { borders: _, ...format } = style?.userEnteredFormat ?? {};
  const borders = target?.userEnteredFormat?.borders;
  return restyled(style, { userEnteredFormat: borders ? { ...format, borders } : format });
}

function pasteOf(type: string | undefined) {
  const paste = PASTES[type ?? 'PASTE_NORMAL'];
  if (!paste) throw new NotEmulatedError(`pasteType ${type}`);
  return paste;
}

const draftView = (edit: Edit): View => createView({ meta: edit.draft.meta, sheets: edit.draft.sheets }, edit.now);

function readCells(edit: Edit, sheet: DraftSheet, rect: Rect): Source[][] {
  const view = draftView(edit);
  return range(rect.startRow, rect.endRow).map((row) =>
    range(rect.startColumn, rect.endColumn).map((column) => {
      const cell = sheet.cell(row, column);
      const worth = isFormula(cell.value) ? view.effective(sheet, row, column) : cell.value;
      return { cell, worth: typeof worth === 'object' ? worth.text : worth };
    }),
  );
}

const range = (start: number, end: number) =>
  Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);

/** The destination is filled with whole repetitions of the source; it is never smaller than one. */
export function copyPaste(edit: Edit, request: Clean<sheets_v4.Schema$CopyPasteRequest>): void {
  const from = edit.draft.sheet(request.source?.sheetId);
  const to = edit.draft.sheet(request.destination?.sheetId);
  const source = gridRect(from, request.source ?? {});
  const wanted = gridRect(to, request.destination ?? {});
  const flipped = request.pasteOrientation === 'TRANSPOSE';
  const paste = pasteOf(request.pasteType);
  const cells = readCells(edit, from, source);
  const height = flipped ? source.endColumn - source.startColumn : source.endRow - source.startRow;
  const width = flipped ? source.endRow - source.startRow : source.endColumn - source.startColumn;
  const rect: Rect = {
    ...wanted,
    endRow: wanted.startRow + height * Math.max(1, Math.floor((wanted.endRow - wanted.startRow) / height)),
    endColumn: wanted.startColumn + width * Math.max(1, Math.floor((wanted.endColumn - wanted.startColumn) / width)),
  };
  checkTarget(to, rect);
  guard(edit, to, rect);
  to.map(rect, (target, row, column) => {
    const down = (row - rect.startRow) % height;
    const right = (column - rect.startColumn) % width;
    const [sourceRow, sourceColumn] = flipped ? [right, down] : [down, right];
    const found = cells[sourceRow]?.[sourceColumn];
    if (!found) return target;
    const rows = row - (source.startRow + sourceRow);
    const columns = column - (source.startColumn + sourceColumn);
    const cell = { ...found.cell, value: translateSlot(found.cell.value, rows, columns) };
    return paste(target, { ...found, cell });
  });
}

function checkTarget(sheet: DraftSheet, rect: Rect): void {
  const grid = wholeSheet(sheet);
  if (rect.endRow > grid.endRow || rect.endColumn > grid.endColumn) {
    throw invalid('The destination range exceeds the grid limits.');
  }
}

export function cutPaste(edit: Edit, request: Clean<sheets_v4.Schema$CutPasteRequest>): void {
  const from = edit.draft.sheet(request.source?.sheetId);
  const to = edit.draft.sheet(request.destination?.sheetId);
  const source = gridRect(from, request.source ?? {});
  const startRow = request.destination?.rowIndex ?? 0;
  const startColumn = request.destination?.columnIndex ?? 0;
  const rect: Rect = {
    startRow,
    endRow: startRow + source.endRow - source.startRow,
    startColumn,
    endColumn: startColumn + source.endColumn - source.startColumn,
  };
  const paste = pasteOf(request.pasteType);
  checkTarget(to, rect);
  guard(edit, from, source);
  guard(edit, to, rect);
  const cells = readCells(edit, from, source);
  from.map(source, (cell) => paste(cell, { cell: { value: undefined, style: undefined }, worth: undefined }));
  to.map(rect, (target, row, column) => {
    const found = cells[row - startRow]?.[column - startColumn];
    return found ? paste(target, found) : target;
  });
}

/** Sorts whole lines of the range; equal lines keep their order, empty cells come last. */
export function sortRange(edit: Edit, request: Clean<sheets_v4.Schema$SortRangeRequest>): void {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  const used = { ...rect, endRow: Math.min(rect.endRow, sheet.rows.length) };
  const lines = readCells(edit, sheet, used).map((cells, offset) => ({ cells, row: used.startRow + offset }));
  const specs = request.sortSpecs ?? [];
  if (specs.length === 0) throw invalid('At least one sort spec must be set.');
  const columns = specs.map((spec) => {
    const column = (spec.dimensionIndex ?? 0) - used.startColumn;
    if (column < 0 || column >= used.endColumn - used.startColumn)
      throw invalid('A sort column is outside of the range.');
    return { column, down: spec.sortOrder === 'DESCENDING' };
  });
  lines.sort((a, b) => {
    for (const { column, down } of columns) {
      const order = compareScalars(a.cells[column]?.worth, b.cells[column]?.worth, down);
      if (order !== 0) return order;
    }
    return 0;
  });
  sheet.map(used, (target, row, column) => {
    const line = lines[row - used.startRow];
    const found = line?.cells[column - used.startColumn];
    if (!line || !found) return target;
    return { ...found.cell, value: translateSlot(found.cell.value, row - line.row, 0) };
  });
}
