/** What a use case knows of the register: a snapshot, read in one call inside the lock. */
import type { NamaBerbagi } from '#domain/kolom/berbagi.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { Pelaku } from '#domain/usulan/aturan.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { BarisBatch } from './batch/baris.ts';

/** A case and the row number it had when it was read (from 1). */
export interface BarisKasus {
  readonly baris: number;
  readonly kasus: Kasus;
}

/** The keys of the tab `Sistem`. */
export const KUNCI_SISTEM = {
  riwayat_nomor: 'Nomor catatan Riwayat yang terakhir.',
  riwayat_hash: 'Sidik catatan Riwayat yang terakhir.',
  tiket_urut: 'Nomor urut tiket terakhir per rute dan tahun (JSON).',
  pantau_berikutnya: 'Waktu paling dekat suatu usulan perlu diperiksa jamnya.',
  surat_menunggu: 'Banyaknya surel di Kotak Keluar yang belum terkirim.',
  bpjs_tertinggal: 'ya bila lembar Berbagi BPJS perlu disegarkan; atau kapan diperiksa lagi.',
  berbagi_tertinggal: 'Berkas lain yang perlu disegarkan: dinkes, disdukcapil, kecamatan, atau kode kelurahan.',
  berbagi_dibaca: 'Sampai kapan perintah di berkas kantor lain sudah dibaca.',
  batch_berjalan: 'Batch yang penutupan atau pengirimannya belum selesai (JSON: batch dan kemajuannya).',
  respons_sampai: 'Semua tanggapan formulir sampai waktu ini sudah diolah.',
  detak: 'Waktu tick terakhir berjalan (WIB).',
  versi_skema: 'Versi susunan register.',
  berkas: 'Id spreadsheet kantor lain (JSON).',
  formulir: 'Id formulir dan butirnya (JSON).',
  batch_berubah: 'Batch yang jumlah jawabannya perlu dihitung ulang, dipisah koma.',
  respons_tertahan: 'Sejak kapan tanggapan bulanan menunggu di formulir karena pengaturan salah.',
  formulir_tertinggal: 'ya bila daftar pilihan di formulir perlu disegarkan menurut tab pengaturan.',
  diam_dikabarkan: 'Detak terakhir yang kemacetannya sudah dikabarkan, dan harinya.',
  berkas_lama: 'Berkas kantor sebelum dipulihkan dari cadangan, yang masih perlu ditutup (JSON).',
  cadangan: 'Id salinan register sebelum dinaikkan ke versi ini.',
  akun: 'Akun yang pemicunya bekerja untuk kantor ini.',
} as const;

export type KunciSistem = keyof typeof KUNCI_SISTEM;

export interface Potret {
  readonly kini: Waktu;
  readonly pengaturan: Pengaturan;
  readonly sistem: Readonly<Partial<Record<KunciSistem, string>>>;
  /** All rows of the tab `Batch`, in runs that have asked for it. */
  readonly batch?: readonly BarisBatch[];
}

/** @throws Error in a run that has not read the tab: unknown batches are not the same as none */
export function semuaBatch({ batch }: Potret): readonly BarisBatch[] {
  if (!batch) throw new Error('Tab "Batch" belum dibaca.');
  return batch;
}

/** Ids of the other offices' spreadsheets, as `Sistem` remembers them from set-up. */
export const berkasBerbagi = ({ sistem }: Pick<Potret, 'sistem'>): Partial<Record<NamaBerbagi, string>> =>
  JSON.parse(sistem.berkas || '{}') as Partial<Record<NamaBerbagi, string>>;

/** Who does it: an address for the log and a role for the table of moves. */
export interface Pelaksana {
  readonly nama: string;
  readonly peran: Pelaku;
}

export const SISTEM_SENDIRI: Pelaksana = { nama: 'sistem', peran: 'sistem' };
