/** Requests about text that comes from outside or needs tidying: pasteData, textToColumns, trimWhitespace. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { parseCsv } from 'hucre/csv';
import { NotEmulatedError } from '../../errors.ts';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { extend } from '../grid/dimensions.ts';
import { type Edit, guard } from '../grid/protection.ts';
import type { Rect } from '../model.ts';
import { gridRect } from '../ranges.ts';
import { localeRules } from '../values/locale.ts';
import { enterText } from '../values/write.ts';

/** Writes lines of text at a place as if somebody typed them; the grid grows where it is too small. */
function typeLines(edit: Edit, sheet: DraftSheet, at: { row: number; column: number }, lines: string[][]): void {
  const height = lines.length;
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (height === 0 || width === 0) return;
  const rect: Rect = {
    startRow: at.row,
    endRow: at.row + height,
    startColumn: at.column,
    endColumn: at.column + width,
  };
  guard(edit, sheet, rect);
  extend(edit.draft, sheet, 'ROWS', rect.endRow - sheet.meta.rowCount);
  extend(edit.draft, sheet, 'COLUMNS', rect.endColumn - sheet.meta.columnCount);
  const locale = localeRules(edit.draft.meta.properties.locale);
  sheet.map(rect, (cell, row, column) => {
    const text = lines[row - at.row]?.[column - at.column];
    return text === undefined ? cell : enterText(cell, text, locale);
  });
}

export function pasteData(edit: Edit, request: Clean<sheets_v4.Schema$PasteDataRequest>): void {
  const { coordinate, data = '', delimiter, html, type = 'PASTE_NORMAL' } = request;
  if (html) throw new NotEmulatedError('pasteData of html');
  if (!delimiter) throw invalid('delimiter or html must be specified.');
  // Plain text has no format to paste, so that the other kinds have nothing to do.
  if (!['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMULA', 'PASTE_NO_BORDERS'].includes(type)) return;
  const sheet = edit.draft.sheet(coordinate?.sheetId);
  const at = { row: coordinate?.rowIndex ?? 0, column: coordinate?.columnIndex ?? 0 };
  typeLines(edit, sheet, at, splitLines(data, delimiter));
}

/** Lines of delimited text; a field in quotes may hold the delimiter and line breaks. */
const splitLines = (data: string, delimiter: string): string[][] =>
  parseCsv(data, { delimiter }).map((line) => line.map((field) => String(field ?? '')));

const DELIMITERS: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

export function textToColumns(edit: Edit, request: Clean<sheets_v4.Schema$TextToColumnsRequest>): void {
  const sheet = edit.draft.sheet(request.source?.sheetId);
  const rect = gridRect(sheet, request.source ?? {});
  if (rect.endColumn - rect.startColumn !== 1) throw invalid('The source range must span exactly one column.');
  const texts: { row: number; text: string }[] = [];
  for (let row = rect.startRow; row < Math.min(rect.endRow, sheet.rows.length); row++) {
    const { value } = sheet.cell(row, rect.startColumn);
    if (typeof value === 'string') texts.push({ row, text: value });
  }
  const delimiter = delimiterOf(
    request,
    texts.map(({ text }) => text),
  );
  for (const { row, text } of texts) {
    const [line = []] = splitLines(text, delimiter);
    typeLines(edit, sheet, { row, column: rect.startColumn }, [line]);
  }
}

/** Found by itself, the delimiter is the one that occurs most. */
function delimiterOf(request: Clean<sheets_v4.Schema$TextToColumnsRequest>, texts: string[]): string {
  const { delimiterType = 'AUTODETECT', delimiter } = request;
  if (delimiterType === 'CUSTOM') {
    if (!delimiter) throw invalid('delimiter must be specified for a custom delimiter type.');
    return delimiter;
  }
  if (delimiterType !== 'AUTODETECT') return DELIMITERS[delimiterType] ?? ',';
  const count = (mark: string) => texts.reduce((sum, text) => sum + text.split(mark).length - 1, 0);
  return [',', ';', '.', ' '].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The text stays text, also if it now begins like a formula. */
export function trimWhitespace(edit: Edit, request: Clean<sheets_v4.Schema$TrimWhitespaceRequest>) {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  let cellsChangedCount = 0;
  sheet.map({ ...rect, endRow: Math.min(rect.endRow, sheet.rows.length) }, (cell) => {
    if (typeof cell.value !== 'string') return cell;
    const trimmed = cell.value.trim().replace(/\s+/g, ' ');
    if (trimmed === cell.value) return cell;
    cellsChangedCount++;
    return { ...cell, value: trimmed === '' ? undefined : trimmed };
  });
  return { trimWhitespace: cellsChangedCount > 0 ? { cellsChangedCount } : {} };
}
