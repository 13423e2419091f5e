/** Undo and redo of this page's own edits. A step is taken back only while its cells still hold what it left there. */
import { type Area, areaName } from './a1.ts';

/** What a rectangle holds, as an editor would show it, and what identifies its rows. */
export interface Held {
  texts: string[][];
  /** First column of each row: after an insertion or a sort, other rows stand there. */
  keys: string[];
}

interface Change {
  area: Area;
  before: Held;
  after: Held;
}

/** Everything that one gesture changed. */
export interface Step {
  sheetId: number;
  changes: Change[];
}

export interface HistoryOptions {
  read(sheetId: number, area: Area): Promise<Held>;
  /** Types the texts; false if that was refused, which has been shown then. */
  write(sheetId: number, changes: { area: Area; texts: string[][] }[]): Promise<boolean>;
  /** Says why nothing was done. */
  say(message: string): void;
}

export interface History {
  /** Remembers an edit; what was undone before can then no longer be redone. */
  record(step: Step): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** Steps that are remembered. */
const MAX_STEPS = 100;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const WORDS = {
  undo: { nothing: 'Tidak ada perubahan Anda di halaman ini yang bisa diurungkan.', verb: 'diurungkan' },
  redo: { nothing: 'Tidak ada perubahan yang bisa diulangi.', verb: 'diulangi' },
} as const;

export function createHistory({ read, write, say }: HistoryOptions): History {
  const past: Step[] = [];
  const future: Step[] = [];

  /** The first rectangle that no longer holds what this page left there. */
  const changedSince = async ({ sheetId, changes }: Step): Promise<Area | undefined> => {
    for (const { area, after } of changes) if (!same(await read(sheetId, area), after)) return area;
    return undefined;
  };

  const back = async (from: Step[], to: Step[], words: (typeof WORDS)[keyof typeof WORDS]): Promise<void> => {
    const step = from.pop();
    if (!step) return say(words.nothing);
    const changed = await changedSince(step);
    if (changed) {
      return say(`Tidak bisa ${words.verb}: isi ${areaName(changed)} sudah diubah pihak lain sejak Anda mengubahnya.`);
    }
    const texts = step.changes.map(({ area, before }) => ({ area, texts: before.texts }));
    if (!(await write(step.sheetId, texts))) {
      from.push(step);
      return;
    }
    const changes: Change[] = [];
    for (const { area, after } of step.changes) {
      changes.push({ area, before: after, after: await read(step.sheetId, area) });
    }
    to.push({ ...step, changes });
  };

  return {
    record(step) {
      const changes = step.changes.filter(({ before, after }) => !same(before, after));
      if (changes.length === 0) return;
      future.length = 0;
      past.push({ ...step, changes });
      if (past.length > MAX_STEPS) past.shift();
    },
    undo: () => back(past, future, WORDS.undo),
    redo: () => back(future, past, WORDS.redo),
  };
}
