/** The functions that formulas may use: counting, sums, text, dates. Arguments are already evaluated. */

import { formatNumber } from '../values/number-format.ts';
import { isError, type Scalar } from '../values/scalar.ts';
import { partsOf, serialOfDate, serialOfInstant } from '../values/serial.ts';
import { criterion } from './criterion.ts';
import { fail, notEmulated } from './failure.ts';
import { toBoolean, toNumber, toText } from './scalars.ts';
import { type Matrix, type Scope, single, type Value } from './scope.ts';

type Fn = (args: Value[], scope: Scope) => Scalar;

const flat = (value: Value): Scalar[] => (Array.isArray(value) ? value.flat() : [value]);

/** Numbers of ranges; arguments written into the formula also count when they can be read as numbers. */
function numbers(args: Value[]): number[] {
  return args.flatMap((arg) => {
    if (!Array.isArray(arg)) return [toNumber(single(arg))];
    return arg.flat().flatMap((value) => {
      if (isError(value)) throw fail(value.text, value.message);
      return typeof value === 'number' ? [value] : [];
    });
  });
}

const num = (args: Value[], index: number, otherwise = 0): number =>
  args[index] === undefined ? otherwise : toNumber(single(args[index]));
const text = (args: Value[], index: number, { view }: Scope): string => toText(single(args[index]), view.locale);
const sum = (list: number[]): number => list.reduce((total, value) => total + value, 0);
const extreme = (list: number[], pick: (a: number, b: number) => number): number =>
  list.length === 0 ? 0 : list.reduce((best, value) => pick(best, value));
const filled = (value: Scalar): boolean => value !== undefined;

function rounded(value: number, digits: number, round: (value: number) => number): number {
  const scaled = Number(`${Math.abs(value)}e${digits}`);
  const size = Number.isNaN(scaled)
    ? round(Math.abs(value) * 10 ** digits) / 10 ** digits
    : Number(`${round(scaled)}e${-digits}`);
  return Math.sign(value) * size;
}

/** Positions at which every pair of range and criterion agrees. */
function matching(pairs: Value[], scope: Scope): number[] {
  const tests: { cells: Scalar[]; test: (value: Scalar) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    tests.push({ cells: flat(pairs[index]), test: criterion(single(pairs[index + 1]), scope.view.locale) });
  }
  const length = Math.max(0, ...tests.map(({ cells }) => cells.length));
  return Array.from({ length }, (_, index) => index).filter((index) =>
    tests.every(({ cells, test }) => test(cells[index])),
  );
}

const picked = (range: Value, indexes: number[]): number[] => {
  const cells = flat(range);
  return indexes.flatMap((index) => {
    const value = cells[index];
    return typeof value === 'number' ? [value] : [];
  });
};

function average(list: number[]): number {
  if (list.length === 0) throw fail('#DIV/0!', 'Evaluation of function AVERAGE caused a divide by zero error.');
  return sum(list) / list.length;
}

const logical = (args: Value[]): boolean[] =>
  args.flatMap(flat).flatMap((value) => {
    if (isError(value)) throw fail(value.text, value.message);
    return value === undefined ? [] : [toBoolean(value)];
  });

const COUNTING: Record<string, Fn> = {
  SUM: (args) => sum(numbers(args)),
  AVERAGE: (args) => average(numbers(args)),
  MIN: (args) => extreme(numbers(args), Math.min),
  MAX: (args) => extreme(numbers(args), Math.max),
  COUNT: (args) => args.flatMap(flat).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => args.flatMap(flat).filter(filled).length,
  COUNTBLANK: (args) => args.flatMap(flat).filter((value) => value === undefined || value === '').length,
  COUNTIF: (args, scope) => matching(args, scope).length,
  COUNTIFS: (args, scope) => matching(args, scope).length,
  COUNTUNIQUE: (args) => new Set(args.flatMap(flat).filter(filled)).size,
  SUMIF: ([range, test, sums], scope) => sum(picked(sums ?? range, matching([range, test], scope))),
  SUMIFS: ([sums, ...pairs], scope) => sum(picked(sums, matching(pairs, scope))),
  AVERAGEIF: ([range, test, values], scope) => average(picked(values ?? range, matching([range, test], scope))),
};

const MATHS: Record<string, Fn> = {
  ABS: (args) => Math.abs(num(args, 0)),
  INT: (args) => Math.floor(num(args, 0)),
  MOD: (args) => {
    const divisor = num(args, 1);
    if (divisor === 0) throw fail('#DIV/0!', 'Function MOD parameter 2 cannot be zero.');
    return num(args, 0) - divisor * Math.floor(num(args, 0) / divisor);
  },
  ROUND: (args) => rounded(num(args, 0), num(args, 1), Math.round),
  ROUNDUP: (args) => rounded(num(args, 0), num(args, 1), Math.ceil),
  ROUNDDOWN: (args) => rounded(num(args, 0), num(args, 1), Math.floor),
  AND: (args) => logical(args).every(Boolean),
  OR: (args) => logical(args).some(Boolean),
  NOT: (args) => !toBoolean(single(args[0])),
  ISBLANK: (args) => flat(args[0])[0] === undefined,
  ISNUMBER: (args) => typeof flat(args[0])[0] === 'number',
  ISTEXT: (args) => typeof flat(args[0])[0] === 'string',
  NA: () => {
    throw fail('#N/A', '');
  },
};

const TEXT: Record<string, Fn> = {
  CONCATENATE: (args, { view }) =>
    args
      .flatMap(flat)
      .map((value) => toText(single(value), view.locale))
      .join(''),
  LEN: (args, scope) => text(args, 0, scope).length,
  TRIM: (args, scope) => text(args, 0, scope).trim().replace(/ +/g, ' '),
  UPPER: (args, scope) => text(args, 0, scope).toUpperCase(),
  LOWER: (args, scope) => text(args, 0, scope).toLowerCase(),
  LEFT: (args, scope) => text(args, 0, scope).slice(0, num(args, 1, 1)),
  RIGHT: (args, scope) => {
    const count = num(args, 1, 1);
    return count === 0 ? '' : text(args, 0, scope).slice(-count);
  },
  MID: (args, scope) => text(args, 0, scope).slice(num(args, 1) - 1, num(args, 1) - 1 + num(args, 2)),
  SUBSTITUTE: (args, scope) => text(args, 0, scope).replaceAll(text(args, 1, scope), text(args, 2, scope)),
  EXACT: (args, scope) => text(args, 0, scope) === text(args, 1, scope),
  VALUE: (args) => num(args, 0),
  TEXT: (args, scope) => formatNumber(num(args, 0), { pattern: text(args, 1, scope) }, scope.view.locale),
};

const DATES: Record<string, Fn> = {
  NOW: (_, { view }) => serialOfInstant(view.now, view.timeZone),
  TODAY: (_, { view }) => Math.floor(serialOfInstant(view.now, view.timeZone)),
  DATE: (args) => {
    const first = serialOfDate(
      num(args, 0) + Math.floor((num(args, 1) - 1) / 12),
      ((((num(args, 1) - 1) % 12) + 12) % 12) + 1,
      1,
    );
    if (first === undefined) throw fail('#NUM!', 'There is no such date.');
    return first + num(args, 2) - 1;
  },
  YEAR: (args) => partsOf(num(args, 0)).getUTCFullYear(),
  MONTH: (args) => partsOf(num(args, 0)).getUTCMonth() + 1,
  DAY: (args) => partsOf(num(args, 0)).getUTCDate(),
  HOUR: (args) => partsOf(num(args, 0)).getUTCHours(),
  MINUTE: (args) => partsOf(num(args, 0)).getUTCMinutes(),
};

function find(list: Matrix, key: Scalar, scope: Scope): number {
  const test = criterion(single(key), scope.view.locale);
  const index = list.findIndex((line) => test(line[0]));
  if (index < 0) throw fail('#N/A', `Did not find value '${toText(single(key), scope.view.locale)}' in lookup.`);
  return index;
}

const asMatrix = (value: Value): Matrix => (Array.isArray(value) ? value : [[value]]);

const LOOKUP: Record<string, Fn> = {
  MATCH: ([key, list, mode], scope) => {
    if (toNumber(single(mode ?? 1)) !== 0) throw notEmulated('MATCH in a sorted range');
    const cells = asMatrix(list);
    const column = cells.length === 1 ? (cells[0] ?? []).map((value) => [value]) : cells;
    return find(column, single(key), scope) + 1;
  },
  INDEX: ([list, row, column]) => {
    const value = asMatrix(list)[toNumber(single(row ?? 1)) - 1]?.[toNumber(single(column ?? 1)) - 1];
    return single(value);
  },
  VLOOKUP: ([key, list, column, sorted], scope) => {
    if (toBoolean(single(sorted ?? true))) throw notEmulated('VLOOKUP in a sorted range');
    const table = asMatrix(list);
    return single(table[find(table, single(key), scope)]?.[toNumber(single(column)) - 1]);
  },
};

export const FUNCTIONS: Record<string, Fn> = { ...COUNTING, ...MATHS, ...TEXT, ...DATES, ...LOOKUP };
