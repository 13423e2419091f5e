/** How a PIC fills in the emergency form in a browser. */
import type { Locator, Page } from 'playwright-core';

/** The card of a question on the page that is shown. */
export const card = (page: Page, title: string | RegExp): Locator =>
  page.locator('.page:not([hidden]) .question').filter({ has: page.locator('.label', { hasText: title }) });

export async function choose(page: Page, title: string | RegExp, answer: string): Promise<void> {
  const question = card(page, title);
  if ((await question.getAttribute('data-kind')) === 'list') await question.getByRole('combobox').selectOption(answer);
  else await question.getByLabel(answer, { exact: true }).check();
}

export const write = (page: Page, title: string | RegExp, answer: string): Promise<void> =>
  card(page, title).getByRole('textbox').fill(answer);

/** The parts of a date, and of a time: `2026-11-21` or `2026-11-21 08:30`. */
export async function writeDate(page: Page, title: string | RegExp, answer: string): Promise<void> {
  const [year = '', month = '', day = '', hour, minute] = answer.split(/[- :]/);
  const question = card(page, title);
  await question.getByLabel('Tanggal').fill(day);
  await question.getByLabel('Bulan').fill(month);
  await question.getByLabel('Tahun').fill(year);
  if (hour) await question.getByLabel('Jam').fill(hour);
  if (minute) await question.getByLabel('Menit').fill(minute);
}

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Berikutnya' }).click();
export const back = (page: Page): Promise<void> => page.getByRole('button', { name: 'Kembali' }).click();
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name });

/** The three criteria, each on a page of its own, and who consented. */
export async function agree(page: Page, consented: string): Promise<void> {
  for (const question of ['kondisi kesehatan darurat', 'jaminan kesehatan pasien', 'bersedia diusulkan']) {
    await choose(page, question, 'Ya');
    await next(page);
  }
  await choose(page, /^Yang menyatakan/, 'Suami atau istri');
  await write(page, 'Nama yang menyatakan bersedia', consented);
  await choose(page, 'bayi baru lahir', 'Tidak');
  await next(page);
}

/** Admission an hour ago in WIB, as the form takes it. */
export const anHourAgo = (): string =>
  new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
