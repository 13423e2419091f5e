/** One person at one browser: opens pages, looks at them with axe, and keeps pictures of what they saw. */
import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';

const PICTURES = 'test-results/e2e';

export interface Visitor {
  readonly page: Page;
  /** Dialogs and script errors of the pages: must stay empty. */
  readonly troubles: string[];
  /** A picture of the window, named in the order of the story. */
  picture(name: string): Promise<void>;
  /** Fails with every rule of WCAG 2.2 A and AA that the page, or a part of it, breaks. */
  expectAccessible(what: string): Promise<void>;
}

/** Somebody signed in as `email`, with a window of this size. */
export async function visit(
  browser: Browser,
  origin: string,
  email: string,
  viewport: { width: number; height: number },
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    baseURL: origin,
  });
  await context.request.post('/workspace/session', { data: { user: email } });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await mkdir(PICTURES, { recursive: true });
  return {
    page,
    troubles,
    async picture(name) {
      await page.screenshot({ path: `${PICTURES}/${name}.png` });
    },
    async expectAccessible(what) {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
      expect(broken, `axe on ${what}`).toEqual([]);
    },
  };
}

/** Goes to a cell with the name box, as somebody who knows its address. */
export async function goToCell(page: Page, address: string): Promise<void> {
  await page.locator('.rgCell').getByText('tiket', { exact: true }).first().waitFor();
  const box = page.getByLabel('Kotak nama');
  await box.fill(address);
  await box.press('Enter');
  await expect.poll(() => page.locator('.cell-spoken').textContent()).toMatch(new RegExp(`^${address} `));
  await page.locator('revogr-focus:visible').first().waitFor();
}

/** Goes to a cell, replaces what is in it, or chooses from its list, and leaves it with Enter. */
export async function enterInCell(page: Page, address: string, text: string): Promise<void> {
  await goToCell(page, address);
  await page.keyboard.press('F2');
  const input = page.locator('.cell-input');
  const isList = await input.evaluate((node) => node instanceof HTMLSelectElement);
  if (isList) {
    // A choice is an answer: the list closes by itself.
    await input.selectOption(text);
    await input.waitFor({ state: 'hidden' });
  } else {
    await input.fill(text);
    await input.press('Enter');
  }
}

/** As `enterInCell`; resolves when the sheet says that it is stored. */
export async function typeInCell(page: Page, address: string, text: string): Promise<void> {
  await enterInCell(page, address, text);
  await page.getByText('Tersimpan', { exact: true }).waitFor();
}

/** Opens the sidebar from the menu. */
export async function openSidebar(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: 'Panel kasus' }).click();
  const panel = page.frameLocator('.sidebar iframe');
  await panel.locator('#kasus[aria-busy=false]').waitFor();
  return panel;
}

/** Proposes the open case: presses the button, reads whom the question is about, and says yes. */
export async function propose(panel: FrameLocator, name: string, ticket: string): Promise<void> {
  await panel.getByRole('button', { name: 'Usulkan ke BPJS' }).click();
  await panel.getByText(`Usulkan ${name} (${ticket}) ke BPJS?`, { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Ya, usulkan' }).click();
}
