/** The page inside a sandboxed frame without an origin, forms or dialogs: the least that a spreadsheet grants it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contohPanel, panelDikirim, panelSiap, TIKET } from './support/fixtures.ts';
import { startSidebar } from './support/sidebar.ts';

let sidebar: Awaited<ReturnType<typeof startSidebar>>;
beforeAll(async () => {
  sidebar = await startSidebar();
});
afterAll(() => sidebar.stop());

it('searches and sends forms with Enter and by button', async () => {
  await using bar = await sidebar.openSandboxed({
    panelBuka: () => ({ jenis: 'panel', panel: panelDikirim() }),
    panelPilihan: () => TIKET,
    panelTindakan: () => ({ jenis: 'selesai', panel: contohPanel(), pesan: 'Tercatat.' }),
  });
  const frame = bar.page.frameLocator('iframe');
  await frame.locator('#tiket-cari').fill(TIKET);
  await frame.locator('#tiket-cari').press('Enter');
  await expect.poll(() => bar.calls.length).toBe(2);
  await frame.locator('#aksi-CATAT_HASIL').click();
  await frame.locator('#isi-hasil').selectOption('berhasil');
  await frame.locator('#isi-tmt').fill('01/12/2026');
  await frame.locator('#isi-tmt').press('Enter');
  await frame.locator('#status .pesan').waitFor();
  await frame.locator('#aksi-TARIK').click();
  await frame.locator('#isi-pilihan').selectOption({ index: 1 });
  await frame.locator('#kirim').click();
  await expect.poll(() => bar.calls.length).toBe(4);
  expect(bar.calls.slice(2).map(({ request }) => request)).toMatchObject([
    { aksi: 'CATAT_HASIL', isi: { hasil: 'berhasil', tmt: '01/12/2026' } },
    { aksi: 'TARIK', alasan: 'Pasien tidak lagi bersedia' },
  ]);
  expect(bar.troubles).toEqual([]);
  expect(await bar.axe()).toEqual([]);
});

it('does not take the focus from the grid when an answer arrives', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await using bar = await sidebar.openSandboxed({
    panelBuka: () => ({ jenis: 'panel', panel: panelSiap() }),
    panelTindakan: async () => {
      await promise;
      return { jenis: 'ditolak', panel: panelSiap(), sebab: ['Belum lengkap.'] };
    },
  });
  const frame = bar.page.frameLocator('iframe');
  await frame.locator('#aksi-USULKAN').click();
  await frame.locator('#kirim').click();
  await bar.page.click('#sel');
  await bar.page.keyboard.type('340');
  resolve();
  await frame.locator('#galat .pesan').waitFor();
  await bar.page.keyboard.type('201');
  expect(await bar.page.inputValue('#sel')).toBe('340201');
});
