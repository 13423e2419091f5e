/** The services of an office that a backup needs, as its administrator. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { EXIT, UserError } from '../errors.ts';
import type { Klien } from '../google/klien.ts';
import { connect } from '../google/target.ts';
import type { TargetOptions } from '../google/target-options.ts';

export interface Kantor {
  readonly sheets: sheets_v4.Sheets;
  readonly forms: forms_v1.Forms;
  readonly drive: drive_v3.Drive;
  /** Id of its register; empty where none is known. */
  readonly register: string;
  readonly email: string;
  /** The office's clock. */
  readonly now: Waktu;
}

export const kantorDari = async (klien: Klien, lain: Pick<Kantor, 'register' | 'email' | 'now'>): Promise<Kantor> => ({
  sheets: await klien.sheets(),
  forms: await klien.forms(),
  drive: await klien.drive(),
  ...lain,
});

/**
 * An office that is there.
 * @throws UserError code 7 for anybody but an administrator: a backup holds everybody's data
 */
export async function sambung(opsi: TargetOptions): Promise<Kantor> {
  const { klien, email, role, spreadsheets, now } = await connect(opsi);
  if (role !== 'admin')
    throw new UserError(EXIT.auth, 'Cadangan memuat data semua orang di kantor ini, jadi hanya admin yang membuatnya.');
  return kantorDari(klien, { register: opsi.buku ?? spreadsheets['register'] ?? '', email, now });
}
