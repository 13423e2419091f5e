/** PropertiesService as a script sees it: three stores of texts. */
import { call, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Properties = GoogleAppsScript.Properties.Properties;
type PropertiesService = GoogleAppsScript.Properties.PropertiesService;

const NAME = 'PropertiesService.Properties';

function createProperties(scope: 'script' | 'user' | 'document'): Properties {
  const properties: Properties = strict<Properties>(NAME, {
    getProperty: (...args: unknown[]) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch(`${NAME}.getProperty`, args);
      return call<string | null>(`${NAME}.getProperty`, scope, args[0]);
    },
    getProperties: () => call<Record<string, string>>(`${NAME}.getProperties`, scope),
    getKeys: () => call<string[]>(`${NAME}.getKeys`, scope),
    setProperty: (...args: unknown[]) => {
      const [key, value] = args;
      if (args.length !== 2 || typeof key !== 'string' || value === null || value === undefined) {
        throw mismatch(`${NAME}.setProperty`, args);
      }
      call(`${NAME}.setProperty`, scope, key, String(value));
      return properties;
    },
    setProperties: (...args: unknown[]) => {
      const [entries, deleteOthers] = args;
      if (typeof entries !== 'object' || entries === null) throw mismatch(`${NAME}.setProperties`, args);
      const texts = Object.entries(entries).map(([key, value]) => [key, String(value)]);
      call(`${NAME}.setProperties`, scope, Object.fromEntries(texts), deleteOthers === true);
      return properties;
    },
    deleteProperty: (key: string) => {
      call(`${NAME}.deleteProperty`, scope, String(key));
      return properties;
    },
    deleteAllProperties: () => {
      call(`${NAME}.deleteAllProperties`, scope);
      return properties;
    },
  });
  return properties;
}

export const createPropertiesService = (): PropertiesService =>
  strict<PropertiesService>('PropertiesService', {
    getScriptProperties: () => createProperties('script'),
    getUserProperties: () => createProperties('user'),
    getDocumentProperties: () => createProperties('document'),
  });
