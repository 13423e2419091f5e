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

  it.each([
    ['POST', ':getByDataFilter'],
    ['POST', '/values:batchGetByDataFilter'],
    ['POST', '/sheets/0:copyTo'],
    ['GET', '/developerMetadata/1'],
  ])('say that %s %s is not emulated', async (method, path) => {
    const answer = await call(method, `/${office.id}${path}`, method === 'POST' ? {} : undefined);
    expect(answer).toMatchObject({ status: 501, body: { error: { status: 'UNIMPLEMENTED' } } });
    const kind = await call('POST', `/${office.id}:batchUpdate`, { requests: [{ addSlicer: {} }] });
    expect(kind.body.error.message).toBe('not emulated: spreadsheets.batchUpdate addSlicer');
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
