/** A header that somebody clears, renames or doubles: writing stops, the menu repairs, nothing is lost. */
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

const columnOf = (id: string) => d.header(office, 'Kasus').indexOf(id);
const rescue = () => office.run('perbaikiRegister', [], office.workspace.users.owner);

describe('a lost header', () => {
  beforeAll(() => open(4));
  afterAll(close);

  const refused = async () => {
    const answer = await office.run('panelBuka', [{ tiket: 'BTL-D-2026-000002' }]);
    return answer.ok ? 'opened' : answer.error;
  };

  it('does not harm the write that it meets, and stops the next one with its name', async () => {
    const [, second, third] = office.cases();
    const before = d.others(office, 'Kasus', 'tiket', [second?.['tiket']]);
    const column = columnOf('alamat');
    d.disturb(office, 'panelTindakan', [...d.setHeader('Kasus', column, ''), ...d.sorted(office, 'Kasus')]);
    const answer = await office.act(second?.['tiket'], 'KOREKSI', {
      isi: { catatan: 'Selamat', alamat: 'Jalan Baru' },
    });
    office.workspace.faults.clear();
    expect(answer).toMatchObject({ jenis: 'selesai' });
    expect(await refused()).toContain('Tajuk kolom "alamat" di tab "Kasus" hilang');

    await office.edit(office.cell(third?.['tiket'], 'catatan'), [['Ditulis saat tajuk hilang']]);
    expect(office.case(third?.['tiket'])['versi'], 'nothing is written').toBe(third?.['versi']);
    const waiting = office.submit(person(20));
    await office.workspace.scripts.idle();
    expect(office.cases()).toHaveLength(4);

    expect(await rescue()).toMatchObject({ ok: true });
    expect(office.case(second?.['tiket'])).toMatchObject({ catatan: 'Selamat', alamat: 'Jalan Baru' });
    const after = d.others(office, 'Kasus', 'tiket', [second?.['tiket']]);
    const ticket = third?.['tiket'] ?? '';
    expect(after).toEqual({ ...before, [ticket]: { ...before[ticket], catatan: 'Ditulis saat tajuk hilang' } });

    await office.tick();
    expect(office.cases().filter((row) => row['id_respons'] === waiting.id)).toHaveLength(1);
    await office.tick();
    expect(office.cases()).toHaveLength(5);
    expect(await refused()).toBe('opened');
  });

  it.each([
    ['renamed', () => d.setHeader('Kasus', columnOf('nik'), 'Nomor Induk')],
    ['a copy of another', () => d.setHeader('Kasus', columnOf('hp'), 'nik')],
    [
      'doubled in a new column',
      () => {
        const width = d.header(office, 'Kasus').length;
        return [
          { appendDimension: { sheetId: d.sheetId('Kasus'), dimension: 'COLUMNS', length: 1 } },
          ...d.setHeader('Kasus', width, 'nik'),
        ];
      },
    ],
  ])('is restored when it was %s', async (_, requests) => {
    const rows = office.cases();
    const columns = d.header(office, 'Kasus');
    d.change(office, requests());
    expect(await refused()).toMatch(/Tajuk kolom .*nik.* di tab "Kasus" hilang, berganti nama, atau kembar/);
    expect(await rescue()).toMatchObject({ ok: true });
    expect(d.header(office, 'Kasus')).toEqual(columns);
    expect(office.cases()).toEqual(rows);
    expect(await refused()).toBe('opened');
  });

  it('of a deleted column is not papered over: the other cells are put right, the repair says what to do', async () => {
    const [target] = office.cases();
    const before = d.others(office, 'Kasus', 'tiket', [target?.['tiket']]);
    d.disturb(office, 'panelTindakan', d.deleteColumn('Kasus', columnOf('segmen_asal')));
    await office.act(target?.['tiket'], 'KOREKSI', { isi: { catatan: 'Kolom dihapus' } });
    office.workspace.faults.clear();
    const row = office.case(target?.['tiket']);
    expect(row).toMatchObject({
      catatan: 'Kolom dihapus',
      nik: target?.['nik'],
      diubah_oleh: office.user('dinsos').email,
    });
    const after = d.others(office, 'Kasus', 'tiket', [target?.['tiket']]);
    for (const one of Object.values(before)) delete one['segmen_asal'];
    expect(after).toEqual(before);
    expect(await refused()).toContain('"segmen_asal"');
    const repair = await rescue();
    expect(repair.ok ? '' : repair.error).toContain('kolom telah dipindah atau dihapus');
  });
});
