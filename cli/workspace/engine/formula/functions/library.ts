/**
 * Mathematics, statistics and finance from a library. Only functions of plain numbers are taken from it: those of text,
 * dates and ranges depend on the spreadsheet's locale and on its way of comparing, which the library does not know.
 */
import * as formulajs from '@formulajs/formulajs';
import { isError, type Scalar } from '../../values/scalar.ts';
import type { Args } from '../args.ts';
import { fail } from '../failure.ts';
import type { Plain, Value } from '../scope.ts';

const NAMES =
  'ACOS ACOSH ACOT ACOTH ASIN ASINH ATAN ATAN2 ATANH BASE BIN2DEC BIN2HEX BIN2OCT BITAND BITLSHIFT BITOR BITRSHIFT ' +
  'BITXOR COMBIN COMBINA COS COSH COT COTH CSC CSCH DEC2BIN DEC2HEX DEC2OCT DECIMAL DEGREES ERF ERFC EVEN EXP FACT ' +
  'FACTDOUBLE GCD HEX2BIN HEX2DEC HEX2OCT LCM LN LOG LOG10 MULTINOMIAL OCT2BIN OCT2DEC OCT2HEX ODD RADIANS SEC SECH ' +
  'SIN SINH SQRTPI SUMSQ TAN TANH ARABIC ROMAN ' +
  'AVEDEV AVERAGEA CORREL COVAR DEVSQ FISHER FISHERINV FORECAST GAMMALN GEOMEAN HARMEAN INTERCEPT KURT MAXA MEDIAN MINA ' +
  'MODE PEARSON PERCENTILE PERCENTRANK PERMUT QUARTILE RANK RSQ SKEW SLOPE STANDARDIZE STDEV STDEVA STDEVP STDEVPA ' +
  'STEYX TRIMMEAN VAR VARA VARP VARPA FREQUENCY SUMX2MY2 SUMX2PY2 SUMXMY2 MMULT NORMDIST NORMINV NORMSDIST NORMSINV ' +
  'CUMIPMT CUMPRINC DB DDB EFFECT FV IPMT IRR MIRR NOMINAL NPER NPV PMT PPMT PV RATE SLN SYD';

const ALLOWED = new Set(NAMES.split(' '));
/** Where the library keeps a function under a longer name, as newer spreadsheets write it. */
const LONGER: Record<string, string> = {
  MODE: 'MODESNGL',
  PERCENTILE: 'PERCENTILEINC',
  PERCENTRANK: 'PERCENTRANKINC',
  QUARTILE: 'QUARTILEINC',
  RANK: 'RANKEQ',
  STDEV: 'STDEVS',
  VAR: 'VARS',
};
const LIBRARY = formulajs as unknown as Record<string, (...args: unknown[]) => unknown>;

export const LIBRARY_NAMES: readonly string[] = [...ALLOWED];

/** Undefined if the library is not asked for this function. */
export function fromLibrary(name: string): ((args: Args) => Value) | undefined {
  const call = ALLOWED.has(name) ? LIBRARY[LONGER[name] ?? name] : undefined;
  return (
    call &&
    ((args) =>
      asValue(
        guarded(
          call,
          args.values.map((value, index) => given(args, value, index)),
        ),
      ))
  );
}

/** The library throws for too many arguments, and runs out of stack where there is no result. */
function guarded(call: (...args: unknown[]) => unknown, given: unknown[]): unknown {
  try {
    return call(...given);
  } catch (error) {
    throw error instanceof RangeError
      ? fail('#NUM!', 'The function has no result for these arguments.')
      : fail('#N/A', 'Wrong number of arguments.');
  }
}

/** Ranges without their empty cells and errors thrown; single values as they are. */
function given(args: Args, value: Value, index: number): unknown {
  if (!Array.isArray(value)) return value === undefined ? undefined : args.plain(index);
  const wrong = value.flat().find(isError);
  if (wrong) throw fail(wrong.text, wrong.message);
  return value.length === 1 || value[0]?.length === 1 ? value.flat().filter((cell) => cell !== undefined) : value;
}

function asValue(result: unknown): Value {
  if (result instanceof Error) {
    throw fail(result.message === '#ERROR!' ? '#N/A' : result.message, 'The arguments do not fit the function.');
  }
  if (Array.isArray(result)) {
    return result.map((row) => (Array.isArray(row) ? row : [row]).map((cell) => plain(cell)));
  }
  return plain(result);
}

function plain(result: unknown): Scalar {
  if (result instanceof Error) return fail(result.message).cell;
  if (typeof result === 'number' && !Number.isFinite(result)) throw fail('#NUM!', 'The result is not a number.');
  return result as Plain;
}
