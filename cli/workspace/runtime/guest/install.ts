/** Entry of the services: bundled into one script that runs inside an execution's context. */
import { createEvent } from '../../services/events/guest.ts';
import { serviceGlobals } from '../../services/globals.ts';
import type { Facts, StartMessage } from '../protocol.ts';
import { connect, type HostPort } from './bridge.ts';
import { installDate } from './date.ts';
import { toJson } from './result.ts';

export interface Outcome {
  done(value: string | undefined): void;
  fail(error: unknown): void;
}

/** What the bundled script evaluates to. Only strings and functions cross between the realms. */
export interface GuestModule {
  install: typeof install;
  invoke: typeof invoke;
}

/** Services of Google's APIs, which a script has only when its manifest names them. */
const ADVANCED = ['Drive', 'Sheets'];

/** Puts the services into the global object of the context that this script runs in. */
export function install(port: HostPort, factsJson: string): void {
  const facts = JSON.parse(factsJson) as Facts;
  connect(port, facts);
  installDate(facts.clockOffset, facts.timeZone);
  for (const [name, value] of Object.entries(serviceGlobals())) {
    if (ADVANCED.includes(name) && !facts.advanced.includes(name)) continue;
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true });
  }
}

/** Calls the function with its event or arguments and reports how it ended; a promise is waited for. */
export function invoke(target: (...args: unknown[]) => unknown, startJson: string, outcome: Outcome): void {
  const start = JSON.parse(startJson) as StartMessage;
  const finish = (result: unknown) => {
    try {
      outcome.done(toJson(result));
    } catch (error) {
      if (start.strictResult) outcome.fail(error);
    }
  };
  const args = start.event ? [createEvent(start.facts, start.event)] : (JSON.parse(start.args) as unknown[]);
  const result = target(...args);
  if (result instanceof Promise) result.then(finish, outcome.fail);
  else finish(result);
}
