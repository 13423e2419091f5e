/** Requests about rows and columns: insert, append, delete, move, resize, hide, group. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { NotEmulatedError } from '../../errors.ts';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { merge, selects, updateMask } from '../field-mask.ts';
import { extend, insert, move, remove, sizeOf } from '../grid/dimensions.ts';
import { type Edit, guard, guardSheet } from '../grid/protection.ts';
import type { Dimension } from '../grid/shift.ts';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from '../limits.ts';
import { type DimensionProperties, isFormula, type Rect } from '../model.ts';
import { wholeSheet } from '../ranges.ts';

type DimensionRange = Clean<sheets_v4.Schema$DimensionRange>;

interface Span {
  sheet: DraftSheet;
  dimension: Dimension;
  start: number;
  end: number;
}

function dimensionOf(name: string | undefined): Dimension {
  if (name === 'ROWS' || name === 'COLUMNS') return name;
  throw invalid('dimension must be specified.');
}

/** @param open whether the span may reach past the end (an insertion). */
function readSpan(edit: Edit, range: DimensionRange | undefined, open = false): Span {
  const sheet = edit.draft.sheet(range?.sheetId);
  const dimension = dimensionOf(range?.dimension);
  const size = sizeOf(sheet, dimension);
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? size;
  if (start < 0 || start >= end) throw invalid(`range.endIndex[${end}] must be after range.startIndex[${start}]`);
  if (start > size || (!open && end > size)) {
    const name = dimension === 'ROWS' ? 'row' : 'column';
    throw invalid(`range.endIndex[${end}] is after last ${name} in grid[${size}]`);
  }
  return { sheet, dimension, start, end };
}

const rectOf = ({ sheet, dimension, start, end }: Span): Rect => ({
  ...wholeSheet(sheet),
  ...(dimension === 'ROWS' ? { startRow: start, endRow: end } : { startColumn: start, endColumn: end }),
});

export function insertDimension(edit: Edit, request: Clean<sheets_v4.Schema$InsertDimensionRequest>): void {
  const span = readSpan(edit, request.range, true);
  const { sheet, start } = span;
  if (request.inheritFromBefore && start === 0) {
    throw invalid('inheritFromBefore cannot be true if inserting at the beginning of the grid.');
  }
  if (start > 0 && start < sizeOf(sheet, span.dimension)) guardInside(edit, span);
  guardSheet(edit, sheet);
  insert(edit.draft, sheet, span, request.inheritFromBefore ? 'before' : 'after');
}

/** An insertion that would push a protection apart changes it. */
function guardInside(edit: Edit, span: Span): void {
  const before = rectOf({ ...span, start: span.start - 1, end: span.start });
  const after = rectOf({ ...span, end: span.start + 1 });
  try {
    guard(edit, span.sheet, before);
  } catch {
    guard(edit, span.sheet, after);
  }
}

export function appendDimension(edit: Edit, request: Clean<sheets_v4.Schema$AppendDimensionRequest>): void {
  const sheet = edit.draft.sheet(request.sheetId);
  guardSheet(edit, sheet);
  if ((request.length ?? 0) < 1) throw invalid('length must be greater than 0.');
  extend(edit.draft, sheet, dimensionOf(request.dimension), request.length ?? 0);
}

export function deleteDimension(edit: Edit, request: Clean<sheets_v4.Schema$DeleteDimensionRequest>): void {
  const span = readSpan(edit, request.range);
  guard(edit, span.sheet, rectOf(span));
  remove(edit.draft, span.sheet, span);
}

export function moveDimension(edit: Edit, request: Clean<sheets_v4.Schema$MoveDimensionRequest>): void {
  const span = readSpan(edit, request.source);
  guard(edit, span.sheet, rectOf(span));
  guardSheet(edit, span.sheet);
  move(edit.draft, span.sheet, span, request.destinationIndex ?? 0);
}

export function updateDimensionProperties(
  edit: Edit,
  request: Clean<sheets_v4.Schema$UpdateDimensionPropertiesRequest>,
): void {
  const mask = updateMask(request.fields);
  const span = readSpan(edit, request.range);
  guardSheet(edit, span.sheet);
  setProperties(span, (before) => tidy(merge<DimensionProperties>(before, request.properties, mask)));
}

/**
 * How wide the content is depends on fonts that only a browser has; the Workspace estimates it from the length of the
 * text.
 */
export function autoResizeDimensions(edit: Edit, request: Clean<sheets_v4.Schema$AutoResizeDimensionsRequest>): void {
  if (request.dataSourceSheetDimensions) throw new NotEmulatedError('autoResizeDimensions of a data source sheet');
  const span = readSpan(edit, request.dimensions);
  guardSheet(edit, span.sheet);
  setProperties(span, (before, index) => {
    const pixelSize = span.dimension === 'ROWS' ? DEFAULT_ROW_PIXELS : contentWidth(span.sheet, index);
    return tidy({ ...before, pixelSize });
  });
}

const CHARACTER_PIXELS = 7;
const CELL_PADDING_PIXELS = 8;
const NARROWEST_PIXELS = 21;

/** An empty column keeps the ordinary width. */
function contentWidth({ rows }: DraftSheet, column: number): number {
  let longest = 0;
  for (const row of rows) {
    const value = row?.values[column];
    const text = isFormula(value) ? '' : String(value ?? '');
    for (const line of text.split('\n')) longest = Math.max(longest, line.length);
  }
  if (longest === 0) return DEFAULT_COLUMN_PIXELS;
  return Math.max(NARROWEST_PIXELS, longest * CHARACTER_PIXELS + CELL_PADDING_PIXELS);
}

function tidy(properties: DimensionProperties | undefined): DimensionProperties | undefined {
  const kept = Object.entries(properties ?? {}).filter(([, value]) => value !== false);
  return kept.length > 0 ? (Object.fromEntries(kept) as DimensionProperties) : undefined;
}

function setProperties(
  { sheet, dimension, start, end }: Span,
  change: (before: DimensionProperties | undefined, index: number) => DimensionProperties | undefined,
): void {
  if (dimension === 'ROWS') {
    const rows = sheet.editRows();
    while (rows.length < end) rows.push(undefined);
    for (let index = start; index < end; index++) sheet.setRowProps(index, change(rows[index]?.props, index));
    sheet.trim();
    return;
  }
  const { columns } = sheet.editMeta();
  while (columns.length < end) columns.push(null);
  for (let index = start; index < end; index++) columns[index] = change(columns[index] ?? undefined, index) ?? null;
}

function groupsOf(sheet: DraftSheet, dimension: Dimension) {
  const meta = sheet.editMeta();
  return dimension === 'ROWS' ? meta.rowGroups : meta.columnGroups;
}

function showRange({ sheet, dimension, start, end }: Span): DimensionRange {
  return { ...(sheet.id !== 0 && { sheetId: sheet.id }), dimension, startIndex: start, endIndex: end };
}

/** A group inside another is one level deeper; a group around others makes those deeper. */
export function addDimensionGroup(edit: Edit, request: Clean<sheets_v4.Schema$AddDimensionGroupRequest>) {
  const span = readSpan(edit, request.range);
  guardSheet(edit, span.sheet);
  const groups = groupsOf(span.sheet, span.dimension);
  const around = (outer: DimensionRange | undefined, inner: DimensionRange) =>
    (outer?.startIndex ?? 0) <= (inner.startIndex ?? 0) && (outer?.endIndex ?? 0) >= (inner.endIndex ?? 0);
  const range = showRange(span);
  const depth = groups.filter((group) => around(group.range, range)).length + 1;
  for (const group of groups) {
    if (group.range && !around(group.range, range) && around(range, group.range)) group.depth = (group.depth ?? 1) + 1;
  }
  groups.push({ range, depth });
  showControl(span);
  return { addDimensionGroup: { dimensionGroups: structuredClone(groups) } };
}

/** The first group of a dimension decides where its control stands: after it, unless the sheet says otherwise. */
function showControl({ sheet, dimension }: Span): void {
  const key = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  const { properties } = sheet.editMeta();
  properties.gridProperties = { [key]: true, ...properties.gridProperties };
}

/** Folding a group hides its rows or columns; unfolding shows them. */
export function updateDimensionGroup(edit: Edit, request: Clean<sheets_v4.Schema$UpdateDimensionGroupRequest>): void {
  const { range, depth, collapsed = false } = request.dimensionGroup ?? {};
  if (!selects(updateMask(request.fields), 'collapsed')) return;
  const span = readSpan(edit, range);
  guardSheet(edit, span.sheet);
  const group = groupsOf(span.sheet, span.dimension).find(
    (item) => item.range?.startIndex === span.start && item.range.endIndex === span.end && item.depth === depth,
  );
  if (!group) throw invalid('Cannot update dimension group: there is no group over this range with this depth.');
  if (collapsed) group.collapsed = true;
  else delete group.collapsed;
  setProperties(span, (before) => tidy({ ...before, hiddenByUser: collapsed }));
}

export function deleteDimensionGroup(edit: Edit, request: Clean<sheets_v4.Schema$DeleteDimensionGroupRequest>) {
  const span = readSpan(edit, request.range);
  guardSheet(edit, span.sheet);
  const groups = groupsOf(span.sheet, span.dimension);
  const index = groups.findLastIndex(({ range }) => range?.startIndex === span.start && range.endIndex === span.end);
  if (index < 0) throw invalid('Cannot delete dimension group: there is no group over this range.');
  groups.splice(index, 1);
  return { deleteDimensionGroup: groups.length > 0 ? { dimensionGroups: structuredClone(groups) } : {} };
}
