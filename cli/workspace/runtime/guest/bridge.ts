/** How the services inside an execution reach the main thread. Lives in the script's realm. */
import type { Facts, Reply } from '../protocol.ts';

export interface HostPort {
  call(method: string, args: string): Reply;
  log(line: string): void;
  native: Native;
}

/** What needs Node but no service call. Texts only: no object of Node's realm may reach the script. */
export interface Native {
  uuid(): string;
  /** @param algorithm as node:crypto names it. Both texts are hexadecimal. */
  digest(algorithm: string, bytes: string): string;
  toHex(text: string, charset: string): string;
  toBase64(bytes: string): string;
  /** Stops this thread in real time. */
  sleep(milliseconds: number): void;
}

let host: HostPort | undefined;
let known: Facts | undefined;

export function connect(port: HostPort, facts: Facts): void {
  host = port;
  known = facts;
}

export function facts(): Facts {
  if (!known) throw new Error('services are not installed');
  return known;
}

/** An error as Google's services throw it: an Error of the script's realm whose name is `Exception`. */
export function exception(message: string, name = 'Exception', details?: Record<string, unknown>): Error {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  if (details) Object.assign(error, { details });
  return error;
}

/** One service call: the script stands still until the main thread has answered. Counted under `method`. */
export function call<T>(method: string, ...args: unknown[]): T {
  const reply = host?.call(method, JSON.stringify(args));
  if (!reply) throw new Error('services are not installed');
  if ('error' in reply) throw exception(reply.error.message, reply.error.name, reply.error.details);
  return (reply.value === undefined ? undefined : JSON.parse(reply.value)) as T;
}

export const log = (line: string): void => host?.log(line);

export function native(): Native {
  if (!host) throw new Error('services are not installed');
  return host.native;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length > 0 ? typeName(value[0]) : 'Object'}[]`;
  if (typeof value === 'object') return 'Object';
  return typeof value === 'string' ? 'String' : typeof value;
}

/** Google's sentence for arguments of the wrong number or type. */
export const mismatch = (method: string, args: readonly unknown[]): Error =>
  exception(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`);
