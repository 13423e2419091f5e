/** A read-only tab of another office's spreadsheet, written as a whole: nobody edits it, so nothing has to be compared. */
import type { TabBerbagi } from '#domain/kolom/berbagi.ts';
import { ANTREAN } from '#domain/kolom/tab.ts';
import type { BarisBerbagi } from '#usecase/proyeksi.ts';
import { rentangKolom } from './a1.ts';
import { spreadsheets } from './layanan.ts';
import { selBaru } from './permintaan.ts';

const SEL_TEKS = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };

/** Rows that the tab keeps free below its content. */
const SISA_BARIS = 200;

/**
 * Replaces all rows below the header in one call. Our own change hides from Drive that somebody else made one just before,
 * so the same call tells whether commands wait in the file.
 */
export function tulisUtuh(
  idBuku: string,
  { idLembar: sheetId, tab }: TabBerbagi,
  baris: readonly BarisBerbagi[],
): { perintahMenunggu: boolean } {
  const tajuk = new Map(tab.kolom.map(({ id }, i) => [id, i] as const));
  const range = { sheetId, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: tab.kolom.length };
  const gridProperties = { rowCount: baris.length + SISA_BARIS };
  const jawab = spreadsheets().batchUpdate(
    {
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: [
        rentangKolom(
          ANTREAN.nama,
          ANTREAN.kolom.findIndex(({ id }) => id === 'keadaan'),
        ),
      ],
      requests: [
        { updateSheetProperties: { properties: { sheetId, gridProperties }, fields: 'gridProperties.rowCount' } },
        {
          updateCells: {
            range,
            rows: baris.map((satu) => ({ values: selBaru(tab, satu, tajuk) })),
            fields: 'userEnteredValue',
          },
        },
        // Rows that are new, and those below the last case: whatever comes to stand there is text.
        { repeatCell: { range, cell: SEL_TEKS, fields: 'userEnteredFormat.numberFormat' } },
      ],
    },
    idBuku,
  );
  const sel = (jawab.updatedSpreadsheet?.sheets ?? []).flatMap(({ data = [] }) =>
    data.flatMap(({ rowData = [] }) => rowData),
  );
  const keadaan = sel.map(({ values = [] }) => values[0]?.effectiveValue?.stringValue);
  return { perintahMenunggu: keadaan.includes('MENUNGGU') };
}
