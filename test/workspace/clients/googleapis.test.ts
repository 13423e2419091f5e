/** Google's own Node client works a register through: values, formulas, every kind of request, data filters. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#workspace/server.ts';
import { OWNER, STAFF } from '../engine/office.ts';
import { googleClients, startOffice } from './server.ts';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

let server: RunningServer;
let book: sheets_v4.Resource$Spreadsheets;
let spreadsheetId: string;
beforeAll(async () => {
  server = await startOffice();
  const { book: mine, files } = googleClients(server, 'local');
  book = mine;
  const { data } = await files.create({ requestBody: { name: 'Register', mimeType: SPREADSHEET }, fields: 'id' });
  spreadsheetId = data.id ?? '';
});
afterAll(() => server.close());

const apply = async (...requests: sheets_v4.Schema$Request[]): Promise<sheets_v4.Schema$Response[]> =>
  (await book.batchUpdate({ spreadsheetId, requestBody: { requests } })).data.replies ?? [];
const values = async (range: string, more: object = {}) =>
  (await book.values.get({ spreadsheetId, range, ...more })).data.values;
const show = async (fields: string, ranges: string[] = []) => (await book.get({ spreadsheetId, fields, ranges })).data;
const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

describe('values', () => {
  it('go in as they are or as if they were typed, and come out as the call wishes', async () => {
    const { data: updated } = await book.values.update({
      spreadsheetId,
      range: 'Sheet1!A1:D3',
      valueInputOption: 'USER_ENTERED',
      includeValuesInResponse: true,
      responseValueRenderOption: 'UNFORMATTED_VALUE',
      requestBody: {
        values: [
          ['nik', 'tgl', 'hari', 'lewat'],
          ["'9171015708909001", '2026-03-04', '5', '=C2>3'],
          ["'9171015708909002", '2026-03-09', '2', '=C3>3'],
        ],
      },
    });
    expect(updated).toMatchObject({ updatedCells: 12, updatedData: { range: 'Sheet1!A1:D3' } });
    expect(updated.updatedData?.values?.[1]).toEqual(['9171015708909001', 46085, 5, true]);
    const serial = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'FORMATTED_STRING' };
    expect(await values('B2:D2', serial)).toEqual([['2026-03-04', 5, true]]);
    expect(await values('D2:D3', { valueRenderOption: 'FORMULA', majorDimension: 'COLUMNS' })).toEqual([
      ['=C2>3', '=C3>3'],
    ]);
    const { data: appended } = await book.values.append({
      spreadsheetId,
      range: 'A1',
      valueInputOption: 'RAW',
      insertDataOption: 'INSERT_ROWS',
      requestBody: { majorDimension: 'COLUMNS', values: [['9171015708909003'], [''], [9]] },
    });
    expect(appended).toMatchObject({ tableRange: 'Sheet1!A1:D3', updates: { updatedRange: 'Sheet1!A4:C4' } });
    const { data: batch } = await book.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'USER_ENTERED',
        data: [
          { range: 'B4', values: [['3/10/2026']] },
          { range: 'D4', values: [['=C4>3']] },
        ],
      },
    });
    expect(batch).toMatchObject({ totalUpdatedCells: 2, totalUpdatedSheets: 1 });
    const { data: several } = await book.values.batchGet({ spreadsheetId, ranges: ['A4:D4', 'F1:F9'] });
    expect(several.valueRanges).toEqual([
      { range: 'Sheet1!A4:D4', majorDimension: 'ROWS', values: [['9171015708909003', '2026-03-10', '9', 'TRUE']] },
      { range: 'Sheet1!F1:F9', majorDimension: 'ROWS' },
    ]);
    await book.values.batchClear({ spreadsheetId, requestBody: { ranges: ['D4', 'F1:F9'] } });
    await book.values.clear({ spreadsheetId, range: 'D2:D3' });
    expect(await values('D1:D4')).toEqual([['lewat']]);
  });

  it('are counted and looked up by formulas', async () => {
    await book.values.update({
      spreadsheetId,
      range: 'F1:F4',
      valueInputOption: 'USER_ENTERED',
      requestBody: {
        values: [
          ['=SUMIFS(C:C,C:C,">2")'],
          ['=XLOOKUP("9171015708909002",A:A,C:C)'],
          ['=TEXT(MAX(B2:B4),"d mmm yyyy")'],
        ],
      },
    });
    expect(await values('F1:F3')).toEqual([['14'], ['2'], ['10 Mar 2026']]);
  });
});

describe('batchUpdate', () => {
  it('shapes sheets, rows and columns', async () => {
    const [added] = await apply({ addSheet: { properties: { title: 'Dasbor', gridProperties: { rowCount: 20 } } } });
    const sheetId = added?.addSheet?.properties?.sheetId ?? 0;
    await apply(
      {
        updateSheetProperties: {
          properties: { sheetId, index: 0, gridProperties: { frozenRowCount: 1, hideGridlines: true }, hidden: true },
          fields: 'index,gridProperties(frozenRowCount,hideGridlines),hidden',
        },
      },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
      { moveDimension: { source: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 }, destinationIndex: 1 } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 4 } } },
      { addDimensionGroup: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 } } },
      {
        updateDimensionProperties: {
          range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 160 },
          fields: 'pixelSize',
        },
      },
    );
    const { sheets: tabs } = await show('sheets(properties(title,hidden,gridProperties),columnGroups)');
    expect(tabs).toMatchObject([
      { properties: { title: 'Dasbor', hidden: true, gridProperties: { rowCount: 20, frozenRowCount: 1 } } },
      { properties: { title: 'Sheet1' }, columnGroups: [{ depth: 1 }] },
    ]);
    expect(await values('Sheet1!A2:A4')).toEqual([['9171015708909001'], ['9171015708909002'], ['9171015708909003']]);
    const grid = await show('sheets.data(columnMetadata.pixelSize,rowData.values.formattedValue)', ['Sheet1!A1:B1']);
    expect(grid.sheets?.[0]?.data?.[0]).toEqual({
      columnMetadata: [{ pixelSize: 160 }, { pixelSize: 100 }],
      rowData: [{ values: [{ formattedValue: 'nik' }, { formattedValue: 'tgl' }] }],
    });
  });

  it('formats, validates, protects, filters and charts, and shows the book afterwards', async () => {
    const { data } = await book.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          {
            repeatCell: {
              range: range(0, 1, 0, 4),
              cell: {
                userEnteredFormat: { textFormat: { bold: true }, backgroundColor: { green: 0.5 } },
                note: 'judul',
              },
              fields: 'userEnteredFormat(textFormat.bold,backgroundColor),note',
            },
          },
          {
            setDataValidation: {
              range: range(1, 9, 3, 4),
              rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'ya' }] }, strict: true },
            },
          },
          { addProtectedRange: { protectedRange: { range: range(0, 1, 0, 4), editors: { users: [OWNER.email] } } } },
          { setBasicFilter: { filter: { range: range(0, 4, 0, 4), criteria: { 2: { hiddenValues: ['2'] } } } } },
          { addBanding: { bandedRange: { range: range(0, 4, 0, 4), rowProperties: { headerColor: { blue: 1 } } } } },
          {
            addConditionalFormatRule: {
              rule: {
                ranges: [range(1, 4, 2, 3)],
                gradientRule: {
                  minpoint: { type: 'MIN', color: { red: 1 } },
                  maxpoint: { type: 'MAX', color: { green: 1 } },
                },
              },
            },
          },
          {
            addChart: {
              chart: {
                spec: {
                  title: 'Hari',
                  basicChart: {
                    chartType: 'SCATTER',
                    domains: [{ domain: { sourceRange: { sources: [range(0, 4, 1, 2)] } } }],
                    series: [{ series: { sourceRange: { sources: [range(0, 4, 2, 3)] } } }],
                  },
                },
                position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 5, columnIndex: 5 } } },
              },
            },
          },
        ],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ['Sheet1!A1'],
      },
    });
    const [shown] = data.updatedSpreadsheet?.sheets ?? [];
    expect(shown?.data?.[0]?.rowData?.[0]?.values?.[0]).toMatchObject({
      note: 'judul',
      userEnteredFormat: { textFormat: { bold: true }, backgroundColor: { green: 0.49803922 } },
    });
    expect(shown).toMatchObject({
      basicFilter: { criteria: { 2: { hiddenValues: ['2'] } } },
      bandedRanges: [{ rowProperties: { headerColorStyle: { rgbColor: { blue: 1 } } } }],
      conditionalFormats: [{ gradientRule: { minpoint: { type: 'MIN', colorStyle: { rgbColor: { red: 1 } } } } }],
      charts: [{ spec: { basicChart: { chartType: 'SCATTER' } } }],
    });
    const staff = googleClients(server, STAFF.email);
    const edit = { spreadsheetId, range: 'Sheet1!A1', valueInputOption: 'RAW', requestBody: { values: [['x']] } };
    await googleClients(server, 'local').permissions.create({
      fileId: spreadsheetId,
      requestBody: { type: 'user', role: 'writer', emailAddress: STAFF.email },
    });
    await expect(staff.book.values.update(edit)).rejects.toMatchObject({
      code: 400,
      message: expect.stringContaining('You are trying to edit a protected cell or object.'),
    });
    const chartId = shown?.charts?.[0]?.chartId ?? 0;
    await apply({ deleteEmbeddedObject: { objectId: chartId } }, { clearBasicFilter: { sheetId: 0 } });
    expect((await show('sheets(charts,basicFilter)')).sheets).toEqual([{}, {}]);
  });

  it('does all of it or nothing', async () => {
    const { namedRanges: before } = await show('namedRanges');
    const mistaken = apply(
      { addNamedRange: { namedRange: { name: 'Baru', range: range(0, 1, 0, 1) } } },
      { deleteSheet: { sheetId: 99 } },
    );
    await expect(mistaken).rejects.toMatchObject({
      code: 400,
      message: 'Invalid requests[1].deleteSheet: No grid with id: 99',
    });
    expect((await show('namedRanges')).namedRanges).toEqual(before);
  });
});

it('developer metadata leads to the rows it hangs on, also after they moved', async () => {
  const location = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } };
  await apply(
    { createDeveloperMetadata: { developerMetadata: { metadataKey: 'kasus', metadataValue: 'BTL-1', location } } },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
  );
  const dataFilters = [{ developerMetadataLookup: { metadataKey: 'kasus', metadataValue: 'BTL-1' } }];
  const { data: search } = await book.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });
  const [matched] = search.matchedDeveloperMetadata ?? [];
  expect(matched?.developerMetadata?.location?.dimensionRange).toMatchObject({ startIndex: 3, endIndex: 4 });
  const metadataId = matched?.developerMetadata?.metadataId ?? 0;
  expect((await book.developerMetadata.get({ spreadsheetId, metadataId })).data.metadataValue).toBe('BTL-1');
  await book.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: { valueInputOption: 'RAW', data: [{ dataFilter: dataFilters[0] ?? {}, values: [[null, null, 7]] }] },
  });
  const { data } = await book.values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters } });
  expect(data.valueRanges?.[0]?.valueRange?.range).toBe('Sheet1!A4:Z4');
  expect(data.valueRanges?.[0]?.valueRange?.values?.[0]?.slice(0, 3)).toEqual(['9171015708909002', '2026-03-09', '7']);
  const { data: part } = await book.getByDataFilter({
    spreadsheetId,
    fields: 'sheets.data(startRow,rowData.values.formattedValue)',
    requestBody: { dataFilters },
  });
  expect(part.sheets?.[0]?.data?.[0]?.startRow).toBe(3);
  await book.values.batchClearByDataFilter({ spreadsheetId, requestBody: { dataFilters } });
  expect(await values('Sheet1!A4:D4')).toBeUndefined();
});
