/** What people type and paste in the register: checked, completed, logged with old and new; the system's cells come back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
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

const type = (column: string, text: string, ticket = tiket) => office.edit(office.cell(ticket, column), [[text]]);
const lastLine = () => history(office).at(-1);

describe('a single cell', () => {
  it('is tidied, logged with old and new value, and named with its officer', async () => {
    await type('nama', '  siti   contoh   baru ');
    expect(office.case(tiket)).toMatchObject({ nama: 'SITI CONTOH BARU', versi: '2' });
    const line = lastLine();
    expect(line).toMatchObject({ aksi: 'KOREKSI', tiket, pelaku: office.user('dinsos').email });
    expect(JSON.parse(line?.['lama'] ?? '')).toMatchObject({ nama: 'SITI CONTOH B' });
    expect(JSON.parse(line?.['baru'] ?? '')).toMatchObject({ nama: 'SITI CONTOH BARU' });
  });

  it('with a mistake shows the finding, and loses it when it is mended', async () => {
    await type('nik', '34020841089090');
    expect(office.case(tiket)['masalah']).toMatch(/^! nik: .*\(E_FORMAT\)$/m);
    await type('nik', '3402084108909001');
    expect(office.case(tiket)['masalah']).not.toContain('!');
  });

  it('that changes the identity empties the checks and the verification', async () => {
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await type('nik', '3402084108909002');
    expect(office.case(tiket)).toMatchObject({ status: 'DIAJUKAN', cek_kependudukan: '', cek_pbi_apbd_pada: '' });
  });

  it('of a check gets name and time; the fourth one verifies the case', async () => {
    for (const [column, value] of Object.entries(SEMUA_CEK)) await type(column, value);
    const { email } = office.user('dinsos');
    expect(office.case(tiket)).toMatchObject({
      status: 'DIVERIFIKASI',
      cek_pbi_apbd_oleh: email,
      cek_dtks_oleh: email,
    });
    expect(lastLine()).toMatchObject({ aksi: 'PERIKSA' });
    await type('cek_dtks', '');
    expect(office.case(tiket)).toMatchObject({ status: 'DIAJUKAN', cek_dtks_oleh: '' });
  });

  it('that held a number because the text format was lost is named as damage', async () => {
    const [row] = office.cases();
    const start = { sheetId: 100, rowIndex: 1, columnIndex: Object.keys(row ?? {}).indexOf('nik') };
    const cell = { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0' } } };
    office.workspace.sheets.batchUpdate(office.workspace.users.owner, office.files.spreadsheets.register, {
      requests: [{ updateCells: { start, rows: [{ values: [cell] }], fields: 'userEnteredFormat.numberFormat' } }],
    });
    await type('nik', '9102084108909003');
    expect(office.case(tiket)['masalah']).toMatch(/^! nik: .*\(E_ILMIAH\)$/m);
    await office.newCase(person(3, { nik: '9102084108909003' }));
    expect(office.cases()).toHaveLength(2);
  });
});

describe("the system's cells", () => {
  it.each([
    ['status', 'BERHASIL'],
    ['tiket', 'BTL-D-2026-999999'],
    ['versi', '99'],
    ['versi', 'abc'],
    ['dibuat', ''],
    ['id_respons', 'lain'],
    ['kode_hasil', 'B01'],
    ['diubah_oleh', 'orang lain'],
    ['masalah', ''],
  ])('%s is put back when somebody types "%s" over it, and that is logged', async (column, text) => {
    const before = office.case(tiket);
    const address = office.cell(tiket, column);
    await office.edit(address, [[text]]);
    const after = office.case(tiket);
    expect(after).toEqual({
      ...before,
      versi: '2',
      diubah: after['diubah'],
      diubah_oleh: office.user('dinsos').email,
      salinan: after['salinan'],
    });
    expect(lastLine()).toMatchObject({ aksi: 'PULIHKAN', tiket, alasan: expect.stringContaining(column) });
  });

  it('and a correction in one paste: the correction stays', async () => {
    const address = office.cell(tiket, 'masalah');
    await office.edit(address, [['semua baik', 'Siti Tempel']]);
    expect(office.case(tiket)).toMatchObject({ nama: 'SITI TEMPEL', masalah: expect.stringContaining('W_SERI9') });
    expect(lastLine()).toMatchObject({ aksi: 'KOREKSI', alasan: 'Dikembalikan ke isi semula: masalah.' });
  });

  it('keep their row when the ticket is typed over while somebody sorts', async () => {
    const second = (await office.newCase(person(2)))['tiket'] ?? '';
    const other = office.case(tiket);
    const range = { sheetId: 100, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0 };
    const sort = { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } };
    const spreadsheetId = office.files.spreadsheets.register;
    office.workspace.faults.set({
      interfere: {
        function: 'saatRegisterDiubah',
        method: 'Sheets.Spreadsheets.batchUpdate',
        actions: [{ batchUpdate: { spreadsheetId, requests: [sort] } }],
      },
    });
    await type('tiket', 'AAA', second);
    office.workspace.faults.clear();
    expect(office.case(tiket)).toEqual(other);
    expect(office.case(second)['nama']).toBe('BUDI CONTOH C');
  });
});

describe('a pasted block', () => {
  it('over dropdowns takes what is a choice and says what is not', async () => {
    const second = (await office.newCase(person(2)))['tiket'] ?? '';
    await office.edit(office.cell(tiket, 'cek_kependudukan'), [['Padan'], ['Mungkin']]);
    expect(office.case(tiket)['cek_kependudukan']).toBe('Padan');
    expect(office.case(second)).toMatchObject({
      cek_kependudukan: '',
      cek_kependudukan_oleh: '',
      masalah: expect.stringMatching(/cek_kependudukan: .*E_PILIHAN/),
    });
    await office.edit(office.cell(second, 'cek_kependudukan'), [['Padan']]);
    expect(office.case(second)['masalah']).not.toContain('E_PILIHAN');
  });

  it('of 500 rows is one commit of at most six service calls, each row logged with its old value', async () => {
    office.workspace.faults.set({ dropFormEventEvery: 1 });
    for (let n = 2; n <= 500; n += 1) office.submit(person(n));
    await office.tick();
    office.workspace.faults.clear();
    const rows = office.cases();
    expect(rows).toHaveLength(500);
    const lines = history(office).length;
    const block = rows.map((_, i) => [`Jalan Tempel ${i}`]);
    await office.edit(office.cell(rows[0]?.['tiket'], 'alamat'), block);
    const run = office.workspace.scripts.executions().at(-1);
    expect(run).toMatchObject({ function: 'saatRegisterDiubah', error: null });
    expect(Object.values(run?.calls ?? {}).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(6);
    const logged = history(office).slice(lines);
    expect(logged).toHaveLength(500);
    for (const [i, line] of logged.entries()) {
      expect(line['tiket']).toBe(rows[i]?.['tiket']);
      expect(JSON.parse(line['lama'] ?? '')).toEqual({ alamat: rows[i]?.['alamat'] });
      expect(JSON.parse(line['baru'] ?? '')).toEqual({ alamat: `Jalan Tempel ${i}` });
    }
  }, 60_000);

  it('over an empty row below the cases makes no case and no log line', async () => {
    const lines = history(office).length;
    await office.edit("'Kasus'!F40:G41", [
      ['Orang Baru', '3402084108909009'],
      ['', ''],
    ]);
    expect(history(office)).toHaveLength(lines);
    await office.edit("'Kasus'!F40:G41", [
      ['', ''],
      ['', ''],
    ]);
  });
});

describe('a closed case', () => {
  it('takes no correction: the cell comes back and the reason is logged', async () => {
    await office.act(tiket, 'TARIK', { alasan: 'Pasien menarik kesediaan' });
    const { alamat } = office.case(tiket);
    await type('alamat', 'Jalan Lain');
    expect(office.case(tiket)['alamat']).toBe(alamat);
    expect(lastLine()).toMatchObject({ aksi: 'PULIHKAN', alasan: expect.stringContaining('tidak dapat dikoreksi') });
  });
});

describe('an edit whose event was lost', () => {
  const lose = async (column: string, text: string) => {
    const range = office.cell(tiket, column);
    office.workspace.sheets.userEdit(office.user('dinsos'), office.files.spreadsheets.register, {
      range,
      values: [[text]],
      confirmed: true,
    });
  };

  it.each([
    ['an action', async () => void (await office.act(tiket, 'KOREKSI', { isi: { hp: '081299990000' } }))],
    ['the day after', async () => office.later(1440)],
    ['a passed limit', async () => office.later(2880)],
  ])('is logged by %s', async (_, next) => {
    await lose('catatan', 'Tanpa peristiwa');
    await next();
    const line = history(office).find(({ baru }) => baru?.includes('Tanpa peristiwa'));
    expect(line).toMatchObject({ aksi: 'KOREKSI', tiket });
    expect(office.case(tiket)['catatan']).toBe('Tanpa peristiwa');
  });

  it('is logged the day after even if nothing else happens to the case', async () => {
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'TIDAK_LOLOSKAN', { alasan: 'Desil 6-10' });
    await lose('catatan', 'Tanpa peristiwa');
    await office.later(1440);
    expect(history(office).at(-1)).toMatchObject({ aksi: 'KOREKSI', tiket, pelaku: 'tidak dikenal' });
  });
});
