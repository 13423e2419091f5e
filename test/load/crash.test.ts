/** `kill -9` in the middle of the work: what a sender was told is saved is in the register after the restart, once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PersonAnswers, person } from '../support/people.ts';
import { dataDir, inParallel, type Server, startServer, submitForm } from '../support/server.ts';
import { audit } from './support/audit.ts';

const SEED = 20261123;
const ROUNDS = 5;
/** Responses that a sweep finds: more than one commit takes. */
const SWEPT = 60;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let server: Server;
let promised: Map<string, PersonAnswers>;
let people = 0;
beforeEach(async () => {
  server = await startServer(dataDir());
  promised = new Map();
  people = 0;
});
afterEach(() => server.discard());

/** Sends forms until the server is gone. @returns how many senders were left without an answer */
async function submitSome(count: number): Promise<number> {
  const answers = Array.from({ length: count }, () => person(++people));
  const outcomes = await inParallel(answers, 10, async (one) => {
    try {
      promised.set(await submitForm(server, one), one);
      return true;
    } catch {
      return false;
    }
  });
  return outcomes.filter((confirmed) => !confirmed).length;
}

async function restart(): Promise<void> {
  await server.ended;
  server = await startServer(server.dir);
  await server.idle();
}

/** Besides what the audit says: every response that the form has kept is a case, also one that nobody heard back about. */
async function auditAll(): Promise<number> {
  const { cases } = await audit(server, promised);
  const { responses = [] } = await server.json<{ responses?: { responseId: string }[] }>(
    `/v1/forms/${server.office.forms['darurat']?.id}/responses`,
  );
  expect(cases.map((row) => row['id_respons']).sort()).toEqual(responses.map(({ responseId }) => responseId).sort());
  return cases.length;
}

describe('a server killed during submissions', () => {
  it('loses nothing that it confirmed, and has nothing twice', async () => {
    const next = random(SEED);
    let unanswered = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const sending = submitSome(30);
      await pause(30 + next() * 700);
      await server.kill();
      unanswered += await sending;
      await restart();
      await server.tick();
      await auditAll();
    }
    // Otherwise no kill came in the middle of anything.
    expect(unanswered).toBeGreaterThan(0);
    expect(promised.size).toBeGreaterThan(0);
  });

  it('finishes a submission that was interrupted at any of its service calls', async () => {
    await submitSome(1);
    await server.idle();
    const [run] = await server.executions('saatFormulirDikirim');
    const calls = Object.values(run?.calls ?? {}).reduce((sum, count) => sum + count, 0);
    expect(calls).toBeGreaterThan(3);
    for (let call = 1; call <= calls; call += 1) {
      await server.json('/workspace/faults', { method: 'POST', body: { killAtCall: call } });
      await submitSome(1);
      await restart();
      // The event was stored with the response: no tick is needed.
      expect(await auditAll()).toBe(promised.size);
    }
    expect(promised.size).toBe(calls + 1);
  });

  it('finishes a sweep that was interrupted between its commits', async () => {
    await server.json('/workspace/faults', { method: 'POST', body: { dropTriggers: true } });
    await submitSome(SWEPT);
    await server.idle();
    expect((await audit(server, new Map())).cases).toHaveLength(0);
    // Reading the answers is a call each; then every commit takes half a dozen calls.
    const found: number[] = [];
    for (let call = SWEPT + 4; found.at(-1) !== SWEPT; call += 4) {
      await server.json('/workspace/faults', { method: 'POST', body: { killAtCall: call } });
      const survived = await server.tick().then(
        () => true,
        () => false,
      );
      if (!survived) await restart();
      found.push((await audit(server, new Map())).cases.length);
    }
    expect(
      found.some((count) => count > 0 && count < SWEPT),
      'a kill between two commits',
    ).toBe(true);
    expect(await auditAll()).toBe(SWEPT);
  });
});
