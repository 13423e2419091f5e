/** SpreadsheetApp as a script sees it: what is open and selected, and other spreadsheets by id. */
import { call, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';
import { parseBlock } from './a1.ts';
import type { Block, SheetFacts } from './facts.ts';
import { createRange, createSheet, createSpreadsheet } from './spreadsheet-guest.ts';
import { createUi } from './ui-guest.ts';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const A1: Block = { row: 1, column: 1, rows: 1, columns: 1 };

const activeSheet = (method: string): SheetFacts => {
  const { active } = facts();
  return call<SheetFacts>(method, active?.spreadsheetId ?? '', active?.sheetName ?? null);
};
const selection = (): Block => parseBlock(facts().active?.range ?? '') ?? A1;

export const createSpreadsheetApp = (): SpreadsheetApp =>
  strict<SpreadsheetApp>('SpreadsheetApp', {
    getActiveSpreadsheet: () => {
      const { active } = facts();
      return active ? createSpreadsheet(active.spreadsheetId) : (null as unknown as Spreadsheet);
    },
    getActiveSheet: () => createSheet(activeSheet('SpreadsheetApp.getActiveSheet')),
    getActiveRange: () => createRange(activeSheet('SpreadsheetApp.getActiveRange'), selection()),
    getCurrentCell: () =>
      createRange(activeSheet('SpreadsheetApp.getCurrentCell'), { ...selection(), rows: 1, columns: 1 }),
    openById: (...args: unknown[]) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch('SpreadsheetApp.openById', args);
      return createSpreadsheet(call<string>('SpreadsheetApp.openById', args[0]));
    },
    getUi: createUi,
    flush: () => call('SpreadsheetApp.flush'),
  });
