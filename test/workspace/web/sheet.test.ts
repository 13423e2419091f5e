/** The spreadsheet's page and grid endpoints: who may see what, and what the grid is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireBook, WireRows } from '#workspace/web/sheet/wire.ts';
import { BPJS, DINSOS, OWNER, openPages, type Pages } from './fixture.ts';

let pages: Pages;
let id: string;
beforeEach(async () => {
  pages = await openPages();
  id = pages.registerId;
  const { sheets, files, users } = pages.workspace;
  sheets.batchUpdate(users.owner, id, {
    requests: [
      { updateSpreadsheetProperties: { properties: { title: 'Register </script><b>' }, fields: 'title' } },
      {
        updateSheetProperties: {
          properties: {
            sheetId: 0,
            title: "Kasus 'inti'",
            gridProperties: { rowCount: 900, columnCount: 5, frozenRowCount: 1 },
          },
          fields: 'title,gridProperties(rowCount,columnCount,frozenRowCount)',
        },
      },
      { addSheet: { properties: { sheetId: 9, title: 'Tersembunyi', hidden: true } } },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows: [
            {
              values: [
                {
                  userEnteredValue: { stringValue: 'tiket' },
                  note: 'Jangan diubah',
                  userEnteredFormat: { backgroundColor: { red: 1 }, textFormat: { bold: true } },
                },
                { userEnteredValue: { stringValue: 'status' } },
              ],
            },
            {
              values: [
                { userEnteredValue: { stringValue: 'rahasia-B' } },
                { userEnteredValue: { stringValue: 'LAIN' } },
              ],
            },
            {
              values: [
                { userEnteredValue: { stringValue: 'rahasia-A' } },
                { userEnteredValue: { formulaValue: '=1+1' } },
              ],
            },
          ],
          fields: 'userEnteredValue,note,userEnteredFormat',
        },
      },
      {
        setDataValidation: {
          range: { sheetId: 0, startRowIndex: 1, endRowIndex: 900, startColumnIndex: 1, endColumnIndex: 2 },
          rule: {
            condition: {
              type: 'ONE_OF_LIST',
              values: [{ userEnteredValue: 'DIAJUKAN' }, { userEnteredValue: 'LOLOS' }],
            },
            showCustomUi: true,
          },
        },
      },
    ],
  });
  files.createPermission(users.owner, id, { type: 'user', role: 'writer', emailAddress: DINSOS });
});
afterEach(() => pages.close());

const rows = async (query: string, as = DINSOS) =>
  (await pages.get(`/workspace/grid/${id}?${query}`, as)).json() as Promise<WireRows>;
const book = async (as = DINSOS) => (await pages.get(`/workspace/grid/${id}`, as)).json() as Promise<WireBook>;

describe('access', () => {
  const everywhere = () => [
    `/spreadsheets/d/${id}/edit`,
    `/workspace/grid/${id}`,
    `/workspace/grid/${id}?sheetId=0&from=0&to=10`,
    `/workspace/revision/${id}`,
  ];

  it('tells somebody without permission nothing, not even by a query', async () => {
    for (const path of everywhere()) {
      for (const more of ['', `${path.includes('?') ? '&' : '?'}user=${OWNER}&pbi_user=${OWNER}`]) {
        const response = await pages.get(path + more, BPJS);
        expect(response.status, path).toBe(403);
        const text = await response.text();
        expect(text).not.toContain('rahasia');
        expect(text).not.toContain('Register &lt;');
      }
    }
    expect(await (await pages.get(`/spreadsheets/d/${id}/edit`, BPJS)).text()).toContain('Anda perlu izin');
  });

  it('answers the same for a file that does not exist', async () => {
    const missing = await pages.get('/spreadsheets/d/tidak-ada/edit', DINSOS);
    expect(missing.status).toBe(403);
    expect((await pages.get('/workspace/grid/tidak-ada', DINSOS)).status).toBe(403);
  });

  it('sends nobody and unknown people home, and gives them no data', async () => {
    for (const as of [undefined, 'orang@asing.test']) {
      const page = await pages.get(`/spreadsheets/d/${id}/edit`, as);
      expect([page.status, page.headers.get('location')]).toEqual([302, '/']);
      for (const path of everywhere().slice(1)) expect((await pages.get(path, as)).status).toBe(401);
    }
  });

  it('lets a reader look but not change', async () => {
    const { files, users } = pages.workspace;
    files.createPermission(users.owner, id, { type: 'user', role: 'reader', emailAddress: BPJS });
    expect((await book(BPJS)).canEdit).toBe(false);
    const action = { kind: 'deleteRows', sheetId: 0, runs: [[1, 2]] };
    expect((await pages.post(`/workspace/grid/${id}`, action, BPJS)).status).toBe(403);
    expect((await rows('sheetId=0&from=1&to=2')).rows[0]?.[0]?.v).toBe('rahasia-B');
  });
});

describe('page', () => {
  it('cannot be broken out of by a title', async () => {
    const html = await (await pages.get(`/spreadsheets/d/${id}/edit`, DINSOS)).text();
    expect(html).toContain('<h1>Register &lt;/script&gt;&lt;b&gt;</h1>');
    expect(html).not.toContain('Register </script>');
    const block = /<script type="application\/json" id="book">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(block).title).toBe('Register </script><b>');
  });

  it("runs scripts from here only, and a script's HTML without an origin", async () => {
    const page = (await pages.get(`/spreadsheets/d/${id}/edit`, DINSOS)).headers.get('content-security-policy');
    expect(page).toContain("default-src 'self'");
    expect(page).not.toMatch(/script-src[^;]*unsafe/);
    const frame = (await pages.get('/workspace/frame')).headers.get('content-security-policy');
    expect(frame).toMatch(/sandbox allow-scripts allow-modals$/);
    expect(frame).toContain("default-src 'none'");
  });
});

describe('grid', () => {
  it('lists visible sheets only', async () => {
    const { sheets } = await book();
    expect(sheets).toEqual([
      { sheetId: 0, title: "Kasus 'inti'", rows: 900, columns: 5, frozenRows: 1, frozenColumns: 0 },
    ]);
    expect((await pages.get(`/workspace/grid/${id}?sheetId=9&from=0&to=5`, DINSOS)).status).toBe(404);
  });

  it('tells texts, formulas, notes, formats and dropdowns', async () => {
    const answer = await rows('sheetId=0&from=0&to=4');
    expect(answer.rows[0]?.[0]).toEqual({ v: 'tiket', bg: '#ff0000', bold: true, note: 'Jangan diubah' });
    expect(answer.rows[1]?.[1]).toMatchObject({ v: 'LAIN', list: 0, bad: true });
    expect(answer.rows[2]?.[1]).toMatchObject({ v: '2', e: '=1+1' });
    expect(answer.lists).toEqual([['DIAJUKAN', 'LOLOS']]);
  });

  it('tells what to type to get the same cell again', async () => {
    const { sheets, users } = pages.workspace;
    const values = [
      { userEnteredValue: { stringValue: '0012' } },
      { userEnteredValue: { stringValue: '0012' }, userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
      {
        userEnteredValue: { numberValue: 1.2345 },
        userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.0' } },
      },
      { userEnteredValue: { numberValue: 12 } },
      { userEnteredValue: { stringValue: '=bukan rumus' } },
    ];
    const start = { sheetId: 0, rowIndex: 6, columnIndex: 0 };
    const fields = 'userEnteredValue,userEnteredFormat.numberFormat';
    sheets.batchUpdate(users.owner, id, { requests: [{ updateCells: { start, rows: [{ values }], fields } }] });
    const cells = async () => {
      const answer = await rows('sheetId=0&from=6&to=7');
      return answer.rows[0]?.map((cell) => [cell?.v, cell?.e]);
    };
    const before = await cells();
    const decimal = before?.[2]?.[0]?.[1] ?? '';
    expect(before).toEqual([
      ['0012', "'0012"],
      ['0012', undefined],
      [`1${decimal}2`, `1${decimal}2345`],
      ['12', undefined],
      ['=bukan rumus', "'=bukan rumus"],
    ]);
    const typed = before?.map(([shown = '', exact]) => exact ?? shown) ?? [];
    const range = "'Kasus ''inti'''!A7";
    sheets.userEdit(users.owner, id, { range, values: [typed] });
    expect(await cells()).toEqual(before);
  });

  it('answers a window of rows, and never more than 500', async () => {
    expect(await rows('sheetId=0&from=2&to=3')).toMatchObject({ from: 2, rows: [[{ v: 'rahasia-A' }, {}]] });
    const { workspace } = pages;
    const column = Array.from({ length: 900 }, (_, index) => [String(index)]);
    workspace.sheets.values.update(
      workspace.users.owner,
      id,
      "'Kasus ''inti'''!C1",
      { values: column },
      { valueInputOption: 'RAW' },
    );
    expect((await rows('sheetId=0&from=0&to=900')).rows).toHaveLength(500);
    expect((await rows('sheetId=0&from=5000&to=6000')).rows).toEqual([]);
  });

  it('goes up in revision with every change', async () => {
    const revision = async () =>
      ((await (await pages.get(`/workspace/revision/${id}`, DINSOS)).json()) as { revision: number }).revision;
    const before = await revision();
    pages.workspace.sheets.userEdit(pages.workspace.users.owner, id, { range: "'Kasus ''inti'''!A5", values: [['x']] });
    expect(await revision()).toBeGreaterThan(before);
  });
});

describe('actions', () => {
  const act = (action: object) => pages.post(`/workspace/grid/${id}`, action, DINSOS);
  const tickets = async () => (await rows('sheetId=0&from=0&to=5')).rows.map((row) => row[0]?.v ?? '');

  it('inserts above and below, and deletes', async () => {
    await act({ kind: 'insertRow', sheetId: 0, row: 1, above: true });
    expect(await tickets()).toEqual(['tiket', '', 'rahasia-B', 'rahasia-A', '']);
    await act({ kind: 'deleteRows', sheetId: 0, runs: [[1, 2]] });
    await act({ kind: 'insertRow', sheetId: 0, row: 1, above: false });
    expect(await tickets()).toEqual(['tiket', 'rahasia-B', '', 'rahasia-A', '']);
  });

  it('deletes rows that are no neighbours, and nothing between them', async () => {
    await act({
      kind: 'deleteRows',
      sheetId: 0,
      runs: [
        [0, 1],
        [2, 3],
      ],
    });
    expect(await tickets()).toEqual(['rahasia-B', '', '', '', '']);
  });

  it('sorts below the frozen rows', async () => {
    await act({ kind: 'sort', sheetId: 0, column: 0, descending: false });
    expect((await tickets()).slice(0, 3)).toEqual(['tiket', 'rahasia-A', 'rahasia-B']);
  });

  it('refuses anything else', async () => {
    for (const action of [
      { kind: 'addSheet' },
      { requests: [] },
      { kind: 'deleteRows', sheetId: 0, runs: [[-1, 2]] },
      { kind: 'deleteRows', sheetId: 0, runs: [] },
      {
        kind: 'deleteRows',
        sheetId: 0,
        runs: [
          [3, 4],
          [1, 2],
        ],
      },
    ]) {
      expect((await act(action)).status).toBe(400);
    }
  });
});
