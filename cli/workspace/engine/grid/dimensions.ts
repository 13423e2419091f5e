/** Inserting, deleting, moving and resizing rows and columns of a draft sheet. */
import { type Draft, type DraftSheet, invalid } from '../draft.ts';
import { adjustFormulas } from '../formula/adjust.ts';
import type { CellStyle, Row } from '../model.ts';
import { type Dimension, deletion, insertion, relocation, shiftSheet } from './shift.ts';

/** Rows and columns are counted the same way under two names. */
export const sizeOf = (sheet: DraftSheet, dimension: Dimension): number =>
  dimension === 'ROWS' ? sheet.meta.rowCount : sheet.meta.columnCount;

/** Adds empty rows or columns at the end. */
export function extend(draft: Draft, sheet: DraftSheet, dimension: Dimension, count: number): void {
  if (count <= 0) return;
  const meta = sheet.editMeta();
  if (dimension === 'ROWS') meta.rowCount += count;
  else meta.columnCount += count;
  draft.checkSize();
}

/** @param inherit whose look the new cells get: the row or column before or after. */
export function insert(
  draft: Draft,
  sheet: DraftSheet,
  range: { dimension: Dimension; start: number; end: number },
  inherit: 'before' | 'after',
): void {
  const { dimension, start, end } = range;
  const count = end - start;
  const model = inherit === 'before' ? start - 1 : start;
  if (dimension === 'ROWS') insertRows(sheet, start, count, sheet.rows[model]);
  else insertColumns(sheet, start, count, model);
  shiftSheet(draft, sheet, insertion(dimension, start, count));
  adjustFormulas(draft, sheet, insertion(dimension, start, count));
  extend(draft, sheet, dimension, count);
}

const withoutNote = (style: CellStyle | undefined): CellStyle | undefined => {
  if (!style?.note) return style;
  const { note: _, ...rest } = style;
  return Object.keys(rest).length > 0 ? rest : undefined;
};

function insertRows(sheet: DraftSheet, start: number, count: number, model: Row | undefined): void {
  const rows = sheet.editRows();
  if (start > rows.length && !model) return;
  while (rows.length < start) rows.push(undefined);
  const styles = (model?.styles ?? []).map(withoutNote);
  const added = Array.from({ length: count }, () => sheet.newRow([], styles));
  rows.splice(start, 0, ...added);
  sheet.trim();
}

function insertColumns(sheet: DraftSheet, start: number, count: number, model: number): void {
  replaceRows(sheet, (row) => {
    const values = row.values.slice();
    const styles = row.styles.slice();
    const style = withoutNote(styles[model]);
    if (values.length > start) values.splice(start, 0, ...Array.from({ length: count }, () => undefined));
    if (styles.length > start || style) {
      while (styles.length < start) styles.push(undefined);
      styles.splice(start, 0, ...Array.from({ length: count }, () => style));
    }
    return { ...row, values, styles };
  });
  const { columns } = sheet.editMeta();
  if (columns.length > start) columns.splice(start, 0, ...Array.from({ length: count }, () => null));
}

function replaceRows(sheet: DraftSheet, change: (row: Row) => Row): void {
  const rows = sheet.editRows();
  for (const [index, row] of rows.entries()) if (row) rows[index] = change(row);
}

/** @throws GoogleError if nothing would be left. */
export function remove(
  draft: Draft,
  sheet: DraftSheet,
  range: { dimension: Dimension; start: number; end: number },
): void {
  const { dimension, start, end } = range;
  if (start === 0 && end >= sizeOf(sheet, dimension)) {
    throw invalid(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  }
  cut(sheet, dimension, start, end);
  const meta = sheet.editMeta();
  if (dimension === 'ROWS') meta.rowCount -= end - start;
  else meta.columnCount -= end - start;
  shiftSheet(draft, sheet, deletion(dimension, start, end));
  adjustFormulas(draft, sheet, deletion(dimension, start, end));
}

function cut(sheet: DraftSheet, dimension: Dimension, start: number, end: number): void {
  if (dimension === 'ROWS') {
    sheet.editRows().splice(start, end - start);
    sheet.trim();
    return;
  }
  replaceRows(sheet, (row) => {
    if (row.values.length <= start && row.styles.length <= start) return row;
    return { ...row, values: without(row.values, start, end), styles: without(row.styles, start, end) };
  });
  sheet.editMeta().columns.splice(start, end - start);
}

function without<T>(items: readonly T[], start: number, end: number): T[] {
  const kept = items.slice(0, start).concat(items.slice(end));
  while (kept.length > 0 && kept.at(-1) === undefined) kept.pop();
  return kept;
}

/** Makes the grid this big; what is outside afterwards is lost. */
export function resize(draft: Draft, sheet: DraftSheet, rowCount: number, columnCount: number): void {
  if (rowCount < 1 || columnCount < 1) throw invalid('A sheet must have at least one row and one column.');
  const { meta } = sheet;
  for (const [dimension, size, wanted] of [
    ['ROWS', meta.rowCount, rowCount],
    ['COLUMNS', meta.columnCount, columnCount],
  ] as const) {
    if (wanted < size) remove(draft, sheet, { dimension, start: wanted, end: size });
    else extend(draft, sheet, dimension, wanted - size);
  }
}

/** Moves rows or columns to before `destination` (counted as they stand now). */
export function move(
  draft: Draft,
  sheet: DraftSheet,
  range: { dimension: Dimension; start: number; end: number },
  destination: number,
): void {
  const { dimension, start, end } = range;
  const size = sizeOf(sheet, dimension);
  if (destination < 0 || destination > size) throw invalid(`destinationIndex[${destination}] is outside of the grid`);
  if (destination > start && destination < end) {
    throw invalid('The destination must not be inside the range that is moved.');
  }
  rearrange(sheet, range, destination >= end ? destination - (end - start) : destination);
  const shift = relocation(dimension, range, destination);
  shiftSheet(draft, sheet, shift);
  adjustFormulas(draft, sheet, shift);
}

function rearrange(
  sheet: DraftSheet,
  { dimension, start, end }: { dimension: Dimension; start: number; end: number },
  to: number,
): void {
  if (dimension === 'ROWS') {
    const rows = sheet.editRows();
    while (rows.length < Math.max(end, to + end - start)) rows.push(undefined);
    rows.splice(to, 0, ...rows.splice(start, end - start));
    sheet.trim();
    return;
  }
  const size = sizeOf(sheet, dimension);
  replaceRows(sheet, (row) => ({
    ...row,
    values: moved(row.values, start, end, to, size),
    styles: moved(row.styles, start, end, to, size),
  }));
  sheet.editMeta().columns = moved(sheet.meta.columns, start, end, to, size).map((item) => item ?? null);
}

function moved<T>(items: readonly (T | undefined)[], start: number, end: number, to: number, size: number) {
  const all = Array.from({ length: size }, (_, index) => items[index]);
  all.splice(to, 0, ...all.splice(start, end - start));
  while (all.length > 0 && all.at(-1) === undefined) all.pop();
  return all;
}
