/** How the tabs of a register look: what a restored one needs beside its rows. Of many rows one stands for all. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { asking } from '../google/persist.ts';
import { quoted } from '../google/tab.ts';
import type { Buku } from './lembar.ts';

const FIELDS = [
  'properties(title,locale,timeZone)',
  'sheets(properties,conditionalFormats,filterViews,data(columnMetadata(pixelSize,hiddenByUser),rowData(values(userEnteredFormat,dataValidation,note))))',
].join(',');

export type Bentuk = Pick<sheets_v4.Schema$Spreadsheet, 'properties' | 'sheets'>;

/** Header and first row of each tab, its columns, colours and filter views. */
export function bacaBentuk(sheets: sheets_v4.Sheets, { id, lembar }: Buku): Promise<Bentuk> {
  const ranges = lembar.filter(({ baris }) => baris > 0).map(({ judul }) => `${quoted(judul)}!1:2`);
  return asking(
    (options) => sheets.spreadsheets.get({ spreadsheetId: id, ranges, fields: FIELDS }, options),
    (data) => data.sheets?.length === ranges.length,
  );
}
