/** How a script finds the spreadsheets that somebody changed, without opening each one. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
var JENIS = 'application/vnd.google-apps.spreadsheet';
function buku(nama) { return Drive.Files.create({ name: nama, mimeType: JENIS }).id; }
function berubah(sejak) {
  var q = "mimeType = '" + JENIS + "' and modifiedTime > '" + sejak + "' and trashed = false";
  return Drive.Files.list({ q: q, fields: 'files(id,name,modifiedTime),nextPageToken', pageSize: 1000, orderBy: 'name' });
}
function halaman(token) {
  return Drive.Files.list({ q: "name contains 'Kelurahan'", pageSize: 2, orderBy: 'name', fields: 'nextPageToken,files(name)', pageToken: token || undefined });
}
function satu(id, fields) { return Drive.Files.get(id, { fields: fields }); }
function tulis(id) { Sheets.Spreadsheets.Values.update({ values: [['skrip']] }, id, 'Sheet1!B1', { valueInputOption: 'RAW' }); }
function bentuk(id) { Sheets.Spreadsheets.batchUpdate({ requests: [{ addSheet: { properties: { title: 'Baru' } } }] }, id); }
function baca(id) { return SpreadsheetApp.openById(id).getName() + Sheets.Spreadsheets.Values.get(id, 'Sheet1!A1:B1').values; }
`;

describe('files that were changed', () => {
  let office: Office;
  let books: string[];
  beforeAll(async () => {
    office = await openOffice(CODE);
    books = (await Promise.all(
      ['Kelurahan A', 'Kelurahan B', 'Kelurahan C'].map((name) => office.value('buku', name)),
    )) as string[];
  });
  afterAll(() => office.workspace.close());

  /** Names of what changes from an hour after all earlier changes on. */
  const changedBy = async (work: () => unknown): Promise<string[]> => {
    const { clock } = office.workspace;
    clock.set(clock.now() + 3_600_000);
    const since = clock.iso();
    clock.set(clock.now() + 60_000);
    await work();
    clock.set(clock.now() + 60_000);
    const { files } = (await office.value('berubah', since)) as { files: { name: string; modifiedTime: string }[] };
    for (const { modifiedTime } of files) expect(modifiedTime > since).toBe(true);
    return files.map(({ name }) => name);
  };
  const owner = () => office.workspace.users.owner;
  const [A, B, C] = ['Kelurahan A', 'Kelurahan B', 'Kelurahan C'];

  it('are found after a person typed, a script wrote, a program wrote, and a sheet was added', async () => {
    const { sheets } = office.workspace;
    const [a = '', b = '', c = ''] = books;
    expect(await changedBy(() => sheets.userEdit(owner(), a, { range: 'Sheet1!A1', values: [['x']] }))).toEqual([A]);
    expect(await changedBy(() => office.value('tulis', b))).toEqual([B]);
    expect(
      await changedBy(() =>
        sheets.values.append(owner(), c, 'Sheet1!A1', { values: [['x']] }, { valueInputOption: 'RAW' }),
      ),
    ).toEqual([C]);
    expect(await changedBy(() => office.value('bentuk', a))).toEqual([A]);
    expect(await changedBy(() => sheets.values.clear(owner(), c, 'Sheet1!A1'))).toEqual([C]);
  });

  it('are none after somebody only looked, or was refused', async () => {
    const { sheets, users } = office.workspace;
    const [a = ''] = books;
    expect(await changedBy(() => office.value('baca', a))).toEqual([]);
    const stranger = users.list().find(({ role }) => role === 'pic') ?? users.owner;
    const edit = () => sheets.userEdit(stranger, a, { range: 'Sheet1!A1', values: [['y']] });
    expect(await changedBy(() => expect(edit).toThrow())).toEqual([]);
  });

  it('name who changed them last', async () => {
    const [a = ''] = books;
    const { files, sheets, users } = office.workspace;
    const dinsos = users.list().find(({ role }) => role === 'dinsos') ?? users.owner;
    files.createPermission(users.owner, a, { type: 'user', role: 'writer', emailAddress: dinsos.email });
    sheets.userEdit(dinsos, a, { range: 'Sheet1!A2', values: [['z']] });
    expect(await office.value('satu', a, 'name,lastModifyingUser(emailAddress)')).toEqual({
      name: A,
      lastModifyingUser: { emailAddress: dinsos.email },
    });
  });

  it('come page by page', async () => {
    const first = (await office.value('halaman')) as { files: object[]; nextPageToken: string };
    expect(first.files).toEqual([{ name: A }, { name: B }]);
    expect(await office.value('halaman', first.nextPageToken)).toEqual({ files: [{ name: C }] });
  });

  it('are compared in UTC when the question names no zone', async () => {
    const [a = ''] = books;
    await office.value('tulis', a);
    vi.stubEnv('TZ', 'Asia/Jakarta');
    const { modifiedTime } = (await office.value('satu', a, 'modifiedTime')) as { modifiedTime: string };
    const second = (shift: number) => new Date(Date.parse(modifiedTime) + shift).toISOString().slice(0, 19);
    const names = async (since: string) =>
      ((await office.value('berubah', since)) as { files: { name: string }[] }).files.map(({ name }) => name);
    expect(await names(second(-1000))).toContain(A);
    expect(await names(second(1000))).not.toContain(A);
    vi.unstubAllEnvs();
  });

  it.each([
    ['satu', 'namanya'],
    ['satu', 'files(id)'],
  ])('refuse a field that files do not have: %s %s', async (name, fields) => {
    expect(await office.run(name, [books[0], fields])).toMatchObject({
      error: expect.stringContaining('Invalid field selection'),
    });
  });
});
