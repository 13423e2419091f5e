/** Indonesian phone numbers: one form for storage, findings, mask. */

declare const merekHp: unique symbol;

/** A phone number as `+62` and the number without its leading 0, digits only. */
export type Hp = string & { readonly [merekHp]: true };

export type KodeTemuanHp = 'E_HP_KOSONG' | 'E_HP_FORMAT' | 'E_HP_ASING' | 'E_HP_PANJANG' | 'W_HP_AWALAN' | 'W_HP_RUMAH';

export interface TemuanHp {
  readonly kode: KodeTemuanHp;
  readonly tingkat: 'galat' | 'peringatan';
}

export interface HasilHp {
  /** Absent when there is an error. */
  readonly hp?: Hp;
  readonly temuan: readonly TemuanHp[];
}

function galat(kode: KodeTemuanHp): HasilHp {
  return { temuan: [{ kode, tingkat: 'galat' }] };
}

const PEMISAH = /[\s.()'"/\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF\-\u2010-\u2015\u2212]/g;

/** What comes after 0 or +62; undefined for a number of another country. */
function nomorNasional(digit: string): string | undefined {
  // `+62 (0) 812`: people keep the 0 that the country code replaces.
  if (/^(?:\+|00)62/.test(digit)) return digit.replace(/^(?:\+|00)620?/, '');
  if (/^(?:\+|00)/.test(digit)) return undefined;
  if (digit.startsWith('62')) return digit.replace(/^620?/, '');
  return digit.replace(/^0/, '');
}

/**
 * Reads `0812-…`, `62812…`, `+62 812 …`, `812…` or a landline with its area code (`0274 …`) and reports findings. A
 * number cell is accepted: spreadsheets turn `0812…` into one, and what is lost is only the leading 0.
 */
export function parseHp(raw: unknown): HasilHp {
  const teks = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw;
  if (typeof teks !== 'string') return galat('E_HP_FORMAT');
  const digit = teks.replace(PEMISAH, '');
  if (digit === '') return galat('E_HP_KOSONG');
  if (!/^\+?\d+$/.test(digit)) return galat('E_HP_FORMAT');
  const nomor = nomorNasional(digit);
  if (nomor === undefined) return galat('E_HP_ASING');
  return nomor.startsWith('8') ? seluler(nomor) : rumah(nomor, digit);
}

/** Mobile: 08 and 8 to 11 more digits, so 9 to 12 after the country code. */
function seluler(nomor: string): HasilHp {
  if (nomor.length < 9 || nomor.length > 12) return galat('E_HP_PANJANG');
  const hp = `+62${nomor}` as Hp;
  return /^8[1235789]/.test(nomor)
    ? { hp, temuan: [] }
    : { hp, temuan: [{ kode: 'W_HP_AWALAN', tingkat: 'peringatan' }] };
}

/** Landline: area code and subscriber number, 8 to 11 digits; without any prefix it cannot be told from a typing error. */
function rumah(nomor: string, digit: string): HasilHp {
  if (nomor === digit || !/^[2-79]/.test(nomor)) return galat('E_HP_FORMAT');
  if (nomor.length < 8 || nomor.length > 11) return galat('E_HP_PANJANG');
  return { hp: `+62${nomor}` as Hp, temuan: [{ kode: 'W_HP_RUMAH', tingkat: 'peringatan' }] };
}

/** As people in Indonesia dial it: `08123456789`. */
export function hpLokal(hp: Hp): string {
  return `0${hp.slice(3)}`;
}

/** `+62812*****90`: operator and the last two digits; anything that is not a stored number becomes all stars. */
export function samarkanHp(teks: string): string {
  if (!/^\+62\d{8,12}$/.test(teks)) return '*'.repeat(Math.min(teks.length, 15));
  return teks.slice(0, 6) + '*'.repeat(teks.length - 8) + teks.slice(-2);
}
