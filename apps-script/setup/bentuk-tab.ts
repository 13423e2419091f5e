/** A tab's shape as requests: header, notes, text format, widths, dropdowns. The same requests build and repair it. */
import type { Kolom } from '#domain/kolom/kolom.ts';
import type { Tab } from '#domain/kolom/tab.ts';
import { aturanPilihan, type Permintaan } from '../google/permintaan.ts';

const HIJAU_TUA = { red: 0.06, green: 0.34, blue: 0.16 };
const HIJAU_MUDA = { red: 0.88, green: 0.95, blue: 0.9 };
const ABU = { red: 0.93, green: 0.94, blue: 0.95 };

const TEKS = { type: 'TEXT', pattern: '@' };

/** Header cells at their schema positions, with the note that explains each column. */
export function tajukTab(sheetId: number, tab: Tab, hanya?: readonly string[]): Permintaan[] {
  const sel = (kolom: Kolom, i: number) => ({
    userEnteredValue: { stringValue: kolom.id },
    note: i === 0 ? `${tab.guna}\n\n${kolom.catatan}` : kolom.catatan,
    userEnteredFormat: {
      numberFormat: TEKS,
      textFormat: { bold: true, foregroundColor: HIJAU_TUA },
      backgroundColor: kolom.penulis === 'petugas' ? HIJAU_MUDA : ABU,
      verticalAlignment: 'MIDDLE',
    },
  });
  return tab.kolom.flatMap((kolom, i) =>
    hanya && !hanya.includes(kolom.id)
      ? []
      : [
          {
            updateCells: {
              start: { sheetId, rowIndex: 0, columnIndex: i },
              rows: [{ values: [sel(kolom, i)] }],
              fields:
                'userEnteredValue,note,userEnteredFormat(numberFormat,textFormat,backgroundColor,verticalAlignment)',
            },
          },
        ],
  );
}

/** Text below the header of some columns: a NIK that is typed before it would already be a number. */
export const formatTeks = (sheetId: number, startColumnIndex: number, endColumnIndex: number): Permintaan => ({
  repeatCell: {
    range: { sheetId, startRowIndex: 1, startColumnIndex, endColumnIndex },
    cell: { userEnteredFormat: { numberFormat: TEKS, wrapStrategy: 'CLIP', verticalAlignment: 'TOP' } },
    fields: 'userEnteredFormat(numberFormat,wrapStrategy,verticalAlignment)',
  },
});

/** The dropdown of a column. */
export const pilihanKolom = (sheetId: number, i: number, pilihan: readonly string[]): Permintaan => ({
  setDataValidation: {
    range: { sheetId, startRowIndex: 1, startColumnIndex: i, endColumnIndex: i + 1 },
    rule: aturanPilihan(pilihan),
  },
});

/** Formats, widths and dropdowns. */
export function bentukTab(sheetId: number, tab: Tab): Permintaan[] {
  return [
    formatTeks(sheetId, 0, Math.max(1, tab.kolom.length)),
    ...tab.kolom.map(
      ({ lebar, tersembunyi }, i): Permintaan => ({
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: i, endIndex: i + 1 },
          properties: { pixelSize: lebar, hiddenByUser: tersembunyi === true },
          fields: 'pixelSize,hiddenByUser',
        },
      }),
    ),
    ...tab.kolom.flatMap(({ pilihan }, i) => (pilihan ? [pilihanKolom(sheetId, i, pilihan)] : [])),
  ];
}

/** The colours of a status and of rows that need somebody. */
const WARNA: readonly [string, { red: number; green: number; blue: number }][] = [
  ['DIAJUKAN', { red: 1, green: 0.95, blue: 0.8 }],
  ['DIKEMBALIKAN', { red: 0.99, green: 0.9, blue: 0.8 }],
  ['DIVERIFIKASI', { red: 0.81, green: 0.89, blue: 0.95 }],
  ['DIKIRIM_BPJS', { red: 0.85, green: 0.82, blue: 0.91 }],
  ['BERHASIL', { red: 0.71, green: 0.88, blue: 0.8 }],
  ['TIDAK_BERHASIL', { red: 0.96, green: 0.8, blue: 0.8 }],
  ['DITANGGUHKAN', { red: 0.98, green: 0.86, blue: 0.91 }],
];

const MERAH = { red: 0.8, green: 0, blue: 0 };

const letak = (tab: Tab, id: string) => tab.kolom.findIndex((kolom) => kolom.id === id);

/** Colours for `Kasus`: its status, open errors, passed limits. */
export function warnaKasus(sheetId: number, tab: Tab): Permintaan[] {
  const kolom = (id: string) => ({
    sheetId,
    startRowIndex: 1,
    startColumnIndex: letak(tab, id),
    endColumnIndex: letak(tab, id) + 1,
  });
  const aturan = (id: string, type: string, teks: string, format: object): Permintaan => ({
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [kolom(id)],
        booleanRule: { condition: { type, values: [{ userEnteredValue: teks }] }, format },
      },
    },
  });
  return [
    ...WARNA.map(([status, backgroundColor]) => aturan('status', 'TEXT_EQ', status, { backgroundColor })),
    aturan('masalah', 'TEXT_STARTS_WITH', '!', { textFormat: { foregroundColor: MERAH } }),
    aturan('tanda', 'TEXT_CONTAINS', 'sla_lewat', { textFormat: { bold: true, foregroundColor: MERAH } }),
  ];
}

/** Views to work with instead of sorting the sheet for everybody. */
export function tampilanKasus(sheetId: number, tab: Tab): Permintaan[] {
  const tampilan = (title: string, id: string, type: string, nilai: string[]): Permintaan => ({
    addFilterView: {
      filter: {
        title,
        range: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: tab.kolom.length },
        criteria: {
          [letak(tab, id)]: { condition: { type, values: nilai.map((userEnteredValue) => ({ userEnteredValue })) } },
        },
      },
    },
  });
  return [
    tampilan('Baru diajukan', 'status', 'TEXT_EQ', ['DIAJUKAN']),
    tampilan('Siap diusulkan', 'status', 'TEXT_EQ', ['DIVERIFIKASI']),
    tampilan('Menunggu BPJS', 'status', 'TEXT_EQ', ['DIKIRIM_BPJS']),
    tampilan('Melewati batas waktu', 'tanda', 'TEXT_CONTAINS', ['sla_lewat']),
    tampilan('Masih ada galat', 'masalah', 'TEXT_STARTS_WITH', ['!']),
  ];
}
