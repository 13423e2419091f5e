/** The upgrade of an office is cut short at its n-th service call, for every n; run again, it ends as if nothing had been. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOffice } from '../support/invariants.ts';
import { openOffice, type Row } from '../support/office.ts';
import { expectKept, keepsakes, OLD_PEOPLE, openOldOffice, setUp } from '../support/old-office.ts';
import { person } from '../support/people.ts';

const MAX_CALLS = 150;
const COPY = 'Register PBI - cadangan sebelum versi 2, 2026-11-23';

describe('an upgrade', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pbi-putus-'));
  const old = join(dir, 'lama');
  const now = join(dir, 'kini');
  let before: Record<string, Row[]>;

  beforeAll(async () => {
    const office = await openOldOffice(old);
    for (const n of [1, 2]) await office.newCase(person(n));
    await office.tick();
    before = keepsakes(office);
    await office.workspace.close();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  /** @returns how many calls the set-up makes when the n-th of them does not fail it any more */
  async function cutAt(n: number, after: boolean): Promise<number> {
    rmSync(now, { recursive: true, force: true });
    cpSync(old, now, { recursive: true });
    const office = await openOffice({ dir: now, people: OLD_PEOPLE });
    const { faults, files, users } = office.workspace;
    faults.set({ failCall: { n, function: 'pasang', after } });
    const { execution } = await setUp(office);
    faults.clear();
    expect(await setUp(office), `after a failure of call ${n}`).toMatchObject({ ok: true });
    expectKept(before, keepsakes(office));
    const names = (files.list(users.owner, {}).files ?? []).map(({ name }) => name).sort();
    expect(names, `after a failure of call ${n}`).toEqual(['Berbagi BPJS', 'Register PBI', COPY, 'Usulan PBI Darurat']);
    expect(office.tab('Riwayat').filter(({ aksi }) => aksi === 'NAIK_VERSI')).toHaveLength(1);
    const { tiket } = await office.newCase(person(3));
    expect(tiket).toBe('BTL-D-2026-000003');
    await office.tick();
    checkOffice(office);
    await office.workspace.close();
    return Object.values(execution.calls).reduce((a, b) => a + b, 0);
  }

  it.each([
    ['before it is done', false],
    ['after it is done', true],
  ])(
    'goes on wherever a call fails %s',
    async (_when, after) => {
      for (let n = 1; n < MAX_CALLS; n += 1) if ((await cutAt(n, after)) < n) return;
      throw new Error('the set-up never gets through');
    },
    400_000,
  );
});
