/**
 * Field masks: `sheets(properties(title,sheetId),data/rowData/values/note)` selects what an answer shows, and
 * `userEnteredFormat.textFormat.bold,note` what an update changes.
 */
import { invalid } from './draft.ts';

/** Names that are selected, each with what is selected inside it. Everything, if `all`. */
export interface Mask {
  all: boolean;
  children: Map<string, Mask>;
}

export const ALL: Mask = { all: true, children: new Map() };

const newMask = (): Mask => ({ all: false, children: new Map() });

/** @throws GoogleError if the mask is not well formed. */
export function parseMask(text: string): Mask {
  const tokens = text.match(/[A-Za-z_][\w]*|[*(),./]|\S/g) ?? [];
  let position = 0;
  const fail = (): never => {
    throw invalid(`Request contains an invalid argument. Invalid field mask: ${text}`);
  };

  /** Reads `a.b(c,d)` into `into`. */
  const path = (into: Mask): void => {
    const name = tokens[position++] ?? '';
    if (name === '*') into.all = true;
    else if (/^\w+$/.test(name)) rest(child(into, name));
    else fail();
  };
  /** What follows a name: something inside it, or nothing and all of it is meant. */
  const rest = (named: Mask): void => {
    const next = tokens[position] ?? '';
    if (next === '.' || next === '/') {
      position++;
      path(named);
    } else if (next === '(') {
      position++;
      list(named);
      if (tokens[position++] !== ')') fail();
    } else named.all = true;
  };
  const list = (into: Mask): void => {
    path(into);
    while (tokens[position] === ',') {
      position++;
      path(into);
    }
  };

  const mask = newMask();
  list(mask);
  if (position < tokens.length) fail();
  return mask;
}

function child(mask: Mask, name: string): Mask {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const found = mask.children.get(camel) ?? newMask();
  mask.children.set(camel, found);
  return found;
}

/** Whether the mask selects this path or something inside it. */
export function selects(mask: Mask, ...path: string[]): boolean {
  let at: Mask | undefined = mask;
  for (const name of path) {
    if (at.all) return true;
    at = at.children.get(name);
    if (!at) return false;
  }
  return true;
}

/** The mask for what is inside `name`, or undefined if nothing of it is selected. */
export const inside = (mask: Mask, name: string): Mask | undefined => (mask.all ? ALL : mask.children.get(name));

/** A copy of `value` with only what the mask selects. */
export function applyMask<T>(value: T, mask: Mask): T {
  return pick(value, mask) as T;
}

function pick(value: unknown, mask: Mask): unknown {
  if (mask.all || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  const picked: Record<string, unknown> = {};
  for (const [name, inner] of mask.children) {
    const item = (value as Record<string, unknown>)[name];
    if (item !== undefined) picked[name] = pick(item, inner);
  }
  return picked;
}

/**
 * A copy of `target` in which the selected fields are those of `source`; a selected field that the source does not
 * have is cleared. Objects that end up empty disappear.
 */
export function merge<T extends object>(target: T | undefined, source: T | undefined, mask: Mask): T | undefined {
  const merged = mergeValue(target, source, mask);
  return merged as T | undefined;
}

function mergeValue(target: unknown, source: unknown, mask: Mask): unknown {
  if (mask.all) return source;
  const merged: Record<string, unknown> = { ...(isObject(target) ? target : {}) };
  const from = isObject(source) ? source : {};
  for (const [name, inner] of mask.children) {
    const value = mergeValue(merged[name], from[name], inner);
    if (value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return Object.keys(merged).length > 0 ? merged : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The mask of an update request.
 * @throws GoogleError if it names no field, or one that is not in `known`.
 */
export function updateMask(fields: string | undefined, known?: readonly string[]): Mask {
  if (!fields?.trim()) {
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const mask = parseMask(fields);
  for (const name of mask.children.keys()) {
    if (known && !known.includes(name)) throw invalid(`Invalid field: ${name}`);
  }
  return mask;
}
