/** Drive v3 over HTTP, in process: paths, envelopes, masks, who may do what. */

import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '#workspace/files/create-files.ts';
import { MIME } from '#workspace/files/file-record.ts';
import { driveRoutes } from '#workspace/rest/drive.ts';
import type { Sheets } from '#workspace/workspace.ts';
import { BPJS, DINSOS, OWNER, STRANGER, type TestKernel, testKernel } from './kernel.ts';

let kernel: TestKernel;
let files: ReturnType<typeof createFiles>;
let app: ReturnType<typeof driveRoutes>;

const sheets = {
  get: () => ({ sheets: [{ properties: { title: "Lembar 'A'" } }] }),
  values: {
    get: (_actor: unknown, _id: string, range: string) => ({ range, values: [['a', 'b, "c"'], ['1']] }),
  },
} as unknown as Sheets;

beforeEach(() => {
  kernel = testKernel();
  files = createFiles(kernel);
  app = driveRoutes(kernel, { files, sheets });
});

interface Answer {
  status: number;
  body: Record<string, never> & { error: { errors: { reason: string; message: string }[]; message: string } };
}

async function call(method: string, path: string, options: { as?: string; body?: unknown } = {}): Promise<Answer> {
  const response = await app.request(path, {
    method,
    headers: { authorization: `Bearer ${options.as ?? 'local'}` },
    ...(options.body !== undefined && {
      body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body),
    }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

const newFile = (name = 'Register') => files.create(OWNER, { name, mimeType: MIME.spreadsheet }).id ?? '';

describe('files', () => {
  it('creates, reads, renames and deletes', async () => {
    const created = await call('POST', '/drive/v3/files?supportsAllDrives=True', {
      body: { name: 'Uji', mimeType: MIME.spreadsheet },
    });
    expect(created.status).toBe(200);
    const id = String(created.body['id']);
    expect(id).toMatch(/^1[\w-]{43}$/);
    expect(created.body).toEqual({ kind: 'drive#file', id, name: 'Uji', mimeType: MIME.spreadsheet });

    await call('PATCH', `/drive/v3/files/${id}`, { body: { name: 'Uji 2' } });
    const read = await call('GET', `/drive/v3/files/${id}?fields=name,owners(emailAddress,me),permissions/role`);
    expect(read.body).toEqual({
      name: 'Uji 2',
      owners: [{ emailAddress: OWNER.email, me: true }],
      permissions: [{ role: 'owner' }],
    });

    expect(await call('DELETE', `/drive/v3/files/${id}`)).toEqual({ status: 204, body: undefined });
    expect((await call('GET', `/drive/v3/files/${id}`)).status).toBe(404);
  });

  it('answers 404 to a stranger and 403 to a reader, in the envelope of Drive', async () => {
    const id = newFile();
    files.createPermission(OWNER, id, { type: 'user', role: 'reader', emailAddress: BPJS.email });
    expect(await call('GET', `/drive/v3/files/${id}`, { as: STRANGER.email })).toEqual({
      status: 404,
      body: {
        error: {
          code: 404,
          message: `File not found: ${id}.`,
          errors: [{ message: `File not found: ${id}.`, domain: 'global', reason: 'notFound' }],
        },
      },
    });
    for (const [method, body] of [
      ['PATCH', { name: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      const refused = await call(method, `/drive/v3/files/${id}`, { as: BPJS.email, body });
      expect(refused.status).toBe(403);
      expect(refused.body.error.errors[0]).toMatchObject({
        reason: 'insufficientFilePermissions',
        message: 'The user does not have sufficient permissions for this file.',
      });
    }
    expect(files.get(OWNER, id).name).toBe('Register');
  });

  it('lists by query with a mask and pages', async () => {
    newFile('Satu');
    newFile('Dua');
    newFile('Tiga');
    const q = encodeURIComponent(`mimeType="${MIME.spreadsheet}" and trashed=false`);
    const first = await call('GET', `/drive/v3/files?q=${q}&pageSize=2&orderBy=name&fields=nextPageToken,files(name)`);
    expect(first.body).toMatchObject({ files: [{ name: 'Dua' }, { name: 'Satu' }] });
    const token = String(first.body['nextPageToken']);
    const second = await call('GET', `/drive/v3/files?q=${q}&pageSize=2&orderBy=name&pageToken=${token}`);
    expect(second.body).toMatchObject({ kind: 'drive#fileList', incompleteSearch: false, files: [{ name: 'Tiga' }] });
    expect(second.body).not.toHaveProperty('nextPageToken');
  });

  it.each([
    ['fields=files(nama)', 'invalidParameter', 'Invalid field selection files/nama'],
    ['q=name%20like%20%27x%27', 'invalid', 'Invalid Value'],
    ['pageSize=0', 'invalid', "Invalid value '0'. Values must be within the range: [1, 1000]"],
    ['orderBy=umur', 'invalid', 'Invalid Value'],
  ])('refuses %s', async (query, reason, message) => {
    const { status, body } = await call('GET', `/drive/v3/files?${query}`);
    expect(status).toBe(400);
    expect(body.error.errors).toEqual([{ domain: 'global', reason, message }]);
  });

  it('changes nothing when the mask is wrong', async () => {
    expect((await call('POST', '/drive/v3/files?fields=ide', { body: { name: 'x' } })).status).toBe(400);
    expect(files.list(OWNER, {}).files).toEqual([]);
    const id = newFile();
    const share = { type: 'user', role: 'reader', emailAddress: BPJS.email };
    expect((await call('POST', `/drive/v3/files/${id}/permissions?fields=peran`, { body: share })).status).toBe(400);
    expect(files.role(BPJS, id)).toBeUndefined();
  });

  it('exports a spreadsheet as CSV', async () => {
    const id = newFile();
    const response = await app.request(`/drive/v3/files/${id}/export?mimeType=text%2Fcsv`, {
      headers: { authorization: 'Bearer local' },
    });
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toBe('a,"b, ""c"""\r\n1,');
  });
});

describe('permissions', () => {
  it('shares, changes, lists and removes', async () => {
    const id = newFile();
    const path = `/drive/v3/files/${id}/permissions`;
    const shared = await call('POST', `${path}?sendNotificationEmail=false`, {
      body: { type: 'user', role: 'writer', emailAddress: DINSOS.email.toUpperCase() },
    });
    expect(shared).toMatchObject({ status: 200, body: { type: 'user', role: 'writer' } });
    const permissionId = String(shared.body['id']);
    expect(permissionId).toMatch(/^\d{20}$/);
    expect(files.role(DINSOS, id)).toBe('writer');

    await call('PATCH', `${path}/${permissionId}`, { body: { role: 'reader' } });
    expect(files.role(DINSOS, id)).toBe('reader');
    expect((await call('GET', `${path}?fields=permissions(emailAddress,role)`)).body).toEqual({
      permissions: [
        { emailAddress: OWNER.email, role: 'owner' },
        { emailAddress: DINSOS.email, role: 'reader' },
      ],
    });
    expect((await call('GET', path, { as: DINSOS.email })).status).toBe(403);

    expect((await call('DELETE', `${path}/${permissionId}`)).status).toBe(204);
    expect(files.role(DINSOS, id)).toBeUndefined();
    expect((await call('DELETE', `${path}/${permissionId}`)).body.error.message).toBe(
      `Permission not found: ${permissionId}.`,
    );
  });

  it('keeps the owner', async () => {
    const id = newFile();
    const [own] = files.listPermissions(OWNER, id);
    expect((await call('DELETE', `/drive/v3/files/${id}/permissions/${own?.id}`)).status).toBe(403);
    const transfer = await call('POST', `/drive/v3/files/${id}/permissions`, {
      body: { type: 'user', role: 'owner', emailAddress: DINSOS.email },
    });
    expect(transfer.status).toBe(403);
    expect(files.role(OWNER, id)).toBe('owner');
  });
});

describe('the envelope', () => {
  it('asks for a token', async () => {
    const response = await app.request('/drive/v3/files');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      error: { code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'authError' }] },
    });
    expect((await call('GET', '/drive/v3/files', { as: 'siapa@tidak.test' })).status).toBe(401);
  });

  it('is loud about what is not emulated', async () => {
    for (const [method, path] of [
      ['GET', '/drive/v3/changes'],
      ['GET', '/drive/v3/changes/startPageToken'],
      ['GET', `/drive/v3/files/${newFile()}/revisions`],
      ['POST', `/drive/v3/files/${newFile()}/comments/x/replies`],
    ] as const) {
      const answer = await call(method, path);
      expect(answer.status).toBe(501);
      expect(answer.body.error.message).toBe(`not emulated: ${method} ${path}`);
    }
  });

  it.each([
    ['GET', '/files?spaces=appDataFolder', 'Drive space appDataFolder'],
    ['GET', '/files?corpora=drive&driveId=x', 'Drive corpora drive'],
    ['GET', '/about?fields=storageQuota', 'Drive about storageQuota'],
  ])('%s %s is not emulated', async (method, path, what) => {
    const answer = await call(method, `/drive/v3${path}`);
    expect([answer.status, answer.body.error.message]).toEqual([501, `not emulated: ${what}`]);
  });

  it('never quotes the body of a request', async () => {
    const id = newFile();
    const answer = await call('PATCH', `/drive/v3/files/${id}`, { body: '{"name": "3201010101019001" oops' });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain('3201');
  });

  it('hides unexpected errors and logs them with their stack', async () => {
    kernel.store.close();
    const answer = await call('POST', '/drive/v3/files', { body: { name: 'x' } });
    expect(answer.status).toBe(500);
    expect(answer.body.error.message).toBe('Internal error encountered.');
    expect(kernel.lines.join('')).toContain('database is not open');
  });

  it('refuses a body above the limit', async () => {
    const answer = await call('POST', '/drive/v3/files', { body: `{"name":"${'x'.repeat(21 * 1024 * 1024)}"}` });
    expect(answer.status).toBe(413);
  });

  it('about needs fields', async () => {
    expect((await call('GET', '/drive/v3/about')).body.error.errors[0]?.reason).toBe('required');
    expect((await call('GET', '/drive/v3/about?fields=user(emailAddress)', { as: BPJS.email })).body).toEqual({
      user: { emailAddress: BPJS.email },
    });
  });
});
