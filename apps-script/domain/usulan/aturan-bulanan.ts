/** The monthly routes: Bantul non-darurat (BTL-N), and Kota Bogor's proposals (BGR-U) and mutations (BGR-M). */
import { type AturanAksi, jagaGanda, jagaLengkap, jagaTidakDitemukan, type TabelAksi } from './aturan.ts';
import type { Status } from './status.ts';

/** Not decided yet: these keep a batch open. */
const DIPERIKSA: readonly Status[] = ['DIAJUKAN', 'DIVERIFIKASI'];
const GAGAL: readonly Status[] = ['TIDAK_LOLOS', 'TIDAK_BERHASIL'];
const BERJALAN: readonly Status[] = [
  ...DIPERIKSA,
  'DIKEMBALIKAN',
  'LOLOS',
  'DIKIRIM_DINKES',
  'DIKIRIM_BPJS',
  'DITANGGUHKAN',
];
/** What waits in a closed batch is frozen; a failure found there is corrected after BPJS has answered. */
const DAPAT_DIKOREKSI: readonly Status[] = [...DIPERIKSA, 'DIKEMBALIKAN', 'LOLOS', ...GAGAL, 'DITANGGUHKAN'];

const dinsos = (bagian: Omit<AturanAksi, 'pelaku'>): AturanAksi => ({ ...bagian, pelaku: ['dinsos'] });

/** The moves that all monthly routes share, with the clauses of the route. */
const bersama = (k: Record<'periksa' | 'kembali' | 'hasil' | 'koreksi', string>) =>
  ({
    KOREKSI: dinsos({ label: 'Koreksi data', dari: DAPAT_DIKOREKSI, ke: 'cek', klausul: k.koreksi, alasan: false }),
    BUKAN_GANDA: dinsos({
      label: 'Bukan ganda',
      dari: DIPERIKSA,
      ke: 'tetap',
      klausul: 'S-17, S-18',
      alasan: true,
      jaga: jagaGanda,
    }),
    LOLOSKAN: dinsos({
      label: 'Loloskan',
      dari: ['DIVERIFIKASI'],
      ke: 'LOLOS',
      klausul: k.periksa,
      alasan: false,
      jaga: jagaLengkap,
    }),
    TIDAK_LOLOSKAN: dinsos({
      label: 'Nyatakan tidak lolos',
      dari: ['DIVERIFIKASI', 'LOLOS'],
      ke: 'TIDAK_LOLOS',
      klausul: k.kembali,
      alasan: true,
    }),
    BATALKAN: dinsos({
      label: 'Batalkan (NIK tidak ditemukan)',
      dari: DIPERIKSA,
      ke: 'DIBATALKAN',
      klausul: 'BGR-09',
      alasan: true,
      jaga: jagaTidakDitemukan,
    }),
    GESER_PERIODE: {
      label: 'Pindahkan periode',
      dari: [...DIPERIKSA, 'DIKEMBALIKAN', 'LOLOS'],
      ke: 'tetap',
      pelaku: ['dinsos', 'sistem'],
      klausul: 'S-02',
      alasan: true,
    },
    CATAT_HASIL: {
      label: 'Catat hasil BPJS',
      dari: ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL'],
      ke: 'hasil',
      pelaku: ['bpjs', 'dinsos', 'dinkes'],
      klausul: k.hasil,
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
    AJUKAN_ULANG: dinsos({
      label: 'Buka percobaan baru',
      dari: [...GAGAL, 'DIBATALKAN'],
      ke: 'DIAJUKAN',
      klausul: 'S-04',
      alasan: true,
    }),
    BANDING: dinsos({
      label: 'Terima sanggahan',
      dari: GAGAL,
      ke: 'tetap',
      klausul: 'S-30',
      alasan: true,
    }),
    SELESAIKAN: {
      label: 'Selesaikan',
      dari: ['BERHASIL', ...GAGAL],
      ke: 'SELESAI',
      pelaku: ['dinsos', 'sistem'],
      klausul: k.hasil,
      alasan: false,
    },
    TARIK: dinsos({ label: 'Tarik usulan', dari: BERJALAN, ke: 'DITARIK', klausul: k.kembali, alasan: true }),
    TUTUP: {
      label: 'Tutup',
      dari: [...BERJALAN, 'BERHASIL', ...GAGAL],
      ke: 'DITUTUP',
      pelaku: ['dinsos', 'sistem'],
      klausul: 'S-09, S-17, S-18',
      alasan: true,
    },
    TANDAI: { label: 'Tandai', dari: BERJALAN, ke: 'tetap', pelaku: ['sistem'], klausul: 'S-06, S-07', alasan: false },
  }) as const satisfies TabelAksi;

/** Bantul non-darurat (SOP Non Darurat): counter, screening, checks, collective proposal. */
export const ATURAN_BTL_N = {
  ...bersama({ periksa: 'BTL-N-04', kembali: 'BTL-N-03', hasil: 'BTL-N-07', koreksi: 'BTL-N-04' }),
  AJUKAN: {
    label: 'Terima permohonan',
    dari: [],
    ke: 'DIAJUKAN',
    pelaku: ['loket', 'dinsos'],
    klausul: 'BTL-N-01',
    alasan: false,
  },
  REVISI: {
    label: 'Perbaikan dari pemohon',
    dari: [...DIPERIKSA, 'DIKEMBALIKAN', ...GAGAL, 'DIBATALKAN'],
    ke: 'cek',
    pelaku: ['loket', 'dinsos'],
    klausul: 'BTL-N-03',
    alasan: false,
  },
  SARING: {
    label: 'Simpan hasil penyaringan',
    dari: ['DIAJUKAN', 'DIKEMBALIKAN'],
    ke: 'saring',
    pelaku: ['loket', 'dinsos'],
    klausul: 'BTL-N-02, BTL-N-03',
    alasan: false,
  },
  PERIKSA: dinsos({ label: 'Catat pemeriksaan', dari: DIPERIKSA, ke: 'cek', klausul: 'BTL-N-04', alasan: false }),
  KEMBALIKAN: {
    label: 'Kembalikan ke pemohon',
    dari: [...DIPERIKSA, 'LOLOS'],
    ke: 'DIKEMBALIKAN',
    pelaku: ['loket', 'dinsos'],
    klausul: 'BTL-N-03',
    alasan: true,
  },
  SERAHKAN: dinsos({
    label: 'Usulkan kolektif ke BPJS',
    dari: ['LOLOS'],
    ke: 'DIKIRIM_BPJS',
    klausul: 'BTL-N-05',
    alasan: false,
    jaga: jagaLengkap,
  }),
} as const satisfies TabelAksi;

/** Kota Bogor, people without cover (Format 34). */
export const ATURAN_BGR_U = {
  ...bersama({ periksa: 'BGR-13', kembali: 'BGR-16', hasil: 'BGR-18, BGR-19', koreksi: 'BGR-13' }),
  AJUKAN: {
    label: 'Ajukan',
    dari: [],
    ke: 'DIAJUKAN',
    pelaku: ['kelurahan', 'pendukung', 'dinsos'],
    klausul: 'BGR-05, BGR-06, BGR-07',
    alasan: false,
  },
  REVISI: {
    label: 'Perbaikan dari kelurahan',
    dari: [...DIPERIKSA, 'DIKEMBALIKAN', ...GAGAL, 'DIBATALKAN'],
    ke: 'cek',
    pelaku: ['kelurahan', 'pendukung', 'dinsos'],
    klausul: 'BGR-09, BGR-16',
    alasan: false,
  },
  KETAHUI: {
    label: 'Diketahui kecamatan',
    dari: BERJALAN,
    ke: 'tetap',
    pelaku: ['kecamatan'],
    klausul: 'BGR-11',
    alasan: false,
  },
  PERIKSA: {
    label: 'Catat pemeriksaan',
    dari: DIPERIKSA,
    ke: 'cek',
    pelaku: ['dinsos', 'disdukcapil'],
    klausul: 'BGR-13, BGR-14',
    alasan: false,
  },
  KEMBALIKAN: dinsos({
    label: 'Kembalikan ke kelurahan',
    dari: [...DIPERIKSA, 'LOLOS'],
    ke: 'DIKEMBALIKAN',
    klausul: 'BGR-16',
    alasan: true,
  }),
  SERAHKAN: dinsos({
    label: 'Serahkan ke Dinkes',
    dari: ['LOLOS'],
    ke: 'DIKIRIM_DINKES',
    klausul: 'BGR-15',
    alasan: false,
    jaga: jagaLengkap,
  }),
  KIRIM_BPJS: {
    label: 'Kirim ke BPJS',
    dari: ['DIKIRIM_DINKES'],
    ke: 'DIKIRIM_BPJS',
    pelaku: ['dinkes', 'dinsos'],
    klausul: 'BGR-17',
    alasan: false,
  },
  CATAT_KIS: {
    label: 'Catat penyerahan KIS',
    dari: ['BERHASIL'],
    ke: 'kis',
    pelaku: ['kelurahan', 'pendukung', 'dinsos'],
    klausul: 'BGR-20',
    alasan: false,
  },
} as const satisfies TabelAksi;

/** Kota Bogor, people who move to PBI from another segment (Format 37). */
export const ATURAN_BGR_M = {
  ...ATURAN_BGR_U,
  AJUKAN: { ...ATURAN_BGR_U.AJUKAN, klausul: 'BGR-05, BGR-06, BGR-08' },
} as const satisfies TabelAksi;
