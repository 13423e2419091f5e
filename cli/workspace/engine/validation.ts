/** Data validation: whether a value is one that a cell's rule allows. Empty is always allowed. */
import type { Draft } from './draft.ts';
import type { DataValidationRule, SheetState } from './model.ts';
import { findRange } from './ranges.ts';
import { parseEntered } from './values/parse-entered.ts';
import type { Scalar, View } from './values/scalar.ts';
import { displayed } from './values/view.ts';

/** What a check sees of a rule: its values as text and as numbers (dates as serial numbers). */
interface Check {
  text: string;
  number: number | undefined;
  texts: string[];
  numbers: (number | undefined)[];
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const URL_LIKE = /^(https?:\/\/)?([a-z0-9-]+\.)+[a-z]{2,}(\/\S*)?$/i;

const inOrder = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && a <= b;
const below = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && a < b;
const between = ({ number, numbers: [low, high] }: Check): boolean => inOrder(low, number) && inOrder(number, high);
const first = ({ texts }: Check): string => (texts[0] ?? '').toLowerCase();
const same = ({ number, numbers }: Check): boolean => number !== undefined && number === numbers[0];

const CHECKS: Record<string, (check: Check) => boolean> = {
  ONE_OF_LIST: ({ text, texts }) => texts.includes(text),
  BOOLEAN: ({ text, texts }) => (texts.length > 0 ? texts : ['TRUE', 'FALSE']).includes(text),
  TEXT_CONTAINS: (check) => check.text.toLowerCase().includes(first(check)),
  TEXT_NOT_CONTAINS: (check) => !check.text.toLowerCase().includes(first(check)),
  TEXT_EQ: (check) => check.text.toLowerCase() === first(check),
  TEXT_STARTS_WITH: (check) => check.text.toLowerCase().startsWith(first(check)),
  TEXT_ENDS_WITH: (check) => check.text.toLowerCase().endsWith(first(check)),
  TEXT_IS_EMAIL: ({ text }) => EMAIL.test(text),
  TEXT_IS_URL: ({ text }) => URL_LIKE.test(text),
  NUMBER_GREATER: ({ number, numbers }) => below(numbers[0], number),
  NUMBER_GREATER_THAN_EQ: ({ number, numbers }) => inOrder(numbers[0], number),
  NUMBER_LESS: ({ number, numbers }) => below(number, numbers[0]),
  NUMBER_LESS_THAN_EQ: ({ number, numbers }) => inOrder(number, numbers[0]),
  NUMBER_EQ: same,
  NUMBER_NOT_EQ: (check) => check.number !== undefined && !same(check),
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: (check) => check.number !== undefined && !between(check),
  DATE_IS_VALID: ({ number }) => number !== undefined,
  DATE_EQ: same,
  DATE_BEFORE: ({ number, numbers }) => below(number, numbers[0]),
  DATE_AFTER: ({ number, numbers }) => below(numbers[0], number),
  DATE_ON_OR_BEFORE: ({ number, numbers }) => inOrder(number, numbers[0]),
  DATE_ON_OR_AFTER: ({ number, numbers }) => inOrder(numbers[0], number),
  DATE_BETWEEN: between,
  DATE_NOT_BETWEEN: (check) => check.number !== undefined && !between(check),
};

/**
 * Whether the rule forbids the value. Rules that need a formula (CUSTOM_FORMULA) and kinds that are not reproduced
 * are kept but forbid nothing.
 */
export function violates(
  view: View,
  draft: Draft,
  sheet: SheetState,
  rule: DataValidationRule,
  value: Scalar,
): boolean {
  if (value === undefined) return false;
  const type = rule.condition?.type ?? '';
  const given = (rule.condition?.values ?? []).map((item) => item.userEnteredValue ?? '');
  const text = displayed(value, undefined, view.locale);
  if (type === 'ONE_OF_RANGE') return !rangeTexts(view, draft, sheet, given[0] ?? '').has(text);
  const check = CHECKS[type];
  if (!check) return false;
  const numbers = given.map((item) => asNumber(parseEntered(item, view.locale).value));
  return !check({ text, number: asNumber(value), texts: given, numbers });
}

const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The texts of a range such as `=Pengaturan!$A$2:$A`. */
function rangeTexts(view: View, draft: Draft, home: SheetState, reference: string): Set<string> {
  const written = reference.replace(/^=/, '').replaceAll('$', '');
  const local = written.includes('!') ? written : `'${home.meta.properties.title.replaceAll("'", "''")}'!${written}`;
  const { sheet, rect } = findRange(draft, local);
  const texts = new Set<string>();
  for (let row = rect.startRow; row < Math.min(rect.endRow, sheet.rows.length); row++) {
    for (let column = rect.startColumn; column < rect.endColumn; column++) {
      const { style } = sheet.cell(row, column);
      texts.add(displayed(view.effective(sheet, row, column), style, view.locale));
    }
  }
  texts.delete('');
  return texts;
}
