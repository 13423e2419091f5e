/** SpreadsheetApp on the main thread, over the same engine as the Sheets API. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { zonedParts } from '../../runtime/guest/zone.ts';
import type { Handlers, Host } from '../../runtime/host.ts';
import { ScriptError } from '../../runtime/script-error.ts';
import type { UiEffect } from '../../workspace.ts';
import type { HtmlPage } from '../html/guest.ts';
import { sharingOf } from '../sharing.ts';
import { a1, quoted } from './a1.ts';
import type { Block, CellFacts, SheetFacts, TextQuery } from './facts.ts';

const TAB_FIELDS = 'sheets.properties(sheetId,title)';
const CELL_FIELDS = 'properties.timeZone,sheets.data.rowData.values(effectiveValue,userEnteredFormat.numberFormat)';
const DATE_TYPES = ['DATE', 'TIME', 'DATE_TIME'];
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. */
const EPOCH = Date.UTC(1899, 11, 30);

/** @throws ScriptError in SpreadsheetApp's words when the user may not open it */
function requireAccess({ workspace, user }: Host, id: string): string {
  if (!workspace.files.role(user, id))
    throw new ScriptError('You do not have permission to access the requested document.');
  return id;
}

function properties(host: Host, id: string): sheets_v4.Schema$SpreadsheetProperties {
  requireAccess(host, id);
  const fields = 'properties(title,timeZone)';
  return host.workspace.sheets.get(host.user, id, { fields }).properties ?? {};
}

function tabs(host: Host, id: string): SheetFacts[] {
  requireAccess(host, id);
  const { sheets = [] } = host.workspace.sheets.get(host.user, id, { fields: TAB_FIELDS });
  return sheets.map(({ properties: tab }) => ({
    spreadsheetId: id,
    sheetId: tab?.sheetId ?? 0,
    name: tab?.title ?? '',
  }));
}

/** The sheet that is open in the page, or the first one. */
function active(host: Host, id: string, name: string | null): SheetFacts {
  const all = tabs(host, id);
  const sheet = all.find((tab) => tab.name === name) ?? all[0];
  if (!sheet) throw new ScriptError('The spreadsheet has no sheet.');
  return sheet;
}

/** Other people may have renamed the sheet since: its id says which it is. */
function rangeText(host: Host, sheet: SheetFacts, block: Block): string {
  const current = tabs(host, sheet.spreadsheetId).find(({ sheetId }) => sheetId === sheet.sheetId);
  if (!current) throw new ScriptError('Sheet does not exist or was deleted.');
  return `${quoted(current.name)}!${a1(block)}`;
}

/** A rectangle of the block's size, whatever the answer leaves out at its ends. */
const filled = <T>(block: Block, cellAt: (row: number, column: number) => T): T[][] =>
  Array.from({ length: block.rows }, (_, row) =>
    Array.from({ length: block.columns }, (__, column) => cellAt(row, column)),
  );

function values(host: Host, sheet: SheetFacts, block: Block): CellFacts[][] {
  const spreadsheet = host.workspace.sheets.get(host.user, sheet.spreadsheetId, {
    ranges: [rangeText(host, sheet, block)],
    includeGridData: true,
    fields: CELL_FIELDS,
  });
  const rows = spreadsheet.sheets?.[0]?.data?.[0]?.rowData ?? [];
  const zone = spreadsheet.properties?.timeZone ?? 'Etc/GMT';
  return filled(block, (row, column) => cellFacts(rows[row]?.values?.[column], zone));
}

function cellFacts(cell: sheets_v4.Schema$CellData | undefined, zone: string): CellFacts {
  const value = cell?.effectiveValue;
  const { numberValue } = value ?? {};
  if (typeof numberValue === 'number') {
    const isDate = DATE_TYPES.includes(cell?.userEnteredFormat?.numberFormat?.type ?? '');
    return isDate ? { instant: instantOf(numberValue, zone) } : numberValue;
  }
  return value?.stringValue ?? value?.boolValue ?? value?.errorValue?.message ?? '';
}

/** The instant at which a clock in the spreadsheet's zone shows this serial date. */
function instantOf(serial: number, zone: string): number {
  const wall = EPOCH + Math.round(serial * DAY_MS);
  return wall - zonedParts(wall, zone).offsetMinutes * 60_000;
}

/** Hits of one sheet, or of every sheet of a spreadsheet, each with its sheet. */
function find(host: Host, where: SheetFacts | Pick<SheetFacts, 'spreadsheetId'>, query: TextQuery): object[] {
  const { workspace, user } = host;
  const search = (sheetId: number) => workspace.sheets.findText(user, where.spreadsheetId, { sheetId, ...query });
  if ('sheetId' in where) return search(where.sheetId);
  return tabs(host, where.spreadsheetId).flatMap((sheet) => search(sheet.sheetId).map((hit) => ({ ...hit, sheet })));
}

const size = ({ width, height }: HtmlPage) => ({
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
});

export const spreadsheetHandlers = {
  'SpreadsheetApp.getActiveSheet': active,
  'SpreadsheetApp.getActiveRange': active,
  'SpreadsheetApp.getCurrentCell': active,
  'SpreadsheetApp.openById': requireAccess,
  // Every write is in the spreadsheet at once; the call still costs what it costs at Google.
  'SpreadsheetApp.flush': () => undefined,
  'SpreadsheetApp.Spreadsheet.getName': (host, id: string) => properties(host, id).title,
  'SpreadsheetApp.Spreadsheet.copy': (host, id: string, name: string) =>
    host.workspace.sheets.copy(host.user, requireAccess(host, id), name),
  'SpreadsheetApp.Spreadsheet.getSpreadsheetTimeZone': (host, id: string) => properties(host, id).timeZone,
  'SpreadsheetApp.Spreadsheet.getSheetByName': (host, id: string, name: string) =>
    tabs(host, id).find((tab) => tab.name === name) ?? null,
  'SpreadsheetApp.Spreadsheet.toast': ({ ui }, message: string, title: string, seconds: number) => {
    ui.push({ kind: 'toast', title, message, seconds });
  },
  'SpreadsheetApp.Spreadsheet.getEditors': sharingOf.getEditors,
  'SpreadsheetApp.Spreadsheet.getViewers': sharingOf.getViewers,
  'SpreadsheetApp.Spreadsheet.addEditor': sharingOf.addEditor,
  'SpreadsheetApp.Spreadsheet.removeEditor': sharingOf.removeEditor,
  'SpreadsheetApp.Spreadsheet.removeViewer': sharingOf.removeViewer,
  'SpreadsheetApp.Range.getValues': values,
  'SpreadsheetApp.Range.getValue': values,
  'SpreadsheetApp.Range.getDisplayValues': (host, sheet: SheetFacts, block: Block) => {
    const range = rangeText(host, sheet, block);
    const rows: unknown[][] = host.workspace.sheets.values.get(host.user, sheet.spreadsheetId, range).values ?? [];
    return filled(block, (row, column) => String(rows[row]?.[column] ?? ''));
  },
  'SpreadsheetApp.TextFinder.findAll': find,
  'SpreadsheetApp.TextFinder.findNext': find,
  'Ui.Menu.addToUi': ({ ui }, name: string, items: Extract<UiEffect, { kind: 'menu' }>['items']) => {
    ui.push({ kind: 'menu', name, items });
  },
  'Ui.alert': ({ ui }, title: string, prompt: string) => {
    ui.push({ kind: 'alert', title, prompt });
  },
  'Ui.showSidebar': ({ ui }, page: HtmlPage) => {
    const { width } = page;
    ui.push({ kind: 'sidebar', title: page.title, html: page.html, ...(width !== undefined && { width }) });
  },
  'Ui.showModalDialog': ({ ui }, page: HtmlPage) => {
    ui.push({ kind: 'modal', title: page.title, html: page.html, ...size(page) });
  },
  'Ui.showModelessDialog': ({ ui }, page: HtmlPage) => {
    ui.push({ kind: 'modeless', title: page.title, html: page.html, ...size(page) });
  },
} satisfies Handlers;
