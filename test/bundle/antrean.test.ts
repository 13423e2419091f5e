/** Commands that the command line appends to `Antrean`: applied once, refused with a sentence, never in the way of others. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as d from '../support/disturbance.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
let tiket: string;
beforeEach(async () => {
  office = await openOffice();
  tiket = (await office.newCase(person(1)))['tiket'] ?? '';
});
afterEach(async () => {
  checkOffice(office);
  await office.workspace.close();
});

function append(id: string, payload: unknown, actor = office.user('dinsos').email): void {
  const muatan = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const values = [[id, 'MENUNGGU', '2026-11-23T10:00:00+07:00', actor, 'TINDAKAN', muatan]];
  const { sheets, users } = office.workspace;
  const { register } = office.files.spreadsheets;
  sheets.values.append(users.owner, register, 'Antrean', { values }, { valueInputOption: 'RAW' });
}

const answer = (id: string) => office.tab('Antrean').find((one) => one['id'] === id);
const note = (catatan: string, more: object = {}) => ({ tiket, aksi: 'KOREKSI', isi: { catatan }, ...more });

describe('a queued command', () => {
  it('is applied once in the name of its sender, and its answer stands beside it', async () => {
    append('a', note('Dari antrean', { versi: '1' }));
    await office.tick();
    expect(answer('a')).toMatchObject({ keadaan: 'SELESAI', jawaban: expect.stringContaining('disimpan') });
    expect(office.case(tiket)).toMatchObject({ catatan: 'Dari antrean', versi: '2' });
    expect(history(office).at(-1)).toMatchObject({ pelaku: office.user('dinsos').email, rujukan: 'Antrean' });
    const lines = history(office).length;
    await office.tick();
    await office.tick();
    expect(history(office)).toHaveLength(lines);
  });

  it('is refused with the difference when the case has changed', async () => {
    await office.act(tiket, 'KOREKSI', { isi: { catatan: 'Lebih dulu' } });
    append('a', note('Terlambat', { versi: '1' }));
    await office.tick();
    expect(answer('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: expect.stringMatching(/versi 2.*versi 1/) });
    expect(office.case(tiket)['catatan']).toBe('Lebih dulu');
  });

  it('is refused when another of the same run has changed the case', async () => {
    append('a', note('Satu', { versi: '1' }));
    append('b', note('Dua', { versi: '1' }));
    await office.tick();
    expect(['a', 'b'].map((id) => answer(id)?.['keadaan'])).toEqual(['SELESAI', 'DITOLAK']);
    expect(office.case(tiket)['catatan']).toBe('Satu');
  });

  it.each([
    ['nonsense', 'bukan JSON', 'bukan perintah'],
    ['no object', '7', 'bukan perintah'],
    ['null', 'null', 'bukan perintah'],
    ['numbers as text', { tiket: 'BTL-D-2026-000001', aksi: 'KOREKSI', isi: { catatan: 7 } }, 'bukan perintah'],
    ['an unknown action', { tiket: 'BTL-D-2026-000001', aksi: 'HAPUS' }, 'tidak dikenal'],
    [
      'a forbidden column',
      { tiket: 'BTL-D-2026-000001', aksi: 'KOREKSI', isi: { status: 'BERHASIL' } },
      'tidak dapat diubah',
    ],
    ['an unknown ticket', { tiket: 'BTL-D-2026-777777', aksi: 'KOREKSI', isi: {} }, 'tidak ada di register'],
    ['an action of the form', { tiket: 'BTL-D-2026-000001', aksi: 'AJUKAN' }, 'wewenang'],
  ])('of %s is refused, and those after it go on', async (_, payload, sentence) => {
    append('a', payload);
    append('b', note('Sesudahnya'));
    await office.tick();
    expect(answer('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: expect.stringContaining(sentence) });
    expect(answer('b')).toMatchObject({ keadaan: 'SELESAI' });
  });

  it('of somebody who is no officer is refused', async () => {
    append('a', note('Bukan petugas'), 'orang@lain.test');
    await office.tick();
    expect(answer('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: expect.stringContaining('wewenang') });
  });

  it('that was appended twice is applied once', async () => {
    append('a', note('Sekali'));
    append('a', note('Sekali'));
    for (let i = 0; i < 4; i += 1) await office.tick();
    expect(office.case(tiket)['versi']).toBe('2');
    expect(
      office
        .tab('Antrean')
        .map(({ keadaan }) => keadaan)
        .sort(),
    ).toEqual(['DITOLAK', 'SELESAI']);
    append('a', note('Lagi'));
    await office.tick();
    expect(office.case(tiket)).toMatchObject({ catatan: 'Sekali', versi: '2' });
  });

  it('without an id does not stop the others', async () => {
    append('', note('Tanpa penanda'));
    append('b', note('Dengan penanda'));
    await office.tick();
    expect(answer('b')).toMatchObject({ keadaan: 'SELESAI' });
  });

  it('finds its case although a note somewhere quotes the ticket', async () => {
    const other = (await office.newCase(person(2)))['tiket'];
    await office.edit(office.cell(other, 'catatan'), [[tiket]]);
    append('a', note('Ketemu'));
    await office.tick();
    expect(office.case(tiket)['catatan']).toBe('Ketemu');
  });

  it.each([
    ['sorts the cases', () => d.sorted(office, 'Kasus')],
    ['sorts the queue', () => d.sorted(office, 'Antrean')],
    ['sorts both', () => [...d.sorted(office, 'Kasus'), ...d.sorted(office, 'Antrean')]],
    ['inserts rows in both', () => [...d.insertRow('Kasus', 1), ...d.insertRow('Antrean', 1)]],
    ['moves a column of the queue', () => d.moveColumn('Antrean', 7, 0)],
  ])('and its answer land in their rows when somebody %s', async (_, requests) => {
    const other = (await office.newCase(person(2)))['tiket'];
    const before = d.others(office, 'Kasus', 'tiket', [tiket]);
    append('a', { tiket: other, aksi: 'HAPUS' });
    await office.tick();
    const first = d.others(office, 'Antrean', 'id', []);
    append('b', note('Serentak'));
    d.disturb(office, 'tick', requests());
    await office.tick();
    office.workspace.faults.clear();
    expect(d.others(office, 'Kasus', 'tiket', [tiket])).toEqual(before);
    expect(d.others(office, 'Antrean', 'id', ['b'])).toEqual(first);
    expect(answer('b')).toMatchObject({ keadaan: 'SELESAI' });
    expect(office.case(tiket)['catatan']).toBe('Serentak');
  });
});
