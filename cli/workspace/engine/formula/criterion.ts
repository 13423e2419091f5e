/** Criteria of COUNTIF and its relatives: `>=5`, `<>batal`, `BTL*`, or a value to be equal to. */
import type { LocaleRules } from '../values/locale.ts';
import { parseEntered } from '../values/parse-entered.ts';
import type { Scalar } from '../values/scalar.ts';
import { compare } from './scalars.ts';
import type { Plain } from './scope.ts';

const TESTS: Record<string, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

export function criterion(wanted: Plain, locale: LocaleRules): (value: Scalar) => boolean {
  if (typeof wanted !== 'string')
    return (value) => value !== undefined && sameKind(value, wanted) && compare(plain(value), wanted) === 0;
  const [, operator = '', rest = ''] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  const parsed = parseEntered(rest, locale).value;
  const operand = typeof parsed === 'object' ? rest : parsed;
  const test = TESTS[operator];
  if (test) return (value) => sameKind(value, operand) && test(compare(plain(value), operand));
  const equal = equality(rest, operand, operator === '=' || operator === '<>');
  return operator === '<>' ? (value) => !equal(value) : equal;
}

/** Text matches with wildcards; a number also matches text that reads the same. */
function equality(text: string, operand: Plain, emptyMatches: boolean): (value: Scalar) => boolean {
  if (operand === undefined) return (value) => value === undefined || (!emptyMatches && value === '');
  if (typeof operand !== 'string') {
    return (value) => (sameKind(value, operand) ? compare(plain(value), operand) === 0 : value === text);
  }
  const source = text.replace(/~([*?~])|([.+^${}()|[\]\\])|([*?])/g, (_, escaped, special, wild) => {
    if (wild) return wild === '*' ? '[\\s\\S]*' : '[\\s\\S]';
    return `\\${escaped ?? special}`;
  });
  const pattern = new RegExp(`^${source}$`, 'i');
  return (value) => typeof value === 'string' && pattern.test(value);
}

const sameKind = (a: unknown, b: unknown): boolean => typeof a === typeof b;
const plain = (value: Scalar): Plain => (typeof value === 'object' ? undefined : value);
