/** Searches a sheet for what its page shows. */
import * as z from 'zod/mini';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { visibleSheet } from './book.ts';
import type { WireHits } from './wire.ts';

/** Hits that an answer carries; nobody steps through more. */
const MAX_HITS = 20_000;

/** The text travels in a body, because a NIK does not belong into an address. */
export const findSchema = z.object({
  sheetId: z.number().check(z.int(), z.nonnegative()),
  text: z.string().check(z.minLength(1), z.maxLength(500)),
});

/** Row by row. Undefined if there is no such sheet. @throws GoogleError when the user may not read the spreadsheet. */
export function findHits(
  books: Pick<Workspace, 'sheets' | 'files'>,
  user: User,
  id: string,
  query: z.infer<typeof findSchema>,
): WireHits | undefined {
  if (!visibleSheet(books, user, id, query.sheetId)) return undefined;
  const found = books.sheets.findText(user, id, query);
  const hits = found.slice(0, MAX_HITS).map(({ row, column }): [number, number] => [row - 1, column - 1]);
  return { hits, ...(found.length > hits.length && { more: true }) };
}
