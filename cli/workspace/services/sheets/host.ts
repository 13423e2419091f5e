/** The advanced service `Sheets` (v4), answered by the same engine as the REST route. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Handlers } from '../../runtime/host.ts';
import type { ValueParams } from '../../workspace.ts';

interface GetOptions {
  ranges?: string | string[];
  includeGridData?: boolean;
  fields?: string;
}

const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

export const sheetsHandlers = {
  'Sheets.Spreadsheets.get': ({ workspace, user }, id: string, options?: GetOptions | null) =>
    workspace.sheets.get(user, id, {
      ranges: list(options?.ranges),
      includeGridData: options?.includeGridData === true,
      fields: options?.fields,
    }),
  'Sheets.Spreadsheets.create': ({ workspace, user }, body: sheets_v4.Schema$Spreadsheet) =>
    workspace.sheets.create(user, body),
  'Sheets.Spreadsheets.batchUpdate': (
    { workspace, user },
    body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
    id: string,
  ) => workspace.sheets.batchUpdate(user, id, body),
  'Sheets.Spreadsheets.Values.get': ({ workspace, user }, id: string, range: string, options?: ValueParams | null) =>
    workspace.sheets.values.get(user, id, range, options ?? {}),
  'Sheets.Spreadsheets.Values.batchGet': (
    { workspace, user },
    id: string,
    options?: (ValueParams & { ranges?: string | string[] }) | null,
  ) => workspace.sheets.values.batchGet(user, id, list(options?.ranges), options ?? {}),
  'Sheets.Spreadsheets.Values.update': (
    { workspace, user },
    body: sheets_v4.Schema$ValueRange,
    id: string,
    range: string,
    options?: ValueParams | null,
  ) => workspace.sheets.values.update(user, id, range, body, options ?? {}),
  'Sheets.Spreadsheets.Values.append': (
    { workspace, user },
    body: sheets_v4.Schema$ValueRange,
    id: string,
    range: string,
    options?: ValueParams | null,
  ) => workspace.sheets.values.append(user, id, range, body, options ?? {}),
  'Sheets.Spreadsheets.Values.clear': ({ workspace, user }, _body: object, id: string, range: string) =>
    workspace.sheets.values.clear(user, id, range),
  'Sheets.Spreadsheets.Values.batchUpdate': (
    { workspace, user },
    body: sheets_v4.Schema$BatchUpdateValuesRequest,
    id: string,
  ) => workspace.sheets.values.batchUpdate(user, id, body),
  'Sheets.Spreadsheets.Values.batchClear': (
    { workspace, user },
    body: sheets_v4.Schema$BatchClearValuesRequest,
    id: string,
  ) => workspace.sheets.values.batchClear(user, id, body.ranges ?? []),
} satisfies Handlers;
