/** Google's own client against a listening server: paths, parameters and errors as it sends and reads them. */

import { serve } from '@hono/node-server';
import { auth, drive } from 'googleapis/build/src/apis/drive/index.js';
import { forms as formsApi } from 'googleapis/build/src/apis/forms/index.js';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFiles } from '#workspace/files/create-files.ts';
import { MIME } from '#workspace/files/file-record.ts';
import { createForms } from '#workspace/forms/create-forms.ts';
import { driveRoutes } from '#workspace/rest/drive.ts';
import { formsRoutes } from '#workspace/rest/forms.ts';
import { guard } from '#workspace/rest/guard.ts';
import type { Sheets } from '#workspace/workspace.ts';
import { BPJS, DINSOS, OWNER, testKernel } from './kernel.ts';

const kernel = testKernel();
const files = createFiles(kernel);
const forms = createForms(kernel, files);
let server: ReturnType<typeof serve>;
let rootUrl: string;

beforeAll(async () => {
  const app = new Hono();
  app.use('*', guard());
  // No test here exports a spreadsheet.
  app.route('/', driveRoutes(kernel, { files, sheets: {} as Sheets }));
  app.route('/', formsRoutes(kernel, { files, forms }));
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      rootUrl = `http://127.0.0.1:${port}/`;
      resolve();
    });
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function clients(email: string) {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: email });
  return {
    drive: drive({ version: 'v3', rootUrl, auth: client }),
    forms: formsApi({ version: 'v1', rootUrl, auth: client }),
  };
}

describe('the drive client', () => {
  it('creates, shares, lists and deletes', async () => {
    const mine = clients('local').drive;
    const { data: file } = await mine.files.create({
      requestBody: { name: 'Register', mimeType: MIME.spreadsheet },
      fields: 'id,createdTime',
    });
    const fileId = file.id ?? '';
    expect(Object.keys(file).sort()).toEqual(['createdTime', 'id']);
    await mine.permissions.create({
      fileId,
      sendNotificationEmail: false,
      requestBody: { type: 'user', role: 'writer', emailAddress: DINSOS.email },
    });
    const theirs = await clients(DINSOS.email).drive.files.list({
      q: "name = 'Register' and trashed = false",
      supportsAllDrives: true,
      fields: 'files(id,owners/emailAddress)',
    });
    expect(theirs.data.files).toEqual([{ id: fileId, owners: [{ emailAddress: OWNER.email }] }]);
    const { data: about } = await clients(DINSOS.email).drive.about.get({ fields: 'user' });
    expect(about.user?.emailAddress).toBe(DINSOS.email);
    await expect(clients(DINSOS.email).drive.files.delete({ fileId })).rejects.toMatchObject({
      code: 403,
      response: { data: { error: { errors: [{ reason: 'insufficientFilePermissions' }] } } },
    });
    expect((await mine.files.delete({ fileId })).status).toBe(204);
    await expect(mine.files.get({ fileId })).rejects.toMatchObject({
      code: 404,
      message: `File not found: ${fileId}.`,
    });
  });
});

describe('the forms client', () => {
  it('creates and publishes a form and reads its responses', async () => {
    const mine = clients('local').forms.forms;
    const { data: form } = await mine.create({ requestBody: { info: { title: 'Usulan' } } });
    const formId = form.formId ?? '';
    await mine.setPublishSettings({
      formId,
      requestBody: { publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } } },
    });
    const definition = forms.get(formId);
    if (!definition) throw new Error('no form');
    forms.submit(definition, {}, {});
    const { data } = await mine.responses.list({ formId });
    const responseId = data.responses?.[0]?.responseId ?? '';
    expect((await mine.responses.get({ formId, responseId })).data.formId).toBe(formId);
    await expect(clients(BPJS.email).forms.forms.get({ formId })).rejects.toMatchObject({
      code: 403,
      message: 'The caller does not have permission',
    });
  });
});
