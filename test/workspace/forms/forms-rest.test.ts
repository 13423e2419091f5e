/** Forms v1 over HTTP, in process. */

import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '#workspace/files/create-files.ts';
import { createForms } from '#workspace/forms/create-forms.ts';
import { formsRoutes } from '#workspace/rest/forms.ts';
import type { Files, Forms } from '#workspace/workspace.ts';
import { BPJS, DINSOS, OWNER, STRANGER, testKernel } from '../files/kernel.ts';
import { choice, date, dateTime, header, pageBreak, RESTART, SUBMIT, text, time, toPage } from './build.ts';

let files: Files;
let forms: Forms;
let app: ReturnType<typeof formsRoutes>;
let id: string;

beforeEach(() => {
  const kernel = testKernel();
  files = createFiles(kernel);
  forms = createForms(kernel, files);
  app = formsRoutes(kernel, { files, forms });
  id = forms.create(OWNER, 'Usulan').id;
});

async function call(method: string, path: string, body?: unknown, as = 'local') {
  const response = await app.request(`/v1/forms${path}`, {
    method,
    headers: { authorization: `Bearer ${as}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

function build(...items: Parameters<typeof Array.of<ReturnType<typeof text>>>): void {
  const definition = forms.get(id);
  if (definition) forms.put({ ...definition, description: 'Untuk PIC', published: true, items });
}

describe('forms.get', () => {
  it('shows every kind of item in the schema of the API', async () => {
    build(
      choice(
        1,
        { a: SUBMIT, b: RESTART, c: toPage(4), d: { to: 'next' }, e: undefined },
        { required: true, other: true },
      ),
      choice(2, { x: undefined }, { kind: 'list' }),
      choice(3, { y: undefined }, { kind: 'checkbox' }),
      pageBreak(4),
      header(5),
      text(6),
      { id: 7, title: '', help: 'bantuan', entryId: 3_000_000_000, required: false, kind: 'paragraph' },
      date(8),
      dateTime(9),
      time(10),
    );
    const { body } = await call('GET', `/${id}`);
    expect(body).toMatchObject({
      formId: id,
      info: { title: 'Usulan', documentTitle: 'Usulan', description: 'Untuk PIC' },
      settings: { emailCollectionType: 'DO_NOT_COLLECT' },
      responderUri: `http://127.0.0.1:8787/forms/d/e/${forms.get(id)?.publishedId}/viewform`,
      publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } },
    });
    const question = (n: number, entry: string, more: object) => ({
      itemId: n.toString(16).padStart(8, '0'),
      title: `Butir ${n}`,
      questionItem: { question: { questionId: entry, ...more } },
    });
    expect(body.items).toEqual([
      question(1, '0000000a', {
        required: true,
        choiceQuestion: {
          type: 'RADIO',
          options: [
            { value: 'a', goToAction: 'SUBMIT_FORM' },
            { value: 'b', goToAction: 'RESTART_FORM' },
            { value: 'c', goToSectionId: '00000004' },
            { value: 'd', goToAction: 'NEXT_SECTION' },
            { value: 'e' },
            { isOther: true },
          ],
        },
      }),
      question(2, '00000014', { choiceQuestion: { type: 'DROP_DOWN', options: [{ value: 'x' }] } }),
      question(3, '0000001e', { choiceQuestion: { type: 'CHECKBOX', options: [{ value: 'y' }] } }),
      { itemId: '00000004', title: 'Butir 4', pageBreakItem: {} },
      { itemId: '00000005', title: 'Butir 5', textItem: {} },
      question(6, '0000003c', { textQuestion: {} }),
      {
        itemId: '00000007',
        description: 'bantuan',
        questionItem: { question: { questionId: 'b2d05e00', textQuestion: { paragraph: true } } },
      },
      question(8, '00000050', { dateQuestion: { includeYear: true } }),
      question(9, '0000005a', { dateQuestion: { includeTime: true, includeYear: true } }),
      question(10, '00000064', { timeQuestion: {} }),
    ]);
  });

  it('changes its revision with the content only', async () => {
    const revision = async () => (await call('GET', `/${id}?fields=revisionId`)).body.revisionId;
    const first = await revision();
    await call('POST', `/${id}:setPublishSettings`, {
      publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } },
    });
    expect(await revision()).toBe(first);
    build(text(1));
    expect(await revision()).not.toBe(first);
  });

  it('is for editors only', async () => {
    files.createPermission(OWNER, id, { type: 'user', role: 'reader', emailAddress: BPJS.email });
    files.createPermission(OWNER, id, { type: 'user', role: 'writer', emailAddress: DINSOS.email });
    const denied = {
      error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
    };
    for (const path of [`/${id}`, `/${id}/responses`]) {
      expect(await call('GET', path, undefined, BPJS.email)).toEqual({ status: 403, body: denied });
      expect((await call('GET', path, undefined, STRANGER.email)).status).toBe(403);
      expect((await call('GET', path, undefined, DINSOS.email)).status).toBe(200);
    }
    const missing = { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } };
    expect(await call('GET', '/tidak-ada')).toEqual({ status: 404, body: missing });
  });
});

describe('forms.create and setPublishSettings', () => {
  it('creates an unpublished form and publishes it', async () => {
    const { body } = await call('POST', '', { info: { title: 'Baru', documentTitle: 'Berkas Baru' } });
    expect(body.info).toEqual({ title: 'Baru', documentTitle: 'Berkas Baru' });
    expect(body.publishSettings.publishState).toEqual({ isPublished: false, isAcceptingResponses: false });
    expect(files.get(OWNER, body.formId).name).toBe('Berkas Baru');
    const path = `/${body.formId}:setPublishSettings`;
    const publishSettings = { publishState: { isPublished: true, isAcceptingResponses: false } };
    expect((await call('POST', path, { publishSettings })).body).toEqual({ formId: body.formId, publishSettings });
    expect(forms.get(body.formId)).toMatchObject({ published: true, acceptingResponses: false });
  });

  it.each([
    [{ info: { title: 'x' }, items: [] }, 'Only info.title can be set'],
    [{ info: { title: 'x', description: 'y' } }, 'Only info.title can be set'],
    [{}, 'Title is required'],
  ])('refuses to create %j', async (body, message) => {
    const answer = await call('POST', '', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });

  it.each([{ isPublished: false, isAcceptingResponses: true }, { isPublished: true }])('refuses %j', async (state) => {
    const answer = await call('POST', `/${id}:setPublishSettings`, { publishSettings: { publishState: state } });
    expect(answer).toMatchObject({ status: 400, body: { error: { status: 'INVALID_ARGUMENT' } } });
  });

  it('changes nothing when the mask is wrong', async () => {
    const before = files.list(OWNER, {}).files?.length;
    expect((await call('POST', '?fields=judul', { info: { title: 'x' } })).status).toBe(400);
    expect(files.list(OWNER, {}).files).toHaveLength(before ?? 0);
  });

  it('says that batchUpdate is not emulated', async () => {
    const answer = await call('POST', `/${id}:batchUpdate`, { requests: [] });
    expect(answer.status).toBe(501);
    expect(answer.body.error.message).toBe('not emulated: Forms API forms.batchUpdate');
  });
});

describe('forms.responses', () => {
  const answers = { 10: ['y', 'z'], 20: '2026-11-21' };
  const submit = () => {
    const definition = forms.get(id);
    const result = definition && forms.submit(definition, answers, { respondentEmail: DINSOS.email });
    if (!result?.ok) throw new Error('not accepted');
    return result.response;
  };
  beforeEach(() => build(choice(1, { y: undefined, z: undefined }, { kind: 'checkbox' }), date(2), text(3)));

  it('gives answers by question id', async () => {
    const response = submit();
    const expected = {
      responseId: response.id,
      createTime: response.created,
      lastSubmittedTime: response.lastSubmitted,
      respondentEmail: DINSOS.email,
      answers: {
        '0000000a': { questionId: '0000000a', textAnswers: { answers: [{ value: 'y' }, { value: 'z' }] } },
        '00000014': { questionId: '00000014', textAnswers: { answers: [{ value: '2026-11-21' }] } },
      },
    };
    expect((await call('GET', `/${id}/responses`)).body).toEqual({ responses: [expected] });
    expect((await call('GET', `/${id}/responses/${response.id}`)).body).toEqual({ formId: id, ...expected });
    expect((await call('GET', `/${id}/responses/tidak-ada`)).status).toBe(404);
  });

  it('pages and filters', async () => {
    expect((await call('GET', `/${id}/responses`)).body).toEqual({});
    const all = [submit(), submit(), submit()];
    const first = await call('GET', `/${id}/responses?pageSize=2`);
    expect(first.body.responses).toHaveLength(2);
    const second = await call('GET', `/${id}/responses?pageSize=2&pageToken=${first.body.nextPageToken}`);
    expect(second.body.responses.map((r: { responseId: string }) => r.responseId)).toEqual([all[2]?.id]);
    expect(second.body.nextPageToken).toBeUndefined();

    const filter = (text: string) => call('GET', `/${id}/responses?filter=${encodeURIComponent(text)}`);
    const last = all[2]?.lastSubmitted;
    expect((await filter(`timestamp > ${last}`)).body).toEqual({});
    expect((await filter(`timestamp >= ${all[0]?.lastSubmitted}`)).body.responses).toHaveLength(3);
    expect((await filter('email = x')).status).toBe(400);
  });
});
