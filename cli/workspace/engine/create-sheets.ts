/** Sheets v4 in process: the one engine behind the REST routes, the advanced service and SpreadsheetApp. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { entityNotFound } from '../errors.ts';
import type { User } from '../users.ts';
import type { Files, Kernel, Sheets } from '../workspace.ts';
import { type Books, createBooks, newId } from './books.ts';
import { clean } from './clean.ts';
import { copyBook } from './copy-book.ts';
import { createBook } from './create-book.ts';
import { requestsOf } from './create-requests.ts';
import { filteredRanges, matchesFilter } from './data-filters.ts';
import { invalid } from './draft.ts';
import { ALL, applyMask, parseMask, selects } from './field-mask.ts';
import { findText } from './find-text.ts';
import { showBook } from './grid-data.ts';
import { checkSpreadsheetMask } from './known-fields.ts';
import type { Book, SheetState } from './model.ts';
import { type Found, findRange } from './ranges.ts';
import { copyFrom } from './requests/copy-sheet.ts';
import { applyRequests } from './requests/index.ts';
import { checkNames } from './requests/read-message.ts';
import { userEdit } from './user-edit.ts';
import { createValues } from './values-api.ts';

const BATCH_FIELDS = ['requests', 'includeSpreadsheetInResponse', 'responseRanges', 'responseIncludeGridData'];

/** The MIME type of a spreadsheet in Drive. */
const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

/** Spreadsheets made through Drive and through here are the same; deleting the file deletes the spreadsheet. */
export function createSheets(kernel: Kernel, files: Files): Sheets {
  const books = createBooks(kernel, files);
  files.onCreate(SPREADSHEET_TYPE, (id, name) => {
    if (!books.peek(id)) books.add(createBook(id, { properties: { title: name } }, books.keys, newId));
  });

  files.onCopy(SPREADSHEET_TYPE, (fromId, copy) => books.add(copyBook(existing(books, fromId), copy, books.keys)));

  const show = (actor: User, book: Book, options: ShowOptions): sheets_v4.Schema$Spreadsheet => {
    const mask = options.fields ? parseMask(options.fields) : ALL;
    checkSpreadsheetMask(mask);
    const withData = options.fields ? selects(mask, 'sheets', 'data') : (options.includeGridData ?? false);
    const reader = { view: books.view(book), actor, owner: books.isOwner(actor, book.id), origin: kernel.origin() };
    const found = options.found ?? (options.ranges ?? []).map((range) => findRange(book, range));
    const shown = showBook(reader, book, { found, withData, mask });
    const properties = { ...shown.properties, title: books.title(actor, book.id) };
    return applyMask({ ...shown, properties }, mask);
  };

  return {
    get: (actor, id, params) => show(actor, books.read(actor, id), params),
    create: (actor, body) => {
      const wanted = clean(body);
      const title = wanted.properties?.title ?? 'Untitled spreadsheet';
      return kernel.store.transaction(() => {
        const id = files.register(actor, { name: title, mimeType: SPREADSHEET_TYPE });
        const book = createBook(id, wanted, books.keys, newId);
        books.add(book);
        const ids = book.sheets.map(({ meta }) => meta.properties.sheetId);
        const requests = requestsOf(wanted, ids);
        if (requests.length > 0) books.edit(actor, id, (edit) => applyRequests(edit, requests));
        return show(actor, books.read(actor, id), {});
      });
    },
    copy: (actor, id, title) => {
      const book = books.read(actor, id);
      return kernel.store.transaction(() => {
        const copyId = files.register(actor, { name: title, mimeType: SPREADSHEET_TYPE });
        books.add(copyBook(book, { id: copyId, title, owner: actor.email }, books.keys));
        return copyId;
      });
    },
    batchUpdate: (actor, id, body) => {
      checkNames(body, BATCH_FIELDS);
      const replies = books.edit(actor, id, (edit) => structuredClone(applyRequests(edit, body.requests ?? [])));
      return {
        spreadsheetId: id,
        replies,
        ...updatedBook(body, (options) => show(actor, books.read(actor, id), options)),
      };
    },
    getByDataFilter(actor, id, body, fields) {
      const book = books.read(actor, id);
      const found = clean(body.dataFilters ?? []).flatMap((filter) => filteredRanges(book, filter));
      return show(actor, book, { found, includeGridData: body.includeGridData ?? false, fields });
    },
    copySheetTo(actor, id, sheetId, body) {
      const source = books.read(actor, id).sheets.find(({ meta }) => meta.properties.sheetId === sheetId);
      if (!source) throw invalid(`No grid with id: ${sheetId}`);
      return books.edit(actor, body.destinationSpreadsheetId ?? '', (edit) => copyFrom(edit, source));
    },
    developerMetadata: {
      get(actor, id, metadataId) {
        const { developerMetadata } = books.read(actor, id).meta;
        const item = developerMetadata.find((candidate) => candidate.metadataId === metadataId);
        if (!item) throw entityNotFound();
        return structuredClone(item);
      },
      search(actor, id, body) {
        const book = books.read(actor, id);
        const filters = clean(body.dataFilters ?? []);
        const matched = book.meta.developerMetadata.flatMap((developerMetadata) => {
          const dataFilters = filters.filter((filter) => matchesFilter(book, filter, developerMetadata));
          return dataFilters.length > 0 ? [{ developerMetadata, dataFilters }] : [];
        });
        return matched.length > 0 ? { matchedDeveloperMetadata: structuredClone(matched) } : {};
      },
    },
    values: createValues(books),
    userEdit: (actor, id, edit) => userEdit(books, actor, id, edit),
    findText: (actor, id, query) => findText(books.view(books.read(actor, id)), query),
    revision: (id) => existing(books, id).revision,
    onChange: books.onChange,
  };
}

interface ShowOptions {
  ranges?: string[];
  /** Ranges that are found already; they take the place of `ranges`. */
  found?: Found<SheetState>[];
  includeGridData?: boolean;
  fields?: string | undefined;
}

function updatedBook(
  body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
  show: (options: ShowOptions) => sheets_v4.Schema$Spreadsheet,
): { updatedSpreadsheet?: sheets_v4.Schema$Spreadsheet } {
  if (!body.includeSpreadsheetInResponse) return {};
  const options = { ranges: body.responseRanges ?? [], includeGridData: body.responseIncludeGridData ?? false };
  return { updatedSpreadsheet: show(options) };
}

function existing(books: Books, id: string): Book {
  const book = books.peek(id);
  if (!book) throw entityNotFound();
  return book;
}
