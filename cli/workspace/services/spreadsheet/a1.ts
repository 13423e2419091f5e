/** A1 notation of blocks inside a sheet. */
import type { Block } from './facts.ts';

/** Column letters, counted from 1. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

const columnOf = (text: string): number =>
  [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export function a1({ row, column, rows, columns }: Block): string {
  const first = `${letters(column)}${row}`;
  return rows === 1 && columns === 1 ? first : `${first}:${letters(column + columns - 1)}${row + rows - 1}`;
}

/** A cell or a block of cells; a sheet name before it is ignored. undefined for anything else. */
export function parseBlock(text: string): Block | undefined {
  const cells = text.slice(text.lastIndexOf('!') + 1);
  const parts = /^\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?$/.exec(cells);
  if (!parts) return undefined;
  const [, firstColumn = '', firstRow, lastColumn = firstColumn, lastRow = firstRow] = parts;
  const column = columnOf(firstColumn);
  const row = Number(firstRow);
  return { row, column, rows: Number(lastRow) - row + 1, columns: columnOf(lastColumn) - column + 1 };
}

export const quoted = (sheetName: string): string => `'${sheetName.replaceAll("'", "''")}'`;
