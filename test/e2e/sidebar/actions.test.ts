/** What an officer does in the sidebar and how each outcome is shown, in Chromium at 300 px. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JawabanTindakan, PermintaanTindakan } from '#usecase/panel-jenis.ts';
import { contohPanel, opens, panelDikirim, panelSiap, selesai, TIKET } from './support/fixtures.ts';
import { startSidebar } from './support/sidebar.ts';

let sidebar: Awaited<ReturnType<typeof startSidebar>>;
beforeAll(async () => {
  sidebar = await startSidebar();
});
afterAll(() => sidebar.stop());

/** An answer that the test gives when it is ready. */
function later<T>() {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, resolve };
}

describe('an action', () => {
  it('is sent once on a double click, says that it saves, then what happened', async () => {
    const answer = later<JawabanTindakan>();
    await using bar = await sidebar.open({ ...opens(panelSiap()), panelTindakan: () => answer.promise });
    const { page } = bar;
    await page.dblclick('#aksi-USULKAN');
    expect(bar.calls.map(({ name }) => name)).toEqual(['panelBuka']);
    await page.dblclick('#kirim');
    await expect.poll(() => page.textContent('#proses')).toBe('Menyimpan…');
    expect(await page.getAttribute('#kasus', 'aria-busy')).toBe('true');
    expect(await page.locator('button:enabled, input:enabled, select:enabled').count()).toBe(0);
    expect(await bar.axe()).toEqual([]);

    answer.resolve(selesai(panelDikirim()));
    await page.waitForSelector('#status .pesan');
    expect(await page.textContent('#status')).toBe('Diusulkan ke BPJS.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('status');
    expect(await page.textContent('.kedudukan')).toContain('Dikirim ke BPJS');
    expect(bar.calls.filter(({ name }) => name === 'panelTindakan')).toEqual([
      {
        name: 'panelTindakan',
        request: { tiket: TIKET, baris: 14, versi: '7', aksi: 'USULKAN', alasan: '', isi: {} },
      },
    ]);
    expect(await bar.axe()).toEqual([]);
    expect(bar.troubles).toEqual([]);
  });

  it('shows every reason of a refusal and moves the focus there', async () => {
    const sebab = ['Pemeriksaan belum diisi: PBI APBD.', 'Masih ada 1 galat data yang harus diperbaiki.'];
    await using bar = await sidebar.open({
      ...opens(panelSiap()),
      panelTindakan: () => ({ jenis: 'ditolak', panel: contohPanel(), sebab }),
    });
    await bar.page.click('#aksi-USULKAN');
    await bar.page.click('#kirim');
    await bar.page.waitForSelector('#galat .pesan');
    expect(await bar.page.locator('#formulir').count()).toBe(0);
    expect(await bar.page.locator('#galat li').allTextContents()).toEqual(sebab);
    expect(await bar.page.evaluate(() => document.activeElement?.id)).toBe('galat');
    expect(await bar.axe()).toEqual([]);
  });

  it('keeps what was typed when somebody else changed the case, and sends it with the new version', async () => {
    const sent: PermintaanTindakan[] = [];
    const bentrok: JawabanTindakan = {
      jenis: 'bentrok',
      panel: panelSiap({ versi: '8', percobaan: '2' }),
      pesan: 'Diubah oleh lain@dinsos.example.',
      perubahan: [{ label: 'Kependudukan', nilai: 'Beda data' }],
    };
    await using bar = await sidebar.open({
      ...opens(panelSiap()),
      panelTindakan: (request) => (sent.push(request) === 1 ? bentrok : selesai(panelSiap({ versi: '9' }))),
    });
    const { page } = bar;
    await page.selectOption('#cek-cek_pbi_apbd', 'Tidak terdaftar');
    await page.click('#aksi-KEMBALIKAN');
    await page.fill('#isi-teks', 'Surat belum lengkap');
    await page.click('#kirim');
    await page.waitForSelector('#galat .pesan');
    expect(await page.textContent('#galat')).toContain('Diubah oleh lain@dinsos.example.');
    expect(await page.textContent('#galat')).toContain('Beda data');
    expect(await page.textContent('.kedudukan')).toContain('Percobaan ke-2');
    expect(await page.inputValue('#isi-teks')).toBe('Surat belum lengkap');
    expect(await page.locator('#isian-hilang').count()).toBe(0);
    expect(await bar.axe()).toEqual([]);

    await page.click('#ke-isian');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('isi-teks');
    await page.click('#kirim');
    await page.waitForSelector('#status .pesan');
    expect(sent.map(({ versi, alasan }) => [versi, alasan])).toEqual([
      ['7', 'Surat belum lengkap'],
      ['8', 'Surat belum lengkap'],
    ]);
    expect(await page.locator('#formulir').count()).toBe(0);
    expect(await page.inputValue('#cek-cek_pbi_apbd')).toBe('Tidak terdaftar');
  });

  it('keeps the input after a failure and sends the same again', async () => {
    const sent: PermintaanTindakan[] = [];
    await using bar = await sidebar.open({
      ...opens(panelSiap()),
      panelTindakan: (request) => {
        if (sent.push(request) === 1) throw new Error('Error: Layanan Spreadsheet tidak menjawab.');
        return selesai(panelSiap());
      },
    });
    const { page } = bar;
    await page.click('#aksi-KEMBALIKAN');
    await page.fill('#isi-teks', 'Surat belum lengkap');
    await page.click('#kirim');
    await page.waitForSelector('#galat .pesan');
    expect(await page.textContent('#galat .pesan p')).toBe('Layanan Spreadsheet tidak menjawab.');
    expect(await page.inputValue('#isi-teks')).toBe('Surat belum lengkap');
    expect(await bar.axe()).toEqual([]);
    await page.click('#coba-lagi');
    await page.waitForSelector('#status .pesan');
    expect(sent[1]).toEqual(sent[0]);
  });
});

describe('a form', () => {
  it('is done by keyboard alone: opened, closed with Escape, filled in and sent', async () => {
    await using bar = await sidebar.open({ ...opens(contohPanel()), panelTindakan: () => selesai(contohPanel()) });
    const { page } = bar;
    await page.waitForSelector('#tiket');
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    const tabTo = async (id: string) => {
      const seen: string[] = [];
      while (seen.length < 40 && (await focused()) !== id) {
        await page.keyboard.press('Tab');
        seen.push(await focused());
      }
      return seen;
    };
    expect(await tabTo('aksi-KEMBALIKAN')).toEqual([
      ...['muat', 'ikuti', 'tiket-cari', 'buka', 'saran-0-0', 'saran-0-1', 'saran-1-0'],
      ...['cek-cek_kependudukan', 'cek-cek_dtks', 'cek-cek_pbi_jk', 'cek-cek_pbi_apbd', 'aksi-KEMBALIKAN'],
    ]);
    expect(
      await page.evaluate(() => document.activeElement && getComputedStyle(document.activeElement).outlineStyle),
    ).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('isi-pilihan');
    await page.keyboard.press('Escape');
    expect(await page.locator('#formulir').count()).toBe(0);
    expect(await focused()).toBe('aksi-KEMBALIKAN');

    await page.keyboard.press('Enter');
    await tabTo('kirim');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('galat-formulir');
    expect(await page.textContent('#galat-formulir')).toContain('Pilih alasan');
    expect(await bar.axe()).toEqual([]);

    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('isi-teks');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('angka ke-7');
    await tabTo('kirim');
    await page.keyboard.press('Space');
    await page.waitForSelector('#status .pesan');
    expect(bar.calls.at(-1)?.request).toMatchObject({ aksi: 'KEMBALIKAN', alasan: 'NIK tidak padan: angka ke-7' });
  });

  it("records BPJS's answer, asking for the date only when the patient is covered", async () => {
    await using bar = await sidebar.open({ ...opens(panelDikirim()), panelTindakan: () => selesai(panelDikirim()) });
    const { page } = bar;
    await page.click('#aksi-CATAT_HASIL');
    expect(await page.isVisible('#isi-tmt')).toBe(false);
    await page.selectOption('#isi-hasil', 'berhasil');
    await page.click('#kirim');
    expect(await page.textContent('#galat-formulir')).toContain('TMT');
    expect(await bar.axe()).toEqual([]);
    await page.fill('#isi-tmt', '01/12/2026');
    await page.click('#kirim');
    await page.waitForSelector('#status .pesan');
    expect(bar.calls.at(-1)?.request).toMatchObject({
      aksi: 'CATAT_HASIL',
      isi: { hasil: 'berhasil', keterangan: '', tmt: '01/12/2026' },
    });
  });

  it('shows its warnings before the action is done', async () => {
    await using bar = await sidebar.open(opens(contohPanel()));
    await bar.page.click('#aksi-TUTUP');
    expect(await bar.page.textContent('#perihal')).toBe(`Uji Pasien Sembilan (${TIKET})`);
    expect(await bar.page.textContent('#formulir')).toContain('Kasus yang ditutup tidak dikerjakan lagi.');
    expect(bar.calls.map(({ name }) => name)).toEqual(['panelBuka']);
  });
});

describe('findings and checks', () => {
  it('takes a suggestion with one click', async () => {
    await using bar = await sidebar.open({ ...opens(contohPanel()), panelTindakan: () => selesai(panelSiap()) });
    const { page } = bar;
    await page.waitForSelector('.temuan');
    expect(await page.locator('.temuan').first().textContent()).toContain('tertukar');
    await page.click('text=Tukar NIK dan KK');
    await page.waitForSelector('#status .pesan');
    expect(bar.calls.at(-1)?.request).toMatchObject({
      aksi: 'KOREKSI',
      alasan: 'Tukar NIK dan KK',
      isi: { nik: '3402010101159002', no_kk: '3402014107909001' },
    });
  });

  it('saves only the checks that were changed', async () => {
    await using bar = await sidebar.open({ ...opens(contohPanel()), panelTindakan: () => selesai(panelSiap()) });
    const { page } = bar;
    await page.waitForSelector('#simpan-cek');
    expect(await page.isEnabled('#simpan-cek')).toBe(false);
    await page.selectOption('#cek-cek_pbi_apbd', 'Tidak terdaftar');
    expect(await page.textContent('#ket-cek_pbi_apbd')).toBe('Belum disimpan');
    await page.selectOption('#cek-cek_dtks', 'Tidak terdaftar');
    await page.selectOption('#cek-cek_dtks', 'Terdaftar desil 1-5');
    await page.click('#simpan-cek');
    await page.waitForSelector('#status .pesan');
    expect(bar.calls.at(-1)?.request).toMatchObject({ aksi: 'PERIKSA', isi: { cek_pbi_apbd: 'Tidak terdaftar' } });
  });

  it('says why actions cannot be done yet', async () => {
    await using bar = await sidebar.open(opens(contohPanel()));
    await bar.page.click('#lipat-belum-bisa');
    expect(await bar.page.textContent('details:has(#lipat-belum-bisa)')).toContain(
      'Pemeriksaan belum diisi: PBI APBD.',
    );
    expect(await bar.page.locator('#aksi-USULKAN').count()).toBe(0);
    expect(await bar.axe()).toEqual([]);
  });
});
