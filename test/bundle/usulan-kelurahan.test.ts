/** Kota Bogor: a kelurahan proposes by its own form (BGR-05 to BGR-09). */
import { afterEach, describe, expect, it } from 'vitest';
import { mutation, proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
afterEach(() => office.workspace.close());

const open = async (clock = '2026-11-09T03:00:00Z') => {
  office = await openOffice({ profile: 'kota-bogor', clock });
  return office.person('kelurahan.satu');
};

describe('the form of a kelurahan', () => {
  it('makes a case in the area of whoever signed in, for the month of sending', async () => {
    const kelurahan = await open();
    const row = await office.sendCase('usulan', proposal(1), kelurahan);
    expect(row).toMatchObject({
      tiket: 'BGR-U-2026-000001',
      status: 'DIAJUKAN',
      periode: '2026-11',
      kode_wilayah: '3271011001',
      pic_email: kelurahan.email,
      masalah: '? nik: Nomor urut NIK 9000 ke atas tidak lazim. Pastikan bukan data latihan. (W_SERI9)',
    });
    await office.tick();
    expect(office.mails(kelurahan.email).map(({ subject }) => subject)).toContain('BGR-U-2026-000001: usulan diterima');
  });

  it('asks for the segment on the route of mutations', async () => {
    const kelurahan = await open();
    const row = await office.sendCase('usulan', mutation(2), kelurahan);
    expect(row).toMatchObject({ tiket: 'BGR-M-2026-000001', segmen_asal: 'PBPU/BP mandiri', rute: 'BGR-M' });
  });

  it('gives back at once what lacks a document, and says which', async () => {
    const kelurahan = await open();
    const row = await office.sendCase('usulan', proposal(3, { dokumen: ['kk'] }), kelurahan);
    expect(row).toMatchObject({ status: 'DIKEMBALIKAN', kode_kembali: 'K-LENGKAP' });
    expect(row['masalah']).toContain('Dokumen belum ada: Surat pengantar RT/RW, KTP elektronik.');
  });

  it('takes nothing from an account that is not registered, and tells it why', async () => {
    await open();
    office.send('usulan', proposal(4), office.person('layanan.disdukcapil'));
    await office.workspace.scripts.idle();
    expect(office.cases()).toHaveLength(0);
    await office.tick();
    expect(office.mails('layanan.disdukcapil@kotabogor.test').at(-1)?.body).toContain('tidak terdaftar di tab Peran');
  });
});
