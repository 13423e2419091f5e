/** The home page with 68 kelurahan, in Chromium: finding oneself, and finding a spreadsheet. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCity } from '../workspace/web/city.ts';
import { openSite, type Site } from './support/site.ts';

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite(await openCity());
  page = await site.open('/', { viewport: { width: 1280, height: 800 } });
});
afterAll(() => site?.stop());

const axe = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

it('finds one of many people by words, and signs in as that person', async () => {
  await page.getByText('Kelurahan (68 orang)').click();
  const list = page.locator('#orang-kelurahan');
  const search = list.getByLabel('Cari', { exact: true });
  await search.fill('3271011042 KELURAHAN');
  expect(await list.locator('li:visible').count()).toBe(1);
  await search.press('Enter');
  // A search is no form to send.
  expect(await list.locator('li:visible').count()).toBe(1);
  expect(await axe()).toEqual([]);
  await search.fill('tidak ada');
  await list.getByText('Tidak ada yang cocok.').waitFor();
  await search.fill('3271011042');
  await list.getByRole('button', { name: 'Masuk sebagai Petugas kelurahan 41', exact: true }).click();
  await page.getByText('Masuk sebagai kelurahan.41@uji.test').waitFor();
  expect(await page.locator('.cards a[href^="/spreadsheets/"]').count()).toBe(1);
});

it('asks before the clock goes back, not before it goes on', async () => {
  await page.goto(new URL('/pemicu', page.url()).href);
  const clock = () => page.locator('.top time[data-clock]').getAttribute('data-clock');
  const set = async (local: string) => {
    await page.getByLabel('Atur tanggal dan jam').fill(local);
    await page.getByRole('button', { name: 'Atur jam' }).click();
  };
  const before = (await clock()) ?? '';
  await set('2020-01-01T09:00');
  await page.getByRole('dialog', { name: 'Mundurkan jam' }).getByRole('button', { name: 'Batal' }).click();
  expect(((await clock()) ?? '') >= before).toBe(true);
  await set('2035-01-01T09:00');
  await expect.poll(clock).toMatch(/^2035-01-01T02:0/);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await set('2034-12-31T09:00');
  await page.getByRole('dialog').getByRole('button', { name: 'Mundurkan' }).click();
  await expect.poll(clock).toMatch(/^2034-12-31T02:0/);
  await page.goto(new URL('/', page.url()).href);
});

it('shows who may open all of them a list to search', async () => {
  await page.getByRole('button', { name: 'Masuk sebagai Petugas dinsos 1', exact: true }).click();
  await page.getByText('Lembar kelurahan (68)').click();
  await page.locator('#lembar-kelurahan').getByLabel('Cari', { exact: true }).fill('1068');
  expect(await page.locator('#lembar-kelurahan li:visible').allTextContents()).toEqual(['Kelurahan nomor 3271011068']);
  expect(await axe()).toEqual([]);
});

it('shows an error for a while, away from the columns in which people type', async () => {
  await page.clock.install();
  await page.goto(new URL('/pemicu', page.url()).href);
  await page.route('**/workspace/clock', (route) => route.abort());
  await page.getByRole('button', { name: 'Majukan 5 menit' }).click();
  const error = page.locator('.toast.problem');
  await error.waitFor();
  const box = await error.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(640);
  await page.mouse.move(1000, 5);
  await page.clock.runFor(25_000);
  await expect.poll(() => error.count()).toBe(0);
  await page.unroute('**/workspace/clock');
});
