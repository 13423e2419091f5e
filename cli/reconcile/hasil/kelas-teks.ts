/** Classes as people read them: a short name, and what is to be done next. */
import { KELAS_UMPAN_BALIK, type KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import type { HasilCocok } from '../bentuk.ts';
import type { KepalaRencana } from '../rencana.ts';

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
  COCOK: {
    nama: 'Cocok',
    langkah: 'Orangnya pasti. Dicatat tanpa diperiksa orang, kecuali ada yang kurang menurut alasannya.',
  },
};

/** Of two rows of a register the same classes say something else than of a row and a reference. */
const SESAMA: Readonly<Partial<Record<KelasUmpanBalik, ArtiKelas>>> = {
  BENTROK: { arti: 'NIK sama, orang berlainan', langkah: 'Periksa NIK keduanya pada KTP-el atau KK.' },
  GANDA: { arti: 'NIK sama, orang yang sama', langkah: 'Pertahankan satu, tutup yang lain.' },
  SARAN: {
    arti: 'NIK lain atau tidak terbaca, kemungkinan orang yang sama',
    langkah: 'Bandingkan keduanya, lalu betulkan atau tutup salah satu.',
  },
  CACAT: { arti: 'Baris tidak dapat dibandingkan', langkah: 'Lengkapi atau perbaiki barisnya, lalu jalankan lagi.' },
};

interface ArtiKelas {
  readonly arti: string;
  readonly langkah: string;
}

/** What a class means in a run of this kind, and what is to be done; each a sentence, the first without its full stop. */
export const artiKelas = (kelas: KelasUmpanBalik, jenis: KepalaRencana['jenis']): ArtiKelas =>
  (jenis === 'GANDA' ? SESAMA[kelas] : undefined) ?? {
    arti: KELAS_UMPAN_BALIK[kelas],
    langkah: TEKS_KELAS[kelas].langkah,
  };

export const URUTAN_KELAS = Object.keys(TEKS_KELAS) as KelasUmpanBalik[];

const TANPA_ORANG: ReadonlySet<KelasUmpanBalik> = new Set(['COCOK', 'USANG']);

/** Whether somebody has to look at rows of a class. */
export const perluOrang = (kelas: KelasUmpanBalik): boolean => !TANPA_ORANG.has(kelas);

/** Whether somebody has to look at this one: by what was decided of it, or else by its class. */
export const isPerluDilihat = ({ kelas, entri }: Pick<HasilCocok, 'kelas' | 'entri'>): boolean =>
  entri === undefined ? perluOrang(kelas) : entri?.putusan === 'TUNDA';
