/**
 * The Workspace's clock: real time plus an offset that a trainer or a test sets. Everything in the Workspace,
 * and `Date` inside executed scripts, reads this clock; nothing else may call `Date.now()`.
 */
import type { Documents } from './store/store.ts';

export interface Clock {
  /** Milliseconds since 1970 in the Workspace's time. */
  now(): number;
  /** Same as ISO text in UTC, e.g. `2026-11-21T03:00:00.000Z`. */
  iso(): string;
  /** Moves the clock so that it shows this instant now; it keeps running from there. */
  set(instant: number): void;
  /** Back to real time. */
  reset(): void;
}

export function createClock(state: Documents<{ offset: number }>): Clock {
  const offset = () => state.get('clock')?.offset ?? 0;
  const now = () => Date.now() + offset();
  return {
    now,
    iso: () => new Date(now()).toISOString(),
    set: (instant) => state.put('clock', { offset: instant - Date.now() }),
    reset: () => state.put('clock', { offset: 0 }),
  };
}
