/** What the doctor finds: a code, how bad it is, what and where, and what mends it. */
import type { MuatanPerbaiki } from '#usecase/bentuk-perintah.ts';

/** `LEWAT`: could not be looked at, and why stands in the sentence. */
export type Tingkat = 'GALAT' | 'PERINGATAN' | 'LEWAT' | 'BAIK';

/** The parts of the report, in their order, with their titles. */
export const BAGIAN = {
  akses: 'Akses dan program',
  denyut: 'Pemicu dan denyut',
  bentuk: 'Susunan berkas',
  data: 'Isi register',
  berbagi: 'Berkas kantor lain dan izin',
  antrean: 'Antrean dan surel',
} as const;

export type Bagian = keyof typeof BAGIAN;

export interface Temuan {
  readonly kode: string;
  readonly bagian: Bagian;
  readonly tingkat: Tingkat;
  /** What is found, and where. Tickets and names of tabs, never people. */
  readonly kalimat: string;
  /** What mends it; empty where all is well. */
  readonly perbaikan: string;
  /** What `--perbaiki` asks the register to do. Absent where only a person can. */
  readonly aman?: MuatanPerbaiki;
}

type Isi = readonly [kalimat: string, perbaikan: string, aman?: MuatanPerbaiki];

/** Findings of one part. */
export const pelapor = (bagian: Bagian) => {
  const lapor =
    (tingkat: Tingkat) =>
    (kode: string, ...[kalimat, perbaikan, aman]: Isi): Temuan => ({
      kode,
      bagian,
      tingkat,
      kalimat,
      perbaikan,
      ...(aman ? { aman } : {}),
    });
  return {
    galat: lapor('GALAT'),
    peringatan: lapor('PERINGATAN'),
    lewat: (kode: string, kalimat: string, perbaikan = '') => lapor('LEWAT')(kode, kalimat, perbaikan),
    baik: (kode: string, kalimat: string) => lapor('BAIK')(kode, kalimat, ''),
  };
};

/** The first of many, with how many more there are. */
export function sebut(semua: readonly string[], paling = 5): string {
  const lebih = semua.length - paling;
  return lebih > 0 ? `${semua.slice(0, paling).join(', ')}, dan ${lebih} lagi` : semua.join(', ');
}

/** Said of files that are gone. */
export const BUAT_BARU =
  'Jalankan pbi pasang, atau pbi periksa --perbaiki: berkas itu dibuat baru beserta pemicu, izin, dan isinya.';

/** Said wherever the repair through the queue is enough. */
export const LEWAT_PERBAIKI = 'Jalankan pbi periksa --perbaiki, atau menu Usulan PBI > Perbaiki register.';
