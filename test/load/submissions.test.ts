/** Two hundred submissions, twenty at a time, on a good day and on one when Google doubles and loses events. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PersonAnswers, person } from '../support/people.ts';
import { dataDir, inParallel, type Server, startServer, submitForm } from '../support/server.ts';
import { audit } from './support/audit.ts';

const SUBMISSIONS = 200;
const AT_ONCE = 20;

let server: Server;
beforeEach(async () => {
  server = await startServer(dataDir());
});
afterEach(() => server.discard());

/** @returns what each sender sent, by the secret that the confirmation gave */
async function submitAll(): Promise<Map<string, PersonAnswers>> {
  const people = Array.from({ length: SUBMISSIONS }, (_, index) => person(index + 1));
  const tokens = await inParallel(people, AT_ONCE, (answers) => submitForm(server, answers));
  return new Map(tokens.map((token, index) => [token, people[index] ?? {}]));
}

describe('two hundred submissions', () => {
  it('become two hundred cases with one log line and one set of mails each', async () => {
    const sent = await submitAll();
    expect(sent.size).toBe(SUBMISSIONS);
    await server.idle();
    const { cases } = await audit(server, sent);
    expect(cases).toHaveLength(SUBMISSIONS);
    const runs = await server.executions('saatFormulirDikirim');
    expect(runs.filter(({ error }) => error !== null)).toEqual([]);
    // A tick has nothing to add, and what it sends it sends once.
    await server.tick();
    const after = await audit(server, sent);
    const changed = after.cases.filter((row, index) => JSON.stringify(row) !== JSON.stringify(cases[index]));
    expect(changed.map((row) => row['tiket'])).toEqual([]);
    const outbox = await server.json<{ to: string; subject: string }[]>('/workspace/outbox');
    expect(outbox.length).toBeGreaterThan(0);
    expect(new Set(outbox.map(({ to, subject }) => `${to} ${subject}`)).size).toBe(outbox.length);
  });

  it('become two hundred cases too when every event comes twice and one in ten never', async () => {
    await server.json('/workspace/faults', { method: 'POST', body: { formEventCopies: 2, dropFormEventEvery: 10 } });
    const sent = await submitAll();
    await server.idle();
    const lost = SUBMISSIONS / 10;
    expect((await audit(server, new Map())).cases).toHaveLength(SUBMISSIONS - lost);
    expect(await server.executions('saatFormulirDikirim')).toHaveLength(2 * (SUBMISSIONS - lost));
    await server.tick();
    expect((await audit(server, sent)).cases).toHaveLength(SUBMISSIONS);
  });
});
