/** Keeps the references in formulas on the cells they meant when rows and columns move. */
import { columnIndex, columnLetters, quoteTitle } from '../a1.ts';
import type { Draft, DraftSheet } from '../draft.ts';
import type { Shift } from '../grid/shift.ts';
import { isFormula, type SheetState, type Slot } from '../model.ts';

/** A reference with an optional sheet title, or text in quotes (left alone). */
const REFERENCE =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?::(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*))?(?![\w(.])/g;

interface Corner {
  columnFixed: boolean;
  column: number;
  rowFixed: boolean;
  row: number;
}

const corner = ([columnFixed, letters, rowFixed, digits]: (string | undefined)[]): Corner => ({
  columnFixed: columnFixed === '$',
  column: columnIndex(letters ?? 'A'),
  rowFixed: rowFixed === '$',
  row: Number(digits) - 1,
});

const cornerText = ({ columnFixed, column, rowFixed, row }: Corner): string =>
  `${columnFixed ? '$' : ''}${columnLetters(column)}${rowFixed ? '$' : ''}${row + 1}`;

/** Rewrites each reference; `change` answers undefined for one whose cells are gone. */
function rewrite(
  formula: string,
  change: (title: string | undefined, from: Corner, to: Corner) => [Corner, Corner] | undefined,
): string {
  return formula.replace(REFERENCE, (whole, ...groups: (string | undefined)[]) => {
    if (whole.startsWith('"')) return whole;
    const [title, ...rest] = groups;
    const from = corner(rest.slice(0, 4));
    const single = rest[5] === undefined;
    const moved = change(title, from, single ? from : corner(rest.slice(4, 8)));
    if (!moved) return '#REF!';
    const prefix = title ? `${title}!` : '';
    return `${prefix}${cornerText(moved[0])}${single ? '' : `:${cornerText(moved[1])}`}`;
  });
}

/** The formula as it reads after being copied by so many rows and columns. */
export function translate(formula: string, rows: number, columns: number): string {
  const move = (at: Corner): Corner => ({
    ...at,
    row: at.rowFixed ? at.row : at.row + rows,
    column: at.columnFixed ? at.column : at.column + columns,
  });
  return rewrite(formula, (_, from, to) => {
    const moved = [move(from), move(to)] as const;
    return moved.some(({ row, column }) => row < 0 || column < 0) ? undefined : [moved[0], moved[1]];
  });
}

export const translateSlot = (value: Slot, rows: number, columns: number): Slot =>
  isFormula(value) ? { formula: translate(value.formula, rows, columns) } : value;

/** Rewrites every formula of the book. */
function replaceFormulas(draft: Draft, change: (formula: string, sheet: DraftSheet) => string): void {
  for (const sheet of draft.sheets) {
    if (!hasFormulas(sheet)) continue;
    const rows = sheet.editRows();
    for (const [index, row] of rows.entries()) {
      if (!row?.values.some(isFormula)) continue;
      const values = row.values.map((value) => (isFormula(value) ? { formula: change(value.formula, sheet) } : value));
      rows[index] = { ...row, values };
    }
  }
}

/** Moves what formulas anywhere in the book say about the changed sheet. */
export function adjustFormulas(draft: Draft, changed: DraftSheet, shift: Shift): void {
  replaceFormulas(draft, (formula, sheet) => adjust(formula, sheet === changed, changed, shift));
}

/** Makes formulas follow a sheet to its new title. */
export function renameInFormulas(draft: Draft, before: string, after: string): void {
  replaceFormulas(draft, (formula) =>
    formula.replace(TITLE, (whole, title: string | undefined) =>
      title !== undefined && unquote(title).toLowerCase() === before.toLowerCase() ? `${quoteTitle(after)}!` : whole,
    ),
  );
}

/** A title before an exclamation mark, or text in quotes (left alone). */
const TITLE = /"(?:[^"]|"")*"|('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/gu;

const hasFormulas = ({ rows }: Pick<SheetState, 'rows'>): boolean => rows.some((row) => row?.values.some(isFormula));

function adjust(formula: string, same: boolean, changed: DraftSheet, { dimension, span }: Shift): string {
  return rewrite(formula, (title, from, to) => {
    const about = title === undefined ? same : unquote(title) === changed.meta.properties.title;
    if (!about) return [from, to];
    const key = dimension === 'ROWS' ? 'row' : 'column';
    const moved = span(from[key], to[key] + 1);
    return (
      moved && [
        { ...from, [key]: moved[0] },
        { ...to, [key]: moved[1] - 1 },
      ]
    );
  });
}

export const unquote = (title: string): string =>
  title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;
