/** What the panel of monthly batches shows and asks: the contract between its page and its server functions. JSON only. */
import type { TotalKontrol } from '#domain/periode/total-kontrol.ts';
import type { KeadaanBatch } from './baris.ts';
import type { HitungKelurahan, HitungStatus } from './tinjau.ts';

export type AksiBatch = 'LOLOSKAN' | 'GULIRKAN' | 'AJUKAN' | 'TARIK' | 'SETUJUI' | 'LANJUTKAN';

export interface PilihanPanel {
  id: string;
  label: string;
}

export interface TindakanBatch {
  aksi: AksiBatch;
  label: string;
  /** What it does, said before it is confirmed. */
  akibat: string;
  /** Why it is not possible now; empty when it is. */
  sebab: string[];
}

export interface PanelBatch {
  rute: PilihanPanel[];
  periode: PilihanPanel[];
  terpilih: { rute: string; periode: string };
  batch: string;
  keadaan: KeadaanBatch | '';
  labelKeadaan: string;
  status: HitungStatus[];
  kelurahan: HitungKelurahan[];
  /** The first of those that are not decided. */
  belum: { tiket: string; status: string; periode: string }[];
  banyakBelum: number;
  /** Of what would go now. */
  total: TotalKontrol;
  peringatan: string[];
  /** The request of the first officer. */
  ajuan?: { oleh: string; pada: string; sendiri: boolean; total: TotalKontrol | undefined; berubah: string };
  kemajuan?: { selesai: number; dari: number };
  tindakan: TindakanBatch[];
  /** Batches of this route that are closed, newest first. */
  tertutup: { batch: string; keadaan: string; baris: string; pada: string }[];
}

export interface PermintaanBatch {
  rute: string;
  periode: string;
  aksi: AksiBatch;
  /** For GULIRKAN. */
  alasan: string;
  /** The hash that the officer saw. */
  hash: string;
}

export type JawabanBatch =
  /** `lagi`: there is more of the same to do; ask again. */
  { jenis: 'selesai'; pesan: string; lagi: boolean } | { jenis: 'ditolak'; sebab: string[] };

/** The functions that the page may call through `google.script.run`. */
export interface LayananBatch {
  batchBuka(permintaan: { rute?: string; periode?: string }): PanelBatch;
  batchTindakan(permintaan: PermintaanBatch): JawabanBatch;
  /** How far a batch at work is; cheap. */
  batchKemajuan(permintaan: { batch: string }): { keadaan: string; selesai: number; dari: number };
}
