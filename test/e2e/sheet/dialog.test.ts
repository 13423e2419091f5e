/** Dialogs of a script on the spreadsheet page, in Chromium: printing, calling the script, and every way to close them. */
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type SheetPage, type SheetServer, SMALL, soon, startSheet } from './support/sheet-page.ts';

const PAGE = `<!doctype html><html lang="id"><title>Berita acara</title><main><h1>Berita acara</h1>
<button id="cetak" onclick="window.print()">Cetak</button>
<button id="hitung" onclick="google.script.run.withSuccessHandler(function (n) { document.getElementById('n').textContent = n; }).hitung(20)">Hitung</button>
<button id="tutup" onclick="google.script.host.close()">Tutup ini</button><p id="n" role="status"></p></main></html>`;

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Kantor').addItem('Modal', 'modal').addItem('Lepas', 'lepas').addToUi();
}
function halaman() { return HtmlService.createHtmlOutput(${JSON.stringify(PAGE)}).setWidth(420).setHeight(260); }
function modal() { SpreadsheetApp.getUi().showModalDialog(halaman(), 'Cetak berita acara'); }
function lepas() { SpreadsheetApp.getUi().showModelessDialog(halaman(), 'Buku register'); }
function hitung(n) { return n + 22; }
`;

let server: SheetServer;
let sheet: SheetPage;
/** What the browser says about things that the sandbox forbids. */
let refusals: string[];
beforeAll(async () => {
  server = await startSheet(SMALL, 60, CODE);
});
afterAll(() => server.stop());
beforeEach(async () => {
  sheet = await server.open();
  refusals = [];
  sheet.page.on('console', (message) => {
    if (/Ignored call|sandboxed/.test(message.text())) refusals.push(message.text());
  });
});
afterEach(async () => {
  expect(sheet.troubles).toEqual([]);
  await sheet.close();
});

const open = async (item: string): Promise<FrameLocator> => {
  await sheet.page.getByRole('button', { name: 'Kantor' }).click();
  await sheet.page.getByRole('menuitem', { name: item }).click();
  const frame = sheet.page.frameLocator('dialog.script iframe');
  await frame.locator('#cetak').waitFor();
  return frame;
};
const dialogs = () => soon(() => sheet.page.locator('dialog.script').count());
const focusIsIn = (selector: string) =>
  sheet.page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);

it('a modal one is accessible, has its size, prints, and calls the script', async () => {
  const frame = await open('Modal');
  expect(await sheet.page.getByRole('dialog', { name: 'Cetak berita acara' }).count()).toBe(1);
  expect(await sheet.page.locator('dialog.script iframe').boundingBox()).toMatchObject({ width: 420, height: 260 });
  expect(await sheet.axe()).toEqual([]);
  await frame.locator('main').evaluate((main) => {
    window.addEventListener('beforeprint', () => main.setAttribute('data-printed', 'ya'));
  });
  await frame.locator('#cetak').click();
  await soon(() => frame.locator('main').getAttribute('data-printed')).toBe('ya');
  expect(refusals).toEqual([]);
  await frame.locator('#hitung').click();
  await soon(() => frame.locator('#n').textContent()).toBe('42');
});

it('a modal one keeps the focus until it is closed', async () => {
  await open('Modal');
  for (let press = 0; press < 8; press += 1) {
    await sheet.page.keyboard.press('Tab');
    // The browser's own controls have their turn, the sheet never has.
    expect(await focusIsIn('dialog.script, body:not(:has(:focus))')).toBe(true);
  }
});

it.each([
  ['the script', (frame: FrameLocator) => frame.locator('#tutup').click()],
  ['Escape inside its page', (frame: FrameLocator) => frame.locator('#hitung').press('Escape')],
  ['Escape on its frame', () => sheet.page.getByRole('button', { name: 'Tutup', exact: true }).press('Escape')],
  ['its button', () => sheet.page.getByRole('button', { name: 'Tutup', exact: true }).click()],
])('%s closes it, modal or not', async (_how, close) => {
  for (const item of ['Modal', 'Lepas']) {
    const frame = await open(item);
    await dialogs().toBe(1);
    await close(frame);
    await dialogs().toBe(0);
  }
});

it('one that is not modal leaves the sheet usable, and gives way to the next', async () => {
  await open('Lepas');
  expect(await sheet.axe()).toEqual([]);
  await sheet.goTo('E3');
  await sheet.page.keyboard.press('F2');
  await sheet.page.locator('.cell-input').fill('Diubah');
  await sheet.page.keyboard.press('Enter');
  await soon(() => server.values('E3')).toEqual([['Diubah']]);
  await soon(() => sheet.page.locator('.state').textContent()).toBe('Tersimpan');
  await open('Modal');
  await sheet.page.getByRole('dialog', { name: 'Cetak berita acara' }).waitFor();
  await dialogs().toBe(1);
});
