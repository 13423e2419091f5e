/** Words of BPJS that are not known, in remarks and in outcomes: counted, so that somebody can make them known. */

import type { Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { TAK_DIKENAL } from '#usecase/rekonsiliasi/jawaban.ts';

export interface KeteranganTakDikenal {
  readonly keterangan: string;
  readonly jumlah: number;
}

export interface HasilTakDikenal {
  readonly hasil: string;
  readonly jumlah: number;
}

/** Long numbers in a remark may be somebody's NIK. */
const samarkan = (teks: string): string => teks.replace(/\d(?:[\s.-]?\d){7,}/g, '#');

export class KataAsing {
  readonly #keterangan = new Map<string, number>();
  readonly #hasil = new Map<string, number>();

  tambah({ tujuan, kataAsing }: Putusan): void {
    const jawaban = tujuan[0]?.jawaban;
    if (jawaban?.kode === TAK_DIKENAL) hitung(this.#keterangan, jawaban.keterangan);
    hitung(this.#hasil, kataAsing);
  }

  /** Remarks that no words of the office explain, the most frequent first. */
  get keterangan(): KeteranganTakDikenal[] {
    return terbanyak(this.#keterangan).map(([keterangan, jumlah]) => ({ keterangan, jumlah }));
  }

  get hasil(): HasilTakDikenal[] {
    return terbanyak(this.#hasil).map(([hasil, jumlah]) => ({ hasil, jumlah }));
  }
}

function hitung(jumlah: Map<string, number>, mentah: string): void {
  if (mentah === '') return;
  const teks = samarkan(mentah);
  jumlah.set(teks, (jumlah.get(teks) ?? 0) + 1);
}

const terbanyak = (jumlah: ReadonlyMap<string, number>): [string, number][] =>
  [...jumlah].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
