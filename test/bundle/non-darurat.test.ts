/** Bantul's other route (BTL-N): counter, screening, checks; and the same person on both routes at once (S-17). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { application } from '../support/applicants.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

const counter = () => office.person('pelayanan.dinsos');
const receive = (n = 1, changes = {}) => office.sendCase('loket', application(n, changes), counter());

describe('a request at the counter', () => {
  it('gets a ticket and the period of its cut-off', async () => {
    expect(await receive()).toMatchObject({
      tiket: 'BTL-N-2026-000001',
      status: 'DIAJUKAN',
      periode: '2026-11',
      kanal: 'datang',
      pic_email: counter().email,
    });
  });

  it('is screened before it can be verified', async () => {
    const { tiket } = await receive();
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    expect(office.case(tiket)['status']).toBe('DIAJUKAN');
    const screened = await office.act(tiket, 'SARING', { isi: { dokumen: 'kk, ktp, permohonan' } }, counter());
    expect(screened).toMatchObject({ jenis: 'selesai' });
    expect(office.case(tiket)).toMatchObject({ status: 'DIVERIFIKASI', saring_oleh: counter().email });
    expect(await office.act(tiket, 'LOLOSKAN')).toMatchObject({ jenis: 'selesai' });
    expect(office.case(tiket)['status']).toBe('LOLOS');
  });

  it('goes back with the list of what is missing, and comes again on the same ticket', async () => {
    const { tiket } = await receive(2, { dokumen: ['kk'] });
    await office.act(tiket, 'SARING', { isi: { dokumen: 'kk' } }, counter());
    expect(office.case(tiket)).toMatchObject({ status: 'DIKEMBALIKAN', kode_kembali: 'K-LENGKAP', percobaan: '1' });
    expect(office.case(tiket)['masalah']).toContain('Dokumen belum ada: KTP elektronik, Surat permohonan.');
    await office.act(tiket, 'SARING', { isi: { dokumen: 'kk, ktp, permohonan' } }, counter());
    expect(office.case(tiket)).toMatchObject({ status: 'DIAJUKAN', percobaan: '2' });
    expect(office.case(tiket)['masalah']).not.toContain('E_DOKUMEN');
  });

  it('is corrected by the counter on its ticket, and by nobody else', async () => {
    const { tiket = '' } = await receive(3);
    await office.sendCase('loket', application(3, { tiket_lama: tiket.toLowerCase(), hp: '081255550000' }), counter());
    expect(office.case(tiket)['hp']).toBe('081255550000');
    expect(office.cases()).toHaveLength(1);
    office.send('loket', application(4), office.person('kepesertaan'));
    await office.workspace.scripts.idle();
    expect(office.cases()).toHaveLength(1);
    expect(history(office).at(-1)).toMatchObject({ aksi: 'DITOLAK', tiket: '-' });
  });
});

describe('the same person on two routes', () => {
  it('closes the monthly case when the emergency comes, with a link to it', async () => {
    const { tiket } = await receive(5);
    const emergency = await office.newCase(person(5, { waktu_masuk_rs: '2026-11-09 08:00' }));
    expect(office.case(tiket)['status']).toBe('DITUTUP');
    expect(emergency).toMatchObject({ status: 'DIAJUKAN', tanda: 'darurat' });
    expect(history(office).find((line) => line['tiket'] === tiket && line['aksi'] === 'TUTUP')).toMatchObject({
      pelaku: 'sistem',
      rujukan: emergency['tiket'],
      alasan: expect.stringContaining(emergency['tiket'] ?? '-'),
    });
  });

  it('closes the monthly case at once when the emergency was there first', async () => {
    const emergency = await office.newCase(person(6, { waktu_masuk_rs: '2026-11-09 08:00' }));
    expect(await receive(6)).toMatchObject({ status: 'DITUTUP' });
    expect(office.case(emergency['tiket'])['status']).toBe('DIAJUKAN');
  });

  it('closes nothing where only the NIK is the same: it is marked, and somebody decides', async () => {
    const { tiket = '', nik = '' } = await receive(60);
    const emergency = await office.newCase(
      person(61, { nik, tgl_lahir: '1985-05-05', waktu_masuk_rs: '2026-11-09 08:00' }),
    );
    expect(office.case(tiket)['status']).toBe('DIAJUKAN');
    expect(emergency['tanda']).toContain('potensi_ganda');
    expect(emergency['masalah']).toContain(tiket);
    const late = await office.newCase(person(62, { waktu_masuk_rs: '2026-11-09 08:00' }));
    expect(await receive(63, { nik: late['nik'] ?? '' })).toMatchObject({
      status: 'DIAJUKAN',
      tanda: expect.stringContaining('potensi_ganda'),
    });
  });
});

describe('the counter in the register', () => {
  it('cannot type a check: the cell is put back', async () => {
    const { tiket } = await receive(7);
    await office.edit(office.cell(tiket, 'cek_dtks'), [['Tidak terdaftar']], counter());
    expect(office.case(tiket)['cek_dtks']).toBe('');
    expect(history(office).at(-1)).toMatchObject({ aksi: 'PULIHKAN', pelaku: counter().email });
  });
});
