import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsText, columnIndex, columnLetters, parseA1, parseCells, quoteTitle } from '#workspace/engine/a1.ts';

describe('A1 notation', () => {
  it.each([
    ['B2', { startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 }],
    ['$A$1:C3', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['C3:A1', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['A:C', { startColumn: 0, endColumn: 3 }],
    ['2:5', { startRow: 1, endRow: 5 }],
    ['A2:C', { startRow: 1, startColumn: 0, endColumn: 3 }],
    ['A2:5', { startRow: 1, endRow: 5, startColumn: 0 }],
    ['R2C3:R4C4', { startRow: 1, endRow: 4, startColumn: 2, endColumn: 4 }],
  ])('reads %s', (text, expected) => {
    expect(parseCells(text)).toEqual(expected);
  });

  it.each(['', 'A', '5', 'A0', 'A1:B2:C3', 'A:5', 'AAAA1', 'A-1'])('refuses %j', (text) => {
    expect(parseCells(text)).toBeUndefined();
  });

  it('reads titles with spaces, quotes and exclamation marks', () => {
    expect(parseA1("'Pak Budi''s!'!A1")).toMatchObject({ title: "Pak Budi's!" });
    expect(parseA1('Umpan Balik!A:A')).toMatchObject({ title: 'Umpan Balik', cells: { startColumn: 0, endColumn: 1 } });
    expect(parseA1('Kasus')).toEqual({ title: 'Kasus', name: 'Kasus' });
    expect(parseA1("'Kasus'")).toEqual({ title: 'Kasus' });
    expect(parseA1('Kasus!')).toBeUndefined();
  });

  it('letters and numbers of columns agree', () => {
    fc.assert(fc.property(fc.nat(18_277), (index) => columnIndex(columnLetters(index)) === index));
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('any title and rectangle can be read back from their text', () => {
    const title = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
    const rect = fc
      .tuple(fc.nat(9999), fc.integer({ min: 1, max: 500 }), fc.nat(700), fc.integer({ min: 1, max: 50 }))
      .map(([startRow, rows, startColumn, columns]) => ({
        startRow,
        endRow: startRow + rows,
        startColumn,
        endColumn: startColumn + columns,
      }));
    fc.assert(
      fc.property(title, rect, (name, cells) => {
        expect(parseA1(`${quoteTitle(name)}!${cellsText(cells)}`)).toEqual({ title: name, cells });
      }),
    );
  });
});
