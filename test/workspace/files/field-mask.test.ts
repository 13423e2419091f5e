/** Masks of the `fields` parameter. */

import { describe, expect, it } from 'vitest';
import { applyFieldMask, driveFieldError } from '#workspace/rest/field-mask.ts';

const answer = {
  spreadsheetId: 'x',
  properties: { title: 'Register', locale: 'id_ID' },
  sheets: [
    { properties: { sheetId: 0, title: 'Kasus', grid: { rowCount: 10, columnCount: 3 } }, data: [{ startRow: 0 }] },
    { properties: { sheetId: 7, title: 'Riwayat', grid: { rowCount: 5, columnCount: 2 } } },
  ],
};

describe('applyFieldMask', () => {
  it.each([
    ['spreadsheetId', { spreadsheetId: 'x' }],
    ['properties/title,spreadsheetId', { spreadsheetId: 'x', properties: { title: 'Register' } }],
    ['properties.title', { properties: { title: 'Register' } }],
    [
      'sheets(properties(sheetId,grid/rowCount))',
      {
        sheets: [
          { properties: { sheetId: 0, grid: { rowCount: 10 } } },
          { properties: { sheetId: 7, grid: { rowCount: 5 } } },
        ],
      },
    ],
    ['sheets/data', { sheets: [{ data: [{ startRow: 0 }] }, {}] }],
    ['properties,properties/title', { properties: { title: 'Register', locale: 'id_ID' } }],
    ['*/title', { properties: { title: 'Register' }, sheets: [{}, {}], spreadsheetId: 'x' }],
    [' spreadsheetId , properties ( locale ) ', { spreadsheetId: 'x', properties: { locale: 'id_ID' } }],
    ['nextPageToken', {}],
  ])('%s', (mask, expected) => {
    expect(applyFieldMask(answer, mask)).toEqual(expected);
  });

  it.each([undefined, '', '*'])('leaves everything for %s', (mask) => {
    expect(applyFieldMask(answer, mask)).toEqual(answer);
  });

  it.each(['a(', 'a)', 'a,,b', '(a)', 'a/', ',a', 'a(b', 'a()', 'a b', 'a=b', '/a'])('refuses %s', (mask) => {
    expect(() => applyFieldMask(answer, mask)).toThrow(/Request contains an invalid argument/);
  });

  it('refuses a name that does not exist, at any depth, in the words of each API', () => {
    const known = { sheets: { properties: { title: true } }, properties: true } as const;
    expect(applyFieldMask(answer, 'sheets/properties/title', { known })).toEqual({
      sheets: [{ properties: { title: 'Kasus' } }, { properties: { title: 'Riwayat' } }],
    });
    expect(() => applyFieldMask(answer, 'sheets(properties(judul))', { known })).toThrow(
      "Cannot find matching fields for path 'sheets/properties/judul'",
    );
    expect(() => applyFieldMask(answer, 'toString', { known, fieldError: driveFieldError })).toThrow(
      'Invalid field selection toString',
    );
  });

  it('does not change the answer', () => {
    const before = structuredClone(answer);
    applyFieldMask(answer, 'sheets/properties/title');
    expect(answer).toEqual(before);
  });
});
