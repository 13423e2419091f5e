/** What the spreadsheet page computes before it talks to the server. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaName, columnName, parseCell, quoted } from '#workspace/web/client/a1.ts';
import { toBlock } from '#workspace/web/client/block.ts';

describe('A1 names', () => {
  it('come back from the name box', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(18_277), (row, column) => {
        expect(parseCell(` $${columnName(column).toLowerCase()}${row + 1} `)).toEqual({ row, column });
      }),
    );
  });

  it('count columns as Google does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    expect(areaName({ row: 1, column: 1, lastRow: 4, lastColumn: 2 })).toBe('B2:C5');
    expect(areaName({ row: 1, column: 1, lastRow: 1, lastColumn: 1 })).toBe('B2');
    expect(quoted("Kasus 'inti'")).toBe("'Kasus ''inti'''");
  });

  it.each(['', 'A0', 'ABCD1', '12', 'A1:B2'])('are not read from %j', (text) => {
    expect(parseCell(text)).toBeUndefined();
  });
});

describe('block of edits', () => {
  it('is one rectangle below the frozen rows, and leaves cells between alone', () => {
    const data = { 3: { 2: 'x', 4: 'y', cells: [] }, 4: { 2: '' } };
    expect(toBlock(data, (index) => index + 1)).toEqual({
      area: { row: 4, lastRow: 5, column: 2, lastColumn: 4 },
      values: [
        ['x', null, 'y'],
        ['', null, null],
      ],
    });
  });

  it('takes 100,000 cells', () => {
    const data = Object.fromEntries(
      Array.from({ length: 2000 }, (_, row) => [
        row,
        Object.fromEntries(Array.from({ length: 50 }, (_, column) => [column, 'v'])),
      ]),
    );
    expect(toBlock(data, (index) => index)?.area).toEqual({ row: 0, lastRow: 1999, column: 0, lastColumn: 49 });
  });

  it('is nothing when no cell changed', () => {
    expect(toBlock({ 3: { cells: 1 } }, (index) => index)).toBeUndefined();
  });
});
