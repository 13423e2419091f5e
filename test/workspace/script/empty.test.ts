/** A Workspace that begins without an office, as before anything is installed. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { discovery } from '#workspace/control/discovery.ts';
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import { createApp } from '#workspace/server.ts';
import { officeOf, writeBundle } from '../../support/mini-office.ts';
import { code, MANIFEST, OWNER } from './support.ts';

const opened: RunningWorkspace[] = [];
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close().catch(() => undefined);
});
const bundleDir = writeBundle('function versi() { return 1; }');
const open = async (dir: string, empty = true): Promise<RunningWorkspace> => {
  const workspace = await createWorkspace({ dir, profile: 'bantul', bundleDir, empty });
  opened.push(workspace);
  return workspace;
};
const temporary = () => mkdtempSync(join(tmpdir(), 'pbi-kosong-'));
const page = async (workspace: RunningWorkspace, path: string, as?: string) => {
  const app = createApp(workspace, async () => undefined);
  return app.request(`http://127.0.0.1:8787${path}`, { headers: as ? { cookie: `pbi_user=${as}` } : {} });
};

/** What the command line does, up to the step that only a person can do. */
function makeProject(workspace: RunningWorkspace): string {
  const { owner } = workspace.users;
  const id = workspace.sheets.create(owner, { properties: { title: 'Register PBI' } }).spreadsheetId ?? '';
  workspace.scripts.create(owner, { title: 'Register PBI', spreadsheetId: id });
  workspace.scripts.push([MANIFEST, code('function versi() { return 2; }')] as never);
  return id;
}

it('has the people of the office and nothing else', async () => {
  const workspace = await open(':memory:');
  expect(discovery(workspace)).toMatchObject({ scriptId: null, forms: {}, spreadsheets: {} });
  expect(discovery(workspace).users[0]).toMatchObject({ email: OWNER, role: 'admin' });
  expect(workspace.files.list(workspace.users.owner, {}).files).toEqual([]);
  expect(workspace.scripts.executions()).toEqual([]);
});

it('shows every page, the first one with the command that installs an office', async () => {
  const workspace = await open(':memory:');
  for (const path of ['/', '/kotak-keluar', '/pemicu', '/eksekusi', '/gangguan']) {
    for (const user of [undefined, OWNER]) expect((await page(workspace, path, user)).status, path).toBe(200);
  }
  const home = await (await page(workspace, '/')).text();
  expect(home).toContain('Belum ada kantor yang terpasang');
  expect(home).toContain('pbi pasang --target local</pre>');
  expect(home).toContain('npm run -s pbi -- pasang --target local</pre>');
  workspace.listensAt('http://127.0.0.1:5005');
  expect(await (await page(workspace, '/')).text()).toContain('--target local --url http://127.0.0.1:5005</pre>');
  expect((await page(workspace, '/spreadsheets/d/tiada/edit', OWNER)).status).toBe(403);
  const run = await createApp(workspace, async () => undefined).request('http://127.0.0.1:8787/workspace/run', {
    method: 'POST',
    body: JSON.stringify({ function: 'versi', user: OWNER }),
    headers: { 'content-type': 'application/json' },
  });
  expect(run.status).toBe(403);
});

it('says what is left to do once the script is there', async () => {
  const workspace = await open(':memory:');
  const id = makeProject(workspace);
  const home = await (await page(workspace, '/', OWNER)).text();
  expect(home).toContain('Pemasangan belum selesai');
  expect(home).toContain(`href="/spreadsheets/d/${id}/edit"`);
  expect(await (await page(workspace, '/')).text()).toContain(`sebagai <strong>${OWNER}</strong>`);
  workspace.scripts.push([
    MANIFEST,
    code(`function pasang() {
    PropertiesService.getScriptProperties().setProperty('KANTOR', JSON.stringify({
      spreadsheets: { register: SpreadsheetApp.getActiveSpreadsheet().getId() }, forms: {} }));
  }`),
  ] as never);
  await workspace.scripts.run({ function: 'pasang', user: workspace.users.owner, source: 'menu' });
  expect(await (await page(workspace, '/', OWNER)).text()).not.toMatch(/Pemasangan belum selesai|Belum ada kantor/);
});

it('stays as it is over a restart, empty or installed, and is empty again after a reset', async () => {
  const dir = temporary();
  await (await open(dir)).close();
  const still = await open(dir);
  expect(discovery(still).scriptId).toBeNull();
  const id = makeProject(still);
  await still.close();
  // Also without the option: what was installed is not replaced by the folder that was built last.
  const later = await open(dir, false);
  expect(later.scripts.boundTo).toBe(id);
  expect(await later.scripts.run({ function: 'versi', user: later.users.owner, source: 'menu' })).toMatchObject({
    value: 2,
  });
  const again = await later.reset();
  opened.push(again);
  expect(discovery(again)).toMatchObject({ scriptId: null, spreadsheets: {} });
});

it('knows the project of a store that the first release wrote', async () => {
  const dir = temporary();
  const office = await open(dir, false);
  const { register } = officeOf(office);
  const { scriptId } = office.scripts;
  const files = office.scripts.files().map(({ name, type, source }) => ({ name, type, source }));
  office.store.documents('script').put('project', { scriptId, spreadsheetId: register, files });
  await office.close();
  const later = await open(dir, false);
  expect(later.scripts.project).toMatchObject({
    scriptId,
    spreadsheetId: register,
    title: 'Register PBI',
    creator: '',
  });
  expect(await officeOf(later).value('versi')).toBe(1);
  expect(later.scripts.files().map(({ functions }) => functions.includes('versi'))).toContain(true);
});

it('does not take the folder of an office', async () => {
  const dir = temporary();
  const office = await open(dir, false);
  const { register } = officeOf(office);
  await office.close();
  await expect(open(dir)).rejects.toThrow('Folder data ini sudah berisi kantor');
  expect(officeOf(await open(dir, false)).register).toBe(register);
});
