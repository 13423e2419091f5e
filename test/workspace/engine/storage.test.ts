import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, refusal, write } from './office.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
  path = join(folder, 'workspace.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Request = sheets_v4.Schema$Request;

const everything = ({ sheets, id }: Office) => sheets.get(OWNER, id, { includeGridData: true });
const apply = ({ sheets, id }: Office, requests: Request[]) => sheets.batchUpdate(OWNER, id, { requests });

const small = fc.integer({ min: 0, max: 7 });
const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const span = fc.record({ startIndex: small, length: fc.integer({ min: 1, max: 3 }) }).map(({ startIndex, length }) => ({
  startIndex,
  endIndex: startIndex + length,
}));
const rect = fc.tuple(small, small).map(([row, column]) => ({
  sheetId: 0,
  startRowIndex: row,
  endRowIndex: row + 3,
  startColumnIndex: column,
  endColumnIndex: column + 2,
}));

const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({ range: rect, text: fc.string() }).map(({ range, text }) => ({
    updateCells: {
      start: { sheetId: 0, rowIndex: range.startRowIndex, columnIndex: range.startColumnIndex },
      rows: [{ values: [{ userEnteredValue: { stringValue: text }, note: text }] }],
      fields: 'userEnteredValue,note',
    },
  })),
  fc.string({ minLength: 1 }).map((text) => ({
    appendCells: { sheetId: 0, rows: [{ values: [{ userEnteredValue: { stringValue: text } }] }], fields: '*' },
  })),
  rect.map((range) => ({
    repeatCell: {
      range,
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: 'userEnteredFormat.textFormat',
    },
  })),
  fc.record({ dimension, span }).map((item) => ({
    insertDimension: { range: { sheetId: 0, dimension: item.dimension, ...item.span } },
  })),
  fc.record({ dimension, span }).map((item) => ({
    deleteDimension: { range: { sheetId: 0, dimension: item.dimension, ...item.span } },
  })),
  fc.record({ dimension, span, to: fc.integer({ min: 11, max: 15 }) }).map((item) => ({
    moveDimension: { source: { sheetId: 0, dimension: item.dimension, ...item.span }, destinationIndex: item.to },
  })),
  fc.record({ source: rect, destination: rect }).map((copyPaste) => ({ copyPaste })),
  fc.record({ range: rect, shiftDimension: dimension }).map((insertRange) => ({ insertRange })),
  fc.record({ range: rect, shiftDimension: dimension }).map((deleteRange) => ({ deleteRange })),
  rect.map((range) => ({ deleteDuplicates: { range } })),
  fc.record({ source: rect, dimension, fillLength: fc.integer({ min: 1, max: 4 }) }).map((item) => ({
    autoFill: { sourceAndDestination: item },
  })),
  fc.string().map((data) => ({ pasteData: { coordinate: { sheetId: 0 }, data, delimiter: ',' } })),
  rect.map((range) => ({
    sortRange: { range, sortSpecs: [{ dimensionIndex: range.startColumnIndex, sortOrder: 'ASCENDING' }] },
  })),
  span.map((range) => ({
    updateDimensionProperties: {
      range: { sheetId: 0, dimension: 'ROWS', ...range },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  })),
);

it('after any changes, opening the file again shows the same spreadsheet', () => {
  fc.assert(
    fc.property(fc.array(fc.array(request, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (batches) => {
      const file = join(folder, `${Math.random()}.db`);
      const office = openOffice(file);
      for (const requests of batches) apply(office, requests);
      const before = everything(office);
      office.kernel.store.close();
      const again = openOffice(file, office.id);
      expect(everything(again)).toEqual(before);
      again.kernel.store.close();
    }),
    { numRuns: 60 },
  );
});

it('a copy of a spreadsheet keeps its own rows, on disk too', () => {
  const office = openOffice(path);
  write(office, 'A1:A2', [['a'], ['b']]);
  const { id: copy = '' } = office.files.copy(OWNER, office.id, { name: 'Salinan' });
  office.sheets.values.update(OWNER, copy ?? '', 'A1', { values: [['lain']] }, { valueInputOption: 'RAW' });
  office.kernel.store.close();
  const again = openOffice(path, office.id);
  expect(read(again, 'A1:A2')).toEqual([['a'], ['b']]);
  expect(read({ ...again, id: copy ?? '' }, 'A1:A2')).toEqual([['lain'], ['b']]);
});

it('a batch with one bad request changes nothing, in memory or on disk', () => {
  const office = openOffice(path);
  write(office, 'A1:A2', [['a'], ['b']]);
  const before = everything(office);
  const revision = office.sheets.revision(office.id);
  const failed = refusal(() =>
    apply(office, [
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
      { addSheet: { properties: { title: 'Baru' } } },
      { updateSpreadsheetProperties: { properties: { title: 'Lain' }, fields: 'title' } },
      { deleteSheet: { sheetId: 99 } },
    ]),
  );
  expect(failed).toEqual({
    status: 'INVALID_ARGUMENT',
    message: 'Invalid requests[3].deleteSheet: No grid with id: 99',
  });
  expect(everything(office)).toEqual(before);
  expect(office.sheets.revision(office.id)).toBe(revision);
  office.kernel.store.close();
  expect(everything(openOffice(path, office.id))).toEqual(before);
});

it('a change inside a larger transaction that fails is undone, and later changes build on the old state', () => {
  const office = openOffice(path);
  write(office, 'A1', [['lama']]);
  const work = () =>
    office.kernel.store.transaction(() => {
      write(office, 'A1:A2', [['baru'], ['lagi']]);
      office.sheets.create(OWNER, { properties: { title: 'Tidak jadi' } });
      throw new Error('gagal');
    });
  expect(work).toThrow('gagal');
  expect(read(office, 'A:A')).toEqual([['lama']]);
  write(office, 'B1', [['x']]);
  office.kernel.store.close();
  expect(read(openOffice(path, office.id), 'Sheet1')).toEqual([['lama', 'x']]);
});

it('an append writes only its own row', () => {
  const office = openOffice(path);
  write(
    office,
    'A1:A500',
    Array.from({ length: 500 }, (_, index) => [`baris ${index}`]),
  );
  const spy = new DatabaseSync(path);
  const bodies = () =>
    new Map(
      spy
        .prepare('SELECT row_key, body FROM grid_rows')
        .all()
        .map((row) => [row['row_key'], row['body']]),
    );
  const before = bodies();
  // A trigger is the one witness that sees a row rewritten with the same text.
  office.kernel.store.db.exec(`
    CREATE TEMP TABLE written (row_key INTEGER);
    CREATE TEMP TRIGGER seen_insert AFTER INSERT ON grid_rows BEGIN INSERT INTO written VALUES (new.row_key); END;
    CREATE TEMP TRIGGER seen_update AFTER UPDATE ON grid_rows BEGIN INSERT INTO written VALUES (new.row_key); END;
  `);
  office.sheets.values.append(OWNER, office.id, 'A1', { values: [['baru']] }, { valueInputOption: 'RAW' });
  const rows = { range: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 } };
  apply(office, [{ deleteDimension: rows }]);
  const written = office.kernel.store.db.prepare('SELECT row_key FROM written').all();
  expect(written).toHaveLength(1);
  expect(before.has(written[0]?.['row_key'] ?? null)).toBe(false);
  expect(bodies().size).toBe(500);
  spy.close();
});

it('what was acknowledged survives kill -9', async () => {
  const script = `
    const { openOffice, write } = await import(${JSON.stringify(join(import.meta.dirname, 'office.ts'))});
    const office = openOffice(${JSON.stringify(path)});
    console.log(office.id);
    for (let row = 1; ; row++) { write(office, 'A' + row, [['nilai ' + row]]); console.log(row); }
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script]);
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
    if (output.split('\n').length > 40) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  const [id, ...acknowledged] = output.trimEnd().split('\n');
  const office = openOffice(path, id ?? '');
  const values = read(office, 'A:A').map(([text]) => text);
  const last = Number(acknowledged.at(-1));
  expect(last).toBeGreaterThan(30);
  expect(values.slice(0, last)).toEqual(Array.from({ length: last }, (_, index) => `nilai ${index + 1}`));
});

it('deleting the file drops the spreadsheet, and a failed deletion keeps it', () => {
  const office = openOffice(path);
  write(office, 'A1', [['x']]);
  const { store } = office.kernel;
  expect(() =>
    store.transaction(() => {
      office.files.delete(OWNER, office.id);
      throw new Error('gagal');
    }),
  ).toThrow('gagal');
  expect(read(office, 'A1')).toEqual([['x']]);
  office.files.delete(OWNER, office.id);
  expect(refusal(() => read(office, 'A1')).status).toBe('NOT_FOUND');
  for (const table of ['spreadsheets', 'grid_sheets', 'grid_rows', 'grid_places']) {
    expect(store.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  }
});
