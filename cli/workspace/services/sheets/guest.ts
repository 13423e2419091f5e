/** The advanced service `Sheets` (v4), as a script sees it. */
import { advancedMethods } from '../../runtime/guest/advanced.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Members = Record<string, unknown>;

const VALUES = { get: 2, batchGet: 1, update: 3, append: 3, clear: 3, batchUpdate: 2, batchClear: 2 };

export function createSheetsService(): object {
  const values = strict<Members>('Sheets.Spreadsheets.Values', advancedMethods('Sheets.Spreadsheets.Values', VALUES));
  const methods = advancedMethods('Sheets.Spreadsheets', { get: 1, create: 1, batchUpdate: 2 });
  return strict<Members>('Sheets', {
    Spreadsheets: strict<Members>('Sheets.Spreadsheets', { ...methods, Values: values }),
  });
}
