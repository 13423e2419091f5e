/** The services of an office that a backup needs beside its spreadsheets: forms and files, as the one user who signed in. */
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { forms } from 'googleapis/build/src/apis/forms/index.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { EXIT, UserError } from '../errors.ts';
import { connect } from '../google/target.ts';
import type { TargetOptions } from '../google/target-options.ts';

/** An office as its administrator reaches it. */
export interface Kantor {
  readonly sheets: sheets_v4.Sheets;
  readonly forms: forms_v1.Forms;
  readonly drive: drive_v3.Drive;
  /** Id of its register. */
  readonly register: string;
  readonly email: string;
  /** The office's clock. */
  readonly now: Waktu;
}

/** How the clients reach the services; the Workspace takes the address of a user for a token. */
interface Sambungan {
  readonly rootUrl: string;
  readonly headers: { readonly authorization: string };
  /** `persist` repeats requests. */
  readonly retry: false;
}

const lokal = (origin: string, email: string): Sambungan => ({
  rootUrl: `${origin}/`,
  headers: { authorization: `Bearer ${email}` },
  retry: false,
});

export const createForms = (origin: string, email: string): forms_v1.Forms =>
  forms({ version: 'v1', ...lokal(origin, email) });

export const createDrive = (origin: string, email: string): drive_v3.Drive =>
  drive({ version: 'v3', ...lokal(origin, email) });

/**
 * An office, for its administrator.
 * @throws UserError code 7 for anybody else: a backup holds everybody's data
 */
export async function sambung(opsi: TargetOptions): Promise<Kantor> {
  const { sheets, email, role, spreadsheets, now } = await connect(opsi);
  if (role !== 'admin')
    throw new UserError(EXIT.auth, 'Cadangan memuat data semua orang di kantor ini, jadi hanya admin yang membuatnya.');
  const { origin } = new URL(opsi.url);
  const register = opsi.buku ?? spreadsheets['register'] ?? '';
  return { sheets, forms: createForms(origin, email), drive: createDrive(origin, email), register, email, now };
}
