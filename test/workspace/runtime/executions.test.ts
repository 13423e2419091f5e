import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
var puncak = 'puncak';
const menu = { satu: function () { return 'satu'; } };
const panah = () => typeof panah;
function jumlah(a, b) { return a + b; }
function rahasia_() { return 'rahasia'; }
function asing2() {
  return ['setTimeout', 'fetch', 'URL', 'TextEncoder', 'atob', 'structuredClone', 'queueMicrotask', 'performance',
    'crypto', 'process', 'require', 'Buffer', 'global', 'services', 'DriveApp', 'UrlFetchApp']
    .filter(function (name) { return typeof globalThis[name] !== 'undefined'; });
}
function bangsa() {
  var r = Sheets.Spreadsheets.get(kantor().spreadsheets.register);
  var galat;
  try { LockService.getScriptLock().waitLock(null); } catch (e) { galat = e; }
  return [r.sheets instanceof Array, r instanceof Object, galat instanceof Error, galat.name, new Date() instanceof Date,
    Date.now() instanceof Object, new Date(0).constructor === Date];
}
function gagal() {
  throw new TypeError('tidak bisa');
}
function asing() { return Utilities.zip([]); }
function tanggal() { return { kapan: new Date() }; }
function lubang() { return [1, undefined, { a: undefined, b: 2 }]; }
function melingkar() { var a = {}; a.a = a; return a; }
async function janji() { await null; return 'tepat'; }
async function janjiGagal() { await null; throw new Error('ingkar'); }
function selamanya() { for (;;) {} }
function sekarang() { return [Date.now(), new Date().getTime(), new Date(2026, 0, 2).getTime()]; }
function catat() { console.log('halo %s', 'dunia'); Logger.log('nilai %s', 3); console.error({ a: 1 }); }
function hitung() {
  var id = kantor().spreadsheets.register;
  Sheets.Spreadsheets.Values.update({ values: [['a', 'b']] }, id, 'Data!A1', { valueInputOption: 'RAW' });
  return Sheets.Spreadsheets.Values.get(id, 'Data!A1:B1').values[0].join();
}
`;

describe('an execution', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it('runs a global function with its arguments', async () => {
    expect(await office.value('jumlah', 20, 3)).toBe(23);
  });
  it('finds methods of global objects and functions in variables', async () => {
    expect(await office.value('menu.satu')).toBe('satu');
    expect(await office.value('panah')).toBe('function');
  });
  it('has nothing of Node or of a browser', async () => {
    expect(await office.value('asing2')).toEqual([]);
  });
  it('gives objects of the script’s own realm', async () => {
    expect(await office.value('bangsa')).toEqual([true, true, true, 'Exception', true, false, true]);
  });
  it('hides functions whose names end in _ from pages and menus, but not from the editor', async () => {
    for (const source of ['sidebar', 'menu']) {
      expect(await office.run('rahasia_', [], { source })).toMatchObject({ ok: false });
    }
    expect(await office.run('rahasia_', [], { source: 'editor' })).toMatchObject({ ok: true, value: 'rahasia' });
  });
  it.each(['tidakAda', 'jumlah()', 'a;b', '', 'constructor.x'])('refuses %j as a function', async (name) => {
    expect(await office.run(name)).toMatchObject({ ok: false, error: expect.stringContaining('not found') });
  });
  it('reports an error with name and message, and the line in the log', async () => {
    const result = await office.run('gagal');
    expect(result).toMatchObject({ ok: false, error: 'TypeError: tidak bisa' });
    expect(result.execution.error).toBe('TypeError: tidak bisa');
    expect(result.execution.log.join()).toMatch(/at gagal \(Code\.js:\d+:\d+\)/);
  });
  it('says loudly what is not emulated', async () => {
    expect(await office.run('asing')).toMatchObject({ ok: false, error: 'Error: not emulated: Utilities.zip' });
  });
  it('refuses results that google.script.run cannot carry', async () => {
    for (const name of ['tanggal', 'melingkar']) {
      expect(await office.run(name)).toMatchObject({ ok: false, error: expect.stringContaining('supported return') });
    }
    expect(await office.value('lubang')).toEqual([1, null, { b: 2 }]);
  });
  it('waits for a promise', async () => {
    expect(await office.value('janji')).toBe('tepat');
    expect(await office.run('janjiGagal')).toMatchObject({ ok: false, error: 'Error: ingkar' });
  });
  it('reads the Workspace’s clock', async () => {
    const { clock } = office.workspace;
    clock.set(Date.parse('2027-03-01T00:00:00Z'));
    const [now, made, fixed] = (await office.value('sekarang')) as [number, number, number];
    clock.reset();
    for (const instant of [now, made]) expect(new Date(instant).toISOString()).toContain('2027-03-01T');
    expect(now).toBeGreaterThanOrEqual(Date.parse('2027-03-01T00:00:00Z'));
    // Midnight of the manifest's zone, Asia/Jakarta.
    expect(new Date(fixed).toISOString()).toBe('2026-01-01T17:00:00.000Z');
  });
  it('keeps what the script logs', async () => {
    const { execution } = await office.run('catat');
    expect(execution.log).toEqual(['DEBUG halo dunia', 'INFO nilai 3', 'ERROR {"a":1}']);
  });
  it('counts service calls by name, with bytes and an estimate', async () => {
    const { execution } = await office.run('hitung');
    expect(execution.calls).toEqual({
      'PropertiesService.Properties.getProperty': 1,
      'Sheets.Spreadsheets.Values.update': 1,
      'Sheets.Spreadsheets.Values.get': 1,
    });
    expect(execution.estimatedGoogleMs).toBe(900);
    expect(execution.bytesRead).toBeGreaterThan(50);
    expect(office.workspace.scripts.executions().at(-1)?.id).toBe(execution.id);
  });
  it('is ended when the Workspace closes', async () => {
    const other = await openOffice(CODE);
    const run = other.run('selamanya');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.workspace.close();
    expect(await run).toMatchObject({ ok: false });
  });
});
