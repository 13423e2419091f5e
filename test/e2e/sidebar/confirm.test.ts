/** What keeps an officer from proposing the wrong patient, and from losing what a changed case no longer takes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opens, panelDikirim, panelSiap, selesai, TIKET, tindakan } from './support/fixtures.ts';
import { startSidebar } from './support/sidebar.ts';

let sidebar: Awaited<ReturnType<typeof startSidebar>>;
beforeAll(async () => {
  sidebar = await startSidebar();
});
afterAll(() => sidebar.stop());

describe('proposing', () => {
  it('asks first, by name, and is done or left by keyboard', async () => {
    await using bar = await sidebar.open({ ...opens(panelSiap()), panelTindakan: () => selesai(panelDikirim()) });
    const { page } = bar;
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.waitForSelector('#tiket');
    expect(await page.textContent('.pasien')).toBe('Uji Pasien Sembilan');
    expect(await page.textContent('.fasilitas')).toBe('RSUD Contoh Bantul');
    await page.focus('#aksi-USULKAN');
    for (const _ of [1, 2, 3]) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.textContent('#perihal')).toBe(`Usulkan Uji Pasien Sembilan (${TIKET}) ke BPJS?`);
    expect(await focused()).toBe('perihal');
    expect(await bar.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#formulir').count()).toBe(0);
    expect(await focused()).toBe('aksi-USULKAN');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.textContent(':focus')).toBe('Ya, usulkan');
    await page.keyboard.press('Tab');
    expect(await page.textContent(':focus')).toBe('Batal');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('aksi-USULKAN');
    expect(bar.calls.map(({ name }) => name)).toEqual(['panelBuka']);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#status .pesan');
    expect(bar.calls.at(-1)?.request).toMatchObject({ aksi: 'USULKAN', tiket: TIKET });
  });
});

describe('a conflict', () => {
  it('quotes what was typed when the case as it is now no longer takes it', async () => {
    const no = { boleh: false, sebab: ['Hanya untuk status Diajukan; sekarang Dikirim ke BPJS.'] };
    const panel = panelDikirim({
      tindakan: [tindakan('PERIKSA', 'Catat pemeriksaan', no), tindakan('KEMBALIKAN', 'Kembalikan ke PIC', no)],
    });
    let selected = TIKET;
    await using bar = await sidebar.open({
      ...opens(panelSiap()),
      panelPilihan: () => selected,
      panelTindakan: () => ({ jenis: 'bentrok', panel, pesan: 'Diubah oleh lain@dinsos.example.', perubahan: [] }),
    });
    const { page } = bar;
    await page.selectOption('#cek-cek_pbi_apbd', 'Tidak terdaftar');
    await page.click('#aksi-KEMBALIKAN');
    await page.fill('#isi-teks', 'Surat belum lengkap');
    await page.click('#kirim');
    await page.waitForSelector('#galat .pesan');
    const text = (await page.textContent('#galat')) ?? '';
    expect(text).toContain('Status kasus sekarang Dikirim ke BPJS; isian berikut tidak bisa dikirim lagi.');
    expect(text.split(no.sebab.join())).toHaveLength(2);
    expect(text).not.toContain('masih ada di bawah');
    expect(await page.locator('#ke-isian, #formulir').count()).toBe(0);
    expect(await page.locator('#isian-hilang dt').allTextContents()).toEqual(['PBI APBD', 'Kembalikan ke PIC: Alasan']);
    expect(await page.locator('#isian-hilang dd').allTextContents()).toEqual([
      'Tidak terdaftar',
      'Surat belum lengkap',
    ]);
    expect(await page.inputValue('#cek-cek_pbi_apbd')).toBe('');
    expect(await bar.axe()).toEqual([]);

    selected = 'BTL-D-2026-000124';
    const before = bar.polls();
    await page.clock.runFor(60_000);
    expect(bar.polls()).toBe(before);
    await page.click('#tutup-pesan');
    expect(await page.locator('.pesan').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tiket');
    await page.clock.runFor(5_000);
    await expect.poll(bar.polls).toBeGreaterThan(before);
  });
});
