/** spreadsheets.values: the methods that read and write plain values. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../users.ts';
import type { Sheets, ValueParams } from '../workspace.ts';
import { rangeText } from './a1.ts';
import type { Books } from './books.ts';
import { clean } from './clean.ts';
import { type DataFilter, filteredRanges } from './data-filters.ts';
import type { SheetState } from './model.ts';
import { type Found, findRange } from './ranges.ts';
import { checkNames } from './requests/read-message.ts';
import { checkReadParams, readRange } from './values/read.ts';
import { appendValues, clearValues, updateValues, type Written } from './values/write.ts';

const UPDATE_FIELDS = [
  'valueInputOption',
  'data',
  'includeValuesInResponse',
  'responseValueRenderOption',
  'responseDateTimeRenderOption',
];

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
      const params = updateParams(body);
      checkNames(body, UPDATE_FIELDS);
      const written = books.edit(actor, id, (edit) =>
        (body.data ?? []).map((data) => updateValues(edit, data.range ?? '', data, params)),
      );
      const responses = written.map((item) => withData(actor, report(id, item), params));
      return { spreadsheetId: id, ...totals(written), responses };
    },
    batchClear: (actor, id, ranges) => ({
      spreadsheetId: id,
      clearedRanges: books.edit(actor, id, (edit) => ranges.map((range) => clearValues(edit, range))),
    }),
    batchGetByDataFilter(actor, id, body) {
      const params: ValueParams = {
        majorDimension: body.majorDimension ?? undefined,
        valueRenderOption: body.valueRenderOption ?? undefined,
        dateTimeRenderOption: body.dateTimeRenderOption ?? undefined,
      };
      checkReadParams(params);
      const book = books.read(actor, id);
      const valueRanges = filtersOf(body.dataFilters).flatMap((filter) =>
        filteredRanges(book, filter).map((found) => ({
          valueRange: readRange(books.view(book), found, params),
          dataFilters: [filter],
        })),
      );
      return { spreadsheetId: id, ...(valueRanges.length > 0 && { valueRanges }) };
    },
    batchUpdateByDataFilter(actor, id, body) {
      const params = updateParams(body);
      const written = books.edit(actor, id, (edit) =>
        (body.data ?? []).flatMap((data) => {
          const [filter = {}] = filtersOf(data.dataFilter ? [data.dataFilter] : []);
          return filteredRanges(edit.draft, filter).map((found) => ({
            filter,
            ...updateValues(
              edit,
              textOf(found),
              { values: data.values ?? [], majorDimension: data.majorDimension ?? null },
              params,
            ),
          }));
        }),
      );
      const responses = written.map(({ filter, ...item }) => ({
        ...withData(actor, report(id, item), params),
        dataFilter: filter,
      }));
      return { spreadsheetId: id, ...totals(written), responses };
    },
    batchClearByDataFilter: (actor, id, body) => ({
      spreadsheetId: id,
      clearedRanges: books.edit(actor, id, (edit) =>
        filtersOf(body.dataFilters)
          .flatMap((filter) => filteredRanges(edit.draft, filter))
          .map((found) => clearValues(edit, textOf(found))),
      ),
    }),
  };
}

const textOf = ({ sheet, rect }: Found<Pick<SheetState, 'meta'>>): string =>
  rangeText(sheet.meta.properties.title, rect);

const filtersOf = (filters: sheets_v4.Schema$DataFilter[] | null | undefined): DataFilter[] => clean(filters ?? []);

const updateParams = (body: sheets_v4.Schema$BatchUpdateValuesRequest): ValueParams => ({
  valueInputOption: body.valueInputOption ?? undefined,
  includeValuesInResponse: body.includeValuesInResponse ?? undefined,
  responseValueRenderOption: body.responseValueRenderOption ?? undefined,
  responseDateTimeRenderOption: body.responseDateTimeRenderOption ?? undefined,
});

function totals(written: Written[]) {
  const sum = (key: 'rows' | 'columns' | 'cells') => written.reduce((total, item) => total + item[key], 0);
  return {
    totalUpdatedRows: sum('rows'),
    totalUpdatedColumns: sum('columns'),
    totalUpdatedCells: sum('cells'),
    totalUpdatedSheets: new Set(written.map(({ sheet }) => sheet)).size,
  };
}
