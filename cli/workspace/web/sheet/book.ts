/** Reads a spreadsheet for its page, always with the rights of the signed-in user. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { collectLists, colour, projectCell } from './cells.ts';
import type { WireBook, WireRows, WireSheet } from './wire.ts';

type Books = Pick<Workspace, 'sheets' | 'files'>;

/** Rows that one request may ask for. */
export const MAX_WINDOW = 500;

const PROPERTIES = 'properties(title),sheets(properties)';
const CELLS =
  'sheets(data(columnMetadata(pixelSize,hiddenByUser),rowData(values(formattedValue,userEnteredValue,effectiveValue,userEnteredFormat,note,dataValidation))))';

/** @throws GoogleError when the user may not read the spreadsheet. */
export function readBook({ sheets, files }: Books, user: User, id: string): WireBook {
  const book = sheets.get(user, id, { fields: PROPERTIES });
  const role = files.role(user, id);
  return {
    title: book.properties?.title ?? '',
    revision: sheets.revision(id),
    canEdit: role === 'owner' || role === 'writer',
    sheets: (book.sheets ?? [])
      .map((sheet) => sheet.properties ?? {})
      .filter((properties) => !properties.hidden)
      .map(wireSheet),
  };
}

function wireSheet(properties: sheets_v4.Schema$SheetProperties): WireSheet {
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
  };
}

/**
 * Rows `from` to `to` (excluded) of a visible sheet; undefined if there is no such sheet.
 * @throws GoogleError when the user may not read the spreadsheet.
 */
export function readRows(
  books: Books,
  user: User,
  id: string,
  window: { sheetId: number; from: number; to: number },
): WireRows | undefined {
  const { sheets } = books;
  const sheet = readBook(books, user, id).sheets.find(({ sheetId }) => sheetId === window.sheetId);
  if (!sheet) return undefined;
  const from = Math.max(0, window.from);
  const to = Math.min(window.to, from + MAX_WINDOW, sheet.rows);
  const revision = sheets.revision(id);
  if (to <= from) return { revision, from, rows: [], lists: [] };
  const range = `${quoted(sheet.title)}!${from + 1}:${to}`;
  const answer = sheets.get(user, id, { ranges: [range], includeGridData: true, fields: CELLS });
  const data = answer.sheets?.[0]?.data?.[0];
  const lists = collectLists((source) => {
    const { values = [] } = sheets.values.get(user, id, source);
    return (values ?? []).flat().map(String);
  });
  const rows = (data?.rowData ?? []).map((row) => (row.values ?? []).map((cell) => projectCell(cell, lists)));
  return { revision, from, rows, lists: lists.all, ...(from === 0 ? columnLayout(data) : {}) };
}

function columnLayout(data: sheets_v4.Schema$GridData | undefined): Pick<WireRows, 'widths' | 'hidden'> {
  const columns = data?.columnMetadata ?? [];
  return {
    widths: columns.map((column) => column.pixelSize ?? null),
    hidden: columns.flatMap((column, index) => (column.hiddenByUser ? [index] : [])),
  };
}

/** A sheet's title as A1 notation wants it. */
const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;
