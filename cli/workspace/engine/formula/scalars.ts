/** How values become numbers, text and truth in formulas, and which of two is larger. */
import type { LocaleRules } from '../values/locale.ts';
import { formatAutomatic } from '../values/number-format.ts';
import { fail } from './failure.ts';

type Plain = string | number | boolean | undefined;

/** Text that looks like a number counts as one; an empty cell is 0. */
export function toNumber(value: Plain): number {
  if (value === undefined || value === '') return 0;
  if (typeof value === 'string') {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (Number.isNaN(number)) throw fail('#VALUE!', 'A text cannot be coerced to a number.');
    return number;
  }
  return Number(value);
}

export function toText(value: Plain, locale: LocaleRules): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? formatAutomatic(value, locale) : value;
}

export function toBoolean(value: Plain): boolean {
  if (typeof value !== 'string') return Boolean(value);
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  throw fail('#VALUE!', 'A text cannot be coerced to a boolean.');
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
