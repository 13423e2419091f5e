/** Runs all experiments in a scratch workbook that is made for them and taken away again, whatever happens. */
import { isDeepStrictEqual } from 'node:util';
import { explained, statusOf } from '../../google/google-error.ts';
import type { Klien } from '../../google/klien.ts';
import { asking } from '../../google/persist.ts';
import { createAlat, JUDUL_LEMBAR, LEMBAR, NAMA_BERKAS, penolakan } from './alat.ts';
import { BERKAS_FORMULIR } from './berkas-formulir.ts';
import { NILAI } from './nilai.ts';
import { PENOLAKAN } from './penolakan.ts';
import type { Percobaan } from './percobaan.ts';
import { SUSUNAN } from './susunan.ts';

export const PERCOBAAN: readonly Percobaan[] = [...NILAI, ...SUSUNAN, ...PENOLAKAN, ...BERKAS_FORMULIR];

export interface HasilPercobaan {
  readonly kode: string;
  readonly judul: string;
  readonly sebab: string;
  /** `gagal`: it could not be carried out, and `nyata` says why. */
  readonly hasil: 'sama' | 'beda' | 'gagal';
  readonly harapan: unknown;
  readonly nyata: unknown;
}

/** @throws UserError where not even the scratch workbook can be made */
export async function jalankanPercobaan(
  klien: Klien,
  email: string,
  kemajuan: (selesai: number, semua: number) => void = () => undefined,
): Promise<HasilPercobaan[]> {
  const sheets = await klien.sheets();
  const requestBody = {
    properties: { title: NAMA_BERKAS, locale: 'id_ID', timeZone: 'Asia/Jakarta' },
    sheets: [{ properties: { sheetId: LEMBAR, title: JUDUL_LEMBAR } }],
  };
  const { spreadsheetId: id } = await asking(
    (opsi) => sheets.spreadsheets.create({ requestBody }, opsi),
    (data) => typeof data.spreadsheetId === 'string',
  );
  const alat = createAlat(klien, sheets, id ?? '', email);
  const percobaan: HasilPercobaan[] = [];
  try {
    for (const satu of PERCOBAAN) {
      percobaan.push(await jalankanSatu(satu, alat));
      kemajuan(percobaan.length, PERCOBAAN.length);
    }
    return percobaan;
  } finally {
    const drive = await klien.drive();
    await alat.minta((opsi) => drive.files.delete({ fileId: alat.id }, opsi));
  }
}

async function jalankanSatu(
  { kode, judul, sebab, jalankan, harapan }: Percobaan,
  alat: Parameters<Percobaan['jalankan']>[0],
): Promise<HasilPercobaan> {
  const tentang = { kode, judul, sebab, harapan };
  try {
    await alat.bersihkan();
    const nyata = tanpaNama(await jalankan(alat), alat);
    return { ...tentang, hasil: isDeepStrictEqual(nyata, tanpaNama(harapan, alat)) ? 'sama' : 'beda', nyata };
  } catch (error) {
    // Refusals and broken lines only: a mistake in here must be seen as one.
    if (statusOf(error) === undefined && explained(error) === error) throw error;
    return { ...tentang, hasil: 'gagal', nyata: tanpaNama(kata(error), alat) };
  }
}

function kata(error: unknown): unknown {
  try {
    return penolakan(error);
  } catch {
    return (explained(error) as Error).message;
  }
}

/** As JSON, with neither the id of the workbook nor any address in it. */
const tanpaNama = (isi: unknown, { id }: { readonly id: string }): unknown =>
  JSON.parse(
    JSON.stringify(isi ?? null)
      .replaceAll(id, '(id)')
      .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(surel)'),
  );
