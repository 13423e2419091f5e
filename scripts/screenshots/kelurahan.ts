/** Pictures of what a kelurahan works with: its forms on the phone, its letters, its own spreadsheet. */
import type { Page } from 'playwright-core';
import { card, choose, next, write, writeDate } from '../../test/e2e/support/form.ts';
import { goTo, keep, keepLetter, openBook, openForm, PHONE, type Studio, visit } from './camera.ts';

const OFFICER = 'kelurahan.satu@kotabogor.test';
const BOOK = 'kelurahan_3271011001';

/** A citizen who does not exist: the serial of the NIK is above 9000. */
const NIK = '3271011708909801';

export async function kelurahanPictures(studio: Studio): Promise<void> {
  await proposalOnThePhone(studio);
  await letters(studio);
  await ownBook(studio);
  await cardReport(studio);
}

async function proposalOnThePhone(studio: Studio): Promise<void> {
  const page = await visit(studio, OFFICER, PHONE);
  await openForm(studio, page, 'usulan');
  await keep(page, 'kelurahan-formulir');
  for (const paper of ['pengantar', 'kk', 'ktp'])
    await card(page, 'Dokumen').getByLabel(paper, { exact: true }).check();
  await choose(page, 'Jenis usulan', 'Usulan: belum mempunyai jaminan kesehatan (Format 34)');
  await next(page);
  await write(page, /^NIK/, NIK.slice(1));
  await page.keyboard.press('Tab');
  await page.getByText('terdiri dari 16 angka').first().waitFor();
  await keep(page, 'kelurahan-formulir-salah');
  await identity(page);
  await page.getByRole('button', { name: 'Kirim' }).click();
  await page.getByText('Tanggapan tersimpan').waitFor();
  await keep(page, 'kelurahan-terkirim');
  await studio.server.tick();
}

async function identity(page: Page): Promise<void> {
  await write(page, /^NIK/, NIK);
  await write(page, /^Nomor Kartu Keluarga/, '3271011508109801');
  await write(page, /^Nama lengkap/, 'Warsa Contohlatih');
  await choose(page, /^Hubungan/, 'Peserta');
  await write(page, /^Tempat lahir/, 'Bogor');
  await writeDate(page, /^Tanggal lahir/, '1990-08-17');
  await choose(page, /^Jenis kelamin/, 'Laki-laki');
  await choose(page, /^Status kawin/, 'Kawin');
  await write(page, /^Alamat/, 'Kampung Contoh 1');
  await write(page, /^RT/, '1');
  await write(page, /^RW/, '2');
  await choose(page, /^Faskes/, 'Puskesmas Cipaku');
}

/** One that came too late for its month, and one that has to be mended: last month has both. */
async function letters(studio: Studio): Promise<void> {
  const mine = (await studio.server.table('register', 'Kasus')).filter((row) => row['pic_email'] === OFFICER);
  const late = mine.find((row) => row['tanda']?.includes('lewat_cutoff'))?.['tiket'];
  const page = await visit(studio, OFFICER);
  await keepLetter(page, `${late}: usulan diterima`, 'kelurahan-surel-lewat-batas');
  const incomplete = mine.find((row) => row['kode_kembali'] === 'K-LENGKAP')?.['tiket'];
  await keepLetter(page, `${incomplete}: data perlu diperbaiki`, 'kelurahan-surel-perbaiki');
}

async function ownBook(studio: Studio): Promise<void> {
  const page = await visit(studio, OFFICER);
  await openBook(page, studio.server.found.spreadsheets[BOOK], 'Usulan Kami');
  await goTo(page, 'G2');
  await keep(page, 'kelurahan-usulan-kami');
}

async function cardReport(studio: Studio): Promise<void> {
  const rows = await studio.server.table(BOOK, 'Usulan Kami');
  const waiting = rows.find(({ kis }) => kis === 'MENUNGGU' || kis === 'DITERIMA')?.['tiket'];
  const page = await visit(studio, OFFICER, PHONE);
  await openForm(studio, page, 'kis');
  await write(page, /^Nomor tiket/, waiting ?? '');
  await choose(page, /^Apa yang terjadi/, 'Kartu diserahkan kepada peserta atau keluarga');
  await keep(page, 'kelurahan-kis');
}
