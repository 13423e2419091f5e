/** Charts over the cells of the spreadsheet page, in Chromium. */
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDasbor, DASBOR } from './support/dasbor.ts';
import { type SheetPage, type SheetServer, soon, startSheet } from './support/sheet-page.ts';

let server: SheetServer;
let charts: number[];
let sheet: SheetPage;
beforeAll(async () => {
  server = await startSheet();
  charts = addDasbor(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  sheet = await server.open();
});
afterEach(async () => {
  expect(sheet.troubles).toEqual([]);
  await sheet.close();
});

const openDasbor = async () => {
  await sheet.page.getByRole('button', { name: 'Dasbor' }).click();
  await soon(() => figures().count()).toBe(charts.length);
};
const figures = () => sheet.page.locator('figure.chart');
const figure = (title: string) => figures().filter({ has: sheet.page.locator('figcaption', { hasText: title }) });
const picture = (name: string) => sheet.page.getByRole('img', { name });
const batch = (...requests: object[]) =>
  server.workspace.sheets.batchUpdate(server.workspace.users.owner, server.id, { requests });

/** How many different colours a canvas shows: one or none if nothing is drawn. */
const colours = (canvas: Locator) =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data.buffer;
    return pixels ? new Set(new Uint32Array(pixels)).size : 0;
  });
const corner = async (locator: Locator) => {
  const { x = Number.NaN, y = Number.NaN } = (await locator.boundingBox()) ?? {};
  return { x: Math.round(x), y: Math.round(y) };
};
const cell = (text: string) => sheet.page.locator('.rgCell', { hasText: text }).first();

describe('charts of a tab', () => {
  it('are drawn, named, and readable as tables', async () => {
    await openDasbor();
    for (const canvas of await sheet.page.locator('.chart canvas').all()) {
      await soon(() => colours(canvas)).toBeGreaterThan(5);
    }
    expect(await picture('Diagram kolom: usulan dan hasil dari Januari sampai April').count()).toBe(1);
    expect(await picture('Rupiah dipertaruhkan').count()).toBe(1);
    await figure('Rupiah dipertaruhkan').getByText('Lihat data').click();
    const rows = figure('Rupiah dipertaruhkan').getByRole('row');
    expect(await rows.allTextContents()).toEqual([
      'BulanNilai',
      'JanuariRp4.536.000',
      'FebruariRp5.292.000',
      'MaretRp3.402.000',
      'AprilRp6.199.200',
    ]);
    expect(await sheet.axe()).toEqual([]);
  });

  it('and what draws them are loaded for tabs that have some', async () => {
    const asked: string[] = [];
    sheet.page.on('request', (request) => asked.push(request.url()));
    const loaded = () => asked.filter((url) => /charts=|\/draw-/.test(url)).length;
    await sheet.page.getByRole('button', { name: 'Catatan' }).click();
    await soon(() => asked.some((url) => url.includes('sheetId=5&view='))).toBe(true);
    await sheet.page.waitForTimeout(500);
    expect(loaded()).toBe(0);
    await openDasbor();
    expect(loaded()).toBe(2);
  });

  it('stand at their cells and scroll with them, under the frozen row', async () => {
    await openDasbor();
    const first = figure('Usulan per bulan');
    const before = { chart: await corner(first), cell: await corner(cell('April')) };
    await first.hover();
    await sheet.page.mouse.wheel(0, 48);
    await soon(async () => (await corner(first)).y).toBe(before.chart.y - 48);
    expect((await corner(cell('April'))).y).toBe(before.cell.y - 48);
    await sheet.page.mouse.wheel(0, 240);
    await soon(async () => (await corner(first)).y).toBe(before.chart.y - 288);
    const { x, y } = await corner(cell('Bulan'));
    const top = await sheet.page.evaluate(
      ([left, up]) => document.elementFromPoint(left ?? 0, up ?? 0)?.closest('.chart') !== null,
      [x + 90, y + 12],
    );
    expect(top).toBe(false);
  });

  it('follow the cells and the requests of others', async () => {
    await openDasbor();
    const table = figure('Usulan per bulan').locator('tbody tr').first();
    expect(await table.textContent()).toBe('Januari12096');
    await server.workspace.sheets.userEdit(server.workspace.users.owner, server.id, {
      range: 'Dasbor!B2',
      values: [['77']],
    });
    await soon(() => table.textContent()).toBe('Januari7796');
    const before = await corner(figure('Usulan per bulan'));
    batch({ insertDimension: { range: { sheetId: DASBOR, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
    await soon(async () => (await corner(figure('Usulan per bulan'))).y).toBe(before.y + 24);
    batch({ deleteDimension: { range: { sheetId: DASBOR, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
    await soon(async () => (await corner(figure('Usulan per bulan'))).y).toBe(before.y);
    batch({ deleteEmbeddedObject: { objectId: charts.pop() } });
    await soon(() => figures().count()).toBe(charts.length);
  });

  it('are reached by F6 and Tab, which bring them into sight', async () => {
    await openDasbor();
    await sheet.page.locator('.name-box').focus();
    await sheet.page.keyboard.press('F6');
    await sheet.page.keyboard.press('F6');
    for (let stop = 1; stop < charts.length; stop++) await sheet.page.keyboard.press('Tab');
    await sheet.page.keyboard.press('Tab');
    const last = figures().last();
    await soon(() => last.locator('summary').evaluate((summary) => summary === document.activeElement)).toBe(true);
    await soon(async () => (await last.boundingBox())?.y ?? 9999).toBeLessThan(500);
    await sheet.page.keyboard.press('Enter');
    expect(await last.locator('table').isVisible()).toBe(true);
    await sheet.page.keyboard.press('Tab');
    expect(await last.locator('.chart-table').evaluate((table) => table === document.activeElement)).toBe(true);
  });

  it('let a finger scroll the cells beneath', async () => {
    await openDasbor();
    const first = figure('Usulan per bulan');
    const before = await corner(first);
    const touch = await sheet.page.context().newCDPSession(sheet.page);
    const finger = (type: string, ...touchPoints: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type: type as 'touchMove', touchPoints });
    const at = { x: before.x + 200, y: before.y + 150 };
    await finger('touchStart', at);
    for (const by of [40, 80, 120]) await finger('touchMove', { x: at.x, y: at.y - by });
    await finger('touchEnd');
    await soon(async () => (await corner(first)).y).toBeLessThan(before.y - 80);
  });

  it('fit a narrow screen', async () => {
    await sheet.page.setViewportSize({ width: 360, height: 740 });
    await openDasbor();
    const box = await figure('Usulan per bulan').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    expect(await sheet.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await soon(() => colours(figure('Usulan per bulan').locator('canvas'))).toBeGreaterThan(5);
    expect(await sheet.axe()).toEqual([]);
  });
});
