/** Reads the tabs of a spreadsheet with typed cells, piece by piece: no more of it is in memory than one request brings. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { hurufKolom } from '#domain/format/sel.ts';
import { asking } from '../google/persist.ts';
import { quoted } from '../google/tab.ts';
import { dariGoogle, type Sel, tanpaEkor } from './sel.ts';

export interface Lembar {
  readonly idLembar: number;
  readonly judul: string;
  readonly baris: number;
  readonly kolom: number;
}

export interface Buku {
  readonly id: string;
  readonly judul: string;
  readonly lembar: readonly Lembar[];
}

/** Rows of one tab as they stand below each other; the first has the number `dari`, from 0. */
export interface Potongan {
  readonly lembar: Lembar;
  readonly dari: number;
  readonly isi: readonly (readonly Sel[])[];
}

/** What one request asks for, counted in cells of the grid, empty ones too. */
export interface Takaran {
  /** A spreadsheet of so many cells is read in one request: all of it at one moment. */
  readonly sekaligus: number;
  /** Cells of a request where there are more. */
  readonly sekali: number;
}

export const TAKARAN: Takaran = { sekaligus: 600_000, sekali: 150_000 };

export async function bacaBuku(sheets: sheets_v4.Sheets, spreadsheetId: string): Promise<Buku> {
  const fields = 'properties(title),sheets(properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)))';
  const buku = await asking(
    (options) => sheets.spreadsheets.get({ spreadsheetId, fields }, options),
    (data) => data.sheets !== undefined,
  );
  const kisi = (buku.sheets ?? []).filter(({ properties }) => (properties?.sheetType ?? 'GRID') === 'GRID');
  return {
    id: spreadsheetId,
    judul: buku.properties?.title ?? '',
    lembar: kisi.map(({ properties }) => ({
      idLembar: properties?.sheetId ?? 0,
      judul: properties?.title ?? '',
      baris: properties?.gridProperties?.rowCount ?? 0,
      kolom: properties?.gridProperties?.columnCount ?? 0,
    })),
  };
}

interface Bagian {
  readonly lembar: Lembar;
  readonly dari: number;
  readonly sampai: number;
}

/** What to ask for, request by request; the parts of a tab follow each other. */
export function rencanaBaca({ lembar }: Pick<Buku, 'lembar'>, takaran: Takaran): Bagian[][] {
  const utuh = lembar.filter(({ baris, kolom }) => baris * kolom > 0);
  const semua = utuh.reduce((jumlah, { baris, kolom }) => jumlah + baris * kolom, 0);
  if (semua <= takaran.sekaligus) return [utuh.map((satu) => ({ lembar: satu, dari: 0, sampai: satu.baris }))];
  const rencana: Bagian[][] = [];
  let ruang = 0;
  for (const satu of utuh) {
    for (let dari = 0; dari < satu.baris; ) {
      if (ruang < satu.kolom) {
        rencana.push([]);
        ruang = Math.max(takaran.sekali, satu.kolom);
      }
      const sampai = Math.min(satu.baris, dari + Math.floor(ruang / satu.kolom));
      rencana.at(-1)?.push({ lembar: satu, dari, sampai });
      ruang -= (sampai - dari) * satu.kolom;
      dari = sampai;
    }
  }
  return rencana;
}

/** Titles of tabs that no single request brings whole. */
export function terbagi(rencana: readonly (readonly Bagian[])[]): Set<string> {
  const permintaan = new Map<string, number>();
  for (const bagian of rencana)
    for (const judul of new Set(bagian.map(({ lembar }) => lembar.judul)))
      permintaan.set(judul, (permintaan.get(judul) ?? 0) + 1);
  return new Set([...permintaan].filter(([, banyak]) => banyak > 1).map(([judul]) => judul));
}

const FIELDS = 'sheets(properties(sheetId),data(startRow,rowData(values(userEnteredValue))))';

/** All rows, in the order of the tabs. */
export async function* bacaPotongan(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  rencana: readonly (readonly Bagian[])[],
): AsyncGenerator<Potongan> {
  for (const bagian of rencana) {
    if (bagian.length === 0) continue;
    const ranges = bagian.map(
      ({ lembar, dari, sampai }) => `${quoted(lembar.judul)}!A${dari + 1}:${hurufKolom(lembar.kolom - 1)}${sampai}`,
    );
    const banyak = new Set(bagian.map(({ lembar }) => lembar.idLembar)).size;
    const jawaban = await asking(
      (options) => sheets.spreadsheets.get({ spreadsheetId, ranges, fields: FIELDS }, options),
      (data) => data.sheets?.length === banyak,
      { 400: 'Susunan tab berubah selama dibaca. Jalankan lagi perintah yang sama.' },
    );
    yield* bagian.map((satu) => potongan(satu, jawaban));
  }
}

function potongan({ lembar, dari }: Bagian, { sheets = [] }: sheets_v4.Schema$Spreadsheet): Potongan {
  const milik = sheets.find(({ properties }) => (properties?.sheetId ?? 0) === lembar.idLembar);
  const blok = milik?.data?.find(({ startRow }) => (startRow ?? 0) === dari);
  const isi = (blok?.rowData ?? []).map(({ values }) => tanpaEkor((values ?? []).map(dariGoogle)));
  while (isi.length > 0 && isi.at(-1)?.length === 0) isi.pop();
  return { lembar, dari, isi };
}
