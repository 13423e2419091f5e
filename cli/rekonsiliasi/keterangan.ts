/** Remarks of BPJS that no words of the office explain: counted, so that an admin can add them to the list. */

import type { JawabanBerkode } from '#usecase/rekonsiliasi/bentuk.ts';
import { TAK_DIKENAL } from '#usecase/rekonsiliasi/jawaban.ts';

export interface KeteranganTakDikenal {
  readonly keterangan: string;
  readonly jumlah: number;
}

/** Long numbers in a remark may be somebody's NIK. */
const samarkan = (teks: string): string => teks.replace(/\d(?:[\s.-]?\d){7,}/g, '#');

export class Keterangan {
  readonly #jumlah = new Map<string, number>();

  tambah(jawaban: JawabanBerkode | undefined): void {
    if (jawaban?.kode !== TAK_DIKENAL || jawaban.keterangan === '') return;
    const teks = samarkan(jawaban.keterangan);
    this.#jumlah.set(teks, (this.#jumlah.get(teks) ?? 0) + 1);
  }

  /** The most frequent first. */
  get semua(): KeteranganTakDikenal[] {
    return [...this.#jumlah]
      .map(([keterangan, jumlah]) => ({ keterangan, jumlah }))
      .sort((a, b) => b.jumlah - a.jumlah || (a.keterangan < b.keterangan ? -1 : 1));
  }
}
