/** Google's own Node client works a folder through: copies, exports, uploads, sharing, comments, the bin. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#workspace/server.ts';
import { OWNER, READER, STAFF } from '../engine/office.ts';
import { googleClients, startOffice } from './server.ts';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';
const FOLDER = 'application/vnd.google-apps.folder';

let server: RunningServer;
let book: sheets_v4.Resource$Spreadsheets;
let files: drive_v3.Resource$Files;
let spreadsheetId: string;
let folder: string;
beforeAll(async () => {
  server = await startOffice();
  ({ book, files } = googleClients(server, 'local'));
  folder = await makeFile({ name: 'Kantor', mimeType: FOLDER });
  spreadsheetId = await makeFile({ name: 'Register', mimeType: SPREADSHEET, parents: [folder] });
  await googleClients(server, 'local').permissions.create({
    fileId: spreadsheetId,
    requestBody: { type: 'user', role: 'writer', emailAddress: STAFF.email },
  });
});
afterAll(() => server.close());

async function makeFile(requestBody: drive_v3.Schema$File): Promise<string> {
  const { data } = await files.create({ requestBody, fields: 'id' });
  return data.id ?? '';
}

describe('drive', () => {
  it('copies, exports and uploads spreadsheets', async () => {
    const { data: copy } = await files.copy({
      fileId: spreadsheetId,
      requestBody: { name: 'Cadangan' },
      fields: 'id,parents',
    });
    expect(copy.parents).toEqual([folder]);
    const { data: target } = await book.sheets.copyTo({
      spreadsheetId,
      sheetId: 0,
      requestBody: { destinationSpreadsheetId: copy.id ?? '' },
    });
    expect(target).toMatchObject({ title: 'Copy of Sheet1', index: 1 });
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { data: bytes } = await files.export({ fileId: copy.id ?? '', mimeType }, { responseType: 'arraybuffer' });
    const workbook = await readXlsx(new Uint8Array(bytes as ArrayBuffer));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Copy of Sheet1']);
    const { data: imported } = await files.create(
      {
        requestBody: { name: 'Impor', mimeType: SPREADSHEET, parents: [folder] },
        media: { mimeType: 'text/csv', body: 'a,b\n1,2\n' },
        fields: 'id',
      },
      { rootUrl: `${server.origin}/` },
    );
    const { data } = await book.values.get({ spreadsheetId: imported.id ?? '', range: 'A1:B2' });
    expect(data.values).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('lists what a folder holds, page by page', async () => {
    const q = `'${folder}' in parents and trashed = false and mimeType = '${SPREADSHEET}'`;
    const found: (string | null | undefined)[] = [];
    for (let pageToken: string | undefined; ; ) {
      const page = {
        q,
        pageSize: 2,
        orderBy: 'name',
        fields: 'nextPageToken,files(name)',
        ...(pageToken && { pageToken }),
      };
      const { data } = await files.list(page);
      found.push(...(data.files ?? []).map(({ name }) => name));
      pageToken = data.nextPageToken ?? undefined;
      if (!pageToken) break;
    }
    expect(found).toEqual(['Cadangan', 'Impor', 'Register']);
  });

  it('shares, comments, hands over and throws away', async () => {
    const { permissions, comments, about } = googleClients(server, 'local');
    const fileId = spreadsheetId;
    const reader = { type: 'user', role: 'commenter', emailAddress: READER.email };
    const { data: given } = await permissions.create({ fileId, requestBody: reader, sendNotificationEmail: false });
    await googleClients(server, READER.email).comments.create({
      fileId,
      requestBody: { content: 'Baik' },
      fields: 'id',
    });
    const { data: said } = await comments.list({ fileId, fields: 'comments(content,author/displayName)' });
    expect(said.comments).toEqual([{ content: 'Baik', author: { displayName: READER.name } }]);
    await permissions.delete({ fileId, permissionId: given.id ?? '' });
    await expect(googleClients(server, READER.email).book.get({ spreadsheetId })).rejects.toMatchObject({ code: 403 });
    const { data: all } = await permissions.list({ fileId, fields: 'permissions(id,emailAddress,role)' });
    const staff = all.permissions?.find(({ emailAddress }) => emailAddress === STAFF.email);
    await permissions.update({
      fileId,
      permissionId: staff?.id ?? '',
      transferOwnership: true,
      requestBody: { role: 'owner' },
    });
    const { data: me } = await about.get({ fields: 'user' });
    expect(me.user?.emailAddress).toBe(OWNER.email);
    await expect(files.delete({ fileId })).rejects.toMatchObject({ code: 403 });
    await googleClients(server, STAFF.email).files.update({ fileId, requestBody: { trashed: true } });
    await googleClients(server, STAFF.email).files.emptyTrash();
    await expect(files.get({ fileId })).rejects.toMatchObject({ code: 404, message: `File not found: ${fileId}.` });
    await expect(book.get({ spreadsheetId })).rejects.toMatchObject({ code: 404 });
  });
});
