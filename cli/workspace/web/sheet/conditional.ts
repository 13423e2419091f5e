/** Conditional formats of a sheet, as they change the look of a cell. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { colour } from './cells.ts';
import { type TextTest, textTest } from './text-condition.ts';
import type { WireCell } from './wire.ts';

type Look = Partial<WireCell>;

interface Rule {
  ranges: sheets_v4.Schema$GridRange[];
  test: TextTest;
  look: Look;
}

export interface Conditional {
  /** What the rules add to a cell; of several that match, the first decides each property. Counts from 0. */
  look(row: number, column: number, text: string): Look;
  /** Columns that a row needs at least, because a rule colours blank cells. */
  readonly width: number;
}

/** Gradients and conditions that are no test of text are left out. @param rules in the order of their index */
export function conditional(rules: sheets_v4.Schema$ConditionalFormatRule[], columns: number): Conditional {
  const known = rules.flatMap(({ ranges, booleanRule }): Rule[] => {
    const test = textTest(booleanRule?.condition);
    return test && ranges ? [{ ranges, test, look: lookOf(booleanRule?.format) }] : [];
  });
  const onBlank = known.filter(({ test }) => test('')).flatMap(({ ranges }) => ranges);
  return {
    width: Math.min(columns, Math.max(0, ...onBlank.map(({ endColumnIndex }) => endColumnIndex ?? columns))),
    look(row, column, text) {
      let look: Look = {};
      for (const rule of known) {
        // Ranges first: most rules are about one column, and folding text for the others would cost more.
        if (rule.ranges.some((range) => holds(range, row, column)) && rule.test(text)) look = { ...rule.look, ...look };
      }
      return look;
    },
  };
}

/** Also white and black: they are a choice where the cell itself has a colour. */
function lookOf(format: sheets_v4.Schema$CellFormat = {}): Look {
  const { textFormat } = format;
  const bg = colour(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  const fg = colour(textFormat?.foregroundColorStyle?.rgbColor ?? textFormat?.foregroundColor);
  return {
    ...(bg && { bg }),
    ...(fg && { fg }),
    ...(textFormat?.bold && { bold: true as const }),
    ...(textFormat?.italic && { italic: true as const }),
  };
}

/** An open side of a range has no index. */
function holds(range: sheets_v4.Schema$GridRange, row: number, column: number): boolean {
  return (
    row >= (range.startRowIndex ?? 0) &&
    row < (range.endRowIndex ?? Number.POSITIVE_INFINITY) &&
    column >= (range.startColumnIndex ?? 0) &&
    column < (range.endColumnIndex ?? Number.POSITIVE_INFINITY)
  );
}
