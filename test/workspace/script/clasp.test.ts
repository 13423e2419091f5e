/** Unmodified clasp, sent to the Workspace by the preload, with tokens that a person allowed it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#workspace/server.ts';
import { OWNER, programOf, serveEmpty, signIn } from '../oauth/support.ts';

const root = new URL('../../../', import.meta.url);
const PRELOAD = fileURLToPath(new URL('cli/pasang/alihkan.cjs', root));
const CLASP = fileURLToPath(new URL('node_modules/@google/clasp/build/src/index.js', root));

const MANIFEST = '{"timeZone":"Asia/Jakarta","runtimeVersion":"V8"}';
const CODE = 'function halo() {\n  return 1;\n}\n';

let server: RunningServer;
let dir: string;
let scriptId: string;
const rcFile = () => join(dir, 'clasprc.json');
const readRc = () =>
  (JSON.parse(readFileSync(rcFile(), 'utf8')) as { tokens: { default: Record<string, unknown> } }).tokens.default;
const writeRc = (tokens: Record<string, unknown>) =>
  writeFileSync(rcFile(), JSON.stringify({ tokens: { default: tokens } }));

beforeAll(async () => {
  server = await serveEmpty();
  const { users, sheets, scripts } = server.workspace;
  const spreadsheetId = sheets.create(users.owner, {}).spreadsheetId ?? '';
  scriptId = scripts.create(users.owner, { title: 'Register PBI', spreadsheetId }).scriptId;
});
afterAll(() => server.close());

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pbi-clasp-'));
  mkdirSync(join(dir, 'src'));
  writeFileSync(join(dir, '.clasp.json'), JSON.stringify({ scriptId, rootDir: 'src' }));
  writeFileSync(join(dir, 'src/appsscript.json'), MANIFEST);
  writeFileSync(join(dir, 'src/Kode.js'), CODE);
  const scope = ['userinfo.email', 'script.projects', 'script.deployments'].map(
    (name) => `https://www.googleapis.com/auth/${name}`,
  );
  const tokens = await signIn(programOf(server.origin), { more: { scope: scope.join(' '), prompt: 'consent' } });
  writeRc({ type: 'authorized_user', client_id: 'program-uji', client_secret: 'rahasia', ...tokens });
  return () => rmSync(dir, { recursive: true });
});

/** Runs clasp as a person would, in the folder of the project. @returns what it said, and its exit code */
function clasp(...args: string[]): Promise<{ said: string; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLASP, '-A', rcFile(), ...args], {
      cwd: dir,
      env: {
        PATH: process.env['PATH'],
        HOME: dir,
        NODE_OPTIONS: `--require=${PRELOAD}`,
        USULAN_PBI_WORKSPACE: server.origin,
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
    child.once('close', (code) => resolve({ said, code }));
  });
}

describe('clasp', () => {
  it('pushes a project, and pulls it back', async () => {
    expect(await clasp('push', '-f')).toMatchObject({ code: 0, said: expect.stringMatching(/Pushed 2 files/) });
    const run = await server.workspace.scripts.run({
      function: 'halo',
      user: server.workspace.users.owner,
      source: 'menu',
    });
    expect(run).toMatchObject({ value: 1 });
    expect(await clasp('push', '-f')).toMatchObject({ code: 0, said: expect.stringMatching(/already up to date/) });
    rmSync(join(dir, 'src'), { recursive: true });
    expect(await clasp('pull')).toMatchObject({ code: 0, said: expect.stringMatching(/Pulled 2 files/) });
    expect(readdirSync(join(dir, 'src')).sort()).toEqual(['Kode.js', 'appsscript.json']);
    expect(readFileSync(join(dir, 'src/Kode.js'), 'utf8')).toBe(CODE);
  });

  it('makes versions and deployments and lists them', async () => {
    expect(await clasp('create-version', 'pertama')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Created version 1/),
    });
    expect(await clasp('list-versions')).toMatchObject({ code: 0, said: expect.stringMatching(/1 - pertama/) });
    expect(await clasp('create-deployment', '-V', '1', '-d', 'rilis')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/AKfycb\S+ @1/),
    });
    const { said, code } = await clasp('list-deployments');
    expect([code, said]).toEqual([0, expect.stringMatching(/@HEAD[\s\S]*@1 - rilis/)]);
  });

  it('knows whom it works for', async () => {
    expect(await clasp('show-authorized-user')).toMatchObject({
      code: 0,
      said: expect.stringContaining(`logged in as ${OWNER}`),
    });
  });

  it('gets a new access token when its own has expired, and keeps it', async () => {
    const before = readRc();
    const { clock } = server.workspace;
    clock.set(clock.now() + 2 * 3_600_000);
    writeRc({ ...before, expiry_date: Date.now() - 1000 });
    expect((await clasp('list-versions')).code).toBe(0);
    expect(readRc()['access_token']).not.toBe(before['access_token']);
    writeRc({ ...before, refresh_token: 'ditarik', expiry_date: Date.now() - 1000 });
    expect(await clasp('list-versions')).toMatchObject({ code: 1, said: expect.stringContaining('invalid_grant') });
  });

  it.each([
    [
      'an ES module',
      'Modul',
      "import { a } from './a.js';\n",
      'SyntaxError: Cannot use import statement outside a module',
      1,
    ],
    ['a private field', 'Kelas', 'class A {\n  #rahasia = 1;\n}\n', 'ParseError: Unexpected token ILLEGAL', 2],
    ['a syntax error', 'Salah', 'function salah() {\n  return 1;\n', 'SyntaxError: Unexpected end of input', 3],
  ])('says what is wrong with %s, ends with code 1, and changes nothing', async (_name, file, source, reason, line) => {
    await clasp('push', '-f');
    const before = server.workspace.scripts.files();
    writeFileSync(join(dir, 'src/Kode.js'), 'function halo() {\n  return 2;\n}\n');
    writeFileSync(join(dir, `src/${file}.js`), source);
    const { said, code } = await clasp('push', '-f');
    expect(said).toContain(`Syntax error: ${reason} line: ${line} file: ${file}`);
    expect(code).toBe(1);
    expect(server.workspace.scripts.files()).toEqual(before);
  });

  it('says what is wrong with a manifest', async () => {
    writeFileSync(join(dir, 'src/appsscript.json'), '{"timeZone":"Asia/Jakarta","filePushOrder":[]}');
    expect(await clasp('push', '-f')).toMatchObject({
      code: 1,
      said: expect.stringContaining('"appsscript.json" has errors: Invalid manifest: unknown fields: [filePushOrder]'),
    });
  });
});
