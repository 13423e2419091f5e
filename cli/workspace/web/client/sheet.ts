/** The spreadsheet page: tabs, formula bar, menus, edits and the state of everybody else's changes. */
import type { Action } from '../sheet/actions.ts';
import type { WireBook, WireSheet } from '../sheet/wire.ts';
import { type Area, areaName, cellName, parseCell, quoted } from './a1.ts';
import { get, messageOf, post, Refused } from './api.ts';
import { editText } from './cell-view.ts';
import { confirmDialog } from './dialog.ts';
import { data, element, make } from './dom.ts';
import type { UiEffect } from './effects.ts';
import { type Grid, openGrid } from './grid.ts';
import { type MenuItem, menuButton, openMenu } from './menu.ts';
import { showNotes } from './notes.ts';
import { cycleRegions, keepFromGrid } from './reach.ts';
import { connectScript } from './script.ts';
import { problem } from './toast.ts';

/** Milliseconds between looks for changes of others. */
const POLL = 1500;

const id = element('.app', HTMLElement).dataset['id'] ?? '';
const place = element('.grid-place', HTMLElement);
const nameBox = element('.name-box', HTMLInputElement);
const valueBar = element('.value-bar', HTMLInputElement);
const state = element('.state', HTMLElement);

let book = data<WireBook>('book');
let sheet: WireSheet | undefined =
  book.sheets.find(({ sheetId }) => `#gid=${sheetId}` === location.hash) ?? book.sheets[0];
let grid: Grid | undefined;
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

function select(row: number, column: number): void {
  focus = { row, column };
  element('.cell-spoken', HTMLElement).textContent =
    `${cellName(row, column)} ${grid?.cell(row, column)?.v ?? 'kosong'}`;
  if (document.activeElement !== nameBox) nameBox.value = cellName(row, column);
  if (document.activeElement !== valueBar) valueBar.value = editText(grid?.cell(row, column));
  valueBar.readOnly = !book.canEdit;
}

/** Sends an edit; asks first where the sheet only warns. Shows what is stored afterwards, whatever came of it. */
async function edit(area: Area, values: (string | null)[][], confirmed = false): Promise<void> {
  const range = `${quoted(sheet?.title ?? '')}!${areaName(area)}`;
  state.textContent = 'Menyimpan…';
  try {
    const body = { spreadsheetId: id, range, values, ...(confirmed ? { confirmed } : {}) };
    const answer = await post<{ ui?: UiEffect[] }>('/workspace/edit', body);
    state.textContent = 'Tersimpan';
    script.show(answer.ui);
  } catch (error) {
    state.textContent = '';
    if (error instanceof Refused && error.reason === 'warning' && !confirmed) {
      const go = await confirmDialog('Perhatian', error.message, 'Tetap ubah', 'Batal');
      if (go) return edit(area, values, true);
    } else {
      problem(messageOf(error));
    }
    await grid?.takeBack(area);
    return;
  }
  await grid?.reload();
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

function showSheet(next: WireSheet): void {
  sheet = next;
  history.replaceState(null, '', `#gid=${next.sheetId}`);
  grid?.close();
  grid = openGrid({
    id,
    sheet: next,
    canEdit: book.canEdit,
    place,
    onEdit: (area, values) => void edit(area, values),
    onSelect: select,
    onProblem: problem,
    onLoad: (answer) => {
      revision = answer.revision;
    },
  });
  select(0, 0);
  showTabs();
}

/** Reads the sheets again; draws the grid anew only if its shape changed. */
async function refresh(): Promise<void> {
  const before = JSON.stringify(sheet);
  book = await get<WireBook>(`/workspace/grid/${id}`);
  element('h1', HTMLElement).textContent = book.title;
  const now = book.sheets.find(({ sheetId }) => sheetId === sheet?.sheetId) ?? book.sheets[0];
  if (now && JSON.stringify(now) !== before) {
    const at = focus;
    showSheet(now);
    await grid?.goTo(Math.min(at.row, now.rows - 1), Math.min(at.column, now.columns - 1));
  } else {
    showTabs();
    await grid?.reload();
  }
  revision = book.revision;
}

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

async function rowMenu(row: number): Promise<MenuItem[]> {
  const sheetId = sheet?.sheetId ?? 0;
  const area = await grid?.selection();
  const [from, to] = area && area.row <= row && row <= area.lastRow ? [area.row, area.lastRow] : [row, row];
  return [
    { caption: 'Sisipkan 1 baris di atas', action: () => void act({ kind: 'insertRow', sheetId, row, above: true }) },
    { caption: 'Sisipkan 1 baris di bawah', action: () => void act({ kind: 'insertRow', sheetId, row, above: false }) },
    {
      caption: from === to ? `Hapus baris ${row + 1}` : `Hapus baris ${from + 1}–${to + 1}`,
      action: () => void act({ kind: 'deleteRows', sheetId, runs: [[from, to + 1]] }),
    },
  ];
}

function sortMenu(column: number): MenuItem[] {
  const sheetId = sheet?.sheetId ?? 0;
  const sort = (descending: boolean) => void act({ kind: 'sort', sheetId, column, descending });
  const name = cellName(0, column).slice(0, -1);
  return [
    { caption: `Urutkan sheet menurut kolom ${name} (A ke Z)`, action: () => sort(false) },
    { caption: `Urutkan sheet menurut kolom ${name} (Z ke A)`, action: () => sort(true) },
  ];
}

const KEYS =
  'Panah: pindah sel. Enter atau F2: ubah. Esc: batal. Tab: ke kanan. Shift+panah: pilih. Ctrl+C dan Ctrl+V: salin dan tempel. Delete: kosongkan. F6: keluar dari sel ke menu, tab, dan panel.';

function addMenus(): void {
  const bar = element('.menubar', HTMLElement);
  const open = (path: string) => () => location.assign(path);
  bar.append(
    menuButton('File', () => [
      { caption: 'Beranda', action: open('/') },
      { caption: 'Muat ulang data', action: () => void refresh() },
    ]),
  );
  if (book.canEdit) {
    bar.append(
      menuButton('Edit', () => rowMenu(focus.row)),
      menuButton('Data', () => sortMenu(focus.column)),
    );
  }
  bar.append(
    menuButton('Bantuan', () => [
      { caption: 'Tombol papan ketik', action: () => void confirmDialog('Tombol papan ketik', KEYS, 'Tutup') },
      { caption: 'Pemicu dan jam', action: open('/pemicu') },
      { caption: 'Riwayat eksekusi', action: open('/eksekusi') },
    ]),
  );
}

place.addEventListener('contextmenu', (event) => {
  const at = event.target instanceof Element ? grid?.locate(event.target) : undefined;
  if (!book.canEdit || !at) return;
  event.preventDefault();
  const point = { x: event.clientX, y: event.clientY };
  if (at.row === undefined && at.column !== undefined) return openMenu(sortMenu(at.column), point);
  if (at.row === undefined) return;
  void rowMenu(at.row).then((items) => openMenu(items, point));
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
    void edit({ row, column, lastRow: row, lastColumn: column }, [[valueBar.value]]);
  }
  if (event.key === 'Enter' || event.key === 'Escape') {
    valueBar.blur();
    void grid?.goTo(row, column);
  }
});

addMenus();
keepFromGrid(...document.querySelectorAll('.app > header, .formula, .sidebar, .app > footer'));
cycleRegions('.menubar button', '.name-box', '.grid-place [role=application]', '.tabs button', '.sidebar iframe');
if (sheet) showSheet(sheet);
else place.replaceChildren(make('p', { class: 'loading' }, 'Spreadsheet ini tidak memiliki sheet yang terlihat.'));
showNotes(place, () => grid?.cell(focus.row, focus.column)?.note);
void script.opened();
setTimeout(() => void poll(), POLL);
