/**
 * A third office is set up by following its guide to the letter: what `docs/panduan-kantor-baru.md` says is typed and pasted
 * here, the answers that it promises are expected, and a proposal goes through each form. Takes the guide's pictures.
 */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { Office } from '../support/office.ts';
import { launchBrowser } from './support/browser.ts';
import { agree, card, choose, next, write, writeDate } from './support/form.ts';
import { type Visitor, visit } from './support/visitor.ts';

const GUIDE = readFileSync('docs/panduan-kantor-baru.md', 'utf8');
/** With `GAMBAR=docs/gambar` the pictures of the guide are taken anew. */
const PICTURES = process.env['GAMBAR'] ?? 'test-results/e2e';
const DESK = { width: 1460, height: 640 };
/** Friday, ten o'clock WIB: one day after the guide's cut-off. */
const NOW = '2026-11-06T03:00:00Z';
const LURAH = 'pic.swasta@rumahsakit.test';

const section = (title: string): string => GUIDE.split('\n## ').find((part) => part.startsWith(title)) ?? '';
/** Rows of a table whose first cell is not the heading. */
const table = (title: string): string[][] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')))
    .slice(1);
const block = (title: string): string => /```tsv\n([\s\S]*?)\n```/.exec(section(title))?.[1] ?? '';
const lines = (text: string): string[][] => text.split('\n').map((line) => line.split('\t'));

let server: RunningServer;
let browser: Browser;
let office: Office;
let admin: Visitor;
let page: Page;

beforeAll(async () => {
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile: 'bantul',
    bundleDir: 'dist/apps-script',
    seed: false,
    clock: NOW,
  });
  office = new Office(workspace);
  [server, browser] = await Promise.all([startServer(workspace, { port: 0 }), launchBrowser()]);
  admin = await visit(browser, server.origin, office.user('admin').email, DESK);
  page = admin.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await mkdir(PICTURES, { recursive: true });
  await page.goto(`/spreadsheets/d/${office.files.spreadsheets.register}/edit`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const picture = (name: string, from = page) => from.screenshot({ path: `${PICTURES}/kantor-baru-${name}.png` });

/** Notices cover the answers that a picture is to show. */
async function closeNotices(): Promise<void> {
  const buttons = page.locator('.toast button');
  while ((await buttons.count()) > 0) await buttons.first().click();
}

async function openTab(name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('.rgCell').first().waitFor();
}

async function goTo(address: string): Promise<void> {
  const box = page.getByLabel('Kotak nama');
  await box.fill(address);
  await box.press('Enter');
  await expect.poll(() => page.locator('.cell-spoken').textContent()).toMatch(new RegExp(`^${address} `));
  await page.locator('revogr-focus:visible').first().waitFor();
}

const settled = () => office.workspace.scripts.idle();

/** Types into a cell of the open tab; resolves when the script has answered it. */
async function type(tab: string, name: string, column: string, text: string): Promise<void> {
  await goTo(address(tab, name, column));
  await page.keyboard.press('F2');
  const input = page.locator('.cell-input');
  if (await input.evaluate((node) => node instanceof HTMLSelectElement)) await input.selectOption(text);
  else {
    await input.fill(text);
    await input.press('Enter');
  }
  await input.waitFor({ state: 'hidden' });
  await expect.poll(() => rowOf(tab, name)?.[column]).toBe(text);
  await settled();
}

/** Address of a cell by the row's name, which stands in the first column of these tabs. */
function address(tab: string, name: string, column: string): string {
  const rows = office.tab(tab);
  const keys = Object.keys(rows[0] ?? {});
  const row = rows.findIndex((one) => one[keys[0] ?? ''] === name);
  return `${String.fromCharCode(65 + keys.indexOf(column))}${row + 2}`;
}

const rowOf = (tab: string, name: string) => office.tab(tab).find((one) => Object.values(one)[0] === name);
const answer = (tab: string, name: string) => rowOf(tab, name)?.['pemeriksaan'];

/** Extends the selection by a key; resolves when its frame has grown, as a person would see before the next key. */
async function extend(key: string, side: 'width' | 'height'): Promise<void> {
  const frame = page.locator('.selection-border-range').first();
  const size = async () => ((await frame.count()) > 0 ? ((await frame.boundingBox())?.[side] ?? 0) : 0);
  const before = await size();
  await page.keyboard.press(key);
  await expect.poll(size).toBeGreaterThan(before);
}

/** Empties the old list and pastes the guide's block at A2. @param right how often the guide says Shift and arrow */
async function replaceList(tab: string, text: string, right: number): Promise<void> {
  await openTab(tab);
  await goTo('A2');
  await extend('Control+Shift+ArrowDown', 'height');
  for (let i = 0; i < right; i += 1) await extend('Shift+ArrowRight', 'width');
  await page.keyboard.press('Delete');
  await expect
    .poll(() =>
      office.tab(tab).filter(
        (row) =>
          Object.values(row)
            .slice(0, right + 1)
            .join('') !== '',
      ),
    )
    .toEqual([]);
  await settled();
  await goTo('A2');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
  await expect
    .poll(() => office.tab(tab).filter((row) => Object.values(row)[0] !== '').length)
    .toBe(lines(text).length);
  await settled();
}

it('takes the settings, and each answers as the guide says', async () => {
  await openTab('Pengaturan');
  for (const [key = '', value = '', said] of table('1.')) {
    await type('Pengaturan', key, 'nilai', value);
    expect(answer('Pengaturan', key), key).toBe(said);
  }
  await goTo(address('Pengaturan', 'kode_wilayah', 'nilai'));
  await closeNotices();
  await page.locator('.rgCell').getByText('PERIKSA: Tab Wilayah').waitFor();
  await picture('pengaturan');
});

it.each([
  ['Wilayah', '2.'],
  ['Faskes', '3.'],
  ['Dasar Hukum', '4.'],
])('takes the pasted list of %s in place of the old one', async (tab, title) => {
  const text = block(title);
  await replaceList(tab, text, Number(/\*\*(\d) kali\*\*/.exec(section(title))?.[1]));
  const filled = office.tab(tab).filter((row) => Object.values(row)[0] !== '');
  expect(filled.map((row) => Object.values(row).slice(0, 3))).toEqual(lines(text));
  expect(filled.map((row) => row['pemeriksaan'])).toEqual(filled.map(() => 'Sah.'));
  expect(answer('Pengaturan', 'kode_wilayah')).toBe('Sah.');
  if (tab !== 'Wilayah') return;
  await closeNotices();
  await expect.poll(() => page.locator('.rgCell').getByText('Sah.').count()).toBe(filled.length);
  await picture('wilayah');
});

it('names the region of another regency in Peran, and takes the right one', async () => {
  await openTab('Peran');
  await type('Peran', LURAH, 'peran', 'kelurahan');
  for (const [code = '', said] of table('6.')) {
    await type('Peran', LURAH, 'wilayah', code);
    expect(answer('Peran', LURAH)).toBe(said);
  }
  await openTab('Kalimat');
  await type('Kalimat', 'rute.BGR-U', 'teks', 'Usulan kalurahan');
});

it('builds what the new route needs from the menu', async () => {
  await openTab('Kasus');
  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: 'Perbaiki register' }).click();
  await page.getByText('Formulir usulan dibuat dan diterbitkan.').waitFor({ timeout: 60_000 });
  await picture('pasang');
  await settled();
  expect(Object.keys(office.files.forms).sort()).toEqual(['darurat', 'kis', 'loket', 'usulan']);
  expect(Object.keys(office.files.spreadsheets)).toContain('kelurahan_3404072001');
});

const openForm = async (name: string, email: string): Promise<Visitor> => {
  const visitor = await visit(browser, server.origin, email, { width: 720, height: 900 });
  await visitor.page.goto(`/forms/d/e/${office.formNamed(name).publishedId}/viewform`);
  return visitor;
};
const optionsOf = (from: Page, title: string | RegExp) => card(from, title).locator('option').allTextContents();

async function send({ page: from }: Visitor): Promise<void> {
  await from.getByRole('button', { name: 'Kirim', exact: true }).click();
  await from.getByText('Tanggapan tersimpan').or(from.getByText('Permohonan tersimpan')).waitFor();
  await settled();
}

async function fillPerson(from: Page, serial: string): Promise<void> {
  await write(from, /^NIK/, `340407410890${serial}`);
  await write(from, /Nomor Kartu Keluarga/, `340407010115${serial}`);
  await write(from, 'Nama lengkap', 'Rumpaka Rekaan');
  await choose(from, 'Hubungan dalam keluarga', 'Peserta');
  await write(from, 'Tempat lahir', 'Sleman');
  await writeDate(from, 'Tanggal lahir', '1990-08-01');
  await choose(from, 'Jenis kelamin', 'Perempuan');
  await write(from, /^Alamat/, 'Jalan Contoh 1');
  await write(from, /^RT/, '1');
  await write(from, /^RW/, '2');
}

it('offers the new regions and hospitals in the emergency form, and makes a case of its own region', async () => {
  const pic = await openForm('darurat', 'pic.rsud@rumahsakit.test');
  const form = pic.page;
  await agree(form, 'Keluarga Rekaan');
  await write(form, /^NIK/, '3404074108909711');
  await next(form);
  expect((await optionsOf(form, 'Kapanewon')).filter((one) => /Mlati|Bantul/.test(one))).toEqual(['Mlati']);
  expect(await optionsOf(form, 'Kalurahan')).toHaveLength(1 + lines(block('2.')).length);
  await write(form, /Nomor Kartu Keluarga/, '3404070101159711');
  await write(form, 'Nama lengkap', 'Rumpaka Rekaan');
  await write(form, 'Tempat lahir', 'Sleman');
  await writeDate(form, 'Tanggal lahir', '1990-08-01');
  await choose(form, 'Jenis kelamin', 'Perempuan');
  await write(form, /^Alamat/, 'Jalan Contoh 1');
  await choose(form, 'Kapanewon', 'Depok');
  await choose(form, 'Kalurahan', 'Condongcatur (Depok)');
  await picture('formulir', form);
  await write(form, /Nomor HP pasien/, '081234567890');
  await next(form);
  expect((await optionsOf(form, 'Rumah sakit')).slice(1)).toEqual(lines(block('3.')).map(([name]) => name));
  await choose(form, 'Rumah sakit', 'RS Contoh Sleman Timur');
  await writeDate(form, 'Tanggal dan jam pasien masuk', '2026-11-06 08:30');
  await write(form, 'Nomor surat keterangan', 'SK/1');
  await choose(form, 'Golongan alasan', 'Gawat darurat');
  await write(form, 'Nama PIC', 'Petugas Rekaan');
  await write(form, 'Alamat surel PIC', 'pic.rsud@rumahsakit.test');
  await write(form, 'Nomor HP PIC', '081234567891');
  await send(pic);
  const [found] = office.cases().filter(({ rute }) => rute === 'BTL-D');
  expect(found).toMatchObject({ kode_wilayah: '3404072003', rs: 'RS Contoh Sleman Timur', periode: '2026-11' });
  expect(found?.['masalah']).not.toContain('!');
});

it('takes a request at the counter', async () => {
  const loket = await openForm('loket', 'pelayanan.dinsos@bantul.test');
  const form = loket.page;
  await choose(form, 'Permohonan masuk lewat', 'datang');
  for (const paper of ['kk', 'ktp', 'permohonan']) await card(form, 'Dokumen').getByLabel(paper).check();
  await next(form);
  await fillPerson(form, '9712');
  await choose(form, 'Kalurahan', 'Sinduadi (Mlati)');
  await write(form, /Nomor HP/, '081234567892');
  await send(loket);
  const [found] = office.cases().filter(({ rute }) => rute === 'BTL-N');
  // Sent on the 6th; the guide's collective limit is the 18th.
  expect(found).toMatchObject({ tiket: 'BTL-N-2026-000001', kode_wilayah: '3404062001', periode: '2026-11' });
});

it("takes a kelurahan's proposal one day after the limit into the next month, and says so", async () => {
  const lurah = await openForm('usulan', LURAH);
  const form = lurah.page;
  for (const paper of ['pengantar', 'kk', 'ktp'])
    await card(form, 'Dokumen').getByLabel(paper, { exact: true }).check();
  await choose(form, 'Jenis usulan', 'Usulan: belum mempunyai jaminan kesehatan (Format 34)');
  await next(form);
  await fillPerson(form, '9713');
  await choose(form, 'Status kawin', 'Kawin');
  await choose(form, 'Faskes tingkat pertama', 'Puskesmas Contoh Depok');
  await send(lurah);
  const [found] = office.cases().filter(({ rute }) => rute === 'BGR-U');
  expect(found).toMatchObject({ kode_wilayah: '3404072001', kalurahan: 'Caturtunggal (Depok)', periode: '2026-12' });
  expect(found?.['tanda']).toContain('lewat_cutoff');

  await page.getByRole('button', { name: 'Usulan PBI' }).click();
  await page.getByRole('menuitem', { name: 'Jalankan tugas berkala sekarang' }).click();
  await page.getByText('Tugas berkala selesai dijalankan.').waitFor({ timeout: 60_000 });
  await settled();
  const mail = office.mails(LURAH).find(({ subject }) => subject.startsWith('BGR-U'));
  expect(mail?.body).toContain('Usulan kalurahan, periode Desember 2026');
  expect(mail?.body).toContain('Dinas Sosial Kabupaten Sleman');
  expect(admin.troubles).toEqual([]);
});
