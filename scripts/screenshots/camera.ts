/** How a picture is taken: a person with a window of a certain size, a place in a page, a file that is not too large. */
import { stat } from 'node:fs/promises';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Server } from '../../test/e2e/support/server.ts';

export const DIR = 'docs/gambar';

/** A picture that is larger slows down the reading of a guide. */
const MAX_BYTES = 150_000;

const LAPTOP = { width: 1280, height: 600 };
/** A window in which most of a sidebar is seen at once; pictures show the sidebar alone. */
export const TALL = { width: 1280, height: 1000 };
export const PHONE = { width: 390, height: 844 };

type Size = typeof LAPTOP;

export interface Studio {
  readonly browser: Browser;
  readonly server: Server;
}

/** Somebody signed in as `email`, with a window of this size. */
export async function visit(
  { browser, server }: { readonly browser: Browser; readonly server: Pick<Server, 'origin'> },
  email: string,
  viewport: Size = LAPTOP,
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    baseURL: server.origin,
  });
  context.setDefaultTimeout(20_000);
  await context.request.post('/workspace/session', { data: { user: email } });
  return context.newPage();
}

/** @throws Error when the file is too large for a guide */
export async function keep(what: Page | Locator, name: string): Promise<void> {
  const path = `${DIR}/${name}.png`;
  await what.screenshot({ path });
  const { size } = await stat(path);
  console.log(`${path}: ${size} bytes`);
  if (size > MAX_BYTES) throw new Error(`${path} is larger than ${MAX_BYTES} bytes`);
}

/** Opens a spreadsheet at one of its tabs. */
export async function openBook(page: Page, id: string | undefined, tab: string): Promise<void> {
  if (!id) throw new Error(`no spreadsheet with the tab ${tab}`);
  await page.goto(`/spreadsheets/d/${id}/edit`);
  await page.locator('.rgCell').first().waitFor();
  await openTab(page, tab);
}

/** Goes to another tab of the open spreadsheet. */
export async function openTab(page: Page, tab: string): Promise<void> {
  await page.locator('.tabs').getByRole('button', { name: tab, exact: true }).click();
  await page.locator('.rgCell').first().waitFor();
}

/** How often a cell is asked for: a grid that has just been opened may not scroll yet. */
const ASKED = 10;

/** Chooses a cell with the name box; the sheet scrolls to it. @throws Error when the cell never comes into sight */
export async function goTo(page: Page, address: string): Promise<void> {
  for (let asked = 0; asked < ASKED; asked += 1) {
    await page.getByLabel('Kotak nama').fill(address);
    await page.getByLabel('Kotak nama').press('Enter');
    await page.locator('.cell-spoken', { hasText: new RegExp(`^${address} `) }).waitFor({ state: 'attached' });
    if (await isMarked(page)) return;
  }
  throw new Error(`cell ${address} does not come into sight`);
}

/** Whether the frame around the chosen cell is drawn, and inside the window. */
async function isMarked(page: Page): Promise<boolean> {
  await page.waitForTimeout(200);
  const frame = page.locator('revogr-focus:visible').first();
  const box = (await frame.count()) > 0 ? await frame.boundingBox() : null;
  return box !== null && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0);
}

/** What stands beside the sheet. */
export const sidebar = (page: Page): Locator => page.locator('.sidebar');

/** Opens an item of the office's menu that shows a sidebar. */
export async function openSidebar(page: Page, item: string): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.frameLocator('.sidebar iframe');
}

/** Keeps the newest letter whose subject fits, without the list beside it. */
export async function keepLetter(page: Page, subject: RegExp | string, name: string): Promise<void> {
  await page.goto('/kotak-keluar');
  await page.getByRole('link', { name: subject }).first().click();
  const letter = page.locator('.reading');
  await letter.getByText('Surel ini dikirim otomatis.').waitFor();
  await keep(letter, name);
}

/** Opens a form for somebody who fills it in. */
export async function openForm({ server }: Studio, page: Page, form: string): Promise<void> {
  await page.goto(`/forms/d/e/${server.found.forms[form]?.publishedId}/viewform`);
  await page.getByRole('button', { name: /Berikutnya|Kirim/ }).waitFor();
}
