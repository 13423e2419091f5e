/** Forms and responses in the store: what is kept, what is refused, what survives a crash. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '#workspace/files/create-files.ts';
import { MIME } from '#workspace/files/file-record.ts';
import { createForms } from '#workspace/forms/create-forms.ts';
import type { FormDefinition } from '#workspace/forms/model.ts';
import { OWNER, testKernel } from '../files/kernel.ts';
import { choice, pageBreak, SUBMIT, text } from './build.ts';

const ITEMS = [choice(1, { Selesai: SUBMIT, Lanjut: undefined }), pageBreak(2), text(3, { required: true })];

function office(path?: string) {
  const kernel = testKernel(path);
  const files = createFiles(kernel);
  return { kernel, files, forms: createForms(kernel, files) };
}

let { kernel, files, forms } = office();
let form: FormDefinition;

function publish(changes: Partial<FormDefinition> = {}): void {
  forms.put({ ...form, items: ITEMS, published: true, allowResponseEdits: true, ...changes });
  form = forms.get(form.id) ?? form;
}

beforeEach(() => {
  ({ kernel, files, forms } = office());
  form = forms.create(OWNER, 'Usulan Darurat');
  publish();
});

function submit(answers: Record<string, string>, options: { respondentEmail?: string; editToken?: string } = {}) {
  const result = forms.submit(form, answers, options);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.response;
}

describe('definitions', () => {
  it('are Drive files, unpublished at first', () => {
    const fresh = forms.create(OWNER, 'Baru');
    expect(files.get(OWNER, fresh.id)).toMatchObject({ name: 'Baru', mimeType: MIME.form });
    expect(fresh.published).toBe(false);
    expect(fresh.publishedId).toMatch(/^1FAIpQLS[\w-]{48}$/);
    expect(forms.byPublishedId(fresh.publishedId)?.id).toBe(fresh.id);
    expect(forms.byPublishedId('tidak ada')).toBeUndefined();
  });

  it('come into being when Drive creates a file of their type, and go with it, responses included', () => {
    const id = files.create(OWNER, { name: 'Lewat Drive', mimeType: MIME.form }).id ?? '';
    expect(forms.get(id)?.title).toBe('Lewat Drive');
    const response = submit({ 10: 'Selesai' });
    files.delete(OWNER, form.id);
    expect(forms.get(form.id)).toBeUndefined();
    expect(forms.response(form.id, response.id)).toBeUndefined();
    expect(forms.get(id)).toBeDefined();
  });

  it('are kept as they were put, and only for forms that exist', () => {
    const mine = structuredClone(form);
    forms.put(mine);
    mine.title = 'diubah sesudahnya';
    expect(forms.get(form.id)?.title).toBe('Usulan Darurat');
    expect(() => forms.put({ ...form, id: 'tidak ada' })).toThrow('no such form');
  });
});

describe('submit', () => {
  it('stores the answers of the chosen path with the time of the clock', () => {
    kernel.clock.set(Date.parse('2026-12-01T01:00:00Z'));
    const response = submit({ 10: 'Selesai', 30: 'tidak dikunjungi' }, { respondentEmail: 'pic@rs.test' });
    expect(response.answers).toEqual({ 10: 'Selesai' });
    expect(response).toMatchObject({ formId: form.id, respondentEmail: 'pic@rs.test' });
    expect(response.created).toMatch(/^2026-12-01T01:00:0/);
    expect(response.lastSubmitted).toBe(response.created);
    expect(forms.response(form.id, response.id)).toEqual(response);
    expect(forms.response('formulir lain', response.id)).toBeUndefined();
  });

  it('reports every problem and stores nothing', () => {
    expect(forms.submit(form, { 10: 'Ragu' }, {})).toMatchObject({ ok: false });
    const result = forms.submit(form, { 10: 'Lanjut' }, {});
    expect(result).toEqual({ ok: false, errors: { 30: 'Ini adalah pertanyaan yang wajib diisi' } });
    expect(forms.responses(form.id)).toEqual([]);
  });

  it('is refused while the form is closed, whatever the caller believes', () => {
    const believed = form;
    for (const closed of [{ published: false }, { acceptingResponses: false }]) {
      publish({ published: true, acceptingResponses: true, ...closed });
      expect(() => forms.submit(believed, { 10: 'Selesai' }, {})).toThrow(
        expect.objectContaining({ status: 'FAILED_PRECONDITION' }),
      );
    }
  });

  it('needs an address when the form collects it, for changes too; scripts need none', () => {
    publish({ collectEmail: true });
    const signIn = expect.objectContaining({ status: 'UNAUTHENTICATED' });
    expect(() => submit({ 10: 'Selesai' })).toThrow(signIn);
    const { editToken } = submit({ 10: 'Selesai' }, { respondentEmail: 'pic@rs.test' });
    expect(() => submit({ 10: 'Selesai' }, { editToken })).toThrow(signIn);
    expect(submit({ 10: 'Selesai' }, { editToken, respondentEmail: 'lain@rs.test' }).respondentEmail).toBe(
      'lain@rs.test',
    );
    expect(forms.submit(form, { 10: 'Selesai' }, { byScript: true })).toMatchObject({ ok: true });
  });

  it('replaces a response by its edit token, keeping id, creation and address', () => {
    kernel.clock.set(Date.parse('2026-12-01T01:00:00Z'));
    const first = submit({ 10: 'Selesai' }, { respondentEmail: 'pic@rs.test' });
    kernel.clock.set(Date.parse('2026-12-02T01:00:00Z'));
    const second = submit({ 10: 'Lanjut', 30: 'isi' }, { editToken: first.editToken });
    expect(second).toMatchObject({ id: first.id, created: first.created, respondentEmail: 'pic@rs.test' });
    expect(second.lastSubmitted).toMatch(/^2026-12-02/);
    expect(second.answers).toEqual({ 10: 'Lanjut', 30: 'isi' });
    expect(forms.responses(form.id)).toEqual([second]);
    expect(forms.responseByEditToken(form.id, first.editToken)).toEqual(second);
    expect(() => submit({ 10: 'Selesai' }, { editToken: 'karangan' })).toThrow('not found');
    publish({ allowResponseEdits: false });
    expect(() => submit({ 10: 'Selesai' }, { editToken: first.editToken })).toThrow('does not allow');
  });

  it('makes long ids and tokens, never the same twice', () => {
    const responses = Array.from({ length: 50 }, () => submit({ 10: 'Selesai' }));
    expect(new Set(responses.map(({ id }) => id)).size).toBe(50);
    expect(new Set(responses.map(({ editToken }) => editToken)).size).toBe(50);
    for (const { id, editToken } of responses) {
      expect(id).toMatch(/^[\w-]{60,}$/);
      expect(editToken).toMatch(/^[\w-]{50,}$/);
    }
  });

  it('lists responses after an instant', () => {
    kernel.clock.set(Date.parse('2026-12-01T01:00:00Z'));
    const early = submit({ 10: 'Selesai' });
    kernel.clock.set(Date.parse('2026-12-03T01:00:00Z'));
    const late = submit({ 10: 'Selesai' });
    expect(forms.responses(form.id)).toEqual([early, late]);
    expect(forms.responses(form.id, early.lastSubmitted)).toEqual([late]);
    expect(forms.responses(form.id, '2026-11-01T00:00:00Z')).toHaveLength(2);
  });
});

describe('submit listeners', () => {
  it('hear of new and of edited responses, which they can already read', () => {
    const heard: unknown[] = [];
    forms.onSubmit(({ formId, responseId }) => heard.push(forms.response(formId, responseId)?.answers));
    const { editToken } = submit({ 10: 'Selesai' });
    submit({ 10: 'Lanjut', 30: 'isi' }, { editToken });
    expect(heard).toEqual([{ 10: 'Selesai' }, { 10: 'Lanjut', 30: 'isi' }]);
  });

  it('belong to the transaction: when one fails, nothing is stored', () => {
    forms.onSubmit(() => {
      throw new Error('disk full');
    });
    expect(() => submit({ 10: 'Selesai' })).toThrow('disk full');
    expect(forms.responses(form.id)).toEqual([]);
  });
});

describe('a Workspace that is opened again', () => {
  it('still has form, response and edit link', () => {
    const directory = mkdtempSync(join(tmpdir(), 'pbi-forms-'));
    const path = join(directory, 'workspace.sqlite');
    ({ kernel, files, forms } = office(path));
    form = forms.create(OWNER, 'Tetap ada');
    publish();
    const response = submit({ 10: 'Selesai' });
    kernel.store.close();

    const again = office(path);
    expect(again.forms.byPublishedId(form.publishedId)).toEqual(form);
    expect(again.forms.responseByEditToken(form.id, response.editToken)).toEqual(response);
    expect(again.files.role(OWNER, form.id)).toBe('owner');
    again.kernel.store.close();
    rmSync(directory, { recursive: true });
  });
});
