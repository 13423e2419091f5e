/** Hard corners: who may change settings, what administrators hear of, late processing, corrected answers. */
import { afterEach, beforeEach, expect, it } from 'vitest';
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

it('settings are the administrators’: an officer cannot enter anybody in Peran', async () => {
  const row = [['pic.rsud@rumahsakit.test', 'admin', 'X', 'ya']];
  await expect(office.edit('Peran!A9:D9', row)).rejects.toThrow(/dilindungi/);
  await office.edit('Peran!A9:D9', row, office.workspace.users.owner);
  expect(office.tab('Peran').some(({ nama }) => nama === 'X')).toBe(true);
});

it('an administrator hears by mail of a broken chain, and not of a sorted log', async () => {
  const { owner } = office.workspace.users;
  const { register } = office.files.spreadsheets;
  await office.newCase(person(1));
  await office.newCase(person(2));
  const range = { sheetId: 101, startRowIndex: 1 };
  const sort = { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } };
  office.workspace.sheets.batchUpdate(owner, register, { requests: [sort] });
  await office.later(24 * 60);
  await office.tick();
  const alarms = () => office.mails(owner.email).filter(({ subject }) => subject.includes('pemeriksaan harian'));
  expect(alarms()).toEqual([]);

  office.workspace.sheets.values.update(
    owner,
    register,
    'Riwayat!C2',
    { values: [['orang lain']] },
    { valueInputOption: 'RAW' },
  );
  await office.later(24 * 60);
  await office.tick();
  expect(alarms().at(-1)?.body).toContain('RANTAI PUTUS');
});

it('a proposal sent before midnight on New Year’s Eve belongs to the old year however late it is processed', async () => {
  office.workspace.clock.set(Date.parse('2026-12-31T16:59:50Z'));
  office.workspace.faults.set({ dropTriggers: true });
  office.submit(person(1, { waktu_masuk_rs: '2026-12-31 20:00' }));
  office.workspace.faults.clear();
  office.workspace.clock.set(Date.parse('2026-12-31T17:05:00Z'));
  await office.tick();
  expect(office.cases()[0]).toMatchObject({ tiket: 'BTL-D-2026-000001', periode: '2026-12' });
});

it('a corrected answer says that the first one no longer holds', async () => {
  const { tiket } = await office.newCase(person(1));
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
  await office.act(tiket, 'USULKAN');
  await office.tick();
  await office.answer(tiket, 'hasil', 'berhasil');
  await office.answer(tiket, 'tmt_aktif', '01/12/2026');
  await office.tick();
  await office.answer(tiket, 'tmt_aktif', '15/12/2026');
  await office.tick();
  const subjects = office.mails('pic.rsud@rumahsakit.test').map(({ subject }) => subject);
  expect(subjects).toContain(`${tiket}: berhasil, kepesertaan aktif`);
  expect(subjects).toContain(`${tiket}: RALAT, berhasil, kepesertaan aktif`);
});

it.each(['eval', 'SpreadsheetApp.openById', 'constructor'])('a page cannot start %s', async (name) => {
  expect(await office.run(name, ['1'])).toMatchObject({ ok: false });
});
