import { serve } from '@hono/node-server';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetsRoutes } from '#workspace/rest/sheets.ts';
import { type Office, openOffice, READER, STAFF } from './office.ts';

let office: Office;
let app: ReturnType<typeof sheetsRoutes>;
beforeEach(() => {
  office = openOffice();
  app = sheetsRoutes({ ...office.kernel, sheets: office.sheets });
});

async function call(method: string, path: string, body?: unknown, token = 'local') {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' };
  const response = await app.request(`/v4/spreadsheets${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

describe('Sheets v4 routes', () => {
  it('write and read values, with every character of a range escaped', async () => {
    await call('POST', `/${office.id}:batchUpdate`, {
      requests: [{ addSheet: { properties: { title: 'A/B: "ü"' } } }],
    });
    const range = encodeURIComponent(`'A/B: "ü"'!A1:B1`);
    const put = await call('PUT', `/${office.id}/values/${range}?valueInputOption=RAW`, { values: [['x', '0042']] });
    expect(put).toMatchObject({ status: 200, body: { updatedCells: 2 } });
    await call('POST', `/${office.id}/values/${range}:append?valueInputOption=RAW`, { values: [['y']] });
    const got = await call('GET', `/${office.id}/values:batchGet?ranges=${range}&ranges=Sheet1!A1`);
    expect(got.body.valueRanges).toMatchObject([{ values: [['x', '0042']] }, { range: 'Sheet1!A1' }]);
    const cleared = await call('POST', `/${office.id}/values/${range}:clear`);
    expect(cleared.body.clearedRange).toBe(`'A/B: "ü"'!A1:B1`);
  });

  it('create and show only what the mask asks for', async () => {
    const made = await call('POST', '?fields=spreadsheetId,properties/title', { properties: { title: 'Berbagi' } });
    expect(made.body).toEqual({ spreadsheetId: expect.any(String), properties: { title: 'Berbagi' } });
    const seen = await call(
      'GET',
      `/${made.body.spreadsheetId}?includeGridData=True&fields=sheets(properties(title,gridProperties))`,
    );
    expect(seen.body).toEqual({
      sheets: [{ properties: { title: 'Sheet1', gridProperties: { rowCount: 1000, columnCount: 26 } } }],
    });
  });

  it('answer errors in the envelope', async () => {
    expect(await call('GET', '/tidak-ada')).toEqual({
      status: 404,
      body: { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
    });
    expect((await call('GET', `/${office.id}`, undefined, '')).status).toBe(401);
    const denied = await call('POST', `/${office.id}:batchUpdate`, { requests: [] }, READER.email);
    expect(denied.body.error.status).toBe('PERMISSION_DENIED');
    const mask = await call('GET', `/${office.id}?fields=sheets.isi`);
    expect(mask.body.error.message).toContain("Cannot find matching fields for path 'sheets.isi'");
  });

  it('refuse a mask that cannot be read before they change anything', async () => {
    const path = `/${office.id}/values/A1?valueInputOption=RAW&fields=(`;
    expect((await call('PUT', path, { values: [['x']] })).status).toBe(400);
    expect((await call('GET', `/${office.id}/values/A1`)).body).not.toHaveProperty('values');
  });

  it('find ranges by data filters, and copy a sheet to another spreadsheet', async () => {
    await call('PUT', `/${office.id}/values/A1:B2?valueInputOption=RAW`, {
      values: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
    const location = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } };
    const made = await call('POST', `/${office.id}:batchUpdate`, {
      requests: [{ createDeveloperMetadata: { developerMetadata: { metadataKey: 'baris', location } } }],
    });
    const { metadataId } = made.body.replies[0].createDeveloperMetadata.developerMetadata;
    const dataFilters = [{ developerMetadataLookup: { metadataKey: 'baris' } }];
    const got = await call('POST', `/${office.id}/values:batchGetByDataFilter`, { dataFilters });
    expect(got.body.valueRanges).toEqual([
      { valueRange: { range: 'Sheet1!A2:Z2', majorDimension: 'ROWS', values: [['c', 'd']] }, dataFilters },
    ]);
    const book = await call('POST', `/${office.id}:getByDataFilter?fields=sheets.data.rowData.values.formattedValue`, {
      dataFilters: [{ gridRange: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } }],
    });
    expect(book.body.sheets[0].data[0].rowData).toEqual(
      ['b', 'd'].map((formattedValue) => ({ values: [{ formattedValue }] })),
    );
    const item = await call('GET', `/${office.id}/developerMetadata/${metadataId}`);
    expect(item.body).toMatchObject({ metadataKey: 'baris', location: { locationType: 'ROW' } });
    expect((await call('GET', `/${office.id}/developerMetadata/1`)).status).toBe(404);
    const { body: other } = await call('POST', '', { properties: { title: 'Lain' } });
    const destinationSpreadsheetId = other.spreadsheetId;
    const copy = await call('POST', `/${office.id}/sheets/0:copyTo`, { destinationSpreadsheetId });
    expect(copy.body).toMatchObject({ title: 'Copy of Sheet1', index: 1 });
    const values = await call('GET', `/${destinationSpreadsheetId}/values/Copy%20of%20Sheet1`);
    expect(values.body.values).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('say what is not emulated', async () => {
    const answer = await call('POST', `/${office.id}/values:sulap`, {});
    expect(answer).toMatchObject({ status: 501, body: { error: { status: 'UNIMPLEMENTED' } } });
    const kind = await call('POST', `/${office.id}:batchUpdate`, { requests: [{ addTable: {} }] });
    expect(kind.body.error.message).toBe('not emulated: spreadsheets.batchUpdate addTable');
  });
});

describe("Google's own client", () => {
  let server: ReturnType<typeof serve>;
  let origin = '';
  beforeEach(async () => {
    await new Promise<void>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        origin = `http://127.0.0.1:${port}/`;
        resolve();
      });
    });
  });
  afterEach(() => void server.close());

  it('works unchanged', async () => {
    const client = sheets({ version: 'v4', rootUrl: origin, headers: { authorization: `Bearer ${STAFF.email}` } });
    const spreadsheetId = office.id;
    await client.spreadsheets.values.append({
      spreadsheetId,
      range: 'Sheet1!A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['9171015708909001']] },
    });
    const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: 'Sheet1' });
    expect(data.values).toEqual([['9171015708909001']]);
    const { data: changed } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ addSheet: { properties: { title: 'Baru' } } }] },
    });
    expect(changed.replies?.[0]?.addSheet?.properties?.title).toBe('Baru');
  });
});
