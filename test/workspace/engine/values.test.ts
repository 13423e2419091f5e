import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, READER, read, refusal, STRANGER, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
});

const get = (range: string, params = {}) => office.sheets.values.get(OWNER, office.id, range, params);

describe('reading', () => {
  it('drops empty cells and rows at the end, and keeps those in between', () => {
    write(office, 'A1', [['', 'a', ''], [], ['', '', 'b', '']]);
    expect(get('Sheet1')).toEqual({
      range: 'Sheet1!A1:Z1000',
      majorDimension: 'ROWS',
      values: [['', 'a'], [], ['', '', 'b']],
    });
  });

  it('answers an empty range without values', () => {
    expect(get('Sheet1!D4')).toEqual({ range: 'Sheet1!D4', majorDimension: 'ROWS' });
  });

  it('turns by columns', () => {
    write(office, 'A1:B2', [
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(get('A1:C2', { majorDimension: 'COLUMNS' }).values).toEqual([['a', 'c'], ['b']]);
  });

  it('cuts a range off at the end of the grid, but refuses one that starts past it', () => {
    expect(get('Sheet1!Y999:AB2000').range).toBe('Sheet1!Y999:Z1000');
    expect(refusal(() => get('Sheet1!A1001:B1002'))).toEqual({
      status: 'INVALID_ARGUMENT',
      message: 'Range (Sheet1!A1001:B1002) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
  });

  it.each(['Tidak Ada!A1', 'Sheet1!A', 'Sheet1!', '!', "'Sheet1"])('cannot parse %j', (range) => {
    expect(refusal(() => get(range)).message).toBe(`Unable to parse range: ${range}`);
  });
});

describe('who may', () => {
  it('gives readers the values but not the pen, and strangers nothing', () => {
    write(office, 'A1', [['x']]);
    expect(office.sheets.values.get(READER, office.id, 'A1').values).toEqual([['x']]);
    const denied = { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' };
    expect(refusal(() => office.sheets.values.clear(READER, office.id, 'A1'))).toEqual(denied);
    expect(refusal(() => office.sheets.values.get(STRANGER, office.id, 'A1'))).toEqual(denied);
    expect(read(office, 'A1')).toEqual([['x']]);
  });

  it('knows no other spreadsheets', () => {
    expect(refusal(() => office.sheets.values.get(OWNER, 'tidak-ada', 'A1'))).toEqual({
      status: 'NOT_FOUND',
      message: 'Requested entity was not found.',
    });
  });
});

describe('RAW', () => {
  it('keeps any text as it is, also what looks like a formula, a date or a Papuan NIK', () => {
    const texts = ['9171015708909001', '0042', '=1+1', '1/2/2026', 'TRUE', "'x", '+62', ' 12 '];
    write(office, 'A1', [texts]);
    expect(get('A1:H1', { valueRenderOption: 'UNFORMATTED_VALUE' }).values).toEqual([texts]);
    expect(get('A1:H1', { valueRenderOption: 'FORMULA' }).values).toEqual([texts]);
  });

  it('round-trips every text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
        write(office, 'B2', [[text]]);
        expect(read(office, 'B2')).toEqual([[text]]);
      }),
    );
  });

  it('leaves cells alone for null and empties them for ""', () => {
    write(office, 'A1:C1', [['a', 'b', 'c']]);
    write(office, 'A1:C1', [[null, '', 'd']]);
    expect(read(office, 'A1:C1')).toEqual([['a', '', 'd']]);
  });
});

describe('writing', () => {
  it('refuses to leave the stated range or the grid, and then writes nothing', () => {
    expect(refusal(() => write(office, 'A1:B1', [['a'], ['b']])).message).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]',
    );
    expect(refusal(() => write(office, 'A1:B1', [['a', 'b', 'c']])).message).toBe(
      'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    );
    expect(refusal(() => write(office, 'Z1000', [['a', 'b']])).message).toContain('exceeds grid limits');
    expect(read(office, 'Sheet1')).toEqual([]);
  });

  it('needs a value input option and lists of lists', () => {
    const update = (values: unknown, params = {}) =>
      office.sheets.values.update(OWNER, office.id, 'A1', { values: values as unknown[][] }, params);
    expect(refusal(() => update([['a']])).message).toBe("'valueInputOption' is required but not specified");
    expect(refusal(() => update('teks', { valueInputOption: 'RAW' })).message).toBe(
      'Invalid value at \'data.values\' (type.googleapis.com/google.protobuf.ListValue), "teks"',
    );
  });

  it('refuses more than 50,000 characters in a cell', () => {
    write(office, 'A1', [['x'.repeat(50_000)]]);
    expect(refusal(() => write(office, 'A1', [['x'.repeat(50_001)]])).message).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(String(read(office, 'A1')[0]?.[0]).length).toBe(50_000);
  });

  it('answers what was written when asked to', () => {
    const params = { valueInputOption: 'USER_ENTERED', includeValuesInResponse: true };
    const answer = office.sheets.values.update(OWNER, office.id, 'A1:B1', { values: [['0042', 'x']] }, params);
    expect(answer).toMatchObject({ updatedRange: 'Sheet1!A1:B1', updatedRows: 1, updatedColumns: 2, updatedCells: 2 });
    expect(answer.updatedData?.values).toEqual([['42', 'x']]);
  });

  it('applies all ranges of a batch or none', () => {
    const data = [
      { range: 'A1', values: [['a']] },
      { range: 'Tidak Ada!A1', values: [['b']] },
    ];
    refusal(() => office.sheets.values.batchUpdate(OWNER, office.id, { valueInputOption: 'RAW', data }));
    expect(read(office, 'A1')).toEqual([]);
  });
});

describe('append', () => {
  const append = (range: string, values: unknown[][], params = {}) =>
    office.sheets.values.append(OWNER, office.id, range, { values }, { valueInputOption: 'RAW', ...params });

  it('begins an empty sheet at the top and goes on below the table, in its first column', () => {
    expect(append('Sheet1', [['a', 'b']]).updates?.updatedRange).toBe('Sheet1!A1:B1');
    write(office, 'D5:E6', [
      ['judul', 'x'],
      ['isi', 'y'],
    ]);
    const answer = append('D5', [['lagi']]);
    expect(answer.tableRange).toBe('Sheet1!D5:E6');
    expect(answer.updates?.updatedRange).toBe('Sheet1!D7');
  });

  it('makes the sheet longer when it is full', () => {
    write(office, 'A1000', [['terakhir']]);
    expect(append('A1000', [['baru']]).updates?.updatedRange).toBe('Sheet1!A1001');
    expect(get('Sheet1').range).toBe('Sheet1!A1:Z1001');
  });

  it('can insert rows instead of writing over what is below', () => {
    write(office, 'A1:A3', [['a'], [''], ['b']]);
    append('A1', [['baru'], ['lagi']], { insertDataOption: 'INSERT_ROWS' });
    expect(read(office, 'A1:A6')).toEqual([['a'], ['baru'], ['lagi'], [], ['b']]);
  });
});

it('clears values and keeps formats', () => {
  write(office, 'A1', [['10%']], 'USER_ENTERED');
  expect(office.sheets.values.clear(OWNER, office.id, 'A1').clearedRange).toBe('Sheet1!A1');
  write(office, 'A1', [[0.25]]);
  expect(read(office, 'A1')).toEqual([['25%']]);
});
