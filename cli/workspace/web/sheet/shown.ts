/** Which rows of a sheet are shown: those that nobody hid and, with a filter view, those that match it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { columnTexts, quoted, visibleSheet } from './book.ts';
import { type Runs, runsWhere } from './runs.ts';
import { type TextTest, textTest } from './text-condition.ts';
import type { WireFilled, WireShown } from './wire.ts';

type Books = Pick<Workspace, 'sheets' | 'files'>;
type Criteria = sheets_v4.Schema$FilterCriteria;

/** Undefined if there is no such sheet or view. @throws GoogleError when the user may not read the spreadsheet. */
export function readShown(
  books: Books,
  user: User,
  id: string,
  { sheetId, view }: { sheetId: number; view: number | undefined },
): WireShown | undefined {
  const sheet = visibleSheet(books, user, id, sheetId);
  if (!sheet) return undefined;
  const revision = books.sheets.revision(id);
  const { hidden, filter } = readSheet(books, user, id, sheet.title, view);
  if (view !== undefined && !filter) return undefined;
  const filtered = filter && rowsOfFilter(filter, (column) => columnTexts(books, user, id, sheet, column));
  if (!filtered && !hidden.some(Boolean)) return { revision, shown: null };
  const shown = runsWhere(sheet.rows, (row) => !hidden[row] && (filtered?.matches(row) ?? true));
  return {
    revision,
    shown,
    ...(filtered && { matches: filtered.count(shown, sheet.rows) }),
    ...(filtered?.partly && { partly: true }),
  };
}

/** Runs of the filled cells of a column; undefined if there is no such sheet. @throws GoogleError without permission. */
export function readFilled(
  books: Books,
  user: User,
  id: string,
  { sheetId, column }: { sheetId: number; column: number },
): WireFilled | undefined {
  const sheet = visibleSheet(books, user, id, sheetId);
  if (!sheet || column >= sheet.columns) return undefined;
  const texts = columnTexts(books, user, id, sheet, column);
  return { filled: runsWhere(texts.length, (row) => texts[row] !== '') };
}

function readSheet(books: Books, user: User, id: string, title: string, view: number | undefined) {
  const { sheets = [] } = books.sheets.get(user, id, {
    ranges: [`${quoted(title)}!A:A`],
    fields: 'sheets(filterViews,data(rowMetadata(hiddenByUser,hiddenByFilter)))',
  });
  const rows = sheets[0]?.data?.[0]?.rowMetadata ?? [];
  return {
    hidden: rows.map((row) => row.hiddenByUser === true || row.hiddenByFilter === true),
    filter: sheets[0]?.filterViews?.find(({ filterViewId }) => filterViewId === view && view !== undefined),
  };
}

function rowsOfFilter(filter: sheets_v4.Schema$FilterView, column: (index: number) => string[]) {
  const header = filter.range?.startRowIndex ?? 0;
  const end = filter.range?.endRowIndex ?? Number.POSITIVE_INFINITY;
  const criteria = criteriaOf(filter).map(([index, criterion]) => ({ texts: column(index), ...testOf(criterion) }));
  return {
    /** The view has conditions that are not evaluated here. */
    partly: criteria.some(({ known }) => !known),
    /** Rows outside the view's range and its header are always shown. */
    matches: (row: number) =>
      row <= header || row >= end || criteria.every(({ texts, test }) => test(texts[row] ?? '')),
    count: (shown: Runs, rows: number) => {
      const last = Math.min(end, rows);
      return shown.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, last) - Math.max(from, header + 1)), 0);
    },
  };
}

/** Google answers the same criteria in two shapes; a request may have brought either. */
function criteriaOf(filter: sheets_v4.Schema$FilterView): [number, Criteria][] {
  const specs = (filter.filterSpecs ?? []).flatMap(({ columnIndex, filterCriteria }): [number, Criteria][] =>
    filterCriteria ? [[columnIndex ?? 0, filterCriteria]] : [],
  );
  if (specs.length > 0) return specs;
  return Object.entries(filter.criteria ?? {}).map(([index, criteria]) => [Number(index), criteria]);
}

function testOf({ condition, hiddenValues }: Criteria): { test: TextTest; known: boolean } {
  const hidden = new Set(hiddenValues ?? []);
  const test = textTest(condition);
  return {
    test: (text) => !hidden.has(text) && (test?.(text) ?? true),
    known: condition === undefined || test !== undefined,
  };
}
