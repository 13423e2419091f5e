import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { REQUEST_KINDS } from '#workspace/engine/requests/index.ts';
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
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

const line = (column: number) => ({ sourceRange: { sources: [range(0, 9, column, column + 1)] } });

describe('cells', () => {
  it('updateCells changes only the fields it names, and clears what the rows leave out', () => {
    const format = { backgroundColor: { red: 1 } };
    apply({
      updateCells: {
        range: range(0, 1, 0, 2),
        rows: [{ values: [{ ...text('a'), note: 'n', userEnteredFormat: format }, text('b')] }],
        fields: '*',
      },
    });
    apply({ updateCells: { range: range(0, 1, 0, 2), rows: [{ values: [text('c')] }], fields: 'userEnteredValue' } });
    const grid = office.sheets.get(OWNER, office.id, {
      ranges: ['A1:B1'],
      fields: 'sheets.data.rowData.values(userEnteredValue,note,userEnteredFormat)',
    });
    expect(grid.sheets?.[0]?.data?.[0]?.rowData).toEqual([
      {
        values: [
          {
            userEnteredValue: { stringValue: 'c' },
            note: 'n',
            userEnteredFormat: { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } } },
          },
        ],
      },
    ]);
  });

  it('updateCells refuses to leave its range, and fields that there are not', () => {
    const two = { rows: [{ values: [text('a')] }, { values: [text('b')] }] };
    expect(
      refusal(() => apply({ updateCells: { ...two, range: range(0, 1, 0, 1), fields: 'userEnteredValue' } })).message,
    ).toBe('Invalid requests[0].updateCells: Attempting to write row: 1, beyond the last requested row of: 0');
    expect(refusal(() => apply({ updateCells: { ...two, range: range(0, 2, 0, 1) } })).message).toContain(
      "At least one field must be listed in 'fields'",
    );
    expect(refusal(() => apply({ updateCells: { ...two, range: range(0, 2, 0, 1), fields: 'nilai' } })).message).toBe(
      'Invalid requests[0].updateCells: Invalid field: nilai',
    );
  });

  it('appendCells writes below the last row with values, and makes room', () => {
    write(office, 'C1000', [['x']]);
    apply({ appendCells: { sheetId: 0, rows: [{ values: [text('a'), text('b')] }], fields: 'userEnteredValue' } });
    expect(read(office, 'A1001:B1001')).toEqual([['a', 'b']]);
    expect(sheet().properties?.gridProperties).toMatchObject({ rowCount: 1001, columnCount: 26 });
  });

  it('a string value stays text whatever it looks like', () => {
    const values = ['=1+1', '9171015708909001', '1/2/2026'].map(text);
    apply({ updateCells: { start: { sheetId: 0 }, rows: [{ values }], fields: 'userEnteredValue' } });
    const unformatted = { valueRenderOption: 'UNFORMATTED_VALUE' };
    expect(office.sheets.values.get(OWNER, office.id, 'A1:C1', unformatted).values).toEqual([
      ['=1+1', '9171015708909001', '1/2/2026'],
    ]);
  });

  it('repeatCell moves the references of its formula', () => {
    write(office, 'A1:A3', [[1], [2], [3]]);
    const cell = { userEnteredValue: { formulaValue: '=A1*10' } };
    apply({ repeatCell: { range: range(0, 3, 1, 2), cell, fields: 'userEnteredValue' } });
    expect(read(office, 'B1:B3')).toEqual([['10'], ['20'], ['30']]);
  });

  it('findReplace says what it changed', () => {
    write(office, 'A1:B2', [
      ['RS A', 'RS RS'],
      ['x', 'rs'],
    ]);
    const [reply] = apply({ findReplace: { find: 'RS', replacement: '$1', matchCase: true, allSheets: true } });
    expect(reply?.findReplace).toEqual({ occurrencesChanged: 3, valuesChanged: 2, rowsChanged: 1, sheetsChanged: 1 });
    expect(read(office, 'A1:B2')).toEqual([
      ['$1 A', '$1 $1'],
      ['x', 'rs'],
    ]);
  });
});

describe('sheets', () => {
  it('are added, renamed, moved, copied and deleted', () => {
    write(office, 'A1', [['isi']]);
    const [added] = apply({
      addSheet: { properties: { title: 'Kasus', gridProperties: { rowCount: 5, columnCount: 2 } } },
    });
    const { sheetId } = added?.addSheet?.properties ?? {};
    expect(added?.addSheet?.properties).toMatchObject({ title: 'Kasus', index: 1, sheetType: 'GRID' });
    write(office, "'Kasus'!A1", [['=Sheet1!A1']], 'USER_ENTERED');
    apply(
      { updateSheetProperties: { properties: { sheetId: 0, title: 'Data Induk' }, fields: 'title' } },
      { updateSheetProperties: { properties: { sheetId: sheetId ?? 0, index: 0 }, fields: 'index' } },
      { duplicateSheet: { sourceSheetId: 0, newSheetName: 'Salinan', insertSheetIndex: 2 } },
    );
    const titles = () => office.sheets.get(OWNER, office.id, {}).sheets?.map(({ properties }) => properties?.title);
    expect(titles()).toEqual(['Kasus', 'Data Induk', 'Salinan']);
    expect(read(office, 'Salinan!A1')).toEqual([['isi']]);
    expect(office.sheets.values.get(OWNER, office.id, 'Kasus!A1', { valueRenderOption: 'FORMULA' }).values).toEqual([
      ["='Data Induk'!A1"],
    ]);
    apply({ deleteSheet: { sheetId: 0 } });
    expect(titles()).toEqual(['Kasus', 'Salinan']);
    expect(read(office, 'Kasus!A1')).toEqual([['#REF!']]);
  });

  it.each([
    [
      { addSheet: { properties: { title: 'sheet1' } } },
      'A sheet with the name "sheet1" already exists. Please enter another name.',
    ],
    [{ deleteSheet: { sheetId: 0 } }, "You can't remove all the sheets in a document."],
    [
      { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } },
      "You can't hide all the sheets in a document.",
    ],
    [
      { addSheet: { properties: { title: 'Besar', gridProperties: { rowCount: 400_000, columnCount: 26 } } } },
      'above the limit of 10000000 cells',
    ],
    [{ repeatCell: { range: { sheetId: 7 }, cell: {}, fields: '*' } }, 'No grid with id: 7'],
  ])('refuses %j', (request, message) => {
    expect(refusal(() => apply(request)).message).toContain(message);
  });

  it('the title of the spreadsheet is the name of the file', () => {
    apply({ updateSpreadsheetProperties: { properties: { title: 'Register PBI' }, fields: 'title' } });
    expect(office.files.get(OWNER, office.id).name).toBe('Register PBI');
    office.files.update(OWNER, office.id, { name: 'Register 2026' });
    expect(office.sheets.get(OWNER, office.id, {}).properties?.title).toBe('Register 2026');
  });
});

describe('rules and answers', () => {
  it('keeps filters, formats by condition, bands, groups, charts and metadata', () => {
    const rule = {
      ranges: [range(0, 9, 0, 2)],
      booleanRule: { condition: { type: 'BLANK' }, format: { textFormat: { bold: true } } },
    };
    const replies = apply(
      { setBasicFilter: { filter: { range: range(0, 9, 0, 3) } } },
      { addFilterView: { filter: { title: 'Baru', range: range(0, 9, 0, 3) } } },
      { addConditionalFormatRule: { rule, index: 0 } },
      { addBanding: { bandedRange: { range: range(0, 9, 0, 3), rowProperties: { firstBandColor: { red: 1 } } } } },
      { addDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 5 } } },
      {
        addChart: {
          chart: {
            spec: { title: 'Umur kasus', pieChart: { domain: line(0), series: line(1) } },
            position: { overlayPosition: { anchorCell: { sheetId: 0 } } },
          },
        },
      },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'kolom',
            metadataValue: 'nik',
            location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
          },
        },
      },
    );
    const kept = sheet();
    expect(kept.basicFilter?.range).toMatchObject({ endRowIndex: 9 });
    expect(kept.filterViews).toEqual([replies[1]?.addFilterView?.filter]);
    expect(kept.conditionalFormats).toEqual([expect.objectContaining({ booleanRule: expect.anything() })]);
    expect(kept.bandedRanges).toEqual([replies[3]?.addBanding?.bandedRange]);
    expect(kept.rowGroups).toEqual([{ range: { dimension: 'ROWS', startIndex: 2, endIndex: 5 }, depth: 1 }]);
    expect(kept.charts?.[0]?.spec?.title).toBe('Umur kasus');
    expect(replies[6]?.createDeveloperMetadata?.developerMetadata?.location?.locationType).toBe('COLUMN');
    apply({ clearBasicFilter: { sheetId: 0 } }, { deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
    expect(sheet()).not.toHaveProperty('basicFilter');
    expect(sheet()).not.toHaveProperty('conditionalFormats');
  });

  it('shows the spreadsheet afterwards if asked', () => {
    const answer = office.sheets.batchUpdate(OWNER, office.id, {
      requests: [
        { updateCells: { start: { sheetId: 0 }, rows: [{ values: [text('a')] }], fields: 'userEnteredValue' } },
      ],
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: ['A1'],
    });
    expect(answer.updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.formattedValue).toBe('a');
  });

  it.each([
    [
      { updateCells: { rows: [{ values: [{ userEnteredValue: { stringValue: 42 } }] }], fields: '*', start: {} } },
      "Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value.string_value' (TYPE_STRING), 42",
    ],
    [
      { appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredvalue: {} }] }], fields: '*' } },
      'Invalid JSON payload received. Unknown name "userEnteredvalue" at \'requests[0].append_cells.rows[0].values[0]\': Cannot find field.',
    ],
    [{ deleteSheet: { sheetId: 1.5 } }, "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5"],
    [{}, 'Invalid requests[0]: No request set.'],
  ])('reads requests as strictly as Google: %j', (request, message) => {
    expect(refusal(() => apply(request as sheets_v4.Schema$Request)).message).toBe(message);
  });

  it('says loudly what it does not do', () => {
    expect(() => apply({ addTable: {} })).toThrow('not emulated: spreadsheets.batchUpdate addTable');
    expect(REQUEST_KINDS).not.toContain('addTable');
  });
});
