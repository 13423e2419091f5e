/** Kota Bogor after the answer: cards (BGR-20, S-27), and tickets that open again (BGR-09, BGR-16). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBatch } from '../support/batches.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { proposal } from '../support/citizens.ts';
import { checkCases } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

const kelurahan = () => office.person('kelurahan.satu');
const at = (date: string) => office.workspace.clock.set(Date.parse(`${date}T09:00:00+07:00`));

/** The n-th citizen's case, registered by BPJS. */
async function registered(n: number, kis = 'MENUNGGU'): Promise<string> {
  const { tiket = '' } = await office.sendCase('usulan', proposal(n), kelurahan());
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
  at('2026-11-14');
  await closeBatch(office, 'BGR-U', '2026-11');
  at('2026-11-19');
  await office.tick();
  const { dinkes = '', bpjs } = office.files.spreadsheets;
  const { values = [] } = office.workspace.sheets.values.get(office.workspace.users.owner, dinkes, "'Batch'");
  const column = String.fromCharCode(65 + ((values ?? [])[0] as string[]).indexOf('dikirim'));
  await office.editFile(dinkes, `'Batch'!${column}2`, [['sudah']], office.person('pembiayaan.dinkes'));
  await office.tick();
  at('2026-11-26');
  await office.tick();
  const clerk = office.person('kepesertaan');
  const answer = office.cell(tiket, 'hasil', 'Usulan Bulanan', bpjs);
  await office.editFile(bpjs, answer, [['berhasil', '', '01/12/2026']], clerk);
  expect(office.case(tiket)).toMatchObject({ status: 'BERHASIL', tmt_aktif: '2026-12-01', kis });
  return tiket;
}

const report = (tiket: string, peristiwa: string, more = {}, user = kelurahan()) =>
  office.send('kis', { tiket, tanggal: '2026-12-02', peristiwa, ...more }, user);
const HANDED = 'Kartu diserahkan kepada peserta atau keluarga';

describe('a card', () => {
  it('is followed from the kelurahan to the person, and the case ends with the receipt', async () => {
    const tiket = await registered(1);
    at('2026-12-02');
    report(tiket, 'Kartu diterima kelurahan');
    await office.workspace.scripts.idle();
    expect(office.case(tiket)).toMatchObject({ status: 'BERHASIL', kis: 'DITERIMA' });
    report(tiket, 'Belum dapat diserahkan', { alasan_gagal: 'Peserta tidak ditemukan di alamatnya' });
    await office.workspace.scripts.idle();
    expect(office.tab('KIS')[0]).toMatchObject({ keadaan: 'GAGAL', diterima_kelurahan: '2026-12-02' });
    const { id } = report(tiket, HANDED, { penerima: 'Keluarga Contoh', hubungan: 'Anak' });
    await office.workspace.scripts.idle();
    expect(office.case(tiket)).toMatchObject({ status: 'SELESAI', kis: 'DISERAHKAN' });
    expect(office.tab('KIS')).toHaveLength(1);
    expect(office.tab('KIS')[0]).toMatchObject({ keadaan: 'DISERAHKAN', hubungan: 'Anak', tanda_terima: id });
    await office.tick();
    const own = office.tab('Usulan Kami', office.files.spreadsheets['kelurahan_3271011001']);
    expect(own[0]).toMatchObject({ status: 'Selesai', kis: 'DISERAHKAN' });
    checkCases(office);
  });

  it('of another kelurahan cannot be reported, and a report that comes twice counts once', async () => {
    const tiket = await registered(2);
    at('2026-12-02');
    report(tiket, HANDED, { penerima: 'Orang lain', hubungan: 'Anak' }, office.person('kelurahan.dua'));
    await office.workspace.scripts.idle();
    expect(office.case(tiket)).toMatchObject({ status: 'BERHASIL', kis: 'MENUNGGU' });
    await office.tick();
    expect(office.mails(office.person('kelurahan.dua').email).at(-1)?.body).toContain(tiket);
    office.workspace.faults.set({ formEventCopies: 2 });
    report(tiket, 'Kartu diterima kelurahan');
    await office.workspace.scripts.idle();
    office.workspace.faults.clear();
    expect(office.tab('Riwayat').filter(({ aksi }) => aksi === 'CATAT_KIS')).toHaveLength(1);
    checkCases(office);
  });

  it('is not printed any more where the office says so: KIS is digital', async () => {
    const { address } = cellOf('kis_digital');
    await office.edit(address, [['ya']], office.workspace.users.owner);
    const tiket = await registered(3, 'DIGITAL');
    expect(office.tab('KIS')).toMatchObject([{ tiket, keadaan: 'DIGITAL' }]);
    at('2027-01-20');
    await office.tick();
    expect(office.mails(kelurahan().email).some(({ subject }) => subject.includes('KIS'))).toBe(false);
  });
});

/** Where the value of a setting stands. */
function cellOf(key: string): { address: string } {
  const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === key);
  return { address: `'Pengaturan'!B${row + 2}` };
}

describe('a cancelled proposal (BGR-09)', () => {
  it('opens again on its ticket when the kelurahan corrects its response, without typing the rest again', async () => {
    const { id, editToken } = office.send('usulan', proposal(4), kelurahan());
    await office.workspace.scripts.idle();
    const tiket = office.cases().find((row) => row['id_respons'] === id)?.['tiket'];
    await office.act(tiket, 'PERIKSA', { isi: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' } });
    await office.act(tiket, 'BATALKAN', { alasan: 'NIK tidak ditemukan.' });
    expect(office.case(tiket)).toMatchObject({ status: 'DIBATALKAN', kode_hasil: 'T01' });
    await office.tick();
    const told = office
      .mails(kelurahan().email)
      .find(({ subject }) => subject === `${tiket}: dibatalkan, NIK tidak ditemukan`);
    expect(told?.body).toContain('Disdukcapil');
    expect(told?.body).toMatch(/^Warga: /m);
    office.send('usulan', proposal(4, { rw: '5' }), kelurahan(), editToken);
    await office.workspace.scripts.idle();
    expect(office.case(tiket)).toMatchObject({ status: 'DIAJUKAN', percobaan: '2', rw: '5', cek_kependudukan: '' });
    expect(office.cases()).toHaveLength(1);
    checkCases(office);
  });

  it('opens again by its ticket number in a new response, but not for another kelurahan', async () => {
    const { tiket = '' } = await office.sendCase('usulan', proposal(5), kelurahan());
    await office.act(tiket, 'KEMBALIKAN', { alasan: 'Data belum lengkap', isi: { kode_kembali: 'K-NIK' } });
    office.send('usulan', proposal(5, { tiket_lama: tiket }), office.person('kelurahan.dua'));
    await office.workspace.scripts.idle();
    expect(office.case(tiket)['status']).toBe('DIKEMBALIKAN');
    // After the 10th the same ticket goes to the next month (S-04).
    at('2026-11-12');
    office.send('usulan', proposal(5, { tiket_lama: tiket, rt: '4' }), kelurahan());
    await office.workspace.scripts.idle();
    expect(office.case(tiket)).toMatchObject({ status: 'DIAJUKAN', periode: '2026-12', rt: '4', percobaan: '2' });
    expect(office.cases()).toHaveLength(1);
    checkCases(office);
  });
});

describe('a report that is refused', () => {
  it('was promised no more than that it is looked at, and offers nothing to mend where nothing can be mended', async () => {
    const { tiket = '' } = await office.sendCase('usulan', proposal(9), kelurahan());
    expect(office.formNamed('kis').confirmationMessage).toContain('diperiksa sebentar lagi');
    report(tiket, 'Kartu diterima kelurahan');
    await office.workspace.scripts.idle();
    await office.tick();
    const mail = office.mails(kelurahan().email).find(({ subject }) => subject === 'Formulir tidak dapat diproses');
    expect(mail?.body).toMatch(/tidak dicatat\. [\s\S]*kirim laporan baru lewat formulir/);
    expect(mail?.body).not.toContain('http');
  });
});
