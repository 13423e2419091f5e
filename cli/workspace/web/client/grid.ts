/** The grid of one sheet on RevoGrid: frozen parts, shown rows, windows of rows, selection, edits as blocks. */
import type { BeforeRangeSaveDataDetails, BeforeSaveDataDetails, ColumnRegular } from '@revolist/revogrid';
import { defineCustomElements } from '@revolist/revogrid/loader';
import type { Runs } from '../sheet/runs.ts';
import type { WireCell, WireRows, WireSheet } from '../sheet/wire.ts';
import type { Area } from './a1.ts';
import { messageOf } from './api.ts';
import { type Block, toBlocks } from './block.ts';
import { editText } from './cell-view.ts';
import { buildColumns, keepWidths, partOf } from './columns.ts';
import { openPlaces } from './places.ts';
import { makeReachable } from './reach.ts';
import { openRows, type Row } from './rows.ts';
import { openSurface, type Surface } from './surface.ts';

void defineCustomElements();

const ROW_HEIGHT = 24;

export interface GridOptions {
  id: string;
  sheet: WireSheet;
  canEdit: boolean;
  place: HTMLElement;
  /** Somebody typed, pasted or cleared, in one gesture. */
  onEdit(blocks: Block[]): void;
  onSelect(row: number, column: number): void;
  onLoad(answer: WireRows): void;
  onProblem(message: string): void;
}

export interface Grid {
  cell(row: number, column: number): WireCell | null | undefined;
  selection(): Promise<Area>;
  /** Shows and selects a cell; with `from` it selects the rectangle that begins there. */
  goTo(row: number, column: number, from?: { row: number; column: number }): Promise<void>;
  /** Numbers of the rows and columns that are shown, in their order. */
  rows(): number[];
  columns(): number[];
  /** Shows these rows, `null` = all, as they are now; waits until nobody types. */
  show(runs: Runs | null): Promise<void>;
  /** Takes back what was typed into these cells, which shows before it is stored. */
  takeBack(area: Area): Promise<void>;
  /** Where cells are on the screen, for what floats over them. */
  readonly surface: Surface;
  /** Where an element of a cell or header is in the sheet; undefined outside. */
  locate(target: Element): { row?: number; column?: number } | undefined;
  close(): void;
}

export function openGrid(options: GridOptions): Grid {
  const { id, sheet, canEdit, place } = options;
  const { frozenRows } = sheet;
  const element = document.createElement('revo-grid');
  let focus = { row: 0, column: 0 };
  let first = 0;
  let laidOut = false;
  let refusedCopy = false;

  const rows = openRows({
    id,
    sheet,
    onLoad(answer) {
      if (answer.widths && !laidOut) {
        laidOut = true;
        element.columns = buildColumns(sheet, answer);
      }
      void editorClosed().then(() => element.refresh('all'));
      options.onLoad(answer);
      options.onSelect(focus.row, focus.column);
    },
  });

  /** Drawing anew would empty an open editor, and other rows would put its text into another cell. */
  const editorClosed = async (): Promise<void> => {
    while (element.querySelector('revogr-edit')) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const shownColumns = () => element.columns as ColumnRegular[];
  const places = openPlaces(rows, sheet, shownColumns);
  const { rowOf } = places;

  const visible = async (): Promise<void> => {
    const frozen = places.frozen();
    const height = Math.ceil(place.clientHeight / ROW_HEIGHT);
    try {
      await Promise.all([
        frozen > 0 ? rows.ensure(0, frozen - 1) : undefined,
        rows.ensure(first - height, first + 2 * height),
      ]);
    } catch (error) {
      options.onProblem(messageOf(error));
    }
  };

  const editBlock = (type: string, data: Record<number, Record<string, unknown>>): void => {
    const blocks = toBlocks(data, (index) => rowOf(type, index));
    if (blocks.length === 0) return;
    for (const { area, values } of blocks) {
      for (const [index, line] of values.entries()) showAhead(area.row + index, area.column, line);
    }
    void element.refresh('all');
    options.onEdit(blocks);
  };
  const showAhead = (row: number, column: number, line: (string | null)[]): void => {
    const shown = rows.all[row];
    for (const [offset, text] of line.entries()) if (shown && text !== null) shown[column + offset] = text;
  };

  const listen = <T>(name: string, handler: (event: CustomEvent<T>) => void) =>
    element.addEventListener(name, (event) => handler(event as CustomEvent<T>));

  listen<BeforeSaveDataDetails>('beforeedit', (event) => {
    event.preventDefault();
    const { type, rowIndex, prop, val, model } = event.detail;
    const row = model as unknown as Row | undefined;
    const text = String(val ?? '');
    if (text === editText(row?.cells[Number(prop)])) return;
    editBlock(type, { [rowIndex]: { [prop]: text } });
  });
  listen<BeforeRangeSaveDataDetails>('beforerangeedit', (event) => {
    event.preventDefault();
    const { type, data } = event.detail;
    // Later, because cutting first tells every frozen and moving part to copy, and one of them may refuse.
    setTimeout(() => {
      if (!refusedCopy) editBlock(type, data as Record<number, Record<string, unknown>>);
    });
  });
  listen('beforeautofill', (event) => event.preventDefault());
  // The selection stays while a menu or the formula bar is used, as in Google's grid; an open editor is closed.
  listen('beforefocuslost', (event) => {
    if (!element.querySelector('revogr-edit')) event.preventDefault();
  });
  listen<{ range?: { y: number; y1: number }; rowType?: string }>('clipboardrangecopy', (event) => {
    const { range, rowType = 'rgRow' } = event.detail;
    const above = rowType === 'rowPinStart' ? 0 : places.frozen();
    if (!range || rows.has(above + range.y, above + range.y1)) return;
    event.preventDefault();
    // Cutting copies, then clears: what was not copied must not be cleared.
    refusedCopy = true;
    options.onProblem(
      'Sebagian baris belum dimuat. Gulir ke sana dulu atau pilih lebih sedikit baris, lalu salin lagi.',
    );
  });
  listen<{ rowType: string; rowIndex: number; column?: ColumnRegular }>('afterfocus', ({ detail }) => {
    focus = { row: rowOf(detail.rowType, detail.rowIndex), column: Number(detail.column?.prop ?? 0) };
    options.onSelect(focus.row, focus.column);
  });
  listen<Record<number, ColumnRegular>>('aftercolumnresize', ({ detail }) => keepWidths(sheet, detail));
  let timer: ReturnType<typeof setTimeout> | undefined;
  listen<{ dimension: string; coordinate: number }>('viewportscroll', ({ detail }) => {
    if (detail.dimension !== 'rgRow') return;
    first = places.frozen() + Math.floor(detail.coordinate / ROW_HEIGHT);
    clearTimeout(timer);
    timer = setTimeout(() => void visible(), 60);
  });
  element.addEventListener('click', (event) => {
    const arrow = event.target instanceof Element && event.target.closest('[data-open=list]');
    const at = arrow ? locate(arrow) : undefined;
    if (at?.row !== undefined && at.column !== undefined) openEditor(at.row, at.column);
  });
  const openEditor = (row: number, column: number): void => {
    const { y, type } = places.of(row, column);
    if (canEdit) void element.setCellEdit(y, column, type);
  };
  // Keys arrive at the document because the component keeps no focus in its cells.
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'F2' && !element.querySelector('revogr-edit')) openEditor(focus.row, focus.column);
  };
  const onInput = () => {
    refusedCopy = false;
  };
  document.addEventListener('keydown', onKey);
  for (const name of ['keydown', 'mousedown']) document.addEventListener(name, onInput, true);

  const locate = (target: Element): { row?: number; column?: number } | undefined => {
    const cell = target.closest('.rgCell, .rgHeaderCell');
    if (!cell) return undefined;
    const data = target.closest('revogr-data');
    const column = cell.closest('revogr-row-headers') ? undefined : shownColumn(cell);
    const line = cell.getAttribute('data-rgrow');
    const type = data?.getAttribute('type') ?? 'rgRow';
    return {
      ...(line === null || cell.classList.contains('rgHeaderCell') ? {} : { row: rowOf(type, Number(line)) }),
      ...(column === undefined ? {} : { column }),
    };
  };
  const shownColumn = (cell: Element): number | undefined => {
    const index = cell.getAttribute('data-rgcol');
    if (index === null) return undefined;
    const isFrozen = cell.closest('revogr-viewport-scroll')?.classList.contains('colPinStart') ?? false;
    const prop = partOf(shownColumns(), isFrozen)[Number(index)]?.prop;
    return prop === undefined ? undefined : Number(prop);
  };

  const goTo: Grid['goTo'] = async (row, column, from) => {
    const start = from && places.of(from.row, from.column);
    const to = start ? places.inPartOf(start, places.of(row, column)) : places.of(row, column);
    if (to.x < 0 || to.y < 0) return;
    const frozen = places.frozen();
    const top = first - frozen;
    const fits = Math.floor(place.clientHeight / ROW_HEIGHT) - frozen - 3;
    if (to.type === 'rgRow' && (to.y < top || to.y > top + fits)) await element.scrollToRow(to.y);
    if (to.columns === 'rgCol' && !inSight(to.x)) await element.scrollToColumnProp(column);
    const begin = start ?? to;
    await element.setCellsFocus({ x: begin.x, y: begin.y }, { x: to.x, y: to.y }, to.columns, to.type);
  };
  /** Whether a moving column is wholly inside the window. */
  const inSight = (x: number): boolean => {
    const part = element.querySelector('revogr-viewport-scroll.rgCol');
    const edges = part?.querySelector(`.rgHeaderCell[data-rgcol="${x}"]`)?.getBoundingClientRect();
    const window = part?.getBoundingClientRect();
    return edges !== undefined && window !== undefined && edges.left >= window.left && edges.right <= window.right;
  };

  const fillParts = (): void => {
    const frozen = places.frozen();
    element.pinnedTopSource = rows.shown.slice(0, frozen);
    element.source = rows.shown.slice(frozen);
  };

  Object.assign(element, {
    theme: 'compact',
    range: true,
    readonly: !canEdit,
    accessible: false,
    filter: false,
    canDrag: false,
    applyOnClose: true,
    hideAttribution: true,
    rowSize: ROW_HEIGHT,
    rowHeaders: {
      size: Math.max(46, 16 + 8 * String(sheet.rows).length),
      cellTemplate: (_create: unknown, { rowIndex, type }: { rowIndex: number; type: string }) =>
        rowOf(type, rowIndex) + 1,
    },
    columns: buildColumns(sheet),
    resize: true,
  });
  fillParts();
  element.classList.toggle('frozen-rows', frozenRows > 0);
  place.replaceChildren(element);
  makeReachable(element, `Sheet ${sheet.title}`, () => void goTo(focus.row, focus.column));
  void visible();

  return {
    cell: (row, column) => rows.all[row]?.cells[column],
    async selection() {
      const range = await element.getSelectedRange();
      const at = { row: focus.row, column: focus.column, lastRow: focus.row, lastColumn: focus.column };
      if (!range) return at;
      const part = partOf(shownColumns(), range.colType === 'colPinStart');
      return {
        row: rowOf(range.rowType, range.y),
        lastRow: rowOf(range.rowType, range.y1),
        column: Number(part[range.x]?.prop ?? at.column),
        lastColumn: Number(part[range.x1]?.prop ?? at.column),
      };
    },
    goTo,
    rows: () => rows.shown.map(({ row }) => row),
    columns: () => shownColumns().map(({ prop }) => Number(prop)),
    async show(runs) {
      await editorClosed();
      rows.invalidate();
      if (rows.show(runs)) {
        const { row, column } = focus;
        fillParts();
        first = Math.min(first, rows.shown.length);
        await goTo(row, column);
      }
      await visible();
    },
    takeBack({ row, lastRow }) {
      rows.settle(row, lastRow);
      return element.refresh('all');
    },
    surface: openSurface(element, { sheet, places, columns: shownColumns, rowHeight: ROW_HEIGHT }),
    locate,
    close() {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
      for (const name of ['keydown', 'mousedown']) document.removeEventListener(name, onInput, true);
      element.remove();
    },
  };
}
