/** Long text runs on over empty cells to its right, as on Google's page; it ends at the next cell that says something. */
import type { Row } from './rows.ts';

/** An average letter of the grid's font is wider, so text that fits is never mistaken for a long one. */
const LETTER = 5;

/**
 * How wide the text of a cell may become.
 * @param widths of the columns by number; hidden ones and those beyond the frozen edge are absent
 * @returns undefined where it stays in its cell
 */
export function spillWidth(row: Row, column: number, widths: ReadonlyMap<number, number>): number | undefined {
  const cell = row.cells[column];
  const own = widths.get(column);
  const text = row[column] ?? '';
  if (!cell || own === undefined || cell.wrap || cell.list !== undefined) return undefined;
  if ((cell.align ?? 'left') !== 'left' || text.length * LETTER < own) return undefined;
  let width = own;
  for (let next = column + 1; widths.has(next) && (row[next] ?? '') === '' && !row.cells[next]?.list; next += 1)
    width += widths.get(next) ?? 0;
  return width > own ? width : undefined;
}
