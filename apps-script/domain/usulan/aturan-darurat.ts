/** The emergency route of Bantul (SOP Darurat). */
import { jagaGanda, jagaLengkap, jagaTidakDitemukan, type TabelAksi } from './aturan.ts';
import type { Status } from './status.ts';

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
    jaga: jagaGanda,
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
    jaga: jagaTidakDitemukan,
  },
  USULKAN: {
    label: 'Usulkan ke BPJS',
    dari: ['DIVERIFIKASI'],
    ke: 'DIKIRIM_BPJS',
    pelaku: ['dinsos'],
    klausul: 'BTL-D-07',
    alasan: false,
    jaga: jagaLengkap,
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
} as const satisfies TabelAksi;
