/** The columns of a grid: widths, hidden and frozen ones, and widths that were dragged on this page. */
import type { ColumnRegular } from '@revolist/revogrid';
import type { WireRows, WireSheet } from '../sheet/wire.ts';
import { columnName } from './a1.ts';
import { cellEditor, cellProperties, cellTemplate } from './cell-view.ts';

/** Kept while the page is open, by sheet and column: a grid that is drawn anew keeps what somebody dragged. */
const dragged = new Map<string, number>();

const key = (sheet: WireSheet, column: number) => `${sheet.sheetId}/${column}`;

export function keepWidths(sheet: WireSheet, changed: Record<number, ColumnRegular>): void {
  for (const { prop, size } of Object.values(changed)) if (size) dragged.set(key(sheet, Number(prop)), size);
}

export function buildColumns(sheet: WireSheet, layout?: Pick<WireRows, 'widths' | 'hidden'>): ColumnRegular[] {
  const hidden = new Set(layout?.hidden);
  const shown = Array.from({ length: sheet.columns }, (_, column) => column).filter((column) => !hidden.has(column));
  const size = (column: number) => dragged.get(key(sheet, column)) ?? layout?.widths?.[column] ?? 100;
  const isFrozen = (column: number) => column < sheet.frozenColumns;
  const sizes = (frozen: boolean) =>
    new Map(shown.filter((column) => isFrozen(column) === frozen).map((column) => [column, size(column)]));
  const [moving, frozen] = [sizes(false), sizes(true)];
  return shown.map((column) => ({
    prop: column,
    name: columnName(column),
    size: size(column),
    cellTemplate: (create, props) => cellTemplate(create, props, isFrozen(column) ? frozen : moving),
    cellProperties: (props) => cellProperties(props, isFrozen(column) ? frozen : moving),
    editor: cellEditor,
    filter: false,
    ...(isFrozen(column) ? { pin: 'colPinStart' as const } : {}),
  }));
}

/** Pixels, as somebody may have dragged it. */
export const widthOf = (sheet: WireSheet, { prop, size }: ColumnRegular): number =>
  dragged.get(key(sheet, Number(prop))) ?? size ?? 100;

/** The frozen or the moving columns, in their order. */
export const partOf = (columns: readonly ColumnRegular[], frozen: boolean): ColumnRegular[] =>
  columns.filter(({ pin }) => frozen === Boolean(pin));
