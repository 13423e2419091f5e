/** People move rows of `Kotak Keluar` and `Antrean` while the tick works on them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as d from '../support/disturbance.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;

async function open(cases: number): Promise<void> {
  office = await openOffice();
  for (let n = 1; n <= cases; n += 1) office.submit(person(n));
  await office.workspace.scripts.idle();
}

const close = async () => office.workspace.close();

describe('the states of mails', () => {
  beforeAll(() => open(3));
  afterAll(close);

  it.each([
    ['sorts', 1, () => d.sorted(office, 'Kotak Keluar', 4)],
    ['sorts while mail is on its way', 2, () => d.sorted(office, 'Kotak Keluar', 4, 'ASCENDING')],
    ['inserts a row', 1, () => d.insertRow('Kotak Keluar', 2)],
    ['inserts a row while mail is on its way', 2, () => d.insertRow('Kotak Keluar', 2)],
    ['moves a column', 1, () => d.moveColumn('Kotak Keluar', 9, 1)],
  ])('are in their own rows when somebody %s', async (_, n, requests) => {
    await office.newCase(person(50 + office.cases().length));
    const sent = office.mails().length;
    const waiting = office.tab('Kotak Keluar').filter(({ keadaan }) => keadaan === 'ANTRE');
    expect(waiting.length).toBeGreaterThan(1);
    const done = office.tab('Kotak Keluar').filter(({ keadaan }) => keadaan === 'TERKIRIM');
    d.disturb(office, 'tick', requests(), n);
    await office.tick();
    office.workspace.faults.clear();
    await office.tick();
    const now = new Map(office.tab('Kotak Keluar').map(({ '': _none, ...row }) => [row['kunci'], row]));
    for (const { kunci, kepada, isi } of waiting) {
      expect(now.get(kunci)).toMatchObject({ keadaan: 'TERKIRIM', kepada, isi, kali: '1' });
    }
    for (const { '': _none, ...row } of done) expect(now.get(row['kunci'])).toEqual(row);
    expect(office.mails()).toHaveLength(sent + waiting.length);
  });

  it('of a row that is gone does not keep the others from being marked', async () => {
    await office.newCase(person(70));
    const sent = office.mails().length;
    const rows = office.tab('Kotak Keluar');
    const waiting = rows.filter(({ keadaan }) => keadaan === 'ANTRE');
    d.disturb(
      office,
      'tick',
      d.deleteRow('Kotak Keluar', rows.findIndex(({ keadaan }) => keadaan === 'ANTRE') + 1),
      1,
      'MailApp.sendEmail',
    );
    await office.tick();
    office.workspace.faults.clear();
    expect(office.mails()).toHaveLength(sent + waiting.length);
    expect(
      office
        .tab('Kotak Keluar')
        .filter(({ keadaan }) => keadaan !== 'TERKIRIM' && keadaan !== undefined && keadaan !== ''),
    ).toEqual([]);
    await office.later(20);
    expect(office.mails()).toHaveLength(sent + waiting.length);
  });
});
