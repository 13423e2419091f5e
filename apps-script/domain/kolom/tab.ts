/** Every tab of the register and its columns (the tab `Kasus` has a file of its own). */
import { KOLOM_KASUS } from './kasus.ts';
import { isian, type Kolom, sistem } from './kolom.ts';

export interface Tab {
  readonly nama: string;
  readonly kolom: readonly Kolom[];
  /** The column that names a row; rows are found by it, never by a remembered number. */
  readonly kunci: string;
  /** One sentence for the tab's first header note. */
  readonly guna: string;
}

/** Append-only: who did what, when and why, as a hash chain. */
export const RIWAYAT = {
  nama: 'Riwayat',
  kunci: 'nomor',
  guna: 'Catatan tetap semua perubahan. Hanya sistem yang menulis.',
  kolom: [
    sistem('nomor', 80, 'Nomor urut catatan.'),
    sistem('waktu', 190, 'Kapan (WIB).'),
    sistem('pelaku', 200, 'Siapa.'),
    sistem('tiket', 150, 'Usulan yang berubah; tanda hubung bila tidak ada.'),
    sistem('aksi', 120, 'Apa yang dilakukan.'),
    sistem('lama', 260, 'Nilai sebelumnya (JSON: kolom dan isi).'),
    sistem('baru', 260, 'Nilai sesudahnya (JSON: kolom dan isi).'),
    sistem('alasan', 220, 'Mengapa.'),
    sistem('percobaan', 80, 'Percobaan ke berapa.'),
    sistem('rujukan', 160, 'Tanggapan formulir atau perintah asalnya.'),
    sistem('hash_sebelum', 120, 'Sidik catatan sebelumnya.'),
    sistem('hash', 120, 'Sidik catatan ini; mata rantai putus berarti catatan diubah.'),
  ],
} as const satisfies Tab;

/** Commands from the command line; each is applied exactly once. */
const ANTREAN = {
  nama: 'Antrean',
  kunci: 'id',
  guna: 'Perintah yang menunggu dijalankan sistem.',
  kolom: [
    sistem('id', 200, 'Penanda perintah; perintah dengan penanda sama hanya dijalankan sekali.'),
    sistem('keadaan', 110, 'MENUNGGU, SELESAI atau DITOLAK.'),
    sistem('dibuat', 190, 'Kapan dikirim (WIB).'),
    sistem('pelaku', 200, 'Siapa yang mengirim.'),
    sistem('jenis', 120, 'Jenis perintah.'),
    sistem('muatan', 300, 'Isi perintah (JSON).'),
    sistem('jawaban', 300, 'Hasil atau sebab penolakan.'),
    sistem('dijalankan', 190, 'Kapan dijalankan (WIB).'),
  ],
} as const satisfies Tab;

const KOTAK_KELUAR = {
  nama: 'Kotak Keluar',
  kunci: 'kunci',
  guna: 'Surel yang akan dan sudah dikirim.',
  kolom: [
    sistem('kunci', 220, 'Penanda surel; yang sama tidak dikirim dua kali.'),
    sistem('keadaan', 110, 'ANTRE, MENGIRIM, TERKIRIM, GAGAL atau DITAHAN (kuota).'),
    sistem('dibuat', 190, 'Kapan dibuat (WIB).'),
    sistem('tiket', 150, 'Usulan yang dikabarkan.'),
    sistem('kepada', 220, 'Penerima.'),
    sistem('subjek', 260, 'Judul.'),
    sistem('isi', 300, 'Isi surel.'),
    sistem('kali', 60, 'Berapa kali dicoba.'),
    sistem('berikutnya', 190, 'Dicoba lagi paling cepat (WIB).'),
    sistem('galat', 220, 'Sebab gagal yang terakhir.'),
  ],
} as const satisfies Tab;

/** Raw answers of BPJS as they arrived. */
const UMPAN_BALIK = {
  nama: 'Umpan Balik',
  kunci: 'nomor',
  guna: 'Jawaban BPJS apa adanya, cocok maupun tidak.',
  kolom: [
    sistem('nomor', 220, 'Penanda jawaban.'),
    sistem('waktu', 190, 'Kapan diterima (WIB).'),
    sistem('pengisi', 200, 'Siapa yang mengisi.'),
    sistem('tiket', 150, 'Usulan yang dijawab.'),
    sistem('hasil', 130, 'Hasil seperti diisi.'),
    sistem('keterangan', 260, 'Keterangan seperti diisi.'),
    sistem('tmt', 110, 'TMT seperti diisi.'),
    sistem('tindak_lanjut', 260, 'Diterima, atau sebab belum diterima.'),
  ],
} as const satisfies Tab;

/** Ledger of scheduled jobs: (job, period) done when, by which run. */
const JADWAL = {
  nama: 'Jadwal',
  kunci: 'kunci',
  guna: 'Pekerjaan berkala yang sudah selesai. Yang tercatat tidak dijalankan lagi.',
  kolom: [
    sistem('kunci', 220, 'Pekerjaan dan periodenya.'),
    sistem('pekerjaan', 150, 'Nama pekerjaan.'),
    sistem('periode', 130, 'Untuk hari atau bulan apa.'),
    sistem('selesai_pada', 190, 'Kapan selesai (WIB).'),
    sistem('oleh', 200, 'Oleh siapa.'),
    sistem('rincian', 300, 'Hasilnya.'),
  ],
} as const satisfies Tab;

/** Counters, the head of the hash chain, watermarks and the heartbeat; changed in the same commit as the cases. */
const SISTEM = {
  nama: 'Sistem',
  kunci: 'kunci',
  guna: 'Penghitung dan penanda kerja sistem. Jangan diubah.',
  kolom: [
    sistem('kunci', 200, 'Nama penanda.'),
    sistem('nilai', 400, 'Isi penanda.'),
    sistem('keterangan', 400, 'Untuk apa.'),
  ],
} as const satisfies Tab;

/** Rows as they were before the last commit: proves that each write met the row it was meant for. */
const JEJAK = {
  nama: 'Jejak',
  kunci: 'tiket',
  guna: 'Salinan baris sebelum penulisan terakhir, untuk membatalkan tulisan yang salah baris.',
  kolom: [] as readonly Kolom[],
} as const satisfies Tab;

const PENGATURAN = {
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

const LIBUR = {
  nama: 'Libur',
  kunci: 'tanggal',
  guna: 'Hari libur nasional dan cuti bersama menurut SKB tiga menteri.',
  kolom: [
    isian('tanggal', 120, 'TTTT-BB-HH.'),
    isian('nama', 260, 'Nama hari libur.'),
    isian('jenis', 140, 'Libur nasional atau cuti bersama.'),
  ],
} as const satisfies Tab;

const PERAN = {
  nama: 'Peran',
  kunci: 'email',
  guna: 'Siapa boleh apa. Pembagian berkas mengikuti daftar ini.',
  kolom: [
    isian('email', 240, 'Alamat akun Google.'),
    isian('peran', 110, 'admin, dinsos, bpjs, pic.', ['admin', 'dinsos', 'bpjs', 'pic']),
    isian('nama', 200, 'Nama petugas.'),
    isian('aktif', 80, 'ya atau tidak.', ['ya', 'tidak']),
  ],
} as const satisfies Tab;

const FASKES = {
  nama: 'Faskes',
  kunci: 'nama',
  guna: 'Rumah sakit dan puskesmas yang dapat mengusulkan.',
  kolom: [
    isian('nama', 300, 'Nama fasilitas kesehatan, seperti tampil di formulir.'),
    isian('jenis', 120, 'RS atau Puskesmas.', ['RS', 'Puskesmas']),
    isian('aktif', 80, 'ya atau tidak.', ['ya', 'tidak']),
    sistem('tautan', 300, 'Tautan formulir yang nama fasilitasnya sudah terisi.'),
  ],
} as const satisfies Tab;

const ALASAN = {
  nama: 'Alasan',
  kunci: 'kode',
  guna: 'Pilihan alasan untuk formulir, pengembalian dan penutupan.',
  kolom: [
    isian('kode', 140, 'Kode singkat.'),
    isian('untuk', 140, 'usul, kembali, tutup.', ['usul', 'kembali', 'tutup']),
    isian('teks', 420, 'Kalimat yang dipilih orang.'),
  ],
} as const satisfies Tab;

export const KASUS = {
  nama: 'Kasus',
  kunci: 'tiket',
  guna: 'Satu baris untuk satu usulan: keadaan yang berlaku sekarang.',
  kolom: KOLOM_KASUS,
} as const satisfies Tab;

/** In the order in which the workbook shows them. */
export const TAB = [
  KASUS,
  RIWAYAT,
  UMPAN_BALIK,
  KOTAK_KELUAR,
  ANTREAN,
  JADWAL,
  PENGATURAN,
  LIBUR,
  PERAN,
  FASKES,
  ALASAN,
  SISTEM,
  JEJAK,
] as const satisfies readonly Tab[];

export type NamaTab = (typeof TAB)[number]['nama'];

/** Columns of the spreadsheet that BPJS works in: the fewest that it needs (BTL-D-04), and its three answers. */
export const BERBAGI_BPJS = {
  nama: 'Usulan Darurat',
  kunci: 'tiket',
  guna: 'Usulan darurat yang menunggu jawaban BPJS Kesehatan.',
  kolom: [
    sistem('tiket', 150, 'Nomor tiket Dinas Sosial.'),
    sistem('batas_72jam', 160, 'Batas 72 jam sejak masuk RS.'),
    sistem('nik', 160, 'Nomor Induk Kependudukan.'),
    sistem('nik_ibu', 160, 'NIK ibu, untuk bayi yang belum punya NIK.'),
    sistem('no_kk', 160, 'Nomor Kartu Keluarga.'),
    sistem('nama', 200, 'Nama lengkap.'),
    sistem('tgl_lahir', 110, 'Tanggal lahir.'),
    sistem('jk', 50, 'Jenis kelamin.'),
    sistem('kalurahan', 200, 'Kalurahan (Kapanewon).'),
    sistem('no_kartu', 130, 'Nomor kartu JKN bila ada.'),
    sistem('rs', 220, 'Fasilitas kesehatan yang merawat.'),
    sistem('diusulkan_pada', 160, 'Waktu diusulkan.'),
    isian('hasil', 140, 'Jawaban BPJS.', ['berhasil', 'tidak berhasil', 'ditangguhkan']),
    isian('keterangan', 300, 'Wajib untuk tidak berhasil dan ditangguhkan.'),
    isian('tmt_aktif', 120, 'Tanggal mulai aktif (HH/BB/TTTT); wajib untuk berhasil.'),
    sistem('tanggapan', 300, 'Jawaban sistem atas isian di baris ini.'),
  ],
} as const satisfies Tab;

/** The sheet id of a tab: fixed at set-up, so that requests name a tab without a look-up and renaming does no harm. */
export const idTab = (nama: NamaTab): number => 100 + TAB.findIndex((tab) => tab.nama === nama);

export const tabBernama = (nama: NamaTab): Tab => TAB.find((tab) => tab.nama === nama) ?? KASUS;
