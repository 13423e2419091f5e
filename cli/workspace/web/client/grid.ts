/** The grid of one sheet on RevoGrid: frozen parts, windows of rows, selection, edits as blocks. */
import type {
  BeforeRangeSaveDataDetails,
  BeforeSaveDataDetails,
  ColumnRegular,
  DimensionRows,
} from '@revolist/revogrid';
import { defineCustomElements } from '@revolist/revogrid/loader';
import type { WireCell, WireRows, WireSheet } from '../sheet/wire.ts';
import { type Area, columnName } from './a1.ts';
import { messageOf } from './api.ts';
import { toBlock } from './block.ts';
import { cellEditor, cellProperties, cellTemplate, editText } from './cell-view.ts';
import { makeReachable } from './reach.ts';
import { openRows, type Row } from './rows.ts';

void defineCustomElements();

const ROW_HEIGHT = 24;

export interface GridOptions {
  id: string;
  sheet: WireSheet;
  canEdit: boolean;
  place: HTMLElement;
  /** Somebody typed, pasted or cleared: texts of a rectangle, `null` where a cell stays. */
  onEdit(area: Area, values: (string | null)[][]): void;
  onSelect(row: number, column: number): void;
  onLoad(answer: WireRows): void;
  onProblem(message: string): void;
}

export interface Grid {
  cell(row: number, column: number): WireCell | null | undefined;
  selection(): Promise<Area>;
  goTo(row: number, column: number): Promise<void>;
  /** Fetches the shown rows again. */
  reload(): Promise<void>;
  /** Takes back what was typed into these cells, which shows before it is stored. */
  takeBack(area: Area): Promise<void>;
  /** Where an element of a cell or header is in the sheet; undefined outside. */
  locate(target: Element): { row?: number; column?: number } | undefined;
  close(): void;
}

export function openGrid(options: GridOptions): Grid {
  const { id, sheet, canEdit, place } = options;
  const { frozenRows, frozenColumns } = sheet;
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
        element.columns = columns(answer);
      }
      void element.refresh('all');
      options.onLoad(answer);
      options.onSelect(focus.row, focus.column);
    },
  });

  const columns = (answer?: WireRows): ColumnRegular[] => {
    const hidden = new Set(answer?.hidden);
    const shown = Array.from({ length: sheet.columns }, (_, column) => column).filter((column) => !hidden.has(column));
    return shown.map((column) => ({
      prop: column,
      name: columnName(column),
      size: answer?.widths?.[column] ?? 100,
      cellTemplate,
      cellProperties,
      editor: cellEditor,
      filter: false,
      ...(column < frozenColumns ? { pin: 'colPinStart' as const } : {}),
    }));
  };

  /** Row in the sheet of a row of one of the component's parts. */
  const rowOf = (type: DimensionRows | string, index: number) => (type === 'rowPinStart' ? index : index + frozenRows);

  const visible = async (): Promise<void> => {
    const height = Math.ceil(place.clientHeight / ROW_HEIGHT);
    try {
      await Promise.all([
        frozenRows > 0 ? rows.ensure(0, frozenRows - 1) : undefined,
        rows.ensure(first - height, first + 2 * height),
      ]);
    } catch (error) {
      options.onProblem(messageOf(error));
    }
  };

  const editBlock = (type: string, data: Record<number, Record<string, unknown>>): void => {
    const block = toBlock(data, (index) => rowOf(type, index));
    if (!block) return;
    const { area, values } = block;
    for (const [index, line] of values.entries()) showAhead(area.row + index, area.column, line);
    void element.refresh('all');
    options.onEdit(area, values);
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
    if (!range || rows.has(rowOf(rowType, range.y), rowOf(rowType, range.y1))) return;
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  listen<{ dimension: string; coordinate: number }>('viewportscroll', ({ detail }) => {
    if (detail.dimension !== 'rgRow') return;
    first = frozenRows + Math.floor(detail.coordinate / ROW_HEIGHT);
    clearTimeout(timer);
    timer = setTimeout(() => void visible(), 60);
  });
  element.addEventListener('click', (event) => {
    const arrow = event.target instanceof Element && event.target.closest('[data-open=list]');
    const at = arrow ? locate(arrow) : undefined;
    if (at?.row !== undefined && at.column !== undefined) openEditor(at.row, at.column);
  });
  const openEditor = (row: number, column: number): void => {
    const pinned = row < frozenRows;
    if (canEdit) void element.setCellEdit(pinned ? row : row - frozenRows, column, pinned ? 'rowPinStart' : 'rgRow');
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
    const all = element.columns as ColumnRegular[];
    const part = cell.closest('revogr-viewport-scroll')?.classList.contains('colPinStart')
      ? all.filter(({ pin }) => pin)
      : all.filter(({ pin }) => !pin);
    const prop = part[Number(index)]?.prop;
    return prop === undefined ? undefined : Number(prop);
  };

  const goTo = async (row: number, column: number): Promise<void> => {
    const pinnedRow = row < frozenRows;
    const pinnedColumn = column < frozenColumns;
    if (!pinnedRow) await element.scrollToRow(row - frozenRows);
    if (!pinnedColumn) await element.scrollToColumnProp(column);
    const part = (element.columns as ColumnRegular[]).filter(({ pin }) => pinnedColumn === Boolean(pin));
    const cell = { x: part.findIndex(({ prop }) => prop === column), y: pinnedRow ? row : row - frozenRows };
    if (cell.x < 0) return;
    const types = [pinnedColumn ? 'colPinStart' : 'rgCol', pinnedRow ? 'rowPinStart' : 'rgRow'] as const;
    await element.setCellsFocus(cell, cell, types[0], types[1]);
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
    columns: columns(),
    pinnedTopSource: rows.all.slice(0, frozenRows),
    source: rows.all.slice(frozenRows),
  });
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
      const part = (element.columns as ColumnRegular[]).filter(
        ({ pin }) => (range.colType === 'colPinStart') === Boolean(pin),
      );
      return {
        row: rowOf(range.rowType, range.y),
        lastRow: rowOf(range.rowType, range.y1),
        column: Number(part[range.x]?.prop ?? at.column),
        lastColumn: Number(part[range.x1]?.prop ?? at.column),
      };
    },
    goTo,
    async reload() {
      rows.invalidate();
      await visible();
    },
    takeBack({ row, lastRow }) {
      rows.settle(row, lastRow);
      return element.refresh('all');
    },
    locate,
    close() {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
      for (const name of ['keydown', 'mousedown']) document.removeEventListener(name, onInput, true);
      element.remove();
    },
  };
}
