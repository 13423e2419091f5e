/** What people look at, in Chromium: the dashboard with its charts, and every page of the print dialog. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '#workspace/server.ts';
import { SEMUA_CEK } from '../../support/checks.ts';
import { proposal } from '../../support/citizens.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { fillBatches, fillRegister } from '../../support/register-penuh.ts';
import { launchBrowser } from '../support/browser.ts';
import { soon } from './support/sheet-page.ts';

/** Pixels between the margins of a sheet that lies across. */
const A4_ACROSS = 1016;

const EVIL = '<img src=x onerror="document.title=1">Bahaya';

let office: Office;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let page: Page;
let troubles: string[];
/** A case that lacks a document, and one whose NIK is not known. */
const tickets = { returned: '', cancelled: '' };

beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-23T03:00:00Z' });
  const from = office.person('kelurahan.satu');
  const returned = await office.sendCase('usulan', proposal(5001, { dokumen: ['kk'] }), from);
  const cancelled = await office.sendCase('usulan', proposal(5002), from);
  tickets.returned = returned['tiket'] ?? '';
  tickets.cancelled = cancelled['tiket'] ?? '';
  await office.act(tickets.cancelled, 'PERIKSA', { isi: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' } });
  await office.act(tickets.cancelled, 'BATALKAN', { alasan: 'NIK tidak ditemukan' });
  const cases = fillRegister(office, 660);
  fillBatches(office, cases);
  const row = office.cases().findIndex(({ tiket }) => tiket === tickets.cancelled) + 2;
  const column = office.cell(tickets.cancelled, 'nama').replace(/\d+$/, String(row));
  const { sheets, users } = office.workspace;
  const { register } = office.files.spreadsheets;
  sheets.values.update(users.owner, register, column, { values: [[EVIL]] }, { valueInputOption: 'RAW' });
  await office.run('segarkanDasborSekarang', []);
  server = await startServer(office.workspace, { port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' });
  const { email } = office.user('dinsos');
  await context.addCookies([{ name: 'pbi_user', value: encodeURIComponent(email), url: server.origin }]);
  page = await context.newPage();
  troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${server.origin}/spreadsheets/d/${office.files.spreadsheets.register}/edit`);
  await page.locator('revogr-data .rgCell', { hasText: 'tiket' }).first().waitFor();
});
afterEach(async () => {
  expect(troubles).toEqual([]);
  await page.context().close();
});

const axe = async () => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
};

describe('the dashboard', () => {
  it('shows headline numbers and the first charts on the screen of a laptop', async () => {
    await page.getByRole('button', { name: 'Dasbor' }).click();
    const figures = page.locator('figure.chart');
    await soon(() => figures.count()).toBe(6);
    for (const name of ['Usulan per periode menurut hasilnya', 'Kedudukan usulan sekarang']) {
      const box = await figures.filter({ hasText: name }).boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThanOrEqual(768);
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(1366);
    }
    await figures.first().getByText('Lihat data').click();
    expect(await figures.first().getByRole('row').first().allTextContents()).toEqual([
      'PeriodeBerhasilBerjalanTidak berhasilTidak lolosGugur',
    ]);
    expect(await axe()).toEqual([]);
  });
});

const open = async (item: string): Promise<FrameLocator> => {
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const frame = page.frameLocator('dialog.script iframe');
  await frame.locator('#cetak').waitFor();
  return frame;
};
const ready = (frame: FrameLocator) => frame.locator('#cetak:enabled').waitFor();

describe('the print dialog', () => {
  it.each([
    [
      'Berita acara batch',
      ['Berita Acara Penutupan Batch', 'Sidik isi (SHA-256)', 'Peraturan Menteri Sosial 3 Tahun 2026'],
    ],
    ['Buku register', ['Buku Register', 'Usulan (Format 34), tahun 2026', 'November 2026']],
    ['Rekap per wilayah', ['Rekapitulasi per Kelurahan', 'Periode November 2026', 'Empang']],
    ['Surat pengingat ke BPJS', ['Permohonan jawaban atas usulan', 'Tembusan: Dinas Kesehatan Kota Bogor']],
  ])('%s: shows the page at once, accessible, and prints it', async (item, texts) => {
    const frame = await open(item);
    await ready(frame);
    for (const text of texts) await frame.locator('article').getByText(text).first().waitFor();
    expect(await axe()).toEqual([]);
    await frame.locator('article').evaluate((article) => {
      window.addEventListener('beforeprint', () => article.setAttribute('data-printed', 'ya'));
    });
    await frame.locator('#cetak').click();
    await soon(() => frame.locator('article').getAttribute('data-printed')).toBe('ya');
    await page.emulateMedia({ media: 'print' });
    expect(await frame.locator('#cetak').isVisible()).toBe(false);
    for (const table of await frame.locator('.tabel').all()) {
      expect(await table.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(A4_ACROSS);
    }
  });

  it('asks for the ticket of a note, and says in words why there is none', async () => {
    const frame = await open('Catatan untuk pemohon');
    await frame.getByText('Tulis nomor tiketnya, lalu tekan Tampilkan.').waitFor();
    await frame.getByLabel('Nomor tiket').fill('BGR-U-2026-999999');
    await frame.getByRole('button', { name: 'Tampilkan' }).click();
    await frame.getByRole('alert').getByText('Tiket BGR-U-2026-999999 tidak ada di register.').waitFor();
    await frame.getByLabel('Nomor tiket').fill(tickets.returned);
    await frame.getByLabel('Nomor tiket').press('Enter');
    await ready(frame);
    await frame.getByText('Surat pengantar RT/RW').waitFor();
    expect(await axe()).toEqual([]);
  });

  it('shows whatever stands in a cell as text', async () => {
    const frame = await open('Saran ke Disdukcapil');
    await frame.getByLabel('Nomor tiket').fill(tickets.cancelled);
    await frame.getByLabel('Nomor tiket').press('Enter');
    await ready(frame);
    await frame.getByText(EVIL).waitFor();
    expect(await frame.locator('img').count()).toBe(0);
  });

  it('follows the choices made above the page', async () => {
    const frame = await open('Buku register');
    await ready(frame);
    await frame.getByLabel('Bulan').selectOption('');
    await ready(frame);
    await soon(() => frame.locator('table').count()).toBe(11);
    await frame.getByLabel('Jalur').selectOption('BGR-M');
    await frame.getByText('Mutasi (Format 37), tahun 2026').waitFor();
  });
});
