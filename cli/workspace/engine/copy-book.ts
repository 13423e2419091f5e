/** A copy of a whole spreadsheet, as "Make a copy" gives it: everything that is in it, and nobody but its owner. */
import type { Keys } from './draft.ts';
import type { Book, ProtectedRange, Row, SheetState } from './model.ts';

/** @param owner the only person whom the copy's locks let through */
export function copyBook(
  book: Book,
  { id, title, owner }: { id: string; title: string; owner: string },
  keys: Keys,
): Book {
  const { properties, ...meta } = structuredClone(book.meta);
  return {
    id,
    revision: 1,
    meta: { ...meta, properties: { ...properties, title } },
    sheets: book.sheets.map((sheet) => copySheet(sheet, owner, keys)),
  };
}

/** Sheet ids stay; rows are new ones on disk. */
function copySheet({ meta, rows, fills }: SheetState, owner: string, keys: Keys): SheetState {
  const protectedRanges = meta.protectedRanges.map((protection) => forOwner(protection, owner));
  return {
    key: keys.next(),
    meta: { ...structuredClone(meta), protectedRanges },
    rows: rows.map((row): Row | undefined => row && { ...row, key: keys.next() }),
    fills,
  };
}

const forOwner = (protection: ProtectedRange, owner: string): ProtectedRange =>
  protection.editors ? { ...protection, editors: { users: [owner] } } : protection;
