/** How a spreadsheet's locale writes numbers and dates. Only the two that the offices can meet are known. */
import { NotEmulatedError } from '../../errors.ts';

export interface LocaleRules {
  readonly tag: string;
  readonly decimal: string;
  readonly group: string;
  /** Order of the numbers in a typed date such as 3/4/2026. */
  readonly dateOrder: 'mdy' | 'dmy';
  /** What separates hours and minutes when somebody types a time. */
  readonly timeSeparators: string;
  readonly currency: { symbol: string; pattern: string };
  readonly patterns: { date: string; time: string; dateTime: string };
}

const ENGLISH: LocaleRules = {
  tag: 'en-US',
  decimal: '.',
  group: ',',
  dateOrder: 'mdy',
  timeSeparators: ':',
  currency: { symbol: '$', pattern: '"$"#,##0.00' },
  patterns: { date: 'M/d/yyyy', time: 'h:mm:ss AM/PM', dateTime: 'M/d/yyyy H:mm:ss' },
};

const INDONESIAN: LocaleRules = {
  tag: 'id-ID',
  decimal: ',',
  group: '.',
  dateOrder: 'dmy',
  timeSeparators: ':.',
  currency: { symbol: 'Rp', pattern: '"Rp"#,##0' },
  patterns: { date: 'dd/MM/yyyy', time: 'H:mm:ss', dateTime: 'dd/MM/yyyy H:mm:ss' },
};

const LOCALES = new Map([
  ['en_US', ENGLISH],
  ['en', ENGLISH],
  ['id_ID', INDONESIAN],
  ['id', INDONESIAN],
  ['in_ID', INDONESIAN],
]);

/** @throws NotEmulatedError for a locale whose rules the Workspace does not know. */
export function localeRules(locale: string): LocaleRules {
  const rules = LOCALES.get(locale);
  if (!rules) throw new NotEmulatedError(`spreadsheet locale ${locale}`);
  return rules;
}
