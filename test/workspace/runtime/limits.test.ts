import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

// The real limits are minutes; what is tested is that they end or queue executions at all.
const limits = vi.hoisted(() => ({ execution: 900 }));
vi.mock('../../../cli/workspace/runtime/limits.ts', async (original) => ({
  ...(await original<object>()),
  get EXECUTION_MS() {
    return limits.execution;
  },
  SIMPLE_TRIGGER_MS: 400,
  SIMULTANEOUS_EXECUTIONS_PER_USER: 2,
  EXECUTIONS_KEPT: 4,
}));

const CODE = `
function selamanya() { LockService.getScriptLock().waitLock(0); for (;;) {} }
function menunggu() { LockService.getScriptLock().waitLock(60000); }
function onEdit() { for (;;) {} }
function tidur(ms) { Utilities.sleep(ms); return Date.now(); }
function singkat() { return LockService.getScriptLock().tryLock(0); }
`;

describe('limits of an execution', () => {
  let office: Office;
  beforeEach(async () => {
    limits.execution = 900;
    office = await openOffice(CODE);
  });
  afterEach(() => office.workspace.close());

  it('end it in the middle of its work, and free its locks', async () => {
    const result = await office.run('selamanya');
    expect(result).toMatchObject({ ok: false, error: 'Exceeded maximum execution time' });
    expect(await office.value('singkat')).toBe(true);
  });
  it('end it while it waits for a lock', async () => {
    // Were it to wait the minute that it asks for, the test would end first.
    await Promise.all([office.run('selamanya'), office.run('menunggu')]);
    expect(await office.value('singkat')).toBe(true);
  });
  it('end simple triggers earlier', async () => {
    // Longer than the test may take.
    limits.execution = 600_000;
    const { owner } = office.workspace.users;
    const edit = office.workspace.sheets.userEdit(owner, office.register, { range: 'Data!A1', values: [['x']] });
    await office.workspace.scripts.edited(edit, owner);
    const ended = { function: 'onEdit', error: 'Exceeded maximum execution time' };
    expect(office.workspace.scripts.executions().at(-1)).toMatchObject(ended);
  });
  it('let only so many of one user run at once', async () => {
    const started = Date.now();
    const ended = (await Promise.all([1, 2, 3, 4].map(() => office.value('tidur', 300)))) as number[];
    expect(Math.max(...ended) - started).toBeGreaterThanOrEqual(590);
    const [other] = office.workspace.users.list().slice(1);
    limits.execution = 60_000;
    const blocked = [office.run('tidur', [2500]), office.run('tidur', [2500])];
    const first = await Promise.race([
      office.run('tidur', [1], { user: other ?? office.workspace.users.owner }),
      ...blocked,
    ]);
    expect(first.execution.user).toBe(other?.email);
    await Promise.all(blocked);
  });
  it('keep only the newest executions', async () => {
    for (let i = 0; i < 6; i += 1) await office.run('singkat');
    expect(office.workspace.scripts.executions()).toHaveLength(4);
  });
});
