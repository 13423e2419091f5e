/** What a function's result becomes on its way out, by the rules of google.script.run. */
import { exception } from './bridge.ts';

const REFUSED = 'The script completed but the returned value is not a supported return type.';

/**
 * JSON text of a result. Dates, functions and other objects that google.script.run cannot carry are refused;
 * `undefined` in a list becomes `null`, as a property it disappears.
 * @throws Exception for a value that cannot be carried, also for a value that contains itself.
 */
export function toJson(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  try {
    return JSON.stringify(plain(value));
  } catch (error) {
    throw error instanceof RangeError ? exception(REFUSED) : error;
  }
}

function plain(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') throw exception(REFUSED);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  const prototype = Object.getPrototypeOf(value);
  if (value instanceof Date || (prototype !== Object.prototype && prototype !== null)) throw exception(REFUSED);
  const kept = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(kept.map(([key, entry]) => [key, plain(entry)]));
}
