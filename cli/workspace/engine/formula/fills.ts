/** Which formulas may give more than one cell. Any other is only worked out when somebody looks at its cell. */
import { isFormula, type Slot } from '../model.ts';

const CANDIDATE =
  /\b(?:ARRAYFORMULA|FILTER|SORTN?|UNIQUE|SPLIT|TRANSPOSE|SEQUENCE|FLATTEN|TOCOL|TOROW|[VH]STACK|ARRAY_CONSTRAIN|CHOOSECOLS|CHOOSEROWS|XLOOKUP|INDEX|OFFSET|INDIRECT|MMULT|FREQUENCY)\s*\(|\{/i;

export const mayFill = (value: Slot): boolean => isFormula(value) && CANDIDATE.test(value.formula);
