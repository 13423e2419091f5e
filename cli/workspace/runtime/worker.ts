/**
 * The thread of an execution: a bare V8 context with Apps Script's globals and nothing of Node, made anew for every
 * execution. While a service call is answered the thread is blocked.
 */
import { createHash, randomUUID } from 'node:crypto';
import vm from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Native } from './guest/bridge.ts';
import type { GuestModule } from './guest/install.ts';
import type { Reply, StartMessage, ThreadMessage } from './protocol.ts';

const { services, signal } = workerData as { services: string; signal: Int32Array };
const port = parentPort;
if (!port) throw new Error('worker.ts only runs as a thread');

const servicesScript = new vm.Script(services, { filename: 'services' });
/** `menu.item1` is allowed: triggers and menus may name a method of a global object. */
const FUNCTION_NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

const post = (message: ThreadMessage) => port.postMessage(message);

function call(method: string, args: string): Reply {
  Atomics.store(signal, 0, 0);
  post({ kind: 'call', method, args });
  // The wake-up of the call before can come as late as now: only the stored 1 says that this answer is there.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  const reply = receiveMessageOnPort(port as NonNullable<typeof port>);
  return reply?.message as Reply;
}

const pause = new Int32Array(new SharedArrayBuffer(4));
const native: Native = {
  uuid: () => randomUUID(),
  digest: (algorithm, bytes) => createHash(algorithm).update(Buffer.from(bytes, 'hex')).digest('hex'),
  toHex: (text, charset) => Buffer.from(text, charset === 'US_ASCII' ? 'ascii' : 'utf8').toString('hex'),
  toBase64: (bytes) => Buffer.from(bytes, 'hex').toString('base64'),
  sleep: (milliseconds) => void Atomics.wait(pause, 0, 0, milliseconds),
};

/** The project's own lines of a stack: file and line as the script's author knows them. */
function describe(error: unknown, files: StartMessage['code']): string {
  const stack = String((error as { stack?: unknown } | null)?.stack ?? '');
  const own = stack.split('\n').filter((line) => files.some((file) => line.includes(`${file.name}:`)));
  return [String(error), ...own.map((line) => `    ${line.trim()}`)].join('\n');
}

function find(context: vm.Context, name: string): unknown {
  if (!FUNCTION_NAME.test(name)) return undefined;
  // Evaluated in the context because a top-level `const` is no property of the global object.
  const root = name.split('.', 1)[0];
  return vm.runInContext(`typeof ${root} === 'undefined' ? undefined : ${name.split('.').join('?.')}`, context);
}

function execute(start: StartMessage): void {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const guest = servicesScript.runInContext(context) as GuestModule;
  let outcome: ThreadMessage = { kind: 'done', value: undefined };
  // What an ended execution left behind must not speak for the next one in this thread.
  let live = true;
  const callWhileLive: typeof call = (method, args) => {
    if (!live) throw new Error('the execution has ended');
    return call(method, args);
  };
  const fail = (error: unknown) => {
    outcome = { kind: 'failed', error: describe(error, start.code) };
  };
  try {
    guest.install(
      { call: callWhileLive, native, log: (line) => post({ kind: 'log', line }) },
      JSON.stringify(start.facts),
    );
    for (const file of start.code) new vm.Script(file.source, { filename: file.name }).runInContext(context);
    const target = find(context, start.function);
    if (typeof target !== 'function') {
      outcome = { kind: 'failed', error: `Script function not found: ${start.function}` };
    } else {
      guest.invoke(target as (...args: unknown[]) => unknown, JSON.stringify(start), {
        done: (value) => {
          outcome = { kind: 'done', value };
        },
        fail,
      });
    }
  } catch (error) {
    fail(error);
  }
  // Promise callbacks still run, as at Google; there are no timers that could wake the script later.
  setImmediate(() => {
    live = false;
    post(outcome);
  });
}

process.on('unhandledRejection', () => {
  // At Google nobody hears of a rejected promise either.
});
port.on('message', execute);
