/** `Date` inside a script: reads the Workspace's clock and lives in the script's time zone. */
import { installZone, type Wall, wallOf, zonedParse } from './zoned-date.ts';

/**
 * Replaces the global `Date`.
 * @param offset milliseconds that the Workspace's clock is ahead of real time
 * @param zone the manifest's time zone
 */
export function installDate(offset: number, zone: string): void {
  const Real = Date;
  const now = () => Real.now() + offset;
  const wall = wallOf(zone);
  // Taken before the machine's zone disappears from the prototype.
  const machine = unzoned(Real);
  const parse = zonedParse(machine, wall);
  installZone(Real, zone, wall);

  function ScriptDate(...args: unknown[]): unknown {
    if (!new.target) return new Real(now()).toString();
    return Reflect.construct(Real, [instantOf(args, now, parse, wall)], new.target);
  }
  Object.defineProperty(ScriptDate, 'name', { value: 'Date' });
  Object.defineProperty(ScriptDate, 'length', { value: 7 });
  const replacement = Object.assign(ScriptDate, { now, parse: (text: unknown) => parse(String(text)), UTC: Real.UTC });
  replacement.prototype = Real.prototype;
  Object.defineProperty(Real.prototype, 'constructor', { value: replacement, configurable: true, writable: true });
  Object.defineProperty(globalThis, 'Date', { value: replacement, configurable: true, writable: true });
}

/** A Date that keeps the machine's zone although the prototype of `Real` is about to lose it. */
function unzoned(Real: DateConstructor): DateConstructor {
  const offsetOf = Real.prototype.getTimezoneOffset;
  return class extends Real {
    override getTimezoneOffset(): number {
      return offsetOf.call(this);
    }
  } as DateConstructor;
}

/** What the constructor's arguments mean, as milliseconds since 1970. */
function instantOf(args: unknown[], now: () => number, parse: (text: string) => number, wall: Wall): number {
  const [first, second] = args;
  if (args.length === 0) return now();
  if (args.length > 1) return wall.instant(Date.UTC(Number(first), Number(second), ...rest(args)));
  const primitive = first instanceof Date ? first.getTime() : toPrimitive(first);
  return typeof primitive === 'string' ? parse(primitive) : Number(primitive);
}

const rest = (args: unknown[]): number[] => args.slice(2).map(Number);

const toPrimitive = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value.valueOf() === value ? String(value) : value.valueOf()) : value;
