/** Rows of the shown sheet: placeholders that fill as their window is fetched. */
import type { WireCell, WireRows, WireSheet } from '../sheet/wire.ts';
import { get } from './api.ts';

/** One row as the grid component holds it: shown text by column number, and our cells. */
export interface Row {
  [column: number]: string;
  row: number;
  cells: (WireCell | null)[];
  lists: string[][];
  loaded: boolean;
}

/** Rows fetched at once. */
const WINDOW = 200;

export interface Rows {
  readonly all: Row[];
  /** Fetches what is missing between two rows, and calls `onLoad` when something came. */
  ensure(from: number, to: number): Promise<void>;
  /** Forgets what was fetched, so that the next `ensure` brings the present state. Texts stay until then. */
  invalidate(): void;
  /** Takes back texts that were shown ahead of the server's answer. */
  settle(from: number, to: number): void;
  /** True if every row between is here. */
  has(from: number, to: number): boolean;
}

export interface RowsOptions {
  id: string;
  sheet: WireSheet;
  onLoad(answer: WireRows): void;
}

export function openRows({ id, sheet, onLoad }: RowsOptions): Rows {
  const all: Row[] = Array.from({ length: sheet.rows }, (_, row) => ({ row, cells: [], lists: [], loaded: false }));
  /** Windows asked for in this generation; `invalidate` begins a new one. */
  let asked = new Map<number, Promise<void>>();

  /** Puts the shown texts of a row as its cells say. */
  const settle = (row: Row): void => {
    for (let column = 0; column < sheet.columns; column++) delete row[column];
    for (const [column, cell] of row.cells.entries()) if (cell?.v) row[column] = cell.v;
  };

  const fill = (answer: WireRows): void => {
    for (const [index, row] of all.slice(answer.from, answer.from + WINDOW).entries()) {
      row.cells = answer.rows[index] ?? [];
      row.lists = answer.lists;
      row.loaded = true;
      settle(row);
    }
  };

  const fetchWindow = async (from: number): Promise<void> => {
    const generation = asked;
    const query = `sheetId=${sheet.sheetId}&from=${from}&to=${from + WINDOW}`;
    try {
      const answer = await get<WireRows>(`/workspace/grid/${id}?${query}`);
      if (asked !== generation) return;
      fill(answer);
      onLoad(answer);
    } catch (error) {
      generation.delete(from);
      throw error;
    }
  };

  return {
    all,
    async ensure(from, to) {
      const jobs: Promise<void>[] = [];
      const last = Math.min(to, sheet.rows - 1);
      for (let start = Math.floor(Math.max(0, from) / WINDOW) * WINDOW; start <= last; start += WINDOW) {
        const job = asked.get(start) ?? fetchWindow(start);
        asked.set(start, job);
        jobs.push(job);
      }
      await Promise.all(jobs);
    },
    invalidate() {
      asked = new Map();
      for (const row of all) row.loaded = false;
    },
    settle: (from, to) => all.slice(from, to + 1).forEach(settle),
    has: (from, to) => all.slice(from, to + 1).every((row) => row.loaded),
  };
}
