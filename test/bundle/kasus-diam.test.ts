/** Cases on which the SOPs are silent and that no other suite shows: S-05, S-12, S-14, S-16, S-26, S-28, S-30. */
import { afterEach, describe, expect, it } from 'vitest';
import { application } from '../support/applicants.ts';
import { closeBatch } from '../support/batches.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { proposal } from '../support/citizens.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
afterEach(() => office.workspace.close());

const bogor = async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-02T03:00:00Z' });
  return office.person('kelurahan.satu');
};
const [first, second] = ['verifikator', 'kabid'];
const officer = (name = '') => office.person(name);

async function verified(n: number): Promise<string> {
  const { tiket = '' } = await office.sendCase('usulan', proposal(n), office.person('kelurahan.satu'));
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
  return tiket;
}

describe('an appeal (S-30)', () => {
  it('is decided by another officer than the one who refused', async () => {
    await bogor();
    const tiket = await verified(1);
    await office.act(tiket, 'TIDAK_LOLOSKAN', { alasan: 'Desil 6-10' }, officer(first));
    await office.act(tiket, 'BANDING', { alasan: 'Warga menyanggah' }, officer(first));
    expect(office.case(tiket)).toMatchObject({ status: 'TIDAK_LOLOS', tanda: 'banding' });
    await office.act(tiket, 'AJUKAN_ULANG', { alasan: 'Ditelaah ulang' }, officer(first));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    const own = await office.act(tiket, 'LOLOSKAN', {}, officer(first));
    expect(own.sebab?.join(' ')).toContain('petugas lain');
    expect(await office.act(tiket, 'LOLOSKAN', {}, officer(second))).toMatchObject({ jenis: 'selesai' });
  });
});

describe('many attempts (S-05)', () => {
  it('ask for a second look from the fourth on, and no bulk action passes them', async () => {
    const sender = await bogor();
    const tiket = await verified(2);
    for (let attempt = 2; attempt <= 4; attempt += 1) {
      await office.act(tiket, 'KEMBALIKAN', { alasan: 'Data belum lengkap', isi: { kode_kembali: 'K-NIK' } });
      office.send('usulan', proposal(2, { tiket_lama: tiket, rt: String(attempt) }), sender);
      await office.workspace.scripts.idle();
      expect(office.case(tiket)).toMatchObject({ percobaan: String(attempt), status: 'DIAJUKAN' });
      await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    }
    expect(office.case(tiket)['tanda']).toBe('banding');
    await verified(3);
    await closeBatch(office, 'BGR-U', '2026-11');
    expect(office.case(tiket)).toMatchObject({ batch: '', periode: '2026-12' });
  });
});

describe('a card with a mistake (S-28)', () => {
  it('tells Dinsos to ask BPJS for a change of identity', async () => {
    const sender = await bogor();
    const tiket = await verified(4);
    await closeBatch(office, 'BGR-U', '2026-11');
    await office.tick();
    const { dinkes = '', bpjs } = office.files.spreadsheets;
    const sent = office.tab('Batch', dinkes);
    expect(sent).toHaveLength(1);
    await office.editFile(dinkes, "'Batch'!F2", [['sudah']], officer('pembiayaan'));
    await office.tick();
    const answer = office.cell(tiket, 'hasil', 'Usulan Bulanan', bpjs);
    await office.editFile(bpjs, answer, [['berhasil', '', '01/12/2026']], officer('kepesertaan'));
    const alasan_gagal = 'Nama atau tanggal di kartu salah';
    office.send('kis', { tiket, tanggal: '2026-12-02', peristiwa: 'Belum dapat diserahkan', alasan_gagal }, sender);
    await office.workspace.scripts.idle();
    await office.tick();
    expect(office.mails(officer(first).email).some(({ body }) => body.includes('PERUBAHAN_IDENTITAS'))).toBe(true);
  });
});

describe('a person who leaves the office (S-26)', () => {
  it('loses every file in the night after the line in Peran says tidak', async () => {
    const sender = await bogor();
    const { register, kelurahan_3271011001: own = '' } = office.files.spreadsheets;
    const rows = office.tab('Peran');
    for (const user of [sender, officer(second)]) {
      const line = rows.findIndex(({ email }) => email === user.email) + 2;
      await office.edit(`'Peran'!D${line}`, [['tidak']], office.workspace.users.owner);
    }
    await office.later(24 * 60);
    const { files } = office.workspace;
    expect(files.role(sender, own)).toBeUndefined();
    expect(files.role(officer(second), register)).toBeUndefined();
    expect(files.role(officer(first), register)).toBeDefined();
  });
});

describe('the emergency form', () => {
  it('keeps who consents for somebody who cannot (S-12), and tells what becomes of arrears (S-16)', async () => {
    office = await openOffice();
    const consent: Row = { disetujui_oleh: 'Orang tua', disetujui_nama: 'Orang Tua Contoh' };
    expect(await office.newCase(person(1, consent))).toMatchObject({ ...consent, bersedia: 'Ya' });
    expect(JSON.stringify(office.form.items)).toContain('tunggakan iuran lama tetap menjadi kewajiban');
  });
});

describe('somebody from another regency (S-14)', () => {
  it('is flagged and stopped: the address is not of this office', async () => {
    office = await openOffice({ clock: '2026-11-09T03:00:00Z' });
    const { tiket } = await office.sendCase('loket', application(9), office.person('pelayanan'));
    await office.edit(office.cell(tiket, 'kalurahan'), [['Batu Tulis (Bogor Selatan)']]);
    expect(office.case(tiket)).toMatchObject({ kode_wilayah: '', tanda: 'luar_wilayah' });
    expect(office.case(tiket)['masalah']).toContain('E_WILAYAH');
  });
});

describe('a patient who dies (S-09)', () => {
  it('is closed for good, and no letter says why', async () => {
    office = await openOffice();
    const { tiket } = await office.newCase(person(2));
    await office.act(tiket, 'TUTUP', { alasan: 'Pasien meninggal' });
    await office.tick();
    expect(office.case(tiket)['status']).toBe('DITUTUP');
    const letters = office.mails(person(2)['pic_email']);
    expect(letters.at(-1)?.subject).toBe(`${tiket}: ditutup`);
    expect(JSON.stringify(letters)).not.toMatch(/meninggal|wafat/i);
    await office.later(4 * 24 * 60);
    expect(office.mails(person(2)['pic_email'])).toHaveLength(letters.length);
  });
});
