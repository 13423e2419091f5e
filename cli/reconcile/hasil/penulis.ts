/** Sends the outcomes of a matching through every report that was asked for, in one pass. */
import type { HasilCocok } from '../bentuk.ts';

/** A report that is being written. */
export interface Penulis {
  /** Await what it returns, if anything: then the disk is to catch up first. */
  tulis(hasil: HasilCocok): Promise<void> | undefined;
  /** The report is whole and gets its name. */
  selesai(): Promise<void>;
  /** Nothing of the report stays. */
  batal(): Promise<void>;
}

/** Begins a report. */
export type BukaPenulis = () => Promise<Penulis>;

/** Either every report is begun, fed and finished, or none of those still open leaves anything behind. */
export async function alirkan(hasil: AsyncIterable<HasilCocok>, buka: readonly BukaPenulis[]): Promise<void> {
  const terbuka: Penulis[] = [];
  try {
    for (const satu of buka) terbuka.push(await satu());
    for await (const satu of hasil) {
      for (const penulis of terbuka) await penulis.tulis(satu);
    }
    while (terbuka[0]) {
      await terbuka[0].selesai();
      terbuka.shift();
    }
  } catch (error) {
    for (const penulis of terbuka) await penulis.batal();
    throw error;
  }
}
