/**
 * Date's local methods in the script's time zone. The zone of the machine cannot be changed for one thread, so the
 * methods that depend on it are replaced: each works on a copy that is shifted so that its UTC fields show local time.
 */
import { zonedParts } from './zone.ts';

const FIELDS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const MINUTE = 60_000;

type Anything = (this: Date, ...args: unknown[]) => unknown;

/** Converts between instants and what a wall clock of a zone shows, written as if it were UTC. */
export interface Wall {
  of(instant: number): number;
  /** Of two instants that show the same (a clock set back) the earlier; only zones with summer time have them. */
  instant(wall: number): number;
}

export function wallOf(zone: string): Wall {
  const offset = (instant: number) => zonedParts(instant, zone).offsetMinutes * MINUTE;
  return {
    of: (instant) => (Number.isNaN(instant) ? instant : instant + offset(instant)),
    instant(wall) {
      if (Number.isNaN(new Date(wall).getTime())) return Number.NaN;
      const guess = wall - offset(wall);
      return wall - offset(guess);
    },
  };
}

/** Text with an offset, and a bare ISO date, name an instant; everything else is local time. */
const NAMES_INSTANT = /(Z|GMT|UTC|[+-]\d{2}:?\d{2})(\s*\(.*\))?\s*$|^\s*[+-]?\d{4,6}(-\d{2}(-\d{2})?)?\s*$/i;

/** `Date.parse` in the zone. @param Real the machine's own Date */
export const zonedParse =
  (Real: DateConstructor, wall: Wall) =>
  (text: string): number => {
    const parsed = new Real(text);
    if (NAMES_INSTANT.test(text) || Number.isNaN(parsed.getTime())) return parsed.getTime();
    // The machine understood it as its own local time: the same fields, read in the script's zone.
    return wall.instant(parsed.getTime() - parsed.getTimezoneOffset() * MINUTE);
  };

/** Replaces the local getters, setters and texts of `Date.prototype`. Call once, before any script code. */
export function installZone(Real: DateConstructor, zone: string, wall: Wall): void {
  const prototype = Real.prototype;
  const shifted = (date: Date) => new Real(wall.of(date.getTime()));
  const define = (name: string, value: Anything) =>
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  const utc = (name: string) => Reflect.get(prototype, name) as (...args: unknown[]) => number;

  for (const field of [...FIELDS, 'Day'] as const) {
    const read = utc(`getUTC${field}`);
    define(`get${field}`, function () {
      return read.call(shifted(this));
    });
  }
  for (const field of FIELDS) {
    const write = utc(`setUTC${field}`);
    define(`set${field}`, function (...args) {
      // As the language has it, an invalid date gets fields only from setFullYear, which starts from zero.
      const local = Number.isNaN(this.getTime()) && field === 'FullYear' ? new Real(0) : shifted(this);
      write.call(local, ...args);
      return this.setTime(wall.instant(local.getTime()));
    });
  }
  define('getTimezoneOffset', function () {
    return Number.isNaN(this.getTime()) ? Number.NaN : (this.getTime() - wall.of(this.getTime())) / MINUTE;
  });
  installTexts(define, zone, shifted, wall);
}

const pad = (value: number): string => String(Math.trunc(value)).padStart(2, '0');

function installTexts(
  define: (name: string, value: Anything) => void,
  zone: string,
  shifted: (date: Date) => Date,
  wall: Wall,
): void {
  const day = (date: Date) =>
    shifted(date)
      .toUTCString()
      .replace(/^(\w+), (\d+) (\w+) (-?\d+) .*$/, '$1 $3 $2 $4');
  const time = (date: Date) => {
    const minutes = (wall.of(date.getTime()) - date.getTime()) / MINUTE;
    const sign = minutes < 0 ? '-' : '+';
    const [clock = ''] = /\d\d:\d\d:\d\d/.exec(shifted(date).toUTCString()) ?? [];
    const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' })
      .formatToParts(date)
      .find(({ type }) => type === 'timeZoneName')?.value;
    return `${clock} GMT${sign}${pad(Math.abs(minutes) / 60)}${pad(Math.abs(minutes) % 60)} (${name})`;
  };
  const unlessInvalid = (text: (date: Date) => string): Anything =>
    function () {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : text(this);
    };
  define('toDateString', unlessInvalid(day));
  define('toTimeString', unlessInvalid(time));
  define(
    'toString',
    unlessInvalid((date) => `${day(date)} ${time(date)}`),
  );
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = Reflect.get(Date.prototype, name) as Anything;
    define(name, function (locales, options) {
      return original.call(this, locales, { timeZone: zone, ...(options as object | undefined) });
    });
  }
}
