/** A form that records who answers, in Chromium: the session is gone when the answers are sent. */
import { rm } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPages, type Pages, PIC } from '../../workspace/web/fixture.ts';
import { emergencyForm } from '../../workspace/web/form-definition.ts';
import { card } from '../support/form.ts';
import { openSite, type Site } from '../support/site.ts';

let pages: Pages;
let site: Site;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  const { formId: id, publishedId } = pages;
  // One page with ticks is enough.
  const items = emergencyForm().items.filter(({ title }) => ['Nama <pasien>', 'Dokumen'].includes(title));
  pages.workspace.forms.put(emergencyForm({ id, publishedId, collectEmail: true, items }));
  site = await openSite(pages.workspace);
});
afterEach(() => page.context().close());
afterAll(async () => {
  await site?.stop();
  if (pages) await rm(pages.bundleDir, { recursive: true });
});

async function open(query: string): Promise<void> {
  const path = `/forms/d/e/${pages.publishedId}/viewform${query}`;
  page = await site.open(path, { viewport: { width: 360, height: 740 } });
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
