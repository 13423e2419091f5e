/**
 * A row of cells as one line of JSON, without loss: text, number, truth value, null for an empty cell, `{"rumus": …}` for a
 * formula. What stands behind the last filled cell is left out.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export type Sel = string | number | boolean | null | { readonly rumus: string };

export function dariGoogle({ userEnteredValue: isi }: sheets_v4.Schema$CellData): Sel {
  if (isi?.formulaValue != null) return { rumus: isi.formulaValue };
  return isi?.stringValue ?? isi?.numberValue ?? isi?.boolValue ?? null;
}

export function keGoogle(sel: Sel): sheets_v4.Schema$CellData {
  switch (typeof sel) {
    case 'string':
      return { userEnteredValue: { stringValue: sel } };
    case 'number':
      return { userEnteredValue: { numberValue: sel } };
    case 'boolean':
      return { userEnteredValue: { boolValue: sel } };
    default:
      return sel === null ? {} : { userEnteredValue: { formulaValue: sel.rumus } };
  }
}

/** As text: for searching, and for files of other systems. */
export const teksSel = (sel: Sel | undefined): string => {
  if (sel === undefined || sel === null) return '';
  if (typeof sel === 'object') return sel.rumus;
  return typeof sel === 'boolean' ? String(sel).toUpperCase() : String(sel);
};

export function tanpaEkor(baris: readonly Sel[]): Sel[] {
  let panjang = baris.length;
  while (panjang > 0 && baris[panjang - 1] === null) panjang -= 1;
  return baris.slice(0, panjang);
}

export const keBaris = (teks: string): Sel[] => JSON.parse(teks) as Sel[];
