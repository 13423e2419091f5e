/** What people do to the register between the bundle's read and its write, and how to see that nobody else was hit. */
import type { FaultSettings } from '#workspace/workspace.ts';
import type { Office, Row } from './office.ts';

type Interfere = NonNullable<FaultSettings['interfere']>;
type Requests = object[];

/** Sheet ids as the set-up fixes them. */
const SHEETS: Record<string, number> = { Kasus: 100, Riwayat: 101, 'Kotak Keluar': 103, Antrean: 104 };

export const sheetId = (tab: string): number => {
  const id = SHEETS[tab];
  if (id === undefined) throw new Error(`no sheet ${tab}`);
  return id;
};

const WRITE = 'Sheets.Spreadsheets.batchUpdate';

/** Makes `requests` happen just before the n-th write of the next run of `name`. */
export function disturb(office: Office, name: string, requests: Requests, n = 1, method = WRITE): void {
  const spreadsheetId = office.files.spreadsheets.register;
  const interfere: Interfere = { function: name, method, n, actions: [{ batchUpdate: { spreadsheetId, requests } }] };
  office.workspace.faults.set({ interfere });
}

/** As a person does it in the menu, at once. */
export function change(office: Office, requests: Requests): void {
  const { sheets, users } = office.workspace;
  sheets.batchUpdate(users.owner, office.files.spreadsheets.register, { requests });
}

/** Sorts the rows below the header by a column, downwards or upwards. */
export const sorted = (office: Office, tab: string, column = 0, sortOrder = 'DESCENDING'): Requests => {
  const rows = office.tab(tab).length + 1;
  const range = { sheetId: sheetId(tab), startRowIndex: 1, endRowIndex: rows, startColumnIndex: 0 };
  return [{ sortRange: { range, sortSpecs: [{ dimensionIndex: column, sortOrder }] } }];
};

const span = (tab: string, dimension: string, startIndex: number, count = 1) => ({
  sheetId: sheetId(tab),
  dimension,
  startIndex,
  endIndex: startIndex + count,
});

export const insertRow = (tab: string, index: number): Requests => [
  { insertDimension: { range: span(tab, 'ROWS', index) } },
];
export const deleteRow = (tab: string, index: number): Requests => [
  { deleteDimension: { range: span(tab, 'ROWS', index) } },
];
export const insertColumn = (tab: string, index: number, count = 1): Requests => [
  { insertDimension: { range: span(tab, 'COLUMNS', index, count) } },
];
export const deleteColumn = (tab: string, index: number, count = 1): Requests => [
  { deleteDimension: { range: span(tab, 'COLUMNS', index, count) } },
];
export const moveColumn = (tab: string, from: number, to: number): Requests => [
  { moveDimension: { source: span(tab, 'COLUMNS', from), destinationIndex: to } },
];
export const setHeader = (tab: string, column: number, text: string): Requests => [
  {
    updateCells: {
      start: { sheetId: sheetId(tab), rowIndex: 0, columnIndex: column },
      rows: [{ values: [text === '' ? {} : { userEnteredValue: { stringValue: text } }] }],
      fields: 'userEnteredValue',
    },
  },
];

/** Header texts in their order. */
export const header = (office: Office, tab: string): string[] => {
  const { sheets, users } = office.workspace;
  const { values } = sheets.values.get(users.owner, office.files.spreadsheets.register, `'${tab}'!1:1`);
  return (values?.[0] ?? []) as string[];
};

/** Every row of a tab by its key, without those named. */
export function others(office: Office, tab: string, key: string, without: readonly (string | undefined)[]) {
  const rows = office.tab(tab).filter((row) => row[key] !== '' && !without.includes(row[key]));
  // A column that somebody has inserted has no header.
  return Object.fromEntries(rows.map(({ '': _, ...row }): [string, Row] => [row[key] ?? '', row]));
}
