/** The form on a phone in Chromium: taps that leave a wrong answer, leaving the page, and the narrow layout. */
import { rm } from 'node:fs/promises';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPages, type Pages } from '../../workspace/web/fixture.ts';
import { card } from '../support/form.ts';
import { openSite, type Site } from '../support/site.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;

let pages: Pages;
let site: Site;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  site = await openSite(pages.workspace);
});
afterEach(() => page.context().close());
afterAll(async () => {
  await site?.stop();
  if (pages) await rm(pages.bundleDir, { recursive: true });
});

/** The empty form, in a browser context of its own. */
async function open(options: BrowserContextOptions): Promise<void> {
  page = await site.open(`/forms/d/e/${pages.publishedId}/viewform`, options);
}

/** Every field of the first page but the choice; day 31 makes a date that does not exist. */
async function fillFirst(day: string): Promise<void> {
  await card(page, 'Nama <pasien>').getByRole('textbox').fill('Contoh Latihan');
  await card(page, 'NIK').getByRole('textbox').fill('3402014107909876');
  const born = card(page, 'Tanggal lahir');
  await born.getByLabel('Tanggal').fill(day);
  await born.getByLabel('Bulan').fill('2');
  await born.getByLabel('Tahun').fill('1990');
}

const bornError = (): Locator => card(page, 'Tanggal lahir').locator('.error');
const infant = (answer: string): Locator => card(page, 'pasien bayi').getByLabel(answer, { exact: true });
const nextButton = (): Locator => page.getByRole('button', { name: 'Berikutnya' });

/** Where it is on the screen now; scrolled there before, as somebody who is about to press it sees it. */
async function spot(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger, or a mouse button held for as long as people hold it. */
const presses = {
  finger: async (target: Locator) => {
    const { x, y } = await spot(target);
    await page.touchscreen.tap(x, y);
  },
  mouse: async (target: Locator) => {
    const { x, y } = await spot(target);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.waitForTimeout(150);
    await page.mouse.up();
  },
};

describe.each([
  ['finger', PHONE],
  ['mouse', DESK],
] as const)('one press of a %s after a wrong date', (pointer, options) => {
  const press = (target: Locator) => presses[pointer](target);

  it('chooses the radio button, and then shows the error', async () => {
    await open(options);
    await fillFirst('31');
    expect(await bornError().isVisible()).toBe(false);
    await press(infant('Tidak'));
    await expect.poll(() => infant('Tidak').isChecked()).toBe(true);
    await expect.poll(() => bornError().textContent()).toBe('Tanggal tidak valid');
  });

  it('presses Berikutnya', async () => {
    await open(options);
    await infant('Tidak').check();
    await fillFirst('31');
    await press(nextButton());
    // Only the button brings the cursor back to the first field of the question.
    const day = card(page, 'Tanggal lahir').getByLabel('Tanggal');
    await expect.poll(() => day.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await bornError().isVisible()).toBe(true);
  });

  it('presses Kirim', async () => {
    await open(options);
    await infant('Tidak').check();
    await fillFirst('1');
    await nextButton().click();
    await card(page, 'Kalurahan').getByRole('combobox').selectOption('Kalurahan 7');
    const admitted = card(page, 'Waktu masuk');
    for (const [part, text] of Object.entries({ Tanggal: '3', Bulan: '2', Tahun: '2026', Jam: '7', Menit: '5' })) {
      await admitted.getByLabel(part).fill(text);
    }
    await card(page, 'Jam periksa').getByLabel('Jam').fill('29');
    await press(page.getByRole('button', { name: 'Kirim' }));
    const hour = card(page, 'Jam periksa').getByLabel('Jam');
    await expect.poll(() => hour.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await card(page, 'Jam periksa').locator('.error').isVisible()).toBe(true);
  });

  it('shows the error when the press hits nothing', async () => {
    await open(options);
    await fillFirst('31');
    await press(card(page, 'pasien bayi').locator('.label'));
    await expect.poll(() => bornError().isVisible()).toBe(true);
  });
});

it('shows the error at once when Tab leaves the question', async () => {
  await open(DESK);
  await fillFirst('31');
  await page.keyboard.press('Tab');
  expect(await bornError().isVisible()).toBe(true);
});

describe('leaving the page', () => {
  /** Types of the dialogs that leaving brings; each is answered with leaving. */
  async function leave(): Promise<string[]> {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto('about:blank');
    return asked;
  }

  it('asks when answers were typed', async () => {
    await open(PHONE);
    await card(page, 'NIK').getByRole('textbox').pressSequentially('34');
    expect(await leave()).toEqual(['beforeunload']);
  });

  it('asks when an answer was chosen', async () => {
    await open(PHONE);
    await presses.finger(infant('Ya'));
    expect(await leave()).toEqual(['beforeunload']);
  });

  it('does not ask when nothing was answered, or all of it deleted', async () => {
    await open(PHONE);
    await card(page, 'NIK').getByRole('textbox').pressSequentially('3');
    await page.keyboard.press('Backspace');
    expect(await leave()).toEqual([]);
  });

  it('does not ask after sending', async () => {
    await open(PHONE);
    await presses.finger(infant('Tidak'));
    await fillFirst('1');
    await nextButton().tap();
    await card(page, 'Kalurahan').getByRole('combobox').selectOption('Kalurahan 7');
    const admitted = card(page, 'Waktu masuk');
    for (const [part, text] of Object.entries({ Tanggal: '3', Bulan: '2', Tahun: '2026', Jam: '7', Menit: '5' })) {
      await admitted.getByLabel(part).fill(text);
    }
    await page.getByRole('button', { name: 'Kirim' }).tap();
    await page.locator('.confirmation').waitFor();
    expect(await leave()).toEqual([]);
  });
});

it('keeps the minute beside the hour at 360 px', async () => {
  await open(PHONE);
  await infant('Tidak').check();
  await fillFirst('1');
  await nextButton().tap();
  const admitted = card(page, 'Waktu masuk');
  const [hour, minute] = await Promise.all(['Jam', 'Menit'].map((part) => admitted.getByLabel(part).boundingBox()));
  expect(minute?.y).toBe(hour?.y);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
