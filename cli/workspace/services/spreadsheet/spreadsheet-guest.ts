/** Spreadsheets, sheets, ranges and text search as a script sees them. Where a range lies is known; what it holds is a call. */
import { call, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';
import { sharingMembers } from '../sharing-guest.ts';
import { a1 } from './a1.ts';
import type { Block, CellFacts, SheetFacts, TextQuery } from './facts.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type TextFinder = GoogleAppsScript.Spreadsheet.TextFinder;

const NAME = 'SpreadsheetApp.Spreadsheet';
/** How long a toast stays unless told otherwise. */
const TOAST_SECONDS = 5;

export function createSpreadsheet(id: string): Spreadsheet {
  const { viewers, ...editors } = sharingMembers<Spreadsheet>(NAME, id, () => spreadsheet);
  const spreadsheet: Spreadsheet = strict<Spreadsheet>(NAME, {
    ...editors,
    ...viewers,
    getId: () => id,
    getUrl: () => `${facts().origin}/spreadsheets/d/${id}/edit`,
    getName: () => call<string>(`${NAME}.getName`, id),
    copy: (...args: unknown[]) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch(`${NAME}.copy`, args);
      return createSpreadsheet(call<string>(`${NAME}.copy`, id, args[0]));
    },
    getSpreadsheetTimeZone: () => call<string>(`${NAME}.getSpreadsheetTimeZone`, id),
    getSheetByName: (...args: unknown[]) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch(`${NAME}.getSheetByName`, args);
      const sheet = call<SheetFacts | null>(`${NAME}.getSheetByName`, id, args[0]);
      return sheet ? createSheet(sheet) : (null as unknown as Sheet);
    },
    createTextFinder: (...args: unknown[]) => {
      const [text] = args;
      if (args.length !== 1 || typeof text !== 'string') throw mismatch(`${NAME}.createTextFinder`, args);
      return createTextFinder({ spreadsheetId: id }, text);
    },
    toast: (...args: unknown[]) => {
      const [message, title = '', seconds = TOAST_SECONDS] = args;
      if (typeof message !== 'string' || args.length > 3) throw mismatch(`${NAME}.toast`, args);
      call(`${NAME}.toast`, message, String(title ?? ''), Number(seconds ?? TOAST_SECONDS));
    },
  });
  return spreadsheet;
}

const fromFacts = (cell: CellFacts): unknown => (typeof cell === 'object' ? new Date(cell.instant) : cell);

export function createSheet(known: SheetFacts): Sheet {
  const sheet: Sheet = strict<Sheet>('SpreadsheetApp.Sheet', {
    getName: () => known.name,
    getSheetId: () => known.sheetId,
    getParent: () => createSpreadsheet(known.spreadsheetId),
    createTextFinder: (...args: unknown[]) => {
      const [text] = args;
      if (args.length !== 1 || typeof text !== 'string') throw mismatch('SpreadsheetApp.Sheet.createTextFinder', args);
      return createTextFinder(known, text);
    },
  });
  return sheet;
}

export function createRange(sheet: SheetFacts, block: Block): Range {
  const values = (): unknown[][] =>
    call<CellFacts[][]>('SpreadsheetApp.Range.getValues', sheet, block).map((row) => row.map(fromFacts));
  return strict<Range>('SpreadsheetApp.Range', {
    getRow: () => block.row,
    getColumn: () => block.column,
    getNumRows: () => block.rows,
    getNumColumns: () => block.columns,
    getLastRow: () => block.row + block.rows - 1,
    getLastColumn: () => block.column + block.columns - 1,
    getA1Notation: () => a1(block),
    getSheet: () => createSheet(sheet),
    getValues: values,
    getDisplayValues: () => call<string[][]>('SpreadsheetApp.Range.getDisplayValues', sheet, block),
    getValue: () => {
      const first = { ...block, rows: 1, columns: 1 };
      const [[cell = ''] = []] = call<CellFacts[][]>('SpreadsheetApp.Range.getValue', sheet, first);
      return fromFacts(cell);
    },
  });
}

/** A place in a sheet; a search through one sheet leaves the sheet out. */
type Hit = Pick<Block, 'row' | 'column'> & { sheet?: SheetFacts };

/** @param where one sheet, or a whole spreadsheet */
function createTextFinder(where: SheetFacts | Pick<SheetFacts, 'spreadsheetId'>, text: string): TextFinder {
  const query: TextQuery = { text, matchEntireCell: false, matchCase: false, regex: false };
  let last: Hit | undefined;
  const option = (key: 'matchEntireCell' | 'matchCase' | 'regex') => (value: boolean) => {
    query[key] = value;
    return finder;
  };
  const rangeOf = ({ row, column, sheet }: Hit) =>
    createRange(sheet ?? (where as SheetFacts), { row, column, rows: 1, columns: 1 });
  const isAfter = (hit: Hit) => !last || hit.row > last.row || (hit.row === last.row && hit.column > last.column);
  const finder: TextFinder = strict<TextFinder>('SpreadsheetApp.TextFinder', {
    matchEntireCell: option('matchEntireCell'),
    matchCase: option('matchCase'),
    useRegularExpression: option('regex'),
    findAll: () => call<Hit[]>('SpreadsheetApp.TextFinder.findAll', where, query).map(rangeOf),
    findNext: () => {
      const next = call<Hit[]>('SpreadsheetApp.TextFinder.findNext', where, query).find(isAfter);
      last = next;
      return next ? rangeOf(next) : null;
    },
  });
  return finder;
}
