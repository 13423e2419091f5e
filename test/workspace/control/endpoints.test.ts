import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../cli/workspace/server.ts';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function onOpen() { SpreadsheetApp.getUi().createMenu('PBI').addItem('Panel', 'panel').addToUi(); }
function onEdit(e) { SpreadsheetApp.getActiveSpreadsheet().toast('sunting ' + e.range.getA1Notation()); }
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>hai</p>').setTitle('Panel')); }
function siapa(a) { return [Session.getEffectiveUser().getEmail(), SpreadsheetApp.getActiveRange().getA1Notation(), a]; }
function gagal() { throw new Error('tidak jadi'); }
function rahasia_() { return 1; }
function detak() { MailApp.sendEmail('a@uji.test', 'Detak', 'isi'); }
function pasangDetak() { ScriptApp.newTrigger('detak').timeBased().everyMinutes(15).create(); }
`;

describe('control endpoints', () => {
  let office: Office;
  let dinsos: string;
  let pic: string;
  let resets: (boolean | undefined)[];
  let request: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  const json = async (answer: Response | Promise<Response>) =>
    (await answer).json() as Promise<Record<string, unknown>>;

  beforeEach(async () => {
    office = await openOffice(CODE);
    const byRole = (role: string) => office.workspace.users.list().find((user) => user.role === role)?.email ?? '';
    dinsos = byRole('dinsos');
    pic = byRole('pic');
    resets = [];
    const app = createApp(office.workspace, async (seed) => void resets.push(seed));
    request = async (method, path, body, headers = {}) =>
      app.request(`http://127.0.0.1:8787${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
  });
  afterEach(() => office.workspace.close());

  it('say where everything is', async () => {
    const found = await json(request('GET', '/workspace.json'));
    const form = office.workspace.forms.get(office.form.id);
    const entries = form?.items.map((item) => ('entryId' in item ? item.entryId : 0));
    expect(found).toMatchObject({
      profile: 'bantul',
      origin: 'http://127.0.0.1:8787',
      scriptId: office.workspace.scripts.scriptId,
      spreadsheets: { register: office.register },
      forms: {
        usulan: { id: form?.id, publishedId: form?.publishedId, items: { nama: entries?.[0], kota: entries?.[1] } },
      },
    });
    expect(found['users']).toContainEqual(expect.objectContaining({ email: dinsos, role: 'dinsos' }));
  });

  it('edit as a person and wait for the triggers', async () => {
    const body = { spreadsheetId: office.register, range: 'Data!B2', values: [['x', 'y']], user: dinsos };
    const answer = await request('POST', '/workspace/edit', body);
    expect(answer.status).toBe(200);
    expect(await json(answer)).toMatchObject({
      updatedRange: 'Data!B2:C2',
      ui: [{ kind: 'toast', message: 'sunting B2:C2' }],
    });
    const { values } = office.workspace.sheets.values.get(office.workspace.users.owner, office.register, 'Data!B2:C2');
    expect(values).toEqual([['x', 'y']]);
  });

  it('refuse an edit by somebody without the right, and wrong bodies', async () => {
    const body = { spreadsheetId: office.register, range: 'Data!B2', values: [['x']] };
    expect((await request('POST', '/workspace/edit', { ...body, user: pic })).status).toBe(403);
    expect((await request('POST', '/workspace/edit', body)).status).toBe(401);
    expect((await request('POST', '/workspace/edit', { ...body, user: 'tiada@uji.test' })).status).toBe(401);
    expect((await request('POST', '/workspace/edit', { ...body, user: dinsos, values: 'x' })).status).toBe(400);
    expect((await request('POST', '/workspace/edit', body, { 'content-type': 'text/plain' })).status).toBe(400);
    expect(await json(request('POST', '/workspace/edit', { ...body, user: pic }))).toMatchObject({
      error: { code: 403, status: 'PERMISSION_DENIED' },
    });
  });

  it('run functions as the person at the page, with the selection', async () => {
    const body = { function: 'siapa', args: [{ a: [1] }], user: dinsos };
    const selection = { sheetName: 'Data', range: 'C3:D4' };
    expect(await json(request('POST', '/workspace/run', { ...body, selection }))).toEqual({
      ok: true,
      result: [dinsos, 'C3:D4', { a: [1] }],
      ui: [],
    });
    const failed = await request('POST', '/workspace/run', { function: 'gagal', args: [], user: dinsos });
    expect(failed.status).toBe(500);
    expect(await json(failed)).toMatchObject({ ok: false, error: 'Error: tidak jadi' });
    expect((await request('POST', '/workspace/run', { function: 'rahasia_', user: dinsos })).status).toBe(500);
    expect((await request('POST', '/workspace/run', { function: 'siapa', user: pic })).status).toBe(403);
  });

  it('obey the cookie of a signed-in browser', async () => {
    const signedIn = await request('POST', '/workspace/session', { user: dinsos });
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^pbi_user=.*HttpOnly.*SameSite=Strict/i);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const run = (body: object) => request('POST', '/workspace/run', { function: 'siapa', ...body }, headers);
    expect(await json(run({}))).toMatchObject({ result: [dinsos, 'A1', null] });
    expect((await run({ user: dinsos })).status).toBe(200);
    expect((await run({ user: office.workspace.users.owner.email })).status).toBe(403);
    expect((await request('POST', '/workspace/session', { user: 'tiada@uji.test' })).status).toBe(401);
    const away = await request('POST', '/workspace/session', { user: null }, headers);
    expect(away.headers.get('set-cookie')).toMatch(/Max-Age=0/);
  });

  it('open the spreadsheet and use its menu', async () => {
    const opened = await json(request('POST', '/workspace/open', { spreadsheetId: office.register, user: dinsos }));
    expect(opened).toEqual({ ui: [{ kind: 'menu', name: 'PBI', items: [{ caption: 'Panel', function: 'panel' }] }] });
    const body = { spreadsheetId: office.register, function: 'panel', user: dinsos };
    expect(await json(request('POST', '/workspace/menu', body))).toMatchObject({
      ok: true,
      ui: [{ kind: 'sidebar', title: 'Panel', html: '<p>hai</p>' }],
    });
    expect((await request('POST', '/workspace/open', { spreadsheetId: office.register, user: pic })).status).toBe(403);
  });

  it('move the clock and run what became due, and triggers by hand', async () => {
    await office.value('pasangDetak');
    const before = office.workspace.clock.now();
    expect(await json(request('POST', '/workspace/clock', { advance: 'PT14M' }))).toMatchObject({ executions: [] });
    const later = await json(request('POST', '/workspace/clock', { advance: 'P1DT1M' }));
    expect(later).toMatchObject({ executions: [{ function: 'detak', error: null }] });
    expect(Date.parse(String(later['now'])) - before).toBeGreaterThanOrEqual(86_400_000 + 15 * 60_000);
    expect((await request('POST', '/workspace/triggers/run', { function: 'detak' })).status).toBe(200);
    expect((await request('POST', '/workspace/triggers/run', { function: 'tiada' })).status).toBe(404);
    expect(await json(request('GET', '/workspace/outbox'))).toHaveLength(2);
    expect(await json(request('GET', '/workspace/triggers'))).toMatchObject([{ function: 'detak', event: 'CLOCK' }]);
    expect(await json(request('GET', '/workspace/executions'))).toContainEqual(
      expect.objectContaining({ function: 'detak', source: 'time', calls: { 'MailApp.sendEmail': 1 } }),
    );
    expect(await json(request('POST', '/workspace/clock', { now: '2027-01-01T00:00:00Z' }))).toMatchObject({
      now: expect.stringMatching(/^2027-01-01T00:00:0/),
    });
    for (const wrong of [{}, { advance: '15 menit' }, { advance: 'P' }, { now: 'besok' }, { advance: 'PT' }]) {
      expect((await request('POST', '/workspace/clock', wrong)).status, JSON.stringify(wrong)).toBe(400);
    }
  });

  it('set and clear fault switches, and refuse misspelt ones', async () => {
    expect(await json(request('POST', '/workspace/faults', { mailQuota: 0, scriptApiOff: true }))).toEqual({
      mailQuota: 0,
      scriptApiOff: true,
    });
    expect(office.workspace.faults.get()).toEqual({ mailQuota: 0, scriptApiOff: true });
    const wrong = await request('POST', '/workspace/faults', { mailKuota: 0 });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(await json(wrong))).toContain('mailKuota');
    expect((await request('POST', '/workspace/faults', { failCall: { n: 0 } })).status).toBe(400);
    expect(await json(request('DELETE', '/workspace/faults'))).toEqual({});
  });

  it('ask for a reset with or without practice data', async () => {
    await request('POST', '/workspace/reset', {});
    await request('POST', '/workspace/reset', { seed: false });
    expect(resets).toEqual([undefined, false]);
  });

  it('are closed to other origins and hosts', async () => {
    const headers = { origin: 'http://jahat.test' };
    expect((await request('POST', '/workspace/clock', { advance: 'PT1M' }, headers)).status).toBe(403);
  });
});
