/** LockService on the main thread: the only calls, with Utilities.sleep, that make a script wait. */
import type { Handlers, Host } from '../../runtime/host.ts';

/** The script is bound to one document, but the two kinds of lock do not exclude each other. */
const key = (host: Host, scope: string): string => (scope === 'user' ? `user:${host.user.email}` : scope);

const acquire = (host: Host, scope: string, milliseconds: number): boolean | Promise<boolean> =>
  host.locks.acquire(key(host, scope), host.executionId, milliseconds);

export const lockHandlers = {
  'LockService.Lock.tryLock': acquire,
  'LockService.Lock.waitLock': acquire,
  'LockService.Lock.releaseLock': (host, scope: string) => host.locks.release(key(host, scope), host.executionId),
  'LockService.Lock.hasLock': (host, scope: string) => host.locks.holds(key(host, scope), host.executionId),
} satisfies Handlers;
