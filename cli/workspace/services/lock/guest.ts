/** LockService as a script sees it. Locks really contend between executions. */
import { call, exception, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Lock = GoogleAppsScript.Lock.Lock;
type Scope = 'script' | 'document' | 'user';

const TIMEOUT = 'Lock timeout: another process was holding the lock for too long.';

function createLock(scope: Scope): Lock {
  const acquire = (method: string, args: unknown[]): boolean => {
    if (args.length !== 1 || typeof args[0] !== 'number') throw mismatch(method, args);
    return call<boolean>(method, scope, args[0]);
  };
  return strict<Lock>('LockService.Lock', {
    tryLock: (...args: unknown[]) => acquire('LockService.Lock.tryLock', args),
    waitLock: (...args: unknown[]) => {
      if (!acquire('LockService.Lock.waitLock', args)) throw exception(TIMEOUT);
    },
    releaseLock: () => call('LockService.Lock.releaseLock', scope),
    hasLock: () => call<boolean>('LockService.Lock.hasLock', scope),
  });
}

export const createLockService = (): GoogleAppsScript.Lock.LockService =>
  strict<GoogleAppsScript.Lock.LockService>('LockService', {
    getScriptLock: () => createLock('script'),
    getDocumentLock: () => createLock('document'),
    getUserLock: () => createLock('user'),
  });
