/**
 * Outcome codes of BPJS and what to do next. There is no published list: the codes are the project's own, the words are
 * those met in remarks, and an office changes both in the tab `Alasan`.
 */

/** Code, `bpjs`, meaning, words that name it (separated by semicolons), next step. */
export const ALASAN_BPJS: readonly [string, string, string, string, string][] = [
  ['B01', 'bpjs', 'Berhasil, aktif pada hari itu', 'aktif hari ini;prioritas', 'Sampaikan kepada peserta.'],
  ['B02', 'bpjs', 'Berhasil, aktif tanggal 1 bulan berikut', 'cut off;bulan berikut', 'Sampaikan tanggal aktifnya.'],
  [
    'T01',
    'bpjs',
    'NIK tidak ditemukan atau belum daring',
    'nik tidak ditemukan;tidak online;belum online;nik tidak valid;nik tidak terdaftar',
    'Perbarui data di Disdukcapil, lalu ajukan lagi.',
  ],
  [
    'T02',
    'bpjs',
    'NIK ada, biodata berbeda',
    'berbeda;tidak sesuai;tidak padan',
    'Cocokkan dengan KTP-el dan KK, lalu ajukan lagi.',
  ],
  ['T03', 'bpjs', 'NIK ganda', 'nik ganda;data ganda;duplikat', 'Selesaikan di Disdukcapil.'],
  [
    'T04',
    'bpjs',
    'Aktif sebagai pekerja (PPU)',
    'ppu;pekerja penerima upah;badan usaha;asn;tni;polri',
    'Tidak dapat dialihkan selama bekerja.',
  ],
  ['T05', 'bpjs', 'Sudah PBI JK (APBN)', 'pbi apbn;pbi jk;pbi pusat', 'Tidak perlu diusulkan; sampaikan kepada warga.'],
  ['T06', 'bpjs', 'Sudah PBI APBD', 'pbi apbd;pbpu pemda;jamkesda', 'Tutup, atau ajukan mutasi bila dari daerah lain.'],
  [
    'T07',
    'bpjs',
    'Peserta mandiri, harus lewat mutasi',
    'mandiri;pbpu;menunggak;tunggakan',
    'Ajukan lagi dengan Format 37.',
  ],
  ['T08', 'bpjs', 'Data menyatakan penduduk tidak aktif lagi', 'meninggal;wafat', 'Ajukan penonaktifan bila benar.'],
  ['T09', 'bpjs', 'Pindah atau bukan penduduk', 'pindah;bukan penduduk;luar wilayah', 'Arahkan ke daerah domisilinya.'],
  ['T10', 'bpjs', 'Warga negara asing', 'wna;kitas;kitap', 'Tidak dapat diusulkan.'],
  [
    'T11',
    'bpjs',
    'Format, faskes, atau tanggal salah',
    'format;faskes;tanggal lahir salah',
    'Perbaiki isian, lalu ajukan lagi.',
  ],
  [
    'T12',
    'bpjs',
    'Anggota KK tidak lengkap atau hubungan keluarga salah',
    'pisat;anggota keluarga;kk tidak lengkap',
    'Lengkapi anggota KK.',
  ],
  ['T13', 'bpjs', 'Kuota atau anggaran habis', 'kuota;anggaran', 'Masuk daftar tunggu.'],
  ['D01', 'bpjs', 'Belum rekam KTP-el', 'belum rekam;perekaman', 'Rekam KTP-el di Disdukcapil.'],
  ['D02', 'bpjs', 'Menunggu konsolidasi Dukcapil', 'konsolidasi', 'Ditanyakan lagi otomatis.'],
  ['D03', 'bpjs', 'Menunggu kuota atau periode', 'periode berikut', 'Ditanyakan lagi otomatis.'],
  ['D04', 'bpjs', 'Dokumen kurang', 'dokumen;berkas', 'Lengkapi dokumen.'],
  ['D05', 'bpjs', 'Gangguan sistem', 'gangguan;error;sistem down', 'Ditanyakan lagi otomatis.'],
  ['X99', 'bpjs', 'Lainnya', '', 'Baca keterangan BPJS, lalu putuskan.'],
];
