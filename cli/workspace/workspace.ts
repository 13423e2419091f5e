/**
 * What an embedded Workspace is made of. Each subsystem has one interface here and one `create...` function in its
 * folder; `create-workspace.ts` puts them together. Nothing in this folder imports the bundle's sources: the
 * Workspace only executes the built folder.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { AnswerErrors, Answers, FormDefinition, StoredResponse } from './forms/model.ts';
import type { Tokens } from './oauth/tokens.ts';
import type { Faults, Scripts } from './script-types.ts';
import type { Store } from './store/store.ts';
import type { User, Users } from './users.ts';

export type * from './script-types.ts';

/** What every subsystem gets. */
export interface Kernel {
  readonly store: Store;
  readonly clock: Clock;
  readonly users: Users;
  readonly log: Logger;
  /** The origin that links begin with, `http://127.0.0.1:8787`; known once the server listens. */
  origin(): string;
}

/** Drive: files and who may open them. Methods that take an actor enforce that actor's permissions. */
export interface Files {
  get(actor: User, fileId: string): drive_v3.Schema$File;
  list(actor: User, params: Record<string, string | undefined>): drive_v3.Schema$FileList;
  create(actor: User, body: drive_v3.Schema$File): drive_v3.Schema$File;
  /** Copies the content too; the copy belongs to the actor and is shared with nobody. */
  copy(actor: User, fileId: string, body: drive_v3.Schema$File): drive_v3.Schema$File;
  /** @param moves ids of folders, with commas between them */
  update(
    actor: User,
    fileId: string,
    body: drive_v3.Schema$File,
    moves?: { addParents?: string | undefined; removeParents?: string | undefined },
  ): drive_v3.Schema$File;
  /** Deletes what the actor owns in the bin. */
  emptyTrash(actor: User): void;
  delete(actor: User, fileId: string): void;
  listPermissions(actor: User, fileId: string): drive_v3.Schema$Permission[];
  /** @param transfer whether ownership may be given away, as the call's `transferOwnership` says */
  createPermission(
    actor: User,
    fileId: string,
    body: drive_v3.Schema$Permission,
    transfer?: boolean,
  ): drive_v3.Schema$Permission;
  updatePermission(
    actor: User,
    fileId: string,
    permissionId: string,
    body: drive_v3.Schema$Permission,
    transfer?: boolean,
  ): drive_v3.Schema$Permission;
  deletePermission(actor: User, fileId: string, permissionId: string): void;
  /** The strongest role, or undefined if the user may not open the file or there is no such file. */
  role(user: User, fileId: string): 'owner' | 'writer' | 'commenter' | 'reader' | undefined;
  /** Makes a file for another subsystem (a form, a script) without the Drive API. Returns its id. */
  register(owner: User, file: { id?: string; name: string; mimeType: string }): string;
  /** Called after a file is gone, so that its subsystem drops the content. */
  onDelete(listener: (fileId: string) => void): void;
  /** Called inside the transaction when somebody creates a file of this type through Drive. */
  onCreate(mimeType: string, listener: (fileId: string, name: string) => void): void;
  /** Called inside the transaction when somebody copies a file of this type: the copy gets the original's content. */
  onCopy(
    mimeType: string,
    listener: (fromId: string, copy: { id: string; title: string; owner: string }) => void,
  ): void;
  /** Sets `modifiedTime` to now and, when somebody is named, `lastModifyingUser`. */
  touch(fileId: string, by?: User): void;
}

/** Somebody's typing in the grid, already applied: what Apps Script's edit event tells. */
export interface UserEdit {
  spreadsheetId: string;
  sheetId: number;
  sheetName: string;
  /** Counted from 1, as Range.getRow() does. */
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** Only for a single cell, as at Google; undefined when the cell is or was empty. */
  value?: string;
  oldValue?: string;
}

export interface ValueParams {
  majorDimension?: string | undefined;
  valueRenderOption?: string | undefined;
  dateTimeRenderOption?: string | undefined;
  valueInputOption?: string | undefined;
  insertDataOption?: string | undefined;
  includeValuesInResponse?: boolean | undefined;
  responseValueRenderOption?: string | undefined;
  responseDateTimeRenderOption?: string | undefined;
}

/** Sheets v4 in process: used by the REST route, by the advanced service and by SpreadsheetApp. @throws GoogleError */
export interface Sheets {
  get(
    actor: User,
    id: string,
    params: { ranges?: string[]; includeGridData?: boolean; fields?: string | undefined },
  ): sheets_v4.Schema$Spreadsheet;
  create(actor: User, body: sheets_v4.Schema$Spreadsheet): sheets_v4.Schema$Spreadsheet;
  /** "Make a copy": the person who makes it owns it and shares it with nobody. @returns its id */
  copy(actor: User, id: string, title: string): string;
  batchUpdate(
    actor: User,
    id: string,
    body: sheets_v4.Schema$BatchUpdateSpreadsheetRequest,
  ): sheets_v4.Schema$BatchUpdateSpreadsheetResponse;
  values: {
    get(actor: User, id: string, range: string, params?: ValueParams): sheets_v4.Schema$ValueRange;
    batchGet(actor: User, id: string, ranges: string[], params?: ValueParams): sheets_v4.Schema$BatchGetValuesResponse;
    update(
      actor: User,
      id: string,
      range: string,
      body: sheets_v4.Schema$ValueRange,
      params?: ValueParams,
    ): sheets_v4.Schema$UpdateValuesResponse;
    append(
      actor: User,
      id: string,
      range: string,
      body: sheets_v4.Schema$ValueRange,
      params?: ValueParams,
    ): sheets_v4.Schema$AppendValuesResponse;
    clear(actor: User, id: string, range: string): sheets_v4.Schema$ClearValuesResponse;
    batchUpdate(
      actor: User,
      id: string,
      body: sheets_v4.Schema$BatchUpdateValuesRequest,
    ): sheets_v4.Schema$BatchUpdateValuesResponse;
    batchClear(actor: User, id: string, ranges: string[]): sheets_v4.Schema$BatchClearValuesResponse;
    batchGetByDataFilter(
      actor: User,
      id: string,
      body: sheets_v4.Schema$BatchGetValuesByDataFilterRequest,
    ): sheets_v4.Schema$BatchGetValuesByDataFilterResponse;
    batchUpdateByDataFilter(
      actor: User,
      id: string,
      body: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest,
    ): sheets_v4.Schema$BatchUpdateValuesByDataFilterResponse;
    batchClearByDataFilter(
      actor: User,
      id: string,
      body: sheets_v4.Schema$BatchClearValuesByDataFilterRequest,
    ): sheets_v4.Schema$BatchClearValuesByDataFilterResponse;
  };
  getByDataFilter(
    actor: User,
    id: string,
    body: sheets_v4.Schema$GetSpreadsheetByDataFilterRequest,
    fields?: string,
  ): sheets_v4.Schema$Spreadsheet;
  /** Copies a sheet to the end of a spreadsheet, which may be another one. */
  copySheetTo(
    actor: User,
    id: string,
    sheetId: number,
    body: sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest,
  ): sheets_v4.Schema$SheetProperties;
  developerMetadata: {
    get(actor: User, id: string, metadataId: number): sheets_v4.Schema$DeveloperMetadata;
    search(
      actor: User,
      id: string,
      body: sheets_v4.Schema$SearchDeveloperMetadataRequest,
    ): sheets_v4.Schema$SearchDeveloperMetadataResponse;
  };
  /**
   * What a person types or pastes in the grid at `range` (A1 with sheet name): parsed as USER_ENTERED, refused by
   * data validation and by protection in Google's words. A protection that only warns refuses too, with status
   * FAILED_PRECONDITION and reason `warning`, unless `confirmed`.
   */
  userEdit(
    actor: User,
    id: string,
    edit: { range: string; values: (string | null)[][]; confirmed?: boolean },
  ): UserEdit;
  /** TextFinder: the cells whose displayed text matches, row by row. Rows and columns count from 1. */
  findText(
    actor: User,
    id: string,
    query: { sheetId: number; text: string; matchEntireCell?: boolean; matchCase?: boolean; regex?: boolean },
  ): { row: number; column: number; text: string }[];
  /** Goes up with every change of the spreadsheet; pages use it to see that they are behind. */
  revision(id: string): number;
  onChange(listener: (spreadsheetId: string) => void): void;
}

/** Forms: definitions as FormApp builds them and the responses people gave. */
export interface Forms {
  get(formId: string): FormDefinition | undefined;
  byPublishedId(publishedId: string): FormDefinition | undefined;
  put(definition: FormDefinition): void;
  create(owner: User, title: string): FormDefinition;
  /** Every problem at once, as Google's own server checks it. Empty when the answers are fine. */
  check(definition: FormDefinition, answers: Answers): AnswerErrors;
  /**
   * Stores a response durably and tells the submit triggers. With `editToken` it replaces that response's answers
   * and keeps its id. Answers on pages that the chosen path does not visit are dropped, as Google does.
   * What a script submits (`byScript`) fires no trigger. A form that collects addresses needs `respondentEmail`.
   */
  submit(
    definition: FormDefinition,
    answers: Answers,
    options: { respondentEmail?: string; editToken?: string; byScript?: boolean },
  ): { ok: true; response: StoredResponse } | { ok: false; errors: AnswerErrors };
  response(formId: string, responseId: string): StoredResponse | undefined;
  responseByEditToken(formId: string, token: string): StoredResponse | undefined;
  /** In the order of first submission; with `since` only those (re)submitted after that instant. */
  responses(formId: string, since?: string): StoredResponse[];
  /** Called inside the transaction that stores a new or edited response, so that a crash loses neither. */
  onSubmit(listener: (event: { formId: string; responseId: string }) => void): void;
}

export interface OutboxMail {
  to: string;
  subject: string;
  body: string;
  htmlBody?: string;
  sentAt: string;
}

export interface Mail {
  /** @throws when the day's quota of recipients is used up, with Google's sentence. */
  send(sender: User, mail: Omit<OutboxMail, 'sentAt'>): void;
  remainingDailyQuota(sender: User): number;
  outbox(): OutboxMail[];
}

export interface Workspace extends Kernel {
  readonly profile: 'bantul' | 'kota-bogor';
  /** Whether it began without an office; a reset then takes away whatever was installed since. */
  readonly startsEmpty: boolean;
  readonly files: Files;
  readonly sheets: Sheets;
  readonly forms: Forms;
  readonly mail: Mail;
  readonly scripts: Scripts;
  readonly faults: Faults;
  /** What people have allowed programs. */
  readonly tokens: Tokens;
}
