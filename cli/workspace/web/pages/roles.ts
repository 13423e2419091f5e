/** What the home page calls each role, and what somebody with it does here. */
import type { Role } from '../../users.ts';

export const ROLE: Record<Role, { name: string; does: string }> = {
  admin: { name: 'Admin', does: 'Pemilik register, formulir, dan pemicu. Mengatur peran dan pengaturan.' },
  dinsos: { name: 'Dinsos', does: 'Memeriksa usulan di register, memperbaiki data, dan mengirimkannya.' },
  loket: {
    name: 'Bagian Pelayanan',
    does: 'Menerima pemohon di loket, memeriksa kelengkapan, dan mencatat usulannya.',
  },
  pendukung: { name: 'Tim pendukung', does: 'Membantu mengisi dan melengkapi usulan, tanpa menyetujui.' },
  kelurahan: { name: 'Kelurahan', does: 'Mengisi Format 34 dan 37, melihat hasil, dan menyerahkan KIS.' },
  kecamatan: { name: 'Kecamatan', does: 'Mengetahui usulan dari kelurahan di wilayahnya.' },
  pic: { name: 'PIC rumah sakit', does: 'Mengusulkan pasien darurat lewat formulir dan memperbaiki isiannya.' },
  disdukcapil: { name: 'Disdukcapil', does: 'Memeriksa NIK dan nomor KK yang tidak ditemukan, lalu menjawabnya.' },
  dinkes: { name: 'Dinkes', does: 'Menerima usulan dari Dinsos dan meneruskannya ke BPJS.' },
  bpjs: {
    name: 'BPJS Kesehatan',
    does: 'Melihat usulan yang dikirim dan mengisi hasil: berhasil, tidak berhasil, ditangguhkan.',
  },
};
