/** Classes as people read them: a short name, and what is to be done next. */
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';

interface TeksKelas {
  readonly nama: string;
  readonly langkah: string;
}

/** In the order in which people work them off: what needs most care stands first, what needs none last. */
export const TEKS_KELAS: Readonly<Record<KelasUmpanBalik, TeksKelas>> = {
  BENTROK: { nama: 'Bentrok', langkah: 'Periksa NIK pada KTP-el atau KK. Jangan diterima sebelum jelas.' },
  BERTENTANGAN: { nama: 'Bertentangan', langkah: 'Tanyakan kepada BPJS jawaban mana yang berlaku.' },
  GANDA: { nama: 'Ganda', langkah: 'Pilih satu di antara jawabannya.' },
  SARAN: { nama: 'Saran', langkah: 'Bandingkan calonnya: terima yang benar atau tolak.' },
  COCOK_BEDA: { nama: 'Cocok, ada beda', langkah: 'Periksa isian yang berbeda, lalu terima atau tolak.' },
  CACAT: { nama: 'Cacat', langkah: 'Perbaiki barisnya di berkas asal, lalu jalankan lagi.' },
  TIDAK_DIKENAL: { nama: 'Tidak dikenal', langkah: 'Cari di batch lain, atau tanyakan kepada BPJS.' },
  TIDAK_DITEMUKAN: {
    nama: 'Tidak ditemukan',
    langkah: 'Periksa NIK dan ejaan nama. Bila sudah benar, orangnya tidak ada.',
  },
  BELUM_DIJAWAB: { nama: 'Belum dijawab', langkah: 'Tunggu jawaban berikutnya, atau tanyakan kepada BPJS.' },
  USANG: { nama: 'Usang', langkah: 'Tidak perlu apa-apa: yang lebih baru sudah tercatat.' },
  COCOK: { nama: 'Cocok', langkah: 'Tidak perlu apa-apa: dapat dicatat tanpa diperiksa orang.' },
};

export const URUTAN_KELAS = Object.keys(TEKS_KELAS) as KelasUmpanBalik[];

const TANPA_ORANG: ReadonlySet<KelasUmpanBalik> = new Set(['COCOK', 'USANG']);

/** Whether somebody has to look at such a row. */
export const perluOrang = (kelas: KelasUmpanBalik): boolean => !TANPA_ORANG.has(kelas);
