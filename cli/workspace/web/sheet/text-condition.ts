/** The conditions of conditional formats and filters that the page evaluates: those on a cell's displayed text. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export type TextTest = (text: string) => boolean;

const MAKE: Record<string, (wanted: string) => TextTest> = {
  BLANK: () => (text) => text === '',
  NOT_BLANK: () => (text) => text !== '',
  TEXT_EQ: (wanted) => (text) => fold(text) === wanted,
  TEXT_CONTAINS: (wanted) => (text) => fold(text).includes(wanted),
  TEXT_STARTS_WITH: (wanted) => (text) => fold(text).startsWith(wanted),
};

/** Sheets ignores case in conditions on text. */
const fold = (text: string): string => text.toLowerCase();

/** Undefined for a condition that is not evaluated here: other types, and formulas as the wanted text. */
export function textTest(condition: sheets_v4.Schema$BooleanCondition | undefined): TextTest | undefined {
  const make = MAKE[condition?.type ?? ''];
  const wanted = condition?.values?.[0]?.userEnteredValue ?? '';
  const needsText = condition?.type?.startsWith('TEXT_') ?? false;
  if (!make || wanted.startsWith('=') || (needsText && wanted === '')) return undefined;
  return make(fold(wanted));
}
