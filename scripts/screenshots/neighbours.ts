/** Pictures of the spreadsheets that Kota Bogor shares with other offices. */
import { goTo, keep, openBook, openTab, type Studio, visit } from './camera.ts';

/** Kecamatan says that it knows of a row. */
export async function kecamatanPicture(studio: Studio): Promise<void> {
  const page = await visit(studio, 'kecamatan.satu@kotabogor.test');
  const { spreadsheets } = studio.server.found;
  await studio.server.post('/workspace/edit', {
    spreadsheetId: spreadsheets['kecamatan'],
    range: "'Rekap'!J2:J3",
    values: [['ya'], ['ya']],
    user: 'kecamatan.satu@kotabogor.test',
  });
  await openBook(page, spreadsheets['kecamatan'], 'Rekap');
  await goTo(page, 'J2');
  await page
    .getByText(/^Diketahui /)
    .first()
    .waitFor();
  await keep(page, 'kecamatan-rekap');
}

/** The newest rows: those that wait stand below what was answered long ago. */
export async function disdukcapilPicture(studio: Studio): Promise<void> {
  const rows = await studio.server.table('disdukcapil', 'Pemadanan');
  const first = rows.findIndex(({ tanggapan }) => tanggapan === 'Menunggu jawaban.') + 2;
  const page = await visit(studio, 'layanan.disdukcapil@kotabogor.test');
  await openBook(page, studio.server.found.spreadsheets['disdukcapil'], 'Pemadanan');
  await goTo(page, `K${first + 8}`);
  await goTo(page, `I${first}`);
  await page.getByText('Menunggu jawaban.').first().waitFor();
  await keep(page, 'disdukcapil-pemadanan');
}

export async function dinkesPictures(studio: Studio): Promise<void> {
  const { length } = await studio.server.table('dinkes', 'Batch');
  const page = await visit(studio, 'pembiayaan.dinkes@kotabogor.test');
  await openBook(page, studio.server.found.spreadsheets['dinkes'], 'Batch');
  await goTo(page, `F${length + 1}`);
  await keep(page, 'dinkes-batch');
  await openTab(page, 'Usulan');
  await goTo(page, 'L2');
  await page.getByText('status', { exact: true }).first().waitFor();
  await keep(page, 'dinkes-usulan');
}

export async function bpjsMonthlyPicture(studio: Studio): Promise<void> {
  const page = await visit(studio, 'kepesertaan@bpjs.test');
  await openBook(page, studio.server.found.spreadsheets.bpjs, 'Usulan Bulanan');
  await goTo(page, 'R14');
  await goTo(page, 'O14');
  await keep(page, 'bpjs-usulan-bulanan');
}
