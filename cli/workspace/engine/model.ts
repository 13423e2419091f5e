/**
 * What the engine remembers of a spreadsheet. Books, sheets and rows are never changed in place: an edit makes new
 * ones for what it touches, so undoing an edit is keeping the old book, and saving it is writing what differs.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from './clean.ts';

export type CellFormat = Clean<sheets_v4.Schema$CellFormat>;
export type DataValidationRule = Clean<sheets_v4.Schema$DataValidationRule>;
export type GridRange = Clean<sheets_v4.Schema$GridRange>;
export type ProtectedRange = Clean<sheets_v4.Schema$ProtectedRange>;
export type NamedRange = Clean<sheets_v4.Schema$NamedRange>;
type SheetProperties = Clean<sheets_v4.Schema$SheetProperties>;
export type DimensionProperties = Clean<sheets_v4.Schema$DimensionProperties>;
type DimensionGroup = Clean<sheets_v4.Schema$DimensionGroup>;
export type DeveloperMetadata = Clean<sheets_v4.Schema$DeveloperMetadata>;

export type Chart = Clean<sheets_v4.Schema$EmbeddedChart>;
export type Slicer = Clean<sheets_v4.Schema$Slicer>;
export type ChartSpec = Clean<sheets_v4.Schema$ChartSpec>;

export interface Formula {
  /** With the leading `=`. */
  readonly formula: string;
}

/** What somebody entered in a cell. Dates are serial numbers with a date format. undefined: empty. */
export type Slot = string | number | boolean | Formula | undefined;

/** What a cell has besides its value. Shared between cells, never changed. */
export interface CellStyle {
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: DataValidationRule;
  readonly textFormatRuns?: Clean<sheets_v4.Schema$TextFormatRun>[];
}

export interface Cell {
  readonly value: Slot;
  readonly style: CellStyle | undefined;
}

export interface Row {
  /** Stays with the row wherever it moves; identifies it on disk. */
  readonly key: number;
  /** Both without empty tails. */
  readonly values: readonly Slot[];
  readonly styles: readonly (CellStyle | undefined)[];
  /** Height, hidden; absent for an ordinary row. */
  readonly props?: DimensionProperties;
}

/** A sheet without its cells, in the API's shape, and its columns' widths. */
export interface SheetMeta {
  properties: SheetProperties & { sheetId: number; title: string; index: number };
  /** Only for grids that have cells; other sheets (charts) are not emulated. */
  rowCount: number;
  columnCount: number;
  columns: (DimensionProperties | null)[];
  merges: GridRange[];
  protectedRanges: ProtectedRange[];
  conditionalFormats: Clean<sheets_v4.Schema$ConditionalFormatRule>[];
  basicFilter?: Clean<sheets_v4.Schema$BasicFilter>;
  filterViews: Clean<sheets_v4.Schema$FilterView>[];
  bandedRanges: Clean<sheets_v4.Schema$BandedRange>[];
  charts: Chart[];
  /** Absent in sheets without any. */
  slicers?: Slicer[];
  rowGroups: DimensionGroup[];
  columnGroups: DimensionGroup[];
}

export interface BookMeta {
  properties: Clean<sheets_v4.Schema$SpreadsheetProperties> & { title: string; locale: string; timeZone: string };
  namedRanges: NamedRange[];
  developerMetadata: DeveloperMetadata[];
}

export interface SheetState {
  /** Identifies the sheet on disk. */
  readonly key: number;
  readonly meta: Readonly<SheetMeta>;
  /** As long as the last row that is not blank; blank rows are undefined. */
  readonly rows: readonly (Row | undefined)[];
  /** Whether there may be a formula that fills other cells; where there is none, nobody looks for them. */
  readonly fills: boolean;
}

export interface Book {
  readonly id: string;
  readonly revision: number;
  readonly meta: Readonly<BookMeta>;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetState[];
}

/** Zero-based, the end is not part of it. */
export interface Rect {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

export const isFormula = (value: Slot): value is Formula => typeof value === 'object';

export const cellAt = (sheet: Pick<SheetState, 'rows'>, row: number, column: number): Cell => {
  const line = sheet.rows[row];
  return { value: line?.values[column], style: line?.styles[column] };
};
