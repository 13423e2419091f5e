/** Conditions of validation rules and conditional formats: which kind needs how many values. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { invalid } from '../draft.ts';

type Condition = Clean<sheets_v4.Schema$BooleanCondition>;

/** Fewest and most values; every kind that is not here needs exactly one. */
const VALUES: Record<string, readonly [least: number, most: number]> = {
  NUMBER_BETWEEN: [2, 2],
  NUMBER_NOT_BETWEEN: [2, 2],
  DATE_BETWEEN: [2, 2],
  DATE_NOT_BETWEEN: [2, 2],
  TEXT_IS_EMAIL: [0, 0],
  TEXT_IS_URL: [0, 0],
  DATE_IS_VALID: [0, 0],
  BLANK: [0, 0],
  NOT_BLANK: [0, 0],
  ONE_OF_LIST: [1, Number.POSITIVE_INFINITY],
  BOOLEAN: [0, 2],
  TEXT_NOT_EQ: [1, Number.POSITIVE_INFINITY],
  DATE_NOT_EQ: [1, Number.POSITIVE_INFINITY],
};

/** @throws GoogleError if the kind is missing or the values are too few or too many */
export function checkCondition(condition: Condition | undefined): void {
  if (!condition?.type) throw invalid('rule.condition.type must be specified.');
  const [least, most] = VALUES[condition.type] ?? [1, 1];
  const count = condition.values?.length ?? 0;
  if (count >= least && count <= most) return;
  const needed = least === most ? `${least}` : `at least ${least}`;
  throw invalid(`ConditionValue count ${count} does not fit: ${condition.type} requires ${needed}.`);
}
