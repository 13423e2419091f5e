/** What waiting leads to: returned rows, a silent BPJS, suspended cases, cards (BTL-N-03, BTL-N-06, BGR-18, S-06, S-07, S-27). */
import { afterEach, describe, expect, it } from 'vitest';
import { application } from '../support/applicants.ts';
import { proposal } from '../support/citizens.ts';
import { history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { plant, plantCases } from '../support/plant.ts';

let office: Office;
afterEach(() => office.workspace.close());

/** The next tick comes on that day at eight in the morning. */
async function on(date: string): Promise<void> {
  office.workspace.clock.set(Date.parse(`${date}T01:00:00Z`));
  await office.tick();
  await office.tick();
}

const VERIFIER = 'verifikator.dinsos@kotabogor.test';
const DINKES = 'pembiayaan.dinkes@kotabogor.test';
const about = (to: string, words: string) => office.mails(to).filter(({ subject }) => subject.includes(words));
const bogor = async (clock: string) => {
  office = await openOffice({ profile: 'kota-bogor', clock });
  return office.person('kelurahan.satu');
};

describe('a returned row', () => {
  it('is reminded of on day 7 and 14 and closed after 60 days, with a letter that says how to send again', async () => {
    const kelurahan = await bogor('2026-09-01T03:00:00Z');
    const { tiket } = await office.sendCase('usulan', proposal(1, { dokumen: ['kk'] }), kelurahan);
    const told = () => about(kelurahan.email, 'belum diperbaiki');
    await on('2026-09-07');
    expect(told()).toHaveLength(0);
    await on('2026-09-08');
    await on('2026-09-09');
    expect(told()).toHaveLength(1);
    expect(told()[0]?.body).toContain(`- ${tiket}, dikembalikan 1 September 2026`);
    expect(told()[0]?.body).toContain('"Nomor tiket yang diperbaiki"');
    await on('2026-09-15');
    await on('2026-10-30');
    expect([told().length, office.case(tiket)['status']]).toEqual([2, 'DIKEMBALIKAN']);
    // The 60th day, 31 October, is a Saturday.
    await on('2026-11-02');
    expect(office.case(tiket)['status']).toBe('DITUTUP');
    const [closing] = about(kelurahan.email, 'ditutup');
    expect(closing?.body).toContain('Tidak diperbaiki dalam 60 hari sejak dikembalikan.');
    expect(closing?.body).toContain('kirim usulan baru lewat formulir');
    expect(history(office).at(-1)).toMatchObject({ aksi: 'TUTUP', pelaku: 'sistem', tiket });
  });

  it('is reminded of once after a long standstill', async () => {
    const kelurahan = await bogor('2026-09-01T03:00:00Z');
    await office.sendCase('usulan', proposal(1, { dokumen: ['kk'] }), kelurahan);
    await on('2026-09-02');
    await on('2026-09-21');
    expect(about(kelurahan.email, 'belum diperbaiki')).toHaveLength(1);
  });

  it('of the counter is reminded of too; an emergency is never closed by the calendar', async () => {
    office = await openOffice({ clock: '2026-09-01T03:00:00Z' });
    const counter = office.person('pelayanan');
    const { tiket } = await office.sendCase('loket', application(1), counter);
    await office.act(
      tiket,
      'KEMBALIKAN',
      { alasan: 'Data belum lengkap', isi: { kode_kembali: 'K-LENGKAP' } },
      counter,
    );
    const emergency = await office.newCase(person(2));
    await office.act(emergency['tiket'], 'KEMBALIKAN', { alasan: 'Nomor surat keterangan belum benar' });
    await on('2026-09-08');
    expect(about(counter.email, 'belum diperbaiki')).toHaveLength(1);
    await on('2026-12-01');
    expect([office.case(tiket)['status'], office.case(emergency['tiket'])['status']]).toEqual([
      'DITUTUP',
      'DIKEMBALIKAN',
    ]);
  });
});

/** A case that Dinkes has sent to BPJS with a batch; how a batch comes about is another test's matter. */
async function sentToBpjs(n: number): Promise<string> {
  const like = await office.sendCase('usulan', proposal(n), office.person('kelurahan.satu'));
  const [tiket = ''] = plantCases(office, like, 1, () => ({
    tiket: `BGR-U-2026-60000${n}`,
    status: 'DIKIRIM_BPJS',
    batch: 'BGR-U 2026-09',
    diserahkan_pada: like['dibuat'] ?? '',
    diusulkan_pada: like['dibuat'] ?? '',
  }));
  return tiket;
}

const batchRow = (sentAt: string) =>
  plant(office, 'Batch', [
    {
      batch: 'BGR-U 2026-09',
      rute: 'BGR-U',
      periode: '2026-09',
      keadaan: 'DIKIRIM',
      ditutup_pada: sentAt,
      dikirim_pada: sentAt,
    },
  ]);
const letters = () => office.tab('Batch')[0]?.['surat'];

describe('a batch that BPJS does not answer', () => {
  it('is asked for at H+10 and H+20, and late after a working month: flagged, told once', async () => {
    await bogor('2026-09-08T03:00:00Z');
    const [silent, answered] = [await sentToBpjs(1), await sentToBpjs(2)];
    await office.act(answered, 'CATAT_HASIL', { isi: { hasil: 'berhasil', keterangan: '', tmt: '2026-10-01' } });
    // Suspended and proposed again: that was an answer.
    plantCases(office, office.case(silent), 1, () => ({ dijawab_pada: '2026-09-20T10:00:00+07:00' }));
    batchRow('2026-09-18T10:00:00+07:00');
    await on('2026-09-25');
    expect([letters(), about(DINKES, 'belum dijawab').length]).toEqual(['', 0]);
    await on('2026-09-28');
    await on('2026-09-29');
    expect([letters(), about(DINKES, 'belum dijawab').length]).toEqual(['H+10', 1]);
    expect(about(VERIFIER, 'belum dijawab')[0]?.body).toContain('Belum dijawab: 1 usulan, 10 hari (6 hari kerja).');
    expect(about(VERIFIER, 'belum dijawab')[0]?.body).toContain('menu Usulan PBI > Cetak');
    await on('2026-10-08');
    expect(letters()).toBe('H+10, H+20');
    // One month after 18 September is a Sunday; due on Monday the 19th.
    await on('2026-10-19');
    expect(office.case(silent)['tanda']).not.toContain('sla_lewat');
    await on('2026-10-20');
    await on('2026-10-21');
    expect(letters()).toBe('H+10, H+20, LEWAT');
    expect(office.case(silent)['tanda']).toContain('sla_lewat');
    expect(office.case(answered)['tanda']).not.toContain('sla_lewat');
    expect(about(DINKES, 'belum dijawab')).toHaveLength(3);
  });

  it('of hundreds of cases is flagged in parts, and told when all are', async () => {
    await bogor('2026-09-08T03:00:00Z');
    const first = await sentToBpjs(1);
    plantCases(office, office.case(first), 250, () => ({}));
    batchRow('2026-09-18T10:00:00+07:00');
    office.workspace.clock.set(Date.parse('2026-10-20T01:00:00Z'));
    const flagged = () => office.cases().filter(({ tanda }) => tanda?.includes('sla_lewat')).length;
    await office.tick();
    expect([flagged(), letters()]).toEqual([200, '']);
    await office.tick();
    expect([flagged(), letters()]).toEqual([251, 'H+20, LEWAT']);
    expect(about(DINKES, '251 usulan belum dijawab')).toHaveLength(1);
  });
});

describe('a suspended case', () => {
  it('of a monthly route is proposed again after seven days, hundreds in parts', async () => {
    await bogor('2026-09-08T03:00:00Z');
    const first = await sentToBpjs(1);
    await office.act(first, 'CATAT_HASIL', { isi: { hasil: 'ditangguhkan', keterangan: 'Data belum padan', tmt: '' } });
    expect(office.case(first)).toMatchObject({ cek_ulang: '2026-09-15', status: 'DITANGGUHKAN' });
    plantCases(office, office.case(first), 250, () => ({}));
    const back = () => office.cases().filter(({ status }) => status === 'DIKIRIM_BPJS').length;
    office.workspace.clock.set(Date.parse('2026-09-15T01:00:00Z'));
    await office.tick();
    expect(back()).toBe(200);
    await office.tick();
    expect(back()).toBe(251);
  });

  it('is reported after 30 days, though it was proposed again and suspended again meanwhile', async () => {
    await bogor('2026-09-08T03:00:00Z');
    const tiket = await sentToBpjs(1);
    const suspend = (keterangan: string) =>
      office.act(tiket, 'CATAT_HASIL', { isi: { hasil: 'ditangguhkan', keterangan, tmt: '' } });
    await suspend('Data belum padan');
    await on('2026-09-15');
    expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
    await suspend('Masih belum padan');
    await on('2026-10-07');
    const told = () => about(office.workspace.users.owner.email, 'lebih dari 30 hari');
    expect([told().length, office.case(tiket)['tanda']]).toEqual([0, '']);
    await on('2026-10-08');
    await on('2026-10-09');
    expect(told()).toHaveLength(1);
    expect(told()[0]?.body).toContain(`- ${tiket}: 30 hari`);
    expect(office.case(tiket)['tanda']).toContain('sla_lewat');
  });

  it('that has its outcome is not reported', async () => {
    await bogor('2026-09-08T03:00:00Z');
    const tiket = await sentToBpjs(1);
    await office.act(tiket, 'CATAT_HASIL', { isi: { hasil: 'ditangguhkan', keterangan: 'Belum padan', tmt: '' } });
    await office.act(tiket, 'CATAT_HASIL', { isi: { hasil: 'berhasil', keterangan: '', tmt: '2026-10-01' } });
    expect(office.case(tiket)['ditangguhkan_pada']).toBe('');
    await on('2026-10-07');
    await on('2026-10-08');
    expect(about(VERIFIER, 'lebih dari 30 hari')).toHaveLength(0);
  });
});

describe('a card', () => {
  it('that waits 14 and 30 days is asked for, by ticket, at its kelurahan and at Dinsos', async () => {
    const kelurahan = await bogor('2026-09-08T03:00:00Z');
    const tiket = await sentToBpjs(1);
    const done = await sentToBpjs(2);
    for (const one of [tiket, done]) {
      await office.act(one, 'CATAT_HASIL', { isi: { hasil: 'berhasil', keterangan: '', tmt: '2026-10-01' } });
    }
    const handedOver = {
      tiket: done,
      tanggal: '2026-09-08',
      peristiwa: 'Kartu diserahkan kepada peserta atau keluarga',
      penerima: 'Contoh Penerima',
      hubungan: 'Peserta sendiri',
    };
    office.send('kis', handedOver, kelurahan);
    await office.workspace.scripts.idle();
    expect(office.case(done)['status']).toBe('SELESAI');
    await on('2026-09-21');
    expect(about(kelurahan.email, 'KIS belum')).toHaveLength(0);
    await on('2026-09-22');
    await on('2026-09-23');
    const [list] = about(kelurahan.email, 'KIS belum');
    expect(about(kelurahan.email, 'KIS belum')).toHaveLength(1);
    expect(list?.subject).toBe('1 KIS belum diserahkan');
    expect(list?.body).toContain(`- ${tiket}: 14 hari, belum diterima kelurahan`);
    expect(list?.body).not.toContain(done);
    expect(about(VERIFIER, 'KIS belum')[0]?.body).toContain('Batu Tulis (Bogor Selatan) (1):');
    await on('2026-10-08');
    expect(about(kelurahan.email, 'KIS belum')).toHaveLength(2);
    expect(
      office
        .mails()
        .map(({ body }) => body)
        .join(),
    ).not.toMatch(/Rekaan|\d{16}/);
  });
});
