/** Projects cells of the Sheets API to what the page needs to draw and edit them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type LocaleRules, localeRules } from '../../engine/values/locale.ts';
import { parseEntered } from '../../engine/values/parse-entered.ts';
import type { WireCell } from './wire.ts';

type Cell = sheets_v4.Schema$CellData;
type Format = sheets_v4.Schema$CellFormat;

/** Distinct dropdowns of an answer, so that 200 rows do not repeat the same 75 choices. */
export interface Lists {
  readonly all: string[][];
  /** Index of a rule's choices, or undefined if the rule is no dropdown. */
  index(rule: sheets_v4.Schema$DataValidationRule | undefined): number | undefined;
}

/** @param readRange values of a range that a dropdown takes its choices from */
export function collectLists(readRange: (range: string) => string[]): Lists {
  const all: string[][] = [];
  const known = new Map<string, number>();
  return {
    all,
    index(rule) {
      const condition = rule?.condition;
      if (condition?.type !== 'ONE_OF_LIST' && condition?.type !== 'ONE_OF_RANGE') return undefined;
      if (rule?.showCustomUi === false) return undefined;
      const key = JSON.stringify(condition);
      const index = known.get(key) ?? all.length;
      if (index === all.length) {
        const values = (condition.values ?? []).map((value) => value.userEnteredValue ?? '');
        all.push(condition.type === 'ONE_OF_LIST' ? values : readRange((values[0] ?? '').replace(/^=/, '')));
        known.set(key, index);
      }
      return index;
    },
  };
}

/** `null` when there is nothing to draw, which most cells of a register are. */
export function projectCell(cell: Cell, lists: Lists, locale: string): WireCell | null {
  const wire: WireCell = {
    ...texts(cell, localeRules(locale)),
    ...formats(cell.userEnteredFormat ?? cell.effectiveFormat),
  };
  if (cell.note) wire.note = cell.note;
  const list = lists.index(cell.dataValidation);
  if (list !== undefined) {
    wire.list = list;
    if (wire.v && !lists.all[list]?.includes(wire.v)) wire.bad = true;
  }
  return Object.keys(wire).length > 0 ? wire : null;
}

function texts(cell: Cell, locale: LocaleRules): Pick<WireCell, 'v' | 'e' | 'align'> {
  const shown = cell.formattedValue ?? '';
  const typed = typedText(cell, shown, locale);
  return {
    ...(shown !== '' ? { v: shown } : {}),
    ...(typed !== shown ? { e: typed } : {}),
    ...(typeof cell.effectiveValue?.numberValue === 'number' ? { align: 'right' as const } : {}),
  };
}

/** What has to be typed to get this cell again: the shown text may be rounded, or be read as a number. */
function typedText({ userEnteredValue = {}, userEnteredFormat }: Cell, shown: string, locale: LocaleRules): string {
  const { formulaValue, stringValue, numberValue } = userEnteredValue;
  if (typeof formulaValue === 'string') return formulaValue;
  const isText = userEnteredFormat?.numberFormat?.type === 'TEXT';
  const again = (text: string) => parseEntered(text, locale, isText).value;
  if (typeof stringValue === 'string') return again(stringValue) === stringValue ? stringValue : `'${stringValue}`;
  if (typeof numberValue !== 'number' || again(shown) === numberValue) return shown;
  return String(numberValue).replace('.', locale.decimal);
}

const WHITE = '#ffffff';
const BLACK = '#000000';

function formats(format: Format | undefined): Partial<WireCell> {
  if (!format) return {};
  const wire: Partial<WireCell> = {};
  const bg = colour(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  if (bg && bg !== WHITE) wire.bg = bg;
  const text = format.textFormat;
  const fg = colour(text?.foregroundColorStyle?.rgbColor ?? text?.foregroundColor);
  if (fg && fg !== BLACK) wire.fg = fg;
  if (text?.bold) wire.bold = true;
  if (text?.italic) wire.italic = true;
  if (format.wrapStrategy === 'WRAP') wire.wrap = true;
  const align = format.horizontalAlignment?.toLowerCase();
  if (align === 'left' || align === 'center' || align === 'right') wire.align = align;
  return wire;
}

/** `#rrggbb`; undefined without a colour. Channels that are absent are 0, as in Google's JSON. */
export function colour(rgb: sheets_v4.Schema$Color | undefined): string | undefined {
  if (!rgb) return undefined;
  const channel = (part: number | null | undefined) =>
    Math.round((part ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(rgb.red)}${channel(rgb.green)}${channel(rgb.blue)}`;
}
