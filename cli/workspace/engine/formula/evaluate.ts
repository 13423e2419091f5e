/** What a formula gives. */
import { NotEmulatedError } from '../../errors.ts';
import type { SheetState } from '../model.ts';
import type { Scalar, View } from '../values/view.ts';

export function evaluateCell(_view: View, _sheet: SheetState, _row: number, _column: number, _formula: string): Scalar {
  throw new NotEmulatedError('formulas');
}
