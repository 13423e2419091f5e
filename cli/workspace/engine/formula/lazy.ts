/** Functions that do not always look at all their arguments, or that look at references instead of values. */

import { columnLetters } from '../a1.ts';
import { cellAt, isFormula } from '../model.ts';
import { isError, type Scalar } from '../values/scalar.ts';
import { fail, isFailure } from './failure.ts';
import { type Node, parseFormula, type ReferenceNode } from './parse.ts';
import { compare, toBoolean, toNumber, toText } from './scalars.ts';
import { broadcast, isMany, type Scope, single, type Value } from './scope.ts';

type Lazy = (scope: Scope, args: Node[]) => Value;

const at = (scope: Scope, node: Node | undefined): Value => (node ? scope.operand(node) : undefined);
const number = (scope: Scope, node: Node | undefined, otherwise = 0): number =>
  node && node.kind !== 'missing' ? toNumber(single(at(scope, node)), scope.view.locale) : otherwise;

/** In an array formula each cell of the condition chooses for itself. */
function choose(scope: Scope, [test, yes, no]: Node[]): Value {
  const condition = at(scope, test);
  const otherwise = (): Value => (no ? at(scope, no) : false);
  if (!isMany(condition)) return toBoolean(single(condition)) ? at(scope, yes) : otherwise();
  return broadcast([condition, at(scope, yes), otherwise()], ([cell, one, other]) =>
    toBoolean(single(cell)) ? one : other,
  );
}

/** The value, or what to use instead where it is an error of a kind that `caught` accepts. */
function recover(scope: Scope, [first, second]: Node[], caught: (text: string) => boolean): Value {
  const instead = (): Value => (second ? (at(scope, second) ?? '') : '');
  try {
    const value = at(scope, first);
    return broadcast([value], ([cell]) => (isError(cell) && caught(cell.text) ? single(instead()) : cell));
  } catch (error) {
    if (isFailure(error) && caught(error.cell.text)) return instead();
    throw error;
  }
}

function firstTrue(scope: Scope, args: Node[]): Value {
  for (let index = 0; index + 1 < args.length; index += 2) {
    if (toBoolean(single(at(scope, args[index])))) return at(scope, args[index + 1]);
  }
  throw fail('#N/A', 'No match.');
}

function switched(scope: Scope, [first, ...cases]: Node[]): Value {
  const value = single(at(scope, first));
  for (let index = 0; index + 1 < cases.length; index += 2) {
    if (compare(single(at(scope, cases[index])), value) === 0) return at(scope, cases[index + 1]);
  }
  if (cases.length % 2 === 1) return at(scope, cases.at(-1));
  throw fail('#N/A', 'No match.');
}

function asReference(node: Node | undefined): ReferenceNode {
  if (node?.kind !== 'reference') throw fail('#N/A', 'Argument must be a range.');
  return node;
}

/** The numbers of the rows or columns of a reference; of the formula's own cell without one. */
function numbersOf(scope: Scope, node: Node | undefined, dimension: 'Row' | 'Column'): Value {
  if (!node) return (dimension === 'Row' ? scope.row : scope.column) + 1;
  const reference = asReference(node);
  const first = reference[`start${dimension}`] ?? 0;
  if (!scope.isArray) return first + 1;
  const cells = scope.evaluate(node);
  const matrix = Array.isArray(cells) ? cells : [[cells]];
  return dimension === 'Row'
    ? matrix.map((_, offset) => [first + offset + 1])
    : [(matrix[0] ?? []).map((_, offset) => first + offset + 1)];
}

function sizeOf(scope: Scope, node: Node | undefined, dimension: 'Row' | 'Column'): number {
  const [start, end] = node?.kind === 'reference' ? [node[`start${dimension}`], node[`end${dimension}`]] : [];
  if (start !== undefined && end !== undefined) return end - start;
  if (node?.kind === 'reference') {
    const { meta } = sheetOf(scope, node);
    return (dimension === 'Row' ? meta.rowCount : meta.columnCount) - (start ?? 0);
  }
  const value = at(scope, node);
  const matrix = Array.isArray(value) ? value : [[value]];
  return dimension === 'Row' ? matrix.length : (matrix[0]?.length ?? 0);
}

function sheetOf(scope: Scope, { title }: ReferenceNode) {
  if (title === undefined) return scope.sheet;
  const wanted = title.toLowerCase();
  const found = scope.view.sheets.find(({ meta }) => meta.properties.title.toLowerCase() === wanted);
  if (!found) throw fail('#REF!', 'Unresolved sheet name.');
  return found;
}

/** A reference moved by rows and columns, with another size if one is given. */
function offset(scope: Scope, [node, rows, columns, height, width]: Node[]): Value {
  const { title, startRow = 0, startColumn = 0, endRow, endColumn } = asReference(node);
  const moved = { row: startRow + number(scope, rows), column: startColumn + number(scope, columns) };
  if (moved.row < 0 || moved.column < 0) throw fail('#REF!', 'OFFSET evaluates to an out of bounds range.');
  const tall = number(scope, height, (endRow ?? startRow + 1) - startRow);
  const wide = number(scope, width, (endColumn ?? startColumn + 1) - startColumn);
  return scope.evaluate({
    kind: 'reference',
    ...(title !== undefined && { title }),
    startRow: moved.row,
    endRow: moved.row + tall,
    startColumn: moved.column,
    endColumn: moved.column + wide,
  });
}

/** The range that a text names: a reference or a named range. */
function indirect(scope: Scope, [node]: Node[]): Value {
  const text = toText(single(at(scope, node)), scope.view.locale);
  const named = parseFormula(`=${text}`, scope.view.locale);
  if (named.kind !== 'reference' && named.kind !== 'name') {
    throw fail('#REF!', `Function INDIRECT parameter 1 value is '${text}'. It is not a valid cell/range reference.`);
  }
  return scope.evaluate(named);
}

function isFormulaCell(scope: Scope, node: Node | undefined): boolean {
  const reference = asReference(node);
  return isFormula(cellAt(sheetOf(scope, reference), reference.startRow ?? 0, reference.startColumn ?? 0).value);
}

function address(scope: Scope, [row, column, mode, _, sheet]: Node[]): string {
  const kind = number(scope, mode, 1);
  const letters = `${kind === 1 || kind === 3 ? '$' : ''}${columnLetters(number(scope, column) - 1)}`;
  const digits = `${kind <= 2 ? '$' : ''}${number(scope, row)}`;
  const title = sheet ? `${toText(single(at(scope, sheet)), scope.view.locale)}!` : '';
  return title + letters + digits;
}

const errorAsValue = (scope: Scope, node: Node | undefined): Value => {
  try {
    return at(scope, node);
  } catch (error) {
    if (isFailure(error)) return error.cell satisfies Scalar;
    throw error;
  }
};

/** Asks about a value that may be an error, also one that is thrown. */
const asks =
  (test: (value: Scalar) => boolean): Lazy =>
  (scope, [node]) =>
    broadcast([errorAsValue(scope, node)], ([cell]) => test(cell));

const isNotAvailable = (value: Scalar): boolean => isError(value) && value.text === '#N/A';

export const LAZY: Record<string, Lazy> = {
  IF: choose,
  IFS: firstTrue,
  SWITCH: switched,
  CHOOSE: (scope, [index, ...choices]) => {
    const chosen = choices[number(scope, index) - 1];
    if (!chosen) throw fail('#NUM!', 'Function CHOOSE parameter 1 is out of bounds.');
    return at(scope, chosen);
  },
  IFERROR: (scope, args) => recover(scope, args, () => true),
  IFNA: (scope, args) => recover(scope, args, (text) => text === '#N/A'),
  ISERROR: asks(isError),
  ISNA: asks(isNotAvailable),
  ISERR: asks((value) => isError(value) && !isNotAvailable(value)),
  ARRAYFORMULA: (scope, [node]) => (node ? scope.inArray().evaluate(node) : undefined),
  ROW: (scope, [node]) => numbersOf(scope, node, 'Row'),
  COLUMN: (scope, [node]) => numbersOf(scope, node, 'Column'),
  ROWS: (scope, [node]) => sizeOf(scope, node, 'Row'),
  COLUMNS: (scope, [node]) => sizeOf(scope, node, 'Column'),
  OFFSET: offset,
  INDIRECT: indirect,
  ADDRESS: address,
  ISFORMULA: (scope, [node]) => isFormulaCell(scope, node),
  ISREF: (_, [node]) => node?.kind === 'reference',
};
