/** Who may not open the register gets nothing of it: no page, no API, no endpoint, no other user's name helps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../support/people.ts';
import { dataDir, type Row, type Server, startServer, submitForm } from '../support/server.ts';
import { addresses, type Endpoint, registeredRoutes } from './support/crawl.ts';
import { caseOf, propose, userOf } from './support/office-flow.ts';

/** The patient whom BPJS has before it, and one whom only Dinsos knows. */
const PROPOSED = person(2, { nama: 'Sumarni Contohsatu' });
const PRIVATE = person(4, { nama: 'Wagiyem Contohdua', alamat: 'Padukuhan Rahasia' });

let server: Server;
let register: string;
let shared: string;
let ticket: string;
let before: Row[];
beforeAll(async () => {
  server = await startServer(dataDir());
  ({ register = '', bpjs: shared = '' } = server.office.spreadsheets);
  for (const one of [PROPOSED, PRIVATE]) {
    await submitForm(server, one);
    await server.idle();
  }
  await propose(server, 'BTL-D-2026-000001');
  ticket = 'BTL-D-2026-000002';
  expect((await caseOf(server, ticket))['nama']).toBe('WAGIYEM CONTOHDUA');
  [before = []] = await server.tabs(['Kasus']);
});
afterAll(() => server.discard());

const OUTSIDERS = ['bpjs', 'pic'];
const email = (role: string) => userOf(server, role);
const bearer = (role: string) => ({ authorization: `Bearer ${email(role)}` });
const cookie = (role: string) => ({ cookie: `pbi_user=${email(role)}` });

/** What only people of Dinsos may read. */
const SECRETS = [PRIVATE, PROPOSED].map((one) =>
  [one['nik'], one['no_kk'], one['nama']].map((text) => String(text).toLowerCase()),
);
const leaks = (text: string, secrets: readonly string[]) =>
  secrets.filter((secret) => text.toLowerCase().includes(secret));
const secretFor = (role: string): string[] => (role === 'pic' ? SECRETS.flat() : (SECRETS[0] ?? []));

describe.each(OUTSIDERS)('%s', (role) => {
  it.each([
    ['spreadsheets.get', 'GET', () => `/v4/spreadsheets/${register}?includeGridData=true`],
    ['values.get', 'GET', () => `/v4/spreadsheets/${register}/values/Kasus`],
    ['values.batchGet', 'GET', () => `/v4/spreadsheets/${register}/values:batchGet?ranges=Kasus`],
    ['values.update', 'PUT', () => `/v4/spreadsheets/${register}/values/Kasus!A2?valueInputOption=RAW`],
    ['values.append', 'POST', () => `/v4/spreadsheets/${register}/values/Kasus:append?valueInputOption=RAW`],
    ['values.clear', 'POST', () => `/v4/spreadsheets/${register}/values/Kasus:clear`],
    ['values.batchUpdate', 'POST', () => `/v4/spreadsheets/${register}/values:batchUpdate`],
    ['values.batchClear', 'POST', () => `/v4/spreadsheets/${register}/values:batchClear`],
    ['batchUpdate', 'POST', () => `/v4/spreadsheets/${register}:batchUpdate`],
    ['projects.getContent', 'GET', () => `/v1/projects/${server.office.scriptId}/content`],
    ['forms.responses.list', 'GET', () => `/v1/forms/${server.office.forms['darurat']?.id}/responses`],
  ])("is refused by %s with 403 in Google's envelope", async (name, method, path) => {
    const answer = await server.fetch(path(), {
      method,
      headers: bearer(role),
      ...(method !== 'GET' && { body: STRICT[name] ?? BODY() }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
    });
  });

  it('does not learn from Drive that the register exists', async () => {
    for (const path of [`/${register}`, `/${register}/permissions`, `/${register}/export?mimeType=text/csv`]) {
      const answer = await server.fetch(`/drive/v3/files${path}`, { headers: bearer(role) });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: 404, errors: [{ reason: 'notFound' }] } });
    }
    const share = await server.fetch(`/drive/v3/files/${register}/permissions`, {
      method: 'POST',
      headers: bearer(role),
      body: { type: 'user', role: 'writer', emailAddress: email(role) },
    });
    expect(share.status).toBe(404);
    const list = await server.fetch('/drive/v3/files', { headers: bearer(role) });
    expect(await list.text()).not.toContain(register);
  });

  it('gets the page of the register as 403 without data', async () => {
    const page = await server.fetch(`/spreadsheets/d/${register}/edit`, { headers: cookie(role) });
    expect(page.status).toBe(403);
    const text = await page.text();
    expect(leaks(text, SECRETS.flat())).toEqual([]);
    expect(text).not.toContain('Kasus');
  });

  const gestures: [string, string, () => object][] = [
    ['run', 'POST', () => ({ function: 'panelBuka', args: [{ tiket: ticket }] })],
    ['menu', 'POST', () => ({ function: 'jalankanSekarang' })],
    ['edit', 'POST', () => ({ spreadsheetId: register, range: 'Kasus!F2', values: [['x']] })],
    ['open', 'POST', () => ({ spreadsheetId: register })],
    ['grid', 'POST', () => ({ kind: 'sort', sheetId: 100, column: 0, descending: true })],
    ['grid', 'GET', () => ({})],
    ['revision', 'GET', () => ({})],
  ];
  const gesture = (name: string, method: string, body: object, headers: Record<string, string>, query = '') => {
    const path = ['grid', 'revision'].includes(name) ? `${name}/${register}` : name;
    return server.fetch(`/workspace/${path}${query}`, { method, headers, ...(method === 'POST' && { body }) });
  };

  it.each(gestures)('may not use /workspace/%s (%s)', async (name, method, body) => {
    const signedIn = await gesture(name, method, body(), cookie(role));
    expect(signedIn.status).toBe(403);
    expect(await signedIn.json()).toMatchObject({ error: { code: 403, status: 'PERMISSION_DENIED' } });
  });

  it.each(gestures)('cannot become somebody else for /workspace/%s (%s)', async (name, method, body) => {
    const other = email('dinsos');
    const attempts = [
      gesture(name, method, { ...body(), user: other }, cookie(role)),
      gesture(name, method, body(), cookie(role), `?user=${other}&sheetId=100&from=0&to=9`),
      gesture(name, method, body(), { ...cookie(role), authorization: 'Bearer local', 'x-user': other, from: other }),
    ];
    for (const answer of await Promise.all(attempts)) {
      expect(answer.status).toBe(403);
      expect(leaks(await answer.text(), SECRETS.flat())).toEqual([]);
    }
  });

  it('cannot become somebody else for a page', async () => {
    const headers = { ...cookie(role), authorization: 'Bearer local', 'x-user': email('dinsos') };
    const page = await server.fetch(`/spreadsheets/d/${register}/edit?user=${email('dinsos')}`, { headers });
    expect(page.status).toBe(403);
  });

  it('cannot become somebody else for an API: neither cookie nor parameters are tokens', async () => {
    const query = `user=${email('dinsos')}&access_token=local&key=local&quotaUser=${email('dinsos')}`;
    const path = `/v4/spreadsheets/${register}/values/Kasus?${query}`;
    expect((await server.fetch(path, { headers: { ...bearer(role), ...cookie('dinsos') } })).status).toBe(403);
    expect((await server.fetch(path, { headers: cookie('dinsos') })).status).toBe(401);
  });

  it('finds nothing of the register at any registered address', async () => {
    const found: string[] = [];
    let asked = 0;
    for (const { method, path } of await endpoints()) {
      for (const headers of [cookie(role), { ...cookie(role), ...bearer(role) }]) {
        const answer = await server.fetch(path, { method, headers, ...(method !== 'GET' && { body: BODY() }) });
        const hits = leaks(await answer.text(), secretFor(role));
        if (hits.length > 0) found.push(`${method} ${path}`);
        asked += 1;
      }
    }
    expect(found).toEqual([]);
    expect(asked).toBeGreaterThan(200);
  });
});

/** Methods that look at the whole body before they look at who asks, as at Google. */
const STRICT: Readonly<Record<string, object>> = {
  'values.batchUpdate': { valueInputOption: 'RAW', data: [{ range: 'Kasus!F2', values: [['x']] }] },
  batchUpdate: {
    requests: [{ updateCells: { range: { sheetId: 100, startRowIndex: 1 }, fields: 'userEnteredValue' } }],
    includeSpreadsheetInResponse: true,
    responseIncludeGridData: true,
  },
};

/** One body that has what any endpoint asks for. */
const BODY = () => ({
  spreadsheetId: register,
  range: 'Kasus!F2',
  values: [['x']],
  function: 'panelBuka',
  args: [{ tiket: ticket }],
  requests: [{ updateCells: { range: { sheetId: 100, startRowIndex: 1 }, fields: 'userEnteredValue' } }],
  includeSpreadsheetInResponse: true,
  responseIncludeGridData: true,
  ranges: ['Kasus'],
  data: [{ range: 'Kasus!F2', values: [['x']] }],
  valueInputOption: 'RAW',
  includeValuesInResponse: true,
  kind: 'sort',
  sheetId: 100,
  column: 0,
  descending: false,
  role: 'writer',
  type: 'user',
});

/** These change the machine, not the register: everybody at it may use them. */
const MACHINE = ['/workspace/reset', '/workspace/faults', '/workspace/clock', '/workspace/session'];

async function endpoints(): Promise<Endpoint[]> {
  const { forms } = server.office;
  const scriptId = server.office.scriptId ?? '';
  const { id: formId = '', publishedId = '' } = forms['darurat'] ?? {};
  const ids = [register, shared, formId, scriptId];
  const [{ responses = [] }, { permissions = [] }] = await Promise.all([
    server.json<{ responses?: { responseId: string }[] }>(`/v1/forms/${formId}/responses`),
    server.json<{ permissions?: { id: string }[] }>(`/drive/v3/files/${register}/permissions`),
  ]);
  const values = {
    id: ids,
    formId: [formId],
    publishedId: [publishedId],
    responseId: responses.map(({ responseId }) => responseId),
    permissionId: permissions.map(({ id }) => id),
    target: [`${register}:batchUpdate`, `${formId}:setPublishSettings`],
    range: ['Kasus', 'Riwayat!A1:L99', 'Kasus:append', 'Kasus:clear'],
    name: ['sheet.js', 'Code.js.map'],
    method: ['generateIds'],
    number: ['1'],
    deploymentId: ['terbaru'],
    metadataId: ['1'],
    commentId: ['1'],
    replyId: ['1'],
  };
  const routes = (await registeredRoutes()).filter(({ method, path }) => method === 'GET' || !MACHINE.includes(path));
  const query = `?includeGridData=true&ranges=Kasus&fields=*&mimeType=text/csv&sheetId=100&from=0&to=99&user=${email('dinsos')}`;
  return routes.flatMap(({ method, path }) =>
    addresses(path, values).flatMap((one) => [
      { method, path: one },
      { method, path: one + query },
    ]),
  );
}

describe('nobody in particular', () => {
  it('is refused everywhere that somebody could be meant', async () => {
    const anonymous: [string, string, number][] = [
      ['GET', `/v4/spreadsheets/${register}`, 401],
      ['GET', `/v4/spreadsheets/${register}/values/Kasus`, 401],
      ['POST', `/v4/spreadsheets/${register}:batchUpdate`, 401],
      ['GET', `/drive/v3/files/${register}/permissions`, 401],
      ['GET', `/v1/projects/${server.office.scriptId}/content`, 401],
      ['GET', `/workspace/grid/${register}?sheetId=100&from=0&to=9`, 401],
      ['POST', `/workspace/run`, 401],
      ['POST', `/workspace/menu`, 401],
      ['POST', `/workspace/edit`, 401],
      ['POST', `/workspace/open`, 401],
      ['GET', `/spreadsheets/d/${register}/edit`, 302],
    ];
    for (const [method, path, status] of anonymous) {
      const answer = await server.fetch(path, { method, ...(method !== 'GET' && { body: BODY() }) });
      expect([method, path, answer.status]).toEqual([method, path, status]);
      expect(leaks(await answer.text(), SECRETS.flat())).toEqual([]);
    }
  });
});

describe('after all attempts', () => {
  it('the register is as it was, and those who may still open it', async () => {
    const [cases = []] = await server.tabs(['Kasus']);
    expect(cases).toEqual(before);
    const page = await server.fetch(`/workspace/grid/${register}?sheetId=100&from=0&to=9`, {
      headers: cookie('dinsos'),
    });
    expect(leaks(await page.text(), SECRETS[0] ?? [])).toEqual(SECRETS[0]);
    const own = await server.fetch(`/v4/spreadsheets/${shared}/values/Usulan%20Darurat`, { headers: bearer('bpjs') });
    expect(leaks(await own.text(), SECRETS.flat())).toEqual(SECRETS[1]);
    const pic = await server.fetch(`/v4/spreadsheets/${shared}/values/Usulan%20Darurat`, { headers: bearer('pic') });
    expect(pic.status).toBe(403);
  });
});
