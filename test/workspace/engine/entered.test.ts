import { describe, expect, it } from 'vitest';
import { localeRules } from '#workspace/engine/values/locale.ts';
import { formatNumber } from '#workspace/engine/values/number-format.ts';
import { parseEntered } from '#workspace/engine/values/parse-entered.ts';
import { OWNER, openOffice, read, write } from './office.ts';

const english = localeRules('en_US');
const indonesian = localeRules('id_ID');

describe('what typed text becomes', () => {
  it.each([
    ['0042', 42],
    ['3271234567890123', 3271234567890120],
    ['1,234.5', 1234.5],
    ['1.234,5', '1.234,5'],
    ['-7%', -0.07],
    ['(5)', -5],
    ['$12.50', 12.5],
    ['1e3', 1000],
    ['true', true],
    ["'0042", '0042'],
    ['11/21/2026', 46347],
    ['21/11/2026', '21/11/2026'],
    ['2026-11-21', 46347],
    ['6:00 PM', 0.75],
    ['11/21/2026 12:00', 46347.5],
    ['2/30/2026', '2/30/2026'],
    ['+62 812', '+62 812'],
    ['', undefined],
  ])('en_US: %j', (text, value) => {
    expect(parseEntered(text, english).value).toEqual(value);
  });

  it.each([
    ['1.234,5', 1234.5],
    ['1,5', 1.5],
    ['Rp 10.000', 10000],
    ['21/11/2026', 46347],
    ['11/21/2026', '11/21/2026'],
    ['21-11-2026 06.00', 46347.25],
    ['7.30', 7.5 / 24],
    ['12,5%', 0.125],
  ])('id_ID: %j', (text, value) => {
    expect(parseEntered(text, indonesian).value).toEqual(value);
  });

  it('keeps a formula as one, and everything in a plain-text cell as text', () => {
    expect(parseEntered('=A1+1', english).value).toEqual({ formula: '=A1+1' });
    for (const text of ['9171015708909001', '=1', '1/2/2026', 'TRUE', "'a"]) {
      expect(parseEntered(text, english, true).value).toBe(text);
    }
  });
});

describe('how numbers are shown', () => {
  it.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [-0.5, '0%', '-50%'],
    [2.345, '0.0#', '2.35'],
    [1.005, '0.00', '1.01'],
    [0, '0;-0;"nihil"', 'nihil'],
    [7, '000', '007'],
    [-7, '0;[Red](0)', '(7)'],
    [12345, '0.00E+00', '1.23E+04'],
    [46347.75, 'dd/MM/yyyy HH:mm:ss', '21/11/2026 18:00:00'],
    [46347.75, 'h:mm AM/PM', '6:00 PM'],
    [46347, 'd mmmm yyyy', '21 November 2026'],
    [1.5, '[h]:mm', '36:00'],
  ])('%d as %s', (value, pattern, expected) => {
    expect(formatNumber(value, { pattern }, english)).toBe(expected);
  });

  it('without a format: fifteen digits in full, more as a power of ten', () => {
    expect(formatNumber(123456789012345, undefined, english)).toBe('123456789012345');
    expect(formatNumber(3271234567890120, undefined, english)).toBe('3.27123E+15');
    expect(formatNumber(0.1 + 0.2, undefined, indonesian)).toBe('0,3');
  });
});

it('typing a date gives the cell a date format, and a plain-text column keeps a NIK', () => {
  const office = openOffice();
  const cells = {
    range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 },
    fields: 'userEnteredFormat.numberFormat',
  };
  const text = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
  office.sheets.batchUpdate(OWNER, office.id, {
    requests: [
      { updateSpreadsheetProperties: { properties: { locale: 'id_ID' }, fields: 'locale' } },
      { repeatCell: { ...cells, cell: text } },
    ],
  });
  write(office, 'A1:C1', [['21/11/2026', '9171015708909001', '9171015708909001']], 'USER_ENTERED');
  expect(read(office, 'A1:C1')).toEqual([['21/11/2026', '9171015708909001', '9,17102E+15']]);
  const unformatted = { valueRenderOption: 'UNFORMATTED_VALUE' };
  expect(office.sheets.values.get(OWNER, office.id, 'A1', unformatted).values).toEqual([[46347]]);
  const asText = { ...unformatted, dateTimeRenderOption: 'FORMATTED_STRING' };
  expect(office.sheets.values.get(OWNER, office.id, 'A1', asText).values).toEqual([['21/11/2026']]);
});
