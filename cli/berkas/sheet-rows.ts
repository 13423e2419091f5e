/** The rows of one sheet as a stream, each cell with the kind that Excel stored. Formulas are never computed. */
import { serialToDate } from 'hucre';
import { XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx';
import { type BarisSel, hurufKolom, type Sel } from '#domain/format/sel.ts';
import { BerkasError } from './berkas-error.ts';
import { MAX_COLUMNS } from './limits.ts';
import { KOSONG, textCell, unescapeText, type WorkbookParts } from './workbook-parts.ts';
import { xmlEvents } from './xml-events.ts';

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly nomor: number;
  readonly sel: BarisSel;
}

/** So many rows are passed on at once. */
const ROWS_AT_ONCE = 100;

type Values = Pick<WorkbookParts, 'shared' | 'dateFormats' | 'from1904'>;

/**
 * @throws BerkasError for a value too far to the right and for damage, with the row that was being read
 */
export async function* sheetRows(xml: AsyncIterable<string>, values: Values): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(values);
  try {
    for await (const _ of xmlEvents(xml, reader)) {
      if (reader.rows.length >= ROWS_AT_ONCE) yield reader.take();
    }
  } catch (error) {
    if (error instanceof BerkasError && reader.nomor === 0) throw error;
    const sentence = error instanceof BerkasError ? error.message : 'Isi berkas rusak. Minta dikirim ulang.';
    throw new BerkasError(`Sekitar baris ${reader.nomor}: ${sentence}`, { cause: error });
  }
  if (reader.rows.length > 0) yield reader.take();
}

/** Gathers rows from the events of a sheet. */
class RowReader {
  rows: SheetRow[] = [];
  /** Of the row that is being read. */
  nomor = 0;
  readonly #values: Values;
  #cells: Sel[] = [];
  #column = 0;
  #kind = '';
  #format = -1;
  #formula = false;
  #text = '';
  #formulaText = '';
  /** Where text belongs: `v` value, `f` formula, `t` text, empty for nowhere. */
  #into = '';
  #inPhonetic = false;

  constructor(values: Values) {
    this.#values = values;
  }

  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  readonly open = (element: string, attributes: Readonly<Record<string, string>>): void => {
    if (element === 'c') this.#openCell(attributes);
    else if (element === 'row') this.#openRow(attributes['r']);
    else if (element === 'v' || element === 't') this.#into = this.#inPhonetic ? '' : element;
    else if (element === 'f') {
      this.#into = 'f';
      this.#formula = true;
    } else if (element === 'rPh') this.#inPhonetic = true;
  };

  readonly text = (piece: string): void => {
    if (this.#into === 'f') this.#formulaText += piece;
    else if (this.#into !== '') this.#text += piece;
  };

  readonly close = (element: string): void => {
    if (element === 'c') this.#closeCell();
    else if (element === 'row') this.rows.push({ nomor: this.nomor, sel: this.#cells });
    else if (element === 'rPh') this.#inPhonetic = false;
    else if (element === 'v' || element === 't' || element === 'f') this.#into = '';
  };

  #openRow(nomor: string | undefined): void {
    this.nomor = Number(nomor) || this.nomor + 1;
    if (this.nomor > XLSX_MAX_ROWS_PER_SHEET) throw new BerkasError('Nomor barisnya melampaui batas Excel.');
    this.#cells = [];
    this.#column = 0;
  }

  #openCell({ r, t = '', s }: Readonly<Record<string, string>>): void {
    // A cell without a reference follows the one before it.
    if (r !== undefined) this.#column = Math.max(0, columnOf(r));
    this.#kind = t;
    this.#format = s === undefined ? -1 : Number(s);
    this.#formula = false;
    this.#text = '';
    this.#formulaText = '';
  }

  #closeCell(): void {
    const sel = this.#cell();
    const column = this.#column;
    this.#column += 1;
    if (sel === KOSONG) return;
    if (column >= MAX_COLUMNS) {
      throw new BerkasError(
        `Ada isi di sel ${hurufKolom(column)}${this.nomor}, jauh di kanan tabel. Hapus isinya, lalu simpan ulang.`,
      );
    }
    while (this.#cells.length < column) this.#cells.push(KOSONG);
    this.#cells[column] = sel;
  }

  #cell(): Sel {
    const value = this.#value();
    if (this.#formula) return { teks: value.teks === '' ? `=${this.#formulaText}` : value.teks, jenis: 'rumus' };
    return value;
  }

  #value(): Sel {
    const text = this.#text;
    switch (this.#kind) {
      case 's':
        return this.#shared(text);
      case 'str':
      case 'inlineStr':
        return textCell(unescapeText(text));
      case 'b':
        return textCell(text === '' ? '' : String(text === '1' || text === 'true'));
      case 'e':
        return textCell(text);
      case 'd':
        return { teks: text.slice(0, 10), jenis: 'tanggal' };
      default:
        return this.#number(text);
    }
  }

  #shared(index: string): Sel {
    const text = this.#values.shared[Number(index)];
    if (text === undefined) throw new BerkasError('Isi berkas rusak: ada sel tanpa teksnya. Minta dikirim ulang.');
    return text;
  }

  #number(text: string): Sel {
    const value = Number(text);
    if (text.trim() === '' || Number.isNaN(value)) return textCell(text);
    if (this.#values.dateFormats[this.#format] !== true) return { teks: String(value), jenis: 'angka' };
    const date = serialToDate(value, this.#values.from1904);
    return Number.isNaN(date.getTime())
      ? { teks: String(value), jenis: 'angka' }
      : { teks: date.toISOString().slice(0, 10), jenis: 'tanggal' };
  }
}

/** Index from 0 of the column that a reference like `AB12` names. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
