/** The table that values.append looks for: a block of cells with values, bounded by empty rows and columns. */
import type { Rect, SheetState } from '../model.ts';

/** The lowest table that has a cell in the range, of several the one furthest right. undefined if the range is empty. */
export function findTable(sheet: Pick<SheetState, 'rows'>, range: Rect): Rect | undefined {
  const seed = lastValue(sheet, range);
  return seed && grow(sheet, seed);
}

function lastValue({ rows }: Pick<SheetState, 'rows'>, range: Rect): Rect | undefined {
  for (let row = Math.min(range.endRow, rows.length) - 1; row >= range.startRow; row--) {
    const values = rows[row]?.values ?? [];
    const end = Math.min(range.endColumn, values.length);
    for (let column = end - 1; column >= range.startColumn; column--) {
      if (values[column] !== undefined) {
        return { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
      }
    }
  }
  return undefined;
}

/** Takes in neighbouring rows and columns (corners touch too) until all around is empty. */
function grow(sheet: Pick<SheetState, 'rows'>, seed: Rect): Rect {
  const rect = { ...seed };
  for (let before = -1; before !== area(rect); ) {
    before = area(rect);
    while (rect.startRow > 0 && hasValue(sheet, rect.startRow - 1, rect)) rect.startRow--;
    while (hasValue(sheet, rect.endRow, rect)) rect.endRow++;
    while (rect.startColumn > 0 && columnHasValue(sheet, rect.startColumn - 1, rect)) rect.startColumn--;
    while (columnHasValue(sheet, rect.endColumn, rect)) rect.endColumn++;
  }
  return rect;
}

const area = (rect: Rect) => (rect.endRow - rect.startRow) * (rect.endColumn - rect.startColumn);

function hasValue({ rows }: Pick<SheetState, 'rows'>, row: number, rect: Rect): boolean {
  const values = rows[row]?.values;
  if (!values) return false;
  const end = Math.min(rect.endColumn + 1, values.length);
  for (let column = Math.max(0, rect.startColumn - 1); column < end; column++) {
    if (values[column] !== undefined) return true;
  }
  return false;
}

function columnHasValue({ rows }: Pick<SheetState, 'rows'>, column: number, rect: Rect): boolean {
  const end = Math.min(rect.endRow + 1, rows.length);
  for (let row = Math.max(0, rect.startRow - 1); row < end; row++) {
    if (rows[row]?.values[column] !== undefined) return true;
  }
  return false;
}
