/**
 * One emergency patient from the hospital's telephone to the answer of BPJS, with the real program in a real browser:
 * what the PIC, two officers of Dinsos and BPJS each see and do (BTL-D-01 to BTL-D-08).
 */
import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { agree, anHourAgo, back, card, choose, heading, next, write, writeDate } from './support/form.ts';
import { type Row, type Server, startServer } from './support/server.ts';
import { enterInCell, goToCell, openSidebar, propose, typeInCell, type Visitor, visit } from './support/visitor.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const PIC = 'pic.rsud@rumahsakit.test';
const OFFICER = 'verifikator.dinsos@bantul.test';
const COLLEAGUE = 'loket.dinsos@bantul.test';
const BPJS = 'kepesertaan@bpjs.test';

const NIK = '3402084507889701';
const KK = '3402080101159702';
const NAME = 'Kencanawati Rumpaka';
const MASKED = 'K********** R******';

let server: Server;
let browser: Browser;
let pic: Visitor;
let officer: Visitor;
let colleague: Visitor;
let bpjs: Visitor;
let ticket = '';
let panel: FrameLocator;
let staleParts: FrameLocator;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  [pic, officer, colleague, bpjs] = await Promise.all([
    visit(browser, server.origin, PIC, PHONE),
    visit(browser, server.origin, OFFICER, DESK),
    visit(browser, server.origin, COLLEAGUE, DESK),
    visit(browser, server.origin, BPJS, DESK),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const caseNow = async (): Promise<Row> => {
  const found = (await server.table('register', 'Kasus')).filter((row) => row['nik'] === NIK);
  expect(found).toHaveLength(1);
  return found[0] as Row;
};
const cellOf = (column: string) => server.cell('register', 'Kasus', ticket, column);
const bookPath = (id: string) => `/spreadsheets/d/${id}/edit`;

/** Shows a ticket in the sidebar by its number. */
async function openTicket(sidebar: FrameLocator): Promise<void> {
  await sidebar.getByLabel('Nomor tiket').fill(ticket);
  await sidebar.getByRole('button', { name: 'Buka', exact: true }).click();
  await sidebar.getByRole('heading', { name: ticket }).waitFor();
}

describe('an emergency patient', () => {
  it('starts with practice data, so that no screen is empty', async () => {
    const { page } = officer;
    await page.goto('/');
    await page.getByRole('link', { name: 'Register' }).waitFor();
    await officer.expectAccessible('home, 1280');
    await officer.picture('01-beranda');
    expect(await server.table('register', 'Kasus')).toHaveLength(40);
  });

  it('PIC: makes mistakes on the telephone, sees them, goes back, and sends', { timeout: 120_000 }, async () => {
    const { page } = pic;
    await page.goto('/');
    await pic.expectAccessible('home, 360');
    const [hospital] = await server.table('register', 'Faskes');
    const link = new URL(hospital?.['tautan'] ?? '');
    await page.goto(link.pathname + link.search);
    await pic.expectAccessible('form, 360');
    await pic.picture('02-formulir-awal');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await next(page);
    const first = card(page, 'kondisi kesehatan darurat');
    await first.locator('.error').getByText('wajib diisi').waitFor();
    expect(await first.getByLabel('Ya', { exact: true }).evaluate((node) => node === document.activeElement)).toBe(
      true,
    );
    await pic.expectAccessible('form with an error, 360');
    await pic.picture('03-formulir-wajib-diisi');

    await agree(page, 'Suaminya Rumpaka');
    await heading(page, 'NIK pasien').waitFor();
    await write(page, 'NIK', NIK.slice(1));
    await next(page);
    await card(page, 'NIK').locator('.error').getByText('16 angka tanpa spasi').waitFor();
    const field = card(page, 'NIK').getByRole('textbox');
    expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await pic.picture('04-formulir-nik-salah');
    await field.fill(NIK);
    expect(await card(page, 'NIK').locator('.error').isHidden()).toBe(true);

    await back(page);
    const consented = card(page, 'Nama yang menyatakan bersedia').getByRole('textbox');
    expect(await consented.inputValue()).toBe('Suaminya Rumpaka');
    await next(page);
    expect(await field.inputValue()).toBe(NIK);
    await next(page);

    await heading(page, 'Identitas pasien').waitFor();
    await write(page, 'Nomor Kartu Keluarga', KK);
    await write(page, 'Nama lengkap', NAME);
    await write(page, 'Tempat lahir', 'Batul');
    await writeDate(page, 'Tanggal lahir', '1988-07-05');
    await choose(page, 'Jenis kelamin', 'Laki-laki');
    await write(page, 'Alamat', 'Padukuhan Contoh 5');
    await choose(page, 'Kapanewon', 'Bantul');
    await choose(page, 'Kalurahan', 'Trirenggo (Bantul)');
    await write(page, 'Nomor HP pasien', '0812 0000 9701');
    await pic.expectAccessible('identity, 360');
    await pic.picture('05-formulir-identitas');
    await next(page);

    await heading(page, 'Fasilitas kesehatan dan PIC').waitFor();
    expect(await card(page, 'Rumah sakit atau puskesmas').getByRole('combobox').inputValue()).toBe(hospital?.['nama']);
    await writeDate(page, 'Tanggal dan jam pasien masuk', anHourAgo());
    await write(page, 'Nomor surat keterangan', 'LATIHAN/E2E');
    await choose(page, 'Golongan alasan', 'Gawat darurat');
    await write(page, 'Nama PIC', 'Sasmita Wedaran');
    await write(page, 'Alamat surel PIC', PIC);
    await write(page, 'Nomor HP PIC', '0812 0000 9801');
    await pic.expectAccessible('hospital, 360');
    await pic.picture('06-formulir-faskes');
    await page.getByRole('button', { name: 'Kirim' }).click();

    await page.getByText('Tanggapan tersimpan.').waitFor();
    const edit = page.getByRole('link', { name: 'Edit tanggapan Anda' });
    expect(await edit.getAttribute('href')).toMatch(/viewform\?edit2=.+/);
    await pic.expectAccessible('confirmation, 360');
    await pic.picture('07-formulir-terkirim');
  });

  it('PIC: reads the ticket in the mail, without NIK and with a masked name', async () => {
    const { page } = pic;
    await expect.poll(async () => (await server.table('register', 'Kasus')).length).toBe(41);
    ticket = (await caseNow())['tiket'] ?? '';
    expect(await caseNow()).toMatchObject({
      status: 'DIAJUKAN',
      rs: 'RSUD Panembahan Senopati',
      kode_wilayah: '3402082004',
    });
    await page.goto('/pemicu');
    await page.getByRole('button', { name: 'Jalankan sekarang' }).click();
    await page.getByText('pemicu berjalan sampai selesai').waitFor();
    await pic.expectAccessible('triggers, 360');
    await pic.picture('08-pemicu');
    await page.goto('/kotak-keluar');
    await page.getByRole('link', { name: `${ticket}: usulan diterima` }).click();
    const mail = page.getByLabel('Isi surel');
    const text = (await mail.textContent()) ?? '';
    expect(text).toContain(`Tiket: ${ticket}`);
    expect(text).toContain(`Pasien: ${MASKED}`);
    expect(text).toContain('Bila ada yang salah, ubah tanggapan di sini');
    for (const secret of [NIK, KK, NAME.toUpperCase()]) expect(text.toUpperCase()).not.toContain(secret);
    await pic.expectAccessible('outbox, 360');
    await mail.scrollIntoViewIfNeeded();
    await pic.picture('09-surel-diterima');
  });

  it('Dinsos: finds the row, corrects a cell, takes a suggestion', { timeout: 120_000 }, async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Register' }).click();
    await goToCell(page, await cellOf('nama'));
    await page.getByText(NAME.toUpperCase(), { exact: true }).first().waitFor();
    await officer.expectAccessible('register, 1280');
    await officer.picture('10-register');

    await typeInCell(page, await cellOf('tempat_lahir'), 'Bantul');
    await expect.poll(async () => (await caseNow())['tempat_lahir']).toBe('Bantul');
    expect((await server.table('register', 'Riwayat')).at(-1)).toMatchObject({ tiket: ticket, pelaku: OFFICER });

    panel = await openSidebar(page);
    await openTicket(panel);
    await panel.getByRole('heading', { name: 'Batas waktu' }).waitFor();
    for (const clock of ['Koreksi data', 'Usulan ke BPJS', '72 jam sejak masuk RS']) {
      await panel.getByText(clock).first().waitFor();
    }
    await panel.getByText('Jenis kelamin berbeda dengan yang ada di NIK').waitFor();
    await officer.expectAccessible('register with sidebar, 1280');
    await officer.picture('11-panel-temuan');

    await colleague.page.goto(bookPath(server.found.spreadsheets.register));
    staleParts = await openSidebar(colleague.page);
    await openTicket(staleParts);

    await panel.getByRole('button', { name: 'Pakai jenis kelamin dari NIK: perempuan' }).click();
    await panel.getByText('Koreksi disimpan.').waitFor();
    expect(await panel.getByText('Jenis kelamin berbeda dengan yang ada di NIK').count()).toBe(0);
    expect((await caseNow())['jk']).toBe('P');
    await officer.picture('12-panel-saran-dipakai');
  });

  it('Dinsos: a colleague with an old view is told, and changes nothing', async () => {
    await staleParts.getByLabel('Kependudukan').selectOption('Tidak ditemukan');
    await staleParts.getByRole('button', { name: 'Simpan pemeriksaan (1)' }).click();
    await staleParts.getByRole('heading', { name: 'Kasus ini berubah sejak Anda buka' }).waitFor();
    await staleParts.getByText(`baru saja diubah oleh ${OFFICER}`).waitFor();
    expect((await caseNow())['cek_kependudukan']).toBe('');
    await colleague.expectAccessible('sidebar with a conflict, 1280');
    await colleague.picture('13-panel-bentrok');
  });

  it('Dinsos: saves the four checks and proposes', async () => {
    expect(await panel.getByRole('button', { name: 'Usulkan ke BPJS' }).count()).toBe(0);
    const results = { Kependudukan: 'Padan', DTSEN: 'Terdaftar desil 1-5', 'PBI JK': 'Terdaftar nonaktif' };
    for (const [label, result] of Object.entries(results)) await panel.getByLabel(label).selectOption(result);
    await panel.getByLabel('PBI APBD').selectOption('Tidak terdaftar');
    await panel.getByRole('button', { name: 'Simpan pemeriksaan (4)' }).click();
    await panel.getByText('Semua pemeriksaan lengkap; usulan diverifikasi.').waitFor();
    await officer.picture('14-panel-diverifikasi');
    await panel.locator('header').getByText(NAME.toUpperCase(), { exact: true }).waitFor();
    await propose(panel, NAME.toUpperCase(), ticket);
    await panel.getByText('Diusulkan. Baris tampil di Berbagi BPJS').waitFor();
    expect(await caseNow()).toMatchObject({ status: 'DIKIRIM_BPJS', cek_dtks_oleh: OFFICER });
    await officer.picture('15-panel-diusulkan');
    await panel.getByText('Riwayat', { exact: true }).click();
    await panel.locator('.riwayat li').first().waitFor();
    await officer.page.setViewportSize(PHONE);
    await officer.expectAccessible('register with sidebar, 360');
    await officer.picture('16-register-sempit');
    await officer.page.setViewportSize(DESK);
  });

  it('BPJS: sees proposed cases only, cannot touch a locked cell, and answers', { timeout: 120_000 }, async () => {
    await server.tick();
    const { page } = bpjs;
    const refused = await page.goto(bookPath(server.found.spreadsheets.register));
    expect(refused?.status()).toBe(403);
    await page.getByRole('heading', { name: 'Anda perlu izin' }).waitFor();
    await bpjs.expectAccessible('no permission, 1280');
    await bpjs.picture('17-bpjs-tanpa-izin');

    await page.goto('/');
    await page.getByRole('link', { name: 'Lembar BPJS' }).click();
    const rows = await server.table('bpjs', 'Usulan Darurat');
    const cases = new Map((await server.table('register', 'Kasus')).map((row) => [row['tiket'], row]));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(cases.get(row['tiket'])?.['diusulkan_pada'], row['tiket']).not.toBe('');
    expect(Object.keys(rows[0] ?? {})).not.toContain('alamat');

    const at = (column: string) => server.cell('bpjs', 'Usulan Darurat', ticket, column);
    await goToCell(page, await at('nik'));
    await page.getByText(NIK, { exact: true }).first().waitFor();
    await bpjs.expectAccessible('sheet of BPJS, 1280');
    await bpjs.picture('18-lembar-bpjs');
    await enterInCell(page, await at('nik'), '3402084507889709');
    await page.getByText('Anda mencoba mengedit sel atau objek yang dilindungi').waitFor();
    await bpjs.picture('19-sel-terkunci');
    await page.getByRole('button', { name: 'Tutup pesan' }).click();
    expect((await server.table('bpjs', 'Usulan Darurat')).find((row) => row['tiket'] === ticket)?.['nik']).toBe(NIK);

    await typeInCell(page, await at('hasil'), 'berhasil');
    expect((await caseNow())['status']).toBe('DIKIRIM_BPJS');
    await typeInCell(page, await at('tmt_aktif'), '01/12/2026');
    await expect.poll(async () => (await caseNow())['status']).toBe('BERHASIL');
    await page
      .getByText(/^Diterima: berhasil/)
      .first()
      .waitFor();
    await bpjs.picture('20-bpjs-menjawab');
  });

  it('PIC: reads from which day the patient is covered', async () => {
    await server.tick();
    const { page } = pic;
    await page.goto('/kotak-keluar');
    await page.getByRole('link', { name: `${ticket}: berhasil, kepesertaan aktif` }).click();
    const mail = page.getByLabel('Isi surel');
    expect(await mail.textContent()).toContain('Kepesertaan PBI aktif mulai 1 Desember 2026.');
    expect(await mail.textContent()).not.toContain(NIK);
    await mail.scrollIntoViewIfNeeded();
    await pic.picture('21-surel-hasil');
  });

  it('nobody saw a dialog, a script error, or a run that failed', async () => {
    for (const { troubles } of [pic, officer, colleague, bpjs]) expect(troubles).toEqual([]);
    const runs = (await (await fetch(`${server.origin}/workspace/executions`)).json()) as { error: string | null }[];
    expect(runs.filter(({ error }) => error !== null)).toEqual([]);
  });
});
