/** spreadsheets.values: the methods that read and write plain values. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../users.ts';
import type { Sheets, ValueParams } from '../workspace.ts';
import { rangeText } from './a1.ts';
import type { Books } from './books.ts';
import { findRange } from './ranges.ts';
import { checkReadParams, readRange } from './values/read.ts';
import { appendValues, clearValues, updateValues, type Written } from './values/write.ts';

type Updated = sheets_v4.Schema$UpdateValuesResponse;

export function createValues(books: Books): Sheets['values'] {
  const read = (actor: User, id: string, range: string, params: ValueParams) => {
    checkReadParams(params);
    const book = books.read(actor, id);
    return readRange(books.view(book), findRange(book, range), params);
  };

  const report = (
    id: string,
    { sheet, rect, rows, columns, cells }: Omit<Written, 'sheet'> & { sheet: { meta: Written['sheet']['meta'] } },
  ): Updated => ({
    spreadsheetId: id,
    updatedRange: rangeText(sheet.meta.properties.title, rect),
    ...(cells > 0 && { updatedRows: rows, updatedColumns: columns, updatedCells: cells }),
  });

  const withData = (actor: User, updated: Updated, params: ValueParams): Updated => {
    if (!params.includeValuesInResponse) return updated;
    const options: ValueParams = {
      majorDimension: params.majorDimension,
      valueRenderOption: params.responseValueRenderOption,
      dateTimeRenderOption: params.responseDateTimeRenderOption,
    };
    return { ...updated, updatedData: read(actor, updated.spreadsheetId ?? '', updated.updatedRange ?? '', options) };
  };

  return {
    get: (actor, id, range, params = {}) => read(actor, id, range, params),
    batchGet: (actor, id, ranges, params = {}) => ({
      spreadsheetId: id,
      ...(ranges.length > 0 && { valueRanges: ranges.map((range) => read(actor, id, range, params)) }),
    }),
    update(actor, id, range, body, params = {}) {
      const written = books.edit(actor, id, (edit) => updateValues(edit, range, body, params));
      return withData(actor, report(id, written), params);
    },
    append(actor, id, range, body, params = {}) {
      const written = books.edit(actor, id, (edit) => appendValues(edit, range, body, params));
      return {
        spreadsheetId: id,
        ...(written.tableRange && { tableRange: written.tableRange }),
        updates: withData(actor, report(id, written), params),
      };
    },
    clear: (actor, id, range) => ({
      spreadsheetId: id,
      clearedRange: books.edit(actor, id, (edit) => clearValues(edit, range)),
    }),
    batchUpdate(actor, id, body) {
      const params: ValueParams = {
        valueInputOption: body.valueInputOption ?? undefined,
        includeValuesInResponse: body.includeValuesInResponse ?? undefined,
        responseValueRenderOption: body.responseValueRenderOption ?? undefined,
        responseDateTimeRenderOption: body.responseDateTimeRenderOption ?? undefined,
      };
      const written = books.edit(actor, id, (edit) =>
        (body.data ?? []).map((data) => updateValues(edit, data.range ?? '', data, params)),
      );
      const responses = written.map((item) => withData(actor, report(id, item), params));
      const sum = (key: 'rows' | 'columns' | 'cells') => written.reduce((total, item) => total + item[key], 0);
      return {
        spreadsheetId: id,
        totalUpdatedRows: sum('rows'),
        totalUpdatedColumns: sum('columns'),
        totalUpdatedCells: sum('cells'),
        totalUpdatedSheets: new Set(written.map(({ sheet }) => sheet)).size,
        responses,
      };
    },
    batchClear: (actor, id, ranges) => ({
      spreadsheetId: id,
      clearedRanges: books.edit(actor, id, (edit) => ranges.map((range) => clearValues(edit, range))),
    }),
  };
}
