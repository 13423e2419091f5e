/** Formulas as trees: numbers, text, references, operators and function calls. */
import type { LocaleRules } from '../values/locale.ts';
import { parseReference, REFERENCE_PATTERN, unquote } from './reference.ts';

export interface ReferenceNode {
  kind: 'reference';
  /** Absent: the sheet of the formula. */
  title?: string;
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

export type Node =
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'missing' }
  | { kind: 'error'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'unary'; operator: string; operand: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'array'; rows: Node[][] }
  | ReferenceNode;

/** Thrown for text that is not a formula. */
export class FormulaSyntaxError extends Error {}

interface Token {
  type: 'number' | 'text' | 'reference' | 'error' | 'word' | 'symbol';
  text: string;
}

function tokenPattern(locale: LocaleRules): RegExp {
  const decimal = locale.decimal === ',' ? '[,.]' : String.raw`\.`;
  const parts = [
    String.raw`(?<space>\s+)`,
    '(?<text>"(?:[^"]|"")*")',
    String.raw`(?<error>#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!))`,
    `(?<reference>${REFERENCE_PATTERN})`,
    String.raw`(?<number>(?:\d+(?:${decimal}\d*)?|${decimal}\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_.]*)`,
    String.raw`(?<symbol><=|>=|<>|[-+*\/^&=<>%(),;{}\\])`,
  ];
  return new RegExp(parts.join('|'), 'uy');
}

function tokenize(text: string, locale: LocaleRules): Token[] {
  const pattern = tokenPattern(locale);
  const tokens: Token[] = [];
  for (let position = 0; position < text.length; position = pattern.lastIndex) {
    pattern.lastIndex = position;
    const groups = pattern.exec(text)?.groups;
    if (!groups) throw new FormulaSyntaxError('Formula parse error.');
    const found = Object.entries(groups).find(([, value]) => value !== undefined);
    if (found && found[0] !== 'space') tokens.push({ type: found[0] as Token['type'], text: found[1] ?? '' });
  }
  return tokens;
}

const BINARY: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 6,
};
/** Minus binds closer than a power, as in Sheets: -2^2 is 4. */
const UNARY = 7;

/**
 * @param formula with its leading `=`
 * @throws FormulaSyntaxError
 */
export function parseFormula(formula: string, locale: LocaleRules): Node {
  const tokens = tokenize(formula.slice(1), locale);
  let position = 0;
  const peek = () => tokens[position]?.text;
  const expect = (text: string) => {
    if (tokens[position++]?.text !== text) throw new FormulaSyntaxError('Formula parse error.');
  };

  const expression = (level: number): Node => {
    let left = postfix(prefix());
    for (;;) {
      const token = tokens[position];
      const strength = token?.type === 'symbol' ? (BINARY[token.text] ?? 0) : 0;
      if (!token || strength <= level) return left;
      position++;
      left = { kind: 'binary', operator: token.text, left, right: expression(strength) };
    }
  };
  const postfix = (operand: Node): Node => {
    if (peek() !== '%') return operand;
    position++;
    return postfix({ kind: 'unary', operator: '%', operand });
  };
  const prefix = (): Node => {
    const token = tokens[position++];
    if (!token) throw new FormulaSyntaxError('Formula parse error.');
    if (token.text === '-' || token.text === '+')
      return { kind: 'unary', operator: token.text, operand: expression(UNARY) };
    if (token.text === '(') {
      const inner = expression(0);
      expect(')');
      return inner;
    }
    if (token.text === '{' && token.type === 'symbol') return array();
    if (token.type === 'word' && peek() === '(') return call(token.text.toUpperCase());
    return leaf(token);
  };
  /** `{1,2;3,4}`; where the comma is the decimal sign, columns are separated by a backslash. */
  const array = (): Node => {
    const rows: Node[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(expression(0));
      const mark = tokens[position++]?.text;
      if (mark === ';') rows.push([]);
      else if (mark === '}') return { kind: 'array', rows };
      else if (mark !== ',' && mark !== '\\') throw new FormulaSyntaxError('Formula parse error.');
    }
  };
  const call = (name: string): Node => {
    position++;
    const args: Node[] = [];
    while (peek() !== ')') {
      const empty = peek() === ',' || peek() === ';';
      args.push(empty ? { kind: 'missing' } : expression(0));
      if (peek() === ',' || peek() === ';') position++;
      else if (peek() !== ')') throw new FormulaSyntaxError('Formula parse error.');
    }
    position++;
    return { kind: 'call', name, args };
  };

  const tree = expression(0);
  if (position < tokens.length) throw new FormulaSyntaxError('Formula parse error.');
  return tree;
}

function leaf({ type, text }: Token): Node {
  switch (type) {
    case 'number':
      return { kind: 'value', value: Number(text.replace(',', '.')) };
    case 'text':
      return { kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') };
    case 'error':
      return { kind: 'error', text };
    case 'reference':
      return reference(text);
    case 'word':
      return /^(true|false)$/i.test(text)
        ? { kind: 'value', value: text.toLowerCase() === 'true' }
        : { kind: 'name', name: text };
    default:
      throw new FormulaSyntaxError('Formula parse error.');
  }
}

function reference(text: string): ReferenceNode {
  const { title, from, to } = parseReference(text);
  const defined = (...items: (number | undefined)[]) => items.filter((item) => item !== undefined);
  const columns = defined(from.column, to.column);
  const rows = defined(from.row, to.row);
  return {
    kind: 'reference',
    ...(title !== undefined && { title: unquote(title) }),
    ...(columns.length > 0 && { startColumn: Math.min(...columns), endColumn: Math.max(...columns) + 1 }),
    ...(rows.length > 0 && { startRow: Math.min(...rows) }),
    ...(rows.length === 2 && { endRow: Math.max(...rows) + 1 }),
  };
}
