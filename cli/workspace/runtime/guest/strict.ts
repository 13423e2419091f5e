/** Service objects that say loudly when a script asks for something that the Workspace does not have. */

/** Names that the language itself looks up on any object: their absence is normal. */
const SILENT = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'prototype', 'length', 'name']);

/**
 * A service object with exactly these members. Any other name throws `not emulated: <name>.<member>`.
 * The members are checked against Google's own declarations, of which they are a part.
 */
export function strict<T extends object>(name: string, members: Partial<T>): T {
  return new Proxy(Object.freeze(members) as T, {
    get(target, key) {
      if (key === 'toString') return () => name;
      if (typeof key === 'symbol' || key in target || SILENT.has(key)) return Reflect.get(target, key);
      throw new Error(`not emulated: ${name}.${key}`);
    },
  });
}

/** An enumeration of a service: each member is an object that prints its own name, as at Google. */
export function enumeration<T extends object>(name: string, members: readonly string[]): T {
  const values = members.map((member) => [member, constant(member)] as const);
  return strict<T>(name, Object.fromEntries(values) as Partial<T>);
}

const constants = new Map<string, object>();

/** The same object for the same name, so that scripts may compare with `===`. */
function constant(member: string): object {
  const found =
    constants.get(member) ?? Object.freeze({ name: () => member, toString: () => member, toJSON: () => member });
  constants.set(member, found);
  return found;
}

/** The enumeration member of this name, e.g. for a getter. */
export const enumMember = <T>(member: string): T => constant(member) as T;
