import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../../../cli/workspace/coverage.ts';
import { handlers } from '../../../cli/workspace/services/handlers.ts';
import { type Office, openOffice } from '../../support/mini-office.ts';

/** Makes one object of every kind that a script can get hold of. */
const CODE = `
function semua() {
  var k = kantor(), ss = SpreadsheetApp.getActiveSpreadsheet(), lembar = SpreadsheetApp.getActiveSheet();
  var form = FormApp.openById(k.forms.usulan.id);
  var item = [form.addTextItem(), form.addParagraphTextItem(), form.addListItem(), form.addCheckboxItem(), form.addDateItem(),
    form.addDateTimeItem(), form.addTimeItem(), form.addPageBreakItem(), form.addSectionHeaderItem(), form.addMultipleChoiceItem()];
  var jawaban = item[0].createResponse('x');
  var draf = form.createResponse();
  var tersimpan = form.getResponses()[0];
  var pembuat = ScriptApp.newTrigger('x'), bawaan = pembuat.timeBased().everyMinutes(5);
  var validasi = FormApp.createTextValidation();
  var objek = item.concat([SpreadsheetApp, ss, lembar, SpreadsheetApp.getActiveRange(), lembar.createTextFinder('x'), SpreadsheetApp.getUi(),
    SpreadsheetApp.getUi().createMenu('x'), HtmlService, HtmlService.createHtmlOutput('x'), FormApp, form, form.getItems()[0],
    item[9].createChoice('x'), validasi, FormApp.createParagraphTextValidation(), draf, tersimpan, jawaban, validasi.requireNumber().build(),
    Sheets, Sheets.Spreadsheets, Sheets.Spreadsheets.Values, Drive, Drive.Files, Drive.Permissions, ScriptApp, ScriptApp.getService(),
    pembuat, bawaan, pembuat.forForm('x'), pembuat.forSpreadsheet('x'), bawaan.create(), Utilities, Session, Session.getActiveUser(),
    Logger, PropertiesService, PropertiesService.getScriptProperties(), CacheService, CacheService.getScriptCache(), MailApp,
    LockService, LockService.getScriptLock()]);
  var daftar = {};
  objek.forEach(function (o) { daftar[String(o)] = (daftar[String(o)] || []).concat(Object.keys(o)); });
  daftar.console = Object.keys(console);
  return daftar;
}
function coba(jalur) { return Function('return ' + jalur)(); }
`;

describe('the coverage matrix', () => {
  let office: Office;
  let made: Record<string, string[]>;
  beforeAll(async () => {
    office = await openOffice(CODE);
    office.submit({ nama: 'x' });
    made = (await office.value('semua')) as Record<string, string[]>;
  });
  afterAll(() => office.workspace.close());

  it('lists exactly the members that scripts find', () => {
    const found = Object.entries(made).flatMap(([owner, members]) => members.map((member) => `${owner}.${member}`));
    const listed = coverage.map(({ name }) => name);
    expect([...new Set(found)].sort()).toEqual(listed.sort());
  });
  it('knows every kind of object that the services’ sources name', () => {
    const root = new URL('../../../cli/workspace/', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /guest/.test(name));
    const sources = files
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, root), 'utf8'));
    const kinds = sources.join('\n').matchAll(/strict<[^(]*>\(\s*'([\w.]+)'/g);
    for (const [, kind] of kinds) expect(Object.keys(made)).toContain(kind);
  });
  it('lists exactly the calls that are answered', () => {
    const remote = coverage.filter(({ kind }) => kind === 'remote').map(({ name }) => name);
    expect(remote.sort()).toEqual(Object.keys(handlers).sort());
  });
  it('names no member twice, and a test that exists', () => {
    expect(new Set(coverage.map(({ name }) => name)).size).toBe(coverage.length);
    for (const { testedBy } of coverage) {
      expect(existsSync(new URL(`../../../${testedBy}`, import.meta.url)), testedBy).toBe(true);
    }
  });
  it('says how a partial member differs', () => {
    for (const { status, notes } of coverage) expect(status === 'partial').toBe(notes !== '');
  });
  it.each([
    'SpreadsheetApp.create',
    'Sheets.Spreadsheets.Values.batchGetByDataFilter',
    'FormApp.getActiveForm',
    'Drive.Replies',
    'MailApp.x',
    'LockService.getScriptLock().x',
  ])('what it does not list fails loudly: %s', async (path) => {
    expect(await office.run('coba', [path])).toMatchObject({ error: expect.stringContaining('not emulated: ') });
  });
});
