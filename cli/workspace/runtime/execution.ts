/** One execution: a thread, its service calls, its time limit, and the record that is left of it. */
import { randomUUID } from 'node:crypto';
import type { FaultControl } from '../faults.ts';
import type { Execution, FaultSettings, RunRequest, RunResult, UiEffect } from '../workspace.ts';
import { dispatch } from './dispatch.ts';
import type { Shared } from './host.ts';
import { EXECUTION_MS, GOOGLE_CALL_MS, LOG_LINES_KEPT, SIMPLE_TRIGGER_MS } from './limits.ts';
import type { Reply, StartMessage, ThreadMessage } from './protocol.ts';
import type { Thread } from './threads.ts';

/** A run as the runtime itself asks for it. */
export interface ExecutionRequest extends RunRequest {
  /** A simple trigger: no consent, 30 seconds, nobody's address. */
  simple?: boolean;
  /** Who sits at the keyboard, if that is somebody else than `user`. */
  activeUser?: string;
}

export interface ExecutionSetting {
  readonly shared: Shared;
  readonly faults: FaultControl;
  readonly thread: Thread;
  readonly start: StartMessage;
  /** The permissions that the manifest asks for; undefined when it leaves that to Google. */
  readonly scopes: readonly string[] | undefined;
  /** Called once at the end. @param reusable whether the thread came to its end by itself */
  release(reusable: boolean): void;
  interfere(actions: NonNullable<FaultSettings['interfere']>['actions']): void;
  /** Ends the execution from outside. */
  readonly abort: AbortSignal;
}

type Outcome = { value: string | undefined } | { error: string };

function newRecord(request: ExecutionRequest, startedAt: string): Execution {
  return {
    id: randomUUID(),
    function: request.function,
    user: request.user.email,
    source: request.source,
    startedAt,
    ms: 0,
    calls: {},
    estimatedGoogleMs: 0,
    bytesRead: 0,
    error: null,
    log: [],
  };
}

function count(record: Execution, method: string, reply: Reply): void {
  record.calls[method] = (record.calls[method] ?? 0) + 1;
  record.estimatedGoogleMs += GOOGLE_CALL_MS.usual;
  if ('value' in reply) record.bytesRead += Buffer.byteLength(reply.value ?? '');
}

function keepLine(record: Execution, line: string): void {
  if (record.log.length < LOG_LINES_KEPT) record.log.push(line);
}

/** Runs it to its end. Never rejects: what goes wrong is in the result and in the record. */
export async function execute(request: ExecutionRequest, setting: ExecutionSetting): Promise<RunResult> {
  const { shared } = setting;
  const record = newRecord(request, shared.workspace.clock.iso());
  const ui: UiEffect[] = [];
  const began = performance.now();
  const outcome = await converse(request, setting, record, ui);
  shared.locks.releaseAll(record.id);
  record.ms = Math.round(performance.now() - began);
  if ('value' in outcome) {
    const value: unknown = outcome.value === undefined ? undefined : JSON.parse(outcome.value);
    return { ok: true, value, execution: record, ui };
  }
  const [message = outcome.error, ...stack] = outcome.error.split('\n    at ');
  record.error = message;
  record.log.push(...stack.map((line) => `ERROR at ${line}`));
  return { ok: false, error: message, execution: record, ui };
}

function converse(
  request: ExecutionRequest,
  setting: ExecutionSetting,
  record: Execution,
  ui: UiEffect[],
): Promise<Outcome> {
  const { thread, shared, faults } = setting;
  const { worker, signal } = thread;
  const call = {
    host: { ...shared, executionId: record.id, user: request.user, ui },
    faults: faults.forRun(request.function),
    delayMs: faults.get().delayMs ?? 0,
    authorized: !request.simple,
    scopes: setting.scopes,
    interfere: setting.interfere,
  };
  return new Promise((resolve) => {
    const finish = (outcome: Outcome, reusable = false) => {
      clearTimeout(timer);
      worker.off('message', listen);
      worker.off('error', crashed);
      worker.off('exit', crashed);
      setting.abort.removeEventListener('abort', aborted);
      setting.release(reusable);
      resolve(outcome);
    };
    const crashed = () => finish({ error: 'The execution ended unexpectedly.' });
    const aborted = () => finish({ error: 'The execution was ended because the Workspace stopped.' });
    const timer = setTimeout(
      () => finish({ error: 'Exceeded maximum execution time' }),
      request.simple ? SIMPLE_TRIGGER_MS : EXECUTION_MS,
    );
    const answer = async (method: string, args: string) => {
      const replied = dispatch(call, method, args);
      const reply = replied instanceof Promise ? await replied : replied;
      count(record, method, reply);
      worker.postMessage(reply);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    const listen = (message: ThreadMessage) => {
      if (message.kind === 'log') keepLine(record, message.line);
      else if (message.kind === 'call') void answer(message.method, message.args);
      else finish(message.kind === 'done' ? { value: message.value } : { error: message.error }, true);
    };
    worker.on('message', listen);
    worker.once('error', crashed);
    worker.once('exit', crashed);
    setting.abort.addEventListener('abort', aborted);
    if (setting.abort.aborted) aborted();
    else worker.postMessage(setting.start);
  });
}
