/** Reads a request's JSON as Google reads it: names and types are checked, null means absent. */
import { GoogleError, NotEmulatedError } from '../../errors.ts';
import { clean } from '../clean.ts';
import { invalid } from '../draft.ts';
import { CHART_ENUMS } from './chart-schema.ts';
import { ENUMS, enumType } from './enums.ts';
import { MESSAGES } from './schema.ts';

const snakes = new Map<string, string>();

/** Names of the schema only, so that what is remembered stays small; a large request asks for the same few very often. */
function snake(name: string): string {
  const known = snakes.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakes.set(name, made);
  return made;
}

const wrongType = (path: string, type: string, value: unknown) =>
  invalid(`Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`);

/** A number, or text that is one, as JSON clients of 64-bit languages send it. */
function readNumber(value: unknown, path: string, type: 'TYPE_INT32' | 'TYPE_DOUBLE'): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const fits = typeof number === 'number' && (type === 'TYPE_INT32' ? Number.isInteger(number) : !Number.isNaN(number));
  if (!fits) throw wrongType(path, type, value);
  return number;
}

const PLAIN: Record<string, (value: unknown, path: string) => unknown> = {
  any: (value) => clean(value),
  int: (value, path) => readNumber(value, path, 'TYPE_INT32'),
  double: (value, path) => readNumber(value, path, 'TYPE_DOUBLE'),
  string: (value, path) => {
    if (typeof value !== 'string') throw wrongType(path, 'TYPE_STRING', value);
    return value;
  },
  bool: (value, path) => {
    const truth = typeof value === 'string' ? { true: true, false: false }[value] : value;
    if (typeof truth !== 'boolean') throw wrongType(path, 'TYPE_BOOL', value);
    return truth;
  },
  notEmulated: (_, path) => {
    throw new NotEmulatedError(path);
  },
  ...Object.fromEntries(
    Object.entries({ ...ENUMS, ...CHART_ENUMS }).map(([type, known]) => [
      type,
      (value: unknown, path: string) => {
        const unspecified = typeof value === 'string' && value.endsWith('_UNSPECIFIED');
        if (unspecified) return undefined;
        if (!known.some((name) => name === value)) throw wrongType(path, enumType(type), value);
        return value;
      },
    ]),
  ),
};

/** Google tells of every mistake in a body at once, a line each. */
export class Mistakes {
  readonly #lines: string[] = [];

  /** Remembers what a reader threw. @throws the error if it is not about the form of the body */
  add(error: unknown): void {
    if (!(error instanceof GoogleError) || error.status !== 'INVALID_ARGUMENT') throw error;
    this.#lines.push(error.message);
  }

  /** @throws GoogleError with all that was remembered */
  check(): void {
    if (this.#lines.length > 0) throw invalid(this.#lines.join('\n'));
  }
}

const unknownName = (name: string, at: string): GoogleError =>
  invalid(`Invalid JSON payload received. Unknown name "${name}"${at && ` at '${at}'`}: Cannot find field.`);

/** Field names may also be written as in the protocol's own files, `sheet_id`. */
const camel = (name: string): string =>
  name.includes('_') ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name;

/**
 * @param type a plain type, a message of the schema, or a list of one
 * @param path where the value stands, for the error
 * @throws GoogleError as Google's JSON reader words it
 */
function readMessage(type: string, value: unknown, path: string): unknown {
  if (type.startsWith('[]')) return readList(type.slice(2), value, path);
  const plain = PLAIN[type];
  if (plain) return plain(value, path);
  const fields = MESSAGES[type] ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongType(path, messageType(type), value);
  const message: Record<string, unknown> = {};
  const mistakes = new Mistakes();
  for (const [given, item] of Object.entries(value)) {
    const name = camel(given);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    try {
      if (!field) throw unknownName(given, path);
      if (item !== null && item !== undefined) message[name] = readMessage(field, item, `${path}.${snake(name)}`);
    } catch (error) {
      mistakes.add(error);
    }
  }
  mistakes.check();
  return message;
}

function readList(type: string, value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw wrongType(path, 'LIST', value);
  const mistakes = new Mistakes();
  const items = value.map((item, index) => {
    try {
      return item === null ? {} : readMessage(type, item, `${path}[${index}]`);
    } catch (error) {
      mistakes.add(error);
      return undefined;
    }
  });
  mistakes.check();
  return items;
}

/** Kinds of requests are messages of their own: `repeatCell` is a RepeatCellRequest. */
const messageType = (type: string): string =>
  enumType(/^[a-z]/.test(type) ? `${type.charAt(0).toUpperCase()}${type.slice(1)}Request` : type);

/** The kind of one request and its body, ready for its handler. */
export function readRequest(
  request: unknown,
  index: number,
  isKnown: (kind: string) => boolean,
): { kind: string; body: unknown } {
  const path = `requests[${index}]`;
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw wrongType(path, enumType('BatchUpdateSpreadsheetRequest.Request'), request);
  }
  const set = Object.entries(request).filter(([, value]) => value !== null && value !== undefined);
  const unknown = set.filter(([name]) => !isKnown(camel(name)));
  if (unknown.length > 0) throw invalid(unknown.map(([name]) => unknownName(name, path).message).join('\n'));
  const [entry, ...others] = set;
  if (!entry) throw invalid(`Invalid ${path}: No request set.`);
  if (others.length > 0) throw invalid(`Invalid ${path}: Only one request kind may be set.`);
  const kind = camel(entry[0]);
  return { kind, body: readMessage(Object.hasOwn(MESSAGES, kind) ? kind : 'any', entry[1], `${path}.${snake(kind)}`) };
}

/** @throws GoogleError if a body has fields that there are not. @param at where the body stands in the call */
export function checkNames(body: object, known: readonly string[], at = ''): void {
  const unknown = Object.keys(body).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid(unknown.map((name) => unknownName(name, at).message).join('\n'));
}
