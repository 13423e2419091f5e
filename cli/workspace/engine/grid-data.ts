/** spreadsheets.get: a book in the API's shape, with or without its cells. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../users.ts';
import { ALL, inside, type Mask, selects } from './field-mask.ts';
import { mayEdit } from './grid/protection.ts';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from './limits.ts';
import {
  type Book,
  type Cell,
  type CellFormat,
  type CellStyle,
  cellAt,
  type DeveloperMetadata,
  isFormula,
  type Rect,
  type SheetMeta,
  type SheetState,
} from './model.ts';
import { type Found, wholeSheet } from './ranges.ts';
import { isError, type Scalar, type View } from './values/scalar.ts';
import { displayed } from './values/view.ts';

export interface Reader {
  view: View;
  actor: User;
  owner: boolean;
  origin: string;
}

/** What a book shows. @param found the ranges that are asked for; none for all of every sheet */
export function showBook(
  reader: Reader,
  book: Book,
  { found, withData, mask }: { found: Found<SheetState>[]; withData: boolean; mask: Mask },
): sheets_v4.Schema$Spreadsheet {
  const shown =
    found.length > 0 ? book.sheets.filter((sheet) => found.some((item) => item.sheet === sheet)) : book.sheets;
  const sheetMask = inside(mask, 'sheets') ?? ALL;
  const { namedRanges, developerMetadata, properties } = book.meta;
  return {
    spreadsheetId: book.id,
    properties: { autoRecalc: 'ON_CHANGE', defaultFormat: DEFAULT_FORMAT, ...properties },
    sheets: shown.map((sheet) => {
      const rects =
        found.length > 0 ? found.filter((item) => item.sheet === sheet).map(({ rect }) => rect) : [wholeSheet(sheet)];
      const cells = withData && inside(sheetMask, 'data');
      return {
        ...showSheet(reader, sheet),
        ...metadataOf(developerMetadata, ({ sheetId }) => sheetId === sheet.meta.properties.sheetId),
        ...(cells && { data: rects.map((rect) => gridData(reader.view, sheet, rect, cells)) }),
      };
    }),
    ...(namedRanges.length > 0 && { namedRanges }),
    ...metadataOf(developerMetadata, ({ spreadsheet }) => spreadsheet === true),
    spreadsheetUrl: `${reader.origin}/spreadsheets/d/${book.id}/edit`,
  };
}

type MetadataLocation = NonNullable<DeveloperMetadata['location']>;

/** The developer metadata that hangs at one place, as an entry of that place; nothing if there is none. */
function metadataOf(
  all: readonly DeveloperMetadata[],
  here: (location: MetadataLocation) => boolean,
): { developerMetadata?: DeveloperMetadata[] } {
  const developerMetadata = all.filter(({ location }) => location && here(location));
  return developerMetadata.length > 0 ? { developerMetadata } : {};
}

const white = { red: 1, green: 1, blue: 1 };

/** How a cell looks that nobody formatted. */
const DEFAULT_FORMAT: sheets_v4.Schema$CellFormat = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white },
};

/** A sheet's properties with the size of its grid. */
export function sheetProperties(meta: Readonly<SheetMeta>): sheets_v4.Schema$SheetProperties {
  const { rowCount, columnCount, properties } = meta;
  return { ...properties, gridProperties: { rowCount, columnCount, ...properties.gridProperties } };
}

function showSheet(reader: Reader, { meta }: SheetState): sheets_v4.Schema$Sheet {
  const lists = {
    merges: meta.merges,
    protectedRanges: meta.protectedRanges.map((protection) => ({
      ...protection,
      ...((mayEdit(reader, protection) || protection.warningOnly) && { requestingUserCanEdit: true }),
    })),
    conditionalFormats: meta.conditionalFormats,
    filterViews: meta.filterViews,
    bandedRanges: meta.bandedRanges,
    charts: meta.charts,
    slicers: meta.slicers ?? [],
    rowGroups: meta.rowGroups,
    columnGroups: meta.columnGroups,
  };
  const present = Object.entries(lists).filter(([, list]) => list.length > 0);
  return {
    properties: sheetProperties(meta),
    // A copy: what a caller does with an answer must not reach the book.
    ...structuredClone(Object.fromEntries(present)),
    ...(meta.basicFilter && { basicFilter: meta.basicFilter }),
  };
}

function gridData(view: View, sheet: SheetState, rect: Rect, mask: Mask): sheets_v4.Schema$GridData {
  const rowData = selects(mask, 'rowData', 'values') ? showRows(view, sheet, rect, valueMask(mask)) : [];
  const { columns } = sheet.meta;
  return {
    ...(rect.startRow > 0 && { startRow: rect.startRow }),
    ...(rect.startColumn > 0 && { startColumn: rect.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    ...(selects(mask, 'rowMetadata') && {
      rowMetadata: span(rect.startRow, rect.endRow, (row) => ({
        pixelSize: DEFAULT_ROW_PIXELS,
        ...sheet.rows[row]?.props,
      })),
    }),
    ...(selects(mask, 'columnMetadata') && {
      columnMetadata: span(rect.startColumn, rect.endColumn, (column) => ({
        pixelSize: DEFAULT_COLUMN_PIXELS,
        ...columns[column],
      })),
    }),
  };
}

const valueMask = (mask: Mask): Mask => inside(inside(mask, 'rowData') ?? ALL, 'values') ?? ALL;

const span = <T>(start: number, end: number, make: (index: number) => T): T[] =>
  Array.from({ length: end - start }, (_, offset) => make(start + offset));

function showRows(view: View, sheet: SheetState, rect: Rect, mask: Mask): sheets_v4.Schema$RowData[] {
  const lines: sheets_v4.Schema$RowData[] = [];
  const shown = view.shown(sheet);
  const end = Math.min(rect.endRow, shown.rows.length);
  for (let row = rect.startRow; row < end; row++) {
    const values: sheets_v4.Schema$CellData[] = [];
    const line = shown.rows[row];
    const last = Math.min(rect.endColumn, Math.max(line?.values.length ?? 0, line?.styles.length ?? 0));
    for (let column = rect.startColumn; column < last; column++) values.push(showCell(view, sheet, row, column, mask));
    while (values.length > 0 && isEmpty(values.at(-1))) values.pop();
    lines.push(values.length > 0 ? { values } : {});
  }
  while (lines.length > 0 && isEmpty(lines.at(-1))) lines.pop();
  return lines;
}

const isEmpty = (value: object | undefined) => value === undefined || Object.keys(value).length === 0;

/** Each field of a cell, worked out only if the mask asks for it. */
function showCell(view: View, sheet: SheetState, row: number, column: number, mask: Mask): sheets_v4.Schema$CellData {
  const { value, style } = cellAt(sheet, row, column);
  const effective = value === undefined || isFormula(value) ? view.effective(sheet, row, column) : value;
  if (effective === undefined && style === undefined) return {};
  const wants = (name: string) => inside(mask, name) !== undefined;
  return {
    ...(value !== undefined &&
      wants('userEnteredValue') && {
        userEnteredValue: isFormula(value) ? { formulaValue: value.formula } : extended(value),
      }),
    ...(effective !== undefined && wants('effectiveValue') && { effectiveValue: extended(effective) }),
    ...(effective !== undefined &&
      wants('formattedValue') && { formattedValue: displayed(effective, style, view.locale) }),
    ...showStyle(style, wants),
    ...(wants('hyperlink') && linkOf(cellAt(sheet, row, column))),
    ...(wants('effectiveFormat') && { effectiveFormat: effectiveFormat(style?.userEnteredFormat) }),
  };
}

function effectiveFormat(own: CellFormat = {}): sheets_v4.Schema$CellFormat {
  return { ...DEFAULT_FORMAT, ...own, textFormat: { ...DEFAULT_FORMAT.textFormat, ...own.textFormat } };
}

const HYPERLINK = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i;

/** Where a cell as a whole links to: by its format, or by the function that it consists of. */
function linkOf({ value, style }: Cell): { hyperlink?: string } {
  const written = isFormula(value) ? HYPERLINK.exec(value.formula)?.[1]?.replaceAll('""', '"') : undefined;
  const hyperlink = written ?? style?.userEnteredFormat?.textFormat?.link?.uri;
  return hyperlink ? { hyperlink } : {};
}

function showStyle(style: CellStyle | undefined, wants: (name: string) => boolean): sheets_v4.Schema$CellData {
  if (!style) return {};
  return Object.fromEntries(Object.entries(style).filter(([name]) => wants(name)));
}

/** A value in the API's shape. */
function extended(value: Exclude<Scalar, undefined>): sheets_v4.Schema$ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return isError(value) ? { errorValue: { type: value.type, message: value.message } } : {};
}
