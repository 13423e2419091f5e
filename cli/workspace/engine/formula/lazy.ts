/** Functions that do not always look at all their arguments, or that look at the cell itself. */

import { isError } from '../values/scalar.ts';
import { fail, isFailure } from './failure.ts';
import type { Node } from './parse.ts';
import { toBoolean } from './scalars.ts';
import { type Scope, single, type Value } from './scope.ts';

type Lazy = (scope: Scope, args: Node[]) => Value;

const at = (scope: Scope, node: Node | undefined): Value => (node ? scope.evaluate(node) : undefined);

/** The value, or what to use instead if it is an error of a kind that `caught` accepts. */
function recover(scope: Scope, [first, second]: Node[], caught: (text: string) => boolean): Value {
  try {
    const value = at(scope, first);
    const only = Array.isArray(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value;
    if (!Array.isArray(only) && isError(only)) throw fail(only.text, only.message);
    return only;
  } catch (error) {
    if (isFailure(error) && caught(error.cell.text)) return at(scope, second) ?? '';
    throw error;
  }
}

/** Where a reference begins; the formula's own cell without one. */
function position(node: Node | undefined, key: 'startRow' | 'startColumn', own: number): number {
  if (!node) return own + 1;
  if (node.kind !== 'reference') throw fail('#VALUE!', 'Argument must be a range.');
  return (node[key] ?? 0) + 1;
}

function isErrorValue(scope: Scope, node: Node | undefined): boolean {
  try {
    single(at(scope, node));
    return false;
  } catch (error) {
    if (isFailure(error)) return true;
    throw error;
  }
}

export const LAZY: Record<string, Lazy> = {
  IF: (scope, [test, yes, no]) => (toBoolean(single(at(scope, test))) ? at(scope, yes) : no ? at(scope, no) : false),
  IFS: (scope, args) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (toBoolean(single(at(scope, args[index])))) return at(scope, args[index + 1]);
    }
    throw fail('#N/A', 'No match.');
  },
  IFERROR: (scope, args) => recover(scope, args, () => true),
  IFNA: (scope, args) => recover(scope, args, (text) => text === '#N/A'),
  ISERROR: (scope, [node]) => isErrorValue(scope, node),
  ROW: (scope, [node]) => position(node, 'startRow', scope.row),
  COLUMN: (scope, [node]) => position(node, 'startColumn', scope.column),
};
