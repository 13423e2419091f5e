/** From A1 text and from the API's GridRange to the cells of a sheet, with Google's refusals. */
import { GoogleError } from '../errors.ts';
import { type OpenRect, parseA1, rangeText } from './a1.ts';
import { invalid } from './draft.ts';
import type { GridRange, Rect, SheetState } from './model.ts';

/** What of a book is needed to find a range in it. */
interface Findable<S> {
  readonly sheets: readonly S[];
  readonly meta: { readonly namedRanges: readonly { name?: string; range?: GridRange }[] };
}

export interface Found<S> {
  sheet: S;
  rect: Rect;
}

type Sized = Pick<SheetState, 'meta'>;

export const wholeSheet = ({ meta }: Sized): Rect => ({
  startRow: 0,
  endRow: meta.rowCount,
  startColumn: 0,
  endColumn: meta.columnCount,
});

/**
 * Finds a range as the values API does: cells past the end of the grid are cut off, a start past it is an error.
 * @throws GoogleError `Unable to parse range: X`, or that the range exceeds the grid.
 */
export function findRange<S extends Sized>(book: Findable<S>, text: string): Found<S> {
  const parsed = parseA1(text);
  if (!parsed) throw unparseable(text);
  const named = parsed.name ? findNamed(book, parsed.name) : undefined;
  if (named) return named;
  if (parsed.name && parsed.name !== parsed.title) throw unparseable(text);
  const sheet = parsed.title === undefined ? firstVisible(book.sheets) : byTitle(book.sheets, parsed.title);
  if (!sheet) throw unparseable(text);
  return { sheet, rect: clip(sheet, parsed.cells ?? {}) };
}

const unparseable = (text: string) => invalid(`Unable to parse range: ${text}`);

function byTitle<S extends Sized>(sheets: readonly S[], title: string): S | undefined {
  const wanted = title.toLowerCase();
  return (
    sheets.find(({ meta }) => meta.properties.title === title) ??
    sheets.find(({ meta }) => meta.properties.title.toLowerCase() === wanted)
  );
}

const firstVisible = <S extends Sized>(sheets: readonly S[]): S | undefined =>
  sheets.find(({ meta }) => !meta.properties.hidden) ?? sheets[0];

function findNamed<S extends Sized>(book: Findable<S>, name: string): Found<S> | undefined {
  const range = book.meta.namedRanges.find((item) => item.name?.toLowerCase() === name.toLowerCase())?.range;
  const sheet = range && book.sheets.find(({ meta }) => meta.properties.sheetId === (range.sheetId ?? 0));
  return sheet && { sheet, rect: gridRect(sheet, range) };
}

/** Fills in open edges and cuts off what is past the grid. */
function clip(sheet: Sized, cells: OpenRect): Rect {
  const grid = wholeSheet(sheet);
  const rect: Rect = { ...grid, ...cells };
  if (rect.startRow >= grid.endRow || rect.startColumn >= grid.endColumn) {
    throw exceeds(sheet, {
      ...rect,
      endRow: Math.max(rect.endRow, rect.startRow + 1),
      endColumn: Math.max(rect.endColumn, rect.startColumn + 1),
    });
  }
  return { ...rect, endRow: Math.min(rect.endRow, grid.endRow), endColumn: Math.min(rect.endColumn, grid.endColumn) };
}

/** The refusal to look or write past the grid. */
export const exceeds = ({ meta }: Sized, rect: Rect): GoogleError =>
  new GoogleError(
    'INVALID_ARGUMENT',
    `Range (${rangeText(meta.properties.title, rect)}) exceeds grid limits. Max rows: ${meta.rowCount}, max columns: ${meta.columnCount}`,
  );

/**
 * The cells of a GridRange.
 * @throws GoogleError if it leaves the grid or ends before it starts.
 */
export function gridRect(sheet: Sized, range: Omit<GridRange, 'sheetId'>): Rect {
  const grid = wholeSheet(sheet);
  const rect = {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? grid.endRow,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? grid.endColumn,
  };
  checkSpan('Row', rect.startRow, rect.endRow, grid.endRow);
  checkSpan('Column', rect.startColumn, rect.endColumn, grid.endColumn);
  return rect;
}

function checkSpan(dimension: 'Row' | 'Column', start: number, end: number, size: number): void {
  if (start > end) throw invalid(`end${dimension}Index[${end}] must be after start${dimension}Index[${start}]`);
  if (start < 0) throw invalid(`start${dimension}Index[${start}] must be at least 0`);
  if (start >= size && start < end)
    throw invalid(
      `GridRange.start${dimension}Index[${start}] is after last ${dimension.toLowerCase()} in grid[${size}]`,
    );
  if (end > size)
    throw invalid(`GridRange.end${dimension}Index[${end}] is after last ${dimension.toLowerCase()} in grid[${size}]`);
}

/** A GridRange as the API shows it: sheet 0 is not mentioned. */
export const toGridRange = (sheetId: number, rect: Rect): GridRange => ({
  ...(sheetId !== 0 && { sheetId }),
  startRowIndex: rect.startRow,
  endRowIndex: rect.endRow,
  startColumnIndex: rect.startColumn,
  endColumnIndex: rect.endColumn,
});

export const intersects = (a: Rect, b: Rect): boolean =>
  a.startRow < b.endRow && b.startRow < a.endRow && a.startColumn < b.endColumn && b.startColumn < a.endColumn;

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.startRow <= inner.startRow &&
  inner.endRow <= outer.endRow &&
  outer.startColumn <= inner.startColumn &&
  inner.endColumn <= outer.endColumn;

/** The cells that a kept range (a protection, a merge, a filter) stands for today, its open edges filled in. */
export function keptRect(sheet: Sized, range: GridRange): Rect {
  const grid = wholeSheet(sheet);
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? grid.endRow,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? grid.endColumn,
  };
}
