/** What letters tell the sender of a monthly case: the office's decision by its name, and never a death (S-09). */
import { afterEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
afterEach(() => office.workspace.close());

const PIC = 'pic.rsud@rumahsakit.test';
const NEUTRAL = 'Data kependudukan perlu diperiksa; lihat register.';
const lastTo = (email: string) =>
  office
    .mails(email)
    .filter(({ subject }) => subject.startsWith('B'))
    .at(-1);

async function verified(): Promise<{ tiket: string; email: string }> {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  const sender = office.person('kelurahan.satu');
  const { tiket = '' } = await office.sendCase('usulan', proposal(1), sender);
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
  return { tiket, email: sender.email };
}

describe('a refusal by the office', () => {
  it('is not called a return', async () => {
    const { tiket, email } = await verified();
    await office.act(tiket, 'TIDAK_LOLOSKAN', { alasan: 'Desil 6-10' });
    await office.tick();
    expect(lastTo(email)?.subject).toBe(`${tiket}: tidak lolos pemeriksaan`);
    expect(lastTo(email)?.body).toContain('Sebab: Desil 6-10');
    expect(lastTo(email)?.body).not.toContain('dikembalikan');
  });

  it('keeps the words of the emergency route', async () => {
    office = await openOffice();
    const { tiket } = await office.newCase(person(1));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'TIDAK_LOLOSKAN', { alasan: 'Desil 6-10' });
    await office.tick();
    expect(lastTo(PIC)?.subject).toBe(`${tiket}: dikembalikan untuk diperbaiki`);
    expect(lastTo(PIC)?.body).toMatch(/^Pasien: /m);
  });
});

describe('a death', () => {
  it.each(['Peserta sudah meninggal', 'Ybs. WAFAT bulan lalu', 'Almarhum'])(
    'in the remark of BPJS (%s) stays in the register',
    async (remark) => {
      office = await openOffice();
      const { tiket } = await office.newCase(person(1));
      await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
      await office.act(tiket, 'USULKAN');
      await office.tick();
      await office.answer(tiket, 'keterangan', remark);
      await office.answer(tiket, 'hasil', 'tidak berhasil');
      await office.tick();
      expect(office.case(tiket)).toMatchObject({ status: 'TIDAK_BERHASIL', keterangan_bpjs: remark });
      expect(office.tab('Umpan Balik').at(-1)?.['keterangan']).toBe(remark);
      expect(lastTo(PIC)?.body).toContain(`Keterangan: ${NEUTRAL}`);
      expect(lastTo(PIC)?.body).not.toContain(remark);
    },
  );

  it.each(['KEMBALIKAN', 'TIDAK_LOLOSKAN'])('in the reason of %s is not mailed either', async (aksi) => {
    const { tiket, email } = await verified();
    await office.act(tiket, aksi, { alasan: 'Warga sudah meninggal', isi: { kode_kembali: 'K-DUKCAPIL' } });
    await office.tick();
    expect(lastTo(email)?.body).toContain(`Sebab: ${NEUTRAL}`);
    expect(office.tab('Riwayat').find((row) => row['aksi'] === aksi)?.['alasan']).toBe('Warga sudah meninggal');
  });
});

describe('a number of a person in the remark of BPJS', () => {
  it.each(['3271025306879326', '3271 0253 0687 9326', '0001234567890'])(
    '(%s) stays in the register, the mail masks it',
    async (number) => {
      office = await openOffice();
      const { tiket } = await office.newCase(person(1));
      await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
      await office.act(tiket, 'USULKAN');
      await office.tick();
      const remark = `NIK ${number} tidak ditemukan`;
      await office.answer(tiket, 'keterangan', remark);
      await office.answer(tiket, 'hasil', 'tidak berhasil');
      await office.tick();
      expect(office.case(tiket)['keterangan_bpjs']).toBe(remark);
      expect(lastTo(PIC)?.body).toMatch(/^Keterangan: NIK [\d*]+ tidak ditemukan$/m);
      expect(lastTo(PIC)?.body).not.toContain(number);
    },
  );
});
