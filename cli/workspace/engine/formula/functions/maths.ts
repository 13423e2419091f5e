/** Functions of single numbers and questions about single values. */
import { isError, type Scalar } from '../../values/scalar.ts';
import type { Args, CellFunction } from '../args.ts';
import { fail } from '../failure.ts';
import { toBoolean } from '../scalars.ts';

/** Rounds what is shown: 2.345 is a little less in floating point and yet becomes 2.35. */
function rounded(value: number, digits: number, round: (value: number) => number): number {
  const scaled = Number(`${Math.abs(value)}e${digits}`);
  const size = Number.isNaN(scaled)
    ? round(Math.abs(value) * 10 ** digits) / 10 ** digits
    : Number(`${round(scaled)}e${-digits}`);
  return Math.sign(value) * size;
}

function multiple(args: Args, round: (value: number) => number): number {
  const factor = args.number(1, 1);
  return factor === 0 ? 0 : Number((round(args.number(0) / factor) * factor).toPrecision(15));
}

function modulo(args: Args): number {
  const [value, divisor] = [args.number(0), args.number(1)];
  if (divisor === 0) throw fail('#DIV/0!', 'Function MOD parameter 2 cannot be zero.');
  return value - divisor * Math.floor(value / divisor);
}

function divide(args: Args): number {
  if (args.number(1) === 0) throw fail('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.');
  return args.number(0) / args.number(1);
}

function root(args: Args): number {
  if (args.number(0) < 0) throw fail('#NUM!', 'Function SQRT parameter 1 value is negative.');
  return Math.sqrt(args.number(0));
}

const kind =
  (name: string) =>
  ({ values: [value] }: Args): boolean =>
    typeof value === name;

export const MATHS: Record<string, CellFunction> = {
  ABS: (args) => Math.abs(args.number(0)),
  INT: (args) => Math.floor(args.number(0)),
  SIGN: (args) => Math.sign(args.number(0)),
  SQRT: root,
  POWER: (args) => args.number(0) ** args.number(1),
  POW: (args) => args.number(0) ** args.number(1),
  ADD: (args) => args.number(0) + args.number(1),
  MINUS: (args) => args.number(0) - args.number(1),
  MULTIPLY: (args) => args.number(0) * args.number(1),
  DIVIDE: divide,
  MOD: modulo,
  QUOTIENT: (args) => Math.trunc(divide(args)),
  ROUND: (args) => rounded(args.number(0), args.number(1), Math.round),
  ROUNDUP: (args) => rounded(args.number(0), args.number(1), Math.ceil),
  ROUNDDOWN: (args) => rounded(args.number(0), args.number(1), Math.floor),
  TRUNC: (args) => rounded(args.number(0), args.number(1), Math.floor),
  MROUND: (args) => multiple(args, Math.round),
  CEILING: (args) => multiple(args, Math.ceil),
  FLOOR: (args) => multiple(args, Math.floor),
  ISEVEN: (args) => Math.trunc(args.number(0)) % 2 === 0,
  ISODD: (args) => Math.trunc(args.number(0)) % 2 !== 0,
  PI: () => Math.PI,
  RAND: () => Math.random(),
  RANDBETWEEN: (args) =>
    Math.floor(Math.random() * (Math.floor(args.number(1)) - Math.ceil(args.number(0)) + 1)) +
    Math.ceil(args.number(0)),
  NOT: (args) => !toBoolean(args.plain(0)),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => {
    throw fail('#N/A');
  },
  N: ({ values: [value] }) => (typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0),
  ISBLANK: ({ values: [value] }) => value === undefined,
  ISNUMBER: kind('number'),
  ISTEXT: kind('string'),
  ISLOGICAL: kind('boolean'),
  ISNONTEXT: ({ values: [value] }) => typeof value !== 'string',
  ISERROR: ({ values: [value] }) => isError(value as Scalar),
  ISERR: ({ values: [value] }) => isError(value as Scalar) && (value as { text: string }).text !== '#N/A',
  ISNA: ({ values: [value] }) => isError(value as Scalar) && (value as { text: string }).text === '#N/A',
};
