/** What a new spreadsheet is given besides cells, as the requests that would add it afterwards. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from './clean.ts';

type Body = Clean<sheets_v4.Schema$Spreadsheet>;
type Sheet = NonNullable<Body['sheets']>[number];
type Request = sheets_v4.Schema$Request;

/** @param sheetIds the ids that the sheets of the body got, in their order */
export function requestsOf(body: Body, sheetIds: readonly number[]): Request[] {
  return [
    ...(body.sheets ?? []).flatMap((sheet, index) => sheetRequests(sheet, sheetIds[index] ?? 0)),
    ...(body.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...(body.developerMetadata ?? []).map((item) => ({
      createDeveloperMetadata: { developerMetadata: { ...item, location: { spreadsheet: true } } },
    })),
  ];
}

function sheetRequests(sheet: Sheet, sheetId: number): Request[] {
  const here = <T extends object>(range: T | undefined) => ({ ...range, sheetId });
  const { basicFilter } = sheet;
  return [
    ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range: here(range), mergeType: 'MERGE_ALL' } })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({
      addConditionalFormatRule: { rule: { ...rule, ranges: (rule.ranges ?? []).map(here) }, index },
    })),
    ...(sheet.bandedRanges ?? []).map((band) => ({
      addBanding: { bandedRange: { ...band, range: here(band.range) } },
    })),
    ...(basicFilter ? [{ setBasicFilter: { filter: { ...basicFilter, range: here(basicFilter.range) } } }] : []),
    ...(sheet.filterViews ?? []).map((view) => ({ addFilterView: { filter: { ...view, range: here(view.range) } } })),
    ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
    ...(sheet.slicers ?? []).map((slicer) => ({ addSlicer: { slicer } })),
    ...[...(sheet.rowGroups ?? []), ...(sheet.columnGroups ?? [])].map(({ range }) => ({
      addDimensionGroup: { range: here(range) },
    })),
    ...(sheet.developerMetadata ?? []).map((item) => ({
      createDeveloperMetadata: { developerMetadata: { ...item, location: { sheetId } } },
    })),
    ...(sheet.data ?? []).flatMap((grid) => [
      ...sizes(sheetId, 'ROWS', grid.startRow ?? 0, grid.rowMetadata ?? []),
      ...sizes(sheetId, 'COLUMNS', grid.startColumn ?? 0, grid.columnMetadata ?? []),
    ]),
    // Last, so that what is protected can still be made by somebody who may not edit it afterwards.
    ...(sheet.protectedRanges ?? []).map((protection) => ({
      addProtectedRange: { protectedRange: { ...protection, range: here(protection.range) } },
    })),
  ];
}

const sizes = (
  sheetId: number,
  dimension: string,
  start: number,
  items: Clean<sheets_v4.Schema$DimensionProperties>[],
): Request[] =>
  items.map((properties, index) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: start + index, endIndex: start + index + 1 },
      properties,
      fields: 'pixelSize,hiddenByUser',
    },
  }));
