/** Where the cells of the grid are on the screen. What floats over them is laid out and scrolls by this. */
import type { ColumnRegular } from '@revolist/revogrid';
import type { WireSheet } from '../sheet/wire.ts';
import { partOf, widthOf } from './columns.ts';
import type { Places } from './places.ts';

/** Where a cell is on one axis. Frozen parts do not scroll; what is in a moving part disappears behind them. */
interface Along {
  frozen: boolean;
  /** The window that the cell is seen through, in pixels of the browser window. */
  start: number;
  end: number;
  /** Pixels from the start, as the grid is scrolled now. */
  at: number;
}

export interface Spot {
  x: Along;
  y: Along;
}

export interface Surface {
  /** Undefined until the grid is drawn. */
  spot(row: number, column: number): Spot | undefined;
  scrollBy(x: number, y: number): void;
  /** Hands over what the wheel did elsewhere. */
  wheel(event: WheelEvent): void;
  /** Called when the grid was drawn, scrolled or resized. */
  onMove(listener: () => void): void;
}

/** Pixels of the dark line below frozen rows and beside frozen columns, which nothing covers. */
const LINE = { row: 3, column: 2 };

interface SurfaceOptions {
  sheet: WireSheet;
  places: Places;
  columns(): ColumnRegular[];
  rowHeight: number;
}

export function openSurface(grid: HTMLElement, { sheet, places, columns, rowHeight }: SurfaceOptions): Surface {
  const part = (name: 'rgCol' | 'colPinStart') => grid.querySelector<HTMLElement>(`revogr-viewport-scroll.${name}`);
  const rows = () => part('rgCol')?.querySelector<HTMLElement>('.vertical-inner');
  const sum = (list: ColumnRegular[]) => list.reduce((width, column) => width + widthOf(sheet, column), 0);

  const across = (column: number, moving: HTMLElement): Along => {
    const frozen = column < sheet.frozenColumns;
    const at = sum(partOf(columns(), frozen).filter(({ prop }) => Number(prop) < column));
    const { left, right } = moving.getBoundingClientRect();
    if (frozen) return { frozen, at, start: part('colPinStart')?.getBoundingClientRect().left ?? left, end: right };
    const line = sheet.frozenColumns > 0 ? LINE.column : 0;
    return { frozen, at: at - moving.scrollLeft - line, start: left + line, end: right };
  };
  const down = (row: number, column: number, inner: HTMLElement): Along => {
    const frozen = row < sheet.frozenRows;
    const at = places.of(row, column).y * rowHeight;
    const { top, bottom } = inner.getBoundingClientRect();
    if (frozen) return { frozen, at, start: top - places.frozen() * rowHeight, end: bottom };
    const line = places.frozen() > 0 ? LINE.row : 0;
    return { frozen, at: at - inner.scrollTop - line, start: top + line, end: bottom };
  };

  return {
    spot(row, column) {
      const [moving, inner] = [part('rgCol'), rows()];
      return moving && inner ? { x: across(column, moving), y: down(row, column, inner) } : undefined;
    },
    scrollBy(x, y) {
      part('rgCol')?.scrollBy(x, 0);
      rows()?.scrollBy(0, y);
    },
    wheel(event) {
      rows()?.dispatchEvent(new WheelEvent('wheel', event));
    },
    onMove(listener) {
      grid.addEventListener('scroll', listener, true);
      grid.addEventListener('aftercolumnresize', listener);
      const watch = new ResizeObserver(listener);
      watch.observe(grid);
      grid.addEventListener('aftergridrender', () => {
        for (const element of [part('rgCol'), rows()]) if (element) watch.observe(element);
      });
    },
  };
}
