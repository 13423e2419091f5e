/** What the bound script does on the page: its menus, sidebar, dialogs and messages. */

import { messageOf, post } from './api.ts';
import { alertDialog, htmlDialog } from './dialog.ts';
import { element, make } from './dom.ts';
import type { UiEffect } from './effects.ts';
import { type MenuItem, menuButton } from './menu.ts';
import { scriptFrame } from './script-frame.ts';
import { problem, toast } from './toast.ts';

interface Selection {
  sheetName: string;
  range: string;
}

export interface ScriptOptions {
  spreadsheetId: string;
  selection(): Promise<Selection>;
  focusGrid(): void;
}

export interface Script {
  /** Runs `onOpen`, which may add menus. */
  opened(): Promise<void>;
  show(effects: readonly UiEffect[] | undefined): void;
}

export function connectScript({ spreadsheetId, selection, focusGrid }: ScriptOptions): Script {
  const sidebar = element('.sidebar', HTMLElement);

  const closeSidebar = () => {
    sidebar.hidden = true;
    sidebar.replaceChildren();
    focusGrid();
  };

  const run = async (name: string, args: unknown[]): Promise<unknown> => {
    const answer = await post<{ result?: unknown; ui?: UiEffect[] }>('/workspace/run', {
      function: name,
      args,
      spreadsheetId,
      selection: await selection(),
    });
    show(answer.ui);
    return answer.result;
  };

  const host = { run, focusEditor: focusGrid, problem };

  const runMenu = async (name: string): Promise<void> => {
    const state = element('.state', HTMLElement);
    state.textContent = 'Menjalankan skrip…';
    try {
      const body = { spreadsheetId, function: name, selection: await selection() };
      show((await post<{ ui?: UiEffect[] }>('/workspace/menu', body)).ui);
    } catch (error) {
      problem(messageOf(error));
    } finally {
      state.textContent = '';
    }
  };

  const openSidebar = (title: string, html: string) => {
    const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Tutup panel samping' }, '×');
    close.addEventListener('click', closeSidebar);
    const frame = scriptFrame(title, html, { ...host, close: closeSidebar });
    sidebar.replaceChildren(make('header', {}, make('h2', {}, title), close), frame);
    sidebar.hidden = false;
  };

  const addMenu = (name: string, items: Extract<UiEffect, { kind: 'menu' }>['items']) => {
    const entries = items.map(
      (item): MenuItem =>
        item === 'separator' ? item : { caption: item.caption, action: () => void runMenu(item.function) },
    );
    element('.menubar', HTMLElement).append(menuButton(name, () => entries));
  };

  const showOne = (effect: UiEffect): void => {
    switch (effect.kind) {
      case 'sidebar':
        openSidebar(effect.title, effect.html);
        break;
      case 'modal':
      case 'modeless':
        htmlDialog(effect, host);
        break;
      case 'alert':
        void alertDialog(effect.title || 'Spreadsheet', effect.prompt);
        break;
      case 'toast':
        toast(effect.message, { title: effect.title, seconds: Math.max(0, effect.seconds) });
        break;
      case 'menu':
        addMenu(effect.name, effect.items);
        break;
    }
  };

  const show = (effects: readonly UiEffect[] | undefined) => {
    for (const effect of effects ?? []) showOne(effect);
  };

  return {
    show,
    async opened() {
      try {
        show((await post<{ ui?: UiEffect[] }>('/workspace/open', { spreadsheetId })).ui);
      } catch (error) {
        problem(`Menu skrip tidak dapat dimuat. ${messageOf(error)}`);
      }
    },
  };
}
