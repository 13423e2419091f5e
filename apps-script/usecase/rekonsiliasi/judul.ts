/** Headings of an answer of BPJS in feedback files: branches send no fixed layout. */

export type KolomJawaban = 'hasil' | 'keterangan' | 'tmt' | 'dijawab';

/** Headings of the answer as branches write them, best first: where two columns bear such names, the first name wins. */
const NAMA: Readonly<Record<KolomJawaban, readonly string[]>> = {
  hasil: [
    ...['HASIL', 'STATUS HASIL', 'HASIL PROSES', 'STATUS PROSES', 'HASIL PENDAFTARAN', 'STATUS PENDAFTARAN'],
    ...['HASIL REGISTRASI', 'STATUS REGISTRASI', 'HASIL MUTASI', 'STATUS MUTASI', 'HASIL VERIFIKASI', 'HASIL UPLOAD'],
    ...['STATUS UPLOAD', 'STATUS USULAN', 'STATUS AKHIR', 'JAWABAN', 'UMPAN BALIK', 'FEEDBACK', 'STATUS'],
  ],
  keterangan: [
    ...['KETERANGAN', 'KET', 'KETERANGAN HASIL', 'KETERANGAN GAGAL', 'ALASAN GAGAL', 'ALASAN PENOLAKAN', 'ALASAN'],
    ...['SEBAB', 'PENYEBAB', 'PESAN', 'PESAN GALAT', 'PESAN ERROR', 'ERROR', 'REMARK', 'REMARKS', 'CATATAN'],
  ],
  tmt: [
    ...['TMT', 'TMT AKTIF', 'TGL TMT', 'TMT BERLAKU', 'TGL AKTIF', 'TGL MULAI AKTIF', 'TGL BERLAKU', 'MULAI AKTIF'],
    ...['TGL AKTIF BERLAKU', 'TGL AKTIF BERLAKU MUTASI', 'TGL MULAI BERLAKU'],
  ],
  dijawab: [
    ...['TGL JAWABAN', 'TGL JAWAB', 'TGL PROSES', 'TGL HASIL', 'TGL UMPAN BALIK', 'TGL FEEDBACK', 'WAKTU PROSES'],
    ...['TGL UPDATE', 'TGL PENDAFTARAN', 'TGL REGISTRASI', 'TGL UPLOAD', 'TANGGAL'],
  ],
};

/** Words that say whose column it is, not which. */
const PEMILIK = ['BPJS', 'BPJS KESEHATAN', 'PESERTA', 'KEPESERTAAN', 'JKN'];

const lengkap = (daftar: readonly string[]): readonly string[] => [
  ...daftar,
  ...daftar.flatMap((nama) => PEMILIK.map((milik) => `${nama} ${milik}`)),
];

/** All headings of each column, best first: where two columns bear such headings, the first in the list wins. */
export const JUDUL_JAWABAN: Readonly<Record<KolomJawaban, readonly string[]>> = {
  hasil: lengkap(NAMA.hasil),
  keterangan: lengkap(NAMA.keterangan),
  tmt: lengkap(NAMA.tmt),
  dijawab: lengkap(NAMA.dijawab),
};
