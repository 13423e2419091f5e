/** What a use case knows of the register: a snapshot, read in one call inside the lock. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';

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
  respons_sampai: 'Semua tanggapan formulir sampai waktu ini sudah diolah.',
  detak: 'Waktu tick terakhir berjalan (WIB).',
  versi_skema: 'Versi susunan register.',
  berkas_bpjs: 'Id spreadsheet Berbagi BPJS.',
  formulir_darurat: 'Id formulir dan butirnya (JSON).',
} as const;

export type KunciSistem = keyof typeof KUNCI_SISTEM;

export interface Potret {
  readonly kini: Waktu;
  readonly pengaturan: Pengaturan;
  readonly sistem: Readonly<Partial<Record<KunciSistem, string>>>;
}

/** Who does it: an address for the log and a role for the table of moves. */
export interface Pelaksana {
  readonly nama: string;
  readonly peran: 'pic' | 'dinsos' | 'bpjs' | 'sistem';
}

export const SISTEM_SENDIRI: Pelaksana = { nama: 'sistem', peran: 'sistem' };
