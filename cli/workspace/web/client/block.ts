/** Edits of single cells, as the grid component tells them, as rectangles. */
import type { Area } from './a1.ts';

/** Texts of a rectangle; `null` for a cell between them. */
export interface Block {
  area: Area;
  values: (string | null)[][];
}

type Texts = Record<number, Record<string, unknown>>;

/**
 * @param data texts by column number, by the component's row number
 * @param rowOf the sheet's row of a component's row
 * @returns the rectangle around the cells with their texts, `null` for cells between them; undefined without cells
 */
export function toBlock(data: Texts, rowOf: (index: number) => number): Block | undefined {
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

/** One rectangle for each run of neighbouring rows: rows that a filter hides between them are no part of the edit. */
export function toBlocks(data: Texts, rowOf: (index: number) => number): Block[] {
  const groups: Texts[] = [];
  let last: number | undefined;
  for (const index of Object.keys(data)
    .map(Number)
    .sort((a, b) => rowOf(a) - rowOf(b))) {
    const row = rowOf(index);
    const texts = data[index] ?? {};
    const group = groups.at(-1);
    if (group && last !== undefined && row === last + 1) group[index] = texts;
    else groups.push({ [index]: texts });
    last = row;
  }
  return groups.flatMap((group) => toBlock(group, rowOf) ?? []);
}
