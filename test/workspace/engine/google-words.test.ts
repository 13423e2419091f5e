/** Google's sentences and its way of keeping what clients send, where a client's own error handling depends on them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, refusal, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
});
const apply = (...requests: object[]) => office.sheets.batchUpdate(OWNER, office.id, { requests }).replies ?? [];
const sheet = () => office.sheets.get(OWNER, office.id, {}).sheets?.[0];
const get = (range: string, params = {}) => office.sheets.values.get(OWNER, office.id, range, params);

const typed = { valueInputOption: 'USER_ENTERED' };

it('fields may be named as in the protocol', () => {
  apply({ update_sheet_properties: { properties: { sheet_id: 0, title: 'Data' }, fields: 'title' } });
  expect(sheet()?.properties?.title).toBe('Data');
});

describe('refusals', () => {
  it.each([
    [() => get('Lain!A1'), 'Unable to parse range: Lain!A1'],
    [() => get("'A1'"), "Unable to parse range: 'A1'"],
    [() => get('A1:'), 'Unable to parse range: A1:'],
    [() => get('A1001'), 'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26'],
    [
      () => get('A1', { valueRenderOption: 'CANTIK' }),
      `Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "CANTIK"`,
    ],
    [
      () => write(office, 'A1', [['x']], 'TEKS'),
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "TEKS"`,
    ],
    [
      () => write(office, 'A1:B1', [['a', 'b', 'c']]),
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    ],
    [
      () =>
        office.sheets.values.update(OWNER, office.id, 'A1', { range: 'B1', values: [] }, { valueInputOption: 'RAW' }),
      "Request range[A1] does not match value's range[B1]",
    ],
    [
      () => office.sheets.values.update(OWNER, office.id, 'A1', { value: [['x']], nilai: 1 } as never, typed),
      'Invalid JSON payload received. Unknown name "value" at \'data\': Cannot find field.\n' +
        'Invalid JSON payload received. Unknown name "nilai" at \'data\': Cannot find field.',
    ],
    [
      () => office.sheets.values.update(OWNER, office.id, 'A1', { majorDimension: 'BARIS', values: [] }, typed),
      `Invalid value at 'data.major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "BARIS"`,
    ],
    [
      () => office.sheets.batchUpdate(OWNER, office.id, { request: [] } as never),
      'Invalid JSON payload received. Unknown name "request": Cannot find field.',
    ],
    [
      () => apply('mergeCells' as never),
      `Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request), "mergeCells"`,
    ],
    [
      () => apply({ mergeCells: { range: 'A1:B2', tipe: 1 } }, { deleteSheet: { id: 0 } }),
      `Invalid value at 'requests[0].merge_cells.range' (type.googleapis.com/google.apps.sheets.v4.GridRange), "A1:B2"\n` +
        'Invalid JSON payload received. Unknown name "tipe" at \'requests[0].merge_cells\': Cannot find field.\n' +
        'Invalid JSON payload received. Unknown name "id" at \'requests[1].delete_sheet\': Cannot find field.',
    ],
    [() => apply(), 'Must specify at least one request.'],
    [
      () => apply({ gabungkan: {} }),
      'Invalid JSON payload received. Unknown name "gabungkan" at \'requests[0]\': Cannot find field.',
    ],
    [
      () => apply({ mergeCells: { range: { sheetId: 0 }, mergeType: 'SEMUA' } }),
      `Invalid value at 'requests[0].merge_cells.merge_type' (type.googleapis.com/google.apps.sheets.v4.MergeCellsRequest.MergeType), "SEMUA"`,
    ],
    [
      () => apply({ repeatCell: { range: { sheetId: 0 }, cell: {} } }),
      "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
  ])('%s', (call, message) => {
    expect(refusal(call)).toMatchObject({ status: 'INVALID_ARGUMENT', message });
  });
});

describe('the table that values are appended to', () => {
  const append = (range: string, values: unknown[][]) =>
    office.sheets.values.append(OWNER, office.id, range, { values }, { valueInputOption: 'RAW' });

  it('is the last one in the range, of two side by side the right one', () => {
    expect(append('Sheet1', [['a', '', 'b']])).not.toHaveProperty('tableRange');
    expect(append('Sheet1', [['c', '', 'd']])).toMatchObject({
      tableRange: 'Sheet1!C1',
      updates: { updatedRange: 'Sheet1!C2:E2' },
    });
    expect(append('A1', [['e']])).toMatchObject({ tableRange: 'Sheet1!A1', updates: { updatedRange: 'Sheet1!A2' } });
    expect(append('A1:B2', [['f', 'g']]).updates?.updatedRange).toBe('Sheet1!A3:B3');
  });
});

describe('what is kept', () => {
  it('colours in 255 steps, under both keys, and cleared through either', () => {
    const tab = (properties: object, fields: string) =>
      apply({ updateSheetProperties: { properties: { sheetId: 0, ...properties }, fields } });
    tab({ tabColorStyle: { rgbColor: { red: 1, green: 0, blue: 0.5 } } }, 'tabColorStyle');
    const pink = { red: 1, blue: 0.49803922 };
    expect(sheet()?.properties).toMatchObject({ tabColor: pink, tabColorStyle: { rgbColor: pink } });
    tab({ tabColorStyle: { rgbColor: null } }, 'tabColorStyle');
    expect(sheet()?.properties).not.toHaveProperty('tabColor');
    expect(sheet()?.properties).not.toHaveProperty('tabColorStyle');
  });

  it('links, runs of text and formats with what they leave out', () => {
    const runs = [{ startIndex: 2, format: { bold: true } }];
    const cells = [
      { userEnteredValue: { formulaValue: '=HYPERLINK("https://contoh.test/a","buka")' } },
      {
        userEnteredValue: { stringValue: 'dinas' },
        userEnteredFormat: { textFormat: { link: { uri: 'https://b.test' } } },
      },
      { userEnteredValue: { stringValue: 'tebal' }, textFormatRuns: runs },
    ];
    apply({ updateCells: { start: { sheetId: 0 }, rows: [{ values: cells }], fields: '*' } });
    const { sheets } = office.sheets.get(OWNER, office.id, { ranges: ['A1:C1'], includeGridData: true });
    const [link, format, text] = sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
    expect(link).toMatchObject({ formattedValue: 'buka', hyperlink: 'https://contoh.test/a' });
    expect(format?.hyperlink).toBe('https://b.test');
    expect(format?.effectiveFormat?.textFormat).toMatchObject({ fontSize: 10, link: { uri: 'https://b.test' } });
    expect(text?.textFormatRuns).toEqual(runs);
  });

  it('filters and bands with the edges of the grid, named ranges as they were given', () => {
    apply(
      { setBasicFilter: { filter: { range: { sheetId: 0, startRowIndex: 1 } } } },
      {
        addNamedRange: { namedRange: { name: 'Kolom', range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } } },
      },
    );
    const whole = { startRowIndex: 1, endRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 26 };
    expect(sheet()?.basicFilter?.range).toEqual(whole);
    const { namedRanges } = office.sheets.get(OWNER, office.id, {});
    expect(namedRanges?.[0]?.range).toEqual({ startColumnIndex: 1, endColumnIndex: 2 });
  });

  it('a named range is found with or without the title of a sheet', () => {
    write(office, 'B2:C2', [['a', 'b']]);
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 3 };
    apply(
      { addNamedRange: { namedRange: { name: 'Sepasang', range } } },
      { addSheet: { properties: { title: 'Lain' } } },
    );
    for (const name of ['Sepasang', 'Sheet1!Sepasang', "'Lain'!Sepasang"]) {
      expect(get(name)).toMatchObject({ range: 'Sheet1!B2:C2', values: [['a', 'b']] });
    }
    expect(refusal(() => get('Sheet1!Sepasan')).message).toBe('Unable to parse range: Sheet1!Sepasan');
  });

  it.each([
    ['2026-03-04', '2026-03-04', 46085],
    ['2026/03/04', '2026/03/04', 46085],
    ['3/4/2026', '3/4/2026', 46085],
    ['March 4, 2026', 'March 4, 2026', 46085],
    ['4-Mar-2026', '4-Mar-2026', 46085],
    ['2026-03-04 06:00', '2026-03-04 6:00:00', 46085.25],
    ['3/4/2026 6:00', '3/4/2026 6:00:00', 46085.25],
    ['6:00', '6:00', 0.25],
    ['6:00 PM', '6:00 PM', 0.75],
    ['6:00:30', '6:00:30', 0.25 + 30 / 86_400],
    ['36:00:00', '36:00:00', 1.5],
    ['12%', '12%', 0.12],
    ['$5', '$5', 5],
    ['$5.50', '$5.50', 5.5],
    ['1,234', '1,234', 1234],
  ])('%s as it was typed', (typed, shown, worth) => {
    write(office, 'A1', [[typed]], 'USER_ENTERED');
    expect(read(office, 'A1')).toEqual([[shown]]);
    expect(get('A1', { valueRenderOption: 'UNFORMATTED_VALUE' }).values?.[0]?.[0]).toBeCloseTo(worth, 9);
  });
});

it('a new spreadsheet is made with everything that its body says', () => {
  const range = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
  const made = office.sheets.create(OWNER, {
    properties: { title: 'Baru', locale: 'id_ID', autoRecalc: 'HOUR' },
    namedRanges: [{ name: 'Kepala', range }],
    developerMetadata: [{ metadataKey: 'buku' }],
    sheets: [
      {
        properties: { title: 'Kasus', sheetId: 0 },
        data: [
          { rowData: [{ values: [{ userEnteredValue: { stringValue: 'a' } }] }], columnMetadata: [{ pixelSize: 50 }] },
        ],
        merges: [range],
        basicFilter: { range },
        protectedRanges: [{ range, description: 'kunci' }],
        conditionalFormats: [{ ranges: [range], booleanRule: { condition: { type: 'BLANK' }, format: {} } }],
      },
      { properties: { title: 'Lain' }, developerMetadata: [{ metadataKey: 'tab' }], merges: [range] },
    ],
  });
  expect(made.properties).toMatchObject({ title: 'Baru', locale: 'id_ID', autoRecalc: 'HOUR' });
  expect(made.namedRanges).toMatchObject([{ name: 'Kepala' }]);
  expect(made.developerMetadata).toMatchObject([{ metadataKey: 'buku' }]);
  const [first, second] = made.sheets ?? [];
  expect(first).toMatchObject({
    merges: [{ endColumnIndex: 2 }],
    basicFilter: { range: { endRowIndex: 2 } },
    protectedRanges: [{ description: 'kunci' }],
    conditionalFormats: [{ booleanRule: { condition: { type: 'BLANK' } } }],
  });
  expect(second?.merges?.[0]?.sheetId).toBe(second?.properties?.sheetId);
  const { sheets } = office.sheets.get(OWNER, made.spreadsheetId ?? '', { fields: 'sheets.data.columnMetadata' });
  expect(sheets?.[0]?.data?.[0]?.columnMetadata?.[0]).toEqual({ pixelSize: 50 });
});
