/** How a spreadsheet's locale writes numbers and dates. */
import { invalid } from '../draft.ts';

export interface LocaleRules {
  readonly tag: string;
  readonly decimal: string;
  readonly group: string;
  /** Order of the numbers in a typed date such as 3/4/2026. */
  readonly dateOrder: 'mdy' | 'dmy';
  /** What separates hours and minutes when somebody types a time. */
  readonly timeSeparators: string;
  /** Absent where the Workspace does not know how Sheets writes money. */
  readonly currency?: { symbol: string; pattern: string };
  readonly patterns: { date: string; time: string; dateTime: string };
}

/** The locales that the offices meet, exactly; any other is derived from the language data of the runtime. */
const KNOWN: Record<string, LocaleRules> = {
  en_US: {
    tag: 'en-US',
    decimal: '.',
    group: ',',
    dateOrder: 'mdy',
    timeSeparators: ':',
    currency: { symbol: '$', pattern: '"$"#,##0.00' },
    patterns: { date: 'M/d/yyyy', time: 'h:mm:ss AM/PM', dateTime: 'M/d/yyyy H:mm:ss' },
  },
  id_ID: {
    tag: 'id-ID',
    decimal: ',',
    group: '.',
    dateOrder: 'dmy',
    timeSeparators: ':.',
    currency: { symbol: 'Rp', pattern: '"Rp"#,##0' },
    patterns: { date: 'dd/MM/yyyy', time: 'H:mm:ss', dateTime: 'dd/MM/yyyy H:mm:ss' },
  },
};

const ALIASES: Record<string, string> = { en: 'en_US', id: 'id_ID', in_ID: 'id_ID', in: 'id_ID' };

const derived = new Map<string, LocaleRules>();

/**
 * @param locale as the API writes it, `id_ID`
 * @throws GoogleError if there is no such locale
 */
export function localeRules(locale: string): LocaleRules {
  const name = ALIASES[locale] ?? locale;
  const rules = KNOWN[name] ?? derived.get(name) ?? derive(name);
  derived.set(name, rules);
  return rules;
}

function derive(locale: string): LocaleRules {
  const tag = locale.replaceAll('_', '-');
  if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})*$/.test(tag) || Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) {
    throw invalid(`Unsupported locale: ${locale}`);
  }
  const number = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(1234567.5);
  const part = (type: string, otherwise: string) => number.find((item) => item.type === type)?.value ?? otherwise;
  const day = new Intl.DateTimeFormat(tag).formatToParts(0);
  const order = day.filter(({ type }) => type !== 'literal').map(({ type }) => type);
  const date = day.map(({ type, value }) => DATE_PARTS[type] ?? value).join('');
  return {
    tag,
    decimal: part('decimal', '.'),
    group: part('group', ','),
    dateOrder: order.indexOf('month') < order.indexOf('day') ? 'mdy' : 'dmy',
    timeSeparators: ':',
    patterns: { date, time: 'H:mm:ss', dateTime: `${date} H:mm:ss` },
  };
}

const DATE_PARTS: Record<string, string> = { year: 'yyyy', month: 'MM', day: 'dd' };
