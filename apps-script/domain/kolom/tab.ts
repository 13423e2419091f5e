/** Every tab of the register; those of the log, the queues and the markers are described here. */
import type { Tab } from './bentuk.ts';
import { KOLOM_KASUS } from './kasus.ts';
import { type Kolom, sistem } from './kolom.ts';
import { BATCH, DASBOR, ISI_BATCH, KIS } from './tab-bulanan.ts';
import {
  ALASAN,
  DASAR_HUKUM,
  FASKES,
  KALIMAT,
  LIBUR,
  PENGATURAN,
  PERAN,
  SALINAN_PENGATURAN,
  WILAYAH,
} from './tab-pengaturan.ts';

export type { Tab } from './bentuk.ts';

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
export const ANTREAN = {
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
    sistem('keadaan', 110, 'ANTRE, MENGIRIM, TERKIRIM, GAGAL, DITAHAN (kuota) atau DIGANTI kabar yang lebih baru.'),
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

export const KASUS = {
  nama: 'Kasus',
  kunci: 'tiket',
  guna: 'Satu baris untuk satu usulan: keadaan yang berlaku sekarang.',
  kolom: KOLOM_KASUS,
} as const satisfies Tab;

/** A tab's id is its place here, so new tabs come last; `buku.ts` says in which order people see them. */
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
  BATCH,
  ISI_BATCH,
  KIS,
  WILAYAH,
  DASAR_HUKUM,
  KALIMAT,
  DASBOR,
  SALINAN_PENGATURAN,
] as const satisfies readonly Tab[];

export type NamaTab = (typeof TAB)[number]['nama'];

/** The sheet id of a tab: fixed at set-up, so that requests name a tab without a look-up and renaming does no harm. */
export const idTab = (nama: NamaTab): number => 100 + TAB.findIndex((tab) => tab.nama === nama);

export const tabBernama = (nama: NamaTab): Tab => TAB.find((tab) => tab.nama === nama) ?? KASUS;
