/**
 * The API's JSON types allow `null` everywhere, meaning the same as leaving the key out. The engine drops nulls once,
 * at its border, and works on the types without them.
 */

/** `T` without null at any depth. */
export type Clean<T> = T extends (infer U)[]
  ? Clean<U>[]
  : T extends object
    ? { [K in keyof T]: Clean<Exclude<T[K], null>> }
    : Exclude<T, null>;

/** A copy without the keys that are null or undefined. Null array items become undefined holes of the same index. */
export function clean<T>(value: T): Clean<T> {
  return dropNulls(value) as Clean<T>;
}

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== null && item !== undefined) kept[key] = dropNulls(item);
  }
  return kept;
}
