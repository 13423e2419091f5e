/** A form that records who answers, in Chromium: the session is gone when the answers are sent. */
import { rm } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { openPages, type Pages, PIC } from '../../workspace/web/fixture.ts';
import { emergencyForm } from '../../workspace/web/form-definition.ts';
import { buildAssets, serveAssets } from '../support/assets.ts';
import { launchBrowser } from '../support/browser.ts';
import { card } from '../support/form.ts';

let assets: string;
let pages: Pages;
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  assets = await buildAssets();
  pages = await openPages();
  const { formId: id, publishedId } = pages;
  // One page with ticks is enough.
  const items = emergencyForm().items.filter(({ title }) => ['Nama <pasien>', 'Dokumen'].includes(title));
  pages.workspace.forms.put(emergencyForm({ id, publishedId, collectEmail: true, items }));
  server = await startServer(pages.workspace, { port: 0 });
  browser = await launchBrowser();
});
afterEach(() => page.context().close());
afterAll(async () => {
  await browser?.close();
  // Closes the Workspace as well.
  await server?.close();
  for (const dir of [assets, pages?.bundleDir]) if (dir) await rm(dir, { recursive: true });
});

async function open(query: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  await serveAssets(context, assets);
  page = await context.newPage();
  await page.goto(`${server.origin}/forms/d/e/${pages.publishedId}/viewform${query}`);
}

const axe = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
const chooseSelf = async () => {
  await page.getByLabel('Masuk sebagai').selectOption(PIC);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText(`Email yang direkam: ${PIC}`).waitFor();
};

it('asks who it is, opens the prefilled form, and keeps what was typed when the session ends', async () => {
  await open('?usp=pp_url&entry.70=KK');
  expect(await axe()).toEqual([]);
  await chooseSelf();
  expect(await card(page, 'Dokumen').getByLabel('KK').isChecked()).toBe(true);

  await card(page, 'Nama <pasien>').getByRole('textbox').fill('Contoh Latihan');
  await card(page, 'Dokumen').getByLabel('KTP').check();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Kirim' }).click();
  await page.getByRole('heading', { name: 'Masuk untuk mengirim' }).waitFor();
  expect(await axe()).toEqual([]);
  expect(pages.workspace.forms.responses(pages.formId)).toEqual([]);
  // Who it was is offered again; nobody is not enough.
  expect(await page.getByLabel('Masuk sebagai').inputValue()).toBe(PIC);
  expect(await page.locator('.account').textContent()).toContain('Belum ada pengguna yang masuk.');
  await page.getByLabel('Masuk sebagai').selectOption('');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByText('Pilih dulu pengguna yang mengirim tanggapan ini.').waitFor();

  await chooseSelf();
  expect(await page.getByRole('heading', { name: 'Masuk untuk mengirim' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Kirim' }).click();
  await page.locator('.confirmation').waitFor();
  expect(pages.workspace.forms.responses(pages.formId)).toMatchObject([
    { respondentEmail: PIC, answers: { 10: 'Contoh Latihan', 70: ['KK', 'KTP'] } },
  ]);
});
