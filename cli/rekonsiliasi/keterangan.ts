/** Words of BPJS that are not known, in remarks and in outcomes: counted, so that somebody can make them known. */

import type { Orang } from '#domain/cocok/orang.ts';
import type { Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { TAK_DIKENAL } from '#usecase/rekonsiliasi/jawaban.ts';
import type { HasilCocok } from '../reconcile/bentuk.ts';

export interface KeteranganTakDikenal {
  readonly keterangan: string;
  readonly jumlah: number;
}

export interface HasilTakDikenal {
  readonly hasil: string;
  readonly jumlah: number;
}

/** Long numbers in a remark may be somebody's NIK, and BPJS likes to name whom it writes about. */
function samarkan(teks: string, orang: readonly Orang[]): string {
  const nama = new Set(orang.flatMap((satu) => `${satu.nama} ${satu.nama_ibu}`.toUpperCase().split(/[^\p{L}]+/u)));
  return teks
    .replace(/\d(?:[\s.-]?\d){7,}/g, '#')
    .replace(/\p{L}{2,}/gu, (kata) => (nama.has(kata.toUpperCase()) ? '***' : kata));
}

export class KataAsing {
  readonly #keterangan = new Map<string, number>();
  readonly #hasil = new Map<string, number>();

  /** @param hasil the row and whom it may mean: their names are not repeated */
  tambah({ tujuan, kataAsing }: Putusan, { orang, calon }: HasilCocok): void {
    const jawaban = tujuan[0]?.jawaban;
    const semua = [orang, ...calon.map((satu) => satu.orang)];
    if (jawaban?.kode === TAK_DIKENAL) hitung(this.#keterangan, samarkan(jawaban.keterangan, semua));
    hitung(this.#hasil, samarkan(kataAsing, semua));
  }

  /** Remarks that no words of the office explain, the most frequent first. */
  get keterangan(): KeteranganTakDikenal[] {
    return terbanyak(this.#keterangan).map(([keterangan, jumlah]) => ({ keterangan, jumlah }));
  }

  get hasil(): HasilTakDikenal[] {
    return terbanyak(this.#hasil).map(([hasil, jumlah]) => ({ hasil, jumlah }));
  }
}

function hitung(jumlah: Map<string, number>, teks: string): void {
  if (teks !== '') jumlah.set(teks, (jumlah.get(teks) ?? 0) + 1);
}

const terbanyak = (jumlah: ReadonlyMap<string, number>): [string, number][] =>
  [...jumlah].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
