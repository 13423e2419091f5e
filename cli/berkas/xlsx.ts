/** XLSX workbooks: cells with the kind that Excel stored, and sheets written so that every run gives the same bytes. */
import { type Cell, type CellStyle, type ColumnDef, type DataValidation, writeXlsx as write } from 'hucre/xlsx';
import type { BarisSel } from '#domain/format/sel.ts';
import type { NamedLembar } from './berkas.ts';
import { BerkasError } from './berkas-error.ts';
import { MAX_ROWS, MAX_UNPACKED_BYTES } from './limits.ts';
import { Workbook } from './workbook.ts';
import type { WorkbookTab } from './workbook-parts.ts';

/**
 * The visible sheets of a workbook, each as a whole.
 * @throws BerkasError for a file that is damaged or would fill the memory
 */
export async function readXlsx(path: string): Promise<NamedLembar[]> {
  const book = await Workbook.open(path, MAX_UNPACKED_BYTES);
  try {
    const sheets: NamedLembar[] = [];
    for (const tab of book.tabs.filter(({ visible }) => visible)) {
      sheets.push({ nama: tab.nama, lembar: await readSheet(book, tab) });
    }
    return sheets;
  } finally {
    book.close();
  }
}

/** Rows at their places: those in which nothing stands are empty ones. */
async function readSheet(book: Workbook, tab: WorkbookTab): Promise<BarisSel[]> {
  const lembar: BarisSel[] = [];
  for await (const rows of book.rows(tab)) {
    for (const { nomor, sel } of rows) {
      if (nomor > MAX_ROWS) {
        throw new BerkasError(`Lembar "${tab.nama}" lebih dari ${MAX_ROWS} baris. Pisahkan ke beberapa berkas.`);
      }
      while (lembar.length < nomor) lembar.push([]);
      lembar[nomor - 1] = sel;
    }
  }
  return lembar;
}

export interface SheetToWrite {
  readonly nama: string;
  readonly baris: readonly (readonly string[])[];
  /** Width of each column in characters. */
  readonly lebar: readonly number[];
  /** Rows that stand out, from 0. */
  readonly tebal?: readonly number[];
  /** Empty rows below the last one that are formatted as text as well. */
  readonly kosong?: number;
  readonly validasi?: readonly DataValidation[];
}

/** Text format: Excel keeps what is typed into such a cell letter by letter, so a NIK keeps its 16 digits. */
const TEXT: CellStyle = { numFmt: '@' };
const BOLD: CellStyle = { ...TEXT, font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } };

/** Writing the same file twice must give the same bytes, so no file carries the time of its making. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1));

/** Bytes of a workbook with text cells only: no formula, no number, nothing that a spreadsheet changes on opening. */
export const writeXlsx = (sheets: readonly SheetToWrite[]): Promise<Uint8Array> =>
  write({
    properties: { creator: 'usulan-pbi', created: NO_TIME, modified: NO_TIME },
    sheets: sheets.map(({ nama, baris, lebar, tebal = [], kosong = 0, validasi = [] }) => {
      const rows = [...baris, ...Array.from({ length: kosong }, () => [])];
      return {
        name: nama,
        columns: lebar.map((width): ColumnDef => ({ width })),
        rows: rows.map((row) => lebar.map((_, column) => row[column] || null)),
        cells: textCells(rows.length, lebar.length, new Set(tebal)),
        dataValidations: [...validasi],
      };
    }),
  });

function textCells(rows: number, columns: number, bold: ReadonlySet<number>): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row < rows; row += 1) {
    const style = bold.has(row) ? BOLD : TEXT;
    for (let column = 0; column < columns; column += 1) cells.set(`${row},${column}`, { style });
  }
  return cells;
}
