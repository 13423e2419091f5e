/** What CacheService remembers: in memory only, since a cache may forget at any time. */
import type { Clock } from '../clock.ts';
import { CACHE_DROP, CACHE_ITEMS } from './limits.ts';

export interface ScriptCache {
  get(store: string, key: string): string | undefined;
  put(store: string, key: string, value: string, seconds: number): void;
  remove(store: string, key: string): void;
}

export function createScriptCache(clock: Clock): ScriptCache {
  const stores = new Map<string, Map<string, { value: string; until: number }>>();
  const open = (name: string) => {
    const store = stores.get(name) ?? new Map<string, { value: string; until: number }>();
    stores.set(name, store);
    return store;
  };
  return {
    get(name, key) {
      const entry = open(name).get(key);
      return entry && entry.until > clock.now() ? entry.value : undefined;
    },
    put(name, key, value, seconds) {
      const store = open(name);
      store.delete(key);
      store.set(key, { value, until: clock.now() + seconds * 1000 });
      if (store.size <= CACHE_ITEMS) return;
      for (const oldest of [...store.keys()].slice(0, CACHE_DROP)) store.delete(oldest);
    },
    remove: (name, key) => void open(name).delete(key),
  };
}
