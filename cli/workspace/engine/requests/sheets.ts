/** Requests about whole sheets and the spreadsheet: add, delete, properties. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid, newSheetMeta } from '../draft.ts';
import { merge, selects, updateMask } from '../field-mask.ts';
import { renameInFormulas } from '../formula/adjust.ts';
import { changeSources } from '../grid/chart-sources.ts';
import { pairColours, withColourPairs } from '../grid/colours.ts';
import { resize } from '../grid/dimensions.ts';
import { type Edit, guardSheet } from '../grid/protection.ts';
import { sheetProperties } from '../grid-data.ts';
import type { SheetMeta } from '../model.ts';
import { localeRules } from '../values/locale.ts';

type Properties = Clean<sheets_v4.Schema$SheetProperties>;

/** @throws GoogleError if another sheet has the title. */
export function checkTitle(edit: Edit, title: string, except?: DraftSheet): void {
  if (title === '') throw invalid('You must specify a name for the sheet.');
  const taken = edit.draft.sheets.some(
    (sheet) => sheet !== except && sheet.meta.properties.title.toLowerCase() === title.toLowerCase(),
  );
  if (taken) throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function freeTitle(edit: Edit): string {
  const titles = new Set(edit.draft.sheets.map((sheet) => sheet.meta.properties.title));
  for (let number = edit.draft.sheets.length + 1; ; number++) {
    if (!titles.has(`Sheet${number}`)) return `Sheet${number}`;
  }
}

/** A new sheet's metadata from what a request says. */
export function metaFrom(properties: Properties, sheetId: number, title: string, index: number): SheetMeta {
  const meta = newSheetMeta(sheetId, title, index);
  const { rowCount = meta.rowCount, columnCount = meta.columnCount, ...grid } = properties.gridProperties ?? {};
  const { gridProperties: _, ...rest } = properties;
  if (rest.sheetType && rest.sheetType !== 'GRID')
    throw invalid(`Sheets of type ${rest.sheetType} cannot be added this way.`);
  const shown = pairColours(rest);
  return {
    ...meta,
    rowCount,
    columnCount,
    properties: {
      ...withoutDefaults(shown),
      ...meta.properties,
      ...(Object.keys(grid).length > 0 && { gridProperties: withoutDefaults(grid) }),
    },
  };
}

/** Keys that say false or 0 say nothing. */
function withoutDefaults<T extends object>(properties: T): T {
  const kept = Object.entries(properties).filter(([, value]) => value !== false && value !== 0);
  return Object.fromEntries(kept) as T;
}

export function addSheet(edit: Edit, { properties = {} }: Clean<sheets_v4.Schema$AddSheetRequest>) {
  const title = properties.title ?? freeTitle(edit);
  checkTitle(edit, title);
  const sheetId = properties.sheetId ?? edit.newId();
  if (edit.draft.sheets.some((sheet) => sheet.id === sheetId)) {
    throw invalid(`A sheet with the id ${sheetId} already exists.`);
  }
  const index = properties.index ?? edit.draft.sheets.length;
  const sheet = edit.draft.addSheet(metaFrom(properties, sheetId, title, index));
  return { addSheet: { properties: sheetProperties(sheet.meta) } };
}

export function deleteSheet(edit: Edit, request: Clean<sheets_v4.Schema$DeleteSheetRequest>): void {
  const { draft } = edit;
  const sheet = draft.sheet(request.sheetId);
  guardSheet(edit, sheet);
  const left = draft.sheets.filter((other) => other !== sheet);
  if (left.length === 0) throw invalid("You can't remove all the sheets in a document.");
  if (left.every(({ meta }) => meta.properties.hidden)) {
    throw invalid("You can't remove all the visible sheets in a document.");
  }
  draft.sheets = left;
  draft.renumber();
  if (draft.meta.namedRanges.some(({ range }) => (range?.sheetId ?? 0) === sheet.id)) {
    const meta = draft.editMeta();
    meta.namedRanges = meta.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheet.id);
  }
  changeSources(draft, sheet.id, () => undefined);
}

export function updateSheetProperties(edit: Edit, request: Clean<sheets_v4.Schema$UpdateSheetPropertiesRequest>): void {
  const wanted = pairColours(request.properties ?? {});
  const mask = withColourPairs(updateMask(request.fields));
  const sheet = edit.draft.sheet(wanted.sheetId);
  guardSheet(edit, sheet);
  const before = sheetProperties(sheet.meta) as Properties;
  const after = merge<Properties>(before, mask.all ? { ...before, ...wanted } : wanted, mask) ?? {};
  const { gridProperties = {}, ...rest } = after;
  const { rowCount = 0, columnCount = 0, ...grid } = gridProperties;
  if (selects(mask, 'title')) checkTitle(edit, rest.title ?? '', sheet);
  if (selects(mask, 'gridProperties')) resize(edit.draft, sheet, rowCount, columnCount);
  checkFrozen(grid, rowCount, columnCount);
  const { sheetId, index, sheetType, title } = sheet.meta.properties;
  if (rest.title && rest.title !== title) renameInFormulas(edit.draft, title, rest.title);
  sheet.editMeta().properties = {
    ...withoutDefaults(rest),
    title: rest.title ?? '',
    sheetId,
    index,
    ...(sheetType && { sheetType }),
    ...(Object.keys(grid).length > 0 && { gridProperties: withoutDefaults(grid) }),
  };
  if (edit.draft.sheets.every(({ meta }) => meta.properties.hidden)) {
    throw invalid("You can't hide all the sheets in a document.");
  }
  if (selects(mask, 'index') && wanted.index !== undefined) moveTab(edit, sheet, wanted.index);
}

function checkFrozen(grid: NonNullable<Properties['gridProperties']>, rowCount: number, columnCount: number): void {
  if ((grid.frozenRowCount ?? 0) >= rowCount) throw invalid("You can't freeze all visible rows on the sheet.");
  if ((grid.frozenColumnCount ?? 0) >= columnCount) throw invalid("You can't freeze all visible columns on the sheet.");
}

/** The index counts the tabs as they stood before the move. */
function moveTab(edit: Edit, sheet: DraftSheet, index: number): void {
  const { draft } = edit;
  const from = draft.sheets.indexOf(sheet);
  draft.sheets.splice(from, 1);
  draft.sheets.splice(index > from ? index - 1 : index, 0, sheet);
  draft.renumber();
}

export function updateSpreadsheetProperties(
  edit: Edit,
  request: Clean<sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest>,
): void {
  const mask = updateMask(request.fields);
  const { draft } = edit;
  const next = merge<typeof draft.meta.properties>(
    draft.meta.properties,
    { ...draft.meta.properties, ...pairColours(request.properties ?? {}) },
    mask,
  );
  if (!next) return;
  localeRules(next.locale);
  checkTimeZone(next.timeZone);
  draft.editMeta().properties = next;
}

/** @throws GoogleError if there is no such time zone. */
export function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
  } catch {
    throw invalid(`Invalid time zone: ${timeZone}`);
  }
}
