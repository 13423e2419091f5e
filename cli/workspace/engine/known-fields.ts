/** The fields that a spreadsheet has, as far down as a mask needs checking. */
import { invalid } from './draft.ts';
import type { Mask } from './field-mask.ts';

type Known = { readonly [name: string]: Known | true };

const CELL: Known = {
  userEnteredValue: true,
  effectiveValue: true,
  formattedValue: true,
  userEnteredFormat: true,
  effectiveFormat: true,
  hyperlink: true,
  note: true,
  textFormatRuns: true,
  dataValidation: true,
  pivotTable: true,
  dataSourceTable: true,
  dataSourceFormula: true,
  chipRuns: true,
};

const SHEET: Known = {
  properties: true,
  data: {
    startRow: true,
    startColumn: true,
    rowData: { values: CELL },
    rowMetadata: true,
    columnMetadata: true,
  },
  merges: true,
  conditionalFormats: true,
  filterViews: true,
  protectedRanges: true,
  basicFilter: true,
  charts: {
    chartId: true,
    spec: true,
    position: { sheetId: true, overlayPosition: true, newSheet: true },
    border: true,
  },
  bandedRanges: true,
  developerMetadata: true,
  rowGroups: true,
  columnGroups: true,
  slicers: true,
  tables: true,
};

const SPREADSHEET: Known = {
  spreadsheetId: true,
  properties: true,
  sheets: SHEET,
  namedRanges: true,
  spreadsheetUrl: true,
  developerMetadata: true,
  dataSources: true,
  dataSourceSchedules: true,
};

/** @throws GoogleError if the mask of a spreadsheets.get names a field that there is not. */
export function checkSpreadsheetMask(mask: Mask): void {
  check(mask, SPREADSHEET, '');
}

function check(mask: Mask, known: Known, prefix: string): void {
  for (const [name, inner] of mask.children) {
    const below = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!below) {
      throw invalid(
        `Request contains an invalid argument. Error expanding 'fields' parameter. Cannot find matching fields for path '${prefix}${name}'.`,
      );
    }
    if (below !== true) check(inner, below, `${prefix}${name}.`);
  }
}
