/** Advanced services: every method is one service call that takes what Google's API takes. */
import { call, mismatch } from './bridge.ts';

const missing = (value: unknown): boolean => value === undefined || value === null;

/**
 * @param methods how many arguments each method needs; further ones are optional
 */
export function advancedMethods(service: string, methods: Record<string, number>): Record<string, unknown> {
  const made = Object.entries(methods).map(([name, required]) => {
    const method = (...args: unknown[]) => {
      if (args.length < required || args.slice(0, required).some(missing)) throw mismatch(`${service}.${name}`, args);
      return call(`${service}.${name}`, ...args);
    };
    return [name, method] as const;
  });
  return Object.fromEntries(made);
}
