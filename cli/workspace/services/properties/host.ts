/** PropertiesService on the main thread. */
import type { Handlers, Host } from '../../runtime/host.ts';
import { PROPERTY_STORE_BYTES, PROPERTY_VALUE_BYTES } from '../../runtime/limits.ts';
import { ScriptError } from '../../runtime/script-error.ts';

type Texts = Record<string, string>;

const key = (host: Host, scope: string): string => (scope === 'user' ? `user:${host.user.email}` : scope);
const read = (host: Host, scope: string): Texts => host.properties.get(key(host, scope)) ?? {};

/** @throws ScriptError with Google's sentences when a value or the whole store becomes too large. */
function write(host: Host, scope: string, texts: Texts): void {
  if (Object.values(texts).some((value) => Buffer.byteLength(value) > PROPERTY_VALUE_BYTES)) {
    throw new ScriptError('Argument too large: value');
  }
  const bytes = Object.entries(texts).reduce((sum, entry) => sum + Buffer.byteLength(entry.join('')), 0);
  if (bytes > PROPERTY_STORE_BYTES) {
    throw new ScriptError('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
  host.properties.put(key(host, scope), texts);
}

export const propertiesHandlers = {
  'PropertiesService.Properties.getProperty': (host, scope: string, name: string) => read(host, scope)[name] ?? null,
  'PropertiesService.Properties.getProperties': read,
  'PropertiesService.Properties.getKeys': (host, scope: string) => Object.keys(read(host, scope)),
  'PropertiesService.Properties.setProperty': (host, scope: string, name: string, value: string) =>
    write(host, scope, { ...read(host, scope), [name]: value }),
  'PropertiesService.Properties.setProperties': (host, scope: string, texts: Texts, deleteOthers: boolean) =>
    write(host, scope, { ...(deleteOthers ? {} : read(host, scope)), ...texts }),
  'PropertiesService.Properties.deleteProperty': (host, scope: string, name: string) => {
    const { [name]: _gone, ...rest } = read(host, scope);
    write(host, scope, rest);
  },
  'PropertiesService.Properties.deleteAllProperties': (host, scope: string) => write(host, scope, {}),
} satisfies Handlers;
