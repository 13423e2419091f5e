/** What inserted, deleted and moved rows or columns do to every range that a sheet remembers. */
import type { Draft, DraftSheet } from '../draft.ts';
import type { Chart, DeveloperMetadata, GridRange, SheetMeta } from '../model.ts';
import { changeSources } from './chart-sources.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

/** Where a boundary between rows (or columns) goes. undefined is an open edge and stays one. */
export interface Shift {
  dimension: Dimension;
  /** New place of a range from `start` to `end`; undefined if nothing of it is left. */
  span(start: number, end: number): [number, number] | undefined;
}

export const insertion = (dimension: Dimension, at: number, count: number): Shift => ({
  dimension,
  span: (start, end) => [start >= at ? start + count : start, end > at ? end + count : end],
});

export function deletion(dimension: Dimension, from: number, to: number): Shift {
  const place = (edge: number) => {
    if (edge <= from) return edge;
    return edge >= to ? edge - (to - from) : from;
  };
  return {
    dimension,
    span: (start, end) => (place(end) > place(start) ? [place(start), place(end)] : undefined),
  };
}

/**
 * Rows or columns that change places. A range that is moved or passed over as a whole goes along; one that would be
 * torn apart stays where it is.
 */
export function relocation(dimension: Dimension, range: { start: number; end: number }, destination: number): Shift {
  const { start: from, end: to } = range;
  const count = to - from;
  const place = (index: number) => {
    if (index >= from && index < to) return index - from + (destination > from ? destination - count : destination);
    if (index >= to && index < destination) return index - count;
    return index < from && index >= destination ? index + count : index;
  };
  return {
    dimension,
    span(start, end) {
      const [first, last] = [place(start), place(end - 1)];
      return last - first === end - 1 - start ? [first, last + 1] : [start, end];
    },
  };
}

/** Keys of a GridRange for a dimension. */
const EDGES = {
  ROWS: ['startRowIndex', 'endRowIndex'],
  COLUMNS: ['startColumnIndex', 'endColumnIndex'],
} as const;

/** The moved range, or undefined if it is gone. */
function shiftRange(range: GridRange, { dimension, span }: Shift): GridRange | undefined {
  const [first, last] = EDGES[dimension];
  const start = range[first];
  const end = range[last];
  if (start === undefined && end === undefined) return range;
  const moved = span(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (!moved) return undefined;
  return {
    ...range,
    ...(start !== undefined && { [first]: moved[0] }),
    ...(end !== undefined && { [last]: moved[1] }),
  };
}

/** Moves every range that belongs to the sheet: merges, protections, rules, filters, groups, named ranges, charts. */
export function shiftSheet(draft: Draft, sheet: DraftSheet, shift: Shift): void {
  shiftMeta(sheet.editMeta(), shift);
  shiftAnchors(sheet.editMeta(), shift);
  changeSources(draft, sheet.id, (range) => shiftRange(range, shift));
  shiftDeveloperMetadata(draft, sheet, shift);
  if (draft.meta.namedRanges.some(({ range }) => (range?.sheetId ?? 0) === sheet.id)) {
    const meta = draft.editMeta();
    meta.namedRanges = meta.namedRanges.flatMap((named) => {
      if ((named.range?.sheetId ?? 0) !== sheet.id) return [named];
      const range = named.range && shiftRange(named.range, shift);
      return range ? [{ ...named, range }] : [];
    });
  }
}

/** Metadata of a row or column goes with it, and is gone when it is. */
function shiftDeveloperMetadata(draft: Draft, sheet: DraftSheet, { dimension, span }: Shift): void {
  const concerned = (item: DeveloperMetadata) =>
    item.location?.dimensionRange?.dimension === dimension && (item.location.dimensionRange.sheetId ?? 0) === sheet.id;
  if (!draft.meta.developerMetadata.some(concerned)) return;
  const meta = draft.editMeta();
  meta.developerMetadata = meta.developerMetadata.flatMap((item) => {
    const range = item.location?.dimensionRange;
    if (!range || !concerned(item)) return [item];
    const moved = span(range.startIndex ?? 0, range.endIndex ?? 0);
    if (!moved) return [];
    return [
      {
        ...item,
        location: { ...item.location, dimensionRange: { ...range, startIndex: moved[0], endIndex: moved[1] } },
      },
    ];
  });
}

function shiftMeta(meta: SheetMeta, shift: Shift): void {
  const ranges = (list: GridRange[] | undefined) => list?.flatMap((range) => shiftRange(range, shift) ?? []) ?? [];
  const keep = <T extends { range?: GridRange }>(items: T[]): T[] =>
    items.flatMap((item) => {
      if (!item.range) return [item];
      const range = shiftRange(item.range, shift);
      return range ? [{ ...item, range }] : [];
    });
  meta.merges = ranges(meta.merges);
  meta.protectedRanges = keep(meta.protectedRanges).map((item) =>
    item.unprotectedRanges ? { ...item, unprotectedRanges: ranges(item.unprotectedRanges) } : item,
  );
  meta.conditionalFormats = meta.conditionalFormats
    .map((rule) => ({ ...rule, ranges: ranges(rule.ranges) }))
    .filter((rule) => rule.ranges.length > 0);
  meta.filterViews = keep(meta.filterViews);
  meta.bandedRanges = keep(meta.bandedRanges);
  if (meta.basicFilter) {
    const [filter] = keep([meta.basicFilter]);
    if (filter) meta.basicFilter = filter;
    else delete meta.basicFilter;
  }
  if (meta.slicers) {
    meta.slicers = meta.slicers.flatMap((slicer) => {
      const dataRange = slicer.spec?.dataRange && shiftRange(slicer.spec.dataRange, shift);
      return dataRange ? [{ ...slicer, spec: { ...slicer.spec, dataRange } }] : [];
    });
  }
  shiftGroups(meta, shift);
}

/** A chart or slicer goes with the cell that holds it; when that is deleted, with the one that takes its place. */
function shiftAnchors(meta: SheetMeta, { dimension, span }: Shift): void {
  const key = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const last = (dimension === 'ROWS' ? meta.rowCount : meta.columnCount) - 1;
  const follow = <T extends { position?: Chart['position'] }>(item: T): T => {
    const { overlayPosition } = item.position ?? {};
    const { [key]: index = 0, ...anchor } = overlayPosition?.anchorCell ?? {};
    const moved = Math.min(last, span(index, index + 1)?.[0] ?? span(0, index)?.[1] ?? 0);
    const anchorCell = { ...anchor, ...(moved > 0 && { [key]: moved }) };
    return { ...item, position: { ...item.position, overlayPosition: { ...overlayPosition, anchorCell } } };
  };
  meta.charts = meta.charts.map(follow);
  if (meta.slicers) meta.slicers = meta.slicers.map(follow);
}

function shiftGroups(meta: SheetMeta, { dimension, span }: Shift): void {
  const key = dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  meta[key] = meta[key].flatMap((group) => {
    const moved = span(group.range?.startIndex ?? 0, group.range?.endIndex ?? 0);
    return moved ? [{ ...group, range: { ...group.range, startIndex: moved[0], endIndex: moved[1] } }] : [];
  });
}
