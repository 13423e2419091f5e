/** Rows of the shown sheet: placeholders that fill as their window is fetched. */
import { numbersOf, type Runs, runsOf, runsText } from '../sheet/runs.ts';
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
  /** By number in the sheet. */
  readonly all: readonly Row[];
  /** Those that are shown, in their order; a place in this list is a position. */
  readonly shown: readonly Row[];
  /** Shows these rows, `null` = all. False if they are shown already. */
  show(runs: Runs | null): boolean;
  /** Where a row is shown; of a row that is not shown, where the next one is. */
  position(row: number): number;
  /** Fetches what is missing between two positions, and calls `onLoad` when something came. */
  ensure(from: number, to: number): Promise<void>;
  /** Forgets what was fetched, so that the next `ensure` brings the present state. Texts stay until then. */
  invalidate(): void;
  /** Takes back texts that were shown ahead of the server's answer. */
  settle(from: number, to: number): void;
  /** True if every row between two positions is here. */
  has(from: number, to: number): boolean;
}

export interface RowsOptions {
  id: string;
  sheet: WireSheet;
  onLoad(answer: WireRows): void;
}

export function openRows({ id, sheet, onLoad }: RowsOptions): Rows {
  const all: Row[] = Array.from({ length: sheet.rows }, (_, row) => ({ row, cells: [], lists: [], loaded: false }));
  let shown: readonly Row[] = all;
  let shownRuns = 'null';
  /** Windows of positions asked for in this generation; `invalidate` begins a new one. */
  let asked = new Map<number, Promise<void>>();

  /** Puts the shown texts of a row as its cells say. */
  const settle = (row: Row): void => {
    for (let column = 0; column < sheet.columns; column++) delete row[column];
    for (const [column, cell] of row.cells.entries()) if (cell?.v) row[column] = cell.v;
  };

  const fill = (wanted: readonly Row[], answer: WireRows): void => {
    for (const [index, row] of wanted.entries()) {
      row.cells = answer.rows[index] ?? [];
      row.lists = answer.lists;
      row.loaded = true;
      settle(row);
    }
  };

  const fetchWindow = async (from: number): Promise<void> => {
    const generation = asked;
    const wanted = shown.slice(from, from + WINDOW);
    const runs = runsText(runsOf(wanted.map(({ row }) => row)));
    try {
      const answer = await get<WireRows>(`/workspace/grid/${id}?sheetId=${sheet.sheetId}&rows=${runs}`);
      if (asked !== generation) return;
      fill(wanted, answer);
      onLoad(answer);
    } catch (error) {
      generation.delete(from);
      throw error;
    }
  };

  return {
    all,
    get shown() {
      return shown;
    },
    show(runs) {
      if (JSON.stringify(runs) === shownRuns) return false;
      shownRuns = JSON.stringify(runs);
      shown = runs ? numbersOf(runs).flatMap((row) => all[row] ?? []) : all;
      asked = new Map();
      return true;
    },
    position(row) {
      let [low, high] = [0, shown.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((shown[middle]?.row ?? row) < row) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    async ensure(from, to) {
      const jobs: Promise<void>[] = [];
      const last = Math.min(to, shown.length - 1);
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
    has: (from, to) => shown.slice(from, to + 1).every((row) => row.loaded),
  };
}
