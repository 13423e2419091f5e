/** The set-up runs as often as one likes; a repair restores what is missing, and only that. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as d from '../support/disturbance.ts';
import { checkOffice } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  await office.newCase(person(1));
  await office.tick();
});
afterEach(async () => {
  await office.workspace.close();
});

const book = () => {
  const { sheets, users } = office.workspace;
  return sheets.get(users.owner, office.files.spreadsheets.register, { includeGridData: false });
};
/** Everything of the workbook that a repair could touch, without ids that Google gives out. */
const shape = () =>
  JSON.stringify(book(), (key, value) =>
    ['protectedRangeId', 'filterViewId', 'spreadsheetUrl'].includes(key) ? undefined : value,
  );
const contents = () =>
  ['Kasus', 'Riwayat', 'Kotak Keluar', 'Pengaturan', 'Libur', 'Peran', 'Faskes', 'Alasan', 'Sistem'].map((tab) =>
    office.tab(tab),
  );
const sheet = (title: string) => book().sheets?.find(({ properties }) => properties?.title === title);

async function repair(): Promise<string> {
  const result = await office.run('perbaikiRegister', [], office.workspace.users.owner);
  expect(result.ok ? '' : result.error).toBe('');
  return JSON.stringify(result.ui);
}

describe('the set-up', () => {
  it('run again reports nothing and changes nothing', async () => {
    const before = [
      shape(),
      contents(),
      office.workspace.scripts.triggers().length,
      office.workspace.files.list(office.workspace.users.owner, {}).files?.length,
    ];
    const result = await office.run('pasang', [], office.workspace.users.owner);
    expect(result).toMatchObject({ ok: true, value: [] });
    expect([
      shape(),
      contents(),
      office.workspace.scripts.triggers().length,
      office.workspace.files.list(office.workspace.users.owner, {}).files?.length,
    ]).toEqual(before);
    expect(await repair()).toContain('Tidak ada yang perlu diperbaiki');
    checkOffice(office);
  });
});

describe('a repair', () => {
  it.each([
    [
      'a protection',
      () => [{ deleteProtectedRange: { protectedRangeId: sheet('Kasus')?.protectedRanges?.[0]?.protectedRangeId } }],
      'Perlindungan di tab Kasus',
    ],
    [
      'the protection of a whole tab',
      () => [{ deleteProtectedRange: { protectedRangeId: sheet('Riwayat')?.protectedRanges?.[0]?.protectedRangeId } }],
      'Perlindungan di tab Riwayat',
    ],
    [
      'a filter view',
      () => [{ deleteFilterView: { filterId: sheet('Kasus')?.filterViews?.[1]?.filterViewId } }],
      'Tampilan filter di tab Kasus',
    ],
    ['a header', () => d.setHeader('Kasus', 6, ''), 'Tajuk'],
    [
      'a tab name',
      () => [{ updateSheetProperties: { properties: { sheetId: 101, title: 'Riwayat lama' }, fields: 'title' } }],
      'Nama di tab Riwayat',
    ],
    [
      'frozen rows',
      () => [
        {
          updateSheetProperties: {
            properties: { sheetId: 100, gridProperties: { frozenRowCount: 0 } },
            fields: 'gridProperties.frozenRowCount',
          },
        },
      ],
      'Baris beku di tab Kasus',
    ],
  ])('restores %s, and nothing else', async (_, requests, sentence) => {
    const before = contents();
    const count = (text: string) => text.split('protectedRange').length + text.split('"filter"').length;
    const whole = count(shape());
    d.change(office, requests());
    expect(await repair()).toContain(sentence);
    expect(contents()).toEqual(before);
    expect(count(shape())).toBe(whole);
    expect(await repair()).toContain('Tidak ada yang perlu diperbaiki');
    checkOffice(office);
  });

  it('restores a trigger', async () => {
    const lost = office.workspace.scripts.triggers().find((one) => one.function === 'saatBpjsDiubah');
    office.workspace.store.documents<object>('triggers').delete(lost?.id ?? '');
    const before = office.workspace.scripts.triggers().length;
    expect(await repair()).toContain('saatBpjsDiubah');
    expect(office.workspace.scripts.triggers()).toHaveLength(before + 1);
  });

  it('restores a removed settings tab with its first contents', async () => {
    const before = contents();
    d.change(office, [{ deleteSheet: { sheetId: sheet('Libur')?.properties?.sheetId } }]);
    expect(await repair()).toContain('Tab Libur dibuat');
    expect(contents()).toEqual(before);
  });

  it('restores the tab Sistem without beginning anew: tickets, chain, form and BPJS go on', async () => {
    d.change(office, [{ deleteSheet: { sheetId: sheet('Sistem')?.properties?.sheetId } }]);
    expect(await repair()).toContain('Tab Sistem dibuat');
    expect((await office.newCase(person(2)))['tiket']).toBe('BTL-D-2026-000002');
    await office.tick();
    await office.tick();
    checkOffice(office);
    expect(office.tab('Sistem').find(({ kunci }) => kunci === 'berkas')?.['nilai']).toBe(
      JSON.stringify({ bpjs: office.files.spreadsheets.bpjs }),
    );
  });
});
