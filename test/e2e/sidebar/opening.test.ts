/** Which case the sidebar shows: waiting, nothing selected, following the selection, searching; and data as text. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BarisRiwayat, JawabanBuka, Panel } from '#usecase/panel-jenis.ts';
import { contohPanel, contohRiwayat, panelSiap, TIKET } from './support/fixtures.ts';
import { type Answers, startSidebar } from './support/sidebar.ts';

const LAIN = 'BTL-D-2026-000124';

let sidebar: Awaited<ReturnType<typeof startSidebar>>;
beforeAll(async () => {
  sidebar = await startSidebar();
});
afterAll(() => sidebar.stop());

const asPanel = (panel: Panel): JawabanBuka => ({ jenis: 'panel', panel });

/** A register with one selected row, which the test moves. */
function register(selected: string): Partial<Answers> & { selected: string } {
  const self: Partial<Answers> & { selected: string } = {
    selected,
    panelBuka: ({ tiket = self.selected }) =>
      tiket === '' ? { jenis: 'kosong', pesan: 'Pilih baris kasus.' } : asPanel(panelSiap({ tiket })),
    panelPilihan: () => self.selected,
    panelRiwayat: () => contohRiwayat,
  };
  return self;
}

describe('opening', () => {
  it('shows a skeleton until the selected case arrives', async () => {
    const { promise, resolve } = Promise.withResolvers<JawabanBuka>();
    await using bar = await sidebar.open({ panelBuka: () => promise });
    await bar.page.waitForSelector('.kerangka');
    expect(await bar.page.getAttribute('#kasus', 'aria-busy')).toBe('true');
    expect(await bar.axe()).toEqual([]);
    resolve(asPanel(contohPanel()));
    await bar.page.waitForSelector('#tiket');
    expect(await bar.page.locator('.kerangka').count()).toBe(0);
    expect(bar.calls).toEqual([{ name: 'panelBuka', request: {} }]);
    expect(await bar.axe()).toEqual([]);
    expect(await bar.page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
    expect(bar.troubles).toEqual([]);
  });

  it('says what to do when no case is selected', async () => {
    await using bar = await sidebar.open(register(''));
    await bar.page.waitForSelector('.kosong');
    expect(await bar.page.textContent('.kosong')).toContain('Pilih baris kasus.');
    expect(await bar.axe()).toEqual([]);
  });

  it('can be tried again after a failure', async () => {
    let tries = 0;
    await using bar = await sidebar.open({
      panelBuka: () => {
        tries += 1;
        if (tries === 1) throw new Error('waktu habis');
        return asPanel(contohPanel());
      },
    });
    await bar.page.click('#coba-lagi');
    await bar.page.waitForSelector('#tiket');
    expect(await bar.page.locator('.pesan').count()).toBe(0);
  });

  it('finds a case by its ticket', async () => {
    await using bar = await sidebar.open(register(TIKET));
    await bar.page.fill('#tiket-cari', ` ${LAIN.toLowerCase()} `);
    await bar.page.press('#tiket-cari', 'Enter');
    await expect.poll(() => bar.page.textContent('#tiket')).toBe(LAIN);
    expect(bar.calls.at(-1)?.request).toEqual({ tiket: LAIN });
    expect(await bar.page.evaluate(() => document.activeElement?.id)).toBe('tiket');
  });
});

describe('following the selection', () => {
  it('opens another case only when the selection moves', async () => {
    const reg = register(TIKET);
    await using bar = await sidebar.open(reg);
    const { page } = bar;
    await page.waitForSelector('#tiket');
    await page.clock.runFor(9_000);
    await expect.poll(bar.polls).toBeGreaterThanOrEqual(1);
    expect(bar.calls).toHaveLength(1);
    reg.selected = LAIN;
    await page.clock.runFor(5_000);
    await expect.poll(() => page.textContent('#tiket')).toBe(LAIN);
  });

  it('stays on a case that was searched for', async () => {
    const reg = register(TIKET);
    await using bar = await sidebar.open(reg);
    const { page } = bar;
    await page.fill('#tiket-cari', LAIN);
    await page.click('#buka');
    await expect.poll(() => page.textContent('#tiket')).toBe(LAIN);
    const before = bar.polls();
    await page.clock.runFor(5_000);
    await expect.poll(bar.polls).toBeGreaterThan(before);
    expect(await page.textContent('#tiket')).toBe(LAIN);
  });

  it.each([
    ['it is switched off', async (page: Page) => page.uncheck('#ikuti')],
    ['a field is being edited', async (page: Page) => page.focus('#tiket-cari')],
    [
      'a check is not saved',
      async (page: Page) => {
        await page.selectOption('#cek-cek_pbi_apbd', 'Tidak terdaftar');
        await page.focus('#muat');
      },
    ],
  ])('does not ask while %s', async (_, prepare) => {
    const reg = register(TIKET);
    await using bar = await sidebar.open(reg);
    await bar.page.waitForSelector('#tiket');
    await prepare(bar.page);
    const before = bar.polls();
    reg.selected = LAIN;
    await bar.page.clock.runFor(30_000);
    expect(bar.polls()).toBe(before);
    expect(await bar.page.textContent('#tiket')).toBe(TIKET);
  });

  it('says that it waits for what is typed, and no longer once that is saved', async () => {
    const saved: Answers['panelTindakan'] = () => ({
      jenis: 'selesai',
      panel: panelSiap({ versi: '8' }),
      pesan: 'Ya.',
    });
    await using bar = await sidebar.open({ ...register(TIKET), panelTindakan: saved });
    const { page } = bar;
    await page.selectOption('#cek-cek_pbi_apbd', 'Tidak terdaftar');
    await page.clock.runFor(5_000);
    expect(await page.textContent('#catatan-ikuti')).toContain('Dijeda');
    await page.click('#simpan-cek');
    await expect.poll(() => page.textContent('#status')).toContain('Ya.');
    expect(await page.textContent('#catatan-ikuti')).toBe('');
  });

  it('asks before typed input is discarded', async () => {
    const reg = register(TIKET);
    await using bar = await sidebar.open(reg);
    const { page } = bar;
    await page.selectOption('#cek-cek_pbi_apbd', 'Tidak terdaftar');
    reg.selected = LAIN;
    await page.click('#muat');
    expect(await page.textContent('#galat')).toContain('Isian belum disimpan');
    expect(await bar.axe()).toEqual([]);
    await page.click('#tetap');
    expect(await page.textContent('#tiket')).toBe(TIKET);
    expect(await page.inputValue('#cek-cek_pbi_apbd')).toBe('Tidak terdaftar');
    await page.click('#muat');
    await page.keyboard.press('Escape');
    expect(await page.locator('.pesan').count()).toBe(0);
    await page.click('#muat');
    await page.click('#buang');
    await expect.poll(() => page.textContent('#tiket')).toBe(LAIN);
    expect(await page.inputValue('#cek-cek_pbi_apbd')).toBe('');
  });
});

describe('showing', () => {
  it('moves the clocks on without asking the server', async () => {
    await using bar = await sidebar.open({ panelBuka: () => asPanel(contohPanel()) });
    const { page } = bar;
    await page.waitForSelector('#tiket');
    await page.uncheck('#ikuti');
    const running = page.locator('.jam').nth(1);
    expect(await running.textContent()).toContain('sisa 1 menit');
    await page.clock.runFor(5 * 60_000 + 20_000);
    expect(await running.textContent()).toContain('lewat 4 menit');
    const hours = await page.locator('.jam').allTextContents();
    expect(hours.map((text) => text.includes('(jam kerja)'))).toEqual([true, true, false, false]);
    expect(await running.getAttribute('class')).toContain('lewat');
    expect(await page.locator('.jam').first().textContent()).toContain('selesai dalam 9 menit');
    expect(bar.calls).toHaveLength(1);
  });

  it('fetches the history when it is folded out, and again after a change', async () => {
    const reg = register(TIKET);
    const tutup: Answers['panelTindakan'] = () => ({
      jenis: 'selesai',
      panel: panelSiap({ versi: '8' }),
      pesan: 'Ya.',
    });
    await using bar = await sidebar.open({ ...reg, panelTindakan: tutup });
    const { page } = bar;
    await page.click('#lipat-riwayat');
    await page.waitForSelector('.riwayat');
    expect(await page.textContent('.riwayat')).toContain('(kosong) → Padan');
    expect(await bar.axe()).toEqual([]);
    await page.click('#aksi-USULKAN');
    await page.click('#kirim');
    await page.waitForSelector('#status .pesan');
    await page.waitForSelector('.riwayat');
    expect(bar.calls.map(({ name }) => name)).toEqual(['panelBuka', 'panelRiwayat', 'panelTindakan', 'panelRiwayat']);
  });

  it('shows payloads as text everywhere', async () => {
    const jahat = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
    const poison = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value), (key, text) =>
        typeof text === 'string' && !/^(aksi|id|kolom|tiket|status|keadaan|tingkat|habis|versi)$/.test(key)
          ? jahat
          : text,
      );
    const panel = poison(contohPanel({ hasil: [{ label: 'a', nilai: 'b' }] }));
    const riwayat: BarisRiwayat[] = poison(contohRiwayat);
    await using bar = await sidebar.open({
      panelBuka: () => asPanel(panel),
      panelRiwayat: () => riwayat,
      panelTindakan: () => ({ jenis: 'bentrok', panel, pesan: jahat, perubahan: [{ label: jahat, nilai: jahat }] }),
    });
    const { page } = bar;
    for (const fold of ['belum-bisa', 'data', 'riwayat']) await page.click(`#lipat-${fold}`);
    await page.click('#aksi-TUTUP');
    await page.fill('#isi-teks', jahat);
    await page.click('#kirim');
    await page.waitForSelector('#galat .pesan');
    await page.waitForSelector('.riwayat');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    for (const part of [
      '.jam',
      '.temuan',
      '.kedudukan',
      '.pasien',
      '.fasilitas',
      'dd',
      '.riwayat',
      '#galat',
      '.perihal',
      '.cek',
      '#formulir',
    ]) {
      expect(await page.locator(part).first().textContent(), part).toContain('<img src=x onerror=alert(1)>');
    }
    expect(await page.inputValue('#isi-teks')).toBe(jahat);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
    expect(bar.troubles).toEqual([]);
  });
});
