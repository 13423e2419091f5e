/** The heartbeat, the lists of holidays, letters at night, and what a quiet tick costs (S-20, S-31, S-34). */
import { afterEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
afterEach(() => office.workspace.close());

const HOUR_MS = 3_600_000;
const clock = (iso: string) => office.workspace.clock.set(Date.parse(iso));
/** Time passes in which no trigger of the clock runs. */
const standStill = (hours: number) => office.workspace.clock.set(office.workspace.clock.now() + hours * HOUR_MS);
const toAdmin = (words: string) =>
  office.mails(office.workspace.users.owner.email).filter(({ subject }) => subject.includes(words));
const stopped = () => toAdmin('tugas berkala berhenti');

describe('scheduled work that has stood still for 26 hours', () => {
  it('is told of by the next form, at once and once', async () => {
    office = await openOffice();
    await office.tick();
    standStill(25);
    await office.newCase(person(1));
    expect(stopped()).toHaveLength(0);
    standStill(2);
    await office.newCase(person(2));
    expect(stopped()).toHaveLength(1);
    expect(stopped()[0]?.body).toContain('tidak berjalan sejak 23 November 2026 pukul 10.00 WIB (1 hari 3 jam)');
    expect(stopped()[0]?.body).toContain('Perbaiki register');
    await office.newCase(person(3));
    standStill(48);
    await office.newCase(person(4));
    await office.tick();
    await office.tick();
    expect(stopped()).toHaveLength(1);
    expect(office.cases()).toHaveLength(4);
  });

  it('is told of again when it stops a second time', async () => {
    office = await openOffice();
    await office.tick();
    standStill(30);
    await office.newCase(person(1));
    await office.tick();
    standStill(30);
    await office.newCase(person(2));
    expect(stopped()).toHaveLength(2);
  });

  it('is told of by a hand edit, and by the panel, which also shows it', async () => {
    office = await openOffice();
    const { tiket } = await office.newCase(person(1));
    await office.tick();
    standStill(30);
    const opened = await office.run('panelBuka', [{ tiket }]);
    expect(JSON.stringify(opened.ok && opened.value)).toContain('Tugas berkala tidak berjalan sejak');
    expect(stopped()).toHaveLength(1);
    await office.tick();
    standStill(30);
    await office.edit(office.cell(tiket, 'catatan'), [['Berkas lengkap']]);
    expect(stopped()).toHaveLength(2);
  });

  it('is told of by an answer of BPJS', async () => {
    office = await openOffice();
    const { tiket } = await office.newCase(person(1));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'USULKAN');
    await office.tick();
    standStill(30);
    await office.answer(tiket, 'keterangan', 'Sedang diperiksa');
    expect(stopped()).toHaveLength(1);
  });

  it('tells it itself when it runs again before anybody has noticed', async () => {
    office = await openOffice();
    await office.tick();
    standStill(72);
    await office.tick();
    await office.tick();
    expect(stopped()).toHaveLength(1);
    expect(stopped()[0]?.body).toContain('sudah berjalan lagi');
  });
});

describe('holidays', () => {
  const missing = () => toAdmin('daftar hari libur');

  it('of next year are missed from 1 December on, once a month, until the list is there', async () => {
    office = await openOffice({ clock: '2026-11-30T03:00:00Z' });
    await office.tick();
    expect(missing()).toHaveLength(0);
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-31', '2027-01-04', '2027-01-05']) {
      clock(`${day}T03:00:00Z`);
      await office.tick();
    }
    expect(missing().map(({ sentAt }) => sentAt.slice(0, 10))).toEqual(['2026-12-01', '2027-01-04']);
    expect(missing()[0]?.body).toContain('Daftar libur nasional dan cuti bersama 2027 belum diisi di tab Libur');
    const row = office.tab('Libur').length + 2;
    await office.edit(`'Libur'!A${row}`, [['2027-01-01']], office.workspace.users.owner);
    clock('2027-02-01T03:00:00Z');
    await office.tick();
    expect(missing()).toHaveLength(2);
  });
});

describe('the receipt of an emergency', () => {
  const receipt = () => office.mails(person(1)['pic_email'])[0];
  const withPiket = async (at: string) => {
    office = await openOffice({ clock: at });
    const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === 'piket') + 2;
    await office.edit(`'Pengaturan'!B${row}`, [['0274 999000']], office.workspace.users.owner);
    await office.newCase(person(1));
    await office.tick();
  };

  it('at night and at weekends says who is on duty and when work goes on', async () => {
    await withPiket('2026-11-21T15:00:00Z');
    expect(receipt()?.body).toContain('usulan diperiksa mulai 23 November 2026 pukul 07.30 WIB');
    expect(receipt()?.body).toContain('hubungi piket: 0274 999000');
    expect(office.mails(office.user('dinsos').email).at(-1)?.body).not.toContain('0274 999000');
  });

  it('in office hours says neither', async () => {
    await withPiket('2026-11-23T03:00:00Z');
    expect(receipt()?.body).not.toMatch(/0274 999000|sedang tutup/);
  });
});

describe('a quiet tick of Kota Bogor', () => {
  it('reads no case and changes nothing, whatever the day brought before', async () => {
    office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-05T03:00:00Z' });
    await office.sendCase('usulan', proposal(1), office.person('kelurahan.satu'));
    for (let i = 0; i < 4; i += 1) await office.tick();
    await office.later(30);
    const before = ['Kasus', 'Riwayat', 'Kotak Keluar', 'Jadwal'].map((name) => office.tab(name));
    await office.tick();
    const { calls = {} } = office.workspace.scripts.executions().at(-1) ?? {};
    expect(['Kasus', 'Riwayat', 'Kotak Keluar', 'Jadwal'].map((name) => office.tab(name))).toEqual(before);
    expect(calls).toMatchObject({ 'Sheets.Spreadsheets.Values.batchGet': 1 });
    expect(calls).not.toHaveProperty('LockService.Lock.tryLock');
  });
});
