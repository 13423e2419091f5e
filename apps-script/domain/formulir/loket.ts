/** The counter form of Bagian Pelayanan (BTL-N-01): receiving a request starts its clock; screening follows in the panel. */
import { KANAL } from '../kolom/kasus.ts';
import type { Butir, Formulir } from './butir.ts';
import { POLA_HP, POLA_KARTU, POLA_TIKET_FORMULIR } from './pola.ts';
import { BUTIR_ORANG } from './usulan.ts';

/** At the counter the kalurahan is asked, and what only Format 34 wants is not. */
const TANPA: readonly string[] = ['kawin', 'kode_pos', 'hp', 'fktp'];

const ALAMAT_DAN_HP: readonly Butir[] = [
  {
    bidang: 'kalurahan',
    jenis: 'daftar',
    judul: '{kelurahan}',
    bantuan: 'Diurutkan menurut {kecamatan}.',
    wajib: true,
    pilihan: { dari: 'kalurahan' },
  },
  { bidang: 'hp', jenis: 'teks', judul: 'Nomor HP pemohon', wajib: true, pola: POLA_HP },
  {
    bidang: 'no_kartu',
    jenis: 'teks',
    judul: 'Nomor kartu JKN (bila ada)',
    wajib: false,
    pola: POLA_KARTU,
  },
  { bidang: 'segmen_asal', jenis: 'teks', judul: 'Segmen kepesertaan sebelumnya (bila diketahui)', wajib: false },
  { bidang: 'catatan', jenis: 'paragraf', judul: 'Catatan', bantuan: 'Jangan menulis diagnosis.', wajib: false },
];

export const FORMULIR_LOKET: Formulir = {
  nama: 'loket',
  rute: ['BTL-N'],
  surel: true,
  judul: 'Loket: Permohonan Pengalihan ke PBI',
  keterangan:
    'Untuk Bagian Pelayanan. Catat permohonan atau aduan begitu diterima; waktu penyaringan 15 menit dihitung dari sini. Berkas yang kurang tetap dicatat.',
  konfirmasi:
    'Permohonan tersimpan. Nomor tiketnya dikirim ke surel Anda. Buka Register PBI, pilih barisnya, lalu isi penyaringan di panel kasus.',
  halaman: [
    {
      id: 'permohonan',
      judul: 'Permohonan',
      bantuan: '',
      butir: [
        {
          bidang: 'tiket_lama',
          jenis: 'teks',
          judul: 'Nomor tiket yang dilengkapi',
          bantuan: 'Kosongkan untuk permohonan baru.',
          wajib: false,
          pola: POLA_TIKET_FORMULIR,
        },
        { bidang: 'kanal', jenis: 'pilihan', judul: 'Permohonan masuk lewat', wajib: true, pilihan: KANAL },
        {
          bidang: 'dokumen',
          jenis: 'centang',
          judul: 'Dokumen yang dibawa',
          wajib: false,
          pilihan: { dari: 'dokumen_btl_n' },
        },
      ],
    },
    {
      id: 'identitas',
      judul: 'Identitas',
      bantuan: 'Tulis sama seperti pada KTP-el dan KK.',
      butir: [...BUTIR_ORANG.filter(({ bidang }) => !TANPA.includes(bidang)), ...ALAMAT_DAN_HP],
    },
  ],
};
