/** The spreadsheet page: tabs, formula bar, filter view, search and the state of everybody else's changes. */
import type { Action } from '../sheet/actions.ts';
import type { WireBook, WireHits, WireSheet, WireShown } from '../sheet/wire.ts';
import { type Area, areaName, cellName, parseCell } from './a1.ts';
import { get, messageOf, post, Refused } from './api.ts';
import { editText } from './cell-view.ts';
import { type Charts, openCharts } from './charts/charts.ts';
import { data, element, make } from './dom.ts';
import { openEdits } from './edits.ts';
import { findBar } from './find.ts';
import { type Grid, openGrid } from './grid.ts';
import { jump } from './jump.ts';
import { listenKeys } from './keys.ts';
import { openMenu } from './menu.ts';
import { addMenus } from './menus.ts';
import { showNotes } from './notes.ts';
import { cycleRegions, keepFromGrid } from './reach.ts';
import { connectScript } from './script.ts';
import { problem, toast } from './toast.ts';
import { addressOf, drawView, readAddress, type View } from './view.ts';

/** Milliseconds between looks for changes of others. */
const POLL = 1500;

const id = element('.app', HTMLElement).dataset['id'] ?? '';
const place = element('.grid-place', HTMLElement);
const nameBox = element('.name-box', HTMLInputElement);
const valueBar = element('.value-bar', HTMLInputElement);
const state = element('.state', HTMLElement);

let book = data<WireBook>('book');
const asked = readAddress(location.hash);
let sheet: WireSheet | undefined = book.sheets.find(({ sheetId }) => sheetId === asked.sheetId) ?? book.sheets[0];
let view: View | undefined = sheet?.views?.find((each) => each.id === asked.view);
let grid: Grid | undefined;
let charts: Charts | undefined;
let focus = { row: 0, column: 0 };
let revision = -1;

const script = connectScript({
  spreadsheetId: id,
  focusGrid: () => void grid?.goTo(focus.row, focus.column),
  async selection() {
    const area = await grid?.selection();
    return { sheetName: sheet?.title ?? '', range: area ? areaName(area) : 'A1' };
  },
});

const edits = openEdits({
  id,
  titleOf: (sheetId) => book.sheets.find((each) => each.sheetId === sheetId)?.title,
  showEffects: (effects) => script.show(effects),
  reload: () => reload(),
  takeBack: (area: Area) => void grid?.takeBack(area),
  async reveal(sheetId, { row, column }) {
    leaveBars();
    const there = book.sheets.find((each) => each.sheetId === sheetId);
    if (there && there.sheetId !== sheet?.sheetId) showSheet(there);
    await grid?.goTo(row, column);
  },
});

function select(row: number, column: number): void {
  focus = { row, column };
  element('.cell-spoken', HTMLElement).textContent =
    `${cellName(row, column)} ${grid?.cell(row, column)?.v ?? 'kosong'}`;
  if (document.activeElement !== nameBox) nameBox.value = cellName(row, column);
  if (document.activeElement !== valueBar) valueBar.value = editText(grid?.cell(row, column));
  valueBar.readOnly = !book.canEdit;
}

async function act(action: Action): Promise<void> {
  try {
    await post(`/workspace/grid/${id}`, action);
    await refresh();
  } catch (error) {
    problem(messageOf(error));
  }
}

function showTabs(): void {
  const tabs = book.sheets.map((each) => {
    const current = each.sheetId === sheet?.sheetId;
    const tab = make('button', { type: 'button', ...(current ? { 'aria-current': 'page' } : {}) }, each.title);
    if (each.tabColor) tab.style.borderBottomColor = each.tabColor;
    tab.addEventListener('click', () => showSheet(each));
    return tab;
  });
  element('.tabs', HTMLElement).replaceChildren(...tabs);
}

/** Draws a sheet, without a filter view unless one is given. */
function showSheet(next: WireSheet, nextView?: View): void {
  sheet = next;
  view = nextView;
  grid?.close();
  charts?.close();
  const drawn = openGrid({
    id,
    sheet: next,
    canEdit: book.canEdit,
    place,
    onEdit: (blocks) => void edits.edit(next.sheetId, blocks),
    // Rows of a sheet that was left may arrive late; what is typed next must not go to where its selection was.
    onSelect(row, column) {
      if (grid === drawn) select(row, column);
    },
    onProblem: problem,
    onLoad: (answer) => {
      revision = answer.revision;
    },
  });
  grid = drawn;
  charts = openCharts({ place, surface: grid.surface, address: `/workspace/grid/${id}?sheetId=${next.sheetId}` });
  select(0, 0);
  showTabs();
  void reload();
}

/** Brings the cells and the shown rows up to date. */
async function reload(): Promise<void> {
  const [shownGrid, shownView] = [grid, view];
  let answer: WireShown;
  try {
    answer = await get<WireShown>(`/workspace/grid/${id}?sheetId=${sheet?.sheetId}&view=${view?.id ?? ''}`);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404 || !view) return problem(messageOf(error));
    toast('Tampilan filter ini sudah tidak ada, jadi semua baris ditampilkan lagi.');
    return choose(undefined);
  }
  if (grid !== shownGrid || view !== shownView) return;
  drawView(view, answer, () => void choose(undefined));
  history.replaceState(null, '', addressOf(sheet?.sheetId ?? 0, view));
  place.classList.toggle('filtered', view !== undefined);
  await grid?.show(answer.shown);
  await charts?.show(sheet?.charts === true).catch((error) => problem(messageOf(error)));
}

async function choose(next: View | undefined): Promise<void> {
  view = next;
  await reload();
  leaveBars();
  await grid?.goTo(focus.row, focus.column);
}

/** Gives the keyboard back to the cells: the component takes no focus of its own, so a menu or field would keep it. */
function leaveBars(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && !place.contains(active)) active.blur();
}

/** Reads the sheets again; draws the grid anew only if its shape changed. */
async function refresh(): Promise<void> {
  book = await get<WireBook>(`/workspace/grid/${id}`);
  element('h1', HTMLElement).textContent = book.title;
  const now = book.sheets.find(({ sheetId }) => sheetId === sheet?.sheetId) ?? book.sheets[0];
  if (now && shapeOf(now) !== shapeOf(sheet)) {
    const at = focus;
    showSheet(now, now.sheetId === sheet?.sheetId ? view : undefined);
    await grid?.goTo(Math.min(at.row, now.rows - 1), Math.min(at.column, now.columns - 1));
  } else {
    sheet = now;
    showTabs();
    await reload();
  }
  revision = book.revision;
}

/** What the grid is drawn from; filter views and charts come and go without drawing it anew. */
const shapeOf = (of: WireSheet | undefined): string => JSON.stringify({ ...of, views: [], charts: [] });

async function poll(): Promise<void> {
  try {
    if (!document.hidden) {
      const seen = await get<{ revision: number }>(`/workspace/revision/${id}`);
      if (state.dataset['offline']) state.textContent = '';
      delete state.dataset['offline'];
      if (seen.revision !== revision && revision >= 0 && !place.querySelector('revogr-edit')) await refresh();
    }
  } catch (error) {
    state.dataset['offline'] = 'yes';
    state.textContent = messageOf(error);
  }
  setTimeout(() => void poll(), POLL);
}

const find = findBar({
  search: (text) => post<WireHits>(`/workspace/find/${id}`, { sheetId: sheet?.sheetId ?? 0, text }),
  rows: () => grid?.rows() ?? [],
  columns: () => grid?.columns() ?? [],
  focus: () => focus,
  goTo: async (row, column) => grid?.goTo(row, column),
  version: () => `${sheet?.sheetId} ${view?.id ?? ''} ${revision}`,
});
const gestures = { undo: () => void edits.undo(), redo: () => void edits.redo(), find };
listenKeys(place, {
  ...gestures,
  jump(axis, step, extend) {
    const address = `/workspace/grid/${id}?sheetId=${sheet?.sheetId}`;
    if (grid) void jump(grid, { address, focus, axis, step, extend }).catch((error) => problem(messageOf(error)));
  },
});
const menus = addMenus({
  ...gestures,
  canEdit: book.canEdit,
  sheet: () => sheet,
  grid: () => grid,
  focus: () => focus,
  view: () => view?.id,
  act: (action) => void act(action),
  refresh: () => void refresh().catch((error) => problem(messageOf(error))),
  choose: (next) => void choose(next),
});

place.addEventListener('mousedown', leaveBars, { capture: true });
place.addEventListener('contextmenu', (event) => {
  const at = event.target instanceof Element ? grid?.locate(event.target) : undefined;
  if (!book.canEdit || !at) return;
  event.preventDefault();
  const point = { x: event.clientX, y: event.clientY };
  if (at.row === undefined && at.column !== undefined) return openMenu(menus.sort(at.column), point);
  if (at.row === undefined) return;
  void menus.row(at.row).then((items) => openMenu(items, point));
});
nameBox.addEventListener('focus', () => nameBox.select());
nameBox.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  const cell = parseCell(nameBox.value);
  if (!cell || !sheet || cell.row >= sheet.rows || cell.column >= sheet.columns) {
    return problem(`Tidak ada sel ${nameBox.value} di sheet ini.`);
  }
  nameBox.blur();
  void grid?.goTo(cell.row, cell.column);
});
valueBar.addEventListener('keydown', (event) => {
  const { row, column } = focus;
  if (event.key === 'Escape') valueBar.value = editText(grid?.cell(row, column));
  if (event.key === 'Enter' && book.canEdit && valueBar.value !== editText(grid?.cell(row, column))) {
    const area = { row, column, lastRow: row, lastColumn: column };
    void edits.edit(sheet?.sheetId ?? 0, [{ area, values: [[valueBar.value]] }]);
  }
  if (event.key === 'Enter' || event.key === 'Escape') {
    valueBar.blur();
    void grid?.goTo(row, column);
  }
});

keepFromGrid(...document.querySelectorAll('.app > header, .formula, .view-bar, .sidebar, .app > footer'));
cycleRegions(
  '.menubar button',
  '.name-box',
  '.view-bar button',
  '.grid-place [role=application]',
  '.charts',
  '.find-bar input',
  '.tabs button',
  '.sidebar iframe',
);
if (sheet) showSheet(sheet, view);
else place.replaceChildren(make('p', { class: 'loading' }, 'Spreadsheet ini tidak memiliki sheet yang terlihat.'));
showNotes(place, () => grid?.cell(focus.row, focus.column)?.note);
void script.opened();
setTimeout(() => void poll(), POLL);
