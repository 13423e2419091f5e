/** Sentences for findings in a file of Format 34/37: what is wrong and what to do, never the value. */
import { pesanTemuan } from '../pesan/temuan.ts';

const PESAN: Readonly<Record<string, string>> = {
  E_KURANG_1: 'Hanya 15 angka: satu angka hilang dan tidak ditebak. Salin ulang dari KTP-el atau KK.',
  E_KURANG: 'Kurang dari 15 angka: ada angka yang hilang. Salin ulang dari KTP-el atau KK.',
  E_LEBIH: 'Lebih dari 16 angka. Periksa salah ketik atau dua nomor dalam satu sel.',
  E_BUKAN_ANGKA: 'Memuat huruf atau tanda selain angka, misalnya huruf O untuk nol. Ketik ulang.',
  E_EXCEL_15:
    'Tersimpan sebagai bilangan dan berakhir 0: Excel hanya menyimpan 15 angka, angka terakhir mungkin sudah berubah.',
  W_EXCEL0:
    'Berakhir 0 seperti kebanyakan baris di berkas ini: mungkin dipotong Excel. Cocokkan dengan KTP-el atau KK.',
  E_NOL_HILANG: 'Tersimpan sebagai bilangan sehingga angka 0 di depan hilang. Ketik ulang sebagai teks.',
  E_RUMUS: 'Sel berisi rumus. Tempel sebagai nilai (Paste Values), lalu kirim ulang.',
  W_RUMUS: 'Isi terbaca seperti rumus spreadsheet; disimpan sebagai teks biasa. Pastikan benar.',
  E_SEL_GALAT: 'Sel berisi galat Excel seperti #N/A. Perbaiki rumusnya atau ketik nilainya, lalu kirim ulang.',
  W_HURUF_RUSAK: 'Memuat huruf yang rusak karena salah simpan. Cocokkan dengan KTP-el atau KK.',
  W_KODE_WILAYAH: 'Bukan kode wilayah Kemendagri 10 angka; diabaikan.',
  W_KENDALI: 'Memuat huruf tak terlihat yang dibuang. Periksa isinya.',
  E_KODE: 'Kode tidak ada di daftar. Pakai kode pada baris petunjuk di templat.',
  E_TIGA: 'Tulis paling banyak 3 angka, misalnya 003.',
  E_POS: 'Kode pos terdiri dari 5 angka.',
  W_FASKES: 'Kode faskes biasanya 8 huruf/angka, misalnya 09020107. Cocokkan dengan daftar BPJS.',
  W_TANPA_KODE_FASKES:
    'Kode faskes kosong; dicari dari nama faskes di tab Faskes. Pastikan namanya ditulis seperti di daftar kantor.',
  W_PERLU: 'Sebaiknya diisi.',
  W_TIDAK_DIPAKAI: 'Kolom ini tidak diisi untuk PBI APBD. Pastikan tidak salah kolom.',
  W_KELAS: 'PBI APBD memakai kelas 3.',
  W_JENIS_MUTASI: 'Jenis mutasi tidak ada di daftar kantor; disimpan apa adanya.',
  W_DAFTAR_BARU: 'Nomor kartu kosong: diperlakukan sebagai pendaftaran baru.',
  E_TANGGAL_BILANGAN: 'Tanggal tersimpan sebagai bilangan. Ubah menjadi tanggal HH/BB/TTTT.',
  E_URUTAN: 'Hari dan bulan tidak dapat dibedakan; berkas ini memakai dua urutan. Tulis HH/BB/TTTT atau TTTT-BB-HH.',
  W_URUTAN: 'Hari dan bulan tidak dapat dibedakan; dibaca hari lebih dahulu. Pastikan benar.',
  W_TERTUKAR: 'Hari dan bulan tampaknya tertukar dibanding NIK. Cocokkan dengan KTP-el.',
  E_WILAYAH: 'Kelurahan tidak dikenal di wilayah kantor ini. Tulis seperti di daftar wilayah.',
  E_WILAYAH_GANDA: 'Ada lebih dari satu kelurahan bernama ini. Isi nama kecamatan atau kode desa 10 angka.',
  E_WILAYAH_BEDA: 'Kelurahan, kecamatan dan kodenya tidak cocok satu sama lain.',
  W_KODE_DESA: 'Bukan kode Kemendagri 10 angka; kelurahan dicari dari namanya.',
  W_TANPA_DAFTAR: 'Daftar wilayah kantor ini belum ada, jadi alamat tidak dapat dicocokkan.',
  E_BUKAN_WILAYAH: 'Bukan wilayah yang boleh Anda ajukan.',
  T09: 'Alamat di luar daerah kantor ini. Sarankan mengajukan ke daerah asal.',
  T10: 'Bukan WNI: tidak dapat diusulkan sebagai PBI.',
};

/** A sentence for any finding code of a file. */
export const pesanFormat = (kode: string): string => PESAN[kode] ?? pesanTemuan(kode);
