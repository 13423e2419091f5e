/** Repeats what failed for a moment, with pauses and an end: six tries and five minutes for a request. */
import { setTimeout as pause } from 'node:timers/promises';
import { BrokenAnswer, explained, isPassing, retryAfter, statusOf } from './google-error.ts';

const MAX_TRIES = 6;
const BUDGET_MS = 5 * 60_000;
/** A service that does not answer at all counts as a broken line. */
const TIMEOUT_MS = 60_000;
const FIRST_PAUSE_MS = 500;
/** Quotas are counted by the minute. */
const FIRST_QUOTA_PAUSE_MS = 4_000;
const TOO_MANY = 429;
/** Programs that failed together do not come back together. */
const SPREAD = 0.25;

/** Time as it passes; tests have one of their own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

const CLOCK: Clock = { now: () => performance.now(), sleep: (milliseconds) => pause(milliseconds) };

/** @param attempt from 1 */
function pauseAfter(error: unknown, attempt: number): number {
  const wanted = retryAfter(error);
  if (wanted !== undefined) return wanted;
  const first = statusOf(error) === TOO_MANY ? FIRST_QUOTA_PAUSE_MS : FIRST_PAUSE_MS;
  return first * 2 ** (attempt - 1) * (1 + Math.random() * SPREAD);
}

/**
 * The client library repeats nothing, so this is all that is repeated.
 * @param request gets the time after which it must give up, and its number from 1; it looks up what an earlier try did
 * before it writes again
 * @throws what the last try threw
 */
export async function persist<T>(
  request: (timeout: number, attempt: number) => Promise<T>,
  clock: Clock = CLOCK,
): Promise<T> {
  const end = clock.now() + BUDGET_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request(Math.min(TIMEOUT_MS, end - clock.now()), attempt);
    } catch (error) {
      const wait = pauseAfter(error, attempt);
      if (attempt === MAX_TRIES || !isPassing(error) || clock.now() + wait >= end) throw error;
      await clock.sleep(wait);
    }
  }
}

/** Options of one request of the client library. */
interface RequestOptions {
  readonly timeout: number;
}

/**
 * Data of a request that changes nothing.
 * @param isWhole whether nothing of the answer is missing
 * @param named sentences for statuses that mean more here
 * @throws UserError with what to do
 */
export async function asking<T>(
  request: (options: RequestOptions) => Promise<{ readonly data: T }>,
  isWhole: (data: T) => boolean,
  named: Readonly<Record<number, string>> = {},
): Promise<T> {
  try {
    return await persist(async (timeout) => {
      const { data } = await request({ timeout });
      if (typeof data !== 'object' || data === null || !isWhole(data)) throw new BrokenAnswer();
      return data;
    });
  } catch (error) {
    throw explained(error, named);
  }
}
