/** Formulas and scripts that somebody writes into text fields arrive as text wherever people read them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { person } from '../support/people.ts';
import { launchBrowser } from './support/browser.ts';
import { anHourAgo } from './support/form.ts';
import { type Row, type Server, startServer } from './support/server.ts';
import { goToCell, openSidebar, propose, typeInCell, visit } from './support/visitor.ts';

const DESK = { width: 1280, height: 800 };
const SCRIPT = '<img src=x onerror=alert(1)>';
const FORMULA = '=HYPERLINK("http://contoh.test";"klik")';
const PIC = 'pic.rsud@rumahsakit.test';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Sends the form as a browser without scripts does. */
async function send(answers: Row): Promise<void> {
  const { publishedId, items } = server.found.forms.darurat;
  const body = new URLSearchParams();
  for (const [field, answer] of Object.entries(answers)) {
    const entry = `entry.${items[field]}`;
    const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?$/.exec(answer) ?? [];
    const parts = { year, month, day, hour, minute };
    if (!year) body.set(entry, answer);
    else for (const [part, text] of Object.entries(parts)) if (text) body.set(`${entry}_${part}`, text);
  }
  const answer = await fetch(`${server.origin}/forms/d/e/${publishedId}/formResponse`, { method: 'POST', body });
  expect(answer.status, await answer.text()).toBe(200);
}

/** Nothing that the texts ask for is in the page or in a frame of it. */
async function expectOnlyText(page: Page): Promise<void> {
  for (const frame of page.frames()) expect(await frame.locator('img[src=x], a[href*="contoh.test"]').count()).toBe(0);
}

it('shows payloads as text in the grid, the sidebar, the mail and the sheet of BPJS', {
  timeout: 120_000,
}, async () => {
  const answers = person(702, { waktu_masuk_rs: anHourAgo(), pic_email: PIC });
  await send({ ...answers, nama: `Sari ${SCRIPT.replace('1', 'x')}`, alamat: SCRIPT, tempat_lahir: FORMULA });
  const find = async () => (await server.table('register', 'Kasus')).find(({ nik }) => nik === answers['nik']);
  await expect.poll(find).toBeDefined();
  const { tiket = '', nama = '', alamat, tempat_lahir } = (await find()) ?? {};
  expect({ nama, alamat, tempat_lahir }).toEqual({
    nama: 'SARI <IMG SRC=X ONERROR=ALERT(X)>',
    alamat: SCRIPT,
    tempat_lahir: FORMULA,
  });

  const officer = await visit(browser, server.origin, 'verifikator.dinsos@bantul.test', DESK);
  const { page } = officer;
  await page.goto(`/spreadsheets/d/${server.found.spreadsheets.register}/edit`);
  for (const [column, text] of Object.entries({ nama, tempat_lahir: FORMULA, alamat: SCRIPT })) {
    await goToCell(page, await server.cell('register', 'Kasus', tiket, column));
    await page.locator('.rgCell').getByText(text, { exact: true }).waitFor();
    expect(await page.getByLabel('Isi sel').first().inputValue()).toBe(text);
  }
  const panel = await openSidebar(page);
  await panel.getByText('Data kasus').click();
  for (const text of [SCRIPT, FORMULA]) await panel.getByText(text).first().waitFor();
  await expectOnlyText(page);
  await officer.picture('30-muatan-panel');

  for (const [label, result] of [
    ['Kependudukan', 'Padan'],
    ['DTSEN', 'Tidak terdaftar'],
    ['PBI JK', 'Tidak terdaftar'],
    ['PBI APBD', 'Tidak terdaftar'],
  ] as const) {
    await panel.getByLabel(label).selectOption(result);
  }
  await panel.getByRole('button', { name: 'Simpan pemeriksaan (4)' }).click();
  await propose(panel, nama, tiket);
  await panel.getByText('Diusulkan. Baris tampil').waitFor();
  await server.tick();

  const bpjs = await visit(browser, server.origin, 'kepesertaan@bpjs.test', DESK);
  await bpjs.page.goto(`/spreadsheets/d/${server.found.spreadsheets.bpjs}/edit`);
  const at = (column: string) => server.cell('bpjs', 'Usulan Darurat', tiket, column);
  await goToCell(bpjs.page, await at('nama'));
  await bpjs.page.locator('.rgCell').getByText(nama, { exact: true }).waitFor();
  const note = `${FORMULA} ${SCRIPT}`;
  await typeInCell(bpjs.page, await at('keterangan'), note);
  await typeInCell(bpjs.page, await at('hasil'), 'tidak berhasil');
  await bpjs.page.locator('.rgCell').getByText(note, { exact: true }).waitFor();
  await expectOnlyText(bpjs.page);
  await bpjs.picture('31-muatan-bpjs');
  await expect.poll(async () => (await find())?.['status']).toBe('TIDAK_BERHASIL');
  await server.tick();

  const pic = await visit(browser, server.origin, PIC, DESK);
  await pic.page.goto('/kotak-keluar');
  await pic.page.getByRole('link', { name: `${tiket}: tidak berhasil` }).click();
  expect(await pic.page.getByLabel('Isi surel').textContent()).toContain(`Keterangan: ${note}`);
  await expectOnlyText(pic.page);
  await pic.expectAccessible('outbox, 1280');
  await pic.picture('32-muatan-surel');
  for (const address of ['/pemicu', '/eksekusi', '/gangguan']) {
    await pic.page.goto(address);
    await pic.expectAccessible(`${address}, 1280`);
  }
  await pic.page.goto(`/forms/d/e/${server.found.forms.darurat.publishedId}/viewform`);
  await pic.expectAccessible('form, 1280');
  for (const { troubles } of [officer, bpjs, pic]) expect(troubles).toEqual([]);
});
