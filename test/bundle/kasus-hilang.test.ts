/** Nothing is lost: rows that vanish come back from the log, and a corrected NIK is compared with the other cases. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.workspace.close();
});

const nextDay = () => office.later(24 * 60);
const without = (row: Row, ...columns: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));

function deleteRow(ticket: string | undefined): void {
  const row = Number(/\d+$/.exec(office.cell(ticket, 'tiket'))?.[0]);
  const range = { sheetId: 100, dimension: 'ROWS', startIndex: row - 1, endIndex: row };
  const { register } = office.files.spreadsheets;
  office.workspace.sheets.batchUpdate(office.workspace.users.owner, register, {
    requests: [{ deleteDimension: { range } }],
  });
}

describe('a case whose row is gone', () => {
  it('is made again from the log within a day, and Dinsos is told', async () => {
    const { tiket } = await office.newCase(person(1));
    const { tiket: other } = await office.newCase(person(2));
    await office.act(tiket, 'KOREKSI', { isi: { alamat: 'Jalan Koreksi 7' } });
    const before = office.case(tiket);
    deleteRow(tiket);
    expect(office.cases().map((row) => row['tiket'])).toEqual([other]);

    await nextDay();

    const volatile = ['versi', 'diubah', 'diubah_oleh', 'salinan', 'jawaban', 'respons_pada', 'tautan_ubah', 'tanda'];
    expect(without(office.case(tiket), ...volatile)).toEqual(without(before, ...volatile));
    await office.tick();
    expect(
      office.mails().some(({ subject }) => subject === `${tiket}: baris hilang dari register dan dipulihkan`),
    ).toBe(true);
    await nextDay();
    expect(office.cases()).toHaveLength(2);
  });

  it('goes on like any other afterwards, and its old response changes nothing', async () => {
    const { tiket } = await office.newCase(person(1));
    deleteRow(tiket);
    await nextDay();
    const restored = office.case(tiket);
    await nextDay();
    expect(office.case(tiket)['nama']).toBe(restored['nama']);
    expect(await office.act(tiket, 'TARIK', { alasan: 'Keluarga menarik kesediaan' })).toMatchObject({
      jenis: 'selesai',
    });
  });
});

it('a PIC who corrects a case whose row is gone stays on the ticket', async () => {
  const { id, editToken } = office.submit(person(1));
  await office.workspace.scripts.idle();
  const tiket = office.cases().find((row) => row['id_respons'] === id)?.['tiket'];
  office.workspace.clock.set(office.workspace.clock.now() + 60_000);
  deleteRow(tiket);
  office.submit(person(1, { alamat: 'Jalan Perbaikan 3' }), editToken);
  await office.workspace.scripts.idle();
  expect(office.cases().map((row) => [row['tiket'], row['alamat']])).toEqual([[tiket, 'Jalan Perbaikan 3']]);
  await nextDay();
  expect(office.cases()).toHaveLength(1);
});

it('an impossible admission time is a finding and stops nobody else', async () => {
  const { tiket } = await office.newCase(person(1, { waktu_masuk_rs: '9999-12-30 10:00' }));
  expect(office.case(tiket)).toMatchObject({ batas_72jam: '', status: 'DIAJUKAN' });
  expect(office.case(tiket)['masalah']).toContain('(E_MASUK)');
  await nextDay();
  expect(office.tab('Jadwal').some(({ pekerjaan }) => pekerjaan === 'harian')).toBe(true);
});

it('a cleared copy is made again from the log, and what was typed meanwhile is put back', async () => {
  const { tiket } = await office.newCase(person(1));
  await office.edit(office.cell(tiket, 'salinan'), [['']]);
  await office.edit(office.cell(tiket, 'status'), [['BERHASIL']]);
  expect(office.case(tiket)['status']).toBe('DIAJUKAN');
  expect(office.case(tiket)['salinan']).not.toBe('');
});

it('an emptied tab Peran locks nobody out', async () => {
  const { owner } = office.workspace.users;
  const { register } = office.files.spreadsheets;
  office.workspace.sheets.values.clear(owner, register, 'Peran!A2:D');
  await nextDay();
  expect(office.workspace.files.role(office.user('dinsos'), register)).toBe('writer');
  const daily = office.tab('Jadwal').find(({ pekerjaan }) => pekerjaan === 'harian');
  expect(daily?.['rincian']).toContain('TAB PERAN KOSONG');
});

it('a ticket in two rows is named by the daily check', async () => {
  const row = await office.newCase(person(1));
  const { register } = office.files.spreadsheets;
  const values = [Object.values(row)];
  office.workspace.sheets.values.append(
    office.workspace.users.owner,
    register,
    'Kasus',
    { values },
    { valueInputOption: 'RAW' },
  );
  await nextDay();
  const daily = office.tab('Jadwal').find(({ pekerjaan }) => pekerjaan === 'harian');
  expect(daily?.['rincian']).toContain(`Tiket di lebih dari satu baris: ${row['tiket']}`);
});

describe('a NIK corrected to that of another open case', () => {
  it.each(['sel', 'panel'])('flags the case (%s)', async (way) => {
    const first = await office.newCase(person(1));
    const { tiket } = await office.newCase(person(3));
    if (way === 'sel') await office.edit(office.cell(tiket, 'nik'), [[first['nik'] ?? '']]);
    else await office.act(tiket, 'KOREKSI', { isi: { nik: first['nik'] ?? '' } });
    const now = office.case(tiket);
    expect(now['tanda']).toContain('potensi_ganda');
    expect(now['masalah']).toContain(`sudah diusulkan pada tiket ${first['tiket']}`);
    expect(office.case(first['tiket'])['tanda']).not.toContain('potensi_ganda');
  });

  it('flags nothing when the NIK is nobody else’s', async () => {
    const { tiket } = await office.newCase(person(1));
    await office.edit(office.cell(tiket, 'nik'), [[person(5)['nik'] ?? '']]);
    expect(office.case(tiket)['tanda']).not.toContain('potensi_ganda');
  });
});

it('a revision that leaves the person alone keeps the checks and the verification', async () => {
  const { id, editToken } = office.submit(person(1));
  await office.workspace.scripts.idle();
  const tiket = office.cases().find((row) => row['id_respons'] === id)?.['tiket'];
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
  office.submit(person(1, { hp: '081299999999' }), editToken);
  await office.workspace.scripts.idle();
  expect(office.case(tiket)).toMatchObject({ status: 'DIVERIFIKASI', hp: '081299999999', cek_kependudukan: 'Padan' });
});
