import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, refusal, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
});

const apply = (...requests: sheets_v4.Schema$Request[]) =>
  office.sheets.batchUpdate(OWNER, office.id, { requests }).replies ?? [];
const sheet = (index = 0) => office.sheets.get(OWNER, office.id, {}).sheets?.[index] ?? {};
const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

describe('rows and columns', () => {
  beforeEach(() => {
    write(
      office,
      'A1:C3',
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', '=A1&C3'],
      ],
      'USER_ENTERED',
    );
    write(office, 'C3', [['=A1&A3']], 'USER_ENTERED');
  });

  it('inserting and deleting keeps formulas, merges and names on their cells', () => {
    apply(
      { mergeCells: { range: range(1, 3, 0, 1), mergeType: 'MERGE_ALL' } },
      { addNamedRange: { namedRange: { name: 'judul', range: range(0, 1, 0, 3) } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
    );
    expect(read(office, 'A1:B5')).toEqual([[], [], ['a', 'c'], ['d', 'f'], ['', 'a']]);
    expect(sheet().merges).toEqual([{ startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 }]);
    expect(office.sheets.values.get(OWNER, office.id, 'judul')).toMatchObject({
      range: 'Sheet1!A3:B3',
      values: [['a', 'c']],
    });
    expect(office.sheets.values.get(OWNER, office.id, 'B5', { valueRenderOption: 'FORMULA' }).values).toEqual([
      ['=A3&A5'],
    ]);
  });

  it('a formula whose cell is deleted says so', () => {
    apply({ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } });
    expect(read(office, 'C2')).toEqual([['#REF!']]);
  });

  it('never deletes everything', () => {
    const all = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1000 };
    expect(refusal(() => apply({ deleteDimension: { range: all } })).message).toBe(
      "Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet.",
    );
  });

  it('moves columns', () => {
    apply({
      moveDimension: { source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }, destinationIndex: 2 },
    });
    expect(read(office, 'A1:C2')).toEqual([
      ['b', 'a', 'c'],
      ['e', 'd', 'f'],
    ]);
  });

  it('moving and inserting keep whole-column formulas and validation rules on their cells', () => {
    apply({ addSheet: { properties: { sheetId: 5, title: 'Dasbor' } } });
    write(
      office,
      'Dasbor!A1:C1',
      [['=COUNTA(Sheet1!B:B)', '=COUNTA(Sheet1!$B$2:B)', '=COUNTA(Sheet1!2:2)']],
      'USER_ENTERED',
    );
    const condition = { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=Sheet1!$B$1:$B' }] };
    apply({
      setDataValidation: { range: { sheetId: 5, startRowIndex: 2, endRowIndex: 3 }, rule: { condition, strict: true } },
    });
    apply(
      { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
      { moveDimension: { source: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, destinationIndex: 3 } },
      { updateSheetProperties: { properties: { sheetId: 0, title: 'Data Kasus' }, fields: 'title' } },
    );
    const formulas = office.sheets.values.get(OWNER, office.id, 'Dasbor!A1:C1', { valueRenderOption: 'FORMULA' });
    expect(formulas.values).toEqual([
      ["=COUNTA('Data Kasus'!C:C)", "=COUNTA('Data Kasus'!$C$2:C)", "=COUNTA('Data Kasus'!3:3)"],
    ]);
    expect(read(office, 'Dasbor!A1:C1')).toEqual([['3', '2', '3']]);
    office.sheets.userEdit(OWNER, office.id, { range: 'Dasbor!A3', values: [['e']] });
    expect(
      refusal(() => office.sheets.userEdit(OWNER, office.id, { range: 'Dasbor!A3', values: [['d']] })).message,
    ).toContain('A3');
  });

  it('new rows look like their neighbours but carry no values or notes', () => {
    const cell = { note: 'catatan', userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
    apply(
      { repeatCell: { range: range(1, 2, 0, 1), cell, fields: 'note,userEnteredFormat' } },
      {
        insertDimension: {
          range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
          inheritFromBefore: true,
        },
      },
    );
    const { sheets } = office.sheets.get(OWNER, office.id, { ranges: ['A3'], fields: 'sheets.data.rowData' });
    const [value] = sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
    expect(value).toEqual(expect.objectContaining({ userEnteredFormat: cell.userEnteredFormat }));
    expect(value).not.toHaveProperty('note');
  });

  it('sorts whole lines, empty cells last', () => {
    write(office, 'E1:F4', [
      ['', 'x'],
      [10, 'y'],
      [9, 'z'],
      ['b', 'w'],
    ]);
    const sort = (sortOrder: string) =>
      apply({ sortRange: { range: range(0, 4, 4, 6), sortSpecs: [{ dimensionIndex: 4, sortOrder }] } });
    sort('ASCENDING');
    expect(read(office, 'E1:F4')).toEqual([
      ['9', 'z'],
      ['10', 'y'],
      ['b', 'w'],
      ['', 'x'],
    ]);
    sort('DESCENDING');
    expect(read(office, 'E1:F4')).toEqual([
      ['b', 'w'],
      ['10', 'y'],
      ['9', 'z'],
      ['', 'x'],
    ]);
  });

  it('copies with formulas moved, values only, or formats only', () => {
    apply({ copyPaste: { source: range(2, 3, 2, 3), destination: range(4, 5, 2, 3), pasteType: 'PASTE_NORMAL' } });
    expect(office.sheets.values.get(OWNER, office.id, 'C5', { valueRenderOption: 'FORMULA' }).values).toEqual([
      ['=A3&A5'],
    ]);
    apply({ copyPaste: { source: range(2, 3, 2, 3), destination: range(5, 7, 0, 2), pasteType: 'PASTE_VALUES' } });
    expect(read(office, 'A6:B7')).toEqual([
      ['ag', 'ag'],
      ['ag', 'ag'],
    ]);
  });
});
