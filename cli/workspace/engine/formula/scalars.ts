/** How values become numbers, text and truth in formulas, and which of two is larger. */
import type { LocaleRules } from '../values/locale.ts';
import { formatAutomatic } from '../values/number-format.ts';
import { parseEntered } from '../values/parse-entered.ts';
import { fail } from './failure.ts';
import type { Plain } from './scope.ts';

/** Text that looks like a number or a date of the spreadsheet's locale counts as one; an empty cell is 0. */
export function toNumber(value: Plain, locale: LocaleRules): number {
  if (value === undefined || value === '') return 0;
  if (typeof value !== 'string') return Number(value);
  const read = parseEntered(value.trim(), locale).value;
  if (typeof read !== 'number') throw fail('#VALUE!', `'${value}' is a text and cannot be coerced to a number.`);
  return read;
}

export function toText(value: Plain, locale: LocaleRules): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? formatAutomatic(value, locale) : value;
}

export function toBoolean(value: Plain): boolean {
  if (typeof value !== 'string') return Boolean(value);
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (value === '') return false;
  throw fail('#VALUE!', `'${value}' is a text and cannot be coerced to a boolean.`);
}

const rank = (value: Plain): number => ['number', 'string', 'boolean'].indexOf(typeof value);

/** Numbers before text before booleans; text without regard to case; an empty cell equals 0, "" and FALSE. */
export function compare(a: Plain, b: Plain): number {
  if (a === undefined && b === undefined) return 0;
  const [left, right] = [a ?? emptyLike(b), b ?? emptyLike(a)];
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string' && typeof right === 'string') {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return Number(left) - Number(right);
}

function emptyLike(value: Plain): Plain {
  if (typeof value === 'string') return '';
  return typeof value === 'boolean' ? false : 0;
}
