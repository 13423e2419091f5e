/** The keys of a review, as its screen explains them. */

const TOMBOL = ['t terima', 'x tolak', 'n nanti', '1-3 calon', '↑↓ pindah', 's saring', '/ cari', 'T terima semua'];
const TOMBOL_LAIN = ['X tolak semua', 'u urungkan', 'l NIK lengkap', '? bantuan', 'q selesai'];

/** As many as fit into two lines; the help has all. */
export function tombolBawah(lebar: number): [string, string] {
  const baris: [string, string] = ['', ''];
  for (const tombol of [...TOMBOL, ...TOMBOL_LAIN]) {
    for (const ke of [0, 1] as const) {
      const tambah = baris[ke] === '' ? tombol : `${baris[ke]}  ${tombol}`;
      // What did not fit above must not stand above what comes later.
      if (tambah.length > lebar || (ke === 0 && baris[1] !== '')) continue;
      baris[ke] = tambah;
      break;
    }
  }
  return baris;
}

export const BANTUAN: readonly string[] = [
  't          terima calon yang ditandai ▶, lalu ke baris berikutnya',
  'x          tolak: tidak ada yang dikirim untuk baris ini',
  'n          nanti: kembalikan ke yang belum diputuskan',
  '1 2 3      pilih calon; ← → juga',
  '↑ ↓ k j    baris sebelumnya, berikutnya; Home dan End ke awal dan akhir',
  'PgUp PgDn  gulung isi baris bila tidak muat',
  's          saring menurut kelas, referensi, skor, putusan',
  '/          cari nama, tiket, nomor atau kata alasan',
  '0          tampilkan semua baris, juga yang otomatis dan yang sudah diputuskan',
  'T          terima semua yang tersaring dan belum diputuskan; ditanya dahulu',
  'X          tolak semua yang tersaring dan belum diputuskan; ditanya dahulu',
  'u          urungkan putusan terakhir, sampai yang pertama',
  'l          tampilkan atau samarkan NIK, No KK dan No kartu',
  'q          selesai; putusan sudah tersimpan sejak tombolnya ditekan',
  'Ctrl-C     berhenti; putusan tetap tersimpan',
  '',
  '≠ berbeda, = sama, ≈ ditulis lain tetapi dianggap sama. Huruf yang berbeda',
  'digarisbawahi, atau diapit [ ] di layar tanpa warna.',
];
