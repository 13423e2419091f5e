/** What the spreadsheet page computes before it talks to the server. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaName, columnName, parseCell, quoted } from '#workspace/web/client/a1.ts';
import { toBlock, toBlocks } from '#workspace/web/client/block.ts';
import { edge } from '#workspace/web/client/edge.ts';
import { hitAt, nextHit } from '#workspace/web/client/hits.ts';
import { addressOf, readAddress, viewSentence } from '#workspace/web/client/view.ts';
import { numbersOf, parseRuns, runsOf, runsText } from '#workspace/web/sheet/runs.ts';

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

describe('blocks of an edit in a filter view', () => {
  const shown = [0, 5, 6, 40];

  it('leave out the rows between', () => {
    const data = { 0: { 1: 'a' }, 1: { 1: 'b' }, 2: { 1: 'c' }, 3: { 1: 'd' } };
    expect(toBlocks(data, (index) => shown[index] ?? 0)).toEqual([
      { area: { row: 0, lastRow: 0, column: 1, lastColumn: 1 }, values: [['a']] },
      { area: { row: 5, lastRow: 6, column: 1, lastColumn: 1 }, values: [['b'], ['c']] },
      { area: { row: 40, lastRow: 40, column: 1, lastColumn: 1 }, values: [['d']] },
    ]);
  });
});

describe('edge of the data', () => {
  const cells = 'xx..xxx..x..';
  const filled = (place: number) => cells[place] === 'x';

  it.each([
    [0, 1, 1],
    [1, 1, 4],
    [4, 1, 6],
    [2, 1, 4],
    [6, 1, 9],
    [9, 1, 11],
    [11, 1, 11],
    [11, -1, 9],
    [9, -1, 6],
    [6, -1, 4],
    [4, -1, 1],
    [1, -1, 0],
    [0, -1, 0],
  ] as const)('from %i in direction %i is %i', (at, step, to) => {
    expect(edge(filled, at, cells.length, step)).toBe(to);
  });

  it('is the end of the sheet where nothing is filled', () => {
    expect(edge(() => false, 3, 50_000, 1)).toBe(49_999);
  });
});

describe('hits of a search', () => {
  const hits: [number, number][] = [
    [1, 4],
    [3, 0],
    [3, 2],
  ];

  it('begin at the selected cell and go round', () => {
    expect([hitAt(hits, [1, 4]), hitAt(hits, [3, 1]), hitAt(hits, [9, 0]), hitAt([], [0, 0])]).toEqual([0, 2, 0, -1]);
    expect([nextHit(hits, [1, 4], 1), nextHit(hits, [3, 2], 1), nextHit([], [0, 0], 1)]).toEqual([1, 0, -1]);
    expect([nextHit(hits, [3, 2], -1), nextHit(hits, [1, 4], -1), nextHit([], [0, 0], -1)]).toEqual([1, 2, -1]);
  });
});

describe('runs of rows', () => {
  it('say the same rows as numbers and as text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50_000), { minLength: 1 }), (numbers) => {
        const rows = numbers.sort((a, b) => a - b);
        expect(numbersOf(parseRuns(runsText(runsOf(rows))) ?? [])).toEqual(rows);
      }),
    );
  });

  it.each(['', '5', '5-5', '5-3', '1-3,2-4', '-1-2', '1-2,', 'a-b'])('are not read from %j', (text) => {
    expect(parseRuns(text)).toBeUndefined();
  });
});

describe('filter view of the page', () => {
  it('is kept in the address', () => {
    expect(readAddress(addressOf(12, { id: 2_123_456_789, title: 'x' }))).toEqual({ sheetId: 12, view: 2_123_456_789 });
    expect(readAddress(addressOf(0, undefined))).toEqual({ sheetId: 0 });
    expect(readAddress('#gid=x')).toEqual({});
  });

  it('says what it shows', () => {
    expect(viewSentence({ matches: 0 })).toBe('Tidak ada baris yang cocok dengan tampilan ini.');
    expect(viewSentence({ matches: 1200, partly: true })).toMatch(
      /^1\.200 baris cocok\..*tidak berlaku di versi lokal/,
    );
  });
});
