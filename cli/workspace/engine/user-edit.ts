/** What a person types or pastes in the grid: parsed, checked against validation and protection, then kept. */
import { GoogleError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Sheets, UserEdit } from '../workspace.ts';
import { cellsText } from './a1.ts';
import type { Books } from './books.ts';
import { type DraftSheet, invalid } from './draft.ts';
import { extend } from './grid/dimensions.ts';
import { type Edit, mayEdit, protectionsOn } from './grid/protection.ts';
import type { Cell, Rect } from './model.ts';
import { findRange } from './ranges.ts';
import { violates } from './validation.ts';
import { localeRules } from './values/locale.ts';
import { createView, displayed } from './values/view.ts';
import { enterText } from './values/write.ts';

type Typed = Parameters<Sheets['userEdit']>[2];

const PROTECTED =
  'Anda mencoba mengedit sel atau objek yang dilindungi. Hubungi pemilik spreadsheet untuk menghapus perlindungan jika Anda perlu mengedit.';
const WARNING =
  'Anda mencoba mengedit bagian dari spreadsheet ini yang tidak boleh diubah sembarangan. Yakin ingin mengeditnya?';

/** @throws GoogleError as the page shows it: PERMISSION_DENIED, INVALID_ARGUMENT (validation), or a warning to confirm. */
export function userEdit(books: Books, actor: User, id: string, typed: Typed): UserEdit {
  return books.edit(actor, id, (edit) => {
    const { sheet, rect } = target(edit, typed);
    const single = typed.values.length === 1 && typed.values[0]?.length === 1;
    checkProtection(edit, sheet, rect, typed.confirmed ?? false);
    const before = single ? shownText(edit, sheet, rect) : '';
    const locale = localeRules(edit.draft.meta.properties.locale);
    const enter = (cell: Cell, row: number, column: number): Cell => {
      const text = typed.values[row - rect.startRow]?.[column - rect.startColumn];
      if (text === undefined) return cell;
      if (text === null) return { ...cell, value: undefined };
      return enterText(cell, text, locale);
    };
    sheet.map(rect, enter);
    if (single) checkValidation(edit, sheet, rect);
    const after = single ? shownText(edit, sheet, rect) : '';
    return {
      spreadsheetId: id,
      sheetId: sheet.id,
      sheetName: sheet.meta.properties.title,
      row: rect.startRow + 1,
      column: rect.startColumn + 1,
      rows: rect.endRow - rect.startRow,
      columns: rect.endColumn - rect.startColumn,
      ...(after !== '' && { value: after }),
      ...(before !== '' && { oldValue: before }),
    };
  });
}

/** Pasting past the end of the grid makes it larger, as the page does. */
function target(edit: Edit, typed: Typed): { sheet: DraftSheet; rect: Rect } {
  const { sheet, rect } = findRange(edit.draft, typed.range);
  const height = typed.values.length;
  const width = Math.max(0, ...typed.values.map((line) => line.length));
  if (height === 0 || width === 0) throw invalid('Tidak ada isi yang diketik.');
  extend(edit.draft, sheet, 'ROWS', rect.startRow + height - sheet.meta.rowCount);
  extend(edit.draft, sheet, 'COLUMNS', rect.startColumn + width - sheet.meta.columnCount);
  return { sheet, rect: { ...rect, endRow: rect.startRow + height, endColumn: rect.startColumn + width } };
}

function checkProtection(edit: Edit, sheet: DraftSheet, rect: Rect, confirmed: boolean): void {
  for (const protection of protectionsOn(edit.draft, sheet, rect)) {
    if (protection.warningOnly) {
      if (!confirmed) throw new GoogleError('FAILED_PRECONDITION', WARNING, 'warning');
    } else if (!mayEdit(edit, protection)) throw new GoogleError('PERMISSION_DENIED', PROTECTED, 'protected');
  }
}

/** What Apps Script's event calls value and oldValue: the text, for dates and numbers without their format. */
function shownText(edit: Edit, sheet: DraftSheet, rect: Rect): string {
  const view = createView({ meta: edit.draft.meta, sheets: edit.draft.sheets }, edit.now);
  const value = view.effective(sheet, rect.startRow, rect.startColumn);
  return displayed(value, undefined, localeRules('en_US'));
}

/** Only typing is checked. Sheets lets a paste replace the rule's cells whatever the values are. */
function checkValidation(edit: Edit, sheet: DraftSheet, rect: Rect): void {
  const { style } = sheet.cell(rect.startRow, rect.startColumn);
  const rule = style?.dataValidation;
  if (!rule?.strict) return;
  const view = createView({ meta: edit.draft.meta, sheets: edit.draft.sheets }, edit.now);
  const value = view.effective(sheet, rect.startRow, rect.startColumn);
  if (!violates(view, edit.draft, sheet, rule, value)) return;
  const help = rule.inputMessage ? ` ${rule.inputMessage}` : '';
  throw invalid(
    `Data yang Anda masukkan di sel ${cellsText(rect)} melanggar aturan validasi data yang ditetapkan pada sel ini.${help}`,
  );
}
