/** A tab as rows by header text; where a column stands is the office's business. */
import { hurufKolom } from '#domain/format/sel.ts';
import { EXIT, UserError } from '../errors.ts';
import { asking } from './persist.ts';
import type { Office } from './target.ts';

export type Row = Readonly<Record<string, string>>;

/** A tab's name in A1 notation. */
export const quoted = (tab: string): string => `'${tab.replace(/'/g, "''")}'`;

const NO_RANGE = 400;

/** Values of ranges, all at one moment. @throws UserError as `asking`, and code 5 when a tab is not there */
export async function readRanges({ sheets }: Office, spreadsheetId: string, ranges: string[]): Promise<string[][][]> {
  const wanted = { spreadsheetId, ranges, valueRenderOption: 'UNFORMATTED_VALUE' };
  const { valueRanges = [] } = await asking(
    (options) => sheets.spreadsheets.values.batchGet(wanted, options),
    (data) => data.valueRanges?.length === ranges.length,
    { [NO_RANGE]: `Spreadsheet ini tidak punya tab ${ranges[0]?.split('!')[0]}. Minta admin memperbaiki register.` },
  );
  return valueRanges.map(({ values = [] }) => (values ?? []).map((row) => row.map(String)));
}

/** All rows of a tab. */
export async function readTab(office: Office, spreadsheetId: string, tab: string): Promise<Row[]> {
  const [[header = [], ...rows] = []] = await readRanges(office, spreadsheetId, [quoted(tab)]);
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}

/**
 * Letters of columns by their header.
 * @throws UserError code 5 that names what is missing
 */
export async function columnLetters<C extends string>(
  office: Office,
  spreadsheetId: string,
  tab: string,
  columns: readonly C[],
): Promise<Record<C, string>> {
  const [[header = []] = []] = await readRanges(office, spreadsheetId, [`${quoted(tab)}!1:1`]);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const names = missing.join(', ');
    throw new UserError(EXIT.conflict, `Tab ${tab} tidak punya kolom ${names}. Minta admin memperbaiki register.`);
  }
  return Object.fromEntries(columns.map((column) => [column, hurufKolom(header.indexOf(column))])) as Record<C, string>;
}

/** Some columns of a tab, row by row; the first row below the header comes first, empty rows stay. */
export async function readColumns<C extends string>(
  office: Office,
  spreadsheetId: string,
  tab: string,
  columns: readonly C[],
): Promise<Record<C, string>[]> {
  const letters = await columnLetters(office, spreadsheetId, tab, columns);
  const ranges = columns.map((column) => `${quoted(tab)}!${letters[column]}2:${letters[column]}`);
  const cells = await readRanges(office, spreadsheetId, ranges);
  const rows = Math.max(...cells.map(({ length }) => length));
  return Array.from(
    { length: rows },
    (_, row) =>
      Object.fromEntries(columns.map((column, i) => [column, cells[i]?.[row]?.[0] ?? ''])) as Record<C, string>,
  );
}
