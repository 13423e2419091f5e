/** Functions of dates and times, which are serial numbers of days. */
import { partsOf, serialOfDate, serialOfInstant, serialOfTime } from '../../values/serial.ts';
import type { Args, CellFunction, RangeFunction } from '../args.ts';
import { fail } from '../failure.ts';

/** A day counted from the first of a month; months and days may run over. */
function dateSerial(year: number, month: number, day: number): number {
  const first = serialOfDate(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, 1);
  if (first === undefined) throw fail('#NUM!', 'There is no such date.');
  return first + day - 1;
}

const lastDay = (year: number, month: number): number => partsOf(dateSerial(year, month + 1, 0)).getUTCDate();

/** The same day so many months later, or the last one of a shorter month. */
function addMonths(serial: number, months: number): number {
  const date = partsOf(Math.floor(serial));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + Math.trunc(months)];
  return dateSerial(year, month, Math.min(date.getUTCDate(), lastDay(year, month)));
}

/** Whole months between two days. */
function monthsBetween(start: number, end: number): number {
  const [from, to] = [partsOf(start), partsOf(end)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}

function difference(args: Args): number {
  const [start, end, unit] = [Math.floor(args.number(0)), Math.floor(args.number(1)), args.text(2).toUpperCase()];
  if (start > end) throw fail('#NUM!', 'Function DATEDIF parameter 1 should be on or before parameter 2.');
  const months = monthsBetween(start, end);
  switch (unit) {
    case 'D':
      return end - start;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD':
      return end - addMonths(start, months);
    case 'YD':
      return end - addMonths(start, Math.floor(months / 12) * 12);
    default:
      throw fail('#NUM!', `Function DATEDIF parameter 3 value is ${unit}.`);
  }
}

/** Days of the week count from Sunday (1), Monday (2) or Monday as 0 (3). */
function weekday(args: Args): number {
  const day = partsOf(Math.floor(args.number(0))).getUTCDay();
  const type = args.number(1, 1);
  if (type === 1) return day + 1;
  return type === 2 ? ((day + 6) % 7) + 1 : (day + 6) % 7;
}

/** Week 1 holds January 1st. */
function weekNumber(args: Args): number {
  const serial = Math.floor(args.number(0));
  const first = dateSerial(partsOf(serial).getUTCFullYear(), 1, 1);
  const startsOn = args.number(1, 1) === 2 ? 1 : 0;
  const offset = (partsOf(first).getUTCDay() - startsOn + 7) % 7;
  return Math.floor((serial - first + offset) / 7) + 1;
}

/** The week of the year by ISO 8601: that of its Thursday. */
function isoWeek(args: Args): number {
  const serial = Math.floor(args.number(0));
  const thursday = serial + 3 - ((partsOf(serial).getUTCDay() + 6) % 7);
  return Math.floor((thursday - dateSerial(partsOf(thursday).getUTCFullYear(), 1, 1)) / 7) + 1;
}

const part = (read: (date: Date) => number): CellFunction => {
  return (args) => read(partsOf(args.number(0)));
};

export const DATES: Record<string, CellFunction> = {
  NOW: ({ scope: { view } }) => serialOfInstant(view.now, view.timeZone),
  TODAY: ({ scope: { view } }) => Math.floor(serialOfInstant(view.now, view.timeZone)),
  DATE: (args) => dateSerial(args.number(0), args.number(1), args.number(2)),
  TIME: (args) => serialOfTime(args.number(0), args.number(1), args.number(2)) % 1,
  DATEVALUE: (args) => Math.floor(args.number(0)),
  TIMEVALUE: (args) => args.number(0) % 1,
  TO_DATE: (args) => args.number(0),
  YEAR: part((date) => date.getUTCFullYear()),
  MONTH: part((date) => date.getUTCMonth() + 1),
  DAY: part((date) => date.getUTCDate()),
  HOUR: part((date) => date.getUTCHours()),
  MINUTE: part((date) => date.getUTCMinutes()),
  SECOND: part((date) => date.getUTCSeconds()),
  WEEKDAY: weekday,
  WEEKNUM: weekNumber,
  ISOWEEKNUM: isoWeek,
  DAYS: (args) => Math.floor(args.number(0)) - Math.floor(args.number(1)),
  DATEDIF: difference,
  EDATE: (args) => addMonths(args.number(0), args.number(1)),
  EOMONTH: (args) => {
    const date = partsOf(Math.floor(args.number(0)));
    return dateSerial(date.getUTCFullYear(), date.getUTCMonth() + 2 + Math.trunc(args.number(1)), 0);
  },
};

const isWeekend = (serial: number): boolean => [0, 6].includes(partsOf(serial).getUTCDay());

function workdays(args: Args): number {
  const [start, end] = [Math.floor(args.number(0)), Math.floor(args.number(1))];
  const holidays = new Set(args.numbers(2).map(Math.floor));
  let days = 0;
  for (let day = Math.min(start, end); day <= Math.max(start, end); day++) {
    if (!isWeekend(day) && !holidays.has(day)) days++;
  }
  return start <= end ? days : -days;
}

function workday(args: Args): number {
  const holidays = new Set(args.numbers(2).map(Math.floor));
  const step = Math.sign(args.number(1));
  let day = Math.floor(args.number(0));
  for (let left = Math.abs(Math.trunc(args.number(1))); left > 0; ) {
    day += step;
    if (!isWeekend(day) && !holidays.has(day)) left--;
  }
  return day;
}

/** Functions that also take a range of holidays. */
export const WORKDAYS: Record<string, RangeFunction> = { NETWORKDAYS: workdays, WORKDAY: workday };
