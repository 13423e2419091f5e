/** The form of the kelurahan (BGR-05 to BGR-08). The area is that of whoever signs in; nobody chooses it. */
import { STATUS_KAWIN } from '../kolom/kasus.ts';
import { HUBKEL } from '../usulan/hubkel.ts';
import { SEGMEN_ASAL } from '../usulan/segmen.ts';
import type { Butir, Formulir } from './butir.ts';
import {
  POLA_HP,
  POLA_KARTU,
  POLA_KK,
  POLA_KODE_POS,
  POLA_NIK,
  POLA_RT,
  POLA_RW,
  POLA_TIKET_FORMULIR,
} from './pola.ts';

const MUTASI = 'mutasi';
const IDENTITAS = 'identitas';

export const JENIS_USULAN = {
  'BGR-U': 'Usulan: belum mempunyai jaminan kesehatan (Format 34)',
  'BGR-M': 'Mutasi: pindah dari segmen lain ke PBI (Format 37)',
} as const;

/** Who the person is and lives where, as Format 34 and 37 ask for it. */
export const BUTIR_ORANG: readonly Butir[] = [
  { bidang: 'nik', jenis: 'teks', judul: 'NIK', bantuan: '16 angka pada KTP-el atau KK.', wajib: true, pola: POLA_NIK },
  { bidang: 'no_kk', jenis: 'teks', judul: 'Nomor Kartu Keluarga (KK)', wajib: true, pola: POLA_KK },
  { bidang: 'nama', jenis: 'teks', judul: 'Nama lengkap', bantuan: 'Seperti pada KTP-el.', wajib: true },
  {
    bidang: 'hubkel',
    jenis: 'daftar',
    judul: 'Hubungan dalam keluarga',
    wajib: true,
    pilihan: HUBKEL,
  },
  { bidang: 'tempat_lahir', jenis: 'teks', judul: 'Tempat lahir', wajib: true },
  { bidang: 'tgl_lahir', jenis: 'tanggal', judul: 'Tanggal lahir', wajib: true },
  { bidang: 'jk', jenis: 'pilihan', judul: 'Jenis kelamin', wajib: true, pilihan: ['Laki-laki', 'Perempuan'] },
  { bidang: 'kawin', jenis: 'daftar', judul: 'Status kawin', wajib: true, pilihan: STATUS_KAWIN },
  { bidang: 'alamat', jenis: 'teks', judul: 'Alamat (jalan atau kampung)', wajib: true },
  { bidang: 'rt', jenis: 'teks', judul: 'RT', wajib: true, pola: POLA_RT },
  { bidang: 'rw', jenis: 'teks', judul: 'RW', wajib: true, pola: POLA_RW },
  { bidang: 'kode_pos', jenis: 'teks', judul: 'Kode pos', wajib: false, pola: POLA_KODE_POS },
  { bidang: 'hp', jenis: 'teks', judul: 'Nomor HP', wajib: false, pola: POLA_HP },
  {
    bidang: 'fktp',
    jenis: 'daftar',
    judul: 'Faskes tingkat pertama yang dipilih',
    wajib: true,
    pilihan: { dari: 'fktp' },
  },
];

export const FORMULIR_USULAN: Formulir = {
  nama: 'usulan',
  rute: ['BGR-U', 'BGR-M'],
  surel: true,
  judul: 'Usulan dan Mutasi PBI APBD',
  keterangan:
    'Untuk petugas kelurahan. Masuk dengan akun Google yang terdaftar; wilayah mengikuti akun. Siapkan pengantar RT/RW, KK, dan KTP. Satu kiriman untuk satu orang. Diterima paling lambat tanggal batas setiap bulan; sesudahnya masuk periode berikut.',
  konfirmasi:
    'Tanggapan tersimpan. Nomor tiket, periode, dan hasil pemeriksaan data dikirim ke surel Anda, biasanya dalam 5 menit; surel itu memuat tautan untuk memperbaiki data.',
  halaman: [
    {
      id: 'jenis',
      judul: 'Jenis usulan dan dokumen',
      bantuan: '',
      butir: [
        {
          bidang: 'tiket_lama',
          jenis: 'teks',
          judul: 'Nomor tiket yang diperbaiki',
          bantuan: 'Kosongkan untuk usulan baru. Isi bila memperbaiki usulan yang dikembalikan atau dibatalkan.',
          wajib: false,
          pola: POLA_TIKET_FORMULIR,
        },
        {
          bidang: 'dokumen',
          jenis: 'centang',
          judul: 'Dokumen yang dibawa pemohon',
          bantuan: 'Centang yang benar-benar ada. Yang kurang dapat disusulkan.',
          wajib: false,
          pilihan: { dari: 'dokumen_bgr' },
        },
        {
          bidang: 'jenis_usulan',
          jenis: 'pilihan',
          judul: 'Jenis usulan',
          wajib: true,
          pilihan: Object.values(JENIS_USULAN),
          cabang: {
            [JENIS_USULAN['BGR-U']]: { halaman: IDENTITAS },
            [JENIS_USULAN['BGR-M']]: { halaman: MUTASI },
          },
        },
      ],
    },
    {
      id: MUTASI,
      judul: 'Kepesertaan sebelumnya',
      bantuan: '',
      lanjut: { halaman: IDENTITAS },
      butir: [
        {
          bidang: 'segmen_asal',
          jenis: 'daftar',
          judul: 'Pindah dari segmen',
          wajib: true,
          pilihan: SEGMEN_ASAL,
        },
        {
          bidang: 'no_kartu',
          jenis: 'teks',
          judul: 'Nomor kartu JKN',
          bantuan: 'Kosongkan bila tidak tahu.',
          wajib: false,
          pola: POLA_KARTU,
        },
        {
          bidang: 'jenis_mutasi',
          jenis: 'daftar',
          judul: 'Jenis mutasi',
          wajib: true,
          pilihan: { dari: 'jenis_mutasi' },
        },
        { bidang: 'tgl_berlaku', jenis: 'tanggal', judul: 'Tanggal mutasi diminta berlaku', wajib: false },
      ],
    },
    { id: IDENTITAS, judul: 'Identitas', bantuan: 'Tulis sama seperti pada KTP-el dan KK.', butir: BUTIR_ORANG },
  ],
};
