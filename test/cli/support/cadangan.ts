/** An office as `pbi cadangkan` and `pbi pulihkan` meet it, and what is in an archive. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { ArsipBaca } from '../../../cli/cadangan/arsip-baca.ts';
import { createDrive, createForms, type Kantor } from '../../../cli/cadangan/layanan.ts';
import { keBaris, type Sel } from '../../../cli/cadangan/sel.ts';
import { createSheets } from '../../../cli/google/sheets.ts';
import { type RunningServer, startServer } from '../../../cli/workspace/server.ts';
import type { Office } from '../../support/office.ts';

export const folder = (): string => mkdtempSync(join(tmpdir(), 'pbi-cadangan-'));

export interface Terlayani {
  readonly server: RunningServer;
  readonly kantor: Kantor;
}

/** @param lewat another address than the server's own, e.g. a bad line to it */
export function kantorDi(office: Office, origin: string): Kantor {
  const { email } = office.user('admin');
  return {
    sheets: createSheets(origin, email),
    forms: createForms(origin, email),
    drive: createDrive(origin, email),
    register: office.files.spreadsheets.register,
    email,
    now: parseWaktu(office.workspace.clock.iso()) as Waktu,
  };
}

export async function layani(office: Office): Promise<Terlayani> {
  const server = await startServer(office.workspace, { port: 0 });
  return { server, kantor: kantorDi(office, server.origin) };
}

/** Rows of a tab as the archive holds them. */
export async function isiTab(path: string, judul: string, sandi?: string): Promise<Sel[][]> {
  const arsip = await ArsipBaca.buka(path, sandi);
  try {
    const tab = arsip.manifes.register.tab.find((satu) => satu.judul === judul);
    const baris: Sel[][] = [];
    for await (const satu of arsip.baris(tab?.anggota ?? '')) baris.push(keBaris(satu));
    return baris;
  } finally {
    await arsip.tutup();
  }
}

/** The same office, with something that happens before each reading of a spreadsheet. @param sela gets its number and the id */
export function sebelumBaca(kantor: Kantor, sela: (ke: number, id: string) => Promise<void>): Kantor {
  const { spreadsheets } = kantor.sheets;
  let ke = 0;
  const get = async (wanted: { spreadsheetId: string }, options: object): Promise<unknown> => {
    ke += 1;
    await sela(ke, wanted.spreadsheetId);
    return spreadsheets.get(wanted, options);
  };
  const tersela = Object.create(spreadsheets, { get: { value: get } }) as typeof spreadsheets;
  const sheets = Object.create(kantor.sheets, { spreadsheets: { value: tersela } }) as typeof kantor.sheets;
  return { ...kantor, sheets };
}
