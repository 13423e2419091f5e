/**
 * Threads for executions. A thread runs one execution at a time, each in a context of its own; one that had to be
 * ended in the middle is not used again. A thread is always ready, so that a script does not wait for its start.
 */
import { Worker } from 'node:worker_threads';
import { type ThreadCode, threadCode } from './thread-code.ts';

export interface Thread {
  readonly worker: Worker;
  /** Wakes the script when its service call is answered. */
  readonly signal: Int32Array;
  /** How many executions it has had. */
  uses: number;
}

export interface Threads {
  take(): Promise<Thread>;
  /** @param reusable false ends the thread and whatever still runs in it */
  give(thread: Thread, reusable: boolean): void;
  close(): Promise<void>;
}

/** More idle threads than this are ended: a burst must not hold memory for ever. */
const IDLE_KEPT = 4;
/** Contexts that are gone may leave traces in a thread's memory. */
const USES = 200;

export function createThreads(): Threads {
  const idle: Thread[] = [];
  let closed = false;

  const start = ({ thread, services }: ThreadCode): Thread => {
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(thread, { eval: true, workerData: { services, signal }, env: {}, execArgv: [] });
    // An execution listens for itself; between executions nobody does, and an unheard error would end the process.
    worker.on('error', () => undefined);
    worker.once('exit', () => forget(created));
    const created = { worker, signal, uses: 0 };
    return created;
  };
  const forget = (thread: Thread) => {
    const position = idle.indexOf(thread);
    if (position >= 0) idle.splice(position, 1);
  };
  const keep = (thread: Thread) => {
    thread.worker.unref();
    idle.push(thread);
  };

  return {
    async take() {
      const code = await threadCode();
      const thread = idle.pop() ?? start(code);
      thread.worker.ref();
      thread.uses += 1;
      setImmediate(() => {
        if (!closed && idle.length === 0) keep(start(code));
      });
      return thread;
    },
    give(thread, reusable) {
      if (reusable && !closed && thread.uses < USES && idle.length < IDLE_KEPT) keep(thread);
      else void thread.worker.terminate();
    },
    async close() {
      closed = true;
      await Promise.all(idle.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}
