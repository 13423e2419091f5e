/** What experiments work with: a scratch workbook of their own, and answers in a form that can be compared. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isPassing } from '../../google/google-error.ts';
import type { Klien } from '../../google/klien.ts';
import { persist } from '../../google/persist.ts';

export type Sheets = sheets_v4.Sheets;
export type Permintaan = sheets_v4.Schema$Request;

/** Files that experiments make bear this name, so that one that is left over can be told. */
export const NAMA_BERKAS = 'Uji langsung pbi (boleh dihapus)';

/** The sheet that all experiments share; each has rows and columns of its own or clears it first. */
export const LEMBAR = 7;
export const JUDUL_LEMBAR = 'Percobaan';

export interface Alat {
  readonly klien: Klien;
  readonly sheets: Sheets;
  /** Of the scratch workbook. */
  readonly id: string;
  /** The address of whoever runs this, for files that are locked to them; never in an answer. */
  readonly email: string;
  /** Sends a request, again while Google is busy. */
  readonly minta: <T>(kirim: (opsi: { timeout: number }) => Promise<{ readonly data: T }>) => Promise<T>;
  /** The refusal of a request; a sentence when it was not refused. */
  readonly tolak: (kirim: (opsi: { timeout: number }) => Promise<{ readonly data: unknown }>) => Promise<Penolakan>;
  readonly ubah: (...requests: Permintaan[]) => Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>;
  /** Empties the sheet: values, formats, choices. */
  readonly bersihkan: () => Promise<void>;
}

export interface Penolakan {
  readonly kode: number;
  readonly status: string;
  readonly pesan: string;
}

const TIDAK_DITOLAK: Penolakan = { kode: 200, status: 'OK', pesan: 'Permintaan ini tidak ditolak.' };

export function createAlat(klien: Klien, sheets: Sheets, id: string, email: string): Alat {
  const minta: Alat['minta'] = async (kirim) => (await persist((timeout) => kirim({ timeout }))).data;
  const ubah: Alat['ubah'] = (...requests) =>
    minta((opsi) => sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } }, opsi));
  return {
    klien,
    sheets,
    id,
    email,
    minta,
    ubah,
    async tolak(kirim) {
      try {
        await minta(kirim);
        return TIDAK_DITOLAK;
      } catch (error) {
        if (isPassing(error)) throw error;
        return penolakan(error);
      }
    },
    async bersihkan() {
      const range = { sheetId: LEMBAR };
      await ubah({ updateCells: { range, fields: '*' } });
    },
  };
}

/** What Google says in a refusal. @throws what is none */
export function penolakan(error: unknown): Penolakan {
  const isi = (error as { response?: { data?: { error?: { code?: number; status?: string; message?: string } } } })
    .response?.data?.error;
  if (!isi) throw error;
  return { kode: isi.code ?? 0, status: isi.status ?? '', pesan: isi.message ?? '' };
}

type Sel = string | number | boolean;

/** Types values into the sheet and reads them back as they are kept. */
export async function ketik(
  { sheets, id, minta }: Alat,
  valueInputOption: 'RAW' | 'USER_ENTERED',
  baris: readonly (readonly Sel[])[],
  valueRenderOption: 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE' | 'FORMULA' = 'UNFORMATTED_VALUE',
): Promise<unknown[][]> {
  const range = `${JUDUL_LEMBAR}!A1`;
  const requestBody = { values: baris.map((satu) => [...satu]) };
  await minta((opsi) =>
    sheets.spreadsheets.values.update({ spreadsheetId: id, range, valueInputOption, requestBody }, opsi),
  );
  return bacaSel({ sheets, id, minta }, `A1:Z${baris.length}`, valueRenderOption);
}

export async function bacaSel(
  { sheets, id, minta }: Pick<Alat, 'sheets' | 'id' | 'minta'>,
  rentang: string,
  valueRenderOption: 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE' | 'FORMULA' = 'UNFORMATTED_VALUE',
): Promise<unknown[][]> {
  const range = `${JUDUL_LEMBAR}!${rentang}`;
  const { values } = await minta((opsi) =>
    sheets.spreadsheets.values.get({ spreadsheetId: id, range, valueRenderOption }, opsi),
  );
  return (values ?? []) as unknown[][];
}
