/** Java's SimpleDateFormat, as far as dates in sheets and messages need it: the patterns of Utilities.formatDate. */

import { exception } from '../../runtime/guest/bridge.ts';
import { intlZone, zonedParts } from '../../runtime/guest/zone.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const name = (date: Date, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: intlZone(zone), ...options }).format(date);

type Field = (width: number, date: Date, zone: string) => string;

const part =
  (field: 'day' | 'hour' | 'minute' | 'second' | 'millisecond'): Field =>
  (width, date, zone) =>
    pad(zonedParts(date.getTime(), zone)[field], width);

const offsetText = (date: Date, zone: string, separator: string): string => {
  const minutes = zonedParts(date.getTime(), zone).offsetMinutes;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
};

const FIELDS: Record<string, Field> = {
  y: (width, date, zone) => {
    const { year } = zonedParts(date.getTime(), zone);
    return width === 2 ? pad(year % 100, 2) : pad(year, width);
  },
  M: (width, date, zone) => {
    if (width > 2) return name(date, zone, { month: width === 3 ? 'short' : 'long' });
    return pad(zonedParts(date.getTime(), zone).month, width);
  },
  d: part('day'),
  H: part('hour'),
  h: (width, date, zone) => pad(((zonedParts(date.getTime(), zone).hour + 11) % 12) + 1, width),
  m: part('minute'),
  s: part('second'),
  S: part('millisecond'),
  a: (_width, date, zone) => (zonedParts(date.getTime(), zone).hour < 12 ? 'AM' : 'PM'),
  E: (width, date, zone) => name(date, zone, { weekday: width > 3 ? 'long' : 'short' }),
  u: (width, date, zone) => pad(zonedParts(date.getTime(), zone).weekday || 7, width),
  Z: (_width, date, zone) => offsetText(date, zone, ''),
  X: (width, date, zone) =>
    width === 1 ? offsetText(date, zone, '').slice(0, 3) : offsetText(date, zone, width === 3 ? ':' : ''),
};

/** @throws Exception for a pattern letter that is not reproduced. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token, quoted: string | undefined, letter: string) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    const field = FIELDS[letter];
    if (!field) throw exception(`not emulated: Utilities.formatDate with the pattern letter "${letter}"`, 'Error');
    return field(token.length, date, zone);
  });
}
