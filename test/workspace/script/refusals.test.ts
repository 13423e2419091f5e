/** Content that Google does not take: refused in its words, and nothing of it is stored. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { code, type Empty, MANIFEST, openEmpty } from './support.ts';

let empty: Empty;
let path: string;
const GOOD = code('function tetap() { return 7; }');
beforeEach(async () => {
  empty = await openEmpty();
  path = `/${(await empty.project()).scriptId}/content`;
  await empty.call('PUT', path, { files: [MANIFEST, GOOD] });
});
afterEach(() => empty.workspace.close());

/** Pushes files beside a changed good one, and expects that all of it is refused. @returns Google's sentence */
async function refused(...files: object[]): Promise<string> {
  const before = await empty.call('GET', path);
  const { status, body } = await empty.call('PUT', path, { files });
  expect(status, JSON.stringify(body)).toBe(400);
  expect(body).toMatchObject({ error: { code: 400, status: 'INVALID_ARGUMENT' } });
  expect(await empty.call('GET', path)).toEqual(before);
  const { users, scripts } = empty.workspace;
  const run = await scripts.run({ function: 'tetap', user: users.owner, source: 'menu' });
  expect(run).toMatchObject({ ok: true, value: 7 });
  return (body['error'] as { message: string }).message;
}
const manifest = (source: string) => ({ ...MANIFEST, source });
const CHANGED = code('function tetap() { return 8; }');

it.each([
  ['class A {\n  #x = 1;\n}', 'ParseError: Unexpected token ILLEGAL line: 2'],
  ['class A { static x = 1 }', 'ParseError: Unexpected token = line: 1'],
  ['class A { x; }', 'ParseError: Unexpected token ; line: 1'],
  ['import a from "b";', 'SyntaxError: Cannot use import statement outside a module line: 1'],
  ['var a;\nexport { a };', "SyntaxError: Unexpected token 'export' line: 2"],
  ['await 1;', 'SyntaxError: await is only valid in async functions and the top level bodies of modules line: 1'],
  ['function (', 'SyntaxError: Function statements require a function name line: 1'],
  ['var a = 1;\n\nvar b = 2 3;', 'SyntaxError: Unexpected number line: 3'],
  ['var a = "', 'SyntaxError: Invalid or unexpected token line: 1'],
])('syntax: %j', async (source, reason) => {
  const wrong = code(source, 'Salah');
  expect(await refused(MANIFEST, CHANGED, wrong)).toBe(`Syntax error: ${reason} file: Salah`);
});

it('takes what Apps Script knows', async () => {
  const source = 'class A { constructor() { this.a ??= 1; } static b() { return this?.c; } get d() { return 1n; } }';
  expect((await empty.call('PUT', path, { files: [MANIFEST, code(source)] })).status).toBe(200);
});

it.each([
  ['{', 'Invalid JSON syntax'],
  ['{"zonaWaktu":"WIB"}', 'Invalid manifest: unknown fields: [zonaWaktu]'],
  [
    '{"a":1,"dependencies":{"libraries":[{"userSymbol":"L","libraryId":"1","b":2}]}}',
    'Invalid manifest: unknown fields: [dependencies.libraries.b, a]',
  ],
  [
    '{"dependencies":{"enabledAdvancedServices":[{"userSymbol":"Drive","version":"v3"}]}}',
    'Missing required field: dependencies.enabledAdvancedServices.serviceId',
  ],
  [
    '{"dependencies":{"enabledAdvancedServices":[{"userSymbol":"Drive","version":"v3","serviceId":"drive"},{"userSymbol":"Drive","version":"v3","serviceId":"drive"}]}}',
    'Found a service identifier used more than once: Drive',
  ],
  ['{"runtimeVersion":"V9"}', 'Invalid manifest: invalid value for field runtimeVersion'],
])('manifest: %s', async (source, reason) => {
  expect(await refused(manifest(source), CHANGED)).toBe(`"appsscript.json" has errors: ${reason}`);
});

it('refuses a project without a manifest, files of one name, and files without name or type', async () => {
  expect(await refused(CHANGED)).toBe('Project contents must include a manifest file named appsscript.');
  expect(await refused()).toBe('Project contents must include a manifest file named appsscript.');
  expect(await refused(MANIFEST, CHANGED, { ...CHANGED, type: 'HTML' })).toBe(
    'A file with this name already exists in the current project: Kode',
  );
  expect(await refused(MANIFEST, { name: 'Kode', source: '' })).toBe('Request contains an invalid argument.');
  expect(await refused(MANIFEST, { type: 'HTML', source: '' })).toBe('Request contains an invalid argument.');
  expect(await refused(MANIFEST, { ...CHANGED, type: 'JS' })).toMatch(
    /^Invalid value at 'files\[1\]\.type' \(type\.googleapis\.com/,
  );
  expect(await refused(MANIFEST, { ...CHANGED, warna: 1 })).toBe(
    `Invalid JSON payload received. Unknown name "warna" at 'files[1]': Cannot find field.`,
  );
});
