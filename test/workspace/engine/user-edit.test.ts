import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, READER, read, refusal, STAFF, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
});

const type = (range: string, text: string | null, user = STAFF) =>
  office.sheets.userEdit(user, office.id, { range, values: [[text]] });
const paste = (range: string, values: (string | null)[][]) =>
  office.sheets.userEdit(STAFF, office.id, { range, values });

const rule = (range: string, type: string, values: string[] = [], extra = {}) => {
  const [column = 'A'] = range;
  const startColumnIndex = column.charCodeAt(0) - 65;
  office.sheets.batchUpdate(OWNER, office.id, {
    requests: [
      {
        setDataValidation: {
          range: { sheetId: 0, startColumnIndex, endColumnIndex: startColumnIndex + 1 },
          rule: {
            condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) },
            strict: true,
            ...extra,
          },
        },
      },
    ],
  });
};

describe('typing', () => {
  it('tells the event of one cell what was there before and what is there now', () => {
    expect(type('Sheet1!B2', 'satu')).toEqual({
      spreadsheetId: office.id,
      sheetId: 0,
      sheetName: 'Sheet1',
      row: 2,
      column: 2,
      rows: 1,
      columns: 1,
      value: 'satu',
    });
    expect(type('Sheet1!B2', 'dua')).toMatchObject({ value: 'dua', oldValue: 'satu' });
    const cleared = type('Sheet1!B2', null);
    expect(cleared).toMatchObject({ oldValue: 'dua' });
    expect(cleared).not.toHaveProperty('value');
  });

  it('is parsed as Sheets parses it', () => {
    type('A1', '0042');
    type('B1', '=A1*2');
    expect(read(office, 'A1:B1')).toEqual([['42', '84']]);
  });

  it('of several cells has no values in the event, and makes the grid larger when needed', () => {
    const edit = paste('Sheet1!Z1000', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(edit).toMatchObject({ row: 1000, column: 26, rows: 2, columns: 2 });
    expect(edit).not.toHaveProperty('value');
    expect(read(office, 'Z1000:AA1001')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('of lines of different length leaves alone what they do not reach', () => {
    write(office, 'A1:B2', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    paste('A1', [['x', null], ['y']]);
    expect(read(office, 'A1:B2')).toEqual([['x'], ['y', 'd']]);
  });

  it('is not for readers', () => {
    expect(refusal(() => type('A1', 'x', READER)).status).toBe('PERMISSION_DENIED');
  });
});

describe('validation', () => {
  it.each([
    ['ONE_OF_LIST', ['YA', 'TIDAK'], ['YA'], ['ya', 'MUNGKIN']],
    ['BOOLEAN', [], ['TRUE', 'false'], ['ya']],
    ['TEXT_CONTAINS', ['RS'], ['rs umum'], ['puskesmas']],
    ['TEXT_EQ', ['ada'], ['ADA'], ['adalah']],
    ['TEXT_IS_EMAIL', [], ['a@b.test'], ['a@b']],
    ['NUMBER_BETWEEN', ['1', '10'], ['1', '10', '5,5'], ['11', 'lima']],
    ['NUMBER_GREATER', ['0'], ['1'], ['0', '-1', 'x']],
    ['DATE_IS_VALID', [], ['21/11/2026'], ['31/02/2026', 'besok']],
    ['DATE_AFTER', ['01/01/2026'], ['02/01/2026'], ['01/01/2026']],
  ])('%s %j', (kind, values, good, bad) => {
    const properties = { properties: { locale: 'id_ID' }, fields: 'locale' };
    office.sheets.batchUpdate(OWNER, office.id, { requests: [{ updateSpreadsheetProperties: properties }] });
    rule('A', kind, values);
    for (const text of good) type('A1', text);
    const kept = read(office, 'A1');
    for (const text of bad) expect(refusal(() => type('A1', text)).message).toContain('melanggar aturan validasi data');
    expect(read(office, 'A1')).toEqual(kept);
    type('A1', null);
  });

  it('names the cell and the rule, in Indonesian', () => {
    rule('C', 'ONE_OF_LIST', ['YA'], { inputMessage: 'Pilih YA.' });
    expect(refusal(() => type('C7', 'TIDAK')).message).toBe(
      'Data yang Anda masukkan di sel C7 melanggar aturan validasi data yang ditetapkan pada sel ini. Pilih YA.',
    );
  });

  it('takes the allowed values from a range as they are now', () => {
    write(office, 'D1:D3', [['RS A'], ['RS B'], ['']]);
    rule('A', 'ONE_OF_RANGE', ['=Sheet1!$D$1:$D']);
    type('A1', 'RS B');
    expect(refusal(() => type('A1', 'RS C')).message).toContain('sel A1');
    write(office, 'D3', [['RS C']]);
    type('A1', 'RS C');
  });

  it('that only warns, a formula rule, a paste and a program are not stopped', () => {
    rule('A', 'ONE_OF_LIST', ['YA'], { strict: false });
    type('A1', 'bebas');
    rule('B', 'CUSTOM_FORMULA', ['=FALSE']);
    type('B1', 'bebas');
    rule('C', 'ONE_OF_LIST', ['YA']);
    paste('C1', [['salah'], ['salah']]);
    write(office, 'C3', [['salah']]);
    expect(read(office, 'A1:C3')).toEqual([
      ['bebas', 'bebas', 'salah'],
      ['', '', 'salah'],
      ['', '', 'salah'],
    ]);
  });
});

describe('protection', () => {
  const protect = (warningOnly: boolean) =>
    office.sheets.batchUpdate(OWNER, office.id, {
      requests: [{ addProtectedRange: { protectedRange: { range: { sheetId: 0, endRowIndex: 1 }, warningOnly } } }],
    });

  it('stops typing, in Indonesian', () => {
    protect(false);
    expect(refusal(() => type('A1', 'x')).message).toBe(
      'Anda mencoba mengedit sel atau objek yang dilindungi. Hubungi pemilik spreadsheet untuk menghapus perlindungan jika Anda perlu mengedit.',
    );
    expect(type('A1', 'x', OWNER)).toMatchObject({ value: 'x' });
    expect(type('A2', 'x')).toMatchObject({ row: 2 });
  });

  it('that only warns asks first', () => {
    protect(true);
    expect(refusal(() => type('A1', 'x'))).toMatchObject({ status: 'FAILED_PRECONDITION', reason: 'warning' });
    expect(read(office, 'A1')).toEqual([]);
    office.sheets.userEdit(STAFF, office.id, { range: 'A1', values: [['x']], confirmed: true });
    expect(read(office, 'A1')).toEqual([['x']]);
  });
});

it('finds text as it is displayed', () => {
  write(office, 'B2:C3', [
    ['Rumah Sakit', '0,5'],
    ['rumah', 'sakit'],
  ]);
  const find = (query: object) =>
    office.sheets
      .findText(READER, office.id, { sheetId: 0, text: 'rumah', ...query })
      .map(({ row, column }) => [row, column]);
  expect(find({})).toEqual([
    [2, 2],
    [3, 2],
  ]);
  expect(find({ matchEntireCell: true })).toEqual([[3, 2]]);
  expect(find({ matchCase: true })).toEqual([[3, 2]]);
  expect(find({ text: '^s.k', regex: true })).toEqual([[3, 3]]);
});
