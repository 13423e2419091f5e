/** The report on cards (BGR-20, S-27): received, handed over with a receipt, not handed over, returned. */
import type { Formulir } from './butir.ts';
import { POLA_TIKET_FORMULIR } from './pola.ts';

export const PERISTIWA_KIS = {
  DITERIMA: 'Kartu diterima kelurahan',
  DISERAHKAN: 'Kartu diserahkan kepada peserta atau keluarga',
  DIGITAL: 'Peserta memakai KIS digital',
  GAGAL: 'Belum dapat diserahkan',
  RETUR: 'Kartu dikembalikan ke BPJS Kesehatan',
} as const;

export type PeristiwaKis = keyof typeof PERISTIWA_KIS;

const SERAH = 'serah';
const GAGAL = 'gagal';

export const FORMULIR_KIS: Formulir = {
  nama: 'kis',
  rute: ['BGR-U', 'BGR-M'],
  surel: true,
  judul: 'Laporan Penyerahan KIS',
  keterangan:
    'Untuk petugas kelurahan. Masuk dengan akun Google yang terdaftar. Satu laporan untuk satu kartu; laporan berikutnya atas tiket yang sama melanjutkan yang lama.',
  konfirmasi:
    'Laporan terkirim dan diperiksa sebentar lagi: yang dapat dicatat tampak sebagai kedudukan kartu di spreadsheet kelurahan Anda dan menjadi tanda terima; yang tidak dapat dicatat dikabarkan lewat surel.',
  halaman: [
    {
      id: 'kartu',
      judul: 'Kartu',
      bantuan: '',
      butir: [
        { bidang: 'tiket', jenis: 'teks', judul: 'Nomor tiket', wajib: true, pola: POLA_TIKET_FORMULIR },
        { bidang: 'tanggal', jenis: 'tanggal', judul: 'Tanggal kejadian', wajib: true },
        {
          bidang: 'peristiwa',
          jenis: 'pilihan',
          judul: 'Apa yang terjadi',
          wajib: true,
          pilihan: Object.values(PERISTIWA_KIS),
          cabang: {
            [PERISTIWA_KIS.DITERIMA]: 'kirim',
            [PERISTIWA_KIS.DISERAHKAN]: { halaman: SERAH },
            [PERISTIWA_KIS.DIGITAL]: 'kirim',
            [PERISTIWA_KIS.GAGAL]: { halaman: GAGAL },
            [PERISTIWA_KIS.RETUR]: { halaman: GAGAL },
          },
        },
      ],
    },
    {
      id: SERAH,
      judul: 'Penerima',
      bantuan: '',
      lanjut: 'kirim',
      butir: [
        { bidang: 'penerima', jenis: 'teks', judul: 'Nama penerima', wajib: true },
        {
          bidang: 'hubungan',
          jenis: 'daftar',
          judul: 'Hubungan dengan peserta',
          wajib: true,
          pilihan: ['Peserta sendiri', 'Suami atau istri', 'Orang tua', 'Anak', 'Saudara', 'Wali atau pendamping'],
        },
      ],
    },
    {
      id: GAGAL,
      judul: 'Sebab',
      bantuan: '',
      lanjut: 'kirim',
      butir: [{ bidang: 'alasan_gagal', jenis: 'daftar', judul: 'Sebab', wajib: true, pilihan: { dari: 'gagal_kis' } }],
    },
  ],
};
