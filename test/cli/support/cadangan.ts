/** An office as `pbi cadangkan` and `pbi pulihkan` meet it, and what is in an archive. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { ArsipBaca } from '../../../cli/cadangan/arsip-baca.ts';
import { type Kantor, kantorDari } from '../../../cli/cadangan/layanan.ts';
import { keBaris, type Sel } from '../../../cli/cadangan/sel.ts';
import { createKlien } from '../../../cli/google/klien.ts';
import { otorisasi } from '../../../cli/google/otorisasi.ts';
import { tempatDari } from '../../../cli/google/tempat.ts';
import { type RunningServer, startServer } from '../../../cli/workspace/server.ts';
import type { Office } from '../../support/office.ts';

export const folder = (): string => mkdtempSync(join(tmpdir(), 'pbi-cadangan-'));

export interface Terlayani {
  readonly server: RunningServer;
  readonly kantor: Kantor;
}

/** @param origin the server's own, or that of a bad line to it */
export async function kantorDi(office: Office, origin: string): Promise<Kantor> {
  const { email } = office.user('admin');
  const tempat = tempatDari({ target: 'local', url: origin });
  const { client } = await otorisasi({ sebagai: email }, tempat);
  const now = parseWaktu(office.workspace.clock.iso()) as Waktu;
  return kantorDari(createKlien(client, tempat), { register: office.files.spreadsheets.register, email, now });
}

export async function layani(office: Office): Promise<Terlayani> {
  const server = await startServer(office.workspace, { port: 0 });
  return { server, kantor: await kantorDi(office, server.origin) };
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
