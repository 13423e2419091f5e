/** Undo, search, Ctrl and arrows on the spreadsheet page, in Chromium, with 50,000 rows. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type SheetPage, type SheetServer, soon, startSheet } from './support/sheet-page.ts';

const ROWS = 50_000;
const FULL = 40_000;

let server: SheetServer;
let sheet: SheetPage;
beforeAll(async () => {
  const row = (index: number) => [
    `T-${index + 1}`,
    index % 1000 === 0 ? 'DIAJUKAN' : 'LOLOS',
    index === 29_999 ? '! nik' : '',
    '',
    `Warga ${index + 1}`,
  ];
  server = await startSheet(
    Array.from({ length: FULL }, (_, index) => row(index)),
    ROWS,
  );
});
afterAll(() => server.stop());
afterEach(async () => {
  expect(sheet.troubles).toEqual([]);
  await sheet.close();
});

const at = () => soon(() => sheet.nameBox());
const goTo = (cell: string) => sheet.goTo(cell);
const type = async (cell: string, text: string) => {
  await goTo(cell);
  await sheet.page.keyboard.press('F2');
  await sheet.page.locator('.cell-input').fill(text);
  await sheet.page.keyboard.press('Enter');
  await soon(() => server.values(cell)).toEqual([[text]]);
  await soon(() => sheet.page.locator('.state').textContent()).toBe('Tersimpan');
  await sheet.page.waitForTimeout(300);
};

it('Ctrl and arrows go to the edge of the data', async () => {
  sheet = await server.open();
  await goTo('E2');
  await sheet.page.keyboard.press('Control+ArrowDown');
  await at().toBe(`E${FULL + 1}`);
  await soon(() => sheet.rowNumbers()).toContain(`${FULL + 1}`);
  await sheet.page.keyboard.press('Control+ArrowDown');
  await at().toBe(`E${ROWS}`);
  await sheet.page.keyboard.press('Control+ArrowUp');
  await at().toBe(`E${FULL + 1}`);
  await sheet.page.keyboard.press('Control+ArrowLeft');
  await at().toBe(`B${FULL + 1}`);
  await sheet.page.keyboard.press('Control+ArrowRight');
  await at().toBe(`E${FULL + 1}`);
  await sheet.page.keyboard.press('Control+ArrowUp');
  await at().toBe('E1');
});

it('undoes and redoes own edits, and refuses where somebody else changed the cell since', async () => {
  sheet = await server.open();
  await type('E3', 'Satu');
  await type('E3', 'Dua');
  await sheet.page.keyboard.press('Control+z');
  await soon(() => server.values('E3')).toEqual([['Satu']]);
  await sheet.page.keyboard.press('Control+y');
  await soon(() => server.values('E3')).toEqual([['Dua']]);
  await sheet.page.keyboard.press('Control+z');
  await sheet.page.keyboard.press('Control+z');
  await soon(() => server.values('E3')).toEqual([['Warga 2']]);
  await type('E4', 'Tiga');
  server.write('E4', [['Orang lain']]);
  await sheet.page.keyboard.press('Control+z');
  await sheet.page.getByText('E4 sudah diubah pihak lain').waitFor();
  expect(server.values('E4')).toEqual([['Orang lain']]);
});

it('finds on the server and goes from hit to hit', async () => {
  sheet = await server.open();
  await sheet.page.keyboard.press('Control+f');
  await sheet.page.keyboard.type('warga 3999');
  const count = () => soon(() => sheet.page.locator('.find-count').textContent());
  await count().toBe('1 dari 11');
  await at().toBe('E4000');
  await sheet.page.keyboard.press('Enter');
  await at().toBe('E39991');
  await count().toBe('2 dari 11');
  await sheet.page.keyboard.press('Shift+Enter');
  await at().toBe('E4000');
  expect(await sheet.axe()).toEqual([]);
  await sheet.page.locator('.find-bar input').fill('tidak ada di sini');
  await count().toBe('Tidak ditemukan');
  await sheet.page.keyboard.press('Escape');
  expect(await sheet.page.locator('.find-bar').isVisible()).toBe(false);
  await sheet.page.keyboard.press('Control+ArrowUp');
  await at().toBe('E1');
});

it('shows one row of 50,000 in a filter view', async () => {
  sheet = await server.open();
  await sheet.page.getByRole('button', { name: 'Data' }).click();
  await sheet.page.getByRole('menuitem', { name: 'Tampilan filter' }).click();
  await sheet.page.getByRole('menuitemradio', { name: 'Masih ada galat' }).click();
  await soon(() => sheet.rowNumbers()).toEqual(['1', '30001']);
  await sheet.page.locator('.rgCell', { hasText: 'T-30000' }).waitFor();
  await sheet.page.getByRole('button', { name: 'Data' }).click();
  await sheet.page.getByRole('menuitem', { name: 'Tampilan filter' }).click();
  await sheet.page.getByRole('menuitemradio', { name: 'Baru diajukan' }).click();
  await soon(async () => (await sheet.rowNumbers()).slice(0, 4)).toEqual(['1', '2', '1002', '2002']);
});

it('keeps a dragged width while the page is open', async () => {
  sheet = await server.open();
  const header = sheet.page.locator('.rgHeaderCell', { hasText: /^\s*B\s*$/ });
  const box = await header.boundingBox();
  if (!box) throw new Error('no header B');
  await sheet.page.mouse.move(box.x + box.width - 2, box.y + 10);
  await sheet.page.mouse.down();
  await sheet.page.mouse.move(box.x + box.width + 78, box.y + 10, { steps: 5 });
  await sheet.page.mouse.up();
  const width = async () => Math.round((await header.boundingBox())?.width ?? 0);
  await soon(width).toBeGreaterThan(160);
  const wide = await width();
  await sheet.page.getByRole('button', { name: 'Catatan' }).click();
  await sheet.page.getByRole('button', { name: 'Kasus' }).click();
  await soon(width).toBe(wide);
});

it('keeps the selection when rows of a tab that was left arrive late', async () => {
  sheet = await server.open();
  const { page } = sheet;
  await goTo('E9');
  const asked = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  await page.route(/sheetId=0&rows=/, async (route) => {
    asked.resolve();
    await free.promise;
    await route.continue();
  });
  server.write('E10', [['Ditulis orang lain']]);
  await asked.promise;
  await page.getByRole('button', { name: 'Catatan' }).click();
  await goTo('B7');
  const late = page.waitForResponse(/sheetId=0&rows=/);
  free.resolve();
  await (await late).finished();
  // Whatever the page does with the answer it has done before it takes what is typed.
  await page.waitForTimeout(200);
  const bar = page.getByLabel('Isi sel');
  await bar.fill('Catatan saja');
  await bar.press('Enter');
  const { sheets, users } = server.workspace;
  await soon(() => sheets.values.get(users.owner, server.id, 'Catatan!A1:E9').values?.flat().filter(Boolean)).toEqual([
    'Catatan saja',
  ]);
  expect(sheets.values.get(users.owner, server.id, 'Catatan!B7').values).toEqual([['Catatan saja']]);
  await at().toBe('B7');
});
