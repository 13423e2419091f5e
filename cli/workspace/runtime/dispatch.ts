/** One service call on the main thread: permission, faults, the handler, and errors in the words of that service. */

import { GoogleError, NotEmulatedError } from '../errors.ts';
import type { CallFaults } from '../faults.ts';
import { handlers } from '../services/handlers.ts';
import type { FaultSettings } from '../workspace.ts';
import type { Host } from './host.ts';
import type { ErrorFacts, Reply } from './protocol.ts';
import { ScriptError } from './script-error.ts';
import { isAdvanced, requirePermission } from './service-scopes.ts';

export interface CallSetting {
  readonly host: Host;
  readonly faults: CallFaults;
  readonly delayMs: number;
  /** False in simple triggers: services that need the user's consent refuse. */
  readonly authorized: boolean;
  /** The permissions that the manifest asks for; undefined when it leaves that to Google. */
  readonly scopes: readonly string[] | undefined;
  /** Carries out what other users do just before a call. */
  interfere(actions: NonNullable<FaultSettings['interfere']>['actions']): void;
}

/** `Sheets.Spreadsheets.Values.get` is `sheets.spreadsheets.values.get` in Google's sentences. */
const apiName = (method: string): string =>
  method
    .split('.')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');

function apiError(method: string, error: GoogleError): ErrorFacts {
  return {
    name: 'GoogleJsonResponseException',
    message: `API call to ${apiName(method)} failed with error: ${error.message}`,
    details: {
      code: error.code,
      message: error.message,
      errors: [{ message: error.message, domain: 'global', reason: error.reason ?? 'badRequest' }],
    },
  };
}

function errorFacts(setting: CallSetting, method: string, error: unknown): ErrorFacts {
  if (error instanceof GoogleError) {
    return isAdvanced(method) ? apiError(method, error) : { name: 'Exception', message: error.message };
  }
  if (error instanceof ScriptError) return { name: 'Exception', message: error.message };
  if (error instanceof NotEmulatedError) return { name: 'Error', message: error.message };
  setting.host.workspace.log.error({ method, err: error }, 'a service call failed unexpectedly');
  return { name: 'Exception', message: "We're sorry, a server error occurred. Please wait a bit and try again." };
}

function perform(setting: CallSetting, method: string, args: string): unknown {
  requirePermission(method, setting.authorized, setting.scopes);
  const handler = handlers[method];
  if (!handler) throw new NotEmulatedError(method);
  return (handler as (host: Host, ...rest: unknown[]) => unknown)(setting.host, ...(JSON.parse(args) as unknown[]));
}

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Answers one call. Synchronous unless the script is meant to wait, so that calls keep their order. */
export function dispatch(setting: CallSetting, method: string, args: string): Reply | Promise<Reply> {
  const faults = setting.faults.before(method);
  if (faults.killProcess) process.kill(process.pid, 'SIGKILL');
  const failed = (error: unknown): Reply => ({ error: errorFacts(setting, method, error) });
  const work = (): Reply | Promise<Reply> => {
    try {
      if (faults.interfere) setting.interfere(faults.interfere);
      if (faults.fail && !faults.fail.after) throw fault(faults.fail.message);
      const value = perform(setting, method, args);
      if (faults.fail) throw fault(faults.fail.message);
      return value instanceof Promise ? value.then(encode, failed) : encode(value);
    } catch (error) {
      return failed(error);
    }
  };
  return setting.delayMs > 0 ? later(setting.delayMs).then(work) : work();
}

const fault = (message = 'Internal error encountered.'): GoogleError => new GoogleError('INTERNAL', message);
const encode = (value: unknown): Reply => ({ value: JSON.stringify(value) });
