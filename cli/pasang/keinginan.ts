/** Leaves wishes on the register's workbook for the script, and takes its answer from there. */
import { randomUUID } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import * as z from 'zod/mini';
import { HASIL_PASANG, type HasilPasang, KEINGINAN_PASANG, type Keinginan } from '#usecase/keinginan-pasang.ts';
import { EXIT, UserError } from '../errors.ts';
import { explained } from '../google/google-error.ts';
import { asking, persist } from '../google/persist.ts';
import type { Mesin } from './mesin.ts';

/** Google keeps no more than 30,000 characters of metadata on a spreadsheet; the answer needs room as well. */
const PALING_PANJANG = 20_000;

const HASIL = z.object({ id: z.string(), laporan: z.array(z.string()), galat: z.optional(z.string()) });

const hapus = (metadataKey: string): sheets_v4.Schema$Request => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey } } },
});

/** @returns the id that the answer will bear. @throws UserError for more people than fit */
export async function tulisKeinginan(mesin: Mesin, register: string, mau: Omit<Keinginan, 'id'>): Promise<string> {
  const id = randomUUID();
  const metadataValue = JSON.stringify({ id, ...mau } satisfies Keinginan);
  if (metadataValue.length > PALING_PANJANG) {
    const kalimat = 'Daftar --pengguna terlalu panjang untuk sekali pasang. Isikan admin dan dinsos saja; yang lain';
    throw new UserError(EXIT.badInput, `${kalimat} ditempel di tab Peran sesudah kantor terpasang.`);
  }
  const developerMetadata = {
    metadataKey: KEINGINAN_PASANG,
    metadataValue,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  await ubah(mesin, register, [
    hapus(KEINGINAN_PASANG),
    hapus(HASIL_PASANG),
    { createDeveloperMetadata: { developerMetadata } },
  ]);
  return id;
}

/** The answer that waits on the workbook: to these wishes, or, without an id, to any. */
export async function bacaHasil({ klien }: Mesin, register: string, id?: string): Promise<HasilPasang | undefined> {
  const sheets = await klien.sheets();
  const minta = { spreadsheetId: register, fields: 'developerMetadata(metadataKey,metadataValue)' };
  const { developerMetadata = [] } = await asking(
    (options) => sheets.spreadsheets.get(minta, options),
    () => true,
  );
  const teks = developerMetadata.find(({ metadataKey }) => metadataKey === HASIL_PASANG)?.metadataValue ?? '{}';
  const { data } = HASIL.safeParse(JSON.parse(teks));
  return data && (id === undefined || data.id === id) ? (data as HasilPasang) : undefined;
}

/** Leaves the workbook as it was before. */
export const hapusKeinginan = (mesin: Mesin, register: string): Promise<void> =>
  ubah(mesin, register, [hapus(KEINGINAN_PASANG), hapus(HASIL_PASANG)]);

async function ubah({ klien }: Mesin, spreadsheetId: string, requests: sheets_v4.Schema$Request[]): Promise<void> {
  const sheets = await klien.sheets();
  try {
    await persist((timeout) =>
      sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }, { timeout }),
    );
  } catch (error) {
    throw explained(error);
  }
}
