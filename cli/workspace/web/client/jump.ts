/** Moves the selection to the edge of the filled cells. */
import { numbersOf } from '../sheet/runs.ts';
import type { WireFilled } from '../sheet/wire.ts';
import { get } from './api.ts';
import { edge } from './edge.ts';
import type { Grid } from './grid.ts';

export interface Jump {
  /** Address of the sheet's cells: `/workspace/grid/{id}?sheetId=`. */
  address: string;
  /** The selected cell, from which a selection is extended. */
  focus: { row: number; column: number };
  axis: 'row' | 'column';
  step: 1 | -1;
  extend: boolean;
}

/** @throws Refused when the server cannot be asked for the filled cells of the column. */
export async function jump(grid: Grid, { address, focus, axis, step, extend }: Jump): Promise<void> {
  const area = await grid.selection();
  const end = {
    row: area.row === focus.row ? area.lastRow : area.row,
    column: area.column === focus.column ? area.lastColumn : area.column,
  };
  const at = extend ? end : focus;
  const places = axis === 'row' ? grid.rows() : grid.columns();
  const holds = axis === 'row' ? await filledRows(address, at.column) : filledColumns(grid, at.row);
  const target = edge((place) => holds(places[place] ?? -1), places.indexOf(at[axis]), places.length, step);
  const to = { ...at, [axis]: places[target] ?? at[axis] };
  await grid.goTo(to.row, to.column, extend ? focus : undefined);
}

async function filledRows(address: string, column: number): Promise<(row: number) => boolean> {
  const { filled } = await get<WireFilled>(`${address}&column=${column}`);
  const rows = new Set(numbersOf(filled));
  return (row) => rows.has(row);
}

const filledColumns =
  (grid: Grid, row: number) =>
  (column: number): boolean =>
    (grid.cell(row, column)?.v ?? '') !== '';
