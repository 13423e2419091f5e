/** What Sheets makes of text that somebody types: a number, a date, a boolean, a formula, or the text itself. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { SIGNIFICANT_DIGITS } from '../limits.ts';
import type { Slot } from '../model.ts';
import type { LocaleRules } from './locale.ts';
import { parseMoment } from './parse-date.ts';

export type NumberFormat = Clean<sheets_v4.Schema$NumberFormat>;

export interface Entered {
  value: Slot;
  /** The format that the cell gets if it has none. */
  format?: NumberFormat;
}

/** A number with the digits that Sheets keeps. */
const roundDigits = (value: number): number => Number(value.toPrecision(SIGNIFICANT_DIGITS));

/**
 * @param text as typed; `isText` if the cell has the format plain text, which keeps everything as it is.
 */
export function parseEntered(text: string, locale: LocaleRules, isText = false): Entered {
  if (text === '') return { value: undefined };
  if (isText) return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: { formula: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  return parseNumeric(trimmed, locale) ?? parseDateTime(trimmed, locale) ?? { value: text };
}

/** Plain, grouped, scientific, percent, currency; negative with a sign or in brackets. */
function parseNumeric(text: string, locale: LocaleRules): Entered | undefined {
  const signed = /^(?:\(([^-+].*)\)|([+-]?)\s*([^-+].*))$/.exec(text);
  if (!signed) return undefined;
  const sign = signed[1] !== undefined || signed[2] === '-' ? -1 : 1;
  const body = signed[1] ?? signed[3] ?? '';
  const money = stripCurrency(body, locale);
  const percent = money === undefined ? /^(.*?)\s*%$/.exec(body)?.[1] : undefined;
  const amount = readNumber(percent ?? money ?? body, locale);
  if (!amount) return undefined;
  const value = roundDigits((sign * amount.value) / (percent === undefined ? 1 : 100));
  const format = numericFormat(amount, locale, { percent: percent !== undefined, money: money !== undefined });
  return format ? { value, format } : { value };
}

/** The format that the way of writing asks for; undefined for a plain number. */
function numericFormat(
  { decimals, scientific, grouped }: Amount,
  locale: LocaleRules,
  written: { percent: boolean; money: boolean },
): NumberFormat | undefined {
  if (written.percent) return { type: 'PERCENT', pattern: decimals > 0 ? '0.00%' : '0%' };
  if (written.money && locale.currency)
    return { type: 'CURRENCY', pattern: moneyPattern(locale.currency.pattern, decimals) };
  if (scientific) return { type: 'SCIENTIFIC', pattern: '0.00E+00' };
  return grouped ? { type: 'NUMBER', pattern: decimals > 0 ? '#,##0.00' : '#,##0' } : undefined;
}

/** With cents only if they were typed. */
const moneyPattern = (pattern: string, decimals: number): string =>
  pattern.replace(/\.0+$/, '') + (decimals > 0 ? '.00' : '');

function stripCurrency(text: string, { currency }: LocaleRules): string | undefined {
  if (!currency || !text.toLowerCase().startsWith(currency.symbol.toLowerCase())) return undefined;
  return text.slice(currency.symbol.length).replace(/^\.?\s*/, '');
}

interface Amount {
  value: number;
  decimals: number;
  scientific: boolean;
  grouped: boolean;
}

function readNumber(text: string, locale: LocaleRules): Amount | undefined {
  const group = `\\${locale.group}`;
  const decimal = `\\${locale.decimal}`;
  const pattern = new RegExp(`^(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:${decimal}(\\d*))?(?:[eE]([+-]?\\d+))?$`);
  const match = pattern.exec(text);
  const [, whole = '', fraction = '', exponent] = match ?? [];
  if (!match || (whole === '' && fraction === '')) return undefined;
  const value = Number(`${whole.replaceAll(locale.group, '') || '0'}.${fraction || '0'}e${exponent ?? '0'}`);
  if (!Number.isFinite(value)) return undefined;
  return {
    value,
    decimals: fraction.length,
    scientific: exponent !== undefined,
    grouped: whole.includes(locale.group),
  };
}

function parseDateTime(text: string, locale: LocaleRules): Entered | undefined {
  const found = parseMoment(text, locale);
  return found && { value: found.value, format: { type: found.type, pattern: found.pattern } };
}
