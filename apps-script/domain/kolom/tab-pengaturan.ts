/** The tabs in which an office says how it works. Each row answers for itself in `pemeriksaan`. */
import type { Tab } from './bentuk.ts';
import { isian, sistem } from './kolom.ts';

export const PENGATURAN = {
  nama: 'Pengaturan',
  kunci: 'kunci',
  guna: 'Ketentuan yang dapat diubah kantor tanpa pemrogram.',
  kolom: [
    sistem('kunci', 200, 'Nama pengaturan.'),
    isian('nilai', 260, 'Isi pengaturan.'),
    sistem('keterangan', 420, 'Artinya.'),
    sistem('contoh', 200, 'Contoh isi.'),
    sistem('pemeriksaan', 320, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

export const LIBUR = {
  nama: 'Libur',
  kunci: 'tanggal',
  guna: 'Hari libur nasional dan cuti bersama menurut SKB tiga menteri.',
  kolom: [
    isian('tanggal', 120, 'TTTT-BB-HH.'),
    isian('nama', 260, 'Nama hari libur.'),
    isian('jenis', 140, 'Libur nasional atau cuti bersama.'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

/** The six units of the SOPs, their helpers, and who runs the register (BGR-21, BGR-22). */
export const PERAN_ORANG = [
  'admin',
  'dinsos',
  'loket',
  'pic',
  'kelurahan',
  'pendukung',
  'kecamatan',
  'disdukcapil',
  'dinkes',
  'bpjs',
] as const;

export const PERAN = {
  nama: 'Peran',
  kunci: 'email',
  guna: 'Siapa boleh apa. Pembagian berkas mengikuti daftar ini.',
  kolom: [
    isian('email', 240, 'Alamat akun Google.'),
    isian('peran', 110, 'Menentukan apa yang boleh dilakukan dan berkas mana yang dibagikan.', PERAN_ORANG),
    isian('nama', 200, 'Nama petugas.'),
    isian('aktif', 80, 'ya atau tidak.', ['ya', 'tidak']),
    isian('wilayah', 120, 'Untuk kelurahan, pendukung, dan kecamatan: kode wilayah tempat tugas (10 atau 6 angka).'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

export const FASKES = {
  nama: 'Faskes',
  kunci: 'nama',
  guna: 'Rumah sakit dan puskesmas yang dapat mengusulkan.',
  kolom: [
    isian('nama', 300, 'Nama fasilitas kesehatan, seperti tampil di formulir.'),
    isian('jenis', 120, 'RS atau Puskesmas.', ['RS', 'Puskesmas']),
    isian('aktif', 80, 'ya atau tidak.', ['ya', 'tidak']),
    sistem('tautan', 300, 'Tautan formulir yang nama fasilitasnya sudah terisi.'),
    isian('kode', 110, 'Kode faskes BPJS (8 huruf/angka), untuk Format 34/37.'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

/** `bpjs`: outcome codes of BPJS; `gagal_kis`: why a card was not handed over. */
export const UNTUK_ALASAN = ['usul', 'kembali', 'tutup', 'bpjs', 'gagal_kis'] as const;

export const ALASAN = {
  nama: 'Alasan',
  kunci: 'kode',
  guna: 'Pilihan alasan untuk formulir, pengembalian dan penutupan.',
  kolom: [
    isian('kode', 140, 'Kode singkat.'),
    isian('untuk', 140, 'Di mana kalimat ini dipilih.', UNTUK_ALASAN),
    isian('teks', 420, 'Kalimat yang dipilih orang.'),
    isian('pola', 260, 'Untuk jawaban BPJS: kata yang dikenali, dipisah titik koma.'),
    isian('tindak_lanjut', 320, 'Apa yang dilakukan selanjutnya; ikut dikabarkan.'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

/** The office's regions, and the spreadsheet of each kelurahan. */
export const WILAYAH = {
  nama: 'Wilayah',
  kunci: 'kode',
  guna: 'Kelurahan dan kecamatan di wilayah kantor ini. Menentukan pilihan di formulir dan berkas per kelurahan.',
  kolom: [
    isian('kode', 120, '10 angka kode wilayah Kemendagri.'),
    isian('nama', 200, 'Nama kelurahan/desa.'),
    isian('kecamatan', 180, 'Nama kecamatan/kapanewon.'),
    sistem('berkas', 260, 'Spreadsheet milik kelurahan ini, bila ada.'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

/** Legal bases with their validity (BGR-04, S-35). */
export const DASAR_HUKUM = {
  nama: 'Dasar Hukum',
  kunci: 'peraturan',
  guna: 'Dasar hukum yang dicetak di berita acara dan surat.',
  kolom: [
    isian('peraturan', 320, 'Nama dan nomor peraturan.'),
    isian('tentang', 420, 'Tentang apa.'),
    isian('berlaku_dari', 120, 'Tanggal mulai berlaku.'),
    isian('diganti_oleh', 320, 'Peraturan yang menggantikannya, bila ada.'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

/** Every sentence that goes out by mail, and the names that people read. */
export const KALIMAT = {
  nama: 'Kalimat',
  kunci: 'kunci',
  guna: 'Teks surel dan sebutan yang dapat diubah kantor. Kosong berarti dipakai bawaan.',
  kolom: [
    sistem('kunci', 220, 'Untuk apa kalimat ini.'),
    isian('teks', 520, 'Kalimat pengganti. {kurung kurawal} diganti isi usulan.'),
    sistem('bawaan', 520, 'Kalimat bawaan.'),
    sistem('keterangan', 320, 'Kapan dipakai, dan {isian} apa yang ada.'),
    sistem('pemeriksaan', 260, 'Jawaban sistem atas isi di baris ini.'),
  ],
} as const satisfies Tab;

/** What the settings tabs held when their last change was logged: so the old value is known after a paste, too. */
export const SALINAN_PENGATURAN = {
  nama: 'Salinan Pengaturan',
  kunci: 'bagian',
  guna: 'Isi tab pengaturan pada pencatatan terakhir; dasar nilai lama di Riwayat. Jangan diubah.',
  kolom: [sistem('bagian', 200, 'Tab, dan bagian keberapa.'), sistem('isi', 400, 'Isinya (JSON).')],
} as const satisfies Tab;
