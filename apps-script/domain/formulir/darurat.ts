/**
 * The emergency form (BTL-D-01 to BTL-D-03). One yes-or-no question a page at the start: where several questions of one
 * page branch, a form follows only one of them, and a "Tidak" must never lead on to the identity.
 */
import type { Formulir } from './butir.ts';
import { POLA_HP, POLA_KARTU, POLA_KK, POLA_NIK, POLA_RT, POLA_RW } from './pola.ts';

const YA = 'Ya';
export const TIDAK = 'Tidak';

/** The pages' names. */
const TIDAK_DIPROSES = 'tidak_diproses';
const BAYI = 'bayi';
const NOMOR = 'nomor';
const IDENTITAS = 'identitas';

export const FORMULIR_DARURAT: Formulir = {
  nama: 'darurat',
  rute: ['BTL-D'],
  surel: false,
  judul: 'Usulan PBI Darurat',
  keterangan:
    'Untuk petugas (PIC) rumah sakit dan puskesmas: mengusulkan pasien gawat darurat yang jaminan kesehatannya tidak aktif menjadi peserta PBI. Siapkan KK, KTP-el, dan nomor HP pasien. Pengisian sekitar 5 menit. Data dipakai hanya untuk usulan ini; diagnosis tidak dicatat.',
  konfirmasi:
    'Tanggapan tersimpan. Bila ketiga syarat terpenuhi, nomor tiket dan hasil pemeriksaan data dikirim ke surel PIC, biasanya dalam 5 menit; surel itu memuat tautan untuk memperbaiki data. Bila ada syarat yang tidak terpenuhi, tidak ada identitas yang direkam dan tidak ada surel.',
  halaman: [
    {
      id: 'darurat',
      judul: 'Syarat 1 dari 3: keadaan darurat',
      bantuan: '',
      butir: [
        {
          bidang: 'kondisi_darurat',
          jenis: 'pilihan',
          judul: 'Apakah pasien dalam kondisi kesehatan darurat?',
          bantuan: 'Menurut pemeriksaan petugas medis di fasilitas Anda.',
          wajib: true,
          pilihan: [YA, TIDAK],
          cabang: { [TIDAK]: { halaman: TIDAK_DIPROSES } },
        },
      ],
    },
    {
      id: 'nonaktif',
      judul: 'Syarat 2 dari 3: jaminan tidak aktif',
      bantuan: '',
      butir: [
        {
          bidang: 'jaminan_nonaktif',
          jenis: 'pilihan',
          judul: 'Apakah jaminan kesehatan pasien tidak aktif, atau pasien belum memilikinya?',
          bantuan: 'Periksa dahulu kepesertaannya di aplikasi BPJS Kesehatan.',
          wajib: true,
          pilihan: [YA, TIDAK],
          cabang: { [TIDAK]: { halaman: TIDAK_DIPROSES } },
        },
      ],
    },
    {
      id: 'kesediaan',
      judul: 'Syarat 3 dari 3: kesediaan',
      bantuan: '',
      butir: [
        {
          bidang: 'bersedia',
          jenis: 'pilihan',
          judul: 'Apakah pasien atau keluarganya bersedia diusulkan menjadi peserta PBI dan mengikuti ketentuannya?',
          bantuan:
            'Jelaskan bahwa kepesertaan PBI berada di kelas III dan tunggakan iuran lama tetap menjadi kewajiban.',
          wajib: true,
          pilihan: [YA, TIDAK],
          cabang: { [TIDAK]: { halaman: TIDAK_DIPROSES } },
        },
      ],
    },
    {
      id: 'persetujuan',
      judul: 'Siapa yang menyatakan bersedia',
      bantuan: 'Bila pasien tidak sadar, anak-anak, atau tidak cakap, keluarga atau wali yang menyatakan.',
      butir: [
        {
          bidang: 'disetujui_oleh',
          jenis: 'pilihan',
          judul: 'Yang menyatakan bersedia',
          wajib: true,
          pilihan: ['Pasien sendiri', 'Suami atau istri', 'Orang tua', 'Anak', 'Saudara', 'Wali atau pendamping'],
        },
        { bidang: 'disetujui_nama', jenis: 'teks', judul: 'Nama yang menyatakan bersedia', wajib: true },
        {
          bidang: 'bayi_baru_lahir',
          jenis: 'pilihan',
          judul: 'Apakah pasien bayi baru lahir yang belum mempunyai NIK?',
          wajib: true,
          pilihan: [TIDAK, YA],
          cabang: { [TIDAK]: { halaman: NOMOR }, [YA]: { halaman: BAYI } },
        },
      ],
    },
    {
      id: BAYI,
      judul: 'Bayi baru lahir tanpa NIK',
      bantuan: 'Isi NIK ibu. Jangan membuat NIK sementara untuk bayi.',
      lanjut: { halaman: IDENTITAS },
      butir: [
        {
          bidang: 'nik_ibu',
          jenis: 'teks',
          judul: 'NIK ibu',
          wajib: true,
          pola: POLA_NIK,
        },
      ],
    },
    {
      id: NOMOR,
      judul: 'NIK pasien',
      bantuan: '',
      butir: [
        {
          bidang: 'nik',
          jenis: 'teks',
          judul: 'NIK',
          bantuan: '16 angka pada KTP-el atau KK.',
          wajib: true,
          pola: POLA_NIK,
        },
      ],
    },
    {
      id: IDENTITAS,
      judul: 'Identitas pasien',
      bantuan: 'Tulis sama seperti pada KTP-el dan Kartu Keluarga.',
      butir: [
        {
          bidang: 'no_kk',
          jenis: 'teks',
          judul: 'Nomor Kartu Keluarga (KK)',
          wajib: true,
          pola: POLA_KK,
        },
        {
          bidang: 'nama',
          jenis: 'teks',
          judul: 'Nama lengkap',
          bantuan: 'Untuk bayi tanpa nama: BY NY diikuti nama ibu.',
          wajib: true,
        },
        { bidang: 'tempat_lahir', jenis: 'teks', judul: 'Tempat lahir', wajib: true },
        { bidang: 'tgl_lahir', jenis: 'tanggal', judul: 'Tanggal lahir', wajib: true },
        {
          bidang: 'jk',
          jenis: 'pilihan',
          judul: 'Jenis kelamin',
          wajib: true,
          pilihan: ['Laki-laki', 'Perempuan'],
        },
        { bidang: 'alamat', jenis: 'teks', judul: 'Alamat (jalan atau padukuhan)', wajib: true },
        {
          bidang: 'rt',
          jenis: 'teks',
          judul: 'RT',
          wajib: false,
          pola: POLA_RT,
        },
        {
          bidang: 'rw',
          jenis: 'teks',
          judul: 'RW',
          wajib: false,
          pola: POLA_RW,
        },
        {
          bidang: 'kapanewon',
          jenis: 'daftar',
          judul: '{kecamatan}',
          wajib: true,
          pilihan: { dari: 'kapanewon' },
        },
        {
          bidang: 'kalurahan',
          jenis: 'daftar',
          judul: '{kelurahan}',
          bantuan: 'Diurutkan menurut {kecamatan}.',
          wajib: true,
          pilihan: { dari: 'kalurahan' },
        },
        {
          bidang: 'hp',
          jenis: 'teks',
          judul: 'Nomor HP pasien atau keluarga',
          wajib: true,
          pola: POLA_HP,
        },
        {
          bidang: 'no_kartu',
          jenis: 'teks',
          judul: 'Nomor kartu JKN (bila ada)',
          wajib: false,
          pola: POLA_KARTU,
        },
      ],
    },
    {
      id: 'rs',
      judul: 'Fasilitas kesehatan dan PIC',
      bantuan: '',
      lanjut: 'kirim',
      butir: [
        {
          bidang: 'rs',
          jenis: 'daftar',
          judul: 'Rumah sakit atau puskesmas',
          wajib: true,
          pilihan: { dari: 'faskes' },
        },
        {
          bidang: 'waktu_masuk_rs',
          jenis: 'tanggal_jam',
          judul: 'Tanggal dan jam pasien masuk',
          bantuan: 'Waktu setempat (WIB). Batas 72 jam dihitung dari sini.',
          wajib: true,
        },
        {
          bidang: 'no_surat',
          jenis: 'teks',
          judul: 'Nomor surat keterangan membutuhkan layanan kesehatan',
          wajib: true,
        },
        { bidang: 'alasan', jenis: 'daftar', judul: 'Golongan alasan', wajib: true, pilihan: { dari: 'alasan' } },
        { bidang: 'pic_nama', jenis: 'teks', judul: 'Nama PIC', wajib: true },
        {
          bidang: 'pic_email',
          jenis: 'teks',
          judul: 'Alamat surel PIC',
          bantuan: 'Nomor tiket, permintaan perbaikan, dan hasil dikirim ke sini.',
          wajib: true,
          pola: {
            regex: '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+',
            salah: 'Tulis alamat surel yang lengkap, misalnya pic@rumahsakit.co.id.',
          },
        },
        { bidang: 'pic_hp', jenis: 'teks', judul: 'Nomor HP PIC', wajib: true, pola: POLA_HP },
      ],
    },
    {
      id: TIDAK_DIPROSES,
      judul: 'Tidak dapat diusulkan lewat jalur darurat',
      bantuan:
        'Jalur darurat hanya untuk pasien yang darurat, jaminannya tidak aktif, dan bersedia. Bila tidak darurat, arahkan keluarga ke Bagian Pelayanan Dinas Sosial dengan KK dan KTP-el untuk jalur biasa. Bila jaminan masih aktif, gunakan jaminan itu. Bila tidak bersedia, usulan tidak dilanjutkan. Tekan Kirim untuk mengakhiri; identitas pasien tidak direkam.',
      lanjut: 'kirim',
      butir: [],
    },
  ],
};

/** The questions whose "Tidak" ends the form. */
export const SYARAT = ['kondisi_darurat', 'jaminan_nonaktif', 'bersedia'] as const;
