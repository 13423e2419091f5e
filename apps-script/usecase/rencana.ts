/** A plan: what one atomic commit changes in a workbook. Made by the core, applied by an adapter, printable as JSON. */
import type { NamaTab } from '#domain/kolom/tab.ts';

/** Cells of an existing row, found by the key column of its tab. */
export interface UbahBaris {
  readonly tab: NamaTab;
  readonly kunci: string;
  readonly nilai: Readonly<Record<string, string>>;
}

export interface TambahBaris {
  readonly tab: NamaTab;
  readonly nilai: Readonly<Record<string, string>>;
}

export interface Rencana {
  readonly ubah: readonly UbahBaris[];
  readonly tambah: readonly TambahBaris[];
}

export const rencanaKosong = (rencana: Rencana): boolean => rencana.ubah.length === 0 && rencana.tambah.length === 0;
