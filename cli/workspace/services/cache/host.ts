/** CacheService on the main thread. */
import type { Handlers, Host } from '../../runtime/host.ts';
import {
  CACHE_DEFAULT_SECONDS,
  CACHE_KEY_CHARACTERS,
  CACHE_MAX_SECONDS,
  CACHE_VALUE_BYTES,
} from '../../runtime/limits.ts';
import { ScriptError } from '../../runtime/script-error.ts';

const STORE = 'script';

/** @throws ScriptError with Google's sentence for a key or value that is too large; nothing is stored then */
function put({ cache }: Host, values: Record<string, string>, seconds?: number | null): void {
  for (const [key, value] of Object.entries(values)) {
    if (key.length > CACHE_KEY_CHARACTERS) throw new ScriptError('Argument too large: key');
    if (Buffer.byteLength(value) > CACHE_VALUE_BYTES) throw new ScriptError('Argument too large: value');
  }
  const duration = Math.min(seconds ?? CACHE_DEFAULT_SECONDS, CACHE_MAX_SECONDS);
  for (const [key, value] of Object.entries(values)) cache.put(STORE, key, value, duration);
}

export const cacheHandlers = {
  'CacheService.Cache.get': ({ cache }, key: string) => cache.get(STORE, key) ?? null,
  'CacheService.Cache.getAll': ({ cache }, keys: string[]) => {
    const found = keys.map((key) => [key, cache.get(STORE, key)] as const);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  },
  'CacheService.Cache.put': put,
  'CacheService.Cache.putAll': put,
  'CacheService.Cache.remove': ({ cache }, key: string) => cache.remove(STORE, key),
} satisfies Handlers;
