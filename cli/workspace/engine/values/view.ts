/** A book as somebody reads it: the values that formulas give, and text as the number formats show it. */

import type { ValueParams } from '../../workspace.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import { type Book, type Cell, type CellStyle, cellAt, isFormula, type SheetState } from '../model.ts';
import { type LocaleRules, localeRules } from './locale.ts';
import { formatAutomatic, formatNumber, isDatePattern } from './number-format.ts';
import { type CellError, isError, type Scalar, type View } from './scalar.ts';
import { place, type Spill, spillOf, withSpill } from './spill.ts';

export function createView(book: Pick<Book, 'meta' | 'sheets'>, now: number): View {
  const results = new Map<string, Scalar>();
  const spills = new Map<number, Spill>();
  const names = new Map(book.meta.namedRanges.map(({ name = '', range }) => [name.toLowerCase(), range]));

  const spill = (sheet: SheetState): Spill => {
    const before = spills.get(sheet.key);
    if (before) return before;
    const made: Spill = { own: new Map(), filled: new Map(), rows: 0 };
    spills.set(sheet.key, made);
    spillOf(sheet, ({ row, column, formula }) => evaluateFormula(view, sheet, row, column, formula), made);
    return made;
  };
  const computed = (sheet: SheetState, row: number, column: number, formula: string): Scalar => {
    const filling = spill(sheet).own.get(place(row, column));
    if (filling !== undefined) return filling;
    const name = `${sheet.key}/${row}/${column}`;
    if (!results.has(name)) {
      results.set(name, CIRCULAR);
      results.set(name, evaluateFormula(view, sheet, row, column, formula)[0]?.[0]);
    }
    return results.get(name);
  };
  const view: View = {
    sheets: book.sheets,
    locale: localeRules(book.meta.properties.locale),
    timeZone: book.meta.properties.timeZone,
    now,
    namedRange: (name) => names.get(name.toLowerCase()),
    effective(sheet, row, column) {
      const { value } = cellAt(sheet, row, column);
      if (value === undefined) return spill(sheet).filled.get(row)?.get(column);
      return isFormula(value) ? computed(sheet, row, column, value.formula) : value;
    },
    shown: (sheet) => withSpill(sheet, spill(sheet)),
    usedRows: (sheet) => Math.max(sheet.rows.length, spill(sheet).rows),
  };
  return view;
}

/** What a formula sees that depends on itself. */
const CIRCULAR: CellError = { text: '#REF!', type: 'REF', message: 'Circular dependency detected.' };

/** The text in the grid. */
export function displayed(value: Scalar, style: CellStyle | undefined, locale: LocaleRules): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isError(value)) return value.text;
  const format = style?.userEnteredFormat?.numberFormat;
  return format ? formatNumber(value, format, locale) : formatAutomatic(value, locale);
}

/** A cell as the values API gives it. undefined for an empty one. */
export function render(
  view: View,
  sheet: SheetState,
  at: { row: number; column: number },
  params: ValueParams,
): string | number | boolean | undefined {
  const cell = cellAt(sheet, at.row, at.column);
  if (cell.value === undefined) return undefined;
  const option = params.valueRenderOption ?? 'FORMATTED_VALUE';
  if (option === 'FORMULA' && isFormula(cell.value)) return cell.value.formula;
  const value = isFormula(cell.value) ? view.effective(sheet, at.row, at.column) : cell.value;
  if (value === undefined || isError(value)) return value?.text;
  if (typeof value === 'string') return value;
  const asText = option === 'FORMATTED_VALUE' || (params.dateTimeRenderOption === 'FORMATTED_STRING' && isDate(cell));
  return asText ? displayed(value, cell.style, view.locale) : value;
}

const isDate = ({ style }: Cell): boolean => {
  const format = style?.userEnteredFormat?.numberFormat;
  return format !== undefined && isDatePattern(format.type, format.pattern);
};
