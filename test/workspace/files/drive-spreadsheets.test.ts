/** Drive over HTTP together with the spreadsheets it holds: folders, copies, exports, uploads, comments. */
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSheets } from '#workspace/engine/create-sheets.ts';
import { createFiles } from '#workspace/files/create-files.ts';
import { MIME } from '#workspace/files/file-record.ts';
import { driveRoutes } from '#workspace/rest/drive.ts';
import type { Files, Sheets } from '#workspace/workspace.ts';
import { BPJS, DINSOS, OWNER, testKernel } from './kernel.ts';

let files: Files;
let sheets: Sheets;
let app: ReturnType<typeof driveRoutes>;
let book: string;
beforeEach(() => {
  const kernel = testKernel();
  files = createFiles(kernel);
  sheets = createSheets(kernel, files);
  app = driveRoutes(kernel, { files, sheets });
  book = create({ name: 'Register', mimeType: MIME.spreadsheet });
  sheets.values.update(
    OWNER,
    book,
    'A1',
    {
      values: [
        ['nama', 'tgl'],
        ['a,b', '2026-03-04'],
      ],
    },
    typed,
  );
});

const typed = { valueInputOption: 'USER_ENTERED' };
const create = (body: object, actor = OWNER) => files.create(actor, body).id ?? '';

async function call(method: string, path: string, body?: unknown, as = 'local', type = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await app.request(path, {
    method,
    headers: { authorization: `Bearer ${as}`, 'content-type': type },
    ...(body !== undefined && { body: text }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const answer = new TextDecoder().decode(bytes);
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, bytes, text: answer, body: isJson && answer ? JSON.parse(answer) : undefined };
}
const names = async (q: string) => {
  const { body } = await call('GET', `/drive/v3/files?q=${encodeURIComponent(q)}&orderBy=name`);
  return body.files.map(({ name }: { name: string }) => name);
};

describe('folders', () => {
  it('hold files, are searched, and files move between them', async () => {
    const folder = create({ name: 'Kantor', mimeType: MIME.folder });
    const other = create({ name: 'Arsip', mimeType: MIME.folder });
    const inside = create({ name: 'Di dalam', mimeType: MIME.spreadsheet, parents: [folder] });
    expect(await names(`'${folder}' in parents`)).toEqual(['Di dalam']);
    expect(await names(`parents in '${folder}' and trashed = false`)).toEqual(['Di dalam']);
    expect(await names(`'root' in parents`)).toEqual(['Arsip', 'Kantor', 'Register']);
    const moved = await call(
      'PATCH',
      `/drive/v3/files/${inside}?addParents=${other}&removeParents=${folder}&fields=parents`,
      {},
    );
    expect(moved.body).toEqual({ parents: [other] });
    expect(await names(`'${folder}' in parents`)).toEqual([]);
    const cycle = await call('PATCH', `/drive/v3/files/${other}?addParents=${other}`, {});
    expect(cycle.status).toBe(403);
    expect((await call('POST', '/drive/v3/files', { name: 'x', parents: ['tidak-ada'] })).status).toBe(404);
  });

  it('take what is in them to the bin, back, and away for good', async () => {
    const folder = create({ name: 'Kantor', mimeType: MIME.folder });
    const inside = create({ name: 'Di dalam', mimeType: MIME.spreadsheet, parents: [folder] });
    await call('PATCH', `/drive/v3/files/${folder}`, { trashed: true });
    expect(files.get(OWNER, inside)).toMatchObject({ trashed: true, explicitlyTrashed: false });
    await call('PATCH', `/drive/v3/files/${folder}`, { trashed: false });
    expect(files.get(OWNER, inside)).toMatchObject({ trashed: false });
    await call('PATCH', `/drive/v3/files/${book}`, { trashed: true });
    expect((await call('DELETE', '/drive/v3/files/trash')).status).toBe(204);
    expect((await call('GET', `/drive/v3/files/${book}`)).status).toBe(404);
    await call('DELETE', `/drive/v3/files/${folder}`);
    expect(() => sheets.get(OWNER, inside, {})).toThrow('not found');
  });
});

describe('copies', () => {
  it('of a spreadsheet have its cells and sheets, another owner and no sharing', async () => {
    files.createPermission(OWNER, book, { type: 'user', role: 'reader', emailAddress: DINSOS.email });
    sheets.batchUpdate(OWNER, book, { requests: [{ addSheet: { properties: { title: 'Lain', sheetId: 7 } } }] });
    const { body } = await call('POST', `/drive/v3/files/${book}/copy`, { name: null }, DINSOS.email);
    expect(body).toMatchObject({ name: 'Copy of Register', mimeType: MIME.spreadsheet });
    const copy = sheets.get(DINSOS, body.id, {});
    expect(copy.properties?.title).toBe('Copy of Register');
    expect(copy.sheets).toEqual(sheets.get(OWNER, book, {}).sheets);
    expect(files.role(OWNER, body.id)).toBeUndefined();
    sheets.values.update(DINSOS, body.id, 'A2', { values: [['lain']] }, typed);
    expect(sheets.values.get(OWNER, book, 'A2').values).toEqual([['a,b']]);
    const folder = create({ name: 'Kantor', mimeType: MIME.folder });
    expect((await call('POST', `/drive/v3/files/${folder}/copy`, {})).status).toBe(501);
  });

  it('ids can be fetched first and used once', async () => {
    const { body } = await call('GET', '/drive/v3/files/generateIds?count=2');
    expect(body.ids).toHaveLength(2);
    const made = await call('POST', '/drive/v3/files', { id: body.ids[0], name: 'x', mimeType: MIME.spreadsheet });
    expect(made.body.id).toBe(body.ids[0]);
    const again = await call('POST', '/drive/v3/files', { id: body.ids[0], name: 'y' });
    expect([again.status, again.body.error.errors[0].reason]).toEqual([409, 'fileIdInUse']);
  });
});

it('ownership is given away only when the call says so, and by the owner', async () => {
  const path = `/drive/v3/files/${book}/permissions`;
  const owner = { type: 'user', role: 'owner', emailAddress: DINSOS.email };
  expect((await call('POST', path, owner)).status).toBe(403);
  files.createPermission(OWNER, book, { type: 'user', role: 'writer', emailAddress: BPJS.email });
  expect((await call('POST', `${path}?transferOwnership=true`, owner, BPJS.email)).status).toBe(403);
  expect((await call('POST', `${path}?transferOwnership=true`, owner)).body.role).toBe('owner');
  expect([files.role(DINSOS, book), files.role(OWNER, book)]).toEqual(['owner', 'writer']);
});

it('ownership is offered by the owner and taken by whom it was offered to', async () => {
  const path = `/drive/v3/files/${book}/permissions`;
  const { id } = files.createPermission(OWNER, book, { type: 'user', role: 'writer', emailAddress: DINSOS.email });
  files.createPermission(OWNER, book, { type: 'user', role: 'writer', emailAddress: BPJS.email });
  const take = () => call('PATCH', `${path}/${id}?transferOwnership=true`, { role: 'owner' }, DINSOS.email);
  const offer = (as: string) =>
    call('PATCH', `${path}/${id}?fields=pendingOwner`, { role: 'writer', pendingOwner: true }, as);
  expect((await take()).status).toBe(403);
  expect((await offer(BPJS.email)).status).toBe(403);
  expect((await offer('local')).body).toEqual({ pendingOwner: true });
  expect((await take()).body.role).toBe('owner');
  expect([files.role(DINSOS, book), files.role(OWNER, book)]).toEqual(['owner', 'writer']);
});

describe('exports', () => {
  it.each([
    ['text/csv', 'nama,tgl\r\n"a,b",2026-03-04'],
    ['text/tab-separated-values', 'nama\ttgl\r\na,b\t2026-03-04'],
  ])('as %s', async (type, text) => {
    const answer = await call('GET', `/drive/v3/files/${book}/export?mimeType=${encodeURIComponent(type)}`);
    expect(answer.text).toBe(text);
  });

  it('as XLSX, with dates as dates', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const answer = await call('GET', `/drive/v3/files/${book}/export?mimeType=${encodeURIComponent(type)}`);
    const workbook = await readXlsx(answer.bytes);
    expect(workbook.sheets[0]?.rows).toEqual([
      ['nama', 'tgl'],
      ['a,b', new Date(Date.UTC(2026, 2, 4))],
    ]);
    const pdf = await call('GET', `/drive/v3/files/${book}/export?mimeType=application/pdf`);
    expect(pdf.body.error.message).toBe('not emulated: Drive export of a spreadsheet as application/pdf');
  });
});

describe('uploads', () => {
  const multipart = (metadata: object, content: string, type = 'text/csv') =>
    [
      '--batas',
      'Content-Type: application/json',
      '',
      JSON.stringify(metadata),
      '--batas',
      `Content-Type: ${type}`,
      '',
      content,
      '--batas--',
    ].join('\r\n');
  const related = 'multipart/related; boundary=batas';

  it('of CSV become spreadsheets, read as if they were typed', async () => {
    const body = multipart({ name: 'Impor', mimeType: MIME.spreadsheet }, 'a,"b, c"\n1,2026-01-02');
    const { body: file } = await call('POST', '/upload/drive/v3/files?uploadType=multipart', body, 'local', related);
    const values = sheets.values.get(OWNER, file.id, 'Sheet1', { valueRenderOption: 'UNFORMATTED_VALUE' }).values;
    expect(values).toEqual([
      ['a', 'b, c'],
      [1, 46024],
    ]);
  });

  it('replace what a spreadsheet had', async () => {
    sheets.batchUpdate(OWNER, book, { requests: [{ addSheet: { properties: { title: 'Lain' } } }] });
    const answer = await call(
      'PUT',
      `/upload/drive/v2/files/${book}?uploadType=media&convert=True`,
      'x,y',
      'local',
      'text/csv',
    );
    expect(answer.body).toMatchObject({ id: book, title: 'Register' });
    expect(sheets.get(OWNER, book, {}).sheets).toHaveLength(1);
    expect(sheets.values.get(OWNER, book, 'Sheet1').values).toEqual([['x', 'y']]);
    const changed = await call('PATCH', `/upload/drive/v3/files/${book}?uploadType=media`, 'z', 'local', 'text/csv');
    expect(changed.status).toBe(200);
    expect(sheets.values.get(OWNER, book, 'Sheet1').values).toEqual([['z']]);
  });

  it('of anything else are refused', async () => {
    const picture = multipart({ name: 'x', mimeType: MIME.spreadsheet }, 'x', 'image/png');
    const answer = await call('POST', '/upload/drive/v3/files?uploadType=multipart', picture, 'local', related);
    expect(answer.body.error.message).toBe('not emulated: Drive upload of image/png');
    expect((await call('POST', '/upload/drive/v3/files?uploadType=resumable', {})).status).toBe(501);
    expect((await call('POST', '/upload/drive/v3/files?uploadType=multipart', 'x', 'local', related)).status).toBe(400);
  });
});

it('comments are written by who may comment, changed by their author, and need fields', async () => {
  const path = `/drive/v3/files/${book}/comments`;
  files.createPermission(OWNER, book, { type: 'user', role: 'commenter', emailAddress: DINSOS.email });
  files.createPermission(OWNER, book, { type: 'user', role: 'reader', emailAddress: BPJS.email });
  expect((await call('GET', path)).body.error.errors[0].reason).toBe('required');
  expect((await call('GET', `${path}?fields=comments/content,nextPageToken&pageSize=100`)).body).toEqual({
    comments: [],
  });
  const made = await call('POST', `${path}?fields=id,author/me`, { content: 'Baris 2 < 3?' }, DINSOS.email);
  expect(made.body).toMatchObject({ author: { me: true } });
  expect((await call('POST', `${path}?fields=id`, { content: 'x' }, BPJS.email)).status).toBe(403);
  const one = `${path}/${made.body.id}`;
  expect((await call('PATCH', `${one}?fields=id`, { content: 'x' })).status).toBe(403);
  await call('PATCH', `${one}?fields=id`, { content: 'Selesai' }, DINSOS.email);
  expect((await call('GET', `${path}?fields=comments(content,htmlContent)`, undefined, BPJS.email)).body).toEqual({
    comments: [{ content: 'Selesai', htmlContent: 'Selesai' }],
  });
  expect((await call('DELETE', one, undefined, DINSOS.email)).status).toBe(204);
  expect((await call('GET', `${one}?fields=id`)).status).toBe(404);
});
