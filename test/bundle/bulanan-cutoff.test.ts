/** The 36 limits of 2026 through the forms: the last second of the day is in, the next one rolls (BGR-12, S-02, S-32, S-34). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { application } from '../support/applicants.ts';
import { type CitizenAnswers, proposal } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';

/** The three monthly limits, each as the office that has it. `berikut`: who was late in December. */
const LIMITS: {
  day: number;
  profile: 'bantul' | 'kota-bogor';
  form: string;
  sender: string;
  answers: (n: number) => CitizenAnswers;
  setting?: string;
}[] = [
  { day: 10, profile: 'kota-bogor', form: 'usulan', sender: 'kelurahan.satu', answers: proposal },
  { day: 15, profile: 'kota-bogor', form: 'usulan', sender: 'kelurahan.dua', answers: proposal, setting: '15' },
  { day: 20, profile: 'bantul', form: 'loket', sender: 'pelayanan', answers: application },
];

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const month = (n: number): string =>
  n > 12 ? `2027-${String(n - 12).padStart(2, '0')}` : `2026-${String(n).padStart(2, '0')}`;

describe.each(LIMITS)('the limit on day $day ($profile)', ({ day, profile, form, sender, answers, setting }) => {
  let office: Office;
  let n = 0;
  beforeAll(async () => {
    office = await openOffice({ profile, clock: '2026-01-05T01:00:00Z' });
    if (setting !== undefined) await setSetting(office, 'cutoff_kelurahan', setting);
  });
  afterAll(() => office.workspace.close());

  const sendAt = async (iso: string) => {
    office.workspace.clock.set(Date.parse(iso));
    n += 1;
    return office.sendCase(form, answers(n), office.person(sender));
  };

  it.each(MONTHS)('of month %i of 2026', async (m) => {
    const date = `${month(m)}-${day}`;
    const inTime = await sendAt(`${date}T23:59:59+07:00`);
    const late = await sendAt(new Date(Date.parse(`${date}T23:59:59+07:00`) + 1000).toISOString());
    expect(inTime).toMatchObject({ periode: month(m), tanda: expect.not.stringContaining('lewat_cutoff') });
    expect(late).toMatchObject({ periode: month(m + 1), tanda: expect.stringContaining('lewat_cutoff') });
    expect([inTime['tiket'], late['tiket']].map((ticket) => ticket?.slice(6, 10))).toEqual(['2026', '2026']);
  });
});

async function setSetting(office: Office, key: string, value: string): Promise<void> {
  const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === key) + 2;
  await office.edit(`'Pengaturan'!B${row}`, [[value]], office.workspace.users.owner);
}

describe('a proposal whose event was lost', () => {
  it.each([
    ['2026-12-10T23:59:59+07:00', '2026-12', 'masuk periode Desember 2026: batas 10 Desember 2026 pukul 23.59 WIB'],
    [
      '2026-12-11T00:00:00+07:00',
      '2027-01',
      'Usulan masuk sesudah batas 10 Desember 2026, sehingga diproses pada periode Januari 2027: ' +
        'batas 10 Januari 2027 pukul 23.59 WIB, target kerja Jumat, 8 Januari 2027.',
    ],
  ])('at %s belongs to %s, however late it is found, and its sender reads the dates', async (iso, period, sentence) => {
    const office = await openOffice({ profile: 'kota-bogor', clock: '2026-12-10T03:00:00Z' });
    try {
      const kelurahan = office.person('kelurahan.satu');
      office.workspace.faults.set({ dropFormEventEvery: 1 });
      // The virtual clock runs on while an office is installed.
      office.workspace.clock.set(Date.parse(iso));
      office.send('usulan', proposal(1), kelurahan);
      office.workspace.faults.clear();
      office.workspace.clock.set(Date.parse('2026-12-14T08:00:00+07:00'));
      await office.tick();
      await office.tick();
      expect(office.cases()[0]).toMatchObject({ periode: period, tiket: 'BGR-U-2026-000001' });
      expect(office.mails(kelurahan.email).find(({ subject }) => subject.includes('diterima'))?.body).toContain(
        sentence,
      );
    } finally {
      await office.workspace.close();
    }
  });
});

describe('at New Year', () => {
  it('ticket numbers begin again while what was late in December keeps its number', async () => {
    const office = await openOffice({ profile: 'kota-bogor', clock: '2026-12-31T03:00:00Z' });
    try {
      const kelurahan = office.person('kelurahan.satu');
      office.workspace.clock.set(Date.parse('2026-12-31T23:59:50+07:00'));
      const old = await office.sendCase('usulan', proposal(1), kelurahan);
      office.workspace.clock.set(Date.parse('2027-01-01T00:00:01+07:00'));
      const young = await office.sendCase('usulan', proposal(2), kelurahan);
      expect([old['tiket'], old['periode']]).toEqual(['BGR-U-2026-000001', '2027-01']);
      expect([young['tiket'], young['periode']]).toEqual(['BGR-U-2027-000001', '2027-01']);
      expect(young['tanda']).not.toContain('lewat_cutoff');
    } finally {
      await office.workspace.close();
    }
  });
});
