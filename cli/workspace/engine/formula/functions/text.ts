/** Functions of text. */

import { formatNumber } from '../../values/number-format.ts';
import type { Scalar } from '../../values/scalar.ts';
import type { Args, CellFunction, RangeFunction } from '../args.ts';
import { fail } from '../failure.ts';
import { flat, single } from '../scope.ts';

/** Where one text stands in another, from 1. */
function position(args: Args, fold: (text: string) => string): number {
  const at = fold(args.text(1)).indexOf(fold(args.text(0)), args.number(2, 1) - 1);
  if (at < 0) throw fail('#VALUE!', `In FIND evaluation, cannot find '${args.text(0)}' within '${args.text(1)}'.`);
  return at + 1;
}

/** RE2's syntax is near enough to JavaScript's for what sheets use; `(?i)` at the front is read as the flag. */
function pattern(args: Args, flags: string): RegExp {
  const [, folded = '', source = ''] = /^(\(\?i\))?([\s\S]*)$/.exec(args.text(1)) ?? [];
  try {
    return new RegExp(source, `u${flags}${folded ? 'i' : ''}`);
  } catch {
    throw fail('#REF!', `Function ${'REGEXMATCH'} parameter 2 value '${source}' is not a valid regular expression.`);
  }
}

/** Google writes groups in a replacement as `$1`, like JavaScript, and knows no other signs. */
const replacement = (text: string): string => text.replace(/\$(?!\d)/g, '$$$$').replace(/\\(\d)/g, '$$$1');

function extract(args: Args): Scalar {
  const match = pattern(args, '').exec(args.text(0));
  if (!match) throw fail('#N/A', `Function REGEXEXTRACT parameter 2 value does not match text of parameter 1 value.`);
  return match[1] ?? match[0];
}

/** Replaces every occurrence, or only the n-th. */
function substitute(args: Args): string {
  const [text, wanted, put] = [args.text(0), args.text(1), args.text(2)];
  if (wanted === '') return text;
  if (!args.has(3)) return text.replaceAll(wanted, put);
  const parts = text.split(wanted);
  const nth = args.number(3);
  if (nth >= parts.length) return text;
  return `${parts.slice(0, nth).join(wanted)}${put}${parts.slice(nth).join(wanted)}`;
}

const properCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const count = (args: Args, index: number): number => {
  const number = args.number(index, 1);
  if (number < 0) throw fail('#VALUE!', 'The number of characters cannot be negative.');
  return Math.floor(number);
};

export const TEXT: Record<string, CellFunction> = {
  CONCAT: (args) => args.text(0) + args.text(1),
  LEN: (args) => args.text(0).length,
  TRIM: (args) => args.text(0).trim().replace(/ +/g, ' '),
  CLEAN: (args) => args.text(0).replace(/[\p{Cc}]/gu, ''),
  UPPER: (args) => args.text(0).toUpperCase(),
  LOWER: (args) => args.text(0).toLowerCase(),
  PROPER: (args) => properCase(args.text(0)),
  LEFT: (args) => args.text(0).slice(0, count(args, 1)),
  RIGHT: (args) => (count(args, 1) === 0 ? '' : args.text(0).slice(-count(args, 1))),
  MID: (args) => args.text(0).slice(args.number(1) - 1, args.number(1) - 1 + args.number(2)),
  REPT: (args) => args.text(0).repeat(Math.max(0, Math.floor(args.number(1)))),
  REPLACE: (args) => {
    const [text, start] = [args.text(0), args.number(1) - 1];
    return text.slice(0, start) + args.text(3) + text.slice(start + args.number(2));
  },
  SUBSTITUTE: substitute,
  FIND: (args) => position(args, (text) => text),
  SEARCH: (args) => position(args, (text) => text.toLowerCase()),
  EXACT: (args) => args.text(0) === args.text(1),
  REGEXMATCH: (args) => pattern(args, '').test(args.text(0)),
  REGEXEXTRACT: extract,
  REGEXREPLACE: (args) => args.text(0).replace(pattern(args, 'g'), replacement(args.text(2))),
  CHAR: (args) => String.fromCodePoint(args.number(0)),
  CODE: (args) => args.text(0).codePointAt(0) ?? 0,
  UNICHAR: (args) => String.fromCodePoint(args.number(0)),
  UNICODE: (args) => args.text(0).codePointAt(0) ?? 0,
  T: ({ values: [value] }) => (typeof value === 'string' ? value : undefined),
  VALUE: (args) => args.number(0),
  TO_TEXT: (args) => args.text(0),
  TEXT: (args) => {
    const value = args.plain(0);
    if (typeof value === 'string' && Number.isNaN(Number(value))) return value;
    return formatNumber(args.number(0), { pattern: args.text(1) }, args.scope.view.locale);
  },
  FIXED: (args) => {
    const digits = args.number(1, 2);
    const mark = args.boolean(2) ? '0' : '#,##0';
    return formatNumber(
      args.number(0),
      { pattern: `${mark}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}` },
      args.scope.view.locale,
    );
  },
  HYPERLINK: (args) => (args.has(1) ? args.plain(1) : args.text(0)),
  IMAGE: () => undefined,
};

const shown = (args: Args, first: number): string[] =>
  args.values.slice(first).flatMap((value) => flat(value).map((cell) => args.show(single(cell))));

/** Splits at each character of the delimiter, or at the whole of it; empty pieces are dropped unless asked for. */
const split: RangeFunction = (args) => {
  const delimiter = args.text(1);
  if (delimiter === '') throw fail('#VALUE!', 'Function SPLIT parameter 2 value should be non-empty.');
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const each = args.boolean(2, true);
  const at = new RegExp(each ? [...delimiter].map(escaped).join('|') : escaped(delimiter), 'u');
  const pieces = args.text(0).split(at);
  const kept = args.boolean(3, true) ? pieces.filter((piece) => piece !== '') : pieces;
  return [kept.map((piece) => args.entered(piece))];
};

/** Functions that join or split several cells. */
export const JOINING: Record<string, RangeFunction> = {
  CONCATENATE: (args) => shown(args, 0).join(''),
  JOIN: (args) => shown(args, 1).join(args.text(0)),
  TEXTJOIN: (args) => {
    const texts = shown(args, 2);
    return (args.boolean(1) ? texts.filter((text) => text !== '') : texts).join(args.text(0));
  },
  SPLIT: split,
};
