/** Counts the outcomes by class and reference while they pass. */
import { KELAS, type KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import type { HasilCocok } from '../bentuk.ts';
import type { KepalaRencana } from '../rencana.ts';
import { isPerluDilihat, perluOrang } from './kelas-teks.ts';
import type { Penulis } from './penulis.ts';

/** What reports say of where their rows come from. */
export type Asal = Pick<KepalaRencana, 'jenis' | 'dibuat' | 'masukan' | 'referensi'> & {
  /** A sentence on what the report leaves out. */
  readonly catatan?: string;
};

export type JumlahKelas = Partial<Record<KelasUmpanBalik, number>>;

/** What `--json` prints. */
export interface RingkasanJson {
  readonly rows: number;
  readonly kelas: JumlahKelas;
  readonly seconds: number;
  readonly peakMiB: number;
}

const KIB_PER_MIB = 1024;
const NOL: JumlahKelas = Object.fromEntries(Object.keys(KELAS).map((kelas) => [kelas, 0]));

export class Ringkasan implements Penulis {
  /** By name of the reference, in the order in which they came. */
  readonly referensi = new Map<string, JumlahKelas>();
  readonly kelas: JumlahKelas = {};
  baris = 0;
  /** Rows that somebody has to look at. */
  perluOrang = 0;

  tulis(hasil: Pick<HasilCocok, 'kelas' | 'referensi' | 'entri'>): undefined {
    this.#hitung(hasil.referensi, hasil.kelas, 1);
    if (isPerluDilihat(hasil)) this.perluOrang += 1;
  }

  /** So many outcomes at once, of which nothing was decided. */
  tambah(referensi: string, kelas: KelasUmpanBalik, banyak: number): void {
    this.#hitung(referensi, kelas, banyak);
    if (perluOrang(kelas)) this.perluOrang += banyak;
  }

  #hitung(referensi: string, kelas: KelasUmpanBalik, banyak: number): void {
    let milik = this.referensi.get(referensi);
    if (!milik) {
      milik = {};
      this.referensi.set(referensi, milik);
    }
    milik[kelas] = (milik[kelas] ?? 0) + banyak;
    this.kelas[kelas] = (this.kelas[kelas] ?? 0) + banyak;
    this.baris += banyak;
  }

  async selesai(): Promise<void> {}

  async batal(): Promise<void> {}

  /** @param seconds since the command began */
  json(seconds: number): RingkasanJson {
    return {
      rows: this.baris,
      kelas: { ...NOL, ...this.kelas },
      seconds: Number(seconds.toFixed(3)),
      peakMiB: Math.ceil(process.resourceUsage().maxRSS / KIB_PER_MIB),
    };
  }
}
