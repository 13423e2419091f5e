/** An office of the first release with a thousand cases gets the present bundle. */
import { expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice } from '../support/invariants.ts';
import { expectKept, fillOldOffice, keepsakes, openOldOffice, PATHS, upgrade } from '../support/old-office.ts';
import { person } from '../support/people.ts';

const EACH = 10;
const ALL = 1000;

it('loses none of a thousand cases, in every status, and goes on with them', async () => {
  const office = await openOldOffice();
  const statuses = Object.keys(PATHS);
  await fillOldOffice(office, EACH, ALL - EACH * statuses.length);
  const before = keepsakes(office);
  expect(before['Kasus']).toHaveLength(ALL);
  expect(new Set(before['Kasus']?.map(({ status }) => status))).toEqual(new Set(statuses));
  expect(before['Kotak Keluar']?.some(({ keadaan }) => keadaan === 'ANTRE')).toBe(true);

  await upgrade(office);
  expectKept(before, keepsakes(office));
  expect(office.cases()).toHaveLength(ALL);
  expect(office.tab('Riwayat')).toHaveLength((before['Riwayat']?.length ?? 0) + 1);
  checkOffice(office);

  const old = before['Kasus']?.find(({ status }) => status === 'DIVERIFIKASI')?.['tiket'];
  const { tiket: fresh } = await office.newCase(person(5000));
  expect(fresh).toBe(`BTL-D-2026-${String(ALL + 1).padStart(6, '0')}`);
  await office.act(fresh, 'PERIKSA', { isi: SEMUA_CEK });
  for (const ticket of [old, fresh]) {
    await office.act(ticket, 'USULKAN');
    await office.tick();
    await office.answer(ticket, 'tmt_aktif', '23/11/2026');
    await office.answer(ticket, 'hasil', 'berhasil');
    expect(office.case(ticket)).toMatchObject({ status: 'BERHASIL' });
  }
  checkOffice(office);
  await office.workspace.close();
});
