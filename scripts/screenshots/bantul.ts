/** Pictures of Kabupaten Bantul: the emergency route from the hospital's form to the answer, and the counter. */
import type { Page } from 'playwright-core';
import { card, choose, next, write, writeDate } from '../../test/e2e/support/form.ts';
import {
  goTo,
  keep,
  keepLetter,
  openBook,
  openForm,
  openSidebar,
  PHONE,
  type Studio,
  sidebar,
  TALL,
  visit,
} from './camera.ts';

const OFFICER = 'verifikator.dinsos@bantul.test';
const COUNTER = 'pelayanan.dinsos@bantul.test';
const HOSPITAL = 'pic.rsud@rumahsakit.test';

/** An applicant who does not exist: the serial of the NIK is above 9000. */
const NIK = '3402075708909811';

export async function bantulPictures(studio: Studio): Promise<void> {
  await emergency(studio);
  await answers(studio);
  await counter(studio);
}

async function emergency(studio: Studio): Promise<void> {
  const { server } = studio;
  const home = await visit(studio, OFFICER);
  await home.goto('/');
  await keep(home, 'beranda');

  const phone = await visit(studio, HOSPITAL, PHONE);
  await openForm(studio, phone, 'darurat');
  await keep(phone, 'formulir');

  const page = await visit(studio, OFFICER, { width: 1100, height: 580 });
  await openBook(page, server.found.spreadsheets.register, 'Kasus');
  const panel = await openSidebar(page, 'Panel kasus');
  const swapped = (await server.table('register', 'Kasus')).find((row) => row['masalah']?.includes('W_TGL_KK'));
  await panel.getByLabel('Nomor tiket').fill(swapped?.['tiket'] ?? '');
  await panel.getByRole('button', { name: 'Buka', exact: true }).click();
  await panel.getByRole('heading', { name: 'Temuan' }).waitFor();
  await keep(page, 'register');
  await page.setViewportSize(TALL);
  await keep(sidebar(page), 'dinsos-panel-darurat');
}

async function answers(studio: Studio): Promise<void> {
  const bpjs = await visit(studio, 'kepesertaan@bpjs.test');
  await openBook(bpjs, studio.server.found.spreadsheets.bpjs, 'Usulan Darurat');
  await goTo(bpjs, 'P14');
  await bpjs.getByText('Menunggu jawaban.').first().waitFor();
  await keep(bpjs, 'lembar-bpjs');
  const mail = await visit(studio, HOSPITAL);
  await keepLetter(mail, /berhasil, kepesertaan aktif/, 'surel');
}

/** A file that lacks a paper, from the counter's form to the note for the applicant. */
async function counter(studio: Studio): Promise<void> {
  const { server } = studio;
  const page = await visit(studio, COUNTER, TALL);
  await openForm(studio, page, 'loket');
  await choose(page, /^Permohonan masuk/, 'datang');
  for (const paper of ['kk', 'ktp']) await card(page, 'Dokumen').getByLabel(paper, { exact: true }).check();
  await keep(page, 'loket-formulir');
  await next(page);
  await applicant(page);
  await page.getByRole('button', { name: 'Kirim' }).click();
  await page.getByText('Permohonan tersimpan').waitFor();
  await server.tick();

  const ticket = (await server.table('register', 'Kasus')).find(({ nik }) => nik === NIK)?.['tiket'] ?? '';
  await openBook(page, server.found.spreadsheets.register, 'Kasus');
  const panel = await openSidebar(page, 'Panel kasus');
  await panel.getByLabel('Nomor tiket').fill(ticket);
  await panel.getByRole('button', { name: 'Buka', exact: true }).click();
  await panel.locator('#simpan-saring').waitFor();
  await keep(sidebar(page), 'loket-penyaringan');
  await panel.locator('#simpan-saring').click();
  await panel.locator('#catatan-pemohon').waitFor();
  await panel.locator('#catatan-pemohon').scrollIntoViewIfNeeded();
  await keep(sidebar(page), 'loket-catatan');
}

async function applicant(page: Page): Promise<void> {
  await write(page, /^NIK/, NIK);
  await write(page, /^Nomor Kartu Keluarga/, '3402071508109811');
  await write(page, /^Nama lengkap/, 'Warsi Contohlatih');
  await choose(page, /^Hubungan/, 'Peserta');
  await write(page, /^Tempat lahir/, 'Bantul');
  await writeDate(page, /^Tanggal lahir/, '1990-08-17');
  await choose(page, /^Jenis kelamin/, 'Perempuan');
  await write(page, /^Alamat/, 'Dusun Contoh');
  await write(page, /^RT/, '1');
  await write(page, /^RW/, '2');
  await choose(page, /^Kalurahan/, 'Trirenggo (Bantul)');
  await write(page, /^Nomor HP/, '081200009811');
}
