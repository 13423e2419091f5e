/** Rows of a sheet as SpreadsheetML: text cells that Excel keeps letter by letter, numbers only where we counted. */
import { hurufKolom } from '#domain/format/sel.ts';
import { GAYA, type Gaya } from './gaya.ts';

/** A cell; without a style, a string is text and a number a number. */
export type Isi = string | number | { readonly isi: string | number; readonly gaya: Gaya };

/** Excel takes no more in a cell. */
const TERPANJANG = 32_767;
const DIPOTONG = ' … (dipotong)';

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What XML cannot hold, or what a reader would change: Excel writes it by its number. */
const BERNOMOR = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;
/** Text that looks like such a number is told apart from one. */
const SEPERTI_NOMOR = /_(?=x[0-9A-Fa-f]{4}_)/g;

const bernomor = (huruf: string): string => `_x${huruf.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

function teksXml(teks: string): string {
  const muat = teks.length > TERPANJANG ? teks.slice(0, TERPANJANG - DIPOTONG.length) + DIPOTONG : teks;
  return muat
    .toWellFormed()
    .replace(SEPERTI_NOMOR, '_x005F_')
    .replace(BERNOMOR, bernomor)
    .replace(/[&<>]/g, (huruf) => XML[huruf] ?? huruf);
}

const kolom: string[] = [];
const huruf = (indeks: number): string => (kolom[indeks] ??= hurufKolom(indeks));

const gayaBawaan = (isi: string | number): Gaya => (typeof isi === 'number' ? 'biasa' : 'teks');

function sel(isi: Isi, indeks: number, nomor: number): string {
  const { isi: nilai, gaya } = typeof isi === 'object' ? isi : { isi, gaya: gayaBawaan(isi) };
  // Every cell that exists carries a style: an empty one may still be coloured.
  const alamat = `<c r="${huruf(indeks)}${nomor}" s="${GAYA.indexOf(gaya)}"`;
  if (typeof nilai === 'number') return `${alamat}><v>${nilai}</v></c>`;
  if (nilai === '') return gaya === 'teks' ? '' : `${alamat}/>`;
  return `${alamat} t="inlineStr"><is><t xml:space="preserve">${teksXml(nilai)}</t></is></c>`;
}

/** @param nomor of the row, from 1 */
export const barisXml = (isi: readonly Isi[], nomor: number): string => {
  let xml = `<row r="${nomor}">`;
  for (let indeks = 0; indeks < isi.length; indeks += 1) xml += sel(isi[indeks] ?? '', indeks, nomor);
  return `${xml}</row>`;
};
