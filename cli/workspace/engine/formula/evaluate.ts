/** What a formula gives. Functions that are not reproduced give an error that says so; nothing is guessed. */
import type { SheetState } from '../model.ts';
import { keptRect } from '../ranges.ts';
import type { CellError, Scalar, View } from '../values/scalar.ts';
import { fail, isFailure, notEmulated } from './failure.ts';
import { FUNCTIONS } from './functions.ts';
import { LAZY } from './lazy.ts';
import { FormulaSyntaxError, type Node, parseFormula, type ReferenceNode } from './parse.ts';
import { compare, toNumber, toText } from './scalars.ts';
import { type Matrix, type Scope, single, type Value } from './scope.ts';

/** The single value of a formula in a cell. */
export function evaluateCell(view: View, sheet: SheetState, row: number, column: number, formula: string): Scalar {
  const scope: Scope = { view, sheet, row, column, evaluate: (node) => evaluate(scope, node) };
  try {
    const value = scope.evaluate(parseFormula(formula, view.locale));
    if (!Array.isArray(value)) return value ?? 0;
    if (value.length > 1 || (value[0]?.length ?? 0) > 1) throw notEmulated('a formula that fills several cells');
    return value[0]?.[0] ?? 0;
  } catch (error) {
    return asCellError(error);
  }
}

function asCellError(error: unknown): CellError {
  if (isFailure(error)) return error.cell;
  if (error instanceof FormulaSyntaxError) return { text: '#ERROR!', type: 'ERROR', message: error.message };
  throw error;
}

function evaluate(scope: Scope, node: Node): Value {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'missing':
      return undefined;
    case 'error':
      throw fail(node.text);
    case 'reference':
      return readReference(scope, node);
    case 'unary':
      return unary(scope, node.operator, node.operand);
    case 'binary':
      return binary(scope, node.operator, node.left, node.right);
    case 'call':
      return callFunction(scope, node.name, node.args);
    case 'name':
      throw fail('#NAME?', `Unknown range name: '${node.name}'.`);
  }
}

function readReference({ view, sheet: home }: Scope, node: ReferenceNode): Matrix {
  const title = node.title?.toLowerCase();
  const sheet =
    title === undefined ? home : view.sheets.find(({ meta }) => meta.properties.title.toLowerCase() === title);
  if (!sheet) throw fail('#REF!', 'Unresolved sheet name.');
  const rect = keptRect(sheet, {});
  const { startRow = 0, endRow = rect.endRow, startColumn = 0, endColumn = rect.endColumn } = node;
  if (startRow >= rect.endRow || startColumn >= rect.endColumn) throw fail('#REF!', 'Reference does not exist.');
  const lastRow = Math.max(startRow + 1, Math.min(endRow, sheet.rows.length));
  const matrix: Matrix = [];
  for (let row = startRow; row < lastRow; row++) {
    const line: Scalar[] = [];
    for (let column = startColumn; column < endColumn; column++) line.push(view.effective(sheet, row, column));
    matrix.push(line);
  }
  return matrix;
}

function unary(scope: Scope, operator: string, operand: Node): number {
  const value = toNumber(single(scope.evaluate(operand)));
  if (operator === '%') return value / 100;
  return operator === '-' ? -value : value;
}

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => {
    if (b === 0) throw fail('#DIV/0!', 'Function DIVIDE parameter 2 cannot be zero.');
    return a / b;
  },
  '^': (a, b) => a ** b,
};

const COMPARISONS: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function binary(scope: Scope, operator: string, left: Node, right: Node): Scalar {
  const a = single(scope.evaluate(left));
  const b = single(scope.evaluate(right));
  if (operator === '&') return toText(a, scope.view.locale) + toText(b, scope.view.locale);
  const test = COMPARISONS[operator];
  if (test) return test(compare(a, b));
  const result = ARITHMETIC[operator]?.(toNumber(a), toNumber(b)) ?? Number.NaN;
  if (!Number.isFinite(result)) throw fail('#NUM!', 'Result is not a number.');
  return result;
}

function callFunction(scope: Scope, name: string, args: Node[]): Value {
  const lazy = Object.hasOwn(LAZY, name) ? LAZY[name] : undefined;
  if (lazy) return lazy(scope, args);
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) throw notEmulated(`the function ${name}`);
  return known(
    args.map((arg) => scope.evaluate(arg)),
    scope,
  );
}
