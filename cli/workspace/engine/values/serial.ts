/** Dates in a sheet are serial numbers: days since 30 December 1899, the time as a fraction of a day. */

const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** The calendar's parts of a serial number, as a clock on the wall shows them. */
export function partsOf(serial: number): Date {
  return new Date(EPOCH + Math.round(serial * 86_400_000));
}

/** undefined if there is no such day. */
export function serialOfDate(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round((date.getTime() - EPOCH) / DAY_MS);
}

/** The time of day as a fraction. */
export const serialOfTime = (hours: number, minutes: number, seconds: number): number =>
  (hours * 3600 + minutes * 60 + seconds) / 86_400;

/** What the wall clock of a time zone shows at an instant. */
export function serialOfInstant(instant: number, timeZone: string): number {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone === 'Etc/GMT' ? 'UTC' : timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const day = serialOfDate(part('year'), part('month'), part('day')) ?? 0;
  return day + serialOfTime(part('hour'), part('minute'), part('second'));
}
