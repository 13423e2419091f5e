/** What becomes of the practice cases of Kota Bogor, as data: last month's went all the way, this month's are at work. */
import type { FieldAnswers } from '../gestures.ts';

export interface PracticeProposal {
  /** Day of last month, or days before now for this month's. */
  when: { day: number; hour: number } | { daysAgo: number };
  /** Answers that differ, e.g. a mistake or a missing paper. */
  answers?: FieldAnswers;
  /** What Disdukcapil answers; absent: it has not answered yet. */
  dukcapil?: string;
  /** What the poverty register says; absent: not checked yet. */
  dtks?: string;
  /** What Dinsos decides by hand instead of letting it pass. */
  decision?: { action: string; reason: string; code?: string };
  /** What BPJS answers last month. */
  bpjs?: { result: string; note?: string };
  /** What the kelurahan reports of the card, one after the other. */
  card?: readonly FieldAnswers[];
}

const OK = { dukcapil: 'Padan', dtks: 'Terdaftar desil 1-5' };
const WON = { ...OK, bpjs: { result: 'berhasil' } };
const at = (day: number, hour = 9) => ({ day, hour });
const ago = (daysAgo: number) => ({ daysAgo });

const received: FieldAnswers = { peristiwa: 'Kartu diterima kelurahan' };
const handed: FieldAnswers = {
  peristiwa: 'Kartu diserahkan kepada peserta atau keluarga',
  penerima: 'Keluarga Latihan',
  hubungan: 'Peserta sendiri',
};
const undelivered: FieldAnswers = {
  peristiwa: 'Belum dapat diserahkan',
  alasan_gagal: 'Peserta tidak ditemukan di alamatnya',
};

/** In the order of sending; the n-th is about the n-th citizen. Kelurahan take turns. */
export const PROPOSALS: readonly PracticeProposal[] = [
  // Last month.
  { when: at(3), ...WON, card: [received, handed] },
  { when: at(3, 10), ...WON, card: [received, handed] },
  { when: at(4), ...WON, card: [received] },
  { when: at(4, 11), ...WON, card: [received, undelivered] },
  { when: at(5), ...WON, card: [received] },
  { when: at(5, 14), ...WON },
  { when: at(6), ...WON },
  { when: at(6, 10), ...WON },
  { when: at(7), ...WON },
  { when: at(7, 9), ...WON },
  { when: at(8), ...OK, bpjs: { result: 'tidak berhasil', note: 'NIK terdaftar pada segmen PPU yang aktif' } },
  { when: at(8, 10), ...OK, bpjs: { result: 'tidak berhasil', note: 'Biodata berbeda dengan Dukcapil' } },
  { when: at(8, 13), ...OK, bpjs: { result: 'ditangguhkan', note: 'Menunggu konsolidasi data' } },
  { when: at(9), ...OK },
  { when: at(9, 10), ...OK },
  {
    when: at(9, 11),
    dukcapil: 'Tidak ditemukan',
    dtks: 'Tidak terdaftar',
    decision: { action: 'BATALKAN', reason: 'NIK tidak ditemukan.' },
  },
  {
    when: at(9, 13),
    dukcapil: 'Beda data',
    dtks: 'Terdaftar desil 1-5',
    decision: { action: 'KEMBALIKAN', reason: 'NIK atau nomor KK tidak sesuai KTP-el dan KK', code: 'K-NIK' },
  },
  {
    when: at(9, 15),
    dukcapil: 'Padan',
    dtks: 'Terdaftar desil 6-10',
    decision: { action: 'TIDAK_LOLOSKAN', reason: 'Desil 6-10; keluarga mampu membayar iuran sendiri' },
  },
  { when: at(10, 8), answers: { dokumen: ['kk', 'ktp'] } },
  { when: at(10, 23), ...WON },
  // After the cut-off: this month's period.
  { when: at(11, 8) },
  { when: at(13, 10), ...OK },
  // This month.
  { when: ago(18), ...OK },
  { when: ago(17.5), ...OK },
  { when: ago(17), dukcapil: 'Padan' },
  { when: ago(16.5), dukcapil: 'Padan' },
  { when: ago(15), ...OK },
  { when: ago(14.5), answers: { dokumen: ['pengantar', 'ktp'] } },
  { when: ago(13), dukcapil: 'Beda data' },
  { when: ago(12.5), dukcapil: 'Padan' },
  { when: ago(10), ...OK },
  { when: ago(9), answers: { tgl_lahir: '1992-11-04' } },
  { when: ago(7) },
  { when: ago(5) },
  { when: ago(3) },
  { when: ago(2) },
  { when: ago(1.2), answers: { jk: 'Laki-laki' } },
  { when: ago(0.6) },
  { when: ago(0.2) },
  { when: ago(0.05) },
];
