/** Requests that fail are repeated with an end: six tries, five minutes, and only what may pass. */
import { describe, expect, it } from 'vitest';
import { BrokenAnswer, explained } from '../../cli/google/google-error.ts';
import { type Clock, persist } from '../../cli/google/persist.ts';

/** A clock that moves only when somebody sleeps or a request takes its time. */
function fakeClock(): Clock & { pass(milliseconds: number): void; readonly naps: number[] } {
  let now = 0;
  const naps: number[] = [];
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return {
    naps,
    pass,
    now: () => now,
    async sleep(milliseconds) {
      naps.push(milliseconds);
      pass(milliseconds);
    },
  };
}

/** As the client library throws them. */
const failure = (status?: number, headers: Record<string, string> = {}, data: unknown = 'busy'): Error =>
  Object.assign(new Error('request failed'), {
    config: {},
    ...(status === undefined ? {} : { response: { status, data, headers: new Headers(headers) } }),
  });

/** Runs a request that fails each time. @returns how often it was tried, and when it ended */
async function fails(error: Error, takes: (timeout: number) => number = () => 0) {
  const clock = fakeClock();
  let tries = 0;
  const thrown = await persist((timeout) => {
    tries += 1;
    clock.pass(takes(timeout));
    return Promise.reject(error);
  }, clock).catch((last: unknown) => last);
  expect(thrown).toBe(error);
  return { tries, seconds: clock.now() / 1_000, naps: clock.naps };
}

describe('a request that keeps failing', () => {
  it.each([
    ['a broken line', failure()],
    ['429', failure(429)],
    ['403 that speaks of a quota', failure(403, {}, { error: { errors: [{ reason: 'userRateLimitExceeded' }] } })],
    ['500', failure(500)],
    ['502', failure(502, {}, '<h1>Bad Gateway</h1>')],
    ['503', failure(503)],
    ['an answer that is none', new BrokenAnswer()],
  ])('with %s is tried six times, with longer and longer pauses', async (_, error) => {
    const { tries, seconds, naps } = await fails(error);
    expect(tries).toBe(6);
    expect(seconds).toBeLessThan(300);
    for (const [n, nap] of naps.entries()) expect(nap).toBeGreaterThan(naps[n - 1] ?? 0);
  });

  it('leaves a quota counted by the minute more than a minute', async () => {
    expect((await fails(failure(429))).seconds).toBeGreaterThan(60);
  });

  it('without any answer ends within five minutes, however long each try may take', async () => {
    const { tries, seconds } = await fails(failure(), (timeout) => timeout);
    expect(tries).toBeGreaterThan(3);
    expect(seconds).toBeLessThanOrEqual(300);
  });

  it.each([400, 401, 403, 404, 409])('with %i is not tried again', async (status) => {
    expect((await fails(failure(status))).tries).toBe(1);
  });

  it('because of a mistake in the program is not tried again', async () => {
    expect((await fails(new TypeError('x is not a function'))).tries).toBe(1);
  });

  it.each([
    ['seconds', '7', 7],
    ['no time', '0', 0],
  ])('waits as long as the service asks, in %s', async (_, text, wait) => {
    const { naps } = await fails(failure(429, { 'retry-after': text }));
    expect(naps).toEqual(Array(5).fill(wait * 1_000));
  });

  it('waits until the date that the service names', async () => {
    const { naps } = await fails(failure(503, { 'retry-after': new Date(Date.now() + 40_000).toUTCString() }));
    expect(naps[0]).toBeGreaterThan(30_000);
  });

  it('gives up at once when the service asks for more than there is', async () => {
    expect(await fails(failure(429, { 'retry-after': '3600' }))).toMatchObject({ tries: 1, seconds: 0 });
  });
});

describe('a request that fails at first', () => {
  it('gives what the first good try gave, and each try its number', async () => {
    const seen: number[] = [];
    const result = await persist(async (_, attempt) => {
      seen.push(attempt);
      if (attempt < 3) throw failure(500);
      return 'isi';
    }, fakeClock());
    expect({ result, seen }).toEqual({ result: 'isi', seen: [1, 2, 3] });
  });
});

describe('a failure in words', () => {
  it.each([
    [429, 6],
    [500, 1],
    [undefined, 1],
    [401, 7],
    [403, 7],
    [404, 2],
    [409, 5],
    [400, 1],
  ])('of status %s ends with code %i and repeats nothing that the service said', (status, exitCode) => {
    const error = explained(failure(status, {}, { error: { message: 'Invalid value 3271014108609001' } }));
    expect(error).toMatchObject({ exitCode, message: expect.not.stringMatching(/\d{16}/) });
  });
});
