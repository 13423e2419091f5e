import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, refusal, STAFF, write } from './office.ts';

const DENIED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

let office: Office;
beforeEach(() => {
  office = openOffice();
  write(office, 'A1:C3', [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ]);
});

const as = (user: typeof OWNER, ...requests: sheets_v4.Schema$Request[]) =>
  office.sheets.batchUpdate(user, office.id, { requests });

const protect = (protectedRange: sheets_v4.Schema$ProtectedRange) => {
  const { replies } = as(OWNER, { addProtectedRange: { protectedRange } });
  return replies?.[0]?.addProtectedRange?.protectedRange?.protectedRangeId ?? 0;
};

const columnB = { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 };
const put = (rowIndex: number, columnIndex: number): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue: 'baru' } }] }],
    fields: 'userEnteredValue',
  },
});

describe('a protected range', () => {
  it('stops everybody but the owner and its editors', () => {
    protect({ range: columnB });
    expect(refusal(() => as(STAFF, put(0, 0), put(0, 1))).message).toBe(`Invalid requests[1].updateCells: ${DENIED}`);
    expect(read(office, 'A1:B1')).toEqual([['a', 'b']]);
    as(OWNER, put(0, 1));
    as(STAFF, put(0, 2));
    expect(read(office, 'A1:C1')).toEqual([['a', 'baru', 'baru']]);
  });

  it('lets its editors in', () => {
    protect({ range: columnB, editors: { users: [STAFF.email] } });
    as(STAFF, put(0, 1));
    expect(read(office, 'B1')).toEqual([['baru']]);
  });

  it('stops every way of writing', () => {
    protect({ range: columnB });
    const { values } = office.sheets;
    const raw = { valueInputOption: 'RAW' };
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 3 };
    const ways: (() => unknown)[] = [
      () => values.update(STAFF, office.id, 'A1:C1', { values: [['x', 'y', 'z']] }, raw),
      () => values.append(STAFF, office.id, 'A1', { values: [['x', 'y']] }, raw),
      () => values.clear(STAFF, office.id, 'B2'),
      () => as(STAFF, { repeatCell: { range, cell: {}, fields: '*' } }),
      () => as(STAFF, { sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } }),
      () => as(STAFF, { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }),
      () => as(STAFF, { mergeCells: { range, mergeType: 'MERGE_ALL' } }),
      () => as(STAFF, { setDataValidation: { range } }),
      () => as(STAFF, { findReplace: { find: 'e', replacement: 'x', allSheets: true } }),
      () => as(STAFF, { cutPaste: { source: range, destination: { sheetId: 0, rowIndex: 5, columnIndex: 5 } } }),
    ];
    for (const way of ways) expect(refusal(way).message).toContain(DENIED);
    expect(read(office, 'A1:C3')).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ]);
  });

  it('cannot be removed or loosened by those it stops', () => {
    const protectedRangeId = protect({ range: columnB });
    const loosen = { protectedRange: { protectedRangeId, warningOnly: true }, fields: 'warningOnly' };
    expect(refusal(() => as(STAFF, { deleteProtectedRange: { protectedRangeId } })).message).toContain(DENIED);
    expect(refusal(() => as(STAFF, { updateProtectedRange: loosen })).message).toContain(DENIED);
    as(OWNER, { deleteProtectedRange: { protectedRangeId } });
    as(STAFF, put(0, 1));
  });

  it('moves with its cells', () => {
    protect({ range: columnB });
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
    as(OWNER, { insertDimension: { range } });
    as(STAFF, put(0, 1));
    expect(refusal(() => as(STAFF, put(0, 2))).message).toContain(DENIED);
  });

  it('that only warns stops no program', () => {
    protect({ range: columnB, warningOnly: true });
    as(STAFF, put(0, 1));
    expect(read(office, 'B1')).toEqual([['baru']]);
  });
});

describe('a protected sheet', () => {
  it('leaves open what it says, and nothing else', () => {
    protect({
      range: { sheetId: 0 },
      unprotectedRanges: [
        { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 },
        { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2, startRowIndex: 1 },
      ],
    });
    const write2 = (range: string, values: string[][]) =>
      office.sheets.values.update(STAFF, office.id, range, { values }, { valueInputOption: 'RAW' });
    write2('A2:B3', [
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(refusal(() => write2('A1:B1', [['1', '2']])).message).toBe(DENIED);
    expect(refusal(() => write2('C3', [['x']])).message).toBe(DENIED);
    expect(refusal(() => as(STAFF, { deleteSheet: { sheetId: 0 } })).message).toContain(DENIED);
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    expect(refusal(() => as(STAFF, { insertDimension: { range } })).message).toContain(DENIED);
  });
});

it('tells each reader whether they may edit', () => {
  protect({ range: columnB, description: 'hanya skrip' });
  const seen = (user: typeof OWNER) => office.sheets.get(user, office.id, {}).sheets?.[0]?.protectedRanges?.[0];
  expect(seen(OWNER)).toMatchObject({ description: 'hanya skrip', requestingUserCanEdit: true });
  expect(seen(STAFF)?.requestingUserCanEdit).toBeUndefined();
});
