/** Classes into which matching sorts rows; every row gets exactly one. */

/** What `pbi verifikasi` says of a row that was held against one reference. */
export const KELAS = {
  COCOK: 'NIK sama dan orangnya sama',
  COCOK_BEDA: 'NIK sama, orangnya sama, sebagian isian berbeda',
  BENTROK: 'NIK sama, tetapi jelas orang lain',
  SARAN: 'NIK lain atau kosong, kemungkinan orang yang sama',
  GANDA: 'Beberapa catatan mungkin dimaksud',
  TIDAK_DITEMUKAN: 'Tidak ada di referensi',
  CACAT: 'Baris tidak dapat dipakai',
} as const;

export type Kelas = keyof typeof KELAS;

/** What `pbi rekonsiliasi` adds: about answers of BPJS, and about cases that it did not answer. */
export const KELAS_UMPAN_BALIK = {
  ...KELAS,
  TIDAK_DIKENAL: 'BPJS menjawab yang tidak pernah dikirim',
  BELUM_DIJAWAB: 'Sudah dikirim, belum dijawab',
  USANG: 'Lebih lama daripada yang sudah tercatat',
  BERTENTANGAN: 'Dua jawaban berlainan untuk satu orang',
} as const;

export type KelasUmpanBalik = keyof typeof KELAS_UMPAN_BALIK;

/** Only such a row may become a check result or an answer without a person. */
export const isPasti = (kelas: KelasUmpanBalik): boolean => kelas === 'COCOK';
