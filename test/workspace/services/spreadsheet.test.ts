import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function isiData() {
  var id = kantor().spreadsheets.register;
  Sheets.Spreadsheets.Values.update({ values: [['TIKET', 'NIK', 'TGL', 'N'], ['T-1', "'9171015708909001", '03/11/2026', '1,5'], ['t-12', '', '', 'TRUE']] },
    id, 'Data!A1', { valueInputOption: 'USER_ENTERED' });
}
function aktif() {
  var ss = SpreadsheetApp.getActiveSpreadsheet(), r = SpreadsheetApp.getActiveRange(), s = SpreadsheetApp.getActiveSheet();
  var sel = SpreadsheetApp.getCurrentCell();
  return [ss.getId() === kantor().spreadsheets.register, ss.getName(), ss.getUrl(), ss.getSpreadsheetTimeZone(),
    s.getName(), s.getSheetId(), s.getParent().getId() === ss.getId(), r.getA1Notation(), r.getRow(), r.getColumn(), r.getNumRows(),
    r.getNumColumns(), r.getLastRow(), r.getLastColumn(), r.getSheet().getName(), sel.getA1Notation(), ss.getSheetByName('Tidak')];
}
function nilai() {
  var r = SpreadsheetApp.getActiveRange();
  return r.getValues().map(function (baris) { return baris.map(function (x) { return x instanceof Date ? x.toISOString() : x; }); });
}
function tampilan() { return [SpreadsheetApp.getActiveRange().getDisplayValues(), SpreadsheetApp.getActiveRange().getValue()]; }
function cari(teks, utuh, huruf, pola) {
  var f = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Data').createTextFinder(teks)
    .matchEntireCell(utuh).matchCase(huruf).useRegularExpression(pola);
  var satu = f.findNext(), dua = satu && f.findNext();
  return [f.findAll().map(function (r) { return r.getA1Notation(); }), satu && satu.getA1Notation(), dua && dua.getA1Notation()];
}
function buka(id) { SpreadsheetApp.openById(id).getName(); SpreadsheetApp.flush(); return SpreadsheetApp.openById(id).getName(); }
function onOpen(e) {
  SpreadsheetApp.getUi().createMenu('PBI').addItem('Buka', 'bukaPanel').addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Lain').addItem('Perbaiki', 'perbaiki')).addToUi();
  try { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }
  catch (g) { SpreadsheetApp.getActiveSpreadsheet().toast(g.message, String(e.authMode), 3); }
}
function bukaPanel() {
  var halaman = HtmlService.createHtmlOutputFromFile('Panel').setTitle('Panel').setWidth(300)
    .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.DEFAULT);
  SpreadsheetApp.getUi().showSidebar(halaman);
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>tanya</p>').setHeight(90), 'Dialog');
  var ui = SpreadsheetApp.getUi();
  ui.showModelessDialog(HtmlService.createHtmlOutput('<p>cetak</p>').setTitle('tak dipakai').setWidth(700).setHeight(500), 'Berita acara');
  return [ui.alert('Judul', 'Lanjut?', ui.ButtonSet.YES_NO) === ui.Button.YES, ui.alert('Selesai') === ui.Button.OK, halaman.getContent(), halaman.getTitle()];
}
function berbagi(email) {
  var ss = SpreadsheetApp.getActiveSpreadsheet(), nama = function (u) { return u.getEmail(); };
  var tambah = ss.addEditor(email).getEditors().map(nama);
  return [tambah, ss.removeEditor(email).removeViewer('tiada@contoh.test').getEditors().map(nama), ss.getViewers().map(nama)];
}
function salin(email) {
  var ss = SpreadsheetApp.getActiveSpreadsheet().addEditor(email), salinan = ss.copy('Salinan register');
  ss.removeEditor(email);
  var isi = function (id) { return Sheets.Spreadsheets.get(id, { includeGridData: true, fields: 'properties(locale,timeZone),sheets' }); };
  Sheets.Spreadsheets.Values.update({ values: [['hanya di salinan']] }, salinan.getId(), 'Data!A9', { valueInputOption: 'RAW' });
  var asli = JSON.stringify(isi(ss.getId()));
  Sheets.Spreadsheets.Values.clear({}, salinan.getId(), 'Data!A9');
  return { beda: salinan.getId() !== ss.getId(), nama: salinan.getName(), sama: JSON.stringify(isi(salinan.getId())) === asli,
    bocor: asli.indexOf('hanya di salinan') !== -1, editor: salinan.getEditors().map(function (u) { return u.getEmail(); }),
    pemicu: ScriptApp.getProjectTriggers().filter(function (t) { return t.getTriggerSourceId() === salinan.getId(); }).length };
}
function salah(kode) { return Function(kode)(); }
`;

describe('SpreadsheetApp', () => {
  let office: Office;
  const at = (range: string, sheetName = 'Data') => ({
    active: { spreadsheetId: office.register, sheetName, range },
  });
  beforeAll(async () => {
    office = await openOffice(CODE, { html: { Panel: '<h1>Panel</h1>' } });
    await office.value('isiData');
  });
  afterAll(() => office.workspace.close());

  it('shares with editors and takes it back', async () => {
    const [added, removed, viewers] = (await office.value('berbagi', 'pic.rsud@rumahsakit.test')) as string[][];
    expect(added).toContain('pic.rsud@rumahsakit.test');
    expect(removed).not.toContain('pic.rsud@rumahsakit.test');
    expect(viewers).toEqual([]);
  });

  it('copies a whole spreadsheet for whoever asks: its contents, no editors, no triggers', async () => {
    const { owner } = office.workspace.users;
    expect(await office.value('salin', 'pic.rsud@rumahsakit.test')).toEqual({
      beda: true,
      nama: 'Salinan register',
      sama: true,
      bocor: false,
      editor: [owner.email],
      pemicu: 0,
    });
  });

  it('knows what is open and selected', async () => {
    const result = await office.run('aktif', [], at('B2:C4'));
    const url = `http://127.0.0.1:8787/spreadsheets/d/${office.register}/edit`;
    expect(result).toMatchObject({
      ok: true,
      value: [
        true,
        'Register PBI',
        url,
        'Asia/Jakarta',
        'Data',
        0,
        true,
        'B2:C4',
        2,
        2,
        3,
        2,
        4,
        3,
        'Data',
        'B2',
        null,
      ],
    });
  });
  it('reads values as the cells have them, dates in the spreadsheet’s zone', async () => {
    expect(await office.run('nilai', [], at('A2:D3'))).toMatchObject({
      value: [
        ['T-1', '9171015708909001', '2026-11-02T17:00:00.000Z', 1.5],
        ['t-12', '', '', true],
      ],
    });
    expect(await office.run('tampilan', [], at('B2:D2'))).toMatchObject({
      value: [[['9171015708909001', '03/11/2026', '1,5']], '9171015708909001'],
      ok: true,
    });
  });
  it('finds text', async () => {
    expect(await office.value('cari', 't-1', false, false, false)).toEqual([['A2', 'A3'], 'A2', 'A3']);
    expect(await office.value('cari', 'T-1', true, true, false)).toEqual([['A2'], 'A2', null]);
    expect(await office.value('cari', '^t-\\d\\d$', true, false, true)).toEqual([['A3'], 'A3', null]);
    const { execution } = await office.run('cari', ['x', false, false, false]);
    expect(execution.calls).toMatchObject({
      'SpreadsheetApp.TextFinder.findAll': 1,
      'SpreadsheetApp.TextFinder.findNext': 1,
    });
  });
  it('opens other spreadsheets only for those who may', async () => {
    expect(await office.value('buka', office.register)).toBe('Register PBI');
    const user = office.workspace.users.list().find(({ role }) => role === 'pic') ?? office.workspace.users.owner;
    expect(await office.run('buka', [office.register], { user })).toMatchObject({
      error: 'Exception: You do not have permission to access the requested document.',
    });
  });
  it('shows the menu when the spreadsheet is opened; the simple trigger may not show a sidebar', async () => {
    const user = office.workspace.users.list().find(({ role }) => role === 'dinsos') ?? office.workspace.users.owner;
    expect(await office.workspace.scripts.opened(office.register, user)).toEqual([
      {
        kind: 'menu',
        name: 'PBI',
        items: [
          { caption: 'Buka', function: 'bukaPanel' },
          'separator',
          'separator',
          { caption: 'Lain › Perbaiki', function: 'perbaiki' },
        ],
      },
      { kind: 'toast', title: 'LIMITED', message: expect.stringContaining('permissions'), seconds: 3 },
    ]);
  });
  it('shows sidebars, dialogs and alerts', async () => {
    const result = await office.run('bukaPanel', [], { source: 'menu' });
    expect(result).toMatchObject({ ok: true, value: [true, true, '<h1>Panel</h1>', 'Panel'] });
    expect(result.ui).toEqual([
      { kind: 'sidebar', title: 'Panel', html: '<h1>Panel</h1>', width: 300 },
      { kind: 'modal', title: 'Dialog', html: '<p>tanya</p>', height: 90 },
      { kind: 'modeless', title: 'Berita acara', html: '<p>cetak</p>', width: 700, height: 500 },
      { kind: 'alert', title: 'Judul', prompt: 'Lanjut?' },
      { kind: 'alert', title: '', prompt: 'Selesai' },
    ]);
  });
  it.each([
    ['HtmlService.createTemplateFromFile("Panel")', 'not emulated: HtmlService.createTemplateFromFile'],
    ['HtmlService.createHtmlOutputFromFile("Tiada")', 'No HTML file named Tiada was found.'],
    ['SpreadsheetApp.getActiveSheet().getRange(1, 1)', 'not emulated: SpreadsheetApp.Sheet.getRange'],
    ['SpreadsheetApp.getActiveSpreadsheet().getSheetByName(null)', 'The parameters (null)'],
    ['SpreadsheetApp.getUi().showSidebar({})', 'The parameters (Object)'],
    ['SpreadsheetApp.getUi().showModelessDialog("x")', 'for Ui.showModelessDialog'],
    ['Sheets.Spreadsheets.Values.get("tiada", "A1")', 'API call to sheets.spreadsheets.values.get failed with error:'],
    ['Sheets.Spreadsheets.batchUpdate(null, "x")', 'The parameters (null,String)'],
    ['Sheets.Spreadsheets.DeveloperMetadata', 'not emulated: Sheets.Spreadsheets.DeveloperMetadata'],
  ])('refuses %s', async (code, message) => {
    expect(await office.run('salah', [code])).toMatchObject({ ok: false, error: expect.stringContaining(message) });
  });
  it('has no Ui where nobody looks at a page', async () => {
    expect(await office.run('salah', ['SpreadsheetApp.getUi()'], { source: 'time' })).toMatchObject({
      error: 'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    });
  });
});
