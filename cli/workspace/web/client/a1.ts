/** A1 notation on the page. Rows and columns count from 0. */

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** A rectangle of cells, ends included. */
export interface Area {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

/** `B2` or `B2:C5`, without the sheet's name. */
export function areaName({ row, column, lastRow, lastColumn }: Area): string {
  const first = cellName(row, column);
  return row === lastRow && column === lastColumn ? first : `${first}:${cellName(lastRow, lastColumn)}`;
}

export const quoted = (title: string): string => `'${title.replaceAll("'", "''")}'`;

/** What somebody types in the name box: `b12`. Undefined if it is no cell. */
export function parseCell(text: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.trim().toUpperCase());
  if (!match?.[1]) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
