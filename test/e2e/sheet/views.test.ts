/** Conditional formats, filter views and hidden rows on the spreadsheet page, in Chromium. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SheetPage, type SheetServer, SMALL, soon, startSheet } from './support/sheet-page.ts';

let server: SheetServer;
let sheet: SheetPage;
beforeAll(async () => {
  server = await startSheet();
});
afterAll(() => server.stop());
afterEach(async () => {
  expect(sheet.troubles).toEqual([]);
  await sheet.close();
  server.write('A2', SMALL);
});

const choose = async (name: string) => {
  await sheet.page.getByRole('button', { name: 'Data' }).click();
  await sheet.page.getByRole('menuitem', { name: 'Tampilan filter' }).click();
  await sheet.page.getByRole('menuitemradio', { name }).click();
};
const type = async (cell: string, text: string) => {
  await sheet.goTo(cell);
  // While rows of a view are being replaced the grid may not have the focus yet, as a person would see and press again.
  await soon(async () => {
    await sheet.page.keyboard.press('F2');
    return sheet.page.locator('.cell-input').isVisible();
  }).toBe(true);
  await sheet.page.locator('.cell-input').fill(text);
  await sheet.page.keyboard.press('Enter');
};
const bar = () => sheet.page.getByRole('region', { name: 'Tampilan filter' });

describe('conditional formats', () => {
  it('colour the cells, and follow an edit', async () => {
    sheet = await server.open();
    const cell = sheet.page.locator('.rgCell', { hasText: 'DIAJUKAN' }).first();
    expect(await cell.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 242, 204)');
    const late = sheet.page.locator('.rgCell', { hasText: 'sla_lewat' });
    expect(await late.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
    await type('B3', 'BERHASIL');
    const edited = sheet.page.locator('revogr-viewport-scroll.rgCol revogr-data[type=rgRow] .rgCell[data-rgrow="1"]');
    await soon(() => edited.first().evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(181, 224, 204)',
    );
  });
});

it('long text runs on over empty cells, up to the next that says something', async () => {
  sheet = await server.open();
  const long = 'Kalimat panjang yang tidak muat di dalam satu kolom dan berlanjut ke kanan sampai selesai. '.repeat(2);
  server.write('H20', [[long, '', '', 'isi']]);
  const text = sheet.page.locator('.spill-text', { hasText: 'Kalimat panjang' });
  await soon(async () => Math.round((await text.boundingBox())?.width ?? 0)).toBe(292);
  server.write('I20', [['terisi']]);
  await soon(() => text.count()).toBe(0);
  server.write('H20', [['', '', '', '']]);
});

describe('filter view', () => {
  it('shows matching rows under their true numbers, and leaves by the cross', async () => {
    sheet = await server.open();
    await choose('Baru diajukan');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '6', '10']);
    expect(await bar().textContent()).toContain('3 baris cocok');
    expect(new URL(sheet.page.url()).hash).toMatch(/^#gid=0&fvid=\d+$/);
    expect(await sheet.axe()).toEqual([]);
    await sheet.page.reload();
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '6', '10']);
    await bar().getByRole('button', { name: 'Keluar dari tampilan filter' }).click();
    await soon(() => sheet.rowNumbers()).toContain('3');
    expect(await bar().count()).toBe(0);
  });

  it('puts an edit into the right row, which leaves the view when it no longer matches', async () => {
    sheet = await server.open();
    await choose('Baru diajukan');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '6', '10']);
    await type('E6', 'Warga lima');
    await soon(() => server.values('E6')).toEqual([['Warga lima']]);
    await type('B6', 'LOLOS');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '10']);
    expect(server.values('B5:B7')).toEqual([['DITANGGUHKAN'], ['LOLOS'], ['LOLOS']]);
    await sheet.page.keyboard.press('Control+z');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '6', '10']);
    expect(server.values('B6')).toEqual([['DIAJUKAN']]);
  });

  it('puts what is typed while a row leaves the view into the row where typing began', async () => {
    sheet = await server.open();
    await choose('Baru diajukan');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '6', '10']);
    await sheet.page.route('**/workspace/edit', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await sheet.goTo('B2');
    await sheet.page.keyboard.type('LOLOS', { delay: 60 });
    await sheet.page.keyboard.press('Enter');
    await sheet.page.waitForTimeout(200);
    await sheet.page.keyboard.type('DITANGGUHKAN', { delay: 120 });
    await sheet.page.keyboard.press('Enter');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '10']);
    expect(server.values('B2:B10').flat()).toEqual(
      SMALL.slice(0, 9).map((row, index) => ({ 0: 'LOLOS', 4: 'DITANGGUHKAN' })[index] ?? row[1]),
    );
  });

  it('clears the selected rows that are shown, and none between them', async () => {
    sheet = await server.open();
    await choose('Baru diajukan');
    await soon(() => sheet.rowNumbers()).toEqual(['1', '2', '6', '10']);
    await sheet.page.locator('.rgCell', { hasText: 'Warga 1' }).first().click();
    await soon(() => sheet.nameBox()).toBe('E2');
    await sheet.page.keyboard.press('Control+Shift+ArrowDown');
    await sheet.page.waitForTimeout(300);
    await sheet.page.keyboard.press('Delete');
    await soon(() => server.values('E10')).toEqual([]);
    const names = server.values('E2:E12').map(([name = '']) => name);
    expect(names.map((name) => name === '')).toEqual(SMALL.map((_, index) => index % 4 === 0));
    await sheet.page.keyboard.press('Control+z');
    await soon(() => server.values('E2:E12')).toEqual(SMALL.map((row) => [row[4]]));
  });

  it('follows changes of others, is for this user only, and says when nothing matches', async () => {
    sheet = await server.open();
    const other = await server.open();
    await choose('Menunggu BPJS');
    await soon(() => bar().textContent()).toContain('Tidak ada baris yang cocok');
    server.write('B4', [['DIKIRIM_BPJS']]);
    await soon(() => sheet.rowNumbers()).toEqual(['1', '4']);
    expect(await other.rowNumbers()).toContain('3');
    await other.close();
  });
});

describe('hidden rows and columns', () => {
  it('are not shown', async () => {
    const hide = (dimension: string, hiddenByUser: boolean) =>
      server.workspace.sheets.batchUpdate(server.workspace.users.owner, server.id, {
        requests: [
          {
            updateDimensionProperties: {
              range: { sheetId: 0, dimension, startIndex: 2, endIndex: 4 },
              properties: { hiddenByUser },
              fields: 'hiddenByUser',
            },
          },
        ],
      });
    hide('ROWS', true);
    hide('COLUMNS', true);
    sheet = await server.open();
    await soon(async () => (await sheet.rowNumbers()).slice(0, 4)).toEqual(['1', '2', '5', '6']);
    const headers = await sheet.page.locator('.rgHeaderCell').allTextContents();
    expect(headers.filter((text) => /^[A-E]$/.test(text.trim()))).toEqual(['A', 'B', 'E']);
    hide('ROWS', false);
    hide('COLUMNS', false);
  });
});
