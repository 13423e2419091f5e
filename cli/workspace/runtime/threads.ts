/** Threads for executions. One is always started in advance, so that a script does not wait for it. */
import { Worker } from 'node:worker_threads';
import { guestBundle } from './guest-bundle.ts';

export interface Thread {
  readonly worker: Worker;
  /** Wakes the script when its service call is answered. */
  readonly signal: Int32Array;
}

export interface Threads {
  /** A fresh thread. The taker ends it. */
  take(): Promise<Thread>;
  close(): Promise<void>;
}

export function createThreads(): Threads {
  const spares: Thread[] = [];
  let closed = false;

  const start = (services: string): Thread => {
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { services, signal },
      stdout: false,
      env: {},
    });
    return { worker, signal };
  };
  const restock = (services: string) => {
    if (closed || spares.length > 0) return;
    const thread = start(services);
    thread.worker.unref();
    thread.worker.once('error', () => spares.splice(spares.indexOf(thread), 1));
    spares.push(thread);
  };

  return {
    async take() {
      const services = await guestBundle();
      const thread = spares.pop() ?? start(services);
      thread.worker.removeAllListeners('error');
      thread.worker.ref();
      setImmediate(restock, services);
      return thread;
    },
    async close() {
      closed = true;
      await Promise.all(spares.splice(0).map(({ worker }) => worker.terminate()));
    },
  };
}
