/** Formats, notes and rules of cells: how an update changes them, kept once however many cells have them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { invalid } from '../draft.ts';
import { inside, type Mask, merge } from '../field-mask.ts';
import type { Cell, CellFormat, CellStyle, Slot } from '../model.ts';
import { pairColours, withColourPairs } from './colours.ts';

export type CellData = Clean<sheets_v4.Schema$CellData>;

/** Fields of a cell that a request may change. */
export const CELL_FIELDS = [
  'userEnteredValue',
  'userEnteredFormat',
  'note',
  'dataValidation',
  'textFormatRuns',
] as const;
const STYLE_FIELDS = ['userEnteredFormat', 'note', 'dataValidation', 'textFormatRuns'] as const;

/** @throws GoogleError unless the value has exactly one kind. */
function slotOf(value: Clean<sheets_v4.Schema$ExtendedValue> | undefined): Slot {
  if (value === undefined) return undefined;
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  if (value.errorValue !== undefined) throw invalid('CellData.userEnteredValue.errorValue is read-only.');
  if (formulaValue !== undefined) return formulaValue.startsWith('=') ? { formula: formulaValue } : formulaValue;
  const slot = stringValue ?? numberValue ?? boolValue;
  return slot === '' ? undefined : slot;
}

/** A function that applies a cell of a request to cells of the sheet. Cells that look alike go on sharing their look. */
export function cellChange(mask: Mask, data: CellData | undefined): (cell: Cell) => Cell {
  const setsValue = inside(mask, 'userEnteredValue') !== undefined;
  const value = setsValue ? slotOf(data?.userEnteredValue) : undefined;
  const restyle = styleChange(mask, data);
  return (cell) => ({ value: setsValue ? value : cell.value, style: restyle(cell.style) });
}

function styleChange(mask: Mask, data: CellData | undefined) {
  const known = new Map<CellStyle | undefined, CellStyle | undefined>();
  const parts = STYLE_FIELDS.flatMap((name) => {
    const part = inside(mask, name);
    return part ? [{ name, part: withColourPairs(part) }] : [];
  });
  const source = data?.userEnteredFormat ? { ...data, userEnteredFormat: pairColours(data.userEnteredFormat) } : data;
  return (style: CellStyle | undefined) => {
    if (parts.length === 0) return style;
    if (!known.has(style)) {
      const next: Record<string, unknown> = { ...style };
      for (const { name, part } of parts) next[name] = mergePart(style?.[name], source?.[name], part);
      known.set(style, tidyStyle(next));
    }
    return known.get(style);
  };
}

const mergePart = (before: unknown, after: unknown, mask: Mask): unknown =>
  mask.all ? after : merge(before as object | undefined, after as object | undefined, mask);

/** Without what is empty; undefined if nothing is left. */
export function tidyStyle(style: Record<string, unknown>): CellStyle | undefined {
  const kept: Record<string, unknown> = {};
  for (const name of STYLE_FIELDS) {
    const value = style[name];
    const empty =
      value === undefined || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
    if (!empty) kept[name] = value;
  }
  return Object.keys(kept).length > 0 ? (kept as CellStyle) : undefined;
}

/** Whether two looks, or parts of them, are equal in everything. */
export function sameLook(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) => Object.hasOwn(other, key) && sameLook(one[key as keyof typeof one], other[key as keyof typeof other]),
  );
}

/** The style with another number format, the rest unchanged. */
export function withNumberFormat(
  style: CellStyle | undefined,
  numberFormat: NonNullable<CellFormat['numberFormat']>,
): CellStyle {
  return { ...style, userEnteredFormat: { ...style?.userEnteredFormat, numberFormat } };
}

/** Whether the cell keeps what is typed as text. */
export const isTextFormat = (style: CellStyle | undefined): boolean => {
  const format = style?.userEnteredFormat?.numberFormat;
  return format?.type === 'TEXT' || format?.pattern === '@';
};
