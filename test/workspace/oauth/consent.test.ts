/** The consent page: who may ask, what is shown, and where the answer goes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#workspace/server.ts';
import { answerConsent } from '../../support/consent.ts';
import { DINSOS, OWNER, programOf, REDIRECT, request, SCOPES, serveEmpty } from './support.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveEmpty();
});
afterAll(() => server.close());

const program = () => programOf(server.origin);

describe('a request', () => {
  it('is shown with the people of the Workspace and every permission in words', async () => {
    const { address } = await request(program(), { login_hint: DINSOS });
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:*");
    const page = await answer.text();
    for (const { email } of server.workspace.users.list()) expect(page).toContain(`value="${email}"`);
    expect(page).toMatch(new RegExp(`value="${DINSOS}" required checked`));
    expect(page).not.toMatch(new RegExp(`value="${OWNER}" required checked`));
    for (const sentence of [
      'semua spreadsheet Anda',
      'hanya berkas Drive yang Anda pakai',
      'proyek Google Apps Script',
      'alamat surel',
    ]) {
      expect(page).toContain(sentence);
    }
    expect(page).toContain('program-uji');
  });

  it('is answered to the address that asked, with its state', async () => {
    const { address } = await request(program());
    const back = (await answerConsent(address, OWNER)) as URL;
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(Object.fromEntries(back.searchParams)).toEqual({
      state: 'keadaan-1',
      code: expect.stringMatching(/^4\/0A/),
      scope: SCOPES.join(' '),
    });
    const denied = (await answerConsent(address, OWNER, { decision: 'tolak' })) as URL;
    expect(Object.fromEntries(denied.searchParams)).toEqual({ state: 'keadaan-1', error: 'access_denied' });
    const part = (await answerConsent(address, OWNER, { without: ['spreadsheets'] })) as URL;
    expect(part.searchParams.get('scope')).toBe(SCOPES.filter((scope) => !scope.endsWith('spreadsheets')).join(' '));
    expect(await answerConsent(address, 'siapa@uji.test')).toBe(400);
  });

  const wrong: [string, Record<string, string | undefined>, RegExp][] = [
    ['another machine', { redirect_uri: 'http://contoh.test/kembali' }, /redirect_uri_mismatch/],
    ['a name that only looks local', { redirect_uri: 'http://127.0.0.1.contoh.test/' }, /redirect_uri_mismatch/],
    ['https', { redirect_uri: 'https://127.0.0.1:5999/' }, /redirect_uri_mismatch/],
    ['no program', { client_id: undefined }, /Missing required parameter: client_id/],
    ['no PKCE', { code_challenge: undefined }, /Missing required parameter: code_challenge/],
    ['plain PKCE', { code_challenge_method: 'plain' }, /only S256/],
    ['a token instead of a code', { response_type: 'token' }, /unsupported_response_type/],
    ['an unknown permission', { scope: 'https://www.googleapis.com/auth/semua' }, /invalid_scope/],
    ['no permission', { scope: '' }, /Missing required parameter: scope/],
  ];
  it.each(wrong)('for %s ends on a page that says why', async (_name, change, reason) => {
    const address = new URL((await request(program())).address);
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    const shown = await fetch(address);
    expect(shown.status).toBe(400);
    expect(await shown.text()).toMatch(reason);
    const body = new URLSearchParams({
      permintaan: address.search.slice(1),
      akun: OWNER,
      izin: SCOPES[1] ?? '',
      putusan: 'izinkan',
    });
    const sent = await fetch(`${server.origin}/o/oauth2/v2/auth`, { method: 'POST', body, redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([400, null]);
  });

  it('cannot be answered by a page of somebody else', async () => {
    const { address } = await request(program());
    const body = new URLSearchParams({
      permintaan: new URL(address).search.slice(1),
      akun: OWNER,
      izin: SCOPES[1] ?? '',
      putusan: 'izinkan',
    });
    const headers = { origin: 'http://jahat.test' };
    const sent = await fetch(`${server.origin}/o/oauth2/v2/auth`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    });
    expect(sent.status).toBe(403);
  });
});
