/** The functions that formulas may use, by the way they take their arguments. */
import { Args, type CellFunction, type RangeFunction } from './args.ts';
import { fail, notEmulated } from './failure.ts';
import { AGGREGATE } from './functions/aggregate.ts';
import { ARRAYS } from './functions/arrays.ts';
import { DATES, WORKDAYS } from './functions/dates.ts';
import { fromLibrary, LIBRARY_NAMES } from './functions/library.ts';
import { LOOKUP } from './functions/lookup.ts';
import { MATHS } from './functions/maths.ts';
import { JOINING, TEXT } from './functions/text.ts';
import { LAZY } from './lazy.ts';
import type { Node } from './parse.ts';
import { broadcast, type Scope, type Value } from './scope.ts';

const CELL: Record<string, CellFunction> = { ...MATHS, ...TEXT, ...DATES };
const RANGE: Record<string, RangeFunction> = { ...AGGREGATE, ...LOOKUP, ...ARRAYS, ...JOINING, ...WORKDAYS };

/** Functions whose arguments are worked out cell by cell even outside of ARRAYFORMULA. */
const ARRAY_ARGUMENTS = new Set(['SUMPRODUCT', 'FILTER', 'SORT', 'SORTN', 'INDEX', 'MMULT', 'FREQUENCY']);
/** Functions that look one value up: their first argument is a single cell, or each cell in an array formula. */
const KEYED = new Set(['VLOOKUP', 'HLOOKUP', 'MATCH', 'XLOOKUP', 'LOOKUP']);

/** Functions of Google's that reach out of the spreadsheet, or that are written in formulas themselves. */
const REFUSED = new Set(
  (
    'IMPORTRANGE IMPORTDATA IMPORTHTML IMPORTXML IMPORTFEED GOOGLEFINANCE GOOGLETRANSLATE DETECTLANGUAGE SPARKLINE ' +
    'QUERY GETPIVOTDATA LAMBDA LET MAP REDUCE SCAN BYROW BYCOL MAKEARRAY AI'
  ).split(' '),
);

export const FUNCTION_NAMES: readonly string[] = [
  ...new Set([...Object.keys(LAZY), ...Object.keys(CELL), ...Object.keys(RANGE), ...LIBRARY_NAMES]),
].sort();
export const REFUSED_FUNCTIONS: readonly string[] = [...REFUSED];

const own = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

export function callFunction(scope: Scope, name: string, nodes: Node[]): Value {
  const lazy = own(LAZY, name);
  if (lazy) return lazy(scope, nodes);
  const cell = own(CELL, name);
  if (cell) {
    const values = nodes.map((node) => scope.operand(node));
    return broadcast(values, (cells) => cell(new Args(cells, scope)));
  }
  const range = own(RANGE, name) ?? fromLibrary(name);
  if (range) return callRange(scope, name, nodes, range);
  if (REFUSED.has(name)) throw notEmulated(`the function ${name}`);
  throw fail('#NAME?', `Unknown function: '${name}'.`);
}

function callRange(scope: Scope, name: string, nodes: Node[], call: RangeFunction): Value {
  const inner = ARRAY_ARGUMENTS.has(name) ? scope.inArray() : scope;
  if (!KEYED.has(name))
    return call(
      new Args(
        nodes.map((node) => inner.evaluate(node)),
        scope,
      ),
    );
  const [key, ...others] = nodes;
  const rest = others.map((node) => scope.evaluate(node));
  return broadcast([key ? scope.operand(key) : undefined], ([one]) => call(new Args([one, ...rest], scope)));
}
