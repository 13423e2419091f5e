/** Keeps the references in formulas and rules on the cells they meant when rows, columns or titles change. */
import { quoteTitle } from '../a1.ts';
import type { Draft, DraftSheet } from '../draft.ts';
import type { Shift } from '../grid/shift.ts';
import { type CellStyle, type DataValidationRule, isFormula, type Row, type Slot } from '../model.ts';
import { type Corner, type Reference, rewriteReferences, unquote } from './reference.ts';

type Change = (formula: string) => string;

/** The formula as it reads after being copied by so many rows and columns. */
export function translate(formula: string, rows: number, columns: number): string {
  const move = (at: Corner): Corner => ({
    ...at,
    ...(at.row !== undefined && !at.rowFixed && { row: at.row + rows }),
    ...(at.column !== undefined && !at.columnFixed && { column: at.column + columns }),
  });
  const outside = ({ row = 0, column = 0 }: Corner) => row < 0 || column < 0;
  return rewriteReferences(formula, (reference) => {
    const [from, to] = [move(reference.from), move(reference.to)];
    return outside(from) || outside(to) ? undefined : { ...reference, from, to };
  });
}

export const translateSlot = (value: Slot, rows: number, columns: number): Slot =>
  isFormula(value) ? { formula: translate(value.formula, rows, columns) } : value;

/** Moves what formulas and rules anywhere in the book say about the changed sheet. */
export function adjustFormulas(draft: Draft, changed: DraftSheet, shift: Shift): void {
  const title = changed.meta.properties.title.toLowerCase();
  replaceFormulas(
    draft,
    (sheet) => (formula) =>
      rewriteReferences(formula, (reference) => {
        const about =
          reference.title === undefined ? sheet === changed : unquote(reference.title).toLowerCase() === title;
        return about ? shiftReference(reference, shift) : reference;
      }),
  );
}

function shiftReference(reference: Reference, { dimension, span }: Shift): Reference | undefined {
  const key = dimension === 'ROWS' ? 'row' : 'column';
  const { from, to } = reference;
  const [start, last] = [from[key], to[key]];
  if (start === undefined && last === undefined) return reference;
  const moved = span(start ?? 0, last === undefined ? Number.MAX_SAFE_INTEGER : last + 1);
  if (!moved) return undefined;
  return {
    ...reference,
    from: start === undefined ? from : { ...from, [key]: moved[0] },
    to: last === undefined ? to : { ...to, [key]: moved[1] - 1 },
  };
}

/** Makes formulas and rules follow a sheet to its new title. */
export function renameInFormulas(draft: Draft, before: string, after: string): void {
  const wanted = before.toLowerCase();
  const rename = (reference: Reference): Reference => {
    const mine = reference.title !== undefined && unquote(reference.title).toLowerCase() === wanted;
    return mine ? { ...reference, title: quoteTitle(after) } : reference;
  };
  replaceFormulas(draft, () => (formula) => rewriteReferences(formula, rename));
}

/** Rewrites every formula of the book: in cells, in validation rules and in conditional formats. */
function replaceFormulas(draft: Draft, changeFor: (sheet: DraftSheet) => Change): void {
  for (const sheet of draft.sheets) {
    const change = changeFor(sheet);
    const restyle = styleChange(change);
    const changed: [number, Row][] = [];
    for (const [index, row] of sheet.rows.entries()) {
      const next = row && changeRow(row, change, restyle);
      if (next && next !== row) changed.push([index, next]);
    }
    if (changed.length > 0) {
      const rows = sheet.editRows();
      for (const [index, row] of changed) rows[index] = row;
    }
    if (sheet.meta.conditionalFormats.length > 0) changeFormats(sheet, change);
  }
}

function changeRow(row: Row, change: Change, restyle: (style: CellStyle | undefined) => CellStyle | undefined): Row {
  const values = row.values.some(isFormula)
    ? row.values.map((value) => (isFormula(value) ? { formula: change(value.formula) } : value))
    : row.values;
  const styles = row.styles.some((style) => restyle(style) !== style) ? row.styles.map(restyle) : row.styles;
  return values === row.values && styles === row.styles ? row : { ...row, values, styles };
}

/** Answers the same object for a style without formulas, so that most rows stay as they are. */
function styleChange(change: Change): (style: CellStyle | undefined) => CellStyle | undefined {
  const known = new Map<CellStyle, CellStyle>();
  return (style) => {
    if (!style?.dataValidation) return style;
    const found = known.get(style);
    if (found) return found;
    const dataValidation = changeCondition(style.dataValidation, change);
    const next = dataValidation === style.dataValidation ? style : { ...style, dataValidation };
    known.set(style, next);
    return next;
  };
}

function changeCondition(rule: DataValidationRule, change: Change): DataValidationRule {
  const values = rule.condition?.values ?? [];
  const next = values.map((value) => changeValue(value, change));
  return next.every((value, index) => value === values[index])
    ? rule
    : { ...rule, condition: { ...rule.condition, values: next } };
}

function changeValue<T extends { userEnteredValue?: string }>(value: T, change: Change): T {
  const text = value.userEnteredValue;
  if (!text?.startsWith('=')) return value;
  const changed = change(text);
  return changed === text ? value : { ...value, userEnteredValue: changed };
}

function changeFormats(sheet: DraftSheet, change: Change): void {
  for (const { booleanRule } of sheet.editMeta().conditionalFormats) {
    const { condition } = booleanRule ?? {};
    if (condition?.values) condition.values = condition.values.map((value) => changeValue(value, change));
  }
}
