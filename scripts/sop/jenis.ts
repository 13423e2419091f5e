/** What is known of a clause, and how it is written down. */

export interface Klausul {
  readonly id: string;
  /** The clause in a few words. */
  readonly isi: string;
  /** `file#text that stands in it`. */
  readonly kode: readonly string[];
  /** `test file#name of the test, or part of it`. */
  readonly uji: readonly string[];
  /** Why it is deliberately not built. */
  readonly tidakDibangun?: string;
}

export const D = 'apps-script/domain';
export const U = 'apps-script/usecase';
export const B = 'test/bundle';

/** A clause that is built. */
export const k = (
  id: string,
  isi: string,
  kode: string | readonly string[],
  uji: string | readonly string[],
): Klausul => ({
  id,
  isi,
  kode: typeof kode === 'string' ? [kode] : kode,
  uji: typeof uji === 'string' ? [uji] : uji,
});

/** A case that is deliberately not built. */
export const tanpa = (
  id: string,
  isi: string,
  tidakDibangun: string,
  kode: string[] = [],
  uji: string[] = [],
): Klausul => ({
  id,
  isi,
  kode,
  uji,
  tidakDibangun,
});
