/** Script v1: what a client sees of the project, its versions and its deployments. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, DINSOS, type Empty, MANIFEST, OWNER, openEmpty } from './support.ts';

let empty: Empty;
beforeEach(async () => {
  empty = await openEmpty();
});
afterEach(() => empty.workspace.close());

const error = (code: number, status: string, message: string) => ({
  status: code,
  body: { error: { code, message, status } },
});
const NOT_FOUND = error(404, 'NOT_FOUND', 'Requested entity was not found.');
const DENIED = error(403, 'PERMISSION_DENIED', 'The caller does not have permission');
const INVALID = error(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
/** Shares the register with somebody. */
const share = (id: string, role: string) =>
  empty.workspace.files.createPermission(empty.workspace.users.owner, id, { type: 'user', role, emailAddress: DINSOS });

describe('projects.create', () => {
  it('makes a project bound to a spreadsheet, with a manifest and no code', async () => {
    const parentId = empty.spreadsheet();
    const { status, body } = await empty.call('POST', '', { title: 'Register PBI', parentId });
    expect(status).toBe(200);
    const person = { email: OWNER, domain: 'bantul.test', name: 'Akun Sistem Dinsos Bantul' };
    expect(body).toMatchObject({ title: 'Register PBI', parentId, creator: person, lastModifyUser: person });
    expect(empty.workspace.scripts).toMatchObject({ scriptId: body['scriptId'], boundTo: parentId });
    expect(await empty.call('GET', `/${body['scriptId']}`)).toEqual({ status: 200, body });
    expect((await empty.call('GET', `/${body['scriptId']}/content`)).body).toMatchObject({
      files: [{ name: 'appsscript', type: 'JSON', source: expect.stringContaining('"runtimeVersion": "V8"') }],
    });
  });

  it('needs a title and a spreadsheet that one may edit', async () => {
    const parentId = empty.spreadsheet();
    expect(await empty.call('POST', '', { parentId })).toEqual(INVALID);
    expect(await empty.call('POST', '', { title: 'A', parentId: 'tiada' })).toEqual(NOT_FOUND);
    expect(await empty.call('POST', '', { title: 'A', parentId }, DINSOS)).toEqual(NOT_FOUND);
    share(parentId, 'reader');
    expect(await empty.call('POST', '', { title: 'A', parentId }, DINSOS)).toEqual(DENIED);
    expect((await empty.call('POST', '', { title: 'A' })).status).toBe(501);
    expect(await empty.call('POST', '', { title: 'A', parentId, warna: 1 })).toEqual(
      error(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received. Unknown name "warna": Cannot find field.'),
    );
    expect(empty.workspace.scripts.scriptId).toBeNull();
  });

  it('has room for one project, until its spreadsheet is in the bin or gone', async () => {
    const { scriptId, parentId } = await empty.project();
    const again = { title: 'Kedua', parentId: empty.spreadsheet() };
    expect(await empty.call('POST', '', again)).toEqual(
      error(409, 'ALREADY_EXISTS', 'Requested entity already exists'),
    );
    const { files, users, scripts } = empty.workspace;
    files.update(users.owner, parentId, { trashed: true });
    const second = await empty.call('POST', '', again);
    expect(second.status).toBe(200);
    expect(await empty.call('GET', `/${scriptId}`)).toEqual(NOT_FOUND);
    files.delete(users.owner, again.parentId);
    expect(scripts.scriptId).toBeNull();
    expect(await empty.call('GET', `/${second.body['scriptId']}/content`)).toEqual(NOT_FOUND);
  });

  it('begins without triggers, properties and versions of an earlier project', async () => {
    const { scriptId, parentId } = await empty.project();
    const { files, users, scripts } = empty.workspace;
    const install = `function pasang() {
      ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create();
      PropertiesService.getScriptProperties().setProperty('KANTOR', '{}');
    }`;
    await empty.call('PUT', `/${scriptId}/content`, { files: [MANIFEST, code(install)] });
    await scripts.run({ function: 'pasang', user: users.owner, source: 'menu' });
    await empty.call('POST', `/${scriptId}/versions`, {});
    expect([scripts.triggers().length, scripts.properties()]).toEqual([1, { KANTOR: '{}' }]);
    files.delete(users.owner, parentId);
    const next = await empty.project();
    expect([scripts.triggers(), scripts.properties()]).toEqual([[], {}]);
    expect((await empty.call('GET', `/${next.scriptId}/versions`)).body).toEqual({});
  });
});

describe('a project', () => {
  it('is read by who may open the spreadsheet and changed by who may edit it', async () => {
    const { scriptId, parentId } = await empty.project();
    const content = { files: [MANIFEST, code('function a() {}')] };
    expect(await empty.call('GET', `/${scriptId}/content`, undefined, DINSOS)).toEqual(DENIED);
    share(parentId, 'reader');
    expect((await empty.call('GET', `/${scriptId}/content`, undefined, DINSOS)).status).toBe(200);
    for (const [method, path] of [
      ['PUT', '/content'],
      ['POST', '/versions'],
      ['POST', '/deployments'],
    ] as const) {
      expect(await empty.call(method, `/${scriptId}${path}`, content, DINSOS), path).toEqual(DENIED);
    }
    expect((await empty.call('GET', '/tiada/versions')).status).toBe(404);
    expect((await empty.call('GET', `/${scriptId}/metrics`)).status).toBe(501);
    expect((await empty.call('GET', `/${scriptId}`, undefined, 'siapa@uji.test')).status).toBe(401);
  });

  it('shows files with their functions and who changed them, and keeps times of those that stay', async () => {
    const { scriptId } = await empty.project();
    const { clock } = empty.workspace;
    const put = (files: object[]) => empty.call('PUT', `/${scriptId}/content`, { files });
    await put([MANIFEST, code('function satu() {}\nconst dua = () => 1; class C {}'), code('var x = 1;', 'Lain')]);
    const before = (await empty.call('GET', `/${scriptId}/content`)).body['files'] as Record<string, unknown>[];
    expect(before[1]).toMatchObject({
      functionSet: { values: [{ name: 'satu' }, { name: 'dua' }] },
      lastModifyUser: { email: OWNER },
    });
    clock.set(clock.now() + 3_600_000);
    const { body } = await put([MANIFEST, code('function satu() {}'), code('var x = 1;', 'Lain')]);
    const after = body['files'] as Record<string, unknown>[];
    expect(after[2]).toEqual(before[2]);
    expect(after[1]).toMatchObject({ createTime: before[1]?.['createTime'] });
    expect(after[1]?.['updateTime']).not.toBe(before[1]?.['updateTime']);
    const asked = await empty.call('GET', `/${scriptId}/content?fields=files(name,type)`);
    expect(asked.body).toEqual({ files: after.map(({ name, type }) => ({ name, type })) });
    expect((await empty.call('GET', `/${scriptId}?fields=warna`)).status).toBe(400);
  });
});

it('is refused to an account that has not switched the API on', async () => {
  const { scriptId } = await empty.project();
  empty.workspace.faults.set({ scriptApiOff: true });
  for (const path of [`/${scriptId}`, `/${scriptId}/content`, '/tiada/versions']) {
    expect(await empty.call('GET', path)).toMatchObject({
      status: 403,
      body: { error: { status: 'PERMISSION_DENIED', message: expect.stringContaining('home/usersettings') } },
    });
  }
  empty.workspace.faults.clear();
  expect((await empty.call('GET', `/${scriptId}`)).status).toBe(200);
});

describe('versions', () => {
  it('keep the files as they were', async () => {
    const { scriptId } = await empty.project();
    const put = (source: string) => empty.call('PUT', `/${scriptId}/content`, { files: [MANIFEST, code(source)] });
    await put('function satu() {}');
    const first = await empty.call('POST', `/${scriptId}/versions`, { description: 'pertama' });
    expect(first.body).toMatchObject({ scriptId, versionNumber: 1, description: 'pertama' });
    await put('function dua() {}');
    const second = await empty.call('POST', `/${scriptId}/versions`, {});
    expect(await empty.call('GET', `/${scriptId}/versions/1`)).toEqual(first);
    expect((await empty.call('GET', `/${scriptId}/versions`)).body).toEqual({ versions: [second.body, first.body] });
    const page = (await empty.call('GET', `/${scriptId}/versions?pageSize=1`)).body;
    expect(page).toMatchObject({ versions: [second.body], nextPageToken: expect.any(String) });
    const next = await empty.call('GET', `/${scriptId}/versions?pageSize=1&pageToken=${page['nextPageToken']}`);
    expect(next.body).toEqual({ versions: [first.body] });
    const old = await empty.call('GET', `/${scriptId}/content?versionNumber=1`);
    expect(old.body['files']).toContainEqual(expect.objectContaining({ source: 'function satu() {}' }));
    expect(await empty.call('GET', `/${scriptId}/content?versionNumber=3`)).toEqual(NOT_FOUND);
    expect(await empty.call('GET', `/${scriptId}/versions/3`)).toEqual(NOT_FOUND);
  });
});

describe('deployments', () => {
  it('begin with one that follows the newest files and cannot be changed', async () => {
    const { scriptId } = await empty.project();
    const { body } = await empty.call('GET', `/${scriptId}/deployments`);
    const [head] = body['deployments'] as { deploymentId: string }[];
    expect(body['deployments']).toEqual([
      {
        deploymentId: expect.stringMatching(/^AKfycb/),
        updateTime: expect.any(String),
        deploymentConfig: { scriptId, manifestFileName: 'appsscript' },
      },
    ]);
    const path = `/${scriptId}/deployments/${head?.deploymentId}`;
    const change = { deploymentConfig: { versionNumber: 1 } };
    const refused = (what: string) => error(400, 'INVALID_ARGUMENT', `Read-only deployments may not be ${what}.`);
    expect(await empty.call('PUT', path, change)).toEqual(refused('modified'));
    expect(await empty.call('DELETE', path)).toEqual(refused('deleted'));
  });

  it('are made of a version, changed and deleted', async () => {
    const { scriptId } = await empty.project();
    const path = `/${scriptId}/deployments`;
    expect(await empty.call('POST', path, {})).toEqual(INVALID);
    expect(await empty.call('POST', path, { versionNumber: 1 })).toEqual(NOT_FOUND);
    await empty.call('POST', `/${scriptId}/versions`, {});
    await empty.call('POST', `/${scriptId}/versions`, {});
    const made = await empty.call('POST', path, { versionNumber: 1, description: 'rilis' });
    const one = `${path}/${made.body['deploymentId']}`;
    expect(made.body['deploymentConfig']).toEqual({
      scriptId,
      versionNumber: 1,
      description: 'rilis',
      manifestFileName: 'appsscript',
    });
    expect(await empty.call('GET', one)).toEqual(made);
    const changed = await empty.call('PUT', one, { deploymentConfig: { versionNumber: 2 } });
    expect(changed.body).toMatchObject({
      deploymentId: made.body['deploymentId'],
      deploymentConfig: { versionNumber: 2 },
    });
    expect((await empty.call('GET', path)).body['deployments']).toHaveLength(2);
    expect(await empty.call('DELETE', one)).toEqual({ status: 200, body: {} });
    expect(await empty.call('GET', one)).toEqual(NOT_FOUND);
  });

  it('are at most twenty with a version', async () => {
    const { scriptId } = await empty.project();
    await empty.call('POST', `/${scriptId}/versions`, {});
    const make = () => empty.call('POST', `/${scriptId}/deployments`, { versionNumber: 1 });
    for (let count = 0; count < 20; count += 1) expect((await make()).status).toBe(200);
    expect(await make()).toMatchObject({
      status: 400,
      body: { error: { message: 'Scripts may only have up to 20 versioned deployments at a time.' } },
    });
  });
});
