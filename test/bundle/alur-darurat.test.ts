/** The emergency flow through the built bundle: form, register, sidebar, BPJS, mail (BTL-D-01 to BTL-D-08). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.workspace.close();
});

describe('the emergency flow', () => {
  it('goes from the form to the answer of BPJS and tells the PIC from when the patient is covered', async () => {
    const { tiket } = await office.newCase(person(1));
    expect(office.case(tiket)).toMatchObject({
      status: 'DIAJUKAN',
      nik: '3402084108909001',
      batas_72jam: '2026-11-26T08:00:00+07:00',
      kode_wilayah: '3402082004',
    });

    expect(await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK })).toMatchObject({ jenis: 'selesai' });
    expect(office.case(tiket)).toMatchObject({ status: 'DIVERIFIKASI', cek_dtks_oleh: office.user('dinsos').email });
    expect(await office.act(tiket, 'USULKAN')).toMatchObject({ jenis: 'selesai' });
    await office.tick();

    const [shared] = office.tab('Usulan Darurat', office.files.spreadsheets.bpjs);
    expect(shared).toMatchObject({ tiket, nik: '3402084108909001', tanggapan: 'Menunggu jawaban.' });
    await office.answer(tiket, 'hasil', 'berhasil');
    expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
    await office.answer(tiket, 'tmt_aktif', '01/12/2026');
    expect(office.case(tiket)).toMatchObject({ status: 'BERHASIL', tmt_aktif: '2026-12-01' });

    await office.tick();
    const last = office.mails('pic.rsud@rumahsakit.test').at(-1);
    expect(last?.body).toContain('aktif mulai 1 Desember 2026');
  });
});
