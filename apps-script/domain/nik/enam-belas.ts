/** What NIK and No KK share: sixteen digits that spreadsheets and copy-paste damage in known ways. */

import { buatTanggal, type Tanggal } from '../waktu/tanggal.ts';
import { namaProvinsi } from '../wilayah/provinsi.ts';

export type KodeGalatNik =
  | 'E_FORMAT'
  | 'E_ANGKA'
  | 'E_ILMIAH'
  | 'E_SEMENTARA'
  | 'E_PROV'
  | 'E_TGL'
  | 'E_SERI'
  | 'E_SAMA_KK'
  | 'E_GANDA_BERKAS';

export type KodePeringatanNik =
  | 'W_LAHIR'
  | 'W_JK'
  | 'W_KEC'
  | 'W_LUAR'
  | 'W_EXCEL0'
  | 'W_SERI9'
  | 'W_ULANG_16'
  | 'W_GANDA_RIWAYAT'
  | 'W_TGL_KK'
  | 'W_DOMISILI';

/** One finding: an error stops the row, a warning asks a person to look. */
export type TemuanNik =
  | { readonly kode: KodeGalatNik; readonly tingkat: 'galat' }
  | { readonly kode: KodePeringatanNik; readonly tingkat: 'peringatan' };

/** Which warnings an office has switched off, e.g. W_SERI9 while it trains with invented people. */
export interface OpsiTemuan {
  readonly abaikan?: readonly KodePeringatanNik[];
}

export function galatNik(kode: KodeGalatNik): TemuanNik {
  return { kode, tingkat: 'galat' };
}

export function peringatanNik(kode: KodePeringatanNik): TemuanNik {
  return { kode, tingkat: 'peringatan' };
}

/** The findings without the warnings that are switched off; errors always stay. */
export function saring(temuan: readonly TemuanNik[], opsi: OpsiTemuan): readonly TemuanNik[] {
  return temuan.filter((t) => t.tingkat === 'galat' || !opsi.abaikan?.includes(t.kode));
}

/** Space of every kind, zero-width and direction marks, dots, dashes and quotes. */
const PEMISAH = /[\s.\u00AD\u200B-\u200F\u2060\uFEFF\-\u2010-\u2015\u2212\uFF0D\uFF0E'"`\u00B4\u2018-\u201F]/g;
const ILMIAH = /^\d+(?:[.,]\d+)?E\+?\d+$/i;

/** Removes what people put between digits and turns full-width digits into ASCII; other characters stay. */
export function bersihkanNik(text: string): string {
  return text
    .replace(PEMISAH, '')
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

export interface EnamBelas {
  /** Present when the cleaned text is sixteen digits and does not start with 0. */
  readonly digit?: string;
  readonly temuan: readonly TemuanNik[];
}

/** Form findings that need no knowledge of the parts: type, length, scientific notation, temporary number. */
export function bacaEnamBelas(raw: unknown): EnamBelas {
  // A number has already lost what made it exact; printing it would pass the damage on as text.
  if (typeof raw === 'number' || typeof raw === 'bigint') return { temuan: [galatNik('E_ANGKA')] };
  if (typeof raw !== 'string') return { temuan: [galatNik('E_FORMAT')] };
  const temuan: TemuanNik[] = [];
  const digit = bersihkanNik(raw);
  const enamBelas = /^\d{16}$/.test(digit);
  if (ILMIAH.test(raw.replace(/[\s'"]/g, ''))) temuan.push(galatNik('E_ILMIAH'));
  if (!enamBelas) temuan.push(galatNik('E_FORMAT'));
  if (/^0\d*$/.test(digit)) temuan.push(galatNik('E_SEMENTARA'));
  if (enamBelas && /^(\d)\1{15}$/.test(digit)) temuan.push(peringatanNik('W_ULANG_16'));
  return enamBelas && !digit.startsWith('0') ? { digit, temuan } : { temuan };
}

/** Findings on the parts that NIK and No KK have in common: province and serial. */
export function temuanBagian(digit: string): TemuanNik[] {
  const temuan: TemuanNik[] = [];
  if (namaProvinsi(digit.slice(0, 2)) === undefined) temuan.push(galatNik('E_PROV'));
  if (digit.endsWith('0000')) temuan.push(galatNik('E_SERI'));
  return temuan;
}

/** Dates not after today that DD MM YY can mean, oldest first: 19YY and 20YY, so none, one or two. */
export function tanggalDuaAbad(hari: number, bulan: number, tahun: number, hariIni: Tanggal): readonly Tanggal[] {
  return [1900, 2000]
    .map((abad) => buatTanggal(abad + tahun, bulan, hari))
    .filter((tanggal): tanggal is Tanggal => tanggal !== undefined && tanggal <= hariIni);
}

/** Hides the birth or recording date: `340208******9001`; anything but sixteen digits becomes all stars. */
export function samarkanEnamBelas(text: string): string {
  const digit = bersihkanNik(text);
  return /^\d{16}$/.test(digit)
    ? `${digit.slice(0, 6)}******${digit.slice(12)}`
    : '*'.repeat(Math.min(digit.length, 16));
}
