/** The spreadsheets in memory: loaded when first asked for, changed and saved in one step. */
import { randomInt } from 'node:crypto';
import { entityNotFound, permissionDenied } from '../errors.ts';
import type { User } from '../users.ts';
import type { Files, Kernel } from '../workspace.ts';
import { Draft } from './draft.ts';
import type { Edit } from './grid/protection.ts';
import type { Book } from './model.ts';
import { openStorage } from './storage.ts';
import type { View } from './values/scalar.ts';
import { createView } from './values/view.ts';

export interface Books {
  /** @throws GoogleError 404 if there is no such spreadsheet, 403 if the person may not open it. */
  read(actor: User, id: string): Book;
  view(book: Book): View;
  isOwner(actor: User, id: string): boolean;
  /** The name of the file: Drive has the last word on it. */
  title(actor: User, id: string): string;
  /** Runs `work` on a draft; what it changed is on disk when this returns, or nothing is if it throws. */
  edit<T>(actor: User, id: string, work: (edit: Edit) => T): T;
  /** Puts a new spreadsheet in place; call inside a transaction. */
  add(book: Book): void;
  keys: ReturnType<typeof openStorage>['keys'];
  peek(id: string): Book | undefined;
  onChange(listener: (id: string) => void): void;
}

export const newId = (): number => randomInt(1, 2 ** 31 - 1);

export function createBooks(kernel: Kernel, files: Files): Books {
  const { store, clock } = kernel;
  const storage = openStorage(store);
  const loaded = new Map<string, Book>();
  const listeners: ((id: string) => void)[] = [];

  const peek = (id: string): Book | undefined => {
    const book = loaded.get(id) ?? storage.load(id);
    if (book) loaded.set(id, book);
    return book;
  };
  const put = (before: Book | undefined, after: Book): void => {
    storage.save(before, after);
    store.onRollback(() => (before ? loaded.set(after.id, before) : loaded.delete(after.id)));
    loaded.set(after.id, after);
  };
  const read = (actor: User, id: string): Book => {
    const book = peek(id);
    if (!book) throw entityNotFound();
    if (!files.role(actor, id)) throw permissionDenied();
    return book;
  };

  files.onDelete((id) => {
    const book = peek(id);
    if (!book) return;
    storage.remove(book);
    store.onRollback(() => loaded.set(id, book));
    loaded.delete(id);
  });

  return {
    read,
    peek,
    keys: storage.keys,
    isOwner: (actor, id) => files.role(actor, id) === 'owner',
    view: (book) => createView(book, clock.now()),
    title: (actor, id) => files.get(actor, id).name ?? '',
    edit(actor, id, work) {
      const book = read(actor, id);
      const role = files.role(actor, id);
      if (role !== 'owner' && role !== 'writer') throw permissionDenied();
      const draft = new Draft(book, storage.keys);
      const result = work({ draft, actor, owner: role === 'owner', now: clock.now(), newId });
      const after = draft.finish();
      if (after !== book) {
        store.transaction(() => {
          put(book, after);
          const { title } = after.meta.properties;
          if (title !== book.meta.properties.title) files.update(actor, id, { name: title });
          else files.touch(id, actor);
        });
        for (const listener of listeners) listener(id);
      }
      return result;
    },
    add: (book) => store.transaction(() => put(undefined, book)),
    onChange: (listener) => void listeners.push(listener),
  };
}
