/** Stores what somebody types, one gesture after the other, and takes it back again. */
import type { WireRows } from '../sheet/wire.ts';
import { type Area, areaName, quoted } from './a1.ts';
import { get, messageOf, post, Refused } from './api.ts';
import type { Block } from './block.ts';
import { editText } from './cell-view.ts';
import { confirmDialog } from './dialog.ts';
import { element } from './dom.ts';
import type { UiEffect } from './effects.ts';
import { createHistory, type Held } from './history.ts';
import { problem } from './toast.ts';

/** Rows that one answer carries. */
const WINDOW = 500;

export interface EditsOptions {
  id: string;
  /** Undefined when the sheet is gone. */
  titleOf(sheetId: number): string | undefined;
  showEffects(effects: readonly UiEffect[] | undefined): void;
  /** Brings what is stored now to the screen. */
  reload(): Promise<void>;
  takeBack(area: Area): void;
  /** Shows the sheet and cell that an undone edit is about. */
  reveal(sheetId: number, area: Area): Promise<void>;
}

export interface Edits {
  edit(sheetId: number, blocks: Block[]): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

export function openEdits({ id, titleOf, showEffects, reload, takeBack, reveal }: EditsOptions): Edits {
  const state = element('.state', HTMLElement);
  let last: Promise<void> = Promise.resolve();

  /** One after the other, so that undo meets the edits in the order of the gestures. */
  const queued = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: unknown) => {
      state.textContent = '';
      problem(messageOf(error));
    });
    return last;
  };

  const read = async (sheetId: number, { row, lastRow, column, lastColumn }: Area): Promise<Held> => {
    const held: Held = { texts: [], keys: [] };
    for (let from = row; from <= lastRow; from += WINDOW) {
      const to = Math.min(from + WINDOW, lastRow + 1);
      const { rows } = await get<WireRows>(`/workspace/grid/${id}?sheetId=${sheetId}&from=${from}&to=${to}`);
      for (let index = 0; index < to - from; index++) {
        const cells = rows[index] ?? [];
        held.keys.push(editText(cells[0]));
        held.texts.push(
          Array.from({ length: lastColumn - column + 1 }, (_, offset) => editText(cells[column + offset])),
        );
      }
    }
    return held;
  };

  /** Asks first where the sheet only warns. False if it was refused, which has been shown then. */
  const send = async (sheetId: number, { area, values }: Block, confirmed = false): Promise<boolean> => {
    const range = `${quoted(titleOf(sheetId) ?? '')}!${areaName(area)}`;
    state.textContent = 'Menyimpan…';
    try {
      const body = { spreadsheetId: id, range, values, ...(confirmed ? { confirmed } : {}) };
      const answer = await post<{ ui?: UiEffect[] }>('/workspace/edit', body);
      state.textContent = 'Tersimpan';
      showEffects(answer.ui);
      return true;
    } catch (error) {
      state.textContent = '';
      if (error instanceof Refused && error.reason === 'warning' && !confirmed) {
        const go = await confirmDialog('Perhatian', error.message, 'Tetap ubah', 'Batal');
        return go ? send(sheetId, { area, values }, true) : false;
      }
      problem(messageOf(error));
      return false;
    }
  };

  const edit = async (sheetId: number, blocks: Block[]): Promise<void> => {
    const waiting = [...blocks];
    const stored: { area: Area; before: Held }[] = [];
    try {
      for (const block of blocks) {
        const before = await read(sheetId, block.area);
        if (!(await send(sheetId, block))) break;
        stored.push({ area: block.area, before });
        waiting.shift();
      }
    } finally {
      for (const { area } of waiting) takeBack(area);
      if (stored.length > 0) await reload();
    }
    const changes = [];
    for (const { area, before } of stored) changes.push({ area, before, after: await read(sheetId, area) });
    history.record({ sheetId, changes });
  };

  const history = createHistory({
    read,
    async write(sheetId, changes) {
      const [first] = changes;
      if (first) await reveal(sheetId, first.area);
      for (const { area, texts } of changes) if (!(await send(sheetId, { area, values: texts }))) return false;
      await reload();
      return true;
    },
    say: problem,
  });

  return {
    edit: (sheetId, blocks) => queued(() => edit(sheetId, blocks)),
    undo: () => queued(() => history.undo()),
    redo: () => queued(() => history.redo()),
  };
}
