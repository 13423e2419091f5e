/** Shows a value as its number format says: automatic, numbers, percent, currency, dates and times, plain text. */
import type { LocaleRules } from './locale.ts';
import type { NumberFormat } from './parse-entered.ts';
import { partsOf } from './serial.ts';

/** From here on a number without a format is shown in powers of ten. */
const SCIENTIFIC_FROM = 1e15;
const AUTOMATIC_DECIMALS = 10;

/** A number in a cell without a format. */
export function formatAutomatic(value: number, locale: LocaleRules): string {
  const size = Math.abs(value);
  if (size >= SCIENTIFIC_FROM || (size > 0 && size < 1e-5)) return scientific(value, locale);
  const text = trimZeros(value.toFixed(AUTOMATIC_DECIMALS));
  return (text === '-0' ? '0' : text).replace('.', locale.decimal);
}

function scientific(value: number, locale: LocaleRules): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${trimZeros(mantissa).replace('.', locale.decimal)}E${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

const trimZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** The pattern that a format without one stands for. */
function defaultPattern(type: string | undefined, locale: LocaleRules): string | undefined {
  switch (type) {
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'CURRENCY':
      return locale.currency?.pattern ?? '#,##0.00';
    case 'DATE':
      return locale.patterns.date;
    case 'TIME':
      return locale.patterns.time;
    case 'DATE_TIME':
      return locale.patterns.dateTime;
    case 'SCIENTIFIC':
      return '0.00E+00';
    default:
      return undefined;
  }
}

/** A colour for the text, which only the page could show. */
const COLOUR_NAME = /\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\d{1,2})\]/gi;

export function formatNumber(value: number, format: NumberFormat | undefined, locale: LocaleRules): string {
  const pattern = (format?.pattern || defaultPattern(format?.type, locale))?.replace(COLOUR_NAME, '');
  if (!pattern || pattern === '@' || pattern === 'General' || format?.type === 'TEXT') {
    return formatAutomatic(value, locale);
  }
  const [positive = pattern, negative, zero] = pattern.split(';');
  if (isDatePattern(format?.type, positive)) return formatDate(value, positive, locale);
  if (value === 0 && zero !== undefined) return fill(0, zero, locale);
  if (value < 0 && negative !== undefined) return fill(-value, negative, locale);
  return fill(value, positive, locale);
}

/** Whether values with this format are dates or times. */
export function isDatePattern(type: string | undefined, pattern: string | undefined): boolean {
  if (type === 'DATE' || type === 'TIME' || type === 'DATE_TIME') return true;
  if (type && type !== 'NUMBER_FORMAT_TYPE_UNSPECIFIED') return false;
  return /[ymdhs]/i.test((pattern ?? '').replace(/"[^"]*"|\\./g, '')) && !/[0#]/.test(pattern ?? '');
}

const PATTERN = /^((?:"[^"]*"|\\.|[^0#?])*)([0#?,]*(?:\.[0#?]*)?)(?:E\+(0+))?((?:"[^"]*"|\\.|[^0#?])*)$/;

/** A number pattern: literal, digits, literal. */
function fill(value: number, pattern: string, locale: LocaleRules): string {
  const match = PATTERN.exec(pattern);
  if (!match) return formatAutomatic(value, locale);
  const [, before = '', digits = '', exponent, after = ''] = match;
  if (digits === '') return literal(before + after);
  const percent = literal(before + after).includes('%');
  const scaled = percent ? value * 100 : value;
  const body = exponent ? powers(scaled, digits, exponent.length, locale) : fixed(scaled, digits, locale);
  const negative = scaled < 0 && /[1-9]/.test(body);
  return `${negative ? '-' : ''}${literal(before)}${body}${literal(after)}`;
}

const literal = (text: string) =>
  text.replace(/"([^"]*)"|\\(.)|_(.)|\*./g, (_, quoted, escaped) => quoted ?? escaped ?? '');

function fixed(value: number, digits: string, locale: LocaleRules): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const required = fraction.replace(/[^0]/g, '').length;
  const [rounded = '', decimals = ''] = roundHalfUp(Math.abs(value), fraction.length).split('.');
  const kept = decimals.slice(0, required) + decimals.slice(required).replace(/0+$/, '');
  const padded =
    rounded === '0' && !whole.includes('0') ? '' : rounded.padStart(whole.replace(/[^0]/g, '').length, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, locale.group) : padded;
  return kept ? `${grouped}${locale.decimal}${kept}` : grouped;
}

/** toFixed rounds what is stored (1.005 is a little less); a sheet rounds what it shows. */
const roundHalfUp = (value: number, decimals: number): string =>
  Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`)
    .toFixed(decimals)
    .replace('NaN', value.toFixed(decimals));

function powers(value: number, digits: string, width: number, locale: LocaleRules): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(decimals).split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${mantissa.replace('.', locale.decimal)}E${sign}${exponent.replace(/^[+-]/, '').padStart(width, '0')}`;
}

const DATE_TOKEN = /"[^"]*"|\\.|\[h+\]|y+|m+|d+|h+|s+(?:\.0+)?|a\/p|am\/pm|\.0+|[\s\S]/gi;

function formatDate(serial: number, pattern: string, locale: LocaleRules): string {
  const date = partsOf(serial);
  const tokens = pattern.match(DATE_TOKEN) ?? [];
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  return tokens
    .map((token, index) => datePart(token, { date, serial, half, locale, minutes: isMinutes(tokens, index) }))
    .join('');
}

/** `m` means minutes beside hours or seconds, months elsewhere. */
function isMinutes(tokens: readonly string[], index: number): boolean {
  const word = (token: string | undefined) => token !== undefined && /^\[?[ymdhs]/i.test(token);
  const before = tokens.slice(0, index).findLast(word);
  const after = tokens.slice(index + 1).find(word);
  return /^\[?h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

interface DateContext {
  date: Date;
  serial: number;
  half: boolean;
  minutes: boolean;
  locale: LocaleRules;
}

/** What each letter of a date pattern shows. */
const DATE_LETTERS: Record<string, (token: string, context: DateContext) => string> = {
  y: (token, { date }) => (token.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear()).slice(-2)),
  m: (token, context) => (context.minutes ? pad(context.date.getUTCMinutes(), token) : month(token, context)),
  d: (token, context) =>
    token.length > 2
      ? named(context, { weekday: token.length > 3 ? 'long' : 'short' })
      : pad(context.date.getUTCDate(), token),
  h: (token, { date, half }) => pad(half ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), token),
  '[': (token, { serial }) => pad(Math.floor(serial * 24 + 1e-9), token.slice(1, -1)),
  s: (token, { date }) => pad(date.getUTCSeconds(), token.replace(/\..*/, '')),
  a: (token, { date }) => {
    if (!token.includes('/')) return token;
    return (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, token.length > 3 ? 2 : 1);
  },
  '.': (token, { date }) =>
    token.length > 1
      ? `.${String(date.getUTCMilliseconds())
          .padStart(3, '0')
          .slice(0, token.length - 1)}`
      : token,
};

function datePart(token: string, context: DateContext): string {
  const show = DATE_LETTERS[token[0]?.toLowerCase() ?? ''];
  return show ? show(token, context) : literal(token);
}

const named = ({ date, locale }: DateContext, options: Intl.DateTimeFormatOptions): string =>
  date.toLocaleDateString(locale.tag, { timeZone: 'UTC', ...options });

const pad = (value: number, token: string) => String(value).padStart(Math.min(token.length, 2), '0');

function month(token: string, context: DateContext): string {
  if (token.length > 2) return named(context, { month: token.length > 3 ? 'long' : 'short' });
  return pad(context.date.getUTCMonth() + 1, token);
}
