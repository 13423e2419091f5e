/** What a reconciliation reads and what it finds (BGR-19, S-08). */
import type { Jawaban } from '#domain/hasil/hasil.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';

/** A row of BPJS's file. A cell that is empty or damaged is an empty string; `rusak` says which are damaged. */
export interface BarisUmpanBalik {
  /** Row in the sheet, from 1. */
  readonly nomor: number;
  /** 16 digits. */
  readonly nik: string;
  /** 13 digits. */
  readonly no_kartu: string;
  readonly no_kk: string;
  readonly nama: string;
  readonly tgl_lahir: Tanggal | '';
  readonly jk: 'L' | 'P' | '';
  /** Ten digits. */
  readonly kode_wilayah: string;
  /** Outcome, remark and first day of cover as written. */
  readonly hasil: string;
  readonly keterangan: string;
  readonly tmt: Tanggal | '';
  /** When BPJS answered: the day, or the instant where the file has one. */
  readonly dijawab: Tanggal | Waktu | '';
  /** Sentences about cells that cannot be believed. */
  readonly rusak: readonly string[];
  /** A damaged cell belongs to the answer itself, so the answer is not to be recorded. */
  readonly jawabanRusak: boolean;
}

/** What of a case takes part. */
export const KOLOM_DIPAKAI = [
  'tiket',
  'versi',
  'rute',
  'periode',
  'batch',
  'status',
  'percobaan',
  'nik',
  'no_kartu',
  'no_kk',
  'nama',
  'tgl_lahir',
  'jk',
  'kode_wilayah',
  'diusulkan_pada',
  'dijawab_pada',
  'keterangan_bpjs',
  'tmt_aktif',
] as const satisfies readonly (keyof Kasus)[];

export type KasusRekon = Readonly<Pick<Kasus, (typeof KOLOM_DIPAKAI)[number]>>;

/** By what a row was found, in the order of trust. */
export type Dasar = 'nik' | 'no_kartu' | 'keluarga' | 'nama';

export const LABEL_DASAR: Readonly<Record<Dasar, string>> = {
  nik: 'NIK',
  no_kartu: 'nomor kartu',
  keluarga: 'No KK, tanggal lahir dan jenis kelamin',
  nama: 'nama mirip, tanggal lahir dan wilayah',
};

/** What becomes of a row. Only `cocok` changes anything; the rest is done already or needs a person. */
export const GOLONGAN = {
  cocok: 'Cocok, siap dicatat',
  sudah: 'Sudah tercatat',
  saran: 'Saran, perlu dipastikan orang',
  tak_dikenal: 'Tidak ada di register',
  tak_dikirim: 'Ada di register tetapi tidak sedang di BPJS',
  berlawanan: 'Dua baris berlawanan untuk satu orang',
  tidak_lengkap: 'Jawaban tidak lengkap',
  usang: 'Lebih lama daripada kedudukan sekarang',
  akhir: 'Usulan sudah berhasil atau ditutup',
} as const;

export type Golongan = keyof typeof GOLONGAN;

/** An answer that can be recorded. */
export interface JawabanBerkode extends Jawaban {
  readonly kode: string;
}

export interface Putusan {
  readonly nomor: number;
  readonly golongan: Golongan;
  /** The case, or for `saran` all that it may be; empty for people whom the register does not know. */
  readonly tiket: readonly string[];
  readonly dasar?: Dasar;
  /** Why, and what to do; without personal data. */
  readonly alasan: string;
  readonly jawaban?: JawabanBerkode;
  /** What else to look at (S-15, S-29). */
  readonly petunjuk: readonly string[];
}

export interface HasilRekonsiliasi {
  /** One for each row, in the order of the file. */
  readonly baris: readonly Putusan[];
  /** Tickets that were sent and that no row answers (S-08). */
  readonly belumDijawab: readonly string[];
}

/** Which cases an answer is expected for; without both, all that are at BPJS. */
export interface Cakupan {
  readonly batch?: string;
  readonly periode?: string;
}
