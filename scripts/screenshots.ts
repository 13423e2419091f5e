/** Takes the pictures of README and the guides (`docs/gambar/*.png`) from the practice data, in a real browser. */
import { mkdir, stat } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/e2e/support/browser.ts';
import { type Server, startServer } from '../test/e2e/support/server.ts';

const DIR = 'docs/gambar';
/** A picture that is larger slows down the reading of a guide. */
const MAX_BYTES = 200_000;

async function open(browser: Browser, server: Server, email: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'id-ID', baseURL: server.origin });
  await context.request.post('/workspace/session', { data: { user: email } });
  return context.newPage();
}

async function keep(page: Page, name: string): Promise<void> {
  const path = `${DIR}/${name}.png`;
  await page.screenshot({ path });
  const { size } = await stat(path);
  console.log(`${path}: ${size} bytes`);
  if (size > MAX_BYTES) throw new Error(`${path} is larger than ${MAX_BYTES} bytes`);
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.locator('.rgCell').first().waitFor();
  await page.getByLabel('Kotak nama').fill(address);
  await page.getByLabel('Kotak nama').press('Enter');
}

async function pictures(browser: Browser, server: Server): Promise<void> {
  const { spreadsheets, forms } = server.found;
  const home = await open(browser, server, 'verifikator.dinsos@bantul.test', 1200, 720);
  await home.goto('/');
  await keep(home, 'beranda');

  const phone = await open(browser, server, 'pic.rsud@rumahsakit.test', 360, 740);
  await phone.goto(`/forms/d/e/${forms.darurat.publishedId}/viewform`);
  await keep(phone, 'formulir');

  const register = await open(browser, server, 'verifikator.dinsos@bantul.test', 1200, 720);
  await register.goto(`/spreadsheets/d/${spreadsheets.register}/edit`);
  await register.getByRole('button', { name: 'Usulan PBI' }).click();
  await register.getByRole('menuitem', { name: 'Panel kasus' }).click();
  const panel = register.frameLocator('.sidebar iframe');
  const swapped = (await server.table('register', 'Kasus')).find((row) => row['masalah']?.includes('W_TGL_KK'));
  await panel.getByLabel('Nomor tiket').fill(swapped?.['tiket'] ?? '');
  await panel.getByRole('button', { name: 'Buka', exact: true }).click();
  await panel.getByRole('heading', { name: 'Temuan' }).waitFor();
  await keep(register, 'register');

  const bpjs = await open(browser, server, 'kepesertaan@bpjs.test', 1200, 600);
  await bpjs.goto(`/spreadsheets/d/${spreadsheets.bpjs}/edit`);
  await goTo(bpjs, 'P14');
  await bpjs.getByText('Menunggu jawaban.').first().waitFor();
  await keep(bpjs, 'lembar-bpjs');

  const mail = await open(browser, server, 'pic.rsud@rumahsakit.test', 1200, 600);
  await mail.goto('/kotak-keluar');
  await mail
    .getByRole('link', { name: /berhasil, kepesertaan aktif/ })
    .first()
    .click();
  await mail.getByText('Kepesertaan PBI aktif mulai').waitFor();
  await keep(mail, 'surel');
}

await mkdir(DIR, { recursive: true });
const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
try {
  await pictures(browser, server);
} finally {
  await browser.close();
  await server.stop();
}
