/** The cells of charts' ranges, of all charts of a sheet at once: formulas are worked out once for each reading. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { quoted } from '../book.ts';

export type Source = sheets_v4.Schema$ChartData | null | undefined;
type Range = sheets_v4.Schema$GridRange;
type Cell = sheets_v4.Schema$CellData;
type Spreadsheet = sheets_v4.Schema$Spreadsheet;

const FIELDS =
  'sheets(properties(sheetId),data(rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata(hiddenByUser),rowData(values(formattedValue,effectiveValue,userEnteredFormat(numberFormat)))))';

/** The cells of a source in their order, without hidden ones unless the strategy shows them. */
export type CellsOf = (source: Source, strategy: string) => Cell[];

interface Shown extends Range {
  rows: number;
  columns: number;
}

/** @param book its sheets with their sizes */
export function sourceReader(
  get: (options: { ranges: string[]; includeGridData: boolean; fields: string }) => Spreadsheet,
  book: Spreadsheet,
  sources: Source[],
): CellsOf {
  const wanted = new Map(sources.flatMap(rangesOf).map((range) => [JSON.stringify(range), range]));
  const found = new Map<string, { data: sheets_v4.Schema$GridData; size: Shown }>();
  const named = [...wanted].flatMap(([key, range]) => {
    const at = locate(book, range);
    return at ? [{ key, ...at }] : [];
  });
  const answer =
    named.length > 0 ? get({ ranges: named.map(({ a1 }) => a1), includeGridData: true, fields: FIELDS }) : {};
  for (const { properties, data = [] } of answer.sheets ?? []) {
    // The parts of a sheet stand in the order in which they were asked for.
    const here = named.filter(({ size }) => (size.sheetId ?? 0) === (properties?.sheetId ?? 0));
    for (const [index, { key, size }] of here.entries()) found.set(key, { data: data[index] ?? {}, size });
  }
  return (source, strategy) =>
    rangesOf(source).flatMap((range) => {
      const part = found.get(JSON.stringify(range));
      return part ? visibleCells(part.data, part.size, strategy) : [];
    });
}

const rangesOf = (source: Source): Range[] => source?.sourceRange?.sources ?? [];

function locate(book: Spreadsheet, range: Range): { a1: string; size: Shown } | undefined {
  const sheet = book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === (range.sheetId ?? 0));
  if (!sheet?.properties) return undefined;
  const { title, gridProperties } = sheet.properties;
  const [top, left] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0];
  const bottom = range.endRowIndex ?? gridProperties?.rowCount ?? 0;
  const right = range.endColumnIndex ?? gridProperties?.columnCount ?? 0;
  return {
    a1: `${quoted(title ?? '')}!R${top + 1}C${left + 1}:R${bottom}C${right}`,
    size: { ...range, rows: bottom - top, columns: right - left },
  };
}

function visibleCells(
  { rowData = [], rowMetadata = [], columnMetadata = [] }: sheets_v4.Schema$GridData,
  { rows, columns }: Shown,
  strategy: string,
): Cell[] {
  const skipRows = strategy.includes('ROWS');
  const skipColumns = strategy.includes('COLUMNS');
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    const { hiddenByUser, hiddenByFilter } = rowMetadata[row] ?? {};
    if (skipRows && (hiddenByUser || hiddenByFilter)) continue;
    for (let column = 0; column < columns; column++) {
      if (skipColumns && columnMetadata[column]?.hiddenByUser) continue;
      cells.push(rowData[row]?.values?.[column] ?? {});
    }
  }
  return cells;
}
