/** Tokens as Google's library gets, uses, refreshes and gives them back. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { answerConsent } from '../../support/consent.ts';
import { writeBundle } from '../../support/mini-office.ts';
import { DINSOS, OWNER, programOf, REDIRECT, request, SCOPES, serveEmpty, signIn } from './support.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await serveEmpty();
});
afterAll(() => server.close());

const bearer = (token: string | null | undefined) => ({ authorization: `Bearer ${token}` });
const ask = async (path: string, token: string | null | undefined, method = 'GET', body?: object) => {
  const headers = { ...bearer(token), 'content-type': 'application/json' };
  const answer = await fetch(server.origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as { error?: object; [name: string]: unknown },
  };
};
/** A request to the token endpoint, without the library. */
const exchange = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const client = headers['authorization'] ? {} : { client_id: 'program-uji', client_secret: 'rahasia' };
  const body = new URLSearchParams({ ...client, ...fields });
  const answer = await fetch(`${server.origin}/token`, { method: 'POST', body, headers });
  return {
    status: answer.status,
    ...((await answer.json()) as { error?: string; error_description?: string; access_token?: string }),
  };
};
const refused = (error: string, error_description: string, status = 400) => ({ status, error, error_description });

describe('a sign-in', () => {
  it('gives a program access as the person who allowed it, to everything that was allowed', async () => {
    const program = programOf(server.origin);
    const tokens = await signIn(program, { email: DINSOS });
    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      scope: SCOPES.join(' '),
      refresh_token: expect.stringMatching(/^1\/\//),
    });
    const made = await ask('/v4/spreadsheets', tokens.access_token, 'POST', { properties: { title: 'Uji' } });
    expect(made.status).toBe(200);
    const file = server.workspace.files.get(
      server.workspace.users.find(DINSOS) as never,
      String(made.body['spreadsheetId']),
    );
    expect(file.owners?.[0]?.emailAddress).toBe(DINSOS);
    expect((await ask('/drive/v3/files', tokens.access_token)).status).toBe(200);
    expect((await ask('/v1/projects/tiada', tokens.access_token)).status).toBe(404);
    const info = await program.getTokenInfo(tokens.access_token ?? '');
    expect(info).toMatchObject({ aud: 'program-uji', email: DINSOS, scopes: SCOPES, access_type: 'offline' });
    expect((await ask('/oauth2/v2/userinfo', tokens.access_token)).body).toMatchObject({
      email: DINSOS,
      verified_email: true,
      id: info.sub,
    });
    expect((await ask('/oauth2/v3/userinfo', tokens.access_token)).body).toMatchObject({
      email: DINSOS,
      email_verified: true,
      sub: info.sub,
    });
    expect((await ask('/oauth2/v2/userinfo', tokens.access_token)).body).not.toHaveProperty('name');
  });

  it('takes the Workspace’s own tokens as before', async () => {
    expect((await ask('/oauth2/v2/userinfo', 'local')).body).toMatchObject({
      email: OWNER,
      name: 'Akun Sistem Dinsos Bantul',
    });
    expect((await ask('/oauth2/v2/userinfo', DINSOS)).body).toMatchObject({ email: DINSOS });
    expect((await ask('/oauth2/v2/userinfo', 'siapa@uji.test')).body.error).toMatchObject({
      status: 'UNAUTHENTICATED',
    });
  });

  it('gives a refresh token the first time, and later when the person is asked anew', async () => {
    const program = programOf(server.origin, 'program-lama');
    expect((await signIn(program, { more: { access_type: 'online' } })).refresh_token).toBeUndefined();
    expect((await signIn(program)).refresh_token).toBeDefined();
    expect((await signIn(program)).refresh_token).toBeUndefined();
    expect((await signIn(program, { email: DINSOS })).refresh_token).toBeDefined();
    expect((await signIn(program, { more: { prompt: 'consent' } })).refresh_token).toBeDefined();
  });

  it('is exchanged once, by who asked, with the secret of PKCE', async () => {
    const fields = async () => {
      const { address, codeVerifier } = await request(programOf(server.origin));
      const back = (await answerConsent(address, OWNER)) as URL;
      const code = back.searchParams.get('code') ?? '';
      return { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: codeVerifier };
    };
    const good = await fields();
    expect(await exchange(good)).toMatchObject({ status: 200, access_token: expect.any(String) });
    expect(await exchange(good)).toEqual(refused('invalid_grant', 'Malformed auth code.'));
    const bad: [object, object][] = [
      [{ code_verifier: 'salah' }, refused('invalid_grant', 'Invalid code verifier.')],
      [{ code_verifier: '' }, refused('invalid_grant', 'Missing code verifier.')],
      [{ redirect_uri: 'http://127.0.0.1:1/' }, refused('redirect_uri_mismatch', 'Bad Request')],
      [{ client_id: 'program-lain' }, refused('invalid_grant', 'Malformed auth code.')],
      [{ client_id: '' }, refused('invalid_request', 'Could not determine client ID from request.')],
      [{ client_secret: '' }, refused('invalid_request', 'client_secret is missing.')],
      [{ grant_type: 'password' }, refused('unsupported_grant_type', 'Invalid grant_type: password')],
      [{ grant_type: 'constructor' }, refused('unsupported_grant_type', 'Invalid grant_type: constructor')],
    ];
    for (const [change, answer] of bad) expect(await exchange({ ...(await fields()), ...change })).toEqual(answer);
    const long = await fetch(`${server.origin}/token`, { method: 'POST', body: 'a'.repeat(200_000) });
    expect(long.status).toBe(413);
    const late = await fields();
    const { clock } = server.workspace;
    clock.set(clock.now() + 11 * 60_000);
    expect(await exchange(late)).toEqual(refused('invalid_grant', 'Malformed auth code.'));
    const basic = { authorization: `Basic ${Buffer.from('program-uji:rahasia').toString('base64')}` };
    expect(await exchange(await fields(), basic)).toMatchObject({ status: 200 });
  });
});

describe('an access token', () => {
  it('ends after an hour of the Workspace’s time; the refresh token gives another', async () => {
    const program = programOf(server.origin);
    const { access_token, refresh_token } = await signIn(program, { more: { prompt: 'consent' } });
    const { clock } = server.workspace;
    clock.set(clock.now() + 3_590_000);
    expect((await ask('/drive/v3/files', access_token)).status).toBe(200);
    clock.set(clock.now() + 10_000);
    const over = await ask('/v4/spreadsheets/x', access_token);
    expect(over.status).toBe(401);
    expect(over.body.error).toMatchObject({
      status: 'UNAUTHENTICATED',
      message: expect.stringMatching(/^Request had invalid authentication credentials\./),
      details: [{ reason: 'ACCESS_TOKEN_EXPIRED' }],
    });
    await expect(program.getTokenInfo(access_token ?? '')).rejects.toThrow('invalid_token');
    program.setCredentials({ refresh_token: refresh_token ?? null });
    const { token } = await program.getAccessToken();
    expect(token).not.toBe(access_token);
    expect((await ask('/drive/v3/files', token)).status).toBe(200);
  });

  it('reaches only what it was given for', async () => {
    const { access_token } = await signIn(programOf(server.origin), {
      without: ['spreadsheets', 'script.projects', 'drive.file'],
    });
    for (const path of ['/v4/spreadsheets/x', '/v1/projects/x', '/v1/forms/x']) {
      const { status, headers, body } = await ask(path, access_token);
      expect(status, path).toBe(403);
      expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
      expect(body.error).toMatchObject({
        code: 403,
        message: 'Request had insufficient authentication scopes.',
        status: 'PERMISSION_DENIED',
        details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', domain: 'googleapis.com' }],
      });
    }
    expect((await ask('/drive/v3/files', access_token)).body.error).toMatchObject({
      errors: [{ reason: 'insufficientPermissions' }],
      details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', metadata: { service: 'drive.googleapis.com' } }],
    });
  });

  it('for a program’s own files shows no others', async () => {
    const { sheets, files, users } = server.workspace;
    const other = sheets.create(users.owner, { properties: { title: 'Buatan skrip' } }).spreadsheetId ?? '';
    const { access_token } = await signIn(programOf(server.origin, 'program-a'), { without: ['spreadsheets'] });
    const made = await ask('/drive/v3/files', access_token, 'POST', {
      name: 'Buatan program',
      mimeType: 'application/vnd.google-apps.spreadsheet',
    });
    const own = String(made.body['id']);
    const listed = (await ask('/drive/v3/files', access_token)).body['files'] as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual([own]);
    expect((await ask(`/drive/v3/files/${own}/permissions`, access_token)).status).toBe(200);
    expect((await ask(`/v4/spreadsheets/${own}`, access_token)).status).toBe(200);
    expect((await ask(`/drive/v3/files/${other}`, access_token)).status).toBe(404);
    expect((await ask(`/v4/spreadsheets/${other}`, access_token)).status).toBe(403);
    // Another program of the same person does not see it; with the wider scope any spreadsheet is open, but not in Drive.
    const { access_token: wider } = await signIn(programOf(server.origin, 'program-b'));
    expect((await ask(`/drive/v3/files/${own}`, wider)).status).toBe(404);
    expect((await ask(`/v4/spreadsheets/${own}`, wider)).status).toBe(200);
    expect((await ask(`/v4/spreadsheets/${other}`, wider)).status).toBe(200);
    expect(files.role(users.owner, own)).toBe('owner');
  });

  it('for reading does not write', async () => {
    const scope = 'https://www.googleapis.com/auth/spreadsheets.readonly';
    const { access_token } = await signIn(programOf(server.origin), { more: { scope } });
    const id = server.workspace.sheets.create(server.workspace.users.owner, {}).spreadsheetId;
    expect((await ask(`/v4/spreadsheets/${id}`, access_token)).status).toBe(200);
    expect((await ask(`/v4/spreadsheets/${id}:batchUpdate`, access_token, 'POST', { requests: [] })).status).toBe(403);
    expect((await ask('/oauth2/v2/userinfo', access_token)).status).toBe(403);
  });
});

describe('a refresh token', () => {
  it('is good for its program alone, and for less than it was given for', async () => {
    const { refresh_token } = await signIn(programOf(server.origin), { more: { prompt: 'consent' } });
    const fields = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '' };
    const narrow = await exchange({ ...fields, scope: SCOPES[1] ?? '' });
    expect((await ask('/v1/projects/x', narrow.access_token)).status).toBe(403);
    expect((await ask('/v4/spreadsheets/x', narrow.access_token)).status).toBe(404);
    expect(await exchange({ ...fields, scope: 'https://www.googleapis.com/auth/drive' })).toEqual(
      refused('invalid_scope', 'Bad Request'),
    );
    expect(await exchange({ ...fields, client_id: 'program-lain' })).toEqual(
      refused('unauthorized_client', 'Unauthorized'),
    );
    expect(await exchange({ ...fields, refresh_token: 'rt' })).toEqual(
      refused('invalid_grant', 'Token has been expired or revoked.'),
    );
  });

  it('is worth nothing once it is given back, nor are the tokens that came from it', async () => {
    const program = programOf(server.origin);
    const { access_token, refresh_token } = await signIn(program, { more: { prompt: 'consent' } });
    const fields = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '' };
    const other = await exchange(fields);
    await program.revokeToken(access_token ?? '');
    for (const token of [access_token, other.access_token]) {
      expect((await ask('/drive/v3/files', token)).status).toBe(401);
    }
    expect(await exchange(fields)).toEqual(refused('invalid_grant', 'Token has been expired or revoked.'));
    await expect(program.revokeToken('tiada')).rejects.toThrow('invalid_token');
  });

  it('outlives a restart of the Workspace', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'pbi-oauth-'));
    const open = async () =>
      startServer(await createWorkspace({ dir, profile: 'bantul', bundleDir: writeBundle(''), empty: true }), {
        port: 0,
      });
    const first = await open();
    const { refresh_token } = await signIn(programOf(first.origin));
    await first.close();
    const second = await open();
    const program = programOf(second.origin);
    program.setCredentials({ refresh_token: refresh_token ?? null });
    const { token } = await program.getAccessToken();
    expect(token).toMatch(/^ya29\./);
    await second.close();
  });
});

describe('a service account', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const assertion = (claims: object, alg = 'RS256') => {
    const head = [{ alg, typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey).toString('base64url')}`;
  };
  const claims = {
    iss: 'akun@proyek.iam.gserviceaccount.com',
    sub: OWNER,
    scope: SCOPES.join(' '),
    aud: 'https://oauth2.googleapis.com/token',
    iat: 1000,
    exp: 4600,
  };
  const send = (change: object, alg?: string) =>
    exchange({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: assertion({ ...claims, ...change }, alg),
    });

  it('acts for a person of the office', async () => {
    const { status, access_token } = await send({});
    expect(status).toBe(200);
    expect((await ask('/oauth2/v2/userinfo', access_token)).body).toMatchObject({ email: OWNER });
    expect(await send({})).not.toHaveProperty('refresh_token');
  });

  it('is refused for nobody, for too long, for another service and for unknown scopes', async () => {
    expect(await send({ sub: undefined })).toEqual(refused('invalid_grant', 'Invalid grant: account not found'));
    expect(await send({ exp: 9000 })).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('short-lived token'),
    });
    expect(await send({ aud: 'https://contoh.test' })).toMatchObject({
      error_description: 'Invalid JWT: Failed audience check.',
    });
    expect(await send({ scope: 'semua' })).toMatchObject({ error: 'invalid_scope' });
    expect(await send({}, 'none')).toMatchObject({ error: 'invalid_grant' });
  });
});
