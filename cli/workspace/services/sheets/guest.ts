/** The advanced service `Sheets` (v4), as a script sees it. */
import { call, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Params = Record<string, unknown>;

/** A method whose first `required` arguments must be there; `undefined` options are fine. */
function method(name: string, required: number) {
  return (...args: unknown[]) => {
    if (args.slice(0, required).some((arg) => arg === undefined || arg === null) || args.length < required) {
      throw mismatch(name, args);
    }
    return call<never>(name, ...args);
  };
}

const from = (service: string, methods: Record<string, number>): Params =>
  Object.fromEntries(Object.entries(methods).map(([name, required]) => [name, method(`${service}.${name}`, required)]));

export function createSheetsService(): object {
  const values = strict<Params>(
    'Sheets.Spreadsheets.Values',
    from('Sheets.Spreadsheets.Values', {
      get: 2,
      batchGet: 1,
      update: 3,
      append: 3,
      clear: 3,
      batchUpdate: 2,
      batchClear: 2,
    }),
  );
  const spreadsheets = from('Sheets.Spreadsheets', { get: 1, create: 1, batchUpdate: 2 });
  return strict<Params>('Sheets', {
    Spreadsheets: strict<Params>('Sheets.Spreadsheets', { ...spreadsheets, Values: values }),
  });
}
