/** Drive's exports of a spreadsheet: the first sheet as CSV or TSV, all of them as XLSX. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Sheets } from '../workspace.ts';

type Reader = Pick<Sheets, 'get' | 'values'>;
type Export = (sheets: Reader, actor: User, spreadsheetId: string) => string | Promise<Uint8Array>;

const EXPORTS: Record<string, Export> = {
  'text/csv': (...from) => lines(...from, ','),
  'text/tab-separated-values': (...from) => lines(...from, '\t'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': workbook,
};

/** @throws NotEmulatedError for a type that the Workspace does not write */
export function exportSpreadsheet(sheets: Reader, actor: User, id: string, type: string) {
  const write = EXPORTS[type];
  if (!write) throw new NotEmulatedError(`Drive export of a spreadsheet as ${type}`);
  return write(sheets, actor, id);
}

/** RFC 4180 text; every row has as many cells as the longest, and the last line has no line break, as at Google. */
function lines(sheets: Reader, actor: User, spreadsheetId: string, delimiter: string): string {
  const { sheets: tabs = [] } = sheets.get(actor, spreadsheetId, { fields: 'sheets.properties.title' });
  const title = tabs[0]?.properties?.title ?? '';
  const { values } = sheets.values.get(actor, spreadsheetId, `'${title.replaceAll("'", "''")}'`);
  const rows: unknown[][] = values ?? [];
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (row: unknown[]) => Array.from({ length: width }, (_, column) => field(row[column], delimiter));
  return rows.map((row) => line(row).join(delimiter)).join('\r\n');
}

/** A tab has no escape in tab-separated text: Google writes a space for it and for a line break. */
function field(value: unknown, delimiter: string): string {
  const text = value === undefined || value === null ? '' : String(value);
  if (delimiter === '\t') return text.replace(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Values with their number formats; formulas as what they give. */
function workbook(sheets: Reader, actor: User, spreadsheetId: string): Promise<Uint8Array> {
  const book = sheets.get(actor, spreadsheetId, {
    fields:
      'sheets(properties.title,data.rowData.values(effectiveValue,formattedValue,userEnteredFormat.numberFormat))',
  });
  return writeXlsx({
    sheets: (book.sheets ?? []).map(({ properties, data }) => {
      const rows = (data?.[0]?.rowData ?? []).map(({ values }) => values ?? []);
      const cells = new Map<string, Partial<Cell>>();
      for (const [row, line] of rows.entries()) {
        for (const [column, { userEnteredFormat }] of line.entries()) {
          const numFmt = userEnteredFormat?.numberFormat?.pattern;
          if (numFmt) cells.set(`${row},${column}`, { style: { numFmt } });
        }
      }
      return { name: properties?.title ?? '', rows: rows.map((line) => line.map(worth)), cells };
    }),
  });
}

function worth({ effectiveValue, formattedValue }: sheets_v4.Schema$CellData): CellValue {
  const { stringValue, numberValue, boolValue } = effectiveValue ?? {};
  return stringValue ?? numberValue ?? boolValue ?? formattedValue ?? null;
}
