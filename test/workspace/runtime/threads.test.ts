/** A script's thread takes each answer for the call it belongs to, however the main thread's wake-ups fall. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StartMessage, ThreadMessage } from '#workspace/runtime/protocol.ts';
import { createThreads, type Thread, type Threads } from '#workspace/runtime/threads.ts';

let threads: Threads;
beforeEach(() => {
  threads = createThreads();
});
afterEach(() => threads.close());

const START: StartMessage = {
  facts: {
    scriptId: 'script',
    origin: 'http://localhost',
    timeZone: 'Asia/Jakarta',
    advanced: [],
    clockOffset: 0,
    effectiveUser: 'someone@example.test',
    activeUser: 'someone@example.test',
    authMode: 'FULL',
    source: 'editor',
    active: { spreadsheetId: 'book' },
    html: {},
  },
  code: [
    { name: 'Code.js', source: 'const ask = () => [1, 2, 3].map(() => MailApp.getRemainingDailyQuota()).join(" ");' },
  ],
  function: 'ask',
  args: '[]',
  event: null,
  strictResult: false,
};

/** Answers calls with 1, 2, 3 ...; before each answer the thread is woken for nothing. */
function converse({ worker, signal }: Thread): Promise<ThreadMessage> {
  let calls = 0;
  return new Promise((resolve) => {
    worker.on('message', async (message: ThreadMessage) => {
      if (message.kind === 'log') return;
      if (message.kind !== 'call') return resolve(message);
      calls += 1;
      const value = String(calls);
      while (Atomics.notify(signal, 0) === 0) await new Promise((again) => setImmediate(again));
      worker.postMessage({ value });
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
    worker.postMessage(START);
  });
}

it('waits on when the wake-up of the call before comes late', async () => {
  const thread = await threads.take();
  expect(await converse(thread)).toEqual({ kind: 'done', value: '"1 2 3"' });
  threads.give(thread, false);
});
