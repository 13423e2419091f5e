/** Requests of spreadsheet clients that tidy, fill and move cells, or float over them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, refusal, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
});
const apply = (...requests: object[]) => office.sheets.batchUpdate(OWNER, office.id, { requests }).replies ?? [];
const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const formulas = (a1: string) =>
  office.sheets.values.get(OWNER, office.id, a1, { valueRenderOption: 'FORMULA' }).values;

describe('text', () => {
  it('is pasted line by line as if it was typed, beyond the edge of the grid if need be', () => {
    const coordinate = { sheetId: 0, rowIndex: 999, columnIndex: 24 };
    apply({ pasteData: { coordinate, data: 'a;"b;c";3\n=1+1;2026-01-02;x', delimiter: ';', type: 'PASTE_NORMAL' } });
    expect(read(office, 'Y1000:AA1001')).toEqual([
      ['a', 'b;c', '3'],
      ['2', '2026-01-02', 'x'],
    ]);
    expect(refusal(() => apply({ pasteData: { coordinate, data: 'a' } })).message).toContain('delimiter');
  });

  it.each([
    ['COMMA', undefined, 'a,b c;d', ['a', 'b c;d']],
    ['CUSTOM', '-', 'x-7', ['x', '7']],
    ['AUTODETECT', undefined, 'a; b;c', ['a', ' b', 'c']],
  ])('is split at %s %s', (delimiterType, delimiter, text, parts) => {
    write(office, 'A1', [[text]]);
    apply({ textToColumns: { source: range(0, 1, 0, 1), delimiterType, ...(delimiter && { delimiter }) } });
    expect(read(office, 'A1:D1')).toEqual([parts]);
  });

  it('is only split in one column', () => {
    expect(refusal(() => apply({ textToColumns: { source: range(0, 1, 0, 2) } })).message).toContain('one column');
  });

  it('loses its spare spaces', () => {
    write(office, 'A1:C1', [['  a \n b ', 'c', '   ']]);
    const [reply] = apply({ trimWhitespace: { range: range(0, 1, 0, 3) } });
    expect(reply).toEqual({ trimWhitespace: { cellsChangedCount: 2 } });
    expect(read(office, 'A1:C1')).toEqual([['a b', 'c']]);
  });
});

describe('filling', () => {
  const fill = (values: unknown[][], length: number, more = {}) => {
    write(office, 'B5', values, 'USER_ENTERED');
    const source = range(4, 4 + values.length, 1, 1 + (values[0]?.length ?? 0));
    apply({ autoFill: { sourceAndDestination: { source, dimension: 'ROWS', fillLength: length }, ...more } });
    const [first, last] = length < 0 ? [5 + length, 4] : [5 + values.length, 4 + values.length + length];
    return read(office, `B${first}:C${last}`).map((line) => line[0]);
  };
  it.each([
    [[[1], [3]], 3, ['5', '7', '9']],
    [[[10], [8]], -2, ['14', '12']],
    [[[7]], 2, ['7', '7']],
    [[['2026-01-30']], 3, ['2026-01-31', '2026-02-01', '2026-02-02']],
    [[['BTL-009']], 2, ['BTL-010', 'BTL-011']],
    [[['a'], ['b']], 3, ['a', 'b', 'a']],
  ])('%j goes on by %d', (values, length, expected) => {
    expect(fill(values, length)).toEqual(expected);
  });

  it('a single number counts on if the other kind of series is asked for', () => {
    expect(fill([[7]], 2, { useAlternateSeries: true })).toEqual(['8', '9']);
  });

  it('formulas move, and without a source the filled rows of the range go on', () => {
    write(office, 'A1:B2', [[1, '=A1*2'], [2]], 'USER_ENTERED');
    apply({ autoFill: { range: range(0, 2, 1, 2) } }, { autoFill: { range: range(0, 4, 0, 1) } });
    expect(formulas('A1:B4')).toEqual([[1, '=A1*2'], [2, '=A2*2'], [3], [4]]);
    expect(refusal(() => apply({ autoFill: { range: range(9, 12, 0, 1) } })).message).toContain('nothing');
  });
});

describe('blocks of cells', () => {
  beforeEach(() => {
    write(office, 'A1:C3', [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ]);
  });

  it.each([
    [
      'insertRange',
      'ROWS',
      [
        ['a', 'b', 'c'],
        ['d', '', 'f'],
        ['g', 'e', 'i'],
        ['', 'h'],
      ],
    ],
    [
      'insertRange',
      'COLUMNS',
      [
        ['a', 'b', 'c'],
        ['d', '', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
    ],
    [
      'deleteRange',
      'ROWS',
      [
        ['a', 'b', 'c'],
        ['d', 'h', 'f'],
        ['g', '', 'i'],
      ],
    ],
    [
      'deleteRange',
      'COLUMNS',
      [
        ['a', 'b', 'c'],
        ['d', 'f'],
        ['g', 'h', 'i'],
      ],
    ],
  ])('%s shifts along %s only what is in its way', (kind, shiftDimension, expected) => {
    apply({ [kind]: { range: range(1, 2, 1, 2), shiftDimension } });
    expect(read(office, 'A1:E5')).toEqual(expected);
  });

  it('shift one after the other in one batch', () => {
    const first = { range: range(0, 1, 0, 3), shiftDimension: 'ROWS' };
    apply({ insertRange: first }, { insertRange: first }, { deleteRange: { ...first, range: range(3, 4, 0, 3) } });
    expect(read(office, 'A1:C5')).toEqual([[], [], ['a', 'b', 'c'], ['g', 'h', 'i']]);
  });

  it('an insertion at the end of the grid makes it larger instead of losing cells', () => {
    write(office, 'Z1', [['akhir']]);
    apply({ insertRange: { range: range(0, 1, 0, 2), shiftDimension: 'COLUMNS' } });
    expect(read(office, 'AB1')).toEqual([['akhir']]);
  });

  it('rows that repeat earlier ones go, those below move up', () => {
    write(office, 'A1:B5', [
      ['x', 1],
      ['X', 2],
      ['y', 3],
      ['x', 1],
      ['z', 4],
    ]);
    const columns = [{ sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }];
    const [reply] = apply({ deleteDuplicates: { range: range(0, 5, 0, 2), comparisonColumns: columns } });
    expect(reply).toEqual({ deleteDuplicates: { duplicatesRemovedCount: 2 } });
    expect(read(office, 'A1:B5')).toEqual([
      ['x', '1'],
      ['y', '3'],
      ['z', '4'],
    ]);
  });

  it('shuffled rows stay whole', () => {
    apply({ randomizeRange: { range: range(0, 3, 0, 3) } });
    const lines = read(office, 'A1:C3').map((line) => line.join(''));
    expect(lines.toSorted()).toEqual(['abc', 'def', 'ghi']);
  });
});

it.each([
  ['NUMBER_BETWEEN', ['1']],
  ['NUMBER_GREATER', []],
  ['TEXT_IS_EMAIL', ['x']],
  ['ONE_OF_LIST', []],
  ['LEBIH_BESAR', ['1']],
])('a rule of %s does not take the values %j', (type, given) => {
  const condition = { type, values: given.map((userEnteredValue) => ({ userEnteredValue })) };
  const request = { setDataValidation: { range: range(0, 1, 0, 1), rule: { condition } } };
  expect(refusal(() => apply(request))).toMatchObject({
    status: 'INVALID_ARGUMENT',
    message: expect.stringContaining(type),
  });
});

describe('what lies over the cells', () => {
  const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 5 } } };
  const shown = () => office.sheets.get(OWNER, office.id, {}).sheets?.[0];

  it('slicers are kept, changed, moved and deleted', () => {
    const spec = { dataRange: range(0, 9, 0, 3), columnIndex: 1, title: 'Status' };
    const [reply] = apply({ addSlicer: { slicer: { spec, position } } });
    const slicerId = reply?.addSlicer?.slicer?.slicerId ?? 0;
    apply(
      { updateSlicerSpec: { slicerId, spec: { title: 'Rute' }, fields: 'title' } },
      { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
    );
    expect(shown()?.slicers).toMatchObject([
      {
        slicerId,
        spec: { title: 'Rute', columnIndex: 1, dataRange: { startColumnIndex: 1, endColumnIndex: 4 } },
        position: { overlayPosition: { anchorCell: { rowIndex: 1, columnIndex: 6 } } },
      },
    ]);
    const [copy] = apply({ duplicateSheet: { sourceSheetId: 0 } });
    const { sheetId } = copy?.duplicateSheet?.properties ?? {};
    const copied = shown()?.slicers?.[0];
    expect(copied?.slicerId).not.toBe(slicerId);
    expect(copied?.spec?.dataRange?.sheetId).toBe(sheetId);
    apply({ deleteEmbeddedObject: { objectId: slicerId } });
    expect(refusal(() => apply({ updateSlicerSpec: { slicerId, spec, fields: '*' } })).message).toContain('No slicer');
  });

  it('a filter view has a copy, a folded group hides its rows', () => {
    const [added] = apply({ addFilterView: { filter: { title: 'Baru', range: range(0, 9, 0, 3) } } });
    const filterId = added?.addFilterView?.filter?.filterViewId;
    const [copy] = apply({ duplicateFilterView: { filterId } });
    expect(copy?.duplicateFilterView?.filter).toMatchObject({ title: 'Copy of Baru' });
    expect(shown()?.filterViews).toHaveLength(2);
    const dimension = { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 4 };
    const dimensionGroup = { range: dimension, depth: 1, collapsed: true };
    apply(
      { addDimensionGroup: { range: dimension } },
      { updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } },
    );
    expect(shown()?.rowGroups).toMatchObject([{ collapsed: true }]);
    const { sheets } = office.sheets.get(OWNER, office.id, { ranges: ['A2:A4'], fields: 'sheets.data.rowMetadata' });
    expect(sheets?.[0]?.data?.[0]?.rowMetadata?.map(({ hiddenByUser }) => hiddenByUser)).toEqual([
      undefined,
      true,
      true,
    ]);
  });
});
