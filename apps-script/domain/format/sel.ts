/** Cells as a file reader hands them over, and what their text looks like before anybody interprets it. */

export interface Sel {
  /** As stored; for `tanggal` the date as `YYYY-MM-DD`, for `rumus` the shown result or the formula. */
  readonly teks: string;
  readonly jenis: 'teks' | 'angka' | 'tanggal' | 'rumus' | 'kosong';
}

export type BarisSel = readonly Sel[];
export type Lembar = readonly BarisSel[];

const KOSONG: Sel = { teks: '', jenis: 'kosong' };

/** The cell at an index; empty beyond the end of the row and for a column that is not there. */
export const selPada = (baris: BarisSel, kolom: number | undefined): Sel =>
  (kolom === undefined ? undefined : baris[kolom]) ?? KOSONG;

/** A row of text cells, as a CSV file has them. */
export const barisTeks = (baris: readonly string[]): BarisSel =>
  baris.map((teks) => (teks === '' ? KOSONG : { teks, jenis: 'teks' }));

/** Letter of a column index from 0: `A`, `Z`, `AA`. */
export function hurufKolom(indeks: number): string {
  const sisa = String.fromCharCode(65 + (indeks % 26));
  return indeks < 26 ? sisa : hurufKolom(Math.floor(indeks / 26) - 1) + sisa;
}

/** Composed characters, no invisible marks, one space between words. */
export const rapikanTeks = (teks: string): string =>
  teks
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\s\u0000]+/g, ' ')
    .trim();

/** Empty for a cell in which people mean "nothing": blank or only dashes. */
export const isiSel = (sel: Sel): string => (/^[\s\u0000'-]*$/.test(sel.teks) ? '' : sel.teks);

const AWAL_RUMUS = /(?:^|[;,\t\r\n])[\s\u0000'"]*(?:[=\uFF1D@\uFF20]|[+\uFF0B\uFF0D-](?![\d\s().-]*$))/;
const PERINTAH = /^[\s'"]*(?:\||%0[AD])|\|\s*'|\|[^|]*![A-Z]+\d/i;

/**
 * True for text that some spreadsheet would run as a formula or a command, were it entered as a value. `-`, `-5` and
 * `+62 812…` are ordinary.
 */
export const miripRumus = (teks: string): boolean => AWAL_RUMUS.test(teks) || PERINTAH.test(teks);
