/** Identifiers of monthly batches: `2026-11` and its addenda `2026-11-A1`, `2026-11-A2`; a closed one never changes (S-37). */
import { type Periode, parsePeriode } from './periode.ts';

declare const merekBatch: unique symbol;

/** `2026-11` or `2026-11-A1`; unique within a route. Order with `urutBatch`, not as text: A10 follows A9. */
export type IdBatch = string & { readonly [merekBatch]: true };

export interface BagianBatch {
  readonly periode: Periode;
  /** 0 for the batch itself, 1.. for its addenda. */
  readonly adendum: number;
}

const POLA_BATCH = /^(\d{4}-\d{2})(?:-A([1-9]\d{0,3}))?$/;

/** Reads an identifier, spaces around it allowed; undefined for anything else (`2026-13`, `2026-11-A0`, `2026-11-A01`). */
export function parseIdBatch(teks: string): IdBatch | undefined {
  const bersih = teks.trim();
  const cocok = POLA_BATCH.exec(bersih);
  return cocok && parsePeriode(String(cocok[1])) ? (bersih as IdBatch) : undefined;
}

/** The identifier of a period's batch, or of its n-th addendum. */
export function idBatch(periode: Periode, adendum = 0): IdBatch {
  return (adendum === 0 ? periode : `${periode}-A${adendum}`) as string as IdBatch;
}

export function bagianBatch(id: IdBatch): BagianBatch {
  return { periode: id.slice(0, 7) as Periode, adendum: Number(id.slice(9)) };
}

/**
 * The identifier that rows of a period get next, given those that exist on the route: the batch itself when there is
 * none, otherwise the addendum after the highest one. Counts up from the highest, so a number is never used twice.
 */
export function batchBerikut(periode: Periode, ada: readonly IdBatch[]): IdBatch {
  const nomor = ada
    .map(bagianBatch)
    .filter((bagian) => bagian.periode === periode)
    .map((bagian) => bagian.adendum);
  return idBatch(periode, Math.max(-1, ...nomor) + 1);
}

/** For `sort`: by period, then the batch before its addenda, these by number. */
export function urutBatch(a: IdBatch, b: IdBatch): number {
  const [kiri, kanan] = [bagianBatch(a), bagianBatch(b)];
  if (kiri.periode !== kanan.periode) return kiri.periode < kanan.periode ? -1 : 1;
  return kiri.adendum - kanan.adendum;
}
