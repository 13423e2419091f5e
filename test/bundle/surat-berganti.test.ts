/** BPJS corrects its answer before the mail about it has left: the PIC reads the last answer, once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
let tiket: string;
beforeEach(async () => {
  office = await openOffice();
  tiket = (await office.newCase(person(1)))['tiket'] ?? '';
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
  await office.act(tiket, 'USULKAN');
  await office.tick();
});
afterEach(async () => {
  checkOffice(office);
  await office.workspace.close();
});

const told = () =>
  office
    .mails('pic.rsud@rumahsakit.test')
    .filter(({ subject }) => subject.includes('berhasil'))
    .map(({ subject, body }) => [subject, /mulai (.*)\.$/m.exec(body)?.[1] ?? '']);
const covered = async (day: string) => office.answer(tiket, 'tmt_aktif', day);

it('several corrections before the first mail are one mail, and no correction', async () => {
  await office.answer(tiket, 'hasil', 'berhasil');
  await covered('01/12/2026');
  await covered('15/12/2026');
  await covered('20/12/2026');
  await office.tick();
  await office.tick();
  expect(told()).toEqual([[`${tiket}: berhasil, kepesertaan aktif`, '20 Desember 2026']]);
  expect(office.mails().at(-1)?.body).not.toContain('Kabar sebelumnya');
  const states = office.tab('Kotak Keluar').map(({ keadaan }) => keadaan);
  expect(states.filter((state) => state === 'DIGANTI')).toHaveLength(2);
  expect(states).not.toContain('ANTRE');
});

it('several corrections of what was told are one correction', async () => {
  await office.answer(tiket, 'hasil', 'berhasil');
  await covered('01/12/2026');
  await office.tick();
  await covered('15/12/2026');
  await covered('20/12/2026');
  await office.tick();
  expect(told()).toEqual([
    [`${tiket}: berhasil, kepesertaan aktif`, '1 Desember 2026'],
    [`${tiket}: RALAT, berhasil, kepesertaan aktif`, '20 Desember 2026'],
  ]);
});

it('a correction that is taken back tells nobody', async () => {
  await office.answer(tiket, 'hasil', 'berhasil');
  await covered('01/12/2026');
  await office.tick();
  await covered('15/12/2026');
  await covered('01/12/2026');
  await office.tick();
  await office.tick();
  expect(told()).toEqual([[`${tiket}: berhasil, kepesertaan aktif`, '1 Desember 2026']]);
});
