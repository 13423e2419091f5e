/** Mutual exclusion between executions: first come, first served, waiting in real time. */

export interface Locks {
  /** True at once if free or already held by this execution; otherwise when it becomes free or time is up. */
  acquire(key: string, holder: string, milliseconds: number): boolean | Promise<boolean>;
  release(key: string, holder: string): void;
  holds(key: string, holder: string): boolean;
  /** Ends all that an execution holds or waits for. */
  releaseAll(holder: string): void;
}

interface Waiter {
  holder: string;
  /** Tells the waiter whether it has the lock now. */
  settle(granted: boolean): void;
}

export function createLocks(): Locks {
  const holders = new Map<string, string>();
  const queues = new Map<string, Waiter[]>();

  const leave = (key: string, waiter: Waiter) => {
    queues.set(
      key,
      (queues.get(key) ?? []).filter((other) => other !== waiter),
    );
  };
  const wait = (key: string, holder: string, milliseconds: number): Promise<boolean> =>
    new Promise((resolve) => {
      const waiter: Waiter = {
        holder,
        settle(granted) {
          clearTimeout(timer);
          leave(key, waiter);
          resolve(granted);
        },
      };
      const timer = setTimeout(() => waiter.settle(false), milliseconds);
      queues.set(key, [...(queues.get(key) ?? []), waiter]);
    });
  const release = (key: string, holder: string) => {
    if (holders.get(key) !== holder) return;
    holders.delete(key);
    const next = queues.get(key)?.[0];
    if (!next) return;
    holders.set(key, next.holder);
    next.settle(true);
  };

  return {
    release,
    holds: (key, holder) => holders.get(key) === holder,
    acquire(key, holder, milliseconds) {
      const current = holders.get(key);
      if (current === holder) return true;
      if (current !== undefined) return milliseconds > 0 && wait(key, holder, milliseconds);
      holders.set(key, holder);
      return true;
    },
    releaseAll(holder) {
      for (const waiter of [...queues.values()].flat()) if (waiter.holder === holder) waiter.settle(false);
      for (const [key, current] of [...holders]) if (current === holder) release(key, holder);
    },
  };
}
