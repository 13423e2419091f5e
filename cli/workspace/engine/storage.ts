/**
 * Spreadsheets on disk: one SQLite row for each row of a sheet, found by a key that never changes, so that an append
 * or an edit writes only the rows it touches and an insertion shifts positions in one statement.
 */
import type { Store } from '../store/store.ts';
import type { Keys } from './draft.ts';
import { mayFill } from './formula/fills.ts';
import type { Book, BookMeta, CellStyle, Row, SheetMeta, SheetState, Slot } from './model.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS spreadsheets (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS grid_sheets (
    sheet_key INTEGER PRIMARY KEY, spreadsheet_id TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS grid_rows (row_key INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  -- Apart from the bodies, because inserting a row renumbers all rows below it and must not rewrite them.
  CREATE TABLE IF NOT EXISTS grid_places (
    row_key INTEGER PRIMARY KEY, sheet_key INTEGER NOT NULL, position INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS grid_places_by_sheet ON grid_places (sheet_key);
`;

export interface Storage {
  readonly keys: Keys;
  load(id: string): Book | undefined;
  /** Writes what differs between the two; call inside a transaction. */
  save(before: Book | undefined, after: Book): void;
  remove(book: Book): void;
}

/** A row's JSON: values, the row's distinct styles, and for each column which of them (0 none, n the n-th). */
type RowBody = [values: (Slot | null)[], styles?: CellStyle[], which?: number[], props?: Row['props']];

function encodeRow(row: Row): string {
  const distinct: CellStyle[] = [];
  const which = row.styles.map((style) => {
    if (!style) return 0;
    if (!distinct.includes(style)) distinct.push(style);
    return distinct.indexOf(style) + 1;
  });
  const values = row.values.map((value) => value ?? null);
  const body: RowBody = row.props ? [values, distinct, which, row.props] : [values];
  if (!row.props && distinct.length > 0) body.push(distinct, which);
  return JSON.stringify(body);
}

/** Equal styles become one object, so that a formatted column costs one pointer a cell. */
function decodeRow(key: number, text: string, shared: Map<string, CellStyle>): Row {
  const [values, distinct = [], which = [], props] = JSON.parse(text) as RowBody;
  const styles = distinct.map((style) => {
    const name = JSON.stringify(style);
    const known = shared.get(name) ?? style;
    shared.set(name, known);
    return known;
  });
  return {
    key,
    values: values.map((value) => value ?? undefined),
    styles: which.map((number) => styles[number - 1]),
    ...(props && { props }),
  };
}

export function openStorage(store: Store): Storage {
  const { db } = store;
  db.exec(SCHEMA);
  const sql = {
    book: db.prepare('SELECT revision, body FROM spreadsheets WHERE id = ?'),
    sheets: db.prepare('SELECT sheet_key, body FROM grid_sheets WHERE spreadsheet_id = ? ORDER BY position'),
    rows: db.prepare(
      'SELECT row_key, position, body FROM grid_places JOIN grid_rows USING (row_key) WHERE sheet_key = ? ORDER BY position',
    ),
    putBook: db.prepare(
      'INSERT INTO spreadsheets VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET revision = excluded.revision, body = excluded.body',
    ),
    revision: db.prepare('UPDATE spreadsheets SET revision = ? WHERE id = ?'),
    putSheet: db.prepare(
      'INSERT INTO grid_sheets VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position, body = excluded.body',
    ),
    putRow: db.prepare('INSERT INTO grid_rows VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body'),
    place: db.prepare(
      'INSERT INTO grid_places VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position',
    ),
    shiftRows: db.prepare('UPDATE grid_places SET position = position + ? WHERE sheet_key = ? AND position >= ?'),
    dropRow: db.prepare('DELETE FROM grid_rows WHERE row_key = ?'),
    dropPlace: db.prepare('DELETE FROM grid_places WHERE row_key = ?'),
    dropRows: db.prepare(
      'DELETE FROM grid_rows WHERE row_key IN (SELECT row_key FROM grid_places WHERE sheet_key = ?)',
    ),
    dropPlaces: db.prepare('DELETE FROM grid_places WHERE sheet_key = ?'),
    dropSheet: db.prepare('DELETE FROM grid_sheets WHERE sheet_key = ?'),
    dropBook: db.prepare('DELETE FROM spreadsheets WHERE id = ?'),
    lastKey: db.prepare(
      'SELECT max(coalesce((SELECT max(row_key) FROM grid_rows), 0), coalesce((SELECT max(sheet_key) FROM grid_sheets), 0)) AS last',
    ),
  };
  let lastKey = Number(sql.lastKey.get()?.['last'] ?? 0);

  const loadRows = (sheetKey: number, shared: Map<string, CellStyle>): SheetState['rows'] => {
    const rows: (Row | undefined)[] = [];
    for (const record of sql.rows.iterate(sheetKey)) {
      const position = Number(record['position']);
      while (rows.length < position) rows.push(undefined);
      rows.push(decodeRow(Number(record['row_key']), String(record['body']), shared));
    }
    return rows;
  };

  const dropSheet = (sheet: SheetState) => {
    sql.dropRows.run(sheet.key);
    sql.dropPlaces.run(sheet.key);
    sql.dropSheet.run(sheet.key);
  };

  const saveRow = (sheetKey: number, position: number, row: Row, before: Row | undefined, moved: boolean) => {
    if (before !== row) sql.putRow.run(row.key, encodeRow(row));
    if (!before || moved) sql.place.run(row.key, sheetKey, position);
  };

  const saveRows = (sheetKey: number, before: SheetState['rows'], after: SheetState['rows']) => {
    const { start, oldEnd, newEnd } = changedSpan(before, after);
    const gone = new Map<number, Row>();
    for (const row of before.slice(start, oldEnd)) if (row) gone.set(row.key, row);
    if (newEnd !== oldEnd) sql.shiftRows.run(newEnd - oldEnd, sheetKey, oldEnd);
    for (const [offset, row] of after.slice(start, newEnd).entries()) {
      if (!row) continue;
      const position = start + offset;
      saveRow(sheetKey, position, row, gone.get(row.key), before[position]?.key !== row.key);
      gone.delete(row.key);
    }
    for (const key of gone.keys()) {
      sql.dropRow.run(key);
      sql.dropPlace.run(key);
    }
  };

  const saveSheet = (bookId: string, before: SheetState | undefined, after: SheetState, position: number) => {
    if (before?.meta !== after.meta) sql.putSheet.run(after.key, bookId, position, JSON.stringify(after.meta));
    saveRows(after.key, before?.rows ?? [], after.rows);
  };

  return {
    keys: { next: () => ++lastKey },
    load(id) {
      const record = sql.book.get(id);
      if (!record) return undefined;
      const shared = new Map<string, CellStyle>();
      const sheets = sql.sheets.all(id).map((sheet) => {
        const rows = loadRows(Number(sheet['sheet_key']), shared);
        const fills = rows.some((row) => row?.values.some(mayFill));
        return { key: Number(sheet['sheet_key']), meta: JSON.parse(String(sheet['body'])) as SheetMeta, rows, fills };
      });
      const meta = JSON.parse(String(record['body'])) as BookMeta;
      return { id, revision: Number(record['revision']), meta, sheets };
    },
    save(before, after) {
      if (before?.meta !== after.meta) sql.putBook.run(after.id, after.revision, JSON.stringify(after.meta));
      else sql.revision.run(after.revision, after.id);
      const old = new Map(before?.sheets.map((sheet) => [sheet.key, sheet]));
      for (const [position, sheet] of after.sheets.entries()) {
        const known = old.get(sheet.key);
        old.delete(sheet.key);
        if (known !== sheet) saveSheet(after.id, known, sheet, position);
      }
      for (const sheet of old.values()) dropSheet(sheet);
    },
    remove(book) {
      for (const sheet of book.sheets) dropSheet(sheet);
      sql.dropBook.run(book.id);
    },
  };
}

/** The part that differs: rows before it are the same, rows after it are the same but may have moved. */
function changedSpan(before: SheetState['rows'], after: SheetState['rows']) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}
