/** CacheService as a script sees it. */
import { call, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Cache = GoogleAppsScript.Cache.Cache;
type CacheService = GoogleAppsScript.Cache.CacheService;

const NAME = 'CacheService.Cache';
const isText = (value: unknown): value is string => typeof value === 'string';

function createCache(): Cache {
  return strict<Cache>(NAME, {
    get: (...args: unknown[]) => {
      if (args.length !== 1 || !isText(args[0])) throw mismatch(`${NAME}.get`, args);
      return call<string | null>(`${NAME}.get`, args[0]);
    },
    getAll: (keys: string[]) => call<Record<string, string>>(`${NAME}.getAll`, keys),
    put: (...args: unknown[]) => {
      const [key, value, seconds] = args;
      const fits = isText(key) && value !== null && value !== undefined && args.length <= 3;
      if (!fits || (args.length === 3 && typeof seconds !== 'number')) throw mismatch(`${NAME}.put`, args);
      call(`${NAME}.put`, { [key]: String(value) }, seconds);
    },
    putAll: (values: object, ...rest: number[]) => {
      const texts = Object.entries(values).map(([key, value]) => [key, String(value)]);
      call(`${NAME}.putAll`, Object.fromEntries(texts), rest[0]);
    },
    remove: (key: string) => call(`${NAME}.remove`, key),
  });
}

export const createCacheService = (): CacheService =>
  strict<CacheService>('CacheService', { getScriptCache: createCache });
