/** What a formula gives. Functions that are not reproduced give an error that says so; nothing is guessed. */
import type { SheetState } from '../model.ts';
import { keptRect } from '../ranges.ts';
import type { CellError, Scalar, View } from '../values/scalar.ts';
import { fail, isFailure } from './failure.ts';
import { callFunction } from './functions.ts';
import { FormulaSyntaxError, type Node, parseFormula, type ReferenceNode } from './parse.ts';
import { compare, toNumber, toText } from './scalars.ts';
import { asMatrix, broadcast, isMany, type Matrix, type Scope, single, type Value } from './scope.ts';

/** Everything that a formula gives, of which the first cell is its own. */
export function evaluateFormula(view: View, sheet: SheetState, row: number, column: number, formula: string): Matrix {
  const scope = createScope({ view, sheet, row, column }, false);
  try {
    return asMatrix(scope.operand(parseFormula(formula, view.locale)));
  } catch (error) {
    return [[asCellError(error)]];
  }
}

type Place = Pick<Scope, 'view' | 'sheet' | 'row' | 'column'>;

function createScope(place: Place, isArray: boolean): Scope {
  const scope: Scope = {
    ...place,
    isArray,
    evaluate: (node) => evaluate(scope, node),
    operand: (node) => ownCell(scope, node, evaluate(scope, node)),
    inArray: () => (isArray ? scope : createScope(place, true)),
  };
  return scope;
}

function asCellError(error: unknown): CellError {
  if (isFailure(error)) return error.cell;
  if (error instanceof FormulaSyntaxError) return { text: '#ERROR!', type: 'ERROR', message: error.message };
  throw error;
}

/** A row or column where one value is needed stands for its cell beside the formula. */
function ownCell(scope: Scope, node: Node, value: Value): Value {
  if (scope.isArray || node.kind !== 'reference' || !isMany(value)) return value;
  const { startRow = 0, startColumn = 0 } = node;
  const isColumn = value[0]?.length === 1;
  const line = value[isColumn ? scope.row - startRow : 0];
  if ((isColumn || value.length === 1) && line) {
    const index = isColumn ? 0 : scope.column - startColumn;
    if (index >= 0 && index < line.length) return line[index];
  }
  throw fail('#VALUE!', 'An array value could not be found.');
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
    case 'array':
      return node.rows.flatMap((row) => besideEachOther(row.map((item) => asMatrix(scope.evaluate(item)))));
    case 'unary':
      return unary(scope, node.operator, node.operand);
    case 'binary':
      return binary(scope, node.operator, node.left, node.right);
    case 'call':
      return callFunction(scope, node.name, node.args);
    case 'name':
      return named(scope, node.name);
  }
}

function besideEachOther(matrices: Matrix[]): Matrix {
  const height = Math.max(...matrices.map((matrix) => matrix.length));
  return Array.from({ length: height }, (_, row) => matrices.flatMap((matrix) => matrix[row] ?? []));
}

function named(scope: Scope, name: string): Value {
  const range = scope.view.namedRange(name);
  const sheet = range && scope.view.sheets.find(({ meta }) => meta.properties.sheetId === (range.sheetId ?? 0));
  if (!range || !sheet) throw fail('#NAME?', `Unknown range name: '${name}'.`);
  const { startRow, endRow, startColumn, endColumn } = keptRect(sheet, range);
  const { title } = sheet.meta.properties;
  return readReference(scope, { kind: 'reference', title, startRow, endRow, startColumn, endColumn });
}

function readReference({ view, sheet: home }: Scope, node: ReferenceNode): Matrix {
  const title = node.title?.toLowerCase();
  const sheet =
    title === undefined ? home : view.sheets.find(({ meta }) => meta.properties.title.toLowerCase() === title);
  if (!sheet) throw fail('#REF!', 'Unresolved sheet name.');
  const rect = keptRect(sheet, {});
  const { startRow = 0, endRow = rect.endRow, startColumn = 0, endColumn = rect.endColumn } = node;
  if (startRow >= rect.endRow || startColumn >= rect.endColumn) throw fail('#REF!', 'Reference does not exist.');
  // An open range ends with the last row in use: what is below is empty in every range alike.
  const used = node.endRow === undefined ? view.usedRows(sheet) : rect.endRow;
  const lastRow = Math.max(startRow + 1, Math.min(endRow, used));
  const matrix: Matrix = [];
  for (let row = startRow; row < lastRow; row++) {
    const line: Scalar[] = [];
    for (let column = startColumn; column < endColumn; column++) line.push(view.effective(sheet, row, column));
    matrix.push(line);
  }
  return matrix;
}

function unary(scope: Scope, operator: string, operand: Node): Value {
  return broadcast([scope.operand(operand)], ([cell]) => {
    const value = toNumber(single(cell), scope.view.locale);
    if (operator === '%') return value / 100;
    return operator === '-' ? -value : value;
  });
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

function binary(scope: Scope, operator: string, left: Node, right: Node): Value {
  const { locale } = scope.view;
  return broadcast([scope.operand(left), scope.operand(right)], ([one, other]) => {
    const a = single(one);
    const b = single(other);
    if (operator === '&') return toText(a, locale) + toText(b, locale);
    const test = COMPARISONS[operator];
    if (test) return test(compare(a, b));
    const result = ARITHMETIC[operator]?.(toNumber(a, locale), toNumber(b, locale)) ?? Number.NaN;
    if (!Number.isFinite(result)) throw fail('#NUM!', 'Result is not a number.');
    return result;
  });
}
