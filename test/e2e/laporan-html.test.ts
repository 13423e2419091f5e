/** The report of a matching in Chromium, opened from disk as people open it. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import type { HasilCocok } from '../../cli/reconcile/bentuk.ts';
import { htmlHasil } from '../../cli/reconcile/hasil/html/hasil-html.ts';
import { alirkan } from '../../cli/reconcile/hasil/penulis.ts';
import { hasil, orang } from '../cli/hasil/support/hasil.ts';
import { rencana } from '../cli/hasil/support/rencana.ts';
import { PAYLOADS } from '../support/payloads.ts';
import { launchBrowser } from './support/browser.ts';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 400, height: 800 };

let browser: Browser;
/** Script errors, dialogs, refusals of the content policy, requests: must stay empty. */
let troubles: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(() => {
  const found = troubles;
  troubles = [];
  expect(found).toEqual([]);
});

const banyak = (n: number): HasilCocok[] => Array.from({ length: n }, (_, i) => hasil(i));

async function written(isi: readonly HasilCocok[], opsi: { lengkap?: boolean; terbanyak?: number } = {}) {
  const path = join(await mkdtemp(join(tmpdir(), 'laporan-')), 'laporan.html');
  async function* satuSatu() {
    yield* isi;
  }
  await alirkan(satuSatu(), [htmlHasil(path, { asal: rencana(3), lengkap: false, ...opsi })]);
  return path;
}

async function open(path: string, viewport = WIDE): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'id-ID', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => request.url() !== address && troubles.push(`request ${request.url()}`));
  page.on('dialog', (dialog) => {
    troubles.push('dialog');
    void dialog.dismiss();
  });
  await page.goto(address);
  return page;
}

const report = async (isi: readonly HasilCocok[], viewport = WIDE): Promise<Page> => open(await written(isi), viewport);

async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(broken, what).toEqual([]);
}

/** Cells of a column that are shown. */
const column = (page: Page, at: number): Promise<string[]> =>
  page.locator(`#tabel tbody tr.baris td:nth-child(${at})`).allInnerTexts();
const state = (page: Page): Promise<string | null> => page.locator('#keadaan').textContent();
const choice = (page: Page, name: string) => page.getByRole('combobox', { name });
const details = (page: Page) => page.getByRole('button', { name: /^Rincian/ });

describe('report page', () => {
  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('is accessible on a %s screen, closed, open and empty', async (_, viewport) => {
    const page = await report(banyak(12), viewport);
    await expectAccessible(page, 'closed');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.getByRole('button', { name: 'Buka semua rincian' }).click();
    await expectAccessible(page, 'open');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.getByRole('searchbox').fill('tidak ada yang begini');
    await expectAccessible(page, 'empty');
  });

  it('counts the classes, and a press on one shows its rows', async () => {
    const page = await report(banyak(200));
    await page.getByRole('button', { name: /^Bentrok 20 \(10%\)/ }).click();
    expect(await state(page)).toBe('Baris 1 sampai 20 dari 20');
    expect(new Set(await column(page, 2))).toEqual(new Set(['Bentrok']));
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    expect(await state(page)).toBe('Baris 1 sampai 50 dari 200');
  });

  it('filters by what needs a person, by reference and by words, together', async () => {
    const page = await report(banyak(200));
    await choice(page, 'Kelas').selectOption({ label: 'Perlu dilihat orang' });
    expect(await state(page)).toBe('Baris 1 sampai 50 dari 120');
    await choice(page, 'Referensi').selectOption({ label: 'pbi-jk' });
    const perReferensi = Array.from({ length: 200 }, (_, n) => hasil(n)).filter(
      ({ kelas, referensi }) => kelas !== 'COCOK' && referensi === 'pbi-jk',
    );
    expect(await state(page)).toContain(`dari ${perReferensi.length}`);
    await page.getByRole('searchbox').fill('siti  102');
    expect(await column(page, 3)).toEqual(['SITI AMINAH 102']);
  });

  it('sorts both ways and says so', async () => {
    const page = await report(banyak(30));
    const skor = page.getByRole('columnheader', { name: 'Skor' });
    await skor.getByRole('button').click();
    await skor.getByRole('button').click();
    expect(await skor.getAttribute('aria-sort')).toBe('descending');
    const nilai = (await column(page, 6)).map((teks) => (teks === '—' ? -1 : Number(teks.replace(',', '.'))));
    expect(nilai).toEqual(nilai.toSorted((a, b) => b - a));
    expect(nilai.at(-1)).toBe(-1);
  });

  it('is worked with the keyboard alone', async () => {
    const page = await report(banyak(120));
    await details(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('.rincian').count()).toBe(1);
    expect(await page.locator('.rincian').textContent()).toContain('2 isian berbeda');
    const maju = page.getByRole('button', { name: 'Berikutnya' });
    await maju.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await state(page)).toBe('Baris 101 sampai 120 dari 120');
    expect(await maju.getAttribute('aria-disabled')).toBe('true');
    expect(await maju.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('explains a row: reason, both sides, what differs in words, and the parts of the score', async () => {
    const page = await report([hasil(4)]);
    await details(page).click();
    const calon = page.locator('.calon').first();
    expect(await calon.locator('tr.beda th').allInnerTexts()).toEqual(['NIK', 'Tempat lahir']);
    expect(await calon.locator('tr.beda td:last-child').allInnerTexts()).toEqual(['≠ beda', '≠ beda']);
    expect(await calon.locator('tr.beda').first().locator('mark').allInnerTexts()).toEqual(['0', '8']);
    const bagian = await calon.locator('.air tr').allInnerTexts();
    expect(bagian.map((teks) => teks.trim().split('\t').slice(0, 2))).toEqual([
      ['NIK beda 1 digit: posisi 14', '+6'],
      ['nama sama', '+7,5'],
      ['KK sama', '+6,25'],
      ['tempat lahir berbeda', '−1,25'],
      ['Skor', '18,5'],
    ]);
    expect(await page.locator('.calon').count()).toBe(2);
  });

  it('hides the middle of a NIK except a digit that differs, unless asked', async () => {
    const satu = orang(3);
    const lain = { ...satu, nik: `${satu.nik.slice(0, 7)}9${satu.nik.slice(8)}` };
    const isi = [hasil(3, { orang: satu, calon: [{ orang: lain, skor: 15, bagian: [] }] })];
    const samar = await readFile(await written(isi), 'utf8');
    expect(samar).toContain('327100•5••••9003');
    expect(samar).toContain('327100•9••••9003');
    for (const { nik, no_kk } of [satu, lain]) {
      expect(samar).not.toContain(nik);
      expect(samar).not.toContain(no_kk);
    }
    expect(await readFile(await written(isi, { lengkap: true }), 'utf8')).toContain(satu.nik);
  });

  it('shows markup of a file as the text it is', async () => {
    const texts = [...PAYLOADS, '</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028'];
    const page = await report(
      texts.map((teks, n) => {
        const isi = Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, teks])) as Record<keyof Orang, string>;
        const calon = { orang: { ...isi, nama: `${teks}!` }, skor: 1, bagian: [{ nama: 'x', teks, nilai: 1 }] };
        const beda = [{ kolom: 'nama' as const, usulan: teks, referensi: `${teks}!` }];
        return hasil(n, { tiket: teks, referensi: teks, alasan: teks, orang: isi, calon: [calon], beda });
      }),
    );
    const tampak: string[] = [];
    for (;;) {
      await page.getByRole('button', { name: 'Buka semua rincian' }).click();
      const names = await page
        .locator('#tabel tr.baris td.nama')
        .evaluateAll((cells) => cells.map((c) => c.textContent));
      tampak.push(...names.map(String));
      const maju = page.getByRole('button', { name: 'Berikutnya' });
      if ((await maju.getAttribute('aria-disabled')) === 'true') break;
      await maju.click();
    }
    expect(tampak).toEqual(texts);
    expect(await page.locator('body :is(img, iframe, a, script:not([type]), svg svg)').count()).toBe(1);
    expect(await page.title()).toBe('Laporan verifikasi');
  });

  it('lets nothing else run in it and nothing be fetched', async () => {
    const page = await report([hasil(4)]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      const image = document.createElement('img');
      image.src = 'http://127.0.0.1:9/x';
      document.body.append(script, image);
    });
    await vi.waitFor(() => expect(troubles.filter((text) => text.includes('Content Security Policy'))).toHaveLength(2));
    expect(await page.title()).toBe('Laporan verifikasi');
    // The refusals were asked for.
    troubles = [];
  });

  it('prints all rows of the filter with what is open, without its controls', async () => {
    const page = await report(banyak(120));
    await details(page).nth(2).click();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#tabel tr.baris').count()).toBe(120);
    expect(await page.locator('.rincian').textContent()).toContain('2 isian berbeda');
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.locator('#tercetak').textContent()).toBe('120 baris.');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('#tabel tr.baris').count()).toBe(50);
  });

  it('keeps twenty thousand rows at hand and few of them on the page', async () => {
    const page = await report(banyak(20_000));
    expect(await state(page)).toBe('Baris 1 sampai 50 dari 20.000');
    await page.getByRole('searchbox').fill('-019998');
    expect(await state(page)).toBe('Baris 1 sampai 1 dari 1');
    expect(await page.locator('#tabel tr').count()).toBe(2);
  });

  it('says that it does not hold all rows, and holds those that need a person', async () => {
    const page = await open(await written(banyak(100), { terbanyak: 65 }));
    const teks = String(await page.locator('main').textContent()).replace(/\s+/g, ' ');
    expect(teks).toContain('Tabel ini memuat 65 dari 100 baris');
    await choice(page, 'Kelas').selectOption({ label: 'Perlu dilihat orang' });
    expect(await state(page)).toContain('dari 60');
  });
});
