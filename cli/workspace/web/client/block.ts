/** Edits of single cells, as the grid component tells them, as one rectangle. */
import type { Area } from './a1.ts';

/**
 * @param data texts by column number, by the component's row number
 * @param rowOf the sheet's row of a component's row
 * @returns the rectangle around the cells with their texts, `null` for cells between them; undefined without cells
 */
export function toBlock(
  data: Record<number, Record<string, unknown>>,
  rowOf: (index: number) => number,
): { area: Area; values: (string | null)[][] } | undefined {
  const changed = Object.entries(data).flatMap(([index, texts]) =>
    Object.entries(texts)
      .filter(([column]) => /^\d+$/.test(column))
      .map(([column, text]) => ({ row: rowOf(Number(index)), column: Number(column), text: String(text ?? '') })),
  );
  const [first] = changed;
  if (!first) return undefined;
  const area = { row: first.row, lastRow: first.row, column: first.column, lastColumn: first.column };
  for (const { row, column } of changed) {
    area.row = Math.min(area.row, row);
    area.lastRow = Math.max(area.lastRow, row);
    area.column = Math.min(area.column, column);
    area.lastColumn = Math.max(area.lastColumn, column);
  }
  const values = Array.from({ length: area.lastRow - area.row + 1 }, () =>
    new Array<string | null>(area.lastColumn - area.column + 1).fill(null),
  );
  for (const { row, column, text } of changed) {
    const line = values[row - area.row];
    if (line) line[column - area.column] = text;
  }
  return { area, values };
}
