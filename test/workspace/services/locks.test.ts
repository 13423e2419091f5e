import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocks } from '../../../cli/workspace/runtime/locks.ts';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function tambah() {
  var lock = LockService.getScriptLock();
  lock.waitLock(20000);
  var p = PropertiesService.getScriptProperties();
  var n = Number(p.getProperty('n') || 0);
  Utilities.sleep(20);
  p.setProperty('n', String(n + 1));
}
function pegang(ms) { LockService.getScriptLock().waitLock(0); Utilities.sleep(ms); return true; }
function coba(ms) { return LockService.getScriptLock().tryLock(ms); }
function tunggu(ms) { LockService.getScriptLock().waitLock(ms); }
function status() {
  var a = LockService.getScriptLock(), b = LockService.getUserLock(), c = LockService.getDocumentLock();
  var awal = [a.hasLock(), a.tryLock(0), a.tryLock(0), a.hasLock(), b.hasLock(), b.tryLock(0), c.tryLock(0)];
  a.releaseLock();
  return awal.concat([a.hasLock(), b.hasLock()]);
}
function salah(nama) { LockService.getScriptLock()[nama](null); }
`;

describe('LockService', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it('lets one execution at a time through', async () => {
    await Promise.all(Array.from({ length: 8 }, () => office.value('tambah')));
    expect(office.workspace.scripts.properties()['n']).toBe('8');
  });
  it('keeps others out until time is up, and is given back at the end of the execution', async () => {
    const holder = office.run('pegang', [600]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await office.value('coba', 0)).toBe(false);
    expect(await office.run('tunggu', [30])).toMatchObject({
      ok: false,
      error: 'Exception: Lock timeout: another process was holding the lock for too long.',
    });
    expect(await office.value('coba', 5000)).toBe(true);
    await holder;
    expect(await office.value('coba', 0)).toBe(true);
  });
  it('has three kinds that do not exclude each other', async () => {
    expect(await office.value('status')).toEqual([false, true, true, true, false, true, true, false, true]);
  });
  it.each(['tryLock', 'waitLock'])('refuses %s(null) in Google’s words', async (name) => {
    expect(await office.run('salah', [name])).toMatchObject({
      error: `Exception: The parameters (null) don't match the method signature for LockService.Lock.${name}.`,
    });
  });
});

describe('locks', () => {
  it('are given on in the order of asking', async () => {
    const locks = createLocks();
    const order: string[] = [];
    expect(locks.acquire('k', 'a', 0)).toBe(true);
    const waiting = ['b', 'c', 'd'].map(async (holder) => {
      if (await locks.acquire('k', holder, 1000)) order.push(holder);
      locks.release('k', holder);
    });
    locks.release('k', 'a');
    await Promise.all(waiting);
    expect(order).toEqual(['b', 'c', 'd']);
    expect(locks.acquire('k', 'e', 0)).toBe(true);
  });
  it('forget a holder that ended while it waited', async () => {
    const locks = createLocks();
    void locks.acquire('k', 'a', 0);
    const waiting = locks.acquire('k', 'b', 1000);
    locks.releaseAll('b');
    expect(await waiting).toBe(false);
    locks.releaseAll('a');
    expect(locks.acquire('k', 'c', 0)).toBe(true);
  });
});
