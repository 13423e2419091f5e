/** The structural changes that the page's menus offer, as requests of `spreadsheets.batchUpdate`. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import * as z from 'zod/mini';

const index = z.number().check(z.int(), z.nonnegative());

/** What the page sends. Rows and columns count from 0. */
export const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insertRow'), sheetId: index, row: index, above: z.boolean() }),
  z.object({
    kind: z.literal('deleteRows'),
    sheetId: index,
    /** Rising runs of rows: with a filter view, the selected rows that are shown need not be neighbours. */
    runs: z.array(z.tuple([index, index])).check(
      z.minLength(1),
      z.maxLength(5000),
      z.refine((runs) => runs.every(([from, to], at) => from < to && from >= (runs[at - 1]?.[1] ?? 0))),
    ),
  }),
  z.object({ kind: z.literal('sort'), sheetId: index, column: index, descending: z.boolean() }),
]);

export type Action = z.infer<typeof actionSchema>;

/** @param frozenRows rows at the top that sorting leaves alone */
export function toRequests(action: Action, frozenRows: number): sheets_v4.Schema$Request[] {
  const rows = { sheetId: action.sheetId, dimension: 'ROWS' };
  switch (action.kind) {
    case 'insertRow': {
      const startIndex = action.above ? action.row : action.row + 1;
      return [
        {
          insertDimension: {
            range: { ...rows, startIndex, endIndex: startIndex + 1 },
            inheritFromBefore: !action.above && startIndex > frozenRows,
          },
        },
      ];
    }
    case 'deleteRows':
      // From below, so that no deletion moves the rows of the next.
      return [...action.runs]
        .reverse()
        .map(([startIndex, endIndex]) => ({ deleteDimension: { range: { ...rows, startIndex, endIndex } } }));
    case 'sort':
      return [
        {
          sortRange: {
            range: { sheetId: action.sheetId, startRowIndex: frozenRows },
            sortSpecs: [{ dimensionIndex: action.column, sortOrder: action.descending ? 'DESCENDING' : 'ASCENDING' }],
          },
        },
      ];
  }
}
