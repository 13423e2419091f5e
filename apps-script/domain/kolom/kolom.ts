/** What a column of the register is: one description serves setup, reading, checking and the notes people hover over. */

export interface Kolom<Id extends string = string> {
  /** The header text; code finds the column by it. */
  readonly id: Id;
  /** Width in pixels. */
  readonly lebar: number;
  /** `petugas`: Dinsos may correct it by hand; `sistem`: only the bundle writes it and reverts hand edits. */
  readonly penulis: 'petugas' | 'sistem';
  /** The note on the header cell, in Indonesian. */
  readonly catatan: string;
  /** Closed list for a dropdown. */
  readonly pilihan?: readonly string[];
  /** Not shown by default. */
  readonly tersembunyi?: boolean;
}

/** A column that staff fill or correct. */
export const isian = <Id extends string>(
  id: Id,
  lebar: number,
  catatan: string,
  pilihan?: readonly string[],
): Kolom<Id> => ({ id, lebar, penulis: 'petugas', catatan, ...(pilihan ? { pilihan } : {}) });

/** A column that belongs to the bundle. */
export const sistem = <Id extends string>(id: Id, lebar: number, catatan: string, tersembunyi = false): Kolom<Id> => ({
  id,
  lebar,
  penulis: 'sistem',
  catatan,
  ...(tersembunyi ? { tersembunyi } : {}),
});
