/** A script may do what its manifest names, as at Google: services, and permissions where it lists them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Empty, openEmpty } from './support.ts';

const CODE = `
function buku() { return SpreadsheetApp.getActiveSpreadsheet().getName(); }
function lain() { return SpreadsheetApp.openById(SpreadsheetApp.getActiveSpreadsheet().getId()).getName(); }
function surel() { return MailApp.getRemainingDailyQuota() > 0; }
function formulir() { return FormApp.create('F').getId().length > 0; }
function pemicu() { return ScriptApp.getProjectTriggers().length; }
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('hai')); return true; }
function baca() { return Sheets.Spreadsheets.get(SpreadsheetApp.getActiveSpreadsheet().getId()).properties.title; }
function tulis() { return Sheets.Spreadsheets.batchUpdate({ requests: [{ addSheet: {} }] }, SpreadsheetApp.getActiveSpreadsheet().getId()) !== null; }
function drive() { return Drive.Files.list().files.length > 0; }
function simpan() { PropertiesService.getScriptProperties().setProperty('a', 'b'); return true; }
`;
const ALL = ['buku', 'lain', 'surel', 'formulir', 'pemicu', 'panel', 'baca', 'drive', 'simpan'];
const SERVICES = [
  { userSymbol: 'Sheets', version: 'v4', serviceId: 'sheets' },
  { userSymbol: 'Drive', version: 'v3', serviceId: 'drive' },
];

let empty: Empty;
let path: string;
beforeAll(async () => {
  empty = await openEmpty();
  path = `/${(await empty.project()).scriptId}/content`;
});
afterAll(() => empty.workspace.close());

/** @param scopes by the end of their names; undefined leaves them out of the manifest */
async function push(scopes: readonly string[] | undefined, enabledAdvancedServices: readonly object[] = SERVICES) {
  const oauthScopes = scopes?.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const source = JSON.stringify({ oauthScopes, dependencies: { enabledAdvancedServices } });
  const files = [
    { name: 'appsscript', type: 'JSON', source },
    { name: 'Kode', type: 'SERVER_JS', source: CODE },
  ];
  expect((await empty.call('PUT', path, { files })).status).toBe(200);
}
async function error(name: string): Promise<string | null> {
  const { users, scripts } = empty.workspace;
  return (await scripts.run({ function: name, user: users.owner, source: 'menu' })).execution.error;
}

describe('permissions', () => {
  it('are those that a manifest lists', async () => {
    await push(['spreadsheets', 'script.send_mail', 'forms', 'script.scriptapp', 'script.container.ui', 'drive.file']);
    for (const name of [...ALL, 'tulis']) expect(await error(name), name).toBeNull();
    await push([]);
    const required = (call: string, scopes: string) =>
      `Exception: Specified permissions are not sufficient to call ${call}. Required permissions: ${scopes}`;
    const full = (scope: string) => `https://www.googleapis.com/auth/${scope}`;
    expect(await error('buku')).toBe(
      required(
        'SpreadsheetApp.Spreadsheet.getName',
        `(${full('spreadsheets.currentonly')} || ${full('spreadsheets')})`,
      ),
    );
    expect(await error('lain')).toBe(required('SpreadsheetApp.openById', full('spreadsheets')));
    expect(await error('surel')).toBe(required('MailApp.getRemainingDailyQuota', full('script.send_mail')));
    expect(await error('formulir')).toBe(required('FormApp.create', full('forms')));
    expect(await error('pemicu')).toBe(required('ScriptApp.getProjectTriggers', full('script.scriptapp')));
    expect(await error('panel')).toBe(required('Ui.showSidebar', full('script.container.ui')));
    const api = 'failed with error: Request had insufficient authentication scopes.';
    expect(await error('baca')).toBe(`GoogleJsonResponseException: API call to sheets.spreadsheets.get ${api}`);
    expect(await error('drive')).toBe(`GoogleJsonResponseException: API call to drive.files.list ${api}`);
    expect(await error('simpan')).toBeNull();
  });

  it('for reading do not write', async () => {
    await push(['spreadsheets.readonly', 'spreadsheets.currentonly']);
    expect(await error('baca')).toBeNull();
    expect(await error('buku')).toBeNull();
    expect(await error('tulis')).toContain('insufficient authentication scopes');
    expect(await error('lain')).toContain('Required permissions: https://www.googleapis.com/auth/spreadsheets');
  });

  it('are asked for by Google when the manifest lists none', async () => {
    await push(undefined);
    for (const name of ALL) expect(await error(name), name).toBeNull();
  });
});

it('advanced services are there only when the manifest names them', async () => {
  await push(undefined, []);
  expect(await error('baca')).toMatch(/^ReferenceError: Sheets is not defined/);
  expect(await error('drive')).toMatch(/^ReferenceError: Drive is not defined/);
  expect(await error('buku')).toBeNull();
});
