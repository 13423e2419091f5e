/** Partial responses: what the `fields` parameter of Google's APIs leaves of an answer. */
import { GoogleError } from '../errors.ts';

/** Selected fields by name; `*` stands for every name. A field without selections below it is taken whole. */
interface FieldMask {
  readonly fields: ReadonlyMap<string, FieldMask>;
}

/** The names that may be asked for. `true` accepts anything below a field. */
export type KnownFields = { readonly [name: string]: KnownFields | true };

interface Node extends FieldMask {
  readonly fields: Map<string, Node>;
  /** Asked for as a whole; wins over selections below it, as in `a,a/b`. */
  whole: boolean;
}

const TOKEN = /[A-Za-z0-9_\-$]+|\*|[,()/.]|\s+/gy;

/** The error of the Sheets, Forms and Script APIs; Drive's own is made by `driveFieldError`. */
const rpcFieldError = (path: string): GoogleError =>
  new GoogleError(
    'INVALID_ARGUMENT',
    `Request contains an invalid argument. Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
  );

export const driveFieldError = (path: string): GoogleError =>
  new GoogleError('INVALID_ARGUMENT', `Invalid field selection ${path}`, 'invalidParameter');

/**
 * Reads `a,b/c,d(e,f/g)`; `a.b` means the same as `a/b`.
 * @param fieldError makes the error for a mask that cannot be read
 */
function parseFieldMask(mask: string, fieldError: (path: string) => Error = rpcFieldError): FieldMask {
  const tokens = tokenize(mask, fieldError);
  let position = 0;
  const readPath = (parent: Node): void => {
    const name = tokens[position++];
    if (name === undefined || /^[,()/.]$/.test(name)) throw fieldError(mask);
    const node = child(parent, name);
    const next = tokens[position];
    if (next === '/' || next === '.') {
      position++;
      readPath(node);
    } else if (next === '(') {
      position++;
      readList(node);
      if (tokens[position++] !== ')') throw fieldError(mask);
    } else {
      node.whole = true;
    }
  };
  const readList = (parent: Node): void => {
    readPath(parent);
    while (tokens[position] === ',') {
      position++;
      readPath(parent);
    }
  };

  const root = newNode();
  readList(root);
  if (position !== tokens.length) throw fieldError(mask);
  return root;
}

export interface MaskOptions {
  /** The fields that exist; without it an unknown name selects nothing. */
  known?: KnownFields;
  /** Makes the API's error for a mask that cannot be read or that names a field that does not exist. */
  fieldError?: (path: string) => Error;
}

/**
 * Reads a mask and returns what applies it; lists are masked element by element, the answer itself is not changed.
 * A route that changes something reads the mask first: a bad one must stop the change, as at Google.
 * @param mask undefined, empty or `*` selects everything
 * @throws GoogleError INVALID_ARGUMENT
 */
export function fieldMask(mask: string | undefined, options: MaskOptions = {}): <T>(value: T) => Partial<T> {
  if (mask === undefined || mask === '' || mask === '*') return (value) => value;
  const { known, fieldError = rpcFieldError } = options;
  const parsed = parseFieldMask(mask, fieldError);
  if (known) requireKnown(parsed, known, '', fieldError);
  return <T>(value: T) => select(value, parsed) as Partial<T>;
}

/** Reads a mask and applies it at once; see `fieldMask`. */
export const applyFieldMask = <T>(value: T, mask: string | undefined, options?: MaskOptions): Partial<T> =>
  fieldMask(mask, options)(value);

/** The part of a value that a parsed mask selects. */
function select(value: unknown, mask: FieldMask): unknown {
  if (Array.isArray(value)) return value.map((element) => select(element, mask));
  if (value === null || typeof value !== 'object') return value;
  const everything = mask.fields.get('*');
  const result: Record<string, unknown> = {};
  for (const [name, content] of Object.entries(value)) {
    const below = mask.fields.get(name) ?? everything;
    if (!below || content === undefined) continue;
    result[name] = isWhole(below) ? content : select(content, below);
  }
  return result;
}

const isWhole = (mask: FieldMask): boolean => (mask as Node).whole || mask.fields.size === 0;

const newNode = (): Node => ({ fields: new Map(), whole: false });

function child(parent: Node, name: string): Node {
  const node = parent.fields.get(name) ?? newNode();
  parent.fields.set(name, node);
  return node;
}

function tokenize(mask: string, fieldError: (path: string) => Error): string[] {
  const tokens: string[] = [];
  let end = 0;
  for (const [token] of mask.matchAll(TOKEN)) {
    end += token.length;
    if (token.trim()) tokens.push(token);
  }
  if (end !== mask.length || tokens.length === 0) throw fieldError(mask);
  return tokens;
}

function requireKnown(mask: FieldMask, known: KnownFields, prefix: string, fieldError: (path: string) => Error): void {
  for (const [name, below] of mask.fields) {
    if (name === '*') continue;
    const path = prefix + name;
    const allowed = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!allowed) throw fieldError(path);
    if (allowed !== true) requireKnown(below, allowed, `${path}/`, fieldError);
  }
}
