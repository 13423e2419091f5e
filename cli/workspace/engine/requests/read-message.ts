/** Reads a request's JSON as Google reads it: names and types are checked, null means absent. */
import { NotEmulatedError } from '../../errors.ts';
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

/**
 * @param type a plain type, a message of the schema, or a list of one
 * @param path where the value stands, for the error
 * @throws GoogleError as Google's JSON reader words it
 */
function readMessage(type: string, value: unknown, path: string): unknown {
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) throw wrongType(path, 'LIST', value);
    return value.map((item, index) => (item === null ? {} : readMessage(type.slice(2), item, `${path}[${index}]`)));
  }
  const plain = PLAIN[type];
  if (plain) return plain(value, path);
  const fields = MESSAGES[type] ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path, 'MESSAGE', value);
  const message: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      throw invalid(`Invalid JSON payload received. Unknown name "${name}" at '${path}': Cannot find field.`);
    }
    if (item !== null && item !== undefined) message[name] = readMessage(field, item, `${path}.${snake(name)}`);
  }
  return message;
}

/** The body of one request, ready for its handler. */
export const readRequest = (kind: string, body: unknown, index: number): unknown =>
  readMessage(Object.hasOwn(MESSAGES, kind) ? kind : 'any', body, `requests[${index}].${snake(kind)}`);
