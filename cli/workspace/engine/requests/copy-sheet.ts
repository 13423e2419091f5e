/** Copies of sheets: inside a spreadsheet, or into another one. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import type { DraftSheet } from '../draft.ts';
import type { Edit } from '../grid/protection.ts';
import { sheetProperties } from '../grid-data.ts';
import type { SheetMeta, SheetState } from '../model.ts';
import { checkTitle } from './sheets.ts';

export function duplicateSheet(edit: Edit, request: Clean<sheets_v4.Schema$DuplicateSheetRequest>) {
  const source = edit.draft.sheet(request.sourceSheetId);
  const title = request.newSheetName ?? copyTitle(edit, source);
  checkTitle(edit, title);
  const sheetId = request.newSheetId ?? edit.newId();
  const index = request.insertSheetIndex ?? 0;
  return { duplicateSheet: { properties: sheetProperties(copySheet(edit, source, { sheetId, title, index }).meta) } };
}

/** Adds a sheet of another spreadsheet after the last one. */
export function copyFrom(edit: Edit, source: SheetState): sheets_v4.Schema$SheetProperties {
  const identity = { sheetId: edit.newId(), title: copyTitle(edit, source), index: edit.draft.sheets.length };
  return sheetProperties(copySheet(edit, source, identity).meta);
}

/** `Copy of Kasus`, with a number if there is one already. */
function copyTitle(edit: Edit, { meta }: Pick<SheetState, 'meta'>): string {
  const taken = new Set(edit.draft.sheets.map((sheet) => sheet.meta.properties.title.toLowerCase()));
  const title = `Copy of ${meta.properties.title}`;
  if (!taken.has(title.toLowerCase())) return title;
  for (let number = 2; ; number++) {
    if (!taken.has(`${title} ${number}`.toLowerCase())) return `${title} ${number}`;
  }
}

/** Range protections are not copied, as at Google. */
function copySheet(
  edit: Edit,
  source: Pick<SheetState, 'meta' | 'rows'>,
  identity: { sheetId: number; title: string; index: number },
): DraftSheet {
  const meta = movedMeta(source.meta, identity.sheetId);
  meta.protectedRanges = [];
  meta.properties = { ...meta.properties, ...identity };
  meta.charts = meta.charts.map((chart) => ({ ...chart, chartId: edit.newId() }));
  meta.filterViews = meta.filterViews.map((view) => ({ ...view, filterViewId: edit.newId() }));
  meta.bandedRanges = meta.bandedRanges.map((band) => ({ ...band, bandedRangeId: edit.newId() }));
  if (meta.slicers) meta.slicers = meta.slicers.map((slicer) => ({ ...slicer, slicerId: edit.newId() }));
  const copy = edit.draft.addSheet(meta);
  const rows = copy.editRows();
  for (const row of source.rows) rows.push(row && copy.newRow(row.values.slice(), row.styles, row.props));
  return copy;
}

const RANGE_KEYS = new Set(['range', 'ranges', 'merges', 'dataRange', 'sources', 'anchorCell']);

/** The metadata with every mention of the sheet changed. Ranges on sheet 0 do not mention it; on a copy they must. */
function movedMeta(meta: SheetMeta, sheetId: number): SheetMeta {
  const from = meta.properties.sheetId;
  const say = (range: object) => ({ sheetId, ...range });
  const mention = (key: string, value: unknown): unknown => {
    if (from !== 0 || !RANGE_KEYS.has(key)) return value;
    return Array.isArray(value) ? value.map(say) : say(value as object);
  };
  const json = JSON.stringify(meta, (key, value) => (key === 'sheetId' && value === from ? sheetId : value));
  return JSON.parse(json, mention) as SheetMeta;
}
