/** The list of what ran, and the turn-taking of executions of one user. */
import type { Documents } from '../store/store.ts';
import type { Execution } from '../workspace.ts';
import { EXECUTIONS_KEPT, SIMULTANEOUS_EXECUTIONS_PER_USER } from './limits.ts';
import type { ReadPositions } from './source-names.ts';

export interface ExecutionList {
  add(execution: Execution): void;
  /** In the order in which they ended. */
  list(): Execution[];
}

/** @param readPositions makes stack traces of a minified bundle readable */
export function createExecutionList(store: Documents<Execution>, readPositions: ReadPositions): ExecutionList {
  return {
    list: () => [...store.entries()].map(([, execution]) => execution),
    add(execution) {
      execution.log = execution.log.map(readPositions);
      store.put(execution.id, execution);
      if (store.size <= EXECUTIONS_KEPT) return;
      const [oldest] = store.entries();
      if (oldest) store.delete(oldest[0]);
    },
  };
}

export interface Turns {
  /** Waits for one of the user's places, runs, and gives the place on. */
  take<T>(user: string, work: () => Promise<T>): Promise<T>;
  /** How many run or wait. */
  readonly busy: number;
}

export function createTurns(): Turns {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  let busy = 0;

  const enter = (user: string): Promise<void> => {
    const count = running.get(user) ?? 0;
    if (count < SIMULTANEOUS_EXECUTIONS_PER_USER) {
      running.set(user, count + 1);
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.set(user, [...(waiting.get(user) ?? []), resolve]));
  };
  const leave = (user: string) => {
    const [next, ...rest] = waiting.get(user) ?? [];
    waiting.set(user, rest);
    if (next) next();
    else running.set(user, (running.get(user) ?? 1) - 1);
  };

  return {
    get busy() {
      return busy;
    },
    async take(user, work) {
      busy += 1;
      await enter(user);
      try {
        return await work();
      } finally {
        leave(user);
        busy -= 1;
      }
    },
  };
}
