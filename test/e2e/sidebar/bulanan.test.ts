/** The sidebar on monthly cases, against the built bundle in a real office: what officers see and do in 300 px. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '#workspace/users.ts';
import { application } from '../../support/applicants.ts';
import { SEMUA_CEK } from '../../support/checks.ts';
import { proposal } from '../../support/citizens.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Answers, startSidebar } from './support/sidebar.ts';

let sidebar: Awaited<ReturnType<typeof startSidebar>>;
let office: Office;
beforeAll(async () => {
  sidebar = await startSidebar();
});
afterAll(() => sidebar.stop());

/** Every call of the page goes to the bundle, as this person, with this ticket's row selected. */
function bundle(user: User, ticket: string | undefined): Answers {
  const run = async (name: string, request: unknown) => {
    const result = await office.run(name, [request], user);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };
  return {
    panelBuka: (request) => run('panelBuka', 'tiket' in request ? request : { tiket: ticket }),
    panelPilihan: () => ticket,
    panelTindakan: (request) => run('panelTindakan', request),
    panelRiwayat: (request) => run('panelRiwayat', request),
    panelKeluarga: (request) => run('panelKeluarga', request),
    panelTolakSaran: (request) => run('panelTolakSaran', request),
    cetakCatatanPemohon: () => undefined,
    cetakSaranDukcapil: () => undefined,
  };
}

const SHOTS = process.env['SHOTS'];

/** A page as tall as the case, so that a picture shows all of it. */
const open = (user: User, ticket: string | undefined) => sidebar.open(bundle(user, ticket), 1500);

type Bar = Awaited<ReturnType<typeof open>>;

async function sound(bar: Bar, name: string): Promise<void> {
  if (SHOTS) await bar.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await bar.axe()).toEqual([]);
  expect(await bar.page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  expect(bar.troubles).toEqual([]);
}

const done = async ({ page }: Bar) => {
  await page.waitForSelector('#status .pesan');
  return page.textContent('#status');
};

describe('the counter of Bantul', () => {
  let counter: User;
  beforeAll(async () => {
    office = await openOffice();
    counter = office.person('pelayanan.dinsos');
  });
  afterAll(() => office.workspace.close());

  it('screens a file by keyboard, gives it back, and has a note ready for the applicant', async () => {
    const { tiket } = await office.sendCase('loket', application(1, { dokumen: ['kk'] }), counter);
    await using bar = await open(counter, tiket);
    const { page } = bar;
    await page.waitForSelector('#tiket');
    await sound(bar, 'loket-saring');
    expect(await page.textContent('#langkah')).toContain('Saring berkas');
    expect(await page.locator('.jam').first().textContent()).toContain('Penyaringan (jam kerja)');
    expect(await page.isDisabled('#cek-cek_kependudukan')).toBe(true);
    expect(await page.textContent('section:has(#judul-cek)')).toContain(
      'bukan wewenang peran Anda, melainkan petugas verifikasi Dinas Sosial',
    );

    await page.focus('#dokumen-1');
    await page.keyboard.press('Space');
    expect(await page.textContent('section:has(#judul-saring) [role=status]')).toContain('Belum ada: Permohonan.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await done(bar)).toContain('Berkas belum lengkap: Surat permohonan.');
    expect(office.case(tiket)).toMatchObject({ status: 'DIKEMBALIKAN', dokumen: 'kk, ktp' });

    const note = await page.inputValue('#catatan-pemohon');
    expect(note).toContain(`tiket ${tiket}`);
    expect(note).toContain('- Permohonan');
    expect(note).not.toMatch(/\d{16}|Siti/i);
    await page.click('#cetak-catatan');
    await expect.poll(() => bar.calls.at(-1)).toEqual({ name: 'cetakCatatanPemohon', request: tiket });
    await page.click('#salin-catatan');
    await expect.poll(() => page.textContent('.formulir [role=status]')).toMatch(/Teks (tersalin|sudah dipilih)/);
    await sound(bar, 'loket-dikembalikan');
  });

  it('goes from the completed file to the decision and the answer of BPJS', async () => {
    const { tiket } = await office.sendCase('loket', application(2, { dokumen: ['kk'] }), counter);
    await using bar = await open(office.user('dinsos'), tiket);
    const { page } = bar;
    for (const box of ['#dokumen-1', '#dokumen-2']) await page.check(box);
    await page.click('#simpan-saring');
    expect(await done(bar)).toContain('Berkas lengkap');
    expect(await page.locator('section:has(#judul-saring)').count()).toBe(0);
    for (const [column, answer] of Object.entries(SEMUA_CEK)) await page.selectOption(`#cek-${column}`, answer);
    await page.click('#simpan-cek');
    await expect.poll(() => page.textContent('.kedudukan')).toContain('Diverifikasi');
    await page.click('#lipat-tindakan-lain');
    await sound(bar, 'loket-diverifikasi');
    expect(await page.locator('.tombol .action').allTextContents()).toEqual(['Loloskan']);
    await page.click('#aksi-LOLOSKAN');
    await expect.poll(() => page.textContent('.kedudukan')).toContain('Lolos');
    expect(await page.textContent('#langkah')).toContain('Menunggu penutupan batch periode Desember 2026');

    await page.click('#aksi-GESER_PERIODE');
    await page.click('#kirim');
    expect(await page.textContent('#galat-formulir')).toContain('Pilih periodenya');
    await page.selectOption('#isi-periode', { label: 'November 2026' });
    await page.fill('#isi-teks', 'Disetujui kepala seksi');
    await sound(bar, 'loket-periode');
    await page.click('#kirim');
    expect(await done(bar)).toContain('Dipindahkan ke periode November 2026');
    expect(office.case(tiket)['periode']).toBe('2026-11');
  });

  it('finds the family, a namesake and the mistyped NIK', async () => {
    const right = await office.sendCase('loket', application(3), counter);
    const wrongNik = `${right['nik']?.slice(0, 11)}${right['nik']?.[11] === '1' ? '2' : '1'}${right['nik']?.slice(12)}`;
    const child = application(4, { no_kk: right['no_kk'] ?? '', hubkel: 'Anak' });
    await office.sendCase('loket', child, counter);
    const { tiket } = await office.sendCase(
      'loket',
      application(3, { nik: wrongNik, segmen_asal: 'PBPU mandiri' }),
      counter,
    );
    await using bar = await open(office.user('dinsos'), tiket);
    const { page } = bar;
    await page.click('text=Cari saran NIK');
    await page.waitForSelector('#judul-saran-nik');
    await sound(bar, 'keluarga');
    expect(await page.textContent('#judul-anggota')).toBe('Satu KK di register (3)');
    expect(await page.textContent('#isi-keluarga')).toContain('NIK lain: dapat orang lain');
    expect(await page.textContent('#saran-nik-0')).toContain(right['nik']);
    expect(bar.calls.filter(({ name }) => name === 'panelKeluarga')).toHaveLength(1);

    await page.click('#tolak-nik-0');
    await expect.poll(() => page.locator('#saran-nik-0').count()).toBe(0);
    await page.click('#muat');
    await page.waitForSelector('#tiket');
    await page.waitForSelector('#judul-anggota');
    expect(await page.locator('#judul-saran-nik').count()).toBe(0);
    expect(office.case(tiket)['nik']).toBe(wrongNik);
  });
});

describe('Kota Bogor', () => {
  beforeAll(async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  });
  afterAll(() => office.workspace.close());

  it('gives a case back with a reason of the list, and records an answer with its code', async () => {
    const kelurahan = office.person('kelurahan.satu');
    const { tiket } = await office.sendCase('usulan', proposal(1), kelurahan);
    await using bar = await open(office.user('dinsos'), tiket);
    const { page } = bar;
    await page.waitForSelector('#tiket');
    await page.click('#lipat-data');
    await sound(bar, 'bogor-diajukan');
    const clocks = await page.locator('.jam').allTextContents();
    expect(clocks.map((text) => text.replace(/batas.*/, ''))).toEqual([
      'Kelurahan ke Dinsosselesai',
      'Dinsos ke Dinkessisa 6 hari',
      'Dinkes ke BPJSsisa 11 hari',
      'Jawaban BPJSbelum mulai',
    ]);
    const data = await page.locator('details:has(#lipat-data) dt').allTextContents();
    expect(data).toEqual(expect.arrayContaining(['Status kawin', 'Faskes tk. I', 'Periode', 'Pengusul', 'Kelurahan']));
    expect(data).not.toContain('PIC');

    await page.click('#aksi-KEMBALIKAN');
    await page.fill('#isi-teks', 'KK lama');
    await page.click('#kirim');
    expect(await page.textContent('#galat-formulir')).toContain('Pilih alasan dari daftar');
    await page.selectOption('#isi-pilihan', 'Data belum lengkap');
    await sound(bar, 'bogor-kembalikan');
    await page.click('#kirim');
    await done(bar);
    expect(office.case(tiket)).toMatchObject({ status: 'DIKEMBALIKAN', kode_kembali: 'K-LENGKAP' });
  });

  it('cancels what the population register does not know, and prints the advice', async () => {
    const { tiket } = await office.sendCase('usulan', proposal(3), office.person('kelurahan.satu'));
    await office.act(tiket, 'PERIKSA', { isi: { cek_kependudukan: 'Tidak ditemukan' } });
    await using bar = await open(office.user('dinsos'), tiket);
    const { page } = bar;
    await page.click('#aksi-BATALKAN');
    await page.fill('#isi-teks', 'NIK tidak ada di data kependudukan');
    await page.click('#kirim');
    await done(bar);
    expect(await page.textContent('#langkah')).toContain('Dibuka lagi bila NIK sudah diperbarui di Disdukcapil.');
    await page.click('#cetak-dukcapil');
    await expect.poll(() => bar.calls.at(-1)).toEqual({ name: 'cetakSaranDukcapil', request: tiket });
    expect(await page.locator('.tombol .action').allTextContents()).toEqual(['Buka percobaan baru']);
    await sound(bar, 'bogor-dibatalkan');
  });

  it('suggests the code that the words of BPJS name', async () => {
    const { tiket } = await office.sendCase('usulan', proposal(2), office.person('kelurahan.satu'));
    const officer = office.user('dinsos');
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'LOLOSKAN');
    const { users, sheets } = office.workspace;
    const put = (column: string, text: string) =>
      sheets.values.update(
        users.owner,
        office.files.spreadsheets.register,
        office.cell(tiket, column),
        { values: [[text]] },
        { valueInputOption: 'RAW' },
      );
    put('status', 'DIKIRIM_BPJS');
    put('salinan', JSON.stringify({ ...JSON.parse(office.case(tiket)['salinan'] ?? '{}'), status: 'DIKIRIM_BPJS' }));
    await using bar = await open(officer, tiket);
    const { page } = bar;
    await page.click('#aksi-CATAT_HASIL');
    await page.selectOption('#isi-hasil', 'berhasil');
    await page.fill('#isi-tmt', '01/12/2026');
    expect(await page.textContent('#isi-kode-petunjuk')).toMatch(/^Menurut keterangan dan TMT: B02 /);
    await page.selectOption('#isi-hasil', 'tidak berhasil');
    await page.fill('#isi-keterangan', 'NIK ganda di pusat');
    expect(await page.textContent('#isi-kode-petunjuk')).toBe('Menurut keterangan: T03 NIK ganda');
    await sound(bar, 'bogor-hasil');
    await page.click('#kirim');
    await done(bar);
    expect(office.case(tiket)).toMatchObject({ status: 'TIDAK_BERHASIL', kode_hasil: 'T03' });
    await page.click('#aksi-BANDING');
    await page.fill('#isi-teks', 'Warga menyanggah');
    await page.click('#kirim');
    expect(await done(bar)).toContain('Sanggahan dicatat');
    expect(office.case(tiket)['tanda']).toContain('banding');
  });
});
