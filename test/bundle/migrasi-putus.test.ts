/** The upgrade of an office is cut short at a service call; run again, it ends as if nothing had been. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOffice } from '../support/invariants.ts';
import { expectKept, keepsakes, openOldOffice, pushPresent, setUp } from '../support/old-office.ts';
import { person } from '../support/people.ts';

const COPY = 'Register PBI - cadangan sebelum versi 2, 2026-11-23';

/** Calls that change nothing: to fail there is to fail before the next one that does. */
const READS = /\.(get\w*|list|batchGet|is[A-Z]\w*|openById|tryLock|releaseLock)$/;

/** The n-th call of all, or of one method. */
interface Spot {
  n: number;
  method?: string;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Until the version is raised each call counts. */
const FIRST_CALLS = 12;

async function oldOffice() {
  const office = await openOldOffice();
  for (const n of [1, 2]) await office.newCase(person(n));
  await office.tick();
  pushPresent(office);
  return office;
}

/** @returns whether the failure ended the run: some are made good on the spot */
async function cutAt(spot: Spot, after: boolean): Promise<boolean> {
  const office = await oldOffice();
  const before = keepsakes(office);
  const { faults, files, users } = office.workspace;
  const where = `${spot.method ?? 'call'} ${spot.n}`;
  faults.set({ failCall: { ...spot, function: 'pasang', after } });
  const { ok } = await setUp(office);
  faults.clear();
  expect(await setUp(office), where).toMatchObject({ ok: true });
  expectKept(before, keepsakes(office));
  const names = (files.list(users.owner, {}).files ?? []).map(({ name }) => name).sort();
  expect(names, where).toEqual(['Berbagi BPJS', 'Register PBI', COPY, 'Usulan PBI Darurat']);
  expect(office.tab('Riwayat').filter(({ aksi }) => aksi === 'NAIK_VERSI')).toHaveLength(1);
  const { tiket } = await office.newCase(person(3));
  expect(tiket, where).toBe('BTL-D-2026-000003');
  await office.tick();
  checkOffice(office);
  await office.workspace.close();
  return !ok;
}

describe('an upgrade', () => {
  const first: Spot[] = upTo(FIRST_CALLS).map((n) => ({ n }));
  let changes: Spot[] = [];

  beforeAll(async () => {
    const office = await oldOffice();
    const { calls } = (await setUp(office)).execution;
    const methods = Object.entries(calls).filter(([method]) => !READS.test(method));
    changes = methods.flatMap(([method, count]) => upTo(count).map((n) => ({ method, n })));
    await office.workspace.close();
  });

  /** @param share of the failures that end the run */
  const cutAll = async (spots: readonly Spot[], after: boolean, share = 0.8) => {
    let ended = 0;
    for (const spot of spots) if (await cutAt(spot, after)) ended += 1;
    expect(ended).toBeGreaterThan(spots.length * share);
  };

  // Some of these are looks that it can do without.
  it('goes on where one of its first calls failed', () => cutAll(first, false, 0.6), 600_000);

  it('goes on where a change failed before it was made', () => cutAll(changes, false), 600_000);

  it('goes on where a change was made and reported as failed', () => cutAll(changes, true), 600_000);
});
