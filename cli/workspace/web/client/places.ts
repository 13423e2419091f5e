/** Where the grid component keeps a cell: it counts the frozen and the moving parts apart, and shown rows only. */
import type { ColumnRegular } from '@revolist/revogrid';
import type { WireSheet } from '../sheet/wire.ts';
import { partOf } from './columns.ts';
import type { Rows } from './rows.ts';

export interface CellPlace {
  x: number;
  y: number;
  type: 'rowPinStart' | 'rgRow';
  columns: 'colPinStart' | 'rgCol';
}

export interface Places {
  /** Frozen rows that are shown; their positions come first. */
  frozen(): number;
  /** Row in the sheet of a row of one of the parts; below the last shown row it goes on counting. */
  rowOf(type: string, index: number): number;
  /** Of a row that is not shown, where the next is; of a hidden column, `x` is -1. */
  of(row: number, column: number): CellPlace;
  /** The rectangles of the component cannot reach from one part into another: they end where the part ends. */
  inPartOf(start: CellPlace, to: CellPlace): CellPlace;
}

export function openPlaces(rows: Rows, sheet: WireSheet, columns: () => ColumnRegular[]): Places {
  const frozen = () => rows.position(sheet.frozenRows);
  return {
    frozen,
    rowOf(type, index) {
      const position = type === 'rowPinStart' ? index : index + frozen();
      return rows.shown[position]?.row ?? (rows.shown.at(-1)?.row ?? -1) + 1 + position - rows.shown.length;
    },
    of(row, column) {
      const isFrozen = column < sheet.frozenColumns;
      const x = partOf(columns(), isFrozen).findIndex(({ prop }) => prop === column);
      const position = Math.min(rows.position(row), rows.shown.length - 1);
      const isTop = position < frozen();
      return {
        x,
        y: isTop ? position : position - frozen(),
        type: isTop ? 'rowPinStart' : 'rgRow',
        columns: isFrozen ? 'colPinStart' : 'rgCol',
      };
    },
    inPartOf: (start, to) => ({
      ...to,
      ...(to.type !== start.type && { type: start.type, y: start.type === 'rgRow' ? 0 : frozen() - 1 }),
      ...(to.columns !== start.columns && {
        columns: start.columns,
        x: start.columns === 'rgCol' ? 0 : partOf(columns(), true).length - 1,
      }),
    }),
  };
}
