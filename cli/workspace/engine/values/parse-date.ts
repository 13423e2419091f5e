/** Dates, times and durations as somebody types them, each with the format that keeps it looking as it was typed. */
import type { LocaleRules } from './locale.ts';
import { serialOfDate, serialOfTime } from './serial.ts';

interface Moment {
  value: number;
  type: 'DATE' | 'TIME' | 'DATE_TIME';
  pattern: string;
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const SHORT_DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_FIRST = /^(\d{1,2})([\s-]+)(\p{L}+)\.?(,?[\s-]+)(\d{4})$/u;
const MONTH_FIRST = /^(\p{L}+)\.?(\s+)(\d{1,2})(,?\s+)(\d{4})$/u;

/** undefined if the text is none of them. */
export function parseMoment(text: string, locale: LocaleRules): Moment | undefined {
  const day = parseDate(text, locale);
  if (day) return day;
  const time = parseTime(text, locale);
  if (time) return time;
  const both = /^(\S+|.*\d{4}),?(?:\s+|T)(\d.*)$/.exec(text);
  const date = both && parseDate((both[1] ?? '').replace(/,$/, ''), locale);
  const clock = both && parseTime(both[2] ?? '', locale);
  if (!date || !clock || clock.value >= 1) return undefined;
  const pattern = date.pattern === locale.patterns.date ? locale.patterns.dateTime : `${date.pattern} h:mm:ss`;
  return { value: date.value + clock.value, type: 'DATE_TIME', pattern };
}

function parseDate(text: string, locale: LocaleRules): Moment | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, mark = '-', month, day] = yearFirst;
    return moment(serialOfDate(Number(year), Number(month), Number(day)), ['yyyy', 'mm', 'dd'].join(mark));
  }
  const short = SHORT_DATE.exec(text);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[3])];
    const [month, day] = locale.dateOrder === 'mdy' ? [first, second] : [second, first];
    return moment(serialOfDate(fullYear(short[4] ?? ''), month, day), locale.patterns.date);
  }
  return parseNamedMonth(text, locale);
}

const moment = (value: number | undefined, pattern: string): Moment | undefined =>
  value === undefined ? undefined : { value, type: 'DATE', pattern };

/** `5 Januari 2026`, `5-Jan-2026`, `Jan 5, 2026`. */
function parseNamedMonth(text: string, locale: LocaleRules): Moment | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const match = dayFirst ?? MONTH_FIRST.exec(text);
  if (!match) return undefined;
  const [, first = '', gap = ' ', second = '', comma = ' ', year] = match;
  const [day, name] = dayFirst ? [first, second] : [second, first];
  const found = monthNames(locale.tag).get(name.toLowerCase()) ?? monthNames('en-US').get(name.toLowerCase());
  if (!found) return undefined;
  const [before, after] = dayFirst ? ['d', found.pattern] : [found.pattern, 'd'];
  return moment(serialOfDate(Number(year), found.month, Number(day)), `${before}${gap}${after}${comma}yyyy`);
}

type MonthNames = ReadonlyMap<string, { month: number; pattern: 'mmm' | 'mmmm' }>;
const knownNames = new Map<string, MonthNames>();

/** The long and short names of a language; a name that is both (`Mei`) counts as short. */
function monthNames(tag: string): MonthNames {
  const known = knownNames.get(tag);
  if (known) return known;
  const names = new Map<string, { month: number; pattern: 'mmm' | 'mmmm' }>();
  for (const [style, pattern] of [
    ['long', 'mmmm'],
    ['short', 'mmm'],
  ] as const) {
    const format = new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const name = format
        .format(Date.UTC(2026, month - 1, 1))
        .replace('.', '')
        .toLowerCase();
      names.set(name, { month, pattern });
    }
  }
  knownNames.set(tag, names);
  return names;
}

/** Two digits mean 1930 to 2029. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** A time of day; from 24 hours on it is a duration. */
function parseTime(text: string, { timeSeparators }: LocaleRules): Moment | undefined {
  const separator = `[${timeSeparators}]`;
  const pattern = new RegExp(`^(\\d{1,4})${separator}(\\d{2})(?:${separator}(\\d{2}(?:\\.\\d+)?))?\\s*([ap]m)?$`, 'i');
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, typedHours, typedMinutes, typedSeconds, half] = match;
  const [minutes, seconds] = [Number(typedMinutes), Number(typedSeconds ?? 0)];
  const hours = to24(Number(typedHours), half?.toLowerCase());
  if (hours === undefined || minutes > 59 || seconds >= 60) return undefined;
  const shown = hours >= 24 ? '[h]:mm:ss' : `h:mm${typedSeconds ? ':ss' : ''}${half ? ' am/pm' : ''}`;
  return { value: serialOfTime(hours, minutes, seconds), type: 'TIME', pattern: shown };
}

function to24(hours: number, half: string | undefined): number | undefined {
  if (!half) return hours;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half === 'pm' ? 12 : 0);
}
