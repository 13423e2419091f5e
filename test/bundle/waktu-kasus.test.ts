/** Limits, re-checks, years and clocks: late or repeated ticks change nothing, and a clock set back does no harm. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.tick();
  await office.tick();
  checkOffice(office);
  await office.workspace.close();
});

const at = async (iso: string) => {
  office.workspace.clock.set(Date.parse(iso));
  await office.workspace.scripts.runDue();
  await office.workspace.scripts.idle();
};
const late = (tiket: string | undefined) => office.case(tiket)['tanda']?.includes('sla_lewat');
const told = () => office.mails().filter(({ subject }) => subject.includes('melewati batas waktu')).length;
const OFFICERS = () => office.workspace.users.list().filter(({ role }) => role === 'dinsos').length;

describe('the limits', () => {
  it('pass one day after the submission, also over a weekend, and are told once', async () => {
    await at('2026-11-27T09:00:00Z');
    const { tiket } = await office.newCase(person(1, { waktu_masuk_rs: '2026-11-27 15:00' }));
    await at('2026-11-28T08:58:00Z');
    expect([late(tiket), told()]).toEqual([false, 0]);
    await at('2026-11-28T09:10:00Z');
    await office.tick();
    expect([late(tiket), told()]).toEqual([true, OFFICERS()]);
    await at('2026-11-30T09:00:00Z');
    await office.tick();
    expect(told()).toBe(OFFICERS());
    expect(history(office).filter(({ aksi }) => aksi === 'TANDAI')).toHaveLength(1);
  });

  it('pass 72 hours after the admission for a proposed case', async () => {
    const { tiket } = await office.newCase(person(1));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'USULKAN');
    await at('2026-11-26T00:55:00Z');
    expect(late(tiket)).toBe(false);
    await at('2026-11-26T01:10:00Z');
    await office.tick();
    expect([late(tiket), told()]).toEqual([true, OFFICERS()]);
  });

  it('do not press a case that is answered, or closed', async () => {
    const [one, two] = [await office.newCase(person(1)), await office.newCase(person(2))];
    await office.act(one['tiket'], 'TARIK', { alasan: 'Pasien menarik kesediaan' });
    await office.act(two['tiket'], 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(two['tiket'], 'USULKAN');
    await office.tick();
    await office.answer(two['tiket'], 'keterangan', 'Data ganda');
    await office.answer(two['tiket'], 'hasil', 'tidak berhasil');
    await at('2026-12-05T01:00:00Z');
    await office.tick();
    expect([late(one['tiket']), late(two['tiket']), told()]).toEqual([false, false, 0]);
  });

  it('are seen at the very second, and by a tick that comes days late', async () => {
    const { tiket, dibuat = '' } = await office.newCase(person(1));
    office.workspace.faults.set({ dropTriggers: true });
    await at('2026-12-01T01:00:00Z');
    expect(late(tiket)).toBe(false);
    office.workspace.faults.clear();
    expect(dibuat).toMatch(/^2026-11-23T10:00/);
    await office.tick();
    expect(late(tiket)).toBe(true);
  });
});

describe('tickets', () => {
  it('restart at New Year in WIB, whatever UTC says', async () => {
    await at('2026-12-31T16:59:00Z');
    expect((await office.newCase(person(1)))['tiket']).toBe('BTL-D-2026-000001');
    expect((await office.newCase(person(2)))['tiket']).toBe('BTL-D-2026-000002');
    await at('2026-12-31T17:00:05Z');
    expect(await office.newCase(person(3))).toMatchObject({ tiket: 'BTL-D-2027-000001', periode: '2027-01' });
  });

  it('go on where they were when the clock is set back over New Year', async () => {
    await at('2026-12-31T17:00:05Z');
    await office.newCase(person(1));
    await at('2026-12-31T10:00:00Z');
    expect((await office.newCase(person(2)))['tiket']).toBe('BTL-D-2026-000001');
    await at('2027-01-02T10:00:00Z');
    expect((await office.newCase(person(3)))['tiket']).toBe('BTL-D-2027-000002');
  });
});

describe('a clock that is set back', () => {
  it('loses no response whose event was dropped', async () => {
    await office.newCase(person(1));
    await at('2026-11-29T03:00:00Z');
    await office.newCase(person(2));
    await office.tick();
    await at('2026-11-24T03:00:00Z');
    office.workspace.faults.set({ dropFormEventEvery: 1 });
    const { id } = office.submit(person(3));
    await office.workspace.scripts.idle();
    office.workspace.faults.clear();
    await office.tick();
    expect(office.cases().filter((row) => row['id_respons'] === id)).toHaveLength(1);
  });

  it('repeats no mail, no flag and no daily work', async () => {
    const { tiket } = await office.newCase(person(1));
    await at('2026-11-25T03:00:00Z');
    await office.tick();
    const [mails, lines, jobs] = [office.mails().length, history(office).length, office.tab('Jadwal').length];
    await at('2026-11-23T23:00:00Z');
    await at('2026-11-25T03:30:00Z');
    await office.tick();
    expect([late(tiket), office.mails().length, history(office).length]).toEqual([true, mails, lines]);
    expect(office.tab('Jadwal').length).toBeLessThanOrEqual(jobs + 1);
  });
});

describe('ticks', () => {
  it('with nothing to do cost four calls at most and change nothing', async () => {
    await office.newCase(person(1));
    for (let i = 0; i < 3; i += 1) await office.tick();
    // Not in the five minutes of each hour in which the other forms are swept too.
    await office.later(40);
    const before = [office.cases(), office.tab('Riwayat'), office.tab('Kotak Keluar'), office.tab('Jadwal')];
    await office.tick();
    const { calls = {} } = office.workspace.scripts.executions().at(-1) ?? {};
    expect(Object.values(calls).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(4);
    expect([office.cases(), office.tab('Riwayat'), office.tab('Kotak Keluar'), office.tab('Jadwal')]).toEqual(before);
  });

  it('at the same time do the work once', async () => {
    office.workspace.faults.set({ dropFormEventEvery: 1 });
    for (let n = 1; n <= 5; n += 1) office.submit(person(n));
    office.workspace.faults.clear();
    const { owner } = office.workspace.users;
    await Promise.all([1, 2, 3].map(() => office.run('jalankanSekarang', [], owner)));
    await office.workspace.scripts.idle();
    expect(office.cases()).toHaveLength(5);
  });
});
