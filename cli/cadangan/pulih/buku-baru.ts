/** A workbook that is to become a restored register: its tabs as they were, under a name that nobody takes for an office. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { BrokenAnswer, explained } from '../../google/google-error.ts';
import { asking, persist } from '../../google/persist.ts';
import type { Bentuk } from '../bentuk.ts';
import type { Kantor } from '../layanan.ts';

/** @param sidik of the backup: a restore finds what an earlier one of the same backup left behind */
export const judulSementara = (judul: string, sidik: string): string =>
  `${judul} - pemulihan belum selesai ${sidik.slice(0, 12)}`;

interface BukuDitemukan {
  readonly id: string;
  /** What programs have noted of it. */
  readonly tanda: Readonly<Record<string, string>>;
}

/** Workbooks of this name that are not in the bin. */
export async function bukuBernama({ drive }: Pick<Kantor, 'drive'>, judul: string): Promise<BukuDitemukan[]> {
  const q = `name = '${judul.replace(/[\\']/g, '\\$&')}' and trashed = false`;
  const { files = [] } = await asking(
    (options) => drive.files.list({ q, fields: 'files(id,appProperties)', pageSize: 100 }, options),
    (data) => data.files !== undefined,
  );
  return files.flatMap(({ id, appProperties }) => (id ? [{ id, tanda: appProperties ?? {} }] : []));
}

/** @param baris how many rows each tab must have room for, by sheet id */
export async function buatBuku(
  kantor: Kantor,
  judul: string,
  { properties, sheets = [] }: Bentuk,
  baris: ReadonlyMap<number, number>,
): Promise<string> {
  const { locale = 'id_ID', timeZone = 'Asia/Jakarta' } = properties ?? {};
  const requestBody: sheets_v4.Schema$Spreadsheet = {
    properties: { title: judul, locale, timeZone },
    sheets: sheets.map(({ properties: sifat = {} }) => ({ properties: sifatLembar(sifat, baris) })),
  };
  try {
    return await persist(async (timeout, attempt) => {
      // The try before may have arrived although nobody heard of it.
      const [ada] = attempt > 1 ? await bukuBernama(kantor, judul) : [];
      if (ada !== undefined) return ada.id;
      const { data } = await kantor.sheets.spreadsheets.create({ requestBody, fields: 'spreadsheetId' }, { timeout });
      if (!data?.spreadsheetId) throw new BrokenAnswer();
      return data.spreadsheetId;
    });
  } catch (error) {
    throw explained(error);
  }
}

function sifatLembar(
  { sheetId, title, index, hidden, tabColorStyle, gridProperties = {} }: sheets_v4.Schema$SheetProperties,
  baris: ReadonlyMap<number, number>,
): sheets_v4.Schema$SheetProperties {
  const { rowCount, columnCount, frozenRowCount, frozenColumnCount, hideGridlines } = gridProperties;
  const perlu = Math.max(rowCount ?? 1, baris.get(sheetId ?? 0) ?? 0);
  return {
    sheetId: sheetId ?? 0,
    title: title ?? '',
    index: index ?? 0,
    ...(hidden ? { hidden } : {}),
    ...(tabColorStyle ? { tabColorStyle } : {}),
    gridProperties: {
      rowCount: perlu,
      columnCount: columnCount ?? 1,
      ...(frozenRowCount ? { frozenRowCount } : {}),
      ...(frozenColumnCount ? { frozenColumnCount } : {}),
      ...(hideGridlines ? { hideGridlines } : {}),
    },
  };
}

/** How header and columns look. Applied twice it changes nothing. */
export function permintaanBentuk({ sheets = [] }: Bentuk): sheets_v4.Schema$Request[] {
  return sheets.flatMap(({ properties, data }) => {
    const sheetId = properties?.sheetId ?? 0;
    const [kepala = {}, contoh = {}] = data?.[0]?.rowData ?? [];
    return [
      ...ukuranKolom(sheetId, data?.[0]?.columnMetadata ?? []),
      ...formatKolom(sheetId, contoh.values ?? []),
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: 0 },
          rows: [
            {
              values: (kepala.values ?? []).map(({ note, userEnteredFormat }) => ({
                ...(note ? { note } : {}),
                ...(userEnteredFormat ? { userEnteredFormat } : {}),
              })),
            },
          ],
          fields: 'note,userEnteredFormat',
        },
      },
    ];
  });
}

function ukuranKolom(
  sheetId: number,
  kolom: readonly sheets_v4.Schema$DimensionProperties[],
): sheets_v4.Schema$Request[] {
  return runtun(
    kolom.map((satu) => ({ pixelSize: satu.pixelSize ?? 100, hiddenByUser: satu.hiddenByUser ?? false })),
  ).map(({ dari, sampai, isi }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: dari, endIndex: sampai },
      properties: isi,
      fields: 'pixelSize,hiddenByUser',
    },
  }));
}

/** The first row below the header stands for its columns. */
function formatKolom(sheetId: number, contoh: readonly sheets_v4.Schema$CellData[]): sheets_v4.Schema$Request[] {
  const rentang = (dari: number, sampai: number) => ({
    sheetId,
    startRowIndex: 1,
    startColumnIndex: dari,
    endColumnIndex: sampai,
  });
  const format = runtun(contoh.map(({ userEnteredFormat }) => userEnteredFormat ?? {})).map(
    ({ dari, sampai, isi }) => ({
      repeatCell: { range: rentang(dari, sampai), cell: { userEnteredFormat: isi }, fields: 'userEnteredFormat' },
    }),
  );
  const pilihan = contoh.flatMap(({ dataValidation }, i) =>
    dataValidation ? [{ setDataValidation: { range: rentang(i, i + 1), rule: dataValidation } }] : [],
  );
  return [...format, ...pilihan];
}

/** Neighbours that are equal, as one. */
function runtun<T>(semua: readonly T[]): { dari: number; sampai: number; isi: T }[] {
  const hasil: { dari: number; sampai: number; isi: T; teks: string }[] = [];
  semua.forEach((isi, i) => {
    const teks = JSON.stringify(isi);
    const akhir = hasil.at(-1);
    if (akhir?.teks === teks) akhir.sampai = i + 1;
    else hasil.push({ dari: i, sampai: i + 1, isi, teks });
  });
  return hasil;
}

/** Colours and filter views: adding them twice would double them. */
export const permintaanHiasan = ({ sheets = [] }: Bentuk): sheets_v4.Schema$Request[] =>
  sheets.flatMap(({ conditionalFormats = [], filterViews = [] }) => [
    ...conditionalFormats.map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...filterViews.map(({ filterViewId: _, ...filter }) => ({ addFilterView: { filter } })),
  ]);
