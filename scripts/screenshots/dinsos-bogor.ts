/** Pictures of Dinas Sosial in the monthly routes of Kota Bogor: one case, the batch of a month, paper, charts. */
import type { FrameLocator } from 'playwright-core';
import type { Row } from '../../test/e2e/support/server.ts';
import { keep, openBook, openSidebar, openTab, type Studio, sidebar, TALL, visit } from './camera.ts';

const FIRST = 'verifikator.dinsos@kotabogor.test';
const SECOND = 'kabid.dinsos@kotabogor.test';

/** Leaves a closed batch of the present month behind: Dinkes has something to send. */
export async function dinsosBogorPictures(studio: Studio): Promise<void> {
  await oneCase(studio);
  await batch(studio);
  await chartsAndPaper(studio);
}

async function oneCase(studio: Studio): Promise<void> {
  const { server } = studio;
  const page = await visit(studio, FIRST, TALL);
  await openBook(page, server.found.spreadsheets.register, 'Kasus');
  const panel = await openSidebar(page, 'Panel kasus');
  const cases = (await server.table('register', 'Kasus')).filter(({ status }) =>
    /DIAJUKAN|DIVERIFIKASI/.test(status ?? ''),
  );
  await show(
    panel,
    cases.find(({ status, tanda }) => status === 'DIVERIFIKASI' && tanda === ''),
  );
  await keep(sidebar(page), 'dinsos-panel-bulanan');
  await show(
    panel,
    cases.find((row) => row['cek_kependudukan'] === 'Beda data'),
  );
  await panel.locator('#lipat-tindakan-lain').or(panel.locator('#aksi-KEMBALIKAN')).first().click();
  const button = panel.locator('#aksi-KEMBALIKAN');
  if ((await panel.locator('#kirim').count()) === 0) await button.click();
  await panel.locator('#kirim').scrollIntoViewIfNeeded();
  await keep(sidebar(page), 'dinsos-kembalikan');
}

async function show(panel: FrameLocator, row: Row | undefined): Promise<void> {
  const ticket = row?.['tiket'] ?? '';
  await panel.getByLabel('Nomor tiket').fill(ticket);
  await panel.getByRole('button', { name: 'Buka', exact: true }).click();
  await panel.locator('#tiket', { hasText: ticket }).waitFor();
}

/** Presses a button of the panel and says yes, with a reason where one is asked for. */
async function press(panel: FrameLocator, action: string, reason = ''): Promise<void> {
  await panel.locator(`#aksi-${action}`).click();
  if (reason !== '') await panel.locator('#alasan').fill(reason);
  await panel.locator('#ya').click();
  await panel.locator('#status .pesan, #galat:not(:empty)').first().waitFor();
}

async function batch(studio: Studio): Promise<void> {
  const id = studio.server.found.spreadsheets.register;
  const page = await visit(studio, FIRST, TALL);
  await openBook(page, id, 'Batch');
  const panel = await openSidebar(page, 'Batch bulanan');
  await panel.locator('#aksi-LOLOSKAN').waitFor();
  await keep(sidebar(page), 'dinsos-batch');
  await press(panel, 'LOLOSKAN');
  await press(panel, 'GULIRKAN', 'Belum selesai diperiksa');
  await press(panel, 'AJUKAN');
  const colleague = await visit(studio, SECOND, TALL);
  await openBook(colleague, id, 'Batch');
  const second = await openSidebar(colleague, 'Batch bulanan');
  await second.locator('#aksi-SETUJUI').waitFor();
  await keep(sidebar(colleague), 'dinsos-batch-setujui');
  await press(second, 'SETUJUI');
  await studio.server.tick();
}

async function chartsAndPaper(studio: Studio): Promise<void> {
  const page = await visit(studio, FIRST, TALL);
  await openBook(page, studio.server.found.spreadsheets.register, 'Kasus');
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: 'Segarkan dasbor' }).click();
  await page.getByText('Dasbor disegarkan').waitFor();
  await page.getByRole('button', { name: 'Tutup pesan' }).click();
  await openTab(page, 'Dasbor');
  await page.locator('figure.chart').nth(3).waitFor();
  await keep(page, 'dinsos-dasbor');
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: 'Berita acara batch' }).click();
  const dialog = page.locator('dialog.script');
  await dialog.frameLocator('iframe').locator('#cetak:enabled').waitFor();
  await keep(dialog, 'dinsos-berita-acara');
}
