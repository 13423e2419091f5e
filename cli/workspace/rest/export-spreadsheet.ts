/** Exports of a spreadsheet: one sheet as CSV or TSV, all of them as XLSX; through Drive, or from the page's address. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { Hono } from 'hono';
import { type Cell, type CellValue, writeXlsx } from 'hucre/xlsx';
import { entityNotFound, NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Kernel, Sheets } from '../workspace.ts';
import { authenticate, errorHandler, type GoogleEnv } from './google-envelope.ts';

type Reader = Pick<Sheets, 'get' | 'values'>;

/** What is exported, and for whom. */
interface Wanted {
  actor: User;
  id: string;
  /** The sheet of an export that holds only one; the first one if nobody says. */
  sheetId?: number;
}
type Export = (sheets: Reader, wanted: Wanted) => string | Promise<Uint8Array>;

const EXPORTS: Record<string, Export> = {
  'text/csv': (sheets, wanted) => lines(sheets, wanted, ','),
  'text/tab-separated-values': (sheets, wanted) => lines(sheets, wanted, '\t'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': workbook,
};

const FORMATS: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** @throws NotEmulatedError for a type that the Workspace does not write */
export async function exportSpreadsheet(sheets: Reader, wanted: Wanted, type: string): Promise<Response> {
  const write = EXPORTS[type];
  if (!write) throw new NotEmulatedError(`Drive export of a spreadsheet as ${type}`);
  const content = await write(sheets, wanted);
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, { headers: { 'Content-Type': type } });
}

/** `/spreadsheets/d/{id}/export?format=csv&gid=0`, the address behind the page's download menu. */
export function exportRoutes(kernel: Kernel, sheets: Reader): Hono<GoogleEnv> {
  const app = new Hono<GoogleEnv>();
  app.onError(errorHandler(kernel, 'rpc'));
  app.get('/spreadsheets/d/:id/export', authenticate(kernel), (c) => {
    const { actor } = c.var;
    const format = c.req.query('format') ?? 'xlsx';
    const gid = c.req.query('gid');
    const wanted = { actor, id: c.req.param('id'), ...(gid !== undefined && { sheetId: Number(gid) }) };
    return exportSpreadsheet(sheets, wanted, FORMATS[format] ?? format);
  });
  return app;
}

/** RFC 4180 text; every row has as many cells as the longest, and the last line has no line break, as at Google. */
function lines(sheets: Reader, { actor, id, sheetId }: Wanted, delimiter: string): string {
  const { sheets: tabs = [] } = sheets.get(actor, id, { fields: 'sheets.properties(sheetId,title)' });
  const tab = sheetId === undefined ? tabs[0] : tabs.find(({ properties }) => properties?.sheetId === sheetId);
  if (!tab) throw entityNotFound();
  const title = tab.properties?.title ?? '';
  const { values } = sheets.values.get(actor, id, `'${title.replaceAll("'", "''")}'`);
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
function workbook(sheets: Reader, { actor, id }: Wanted): Promise<Uint8Array> {
  const book = sheets.get(actor, id, {
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
