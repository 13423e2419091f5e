/** The page's own menus; the bound script adds its menus to their right. */
import type { Action } from '../sheet/actions.ts';
import { runsOf } from '../sheet/runs.ts';
import type { WireSheet } from '../sheet/wire.ts';
import { columnName } from './a1.ts';
import { confirmDialog } from './dialog.ts';
import { element } from './dom.ts';
import type { Grid } from './grid.ts';
import { type MenuItem, menuButton, openMenu } from './menu.ts';

export interface MenuOptions {
  canEdit: boolean;
  sheet(): WireSheet | undefined;
  grid(): Grid | undefined;
  focus(): { row: number; column: number };
  /** Id of the filter view that is on. */
  view(): number | undefined;
  act(action: Action): void;
  refresh(): void;
  undo(): void;
  redo(): void;
  find(): void;
  /** Turns a filter view on, or off without one. */
  choose(view: { id: number; title: string } | undefined): void;
}

export interface Menus {
  row(row: number): Promise<MenuItem[]>;
  sort(column: number): MenuItem[];
}

const KEYS =
  'Panah: pindah sel. Ctrl+panah: ke ujung data. Enter atau F2: ubah. Esc: batal. Tab: ke kanan. Shift+panah: pilih. Ctrl+C dan Ctrl+V: salin dan tempel. Delete: kosongkan. Ctrl+Z dan Ctrl+Y: urungkan dan ulangi. Ctrl+F: temukan. F6: keluar dari sel ke menu, tab, dan panel.';

export function addMenus(options: MenuOptions): Menus {
  const sheetId = () => options.sheet()?.sheetId ?? 0;
  const bar = element('.menubar', HTMLElement);
  const open = (path: string) => () => location.assign(path);

  const row = async (at: number): Promise<MenuItem[]> => {
    const area = await options.grid()?.selection();
    const [from, to] = area && area.row <= at && at <= area.lastRow ? [area.row, area.lastRow] : [at, at];
    const rows =
      options
        .grid()
        ?.rows()
        .filter((each) => from <= each && each <= to) ?? [];
    const runs = runsOf(rows);
    const neighbours = runs.length > 1 ? `${rows.length} baris yang dipilih` : `baris ${from + 1}–${to + 1}`;
    const insert = (above: boolean) => options.act({ kind: 'insertRow', sheetId: sheetId(), row: at, above });
    return [
      { caption: 'Sisipkan 1 baris di atas', action: () => insert(true) },
      { caption: 'Sisipkan 1 baris di bawah', action: () => insert(false) },
      {
        caption: `Hapus ${from === to ? `baris ${at + 1}` : neighbours}`,
        action: () => options.act({ kind: 'deleteRows', sheetId: sheetId(), runs }),
      },
    ];
  };

  const sort = (column: number): MenuItem[] => {
    const by = (descending: boolean) => options.act({ kind: 'sort', sheetId: sheetId(), column, descending });
    return [
      { caption: `Urutkan sheet menurut kolom ${columnName(column)} (A ke Z)`, action: () => by(false) },
      { caption: `Urutkan sheet menurut kolom ${columnName(column)} (Z ke A)`, action: () => by(true) },
    ];
  };

  const views = (): MenuItem[] => {
    const all = options.sheet()?.views ?? [];
    const current = options.view();
    return [
      { caption: 'Tanpa tampilan filter', checked: current === undefined, action: () => options.choose(undefined) },
      ...all.map((view) => ({
        caption: view.title,
        checked: view.id === current,
        action: () => options.choose(view),
      })),
    ];
  };
  const noViews = () => void confirmDialog('Tampilan filter', 'Sheet ini belum memiliki tampilan filter.', 'Tutup');

  const edit = async (): Promise<MenuItem[]> => [
    { caption: 'Urungkan (Ctrl+Z)', action: options.undo },
    { caption: 'Ulangi (Ctrl+Y)', action: options.redo },
    'separator',
    { caption: 'Temukan (Ctrl+F)', action: options.find },
    'separator',
    ...(await row(options.focus().row)),
  ];
  const data: HTMLButtonElement = menuButton('Data', () => [
    ...(options.canEdit ? [...sort(options.focus().column), 'separator' as const] : []),
    {
      caption: 'Tampilan filter ▸',
      action: () => {
        if ((options.sheet()?.views ?? []).length === 0) return noViews();
        const { left, bottom } = data.getBoundingClientRect();
        openMenu(views(), { x: left, y: bottom }, data);
      },
    },
  ]);

  bar.append(
    menuButton('File', () => [
      { caption: 'Beranda', action: open('/') },
      { caption: 'Muat ulang data', action: options.refresh },
    ]),
    menuButton('Edit', () => (options.canEdit ? edit() : [{ caption: 'Temukan (Ctrl+F)', action: options.find }])),
    data,
    menuButton('Bantuan', () => [
      { caption: 'Tombol papan ketik', action: () => void confirmDialog('Tombol papan ketik', KEYS, 'Tutup') },
      { caption: 'Pemicu dan jam', action: open('/pemicu') },
      { caption: 'Riwayat eksekusi', action: open('/eksekusi') },
    ]),
  );
  return { row, sort };
}
