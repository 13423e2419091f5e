/**
 * Everything a local Workspace remembers, in one SQLite file (node:sqlite). A change is on disk before it is
 * acknowledged: `kill -9` loses nothing that somebody was told is saved.
 */
import { DatabaseSync } from 'node:sqlite';
import { privateDatabase } from './private-file.ts';

/** A persisted map of JSON documents. Reads come from memory; a write is in the file when the transaction ends. */
export interface Documents<T> {
  get(id: string): T | undefined;
  /** Stores the document as it is now; change a document only by putting a new one. */
  put(id: string, document: T): void;
  delete(id: string): void;
  /** In order of first insertion. */
  entries(): IterableIterator<[string, T]>;
  readonly size: number;
}

export interface Store {
  /** For subsystems with tables of their own. */
  readonly db: DatabaseSync;
  /**
   * Runs `work` as one transaction; a nested call joins the outer one. If `work` throws, the file and the
   * documents in memory are as before, the functions given to `onRollback` have run, newest first, and the error goes on.
   */
  transaction<T>(work: () => T): T;
  /** How to undo a change that was just made in memory, should the running transaction fail. */
  onRollback(undo: () => void): void;
  documents<T>(name: string): Documents<T>;
  close(): void;
}

/** What SQLite takes for a file that is none. */
export const MEMORY = ':memory:';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS documents (
    collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, id)
  ) STRICT;
`;

/** @param path file name, or `:memory:` for a Workspace that forgets everything. Nobody else on the machine reads the file. */
export function openStore(path: string): Store {
  if (path !== MEMORY) privateDatabase(path);
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
  db.exec(SCHEMA);
  const collections = new Map<string, Documents<unknown>>();
  let undo: (() => void)[] | undefined;

  const transaction = <T>(work: () => T): T => {
    if (undo) return work();
    undo = [];
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      undo = undefined;
    }
  };
  const onRollback = (step: () => void) => void undo?.push(step);

  return {
    db,
    transaction,
    onRollback,
    documents<T>(name: string) {
      const known = collections.get(name) ?? openCollection(db, name, transaction, onRollback);
      collections.set(name, known);
      return known as Documents<T>;
    },
    close: () => db.close(),
  };
}

function openCollection(
  db: DatabaseSync,
  name: string,
  transaction: Store['transaction'],
  onRollback: Store['onRollback'],
): Documents<unknown> {
  const rows = db.prepare('SELECT id, body FROM documents WHERE collection = ? ORDER BY rowid').all(name);
  const memory = new Map<string, unknown>(rows.map((row) => [String(row['id']), JSON.parse(String(row['body']))]));
  const upsert = db.prepare(
    'INSERT INTO documents (collection, id, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  );
  const remove = db.prepare('DELETE FROM documents WHERE collection = ? AND id = ?');

  const remember = (id: string) => {
    const before = memory.get(id);
    const existed = memory.has(id);
    onRollback(() => (existed ? memory.set(id, before) : memory.delete(id)));
  };
  return {
    get: (id) => memory.get(id),
    entries: () => memory.entries(),
    get size() {
      return memory.size;
    },
    put(id, document) {
      transaction(() => {
        upsert.run(name, id, JSON.stringify(document));
        remember(id);
        memory.set(id, document);
      });
    },
    delete(id) {
      transaction(() => {
        remove.run(name, id);
        remember(id);
        memory.delete(id);
      });
    },
  };
}
