/** Undo and redo on the spreadsheet page: only the page's own edits, and never over somebody else's. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Area } from '#workspace/web/client/a1.ts';
import { createHistory, type History } from '#workspace/web/client/history.ts';

/** A sheet of two columns; the first one identifies its rows. */
let cells: string[][];
let said: string[];
let refuses: boolean;
let history: History;

const cell = (row: number): Area => ({ row, lastRow: row, column: 1, lastColumn: 1 });
const read = async (_sheetId: number, { row, lastRow, column, lastColumn }: Area) => {
  const rows = cells.slice(row, lastRow + 1);
  return { texts: rows.map((line) => line.slice(column, lastColumn + 1)), keys: rows.map(([key]) => key ?? '') };
};
const put = ({ row, column }: Area, texts: string[][]) => {
  for (const [line, values] of texts.entries()) {
    for (const [index, text] of values.entries()) (cells[row + line] ?? [])[column + index] = text;
  }
};

beforeEach(() => {
  cells = [
    ['T-1', 'a'],
    ['T-2', 'b'],
    ['T-3', 'c'],
  ];
  said = [];
  refuses = false;
  history = createHistory({
    read,
    async write(_sheetId, changes) {
      if (!refuses) for (const { area, texts } of changes) put(area, texts);
      return !refuses;
    },
    say: (message) => said.push(message),
  });
});

/** Somebody types on this page: one gesture, one or more rectangles. */
const type = async (...edits: [row: number, text: string][]) => {
  const changes = [];
  for (const [row, text] of edits) {
    const before = await read(0, cell(row));
    put(cell(row), [[text]]);
    changes.push({ area: cell(row), before, after: await read(0, cell(row)) });
  }
  history.record({ sheetId: 0, changes });
};
const second = () => cells.map(([, text]) => text);

describe('undo', () => {
  it('takes back gesture by gesture, whole gestures, and redo brings them again', async () => {
    await type([0, 'x'], [2, 'z']);
    await type([1, 'y']);
    await history.undo();
    expect(second()).toEqual(['x', 'b', 'z']);
    await history.undo();
    expect(second()).toEqual(['a', 'b', 'c']);
    await history.redo();
    await history.redo();
    expect(second()).toEqual(['x', 'y', 'z']);
    expect(said).toEqual([]);
  });

  it('says when there is nothing, and forgets the undone after a new edit', async () => {
    await history.undo();
    await type([0, 'x']);
    await history.undo();
    await type([1, 'y']);
    await history.redo();
    expect(second()).toEqual(['a', 'y', 'c']);
    expect(said).toEqual([
      'Tidak ada perubahan Anda di halaman ini yang bisa diurungkan.',
      'Tidak ada perubahan yang bisa diulangi.',
    ]);
  });

  it('does not remember an edit that changed nothing', async () => {
    await type([0, 'x']);
    await type([1, 'b']);
    await history.undo();
    expect(second()).toEqual(['a', 'b', 'c']);
  });

  it("never goes over somebody else's change of the cell", async () => {
    await type([0, 'x'], [1, 'y']);
    cells[1] = ['T-2', 'orang lain'];
    await history.undo();
    expect(second()).toEqual(['x', 'orang lain', 'c']);
    expect(said[0]).toContain('B2 sudah diubah pihak lain');
  });

  it('never puts a text into another row that moved to this place', async () => {
    await type([1, '']);
    cells.splice(0, 0, ['T-0', '']);
    await history.undo();
    expect(second()).toEqual(['', 'a', '', 'c']);
    expect(said).toHaveLength(1);
  });

  it('can be tried again after a refusal', async () => {
    await type([0, 'x']);
    refuses = true;
    await history.undo();
    refuses = false;
    await history.undo();
    expect(second()).toEqual(['a', 'b', 'c']);
  });
});
