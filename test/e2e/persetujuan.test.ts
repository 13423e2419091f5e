/** The consent page in Chromium, with a program that listens on this machine as `pbi masuk` and clasp do. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { writeBundle } from '../support/mini-office.ts';
import { openSite, type Site } from './support/site.ts';

const OWNER = 'sistem.pbi@bantul.test';
const SHEETS = 'https://www.googleapis.com/auth/spreadsheets';
const DRIVE = 'https://www.googleapis.com/auth/drive.file';

let site: Site;
let page: Page;
let program: Server;
let told: URL[] = [];

beforeAll(async () => {
  program = createServer((request, response) => {
    const address = new URL(request.url ?? '', 'http://127.0.0.1');
    if (address.pathname === '/kembali') told.push(address);
    response.setHeader('content-type', 'text/html').end('<h1>Selesai</h1>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => program.once('listening', resolve));
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile: 'bantul',
    bundleDir: writeBundle(''),
    empty: true,
  });
  site = await openSite(workspace);
});
afterAll(async () => {
  await site?.stop();
  program.close();
});
beforeEach(async () => {
  told = [];
  const query = new URLSearchParams({
    client_id: 'pbi',
    redirect_uri: `http://127.0.0.1:${(program.address() as AddressInfo).port}/kembali`,
    response_type: 'code',
    scope: `openid ${SHEETS} ${DRIVE}`,
    state: 's1',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  });
  page = await site.open(`/o/oauth2/v2/auth?${query}`, { viewport: { width: 360, height: 740 } });
});
afterEach(() => page.context().close());

const axe = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

it('is answered with the keyboard alone and leads back to the program', async () => {
  expect(await axe()).toEqual([]);
  // Each permission in words, none by its address.
  expect(await page.getByRole('main').textContent()).not.toContain('googleapis.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.getByRole('radio', { name: OWNER }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(
    await page
      .getByRole('checkbox', { name: 'Melihat, mengubah, membuat, dan menghapus semua spreadsheet Anda' })
      .isChecked(),
  ).toBe(false);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Izinkan');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Selesai' }).waitFor();
  expect(told.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
    { state: 's1', code: expect.stringMatching(/^4\//), scope: `openid ${DRIVE}` },
  ]);
});

it('asks for an account, and can be refused without one', async () => {
  await page.getByRole('button', { name: 'Izinkan' }).click();
  expect(new URL(page.url()).pathname).toBe('/o/oauth2/v2/auth');
  await page.getByRole('button', { name: 'Tolak' }).click();
  await page.getByRole('heading', { name: 'Selesai' }).waitFor();
  expect(told.map(({ search }) => search)).toEqual(['?state=s1&error=access_denied']);
});

it('says in plain words why a request is not shown, and that there is no office yet', async () => {
  await page.goto(page.url().replace('127.0.0.1%3A', 'contoh.test%3A'));
  await page.getByRole('heading', { name: /^Akses diblokir/ }).waitFor();
  expect(await page.textContent('main')).toContain('redirect_uri_mismatch');
  expect(await axe()).toEqual([]);
  await page.getByRole('link', { name: 'Ke beranda' }).click();
  await page.getByRole('heading', { name: 'Belum ada kantor yang terpasang' }).waitFor();
  expect(await axe()).toEqual([]);
});
