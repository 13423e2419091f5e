/** findReplace: puts one text in place of another in a range, a sheet or everywhere. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { regular } from '../find-text.ts';
import { type Edit, guard } from '../grid/protection.ts';
import { type Cell, isFormula, type Rect } from '../model.ts';
import { gridRect, wholeSheet } from '../ranges.ts';
import { type LocaleRules, localeRules } from '../values/locale.ts';
import { displayed } from '../values/view.ts';
import { enterText } from '../values/write.ts';

type Request = Clean<sheets_v4.Schema$FindReplaceRequest>;

function areas(edit: Edit, request: Request): { sheet: DraftSheet; rect: Rect }[] {
  if (request.range) {
    const sheet = edit.draft.sheet(request.range.sheetId);
    return [{ sheet, rect: gridRect(sheet, request.range) }];
  }
  const sheets = request.allSheets ? edit.draft.sheets : [edit.draft.sheet(request.sheetId)];
  return sheets.map((sheet) => ({ sheet, rect: wholeSheet(sheet) }));
}

function pattern(request: Request): RegExp {
  if (!request.find) throw invalid('find must be specified.');
  const source = request.searchByRegex ? request.find : request.find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return regular(request.matchEntireCell ? `^(?:${source})$` : source, request.matchCase ? 'gu' : 'giu');
}

interface Count {
  occurrencesChanged: number;
  valuesChanged: number;
  formulasChanged: number;
  rowsChanged: number;
  sheetsChanged: number;
}

export function findReplace(edit: Edit, request: Request) {
  const find = pattern(request);
  const literal = (request.replacement ?? '').replaceAll('$', '$$$$');
  const replacement = request.searchByRegex ? (request.replacement ?? '') : literal;
  const locale = localeRules(edit.draft.meta.properties.locale);
  const count: Count = {
    occurrencesChanged: 0,
    valuesChanged: 0,
    formulasChanged: 0,
    rowsChanged: 0,
    sheetsChanged: 0,
  };

  const replaceIn = (sheet: DraftSheet, row: number, column: number): boolean => {
    const cell = sheet.cell(row, column);
    const text = searchedText(cell, request, locale);
    const hits = text?.match(find)?.length ?? 0;
    if (text === undefined || hits === 0) return false;
    const at = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    guard(edit, sheet, at);
    sheet.map(at, () => enterText(cell, text.replace(find, replacement), locale));
    count.occurrencesChanged += hits;
    count[isFormula(cell.value) ? 'formulasChanged' : 'valuesChanged'] += 1;
    return true;
  };

  for (const { sheet, rect } of areas(edit, request)) {
    const rows = new Set<number>();
    for (const { row, column } of usedCells(sheet, rect)) if (replaceIn(sheet, row, column)) rows.add(row);
    count.rowsChanged += rows.size;
    count.sheetsChanged += rows.size > 0 ? 1 : 0;
  }
  return { findReplace: Object.fromEntries(Object.entries(count).filter(([, value]) => value > 0)) };
}

function* usedCells({ rows }: DraftSheet, rect: Rect): Iterable<{ row: number; column: number }> {
  for (let row = rect.startRow; row < Math.min(rect.endRow, rows.length); row++) {
    const end = Math.min(rect.endColumn, rows[row]?.values.length ?? 0);
    for (let column = rect.startColumn; column < end; column++) yield { row, column };
  }
}

/** What is displayed; formulas only if the request asks for them. */
function searchedText(cell: Cell, request: Request, locale: LocaleRules): string | undefined {
  if (cell.value === undefined) return undefined;
  if (isFormula(cell.value)) return request.includeFormulas ? cell.value.formula : undefined;
  return displayed(cell.value, cell.style, locale);
}
