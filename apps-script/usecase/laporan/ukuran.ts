/** What tables of reports show of a set of cases: one list of measures for the dashboard, printed recaps and files. */
import { type Hitungan, keberhasilan } from '#domain/laporan/hitungan.ts';

/** How a value is read: a count, a share from 0 to 1, days with a fraction, rupiah, or a bar of that share. */
export type Bentuk = 'teks' | 'banyak' | 'persen' | 'batang' | 'hari' | 'rupiah';

export interface Ukuran<Id extends string = string> {
  readonly id: Id;
  readonly kepala: string;
  readonly bentuk: Bentuk;
  /** What exactly is counted. */
  readonly arti: string;
  /** Undefined: there is nothing to say, e.g. no answer yet. `premi` is undefined while its setting is wrong. */
  readonly nilai: (h: Hitungan, premi: number | undefined) => number | undefined;
}

const ukuran = <Id extends string>(
  id: Id,
  kepala: string,
  bentuk: Bentuk,
  arti: string,
  nilai: Ukuran['nilai'],
): Ukuran<Id> => ({ id, kepala, bentuk, arti, nilai });

export const UKURAN = [
  ukuran('masuk', 'Usulan', 'banyak', 'Semua usulan yang diterima.', (h) => h.masuk),
  ukuran('kembali', 'Kembali', 'banyak', 'Pernah dikembalikan untuk dilengkapi atau diperbaiki.', (h) => h.kembali),
  ukuran('lolos', 'Lolos', 'banyak', 'Lolos pemeriksaan kantor ini.', (h) => h.lolos),
  ukuran('dikirim', 'Dikirim', 'banyak', 'Sudah diserahkan ke Dinkes atau dikirim ke BPJS.', (h) => h.dikirim),
  ukuran('berhasil', 'Berhasil', 'banyak', 'BPJS menjawab berhasil; termasuk yang sudah selesai.', (h) => h.berhasil),
  ukuran(
    'tidakBerhasil',
    'Tidak berhasil',
    'banyak',
    'BPJS menjawab tidak berhasil dan belum dicoba lagi.',
    (h) => h.tidakBerhasil,
  ),
  ukuran('berjalan', 'Berjalan', 'banyak', 'Belum ada hasil akhir.', (h) => h.berjalan),
  ukuran('umurLama', '> 30 hari', 'banyak', 'Masih berjalan, diterima lebih dari 30 hari lalu.', (h) => h.umur.lama),
  ukuran(
    'keberhasilan',
    'Keberhasilan',
    'persen',
    'Berhasil dibagi (berhasil + tidak berhasil). Kosong bila belum ada jawaban.',
    keberhasilan,
  ),
  ukuran('batang', '', 'batang', 'Keberhasilan sebagai batang.', keberhasilan),
  ukuran('hariJawab', 'Hari jawab', 'hari', 'Median hari dari diterima sampai jawaban akhir BPJS.', (h) => h.hariJawab),
  ukuran(
    'taruhan',
    'Dipertaruhkan',
    'rupiah',
    'Rupiah per bulan: iuran (pengaturan premi_bulan) dikali orang yang lolos atau dikirim tetapi belum mendapat jawaban akhir, dan orang yang tercatat aktif padahal usulannya sudah ditutup.',
    (h, premi) => (premi === undefined ? undefined : h.taruhan * premi),
  ),
  ukuran('tidakLolos', 'Tidak lolos', 'banyak', 'Tidak lolos pemeriksaan kantor ini.', (h) => h.tidakLolos),
  ukuran('gugur', 'Gugur', 'banyak', 'Dibatalkan, ditarik, atau ditutup tanpa pernah aktif.', (h) => h.gugur),
  ukuran(
    'ditangguhkan',
    'Ditangguhkan',
    'banyak',
    'Ditangguhkan BPJS sekarang; bagian dari Berjalan.',
    (h) => h.ditangguhkan,
  ),
  ukuran('selesai', 'Selesai', 'banyak', 'Tidak ada yang perlu dikerjakan lagi.', (h) => h.selesai),
  ukuran(
    'hariKirim',
    'Hari kirim',
    'hari',
    'Median hari dari diterima sampai meninggalkan kantor ini.',
    (h) => h.hariKirim,
  ),
  ukuran('percobaan', 'Percobaan', 'banyak', 'Banyaknya percobaan seluruhnya.', (h) => h.percobaan),
  ukuran('diulang', 'Diulang', 'banyak', 'Usulan dengan lebih dari satu percobaan.', (h) => h.diulang),
  ukuran('terlambat', 'Terlambat', 'banyak', 'Lewat batas bulanan atau melewati waktu layanan.', (h) => h.terlambat),
  ukuran('umurBaru', '0-7 hari', 'banyak', 'Masih berjalan, diterima paling lama 7 hari lalu.', (h) => h.umur.baru),
  ukuran('umurSedang', '8-30 hari', 'banyak', 'Masih berjalan, diterima 8 sampai 30 hari lalu.', (h) => h.umur.sedang),
] as const;

export type IdUkuran = (typeof UKURAN)[number]['id'];
