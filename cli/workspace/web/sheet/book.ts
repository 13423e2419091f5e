/** Reads a spreadsheet for its page, always with the rights of the signed-in user. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { collectLists, colour, projectCell } from './cells.ts';
import { type Conditional, conditional } from './conditional.ts';
import type { Runs } from './runs.ts';
import type { WireBook, WireCell, WireRows, WireSheet } from './wire.ts';

type Books = Pick<Workspace, 'sheets' | 'files'>;

/** Rows that one request may ask for. */
const MAX_WINDOW = 500;

const PROPERTIES = 'properties(title),sheets(properties,filterViews(filterViewId,title),charts(chartId))';
const CELLS =
  'properties(locale),sheets(conditionalFormats,data(columnMetadata(pixelSize,hiddenByUser),rowData(values(formattedValue,userEnteredValue,effectiveValue,userEnteredFormat,note,dataValidation))))';

/** @throws GoogleError when the user may not read the spreadsheet. */
export function readBook({ sheets, files }: Books, user: User, id: string): WireBook {
  const book = sheets.get(user, id, { fields: PROPERTIES });
  const role = files.role(user, id);
  return {
    title: book.properties?.title ?? '',
    revision: sheets.revision(id),
    canEdit: role === 'owner' || role === 'writer',
    sheets: (book.sheets ?? []).filter(({ properties }) => !properties?.hidden).map(wireSheet),
  };
}

/** Undefined if there is none or it is hidden. @throws GoogleError when the user may not read the spreadsheet. */
export const visibleSheet = (books: Books, user: User, id: string, sheetId: number): WireSheet | undefined =>
  readBook(books, user, id).sheets.find((sheet) => sheet.sheetId === sheetId);

function wireSheet({ properties = {}, filterViews = [], charts = [] }: sheets_v4.Schema$Sheet): WireSheet {
  const grid = properties.gridProperties ?? {};
  const tabColor = colour(properties.tabColorStyle?.rgbColor ?? properties.tabColor);
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title ?? '',
    rows: grid.rowCount ?? 0,
    columns: grid.columnCount ?? 0,
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    ...(tabColor ? { tabColor } : {}),
    ...(filterViews.length > 0 && {
      views: filterViews.map(({ filterViewId, title }) => ({ id: filterViewId ?? 0, title: title ?? '' })),
    }),
    ...(charts.length > 0 && { charts: true as const }),
  };
}

/**
 * Rows of a visible sheet, at most `MAX_WINDOW`; undefined if there is no such sheet.
 * @throws GoogleError when the user may not read the spreadsheet.
 */
export function readRows(
  books: Books,
  user: User,
  id: string,
  { sheetId, runs }: { sheetId: number; runs: Runs },
): WireRows | undefined {
  const { sheets } = books;
  const sheet = visibleSheet(books, user, id, sheetId);
  if (!sheet) return undefined;
  const revision = sheets.revision(id);
  const wanted = clip(runs, sheet.rows);
  const from = wanted[0]?.[0] ?? runs[0]?.[0] ?? 0;
  if (wanted.length === 0) return { revision, from, rows: [], lists: [] };
  const ranges = wanted.map(([first, end]) => `${quoted(sheet.title)}!${first + 1}:${end}`);
  const shown = sheets.get(user, id, { ranges, includeGridData: true, fields: CELLS });
  const answer = shown.sheets?.[0];
  const locale = shown.properties?.locale ?? 'en_US';
  const lists = collectLists((source) => {
    const { values = [] } = sheets.values.get(user, id, source);
    return (values ?? []).flat().map(String);
  });
  const rules = conditional(answer?.conditionalFormats ?? [], sheet.columns);
  const rows = wanted.flatMap(([first, end], index) =>
    Array.from({ length: end - first }, (_, offset) => {
      const cells = answer?.data?.[index]?.rowData?.[offset]?.values ?? [];
      return projectRow(cells, first + offset, rules, (cell) => projectCell(cell, lists, locale));
    }),
  );
  return { revision, from, rows, lists: lists.all, ...columnLayout(answer?.data?.[0]) };
}

/** Leaves out rows that do not exist, and those beyond what one answer carries. */
function clip(runs: Runs, rows: number): Runs {
  let left = MAX_WINDOW;
  return runs.flatMap(([from, to]): Runs => {
    const end = Math.min(to, rows, from + left);
    left -= Math.max(0, end - from);
    return end > from ? [[from, end]] : [];
  });
}

function projectRow(
  cells: sheets_v4.Schema$CellData[],
  row: number,
  rules: Conditional,
  project: (cell: sheets_v4.Schema$CellData) => WireCell | null,
): (WireCell | null)[] {
  return Array.from({ length: Math.max(cells.length, rules.width) }, (_, column) => {
    const cell = project(cells[column] ?? {});
    const look = rules.look(row, column, cell?.v ?? '');
    return Object.keys(look).length > 0 ? { ...cell, ...look } : cell;
  });
}

/** Displayed texts of a column from the top to the last filled cell. */
export function columnTexts(books: Books, user: User, id: string, sheet: WireSheet, column: number): string[] {
  if (column >= sheet.columns) return [];
  const range = `${quoted(sheet.title)}!R1C${column + 1}:R${sheet.rows}C${column + 1}`;
  const { values } = books.sheets.values.get(user, id, range);
  return (values ?? []).map((line) => String(line[0] ?? ''));
}

function columnLayout(data: sheets_v4.Schema$GridData | undefined): Pick<WireRows, 'widths' | 'hidden'> {
  const columns = data?.columnMetadata ?? [];
  return {
    widths: columns.map((column) => column.pixelSize ?? null),
    hidden: columns.flatMap((column, index) => (column.hiddenByUser ? [index] : [])),
  };
}

/** A sheet's title as A1 notation wants it. */
export const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;
