/** A Workspace of Drive and Sheets with four synthetic people, for tests of the engine. */
import { pino } from 'pino';
import { createClock } from '#workspace/clock.ts';
import { createSheets } from '#workspace/engine/create-sheets.ts';
import { createFiles } from '#workspace/files/create-files.ts';
import { openStore } from '#workspace/store/store.ts';
import { createUsers, type User } from '#workspace/users.ts';
import type { Files, Kernel, Sheets } from '#workspace/workspace.ts';

export const OWNER: User = { email: 'admin@pbi.test', role: 'admin', name: 'Admin PBI' };
export const STAFF: User = { email: 'petugas@dinsos.test', role: 'dinsos', name: 'Petugas Dinsos' };
export const READER: User = { email: 'petugas@bpjs.test', role: 'bpjs', name: 'Petugas BPJS' };
export const STRANGER: User = { email: 'pic@rs.test', role: 'pic', name: 'PIC RS' };

export interface Office {
  kernel: Kernel;
  files: Files;
  sheets: Sheets;
  /** A spreadsheet with one `Sheet1` (id 0), written by OWNER and STAFF, read by READER. */
  id: string;
}

/** @param path the store's file; with `id` an office that exists already is opened again */
export function openOffice(path = ':memory:', id?: string): Office {
  const store = openStore(path);
  const users = createUsers([OWNER, STAFF, READER, STRANGER]);
  const clock = createClock(store.documents('clock'));
  const kernel: Kernel = { store, clock, users, log: pino({ level: 'silent' }), origin: () => 'http://127.0.0.1:8787' };
  const files = createFiles(kernel);
  const sheets = createSheets(kernel, files);
  return { kernel, files, sheets, id: id ?? newSpreadsheet(files) };
}

function newSpreadsheet(files: Files): string {
  const { id } = files.create(OWNER, { name: 'Register', mimeType: 'application/vnd.google-apps.spreadsheet' });
  const fileId = String(id);
  files.createPermission(OWNER, fileId, { type: 'user', role: 'writer', emailAddress: STAFF.email });
  files.createPermission(OWNER, fileId, { type: 'user', role: 'reader', emailAddress: READER.email });
  return fileId;
}

/** Writes values as they are and reads them back as somebody sees them. */
export const write = ({ sheets, id }: Office, range: string, values: unknown[][], valueInputOption = 'RAW') =>
  sheets.values.update(OWNER, id, range, { values }, { valueInputOption });

export const read = ({ sheets, id }: Office, range: string): unknown[][] =>
  sheets.values.get(OWNER, id, range).values ?? [];

/** What a refused call says; fails the test if it is not refused. */
export function refusal(call: () => unknown): { message: string; status: string; reason?: string } {
  try {
    call();
  } catch (error) {
    const { message, status, reason } = error as { message: string; status: string; reason?: string };
    return { message, status, ...(reason && { reason }) };
  }
  throw new Error('the call was not refused');
}
