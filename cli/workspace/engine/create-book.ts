/** A new spreadsheet: what spreadsheets.create asks for, and what is there when it asks for nothing. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { NotEmulatedError } from '../errors.ts';
import type { Clean } from './clean.ts';
import { Draft, invalid, type Keys, newSheetMeta } from './draft.ts';
import { ALL } from './field-mask.ts';
import { cellChange } from './grid/style.ts';
import type { Book, BookMeta } from './model.ts';
import { checkTimeZone, metaFrom } from './requests/sheets.ts';
import { localeRules } from './values/locale.ts';

const BOOK_FIELDS = ['properties', 'sheets', 'namedRanges', 'developerMetadata', 'spreadsheetId', 'spreadsheetUrl'];
const SHEET_FIELDS = [
  'properties',
  'data',
  'merges',
  'conditionalFormats',
  'filterViews',
  'protectedRanges',
  'basicFilter',
  'charts',
  'bandedRanges',
  'developerMetadata',
  'rowGroups',
  'columnGroups',
  'slicers',
];
const GRID_FIELDS = ['startRow', 'startColumn', 'rowData', 'rowMetadata', 'columnMetadata'];

const DEFAULTS = { locale: 'en_US', timeZone: 'Etc/GMT' };

/** @throws GoogleError if the body contradicts itself; NotEmulatedError for an unknown locale. */
export function createBook(
  id: string,
  body: Clean<sheets_v4.Schema$Spreadsheet>,
  keys: Keys,
  newId: () => number,
): Book {
  const {
    title = 'Untitled spreadsheet',
    locale = DEFAULTS.locale,
    timeZone = DEFAULTS.timeZone,
    ...others
  } = body.properties ?? {};
  refuseOthers('spreadsheets.create', body, BOOK_FIELDS);
  localeRules(locale);
  checkTimeZone(timeZone);
  const meta: BookMeta = {
    properties: { ...others, title, locale, timeZone },
    namedRanges: [],
    developerMetadata: [],
  };
  const draft = new Draft({ id, revision: 0, meta, sheets: [] }, keys);
  draft.editMeta();
  for (const [index, sheet] of (body.sheets ?? []).entries()) addSheet(draft, sheet, index, newId);
  if (draft.sheets.length === 0) draft.addSheet(newSheetMeta(0, 'Sheet1', 0));
  return draft.finish();
}

/** What a body says and the Workspace would not do must not pass in silence. */
function refuseOthers(where: string, body: object, known: string[]): void {
  const other = Object.keys(body).find((name) => !known.includes(name));
  if (other) throw new NotEmulatedError(`${where} with ${other}`);
}

function addSheet(draft: Draft, body: Clean<sheets_v4.Schema$Sheet>, index: number, newId: () => number): void {
  refuseOthers('spreadsheets.create sheets', body, SHEET_FIELDS);
  const { properties = {}, data = [] } = body;
  const title = properties.title ?? `Sheet${index + 1}`;
  if (draft.sheets.some(({ meta }) => meta.properties.title === title)) {
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
  const sheetId = properties.sheetId ?? (index === 0 && !properties.title ? 0 : newId());
  const sheet = draft.addSheet(metaFrom(properties, sheetId, title, index));
  for (const grid of data) {
    refuseOthers('spreadsheets.create data', grid, GRID_FIELDS);
    const { startRow = 0, startColumn = 0, rowData = [] } = grid;
    for (const [offset, { values = [] }] of rowData.entries()) {
      const row = startRow + offset;
      const rect = { startRow: row, endRow: row + 1, startColumn, endColumn: startColumn + values.length };
      const changes = values.map((cell) => cellChange(ALL, cell));
      sheet.map(rect, (cell, _, column) => changes[column - startColumn]?.(cell) ?? cell);
    }
  }
}
