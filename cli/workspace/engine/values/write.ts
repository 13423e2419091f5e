/** values.update, append and clear on a draft. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ValueParams } from '../../workspace.ts';
import { parseA1, rangeText } from '../a1.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { extend, insert } from '../grid/dimensions.ts';
import { type Edit, guard } from '../grid/protection.ts';
import { isTextFormat, withNumberFormat } from '../grid/style.ts';
import type { Cell, Rect } from '../model.ts';
import { exceeds, type Found, findRange, wholeSheet } from '../ranges.ts';
import { checkNames } from '../requests/read-message.ts';
import { type LocaleRules, localeRules } from './locale.ts';
import { parseEntered } from './parse-entered.ts';
import { checkOption } from './read.ts';
import { findTable } from './table.ts';

/** What a body may say about one cell; null leaves the cell alone. */
type Input = string | number | boolean | null;

/** Where values went. */
export interface Written {
  sheet: DraftSheet;
  rect: Rect;
  rows: number;
  columns: number;
  cells: number;
}

/** @throws GoogleError unless the body has only its own fields and `values` is a list of lists of simple values. */
function readInput(body: sheets_v4.Schema$ValueRange): Input[][] {
  const { values, majorDimension }: { values?: unknown; majorDimension?: string | null } = body;
  checkNames(body, ['range', 'majorDimension', 'values'], 'data');
  checkOption('data.major_dimension', majorDimension ?? undefined, 'Dimension');
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw notAList('data.values', values);
  const lines = values.map((line, index) => {
    if (!Array.isArray(line)) throw notAList(`data.values[${index}]`, line);
    return line.map((value, column) => checkInput(value, index, column));
  });
  return majorDimension === 'COLUMNS' ? transpose(lines) : lines;
}

const notAList = (where: string, value: unknown) =>
  invalid(`Invalid value at '${where}' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(value)}`);

function checkInput(value: unknown, row: number, column: number): Input {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') {
    throw invalid(`Invalid values[${row}][${column}]: ${Array.isArray(value) ? 'list_value' : 'struct_value'} {}`);
  }
  return value as Input;
}

function transpose(lines: Input[][]): Input[][] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, index) => lines.map((line) => line[index] ?? null));
}

/** @throws GoogleError unless it is RAW or USER_ENTERED. */
function checkInputOption(option: string | null | undefined): 'RAW' | 'USER_ENTERED' {
  checkOption('value_input_option', option ?? undefined, 'ValueInputOption');
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw invalid("'valueInputOption' is required but not specified");
}

/** The cell after one value is put into it. */
function enter(cell: Cell, value: Input, option: 'RAW' | 'USER_ENTERED', locale: LocaleRules): Cell {
  if (value === null) return cell;
  if (option === 'RAW') return { ...cell, value: value === '' ? undefined : value };
  const isText = isTextFormat(cell.style);
  if (typeof value !== 'string') return { ...cell, value: isText ? String(value) : value };
  return enterText(cell, value, locale);
}

/** The cell after somebody types a text into it. */
export function enterText(cell: Cell, text: string, locale: LocaleRules): Cell {
  const entered = parseEntered(text, locale, isTextFormat(cell.style));
  const keepsFormat = !entered.format || cell.style?.userEnteredFormat?.numberFormat !== undefined;
  if (keepsFormat || !entered.format) return { value: entered.value, style: cell.style };
  return { value: entered.value, style: withNumberFormat(cell.style, entered.format) };
}

/** Puts the values at the top left of the rectangle, without looking at protections. */
function writeInput(
  edit: Edit,
  sheet: DraftSheet,
  at: Rect,
  lines: Input[][],
  option: 'RAW' | 'USER_ENTERED',
): Written {
  const locale = localeRules(edit.draft.meta.properties.locale);
  const rows = lines.length;
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const rect: Rect = {
    startRow: at.startRow,
    endRow: at.startRow + Math.max(rows, 1),
    startColumn: at.startColumn,
    endColumn: at.startColumn + Math.max(columns, 1),
  };
  if (rows > 0 && columns > 0) {
    guard(edit, sheet, rect);
    sheet.map(rect, (cell, row, column) =>
      enter(cell, lines[row - rect.startRow]?.[column - rect.startColumn] ?? null, option, locale),
    );
  }
  const cells = lines.reduce((sum, line) => sum + line.filter((value) => value !== null).length, 0);
  return { sheet, rect, rows: columns > 0 ? rows : 0, columns, cells };
}

export function updateValues(
  edit: Edit,
  range: string,
  body: sheets_v4.Schema$ValueRange,
  params: ValueParams,
): Written {
  const lines = readInput(body);
  const option = checkInputOption(params.valueInputOption);
  const { sheet, rect } = findRange(edit.draft, range);
  checkSameRange(edit, range, body.range);
  checkFits(sheet, rect, range, lines);
  return writeInput(edit, sheet, rect, lines, option);
}

function checkSameRange(edit: Edit, asked: string, stated: string | null | undefined): void {
  if (!stated || stated === asked) return;
  const [a, b] = [findRange(edit.draft, asked), findRange(edit.draft, stated)];
  const text = ({ sheet, rect }: Found<DraftSheet>) => rangeText(sheet.meta.properties.title, rect);
  if (text(a) !== text(b)) throw invalid(`Request range[${asked}] does not match value's range[${stated}]`);
}

/** A range of one cell only says where to begin; any other also says where to end. */
function checkFits(sheet: DraftSheet, rect: Rect, range: string, lines: Input[][]): void {
  const rows = lines.length;
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const needed = { ...rect, endRow: rect.startRow + rows, endColumn: rect.startColumn + columns };
  const grid = wholeSheet(sheet);
  const single = rect.endRow - rect.startRow === 1 && rect.endColumn - rect.startColumn === 1;
  const cells = parseA1(range)?.cells;
  const tooLow = !single && cells?.endRow !== undefined && needed.endRow > rect.endRow;
  const tooWide = !single && cells?.endColumn !== undefined && needed.endColumn > rect.endColumn;
  if (tooLow || tooWide) {
    const text = rangeText(sheet.meta.properties.title, rect);
    const where = tooLow ? `row [${rect.endRow + 1}]` : `column [${columnName(rect.endColumn)}]`;
    throw invalid(`Requested writing within range [${text}], but tried writing to ${where}`);
  }
  if (needed.endRow > grid.endRow || needed.endColumn > grid.endColumn) throw exceeds(sheet, needed);
}

const columnName = (index: number) =>
  rangeText('X', { startRow: 0, endRow: 1, startColumn: index, endColumn: index + 1 }).slice(2, -1);

export interface Appended extends Written {
  /** The table that was found, as text; absent if the range had no values. */
  tableRange?: string;
}

export function appendValues(
  edit: Edit,
  range: string,
  body: sheets_v4.Schema$ValueRange,
  params: ValueParams,
): Appended {
  const lines = readInput(body);
  const option = checkInputOption(params.valueInputOption);
  checkOption('insert_data_option', params.insertDataOption, 'InsertDataOption');
  const { sheet, rect } = findRange(edit.draft, range);
  const table = findTable(sheet, rect);
  const startRow = table ? table.endRow : rect.startRow;
  const startColumn = (table ?? rect).startColumn;
  const columns = Math.max(0, ...lines.map((line) => line.length));
  extend(edit.draft, sheet, 'COLUMNS', startColumn + columns - sheet.meta.columnCount);
  if (params.insertDataOption === 'INSERT_ROWS' && startRow < sheet.meta.rowCount && lines.length > 0) {
    insert(edit.draft, sheet, { dimension: 'ROWS', start: startRow, end: startRow + lines.length }, 'before');
  }
  extend(edit.draft, sheet, 'ROWS', startRow + lines.length - sheet.meta.rowCount);
  const at = { startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 };
  const written = writeInput(edit, sheet, at, lines, option);
  return { ...written, ...(table && { tableRange: rangeText(sheet.meta.properties.title, table) }) };
}

/** Empties the cells, keeping their formats. Returns the range as text. */
export function clearValues(edit: Edit, range: string): string {
  const { sheet, rect } = findRange(edit.draft, range);
  guard(edit, sheet, rect);
  const used = { ...rect, endRow: Math.min(rect.endRow, sheet.rows.length) };
  sheet.map(used, ({ style }) => ({ value: undefined, style }));
  return rangeText(sheet.meta.properties.title, rect);
}
