/** What a table of moves consists of: per action who, from which status, to which, under which conditions and SOP clause. */
import type { Kasus } from '../kolom/kasus.ts';
import { cekKosong } from '../pemeriksaan/cek.ts';
import { galatTerbuka } from './masalah.ts';
import type { Status } from './status.ts';
import { bacaTanda } from './tanda.ts';

/**
 * Who acts. `sistem` is a scheduled job; `pic` and `kelurahan` act through forms and files, `bpjs`, `dinkes`, `kecamatan`
 * and `disdukcapil` through their own spreadsheets. `pendukung` assists kelurahan with entry and decides nothing (BGR-22).
 */
const PELAKU = [
  'pic',
  'loket',
  'kelurahan',
  'pendukung',
  'kecamatan',
  'disdukcapil',
  'dinsos',
  'dinkes',
  'bpjs',
  'sistem',
] as const;

export type Pelaku = (typeof PELAKU)[number];

/** Whether a role of the tab `Peran` acts under its own name. `sistem` is nobody's role. */
export const isPelaku = (peran: string): peran is Pelaku =>
  peran !== 'sistem' && (PELAKU as readonly string[]).includes(peran);

export const AKSI = [
  'AJUKAN',
  'REVISI',
  'SARING',
  'KETAHUI',
  'KOREKSI',
  'PERIKSA',
  'BUKAN_GANDA',
  'KEMBALIKAN',
  'LOLOSKAN',
  'TIDAK_LOLOSKAN',
  'BATALKAN',
  'GESER_PERIODE',
  'USULKAN',
  'SERAHKAN',
  'KIRIM_BPJS',
  'CATAT_HASIL',
  'CEK_ULANG',
  'AJUKAN_ULANG',
  'BANDING',
  'CATAT_KIS',
  'SELESAIKAN',
  'TARIK',
  'TUTUP',
  'TANDAI',
] as const;

export type Aksi = (typeof AKSI)[number];

export const isAksi = (teks: string): teks is Aksi => (AKSI as readonly string[]).includes(teks);

export interface AturanAksi {
  /** The button or log label. */
  readonly label: string;
  readonly dari: readonly Status[];
  /**
   * `tetap`: the status stays; `hasil`: the outcome decides (see `hasil/hasil.ts`); `cek`: DIVERIFIKASI while all
   * checks stand, else DIAJUKAN; `saring`: DIAJUKAN when the documents are complete, else DIKEMBALIKAN; `kis`: SELESAI
   * when the card is handed over, else the status stays.
   */
  readonly ke: Status | 'tetap' | 'hasil' | 'cek' | 'saring' | 'kis';
  readonly pelaku: readonly Pelaku[];
  /** SOP clause or silent case that this move comes from. */
  readonly klausul: string;
  /** Whether a reason must be given. */
  readonly alasan: boolean;
  /** Reasons, in Indonesian, why this case may not take the step now. Empty: it may. */
  readonly jaga?: (kasus: Kasus) => string[];
}

export type TabelAksi = Readonly<Partial<Record<Aksi, AturanAksi>>>;

/** BTL-G-06: what is incomplete or wrong never goes on to the next office. */
export function jagaLengkap(kasus: Kasus): string[] {
  const kosong = cekKosong(kasus).map(({ nama }) => nama);
  const galat = galatTerbuka(kasus.masalah);
  return [
    ...(kosong.length > 0 ? [`Pemeriksaan belum diisi: ${kosong.join(', ')}.`] : []),
    ...(galat > 0 ? [`Masih ada ${galat} galat data yang harus diperbaiki.`] : []),
    ...(bacaTanda(kasus.tanda).has('potensi_ganda')
      ? ['Ditandai mungkin ganda: tutup sebagai ganda, atau nyatakan bukan ganda dengan alasan.']
      : []),
  ];
}

/** BGR-09: only a NIK that the population register does not know cancels a proposal. */
export const jagaTidakDitemukan = (kasus: Kasus): string[] =>
  kasus.cek_kependudukan === 'Tidak ditemukan'
    ? []
    : ['Hanya bila pemeriksaan kependudukan berhasil "Tidak ditemukan".'];

export const jagaGanda = (kasus: Kasus): string[] =>
  bacaTanda(kasus.tanda).has('potensi_ganda') ? [] : ['Usulan ini tidak ditandai mungkin ganda.'];
