/** Commands about the office: repair and look, only by those who may, answered once, whatever comes in between. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HasilPerbaiki, HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import * as d from '../support/disturbance.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.workspace.close());

const NOW = '2026-11-23T10:00:00+07:00';

function append(id: string, jenis: string, muatan: unknown = {}, role: 'admin' | 'dinsos' | 'bpjs' = 'admin'): void {
  const values = [[id, 'MENUNGGU', NOW, office.user(role).email, jenis, JSON.stringify(muatan)]];
  const { sheets, users } = office.workspace;
  sheets.values.append(
    users.owner,
    office.files.spreadsheets.register,
    'Antrean',
    { values },
    { valueInputOption: 'RAW' },
  );
}

const row = (id: string): Row | undefined => office.tab('Antrean').find((one) => one['id'] === id);
const report = (id: string) => (JSON.parse(row(id)?.['jawaban'] ?? '{}') as HasilPerbaiki).laporan;
const look = (id: string) => JSON.parse(row(id)?.['jawaban'] ?? '{}') as HasilPeriksa;

const batch = (requests: object[]) =>
  office.workspace.sheets.batchUpdate(office.workspace.users.owner, office.files.spreadsheets.register, {
    requests,
  } as never);

describe('PERBAIKI', () => {
  it('of an administrator restores what is missing and says it; asked again it changes nothing', async () => {
    batch([{ deleteSheet: { sheetId: 105 } }]);
    append('a', 'PERBAIKI');
    append('b', 'PERBAIKI');
    await office.tick();
    expect(row('a')).toMatchObject({ keadaan: 'SELESAI' });
    expect(report('a')).toEqual(['Tab Jadwal dibuat.']);
    expect(report('b')).toEqual([]);
  });

  it.each(['dinsos', 'bpjs'] as const)('of %s is refused', async (role) => {
    append('a', 'PERBAIKI', {}, role);
    await office.tick();
    expect(row('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: expect.stringContaining('admin') });
  });

  it('that waited an hour is refused', async () => {
    await office.tick();
    append('a', 'PERBAIKI');
    office.workspace.clock.set(office.workspace.clock.now() + 61 * 60_000);
    await office.tick();
    expect(row('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: expect.stringContaining('terlalu lama') });
  });

  it('under a used id is not run again', async () => {
    append('a', 'PERBAIKI');
    await office.tick();
    append('a', 'PERBAIKI');
    await office.tick();
    expect(office.tab('Antrean').map(({ keadaan }) => keadaan)).toEqual(['SELESAI', 'DITOLAK']);
  });

  it('does not stop other commands, and stands where people have sorted the queue', async () => {
    const { tiket } = await office.newCase(person(1));
    append('a', 'PERBAIKI');
    append('b', 'TINDAKAN', { tiket, aksi: 'KOREKSI', isi: { catatan: 'Sesudah' } });
    append('c', 'PERIKSA');
    d.disturb(office, 'tick', d.sorted(office, 'Antrean'));
    for (let i = 0; i < 3; i += 1) await office.tick();
    expect(['a', 'b', 'c'].map((id) => row(id)?.['keadaan'])).toEqual(['SELESAI', 'SELESAI', 'SELESAI']);
    expect(office.case(tiket)['catatan']).toBe('Sesudah');
  });

  it('is not taken for a command about a case when people sort the queue while it is being read', async () => {
    const { tiket } = await office.newCase(person(1));
    append('a', 'PERBAIKI');
    append('b', 'TINDAKAN', { tiket, aksi: 'KOREKSI', isi: { catatan: 'Sesudah' } });
    d.disturb(office, 'tick', d.sorted(office, 'Antrean'), 2, 'Sheets.Spreadsheets.Values.batchGet');
    for (let i = 0; i < 3; i += 1) await office.tick();
    expect(['a', 'b'].map((id) => row(id)?.['keadaan'])).toEqual(['SELESAI', 'SELESAI']);
  });

  it('makes given-up mails wait again and shared files be written anew', async () => {
    await office.newCase(person(1));
    await office.tick();
    const { sheets, users } = office.workspace;
    const { register, bpjs } = office.files.spreadsheets;
    sheets.values.update(
      users.owner,
      register,
      "'Kotak Keluar'!B2",
      { values: [['GAGAL']] },
      { valueInputOption: 'RAW' },
    );
    const sent = office.mails().length;
    sheets.values.clear(users.owner, bpjs, "'Usulan Darurat'!A2:C");
    append('a', 'PERBAIKI', { surat: true, berbagi: ['bpjs'] });
    await office.tick();
    await office.tick();
    expect(report('a')).toEqual(['1 surel yang gagal dicoba lagi.', 'Berkas yang ditulis ulang: bpjs.']);
    expect(office.mails()).toHaveLength(sent + 1);
  });

  it('sets the text format of named tabs anew, wherever in a column it was lost', async () => {
    const range = { sheetId: 100, startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 60 };
    const cell = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0' } } };
    batch([{ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } }]);
    append('a', 'PERBAIKI', { bentuk: ['Kasus'] });
    await office.tick();
    expect(report('a')).toEqual(['Format teks dan pilihan di tab Kasus dipasang lagi.']);
    const { sheets, users } = office.workspace;
    const { register } = office.files.spreadsheets;
    const book = sheets.get(users.owner, register, { ranges: ['Kasus!A6:BH6'], includeGridData: true });
    const formats = book.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.map(
      (one) => one.userEnteredFormat?.numberFormat?.type,
    );
    expect(new Set(formats)).toEqual(new Set(['TEXT']));
  });

  it('opens a register that no tick can open any more', async () => {
    const { sheets, users } = office.workspace;
    const { register } = office.files.spreadsheets;
    sheets.values.update(users.owner, register, 'Kasus!A1', { values: [['nomor']] }, { valueInputOption: 'RAW' });
    append('a', 'PERBAIKI');
    await office.tick();
    expect(report('a')).toEqual(['Tajuk tiket di tab Kasus dipulihkan.']);
    expect(office.cases()).toEqual([]);
  });
});

describe('PERIKSA', () => {
  it('says what only the script can see', async () => {
    append('a', 'PERIKSA', {}, 'dinsos');
    await office.tick();
    expect(look('a')).toMatchObject({
      akun: office.workspace.users.owner.email,
      skema: '2',
      pemicu: { kurang: [], kembar: [], asing: [] },
      respons: { darurat: { banyak: 0, belum: 0 } },
      berbagi: { register: { kurang: 0, lebih: 0, tautan: 0 }, bpjs: { kurang: 0, lebih: 0, tautan: 0 } },
      bentuk: [],
      gagal: [],
    });
  });

  it('says what a repair would restore, and restores nothing', async () => {
    batch([
      { setDataValidation: { range: { sheetId: 100, startRowIndex: 1, startColumnIndex: 10, endColumnIndex: 11 } } },
      {
        updateSheetProperties: {
          properties: { sheetId: 113, gridProperties: { frozenRowCount: 0 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
    ]);
    const wanted = ['Pilihan kolom jk di tab Kasus dipulihkan.', 'Baris beku di tab Batch dipulihkan.'];
    append('a', 'PERIKSA');
    await office.tick();
    expect(look('a')).toMatchObject({ bentuk: wanted, gagal: [] });
    append('b', 'PERBAIKI');
    await office.tick();
    expect(report('b')).toEqual(wanted);
    append('c', 'PERIKSA');
    await office.tick();
    expect(look('c').bentuk).toEqual([]);
  });

  it('counts triggers that are missing, doubled or foreign', async () => {
    const triggers = office.workspace.store.documents<object>('triggers');
    const of = (name: string) => office.workspace.scripts.triggers().find((one) => one.function === name) ?? { id: '' };
    triggers.delete(of('saatBpjsDiubah').id);
    triggers.put('kembar', { ...of('saatRegisterDiubah'), id: 'kembar' });
    triggers.put('asing', { ...of('tick'), id: 'asing', function: 'onOpen' });
    append('a', 'PERIKSA');
    await office.tick();
    const pemicu = { kurang: ['saatBpjsDiubah'], kembar: ['saatRegisterDiubah'], asing: ['onOpen'] };
    expect(look('a')).toMatchObject({ pemicu, gagal: [] });
  });

  it('counts who should be able to open a file and who should not, and ways in without a name', async () => {
    const { users, files } = office.workspace;
    const { bpjs } = office.files.spreadsheets;
    // The work of the day follows `Peran` too.
    await office.tick();
    const given = files.listPermissions(users.owner, bpjs);
    const lost = given.find(({ emailAddress }) => emailAddress === office.user('bpjs').email);
    files.deletePermission(users.owner, bpjs, lost?.id ?? '');
    files.createPermission(users.owner, bpjs, { type: 'user', role: 'writer', emailAddress: 'orang@lain.test' });
    files.createPermission(users.owner, bpjs, { type: 'anyone', role: 'reader' });
    append('a', 'PERIKSA');
    await office.tick();
    expect(look('a').berbagi).toMatchObject({
      register: { kurang: 0, lebih: 0, tautan: 0 },
      bpjs: { kurang: 1, lebih: 1, tautan: 1 },
      'formulir darurat': { kurang: 0, lebih: 0, tautan: 0 },
    });
  });

  it.each([
    ['left no trace', 40, 1],
    ['have just arrived', 0, 0],
  ])('counts responses that %s', async (_, minutes, belum) => {
    const { faults, clock } = office.workspace;
    await office.tick();
    faults.set({ dropTriggers: true });
    office.submit(person(1));
    append('a', 'PERIKSA');
    clock.set(clock.now() + minutes * 60_000);
    // The sweep would take it in.
    faults.set({ dropTriggers: true, failCall: { function: 'tick', method: 'FormApp.openById', n: 1 } });
    await office.tick();
    expect(look('a').respons).toMatchObject({ darurat: { banyak: 1, belum } });
  });

  it('of people without a part in it is refused', async () => {
    append('a', 'PERIKSA', {}, 'bpjs');
    await office.tick();
    expect(row('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: expect.stringContaining('admin atau dinsos') });
  });
});
