/** What can be done with a case: per action who, from which status, to which, under which conditions and SOP clause. */

import type { Kasus } from '../kolom/kasus.ts';
import { cekKosong } from '../pemeriksaan/cek.ts';
import { galatTerbuka } from './masalah.ts';
import { isStatus, LABEL_STATUS, type Status } from './status.ts';
import { bacaTanda } from './tanda.ts';

/** Who acts. `sistem` is a scheduled job; `pic` acts through the form, `bpjs` through its own spreadsheet. */
export type Pelaku = 'pic' | 'dinsos' | 'bpjs' | 'sistem';

export const AKSI = [
  'AJUKAN',
  'REVISI',
  'KOREKSI',
  'PERIKSA',
  'BUKAN_GANDA',
  'KEMBALIKAN',
  'TIDAK_LOLOSKAN',
  'BATALKAN',
  'USULKAN',
  'CATAT_HASIL',
  'CEK_ULANG',
  'AJUKAN_ULANG',
  'SELESAIKAN',
  'TARIK',
  'TUTUP',
  'TANDAI',
] as const;

export type Aksi = (typeof AKSI)[number];

export interface AturanAksi {
  /** The button or log label. */
  readonly label: string;
  readonly dari: readonly Status[];
  /**
   * `tetap`: the status stays; `hasil`: the outcome decides (see `hasil/hasil.ts`); `cek`: DIVERIFIKASI while all four
   * checks stand, else DIAJUKAN.
   */
  readonly ke: Status | 'tetap' | 'hasil' | 'cek';
  readonly pelaku: readonly Pelaku[];
  /** SOP clause or silent case that this move comes from. */
  readonly klausul: string;
  /** Whether a reason must be given. */
  readonly alasan: boolean;
  /** Reasons, in Indonesian, why this case may not take the step now. Empty: it may. */
  readonly jaga?: (kasus: Kasus) => string[];
}

const BERJALAN: readonly Status[] = ['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'DIKIRIM_BPJS', 'DITANGGUHKAN'];
const DIPERIKSA: readonly Status[] = ['DIAJUKAN', 'DIVERIFIKASI'];
const DAPAT_DIKOREKSI: readonly Status[] = [...BERJALAN, 'BERHASIL', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'];

/** The emergency route of Bantul (SOP Darurat). Corrections stay possible while a case is open. */
export const ATURAN_BTL_D = {
  AJUKAN: { label: 'Ajukan', dari: [], ke: 'DIAJUKAN', pelaku: ['pic'], klausul: 'BTL-D-03', alasan: false },
  REVISI: {
    label: 'Perbaikan dari PIC',
    dari: ['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'],
    ke: 'cek',
    pelaku: ['pic'],
    klausul: 'S-19',
    alasan: false,
  },
  KOREKSI: {
    label: 'Koreksi data',
    dari: DAPAT_DIKOREKSI,
    ke: 'cek',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-05',
    alasan: false,
  },
  PERIKSA: {
    label: 'Catat pemeriksaan',
    dari: DIPERIKSA,
    ke: 'cek',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-06',
    alasan: false,
  },
  BUKAN_GANDA: {
    label: 'Bukan ganda',
    dari: DIPERIKSA,
    ke: 'tetap',
    pelaku: ['dinsos'],
    klausul: 'S-18',
    alasan: true,
    jaga: (kasus) => (bacaTanda(kasus.tanda).has('potensi_ganda') ? [] : ['Usulan ini tidak ditandai mungkin ganda.']),
  },
  KEMBALIKAN: {
    label: 'Kembalikan ke PIC',
    dari: DIPERIKSA,
    ke: 'DIKEMBALIKAN',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-05',
    alasan: true,
  },
  TIDAK_LOLOSKAN: {
    label: 'Nyatakan tidak lolos',
    dari: ['DIVERIFIKASI'],
    ke: 'TIDAK_LOLOS',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-06',
    alasan: true,
  },
  BATALKAN: {
    label: 'Batalkan (NIK tidak ditemukan)',
    dari: DIPERIKSA,
    ke: 'DIBATALKAN',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-06',
    alasan: true,
    jaga: (kasus) =>
      kasus.cek_kependudukan === 'Tidak ditemukan'
        ? []
        : ['Hanya bila pemeriksaan kependudukan berhasil "Tidak ditemukan".'],
  },
  USULKAN: {
    label: 'Usulkan ke BPJS',
    dari: ['DIVERIFIKASI'],
    ke: 'DIKIRIM_BPJS',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-07',
    alasan: false,
    jaga: jagaUsulan,
  },
  CATAT_HASIL: {
    label: 'Catat hasil BPJS',
    dari: ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL'],
    ke: 'hasil',
    pelaku: ['bpjs', 'dinsos'],
    klausul: 'BTL-D-08',
    alasan: false,
  },
  CEK_ULANG: {
    label: 'Ajukan kembali setelah ditangguhkan',
    dari: ['DITANGGUHKAN'],
    ke: 'DIKIRIM_BPJS',
    pelaku: ['sistem', 'dinsos'],
    klausul: 'S-06',
    alasan: false,
  },
  AJUKAN_ULANG: {
    label: 'Buka percobaan baru',
    dari: ['TIDAK_BERHASIL', 'TIDAK_LOLOS', 'DIBATALKAN'],
    ke: 'DIAJUKAN',
    pelaku: ['dinsos'],
    klausul: 'S-04',
    alasan: true,
  },
  SELESAIKAN: {
    label: 'Selesaikan',
    dari: ['BERHASIL', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'],
    ke: 'SELESAI',
    pelaku: ['dinsos', 'sistem'],
    klausul: 'BTL-D-08',
    alasan: false,
  },
  TARIK: {
    label: 'Tarik usulan',
    dari: BERJALAN,
    ke: 'DITARIK',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-01',
    alasan: true,
  },
  TUTUP: {
    label: 'Tutup',
    dari: [...BERJALAN, 'BERHASIL', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'],
    ke: 'DITUTUP',
    pelaku: ['dinsos'],
    klausul: 'S-09, S-18',
    alasan: true,
  },
  TANDAI: { label: 'Tandai', dari: BERJALAN, ke: 'tetap', pelaku: ['sistem'], klausul: 'BTL-D-07', alasan: false },
} as const satisfies Record<Aksi, AturanAksi>;

const ATURAN: Record<Aksi, AturanAksi> = ATURAN_BTL_D;

/** The rule of an action on the emergency route. */
export const aturanAksi = (aksi: Aksi): AturanAksi => ATURAN[aksi];

export const isAksi = (teks: string): teks is Aksi => (AKSI as readonly string[]).includes(teks);

/** Why `pelaku` may not do `aksi` with this case now, all reasons at once; empty when it is allowed. */
export function halanganAksi(aksi: Aksi, kasus: Kasus, pelaku: Pelaku): string[] {
  const aturan = ATURAN[aksi];
  const status = kasus.status;
  if (!isStatus(status)) return [`Status di baris ini tidak dikenal. Pulihkan lewat menu "Periksa register".`];
  const sebab: string[] = [];
  if (!aturan.pelaku.includes(pelaku)) sebab.push('Tindakan ini bukan wewenang peran Anda.');
  if (!aturan.dari.includes(status)) {
    const boleh = aturan.dari.map((s) => LABEL_STATUS[s]).join(', ');
    sebab.push(`Hanya untuk status ${boleh}; sekarang ${LABEL_STATUS[status]}.`);
  } else if (aturan.jaga) {
    sebab.push(...aturan.jaga(kasus));
  }
  return sebab;
}

/** BTL-G-06: what is incomplete or wrong never goes to BPJS. */
function jagaUsulan(kasus: Kasus): string[] {
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
