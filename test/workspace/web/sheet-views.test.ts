/** Conditional formats, filter views, hidden rows and search: what the spreadsheet page is told of them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numbersOf } from '#workspace/web/sheet/runs.ts';
import type { WireBook, WireFilled, WireHits, WireRows, WireShown } from '#workspace/web/sheet/wire.ts';
import { BPJS, DINSOS, openPages, type Pages } from './fixture.ts';

let pages: Pages;
let id: string;

/** As large as the ids that the engine gives. */
const VIEW = 2_123_456_789;
const RED = { red: 1 };
const BLUE = { blue: 1 };
const ROWS = [
  ['tiket', 'status', 'masalah'],
  ['T-1', 'DIAJUKAN', '! nik'],
  ['T-2', 'LOLOS', ''],
  ['T-3', 'diajukan', 'catatan'],
  ['T-4', 'DIAJUKAN_LAGI', '! nama'],
];

const batch = (...requests: object[]) =>
  pages.workspace.sheets.batchUpdate(pages.workspace.users.owner, id, { requests });

beforeEach(async () => {
  pages = await openPages();
  id = pages.registerId;
  const { sheets, files, users } = pages.workspace;
  batch({
    updateSheetProperties: {
      properties: {
        sheetId: 0,
        title: "Kasus 'a'",
        gridProperties: { rowCount: 20, columnCount: 4, frozenRowCount: 1 },
      },
      fields: 'title,gridProperties(rowCount,columnCount,frozenRowCount)',
    },
  });
  batch({ addSheet: { properties: { sheetId: 9, title: 'Tersembunyi', hidden: true } } });
  sheets.values.update(users.owner, id, "'Kasus ''a'''!A1", { values: ROWS }, { valueInputOption: 'RAW' });
  files.createPermission(users.owner, id, { type: 'user', role: 'reader', emailAddress: DINSOS });
});
afterEach(() => pages.close());

const ask = async <T>(query: string) =>
  (await pages.get(`/workspace/grid/${id}?${query}`, DINSOS)).json() as Promise<T>;
const cells = async () => (await ask<WireRows>('sheetId=0&from=0&to=20')).rows;

describe('conditional formats', () => {
  const rule = (type: string, text: string | undefined, format: object, column = 1) => {
    const range = { sheetId: 0, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 };
    const condition = { type, ...(text !== undefined && { values: [{ userEnteredValue: text }] }) };
    return { addConditionalFormatRule: { index: 0, rule: { ranges: [range], booleanRule: { condition, format } } } };
  };
  const coloured = async (column: number) => {
    const rows = await cells();
    return rows.flatMap((row, index) => (row[column]?.bg === '#ff0000' ? [index] : []));
  };

  it.each([
    ['TEXT_EQ', 'DIAJUKAN', [1, 3]],
    ['TEXT_CONTAINS', 'lagi', [4]],
    ['TEXT_STARTS_WITH', 'diajukan', [1, 3, 4]],
    ['NOT_BLANK', undefined, [1, 2, 3, 4]],
    ['BLANK', undefined, Array.from({ length: 15 }, (_, index) => index + 5)],
  ])('%s %s colours its cells', async (type, text, rows) => {
    batch(rule(type, text, { backgroundColor: RED }));
    expect(await coloured(1)).toEqual(rows);
    expect(await coloured(2)).toEqual([]);
  });

  it('are decided by the first matching rule, property by property', async () => {
    batch(rule('TEXT_EQ', 'LOLOS', { backgroundColor: BLUE, textFormat: { bold: true } }));
    batch(rule('NOT_BLANK', undefined, { backgroundColor: RED, textFormat: { foregroundColor: BLUE } }));
    expect((await cells())[2]?.[1]).toEqual({ v: 'LOLOS', bg: '#ff0000', fg: '#0000ff', bold: true });
  });

  it('go over the format of the cell itself, also with white', async () => {
    const range = { sheetId: 0, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
    const cell = { userEnteredFormat: { backgroundColor: RED } };
    batch({ repeatCell: { range, cell, fields: 'userEnteredFormat.backgroundColor' } });
    batch(rule('TEXT_EQ', 'LOLOS', { backgroundColor: { red: 1, green: 1, blue: 1 } }));
    expect((await cells())[2]?.[1]).toMatchObject({ bg: '#ffffff' });
  });

  it('of other kinds change nothing', async () => {
    batch(rule('NUMBER_GREATER', '1', { backgroundColor: RED }));
    batch(rule('CUSTOM_FORMULA', '=TRUE', { backgroundColor: RED }));
    batch(rule('TEXT_EQ', '=B3', { backgroundColor: RED }));
    batch({
      addConditionalFormatRule: {
        index: 0,
        rule: {
          ranges: [{ sheetId: 0 }],
          gradientRule: { minpoint: { color: RED, type: 'MIN' }, maxpoint: { color: BLUE, type: 'MAX' } },
        },
      },
    });
    expect(await coloured(1)).toEqual([]);
  });
});

describe('filter views', () => {
  const addView = (filter: object) => {
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 };
    batch({ addFilterView: { filter: { filterViewId: VIEW, title: 'Pilihan', range, ...filter } } });
  };
  const shownRows = async (view = `${VIEW}`) => {
    const answer = await ask<WireShown>(`sheetId=0&view=${view}`);
    return { ...answer, rows: numbersOf(answer.shown ?? []) };
  };
  const below = Array.from({ length: 15 }, (_, index) => index + 5);

  it('are listed with their sheet', async () => {
    expect((await ask<WireBook>('')).sheets[0]).not.toHaveProperty('views');
    addView({});
    expect((await ask<WireBook>('')).sheets[0]?.views).toEqual([{ id: VIEW, title: 'Pilihan' }]);
  });

  it.each([
    [{ criteria: { 1: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'DIAJUKAN' }] } } } }, [1, 3]],
    [{ criteria: { 2: { condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: '!' }] } } } }, [1, 4]],
    [{ criteria: { 2: { condition: { type: 'BLANK' } } } }, [2]],
    [{ criteria: { 2: { condition: { type: 'NOT_BLANK' } }, 1: { hiddenValues: ['DIAJUKAN'] } } }, [3, 4]],
    [{ filterSpecs: [{ columnIndex: 1, filterCriteria: { hiddenValues: ['LOLOS', 'diajukan'] } }] }, [1, 4]],
    [{ criteria: { 1: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'TIDAK ADA' }] } } } }, []],
  ])('%j shows its rows, the header and what lies outside the range', async (filter, rows) => {
    addView(filter);
    expect(await shownRows()).toMatchObject({ rows: [0, ...rows, ...below], matches: rows.length });
  });

  it('count what matches now', async () => {
    addView({ criteria: { 1: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'LOLOS' }] } } } });
    const { sheets, users } = pages.workspace;
    sheets.userEdit(users.owner, id, { range: "'Kasus ''a'''!B2", values: [['LOLOS']] });
    expect(await shownRows()).toMatchObject({ matches: 2 });
  });

  it('say so when a condition is not evaluated', async () => {
    addView({ criteria: { 1: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=TRUE' }] } } } });
    expect(await shownRows()).toMatchObject({ matches: 4, partly: true });
  });

  it('that are gone are told as gone, and readers without permission learn nothing', async () => {
    expect((await pages.get(`/workspace/grid/${id}?sheetId=0&view=7`, DINSOS)).status).toBe(404);
    expect((await pages.get(`/workspace/grid/${id}?sheetId=9&view=`, DINSOS)).status).toBe(404);
    expect((await pages.get(`/workspace/grid/${id}?sheetId=0&view=`, BPJS)).status).toBe(403);
    expect((await pages.get(`/workspace/grid/${id}?sheetId=0&column=0`, BPJS)).status).toBe(403);
  });

  it('leave out hidden rows too', async () => {
    expect(await ask<WireShown>('sheetId=0&view=')).toMatchObject({ shown: null });
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    batch({ updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } });
    expect(await ask<WireShown>('sheetId=0&view=')).toMatchObject({
      shown: [
        [0, 1],
        [2, 20],
      ],
    });
    addView({ criteria: { 1: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'DIAJUKAN' }] } } } });
    expect(await shownRows()).toMatchObject({ rows: [0, 3, ...below], matches: 1 });
  });

  it('fetch the rows that they show in one answer', async () => {
    const { rows, from } = await ask<WireRows>('sheetId=0&rows=1-2,3-5,18-99');
    expect(from).toBe(1);
    expect(rows.map((row) => row[0]?.v)).toEqual(['T-1', 'T-3', 'T-4', undefined, undefined]);
  });
});

describe('column and search', () => {
  it('tell where a column is filled', async () => {
    expect(await ask<WireFilled>('sheetId=0&column=2')).toEqual({
      filled: [
        [0, 2],
        [3, 5],
      ],
    });
    expect(await ask<WireFilled>('sheetId=0&column=3')).toEqual({ filled: [] });
  });

  const find = (body: object, as = DINSOS) => pages.post(`/workspace/find/${id}`, body, as);

  it('finds what cells show, whatever the case', async () => {
    const { hits } = (await (await find({ sheetId: 0, text: 'DiAjukan' })).json()) as WireHits;
    expect(hits).toEqual([
      [1, 1],
      [3, 1],
      [4, 1],
    ]);
  });

  it('is for readers of the visible sheet only', async () => {
    expect((await find({ sheetId: 0, text: 'T-1' }, BPJS)).status).toBe(403);
    expect((await find({ sheetId: 9, text: 'T-1' })).status).toBe(404);
    expect((await find({ sheetId: 0, text: '' })).status).toBe(400);
  });
});
