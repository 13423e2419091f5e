/** XLSX workbooks: cells with the kind that Excel stored, and sheets written so that every run gives the same bytes. */
import {
  type Cell,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type DataValidation,
  readXlsx as read,
  type Sheet,
  writeXlsx as write,
} from 'hucre/xlsx';
import type { BarisSel, Sel } from '#domain/format/sel.ts';
import type { NamedLembar } from './berkas.ts';
import { BerkasError } from './berkas-error.ts';
import { MAX_ROWS, MAX_UNPACKED_BYTES } from './limits.ts';
import { unpackedSize } from './unpacked-size.ts';

/**
 * The visible sheets of a workbook.
 * @throws BerkasError for a file that would fill the memory; the reader's own error for a damaged one
 */
export async function readXlsx(bytes: Uint8Array): Promise<NamedLembar[]> {
  if (unpackedSize(bytes) > MAX_UNPACKED_BYTES) {
    throw new BerkasError('Isi berkas menjadi terlalu besar bila dibuka. Salin tabelnya ke berkas baru, lalu simpan.');
  }
  const { sheets } = await read(bytes, {
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    maxRows: MAX_ROWS + 1,
  });
  return sheets.map((sheet) => {
    if (sheet.rows.length > MAX_ROWS) {
      throw new BerkasError(`Lembar "${sheet.name}" lebih dari ${MAX_ROWS} baris. Pisahkan ke beberapa berkas.`);
    }
    return { nama: sheet.name, lembar: sheet.rows.map((row, index) => readRow(sheet, row, index)) };
  });
}

const readRow = ({ cells }: Sheet, row: readonly CellValue[], index: number): BarisSel =>
  row.map((value, column) => readCell(value, cells?.get(`${index},${column}`)));

function readCell(value: CellValue, cell: Cell | undefined): Sel {
  if (cell?.formula !== undefined) return { teks: String(value ?? cell.formula), jenis: 'rumus' };
  if (value === null || value === '') return { teks: '', jenis: 'kosong' };
  if (value instanceof Date) return { teks: value.toISOString().slice(0, 10), jenis: 'tanggal' };
  return { teks: String(value), jenis: typeof value === 'number' ? 'angka' : 'teks' };
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
