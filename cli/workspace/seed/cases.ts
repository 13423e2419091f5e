/** The 40 practice cases of Bantul: every status of the emergency route, findings of several kinds, all ages. */
import type { Answers } from './people.ts';
import { act, answered, checks, checksByHand, propose, proposed, type Timed } from './steps.ts';

export interface PracticeCase {
  /** Minutes before now at which the PIC sent the form. */
  age: number;
  /** Minutes between admission and the form; two hours if absent. */
  admitted?: number;
  /** Answers that differ from the patient's own, e.g. the mistakes in them; an empty text leaves the question out. */
  answers?: Answers;
  /** Takes NIK and KK of the case that is so many places before this one. */
  sameAs?: number;
  /** Exchanges what is entered as NIK and as KK number. */
  swapped?: boolean;
  /** Newborn: the patient's NIK becomes the mother's. So many days old. */
  newborn?: number;
  steps?: readonly Timed[];
}

const HOUR = 60;
const DAY = 24 * HOUR;
const WRONG_NIK = 'NIK atau nomor KK tidak sesuai KTP-el dan KK';
const DUKCAPIL = 'Perlu pemutakhiran data di Disdukcapil';
const WITHDRAWN = 'Pasien atau keluarga menarik kesediaan';

/** In the order of sending; the n-th is about the n-th patient. */
export const CASES: readonly PracticeCase[] = [
  // Older than a week: the whole way, done.
  { age: 20 * DAY, steps: [...proposed(25), answered(DAY, 'berhasil', '', 0), [3 * DAY, act('SELESAIKAN')]] },
  { age: 19 * DAY, steps: [...proposed(90), answered(7 * HOUR, 'berhasil', '', 1), [4 * DAY, act('SELESAIKAN')]] },
  {
    age: 18 * DAY,
    answers: { jk: 'Laki-laki' },
    steps: [
      [30, { do: 'type', cells: { jk: 'P' } }],
      ...proposed(35),
      answered(DAY, 'tidak berhasil', 'Masih tercatat sebagai peserta mandiri di daerah lain.'),
      [5 * DAY, act('SELESAIKAN')],
    ],
  },
  {
    age: 17 * DAY,
    steps: [
      [40, checks({ cek_kependudukan: 'Tidak ditemukan' })],
      [50, act('BATALKAN', DUKCAPIL)],
    ],
  },
  { age: 16 * DAY, steps: [[3 * HOUR, act('TARIK', WITHDRAWN)]] },
  { age: 15 * DAY, steps: [...proposed(20), [2 * DAY, act('TUTUP', 'Pasien meninggal')]] },
  { age: 14 * DAY, steps: [...proposed(20), answered(5 * HOUR, 'berhasil', '', 0)] },
  {
    age: 12 * DAY,
    answers: { hp: '0274 555 0101' },
    steps: [
      [15, checks({ cek_dtks: 'Terdaftar desil 6-10' })],
      [25, act('TIDAK_LOLOSKAN', 'Desil 6-10; keluarga mampu membayar iuran sendiri')],
    ],
  },
  {
    age: 11 * DAY,
    steps: [
      [10, checksByHand],
      [15, propose],
      answered(DAY, 'tidak berhasil', 'Data keluarga tidak lengkap di Dukcapil.'),
    ],
  },
  {
    // Suspended, came back by itself on the next working day, and now waits again.
    age: 10 * DAY,
    steps: [
      ...proposed(30),
      answered(DAY, 'ditangguhkan', 'Menunggu konsolidasi NIK dari Dukcapil.'),
      [8 * DAY, { do: 'wait' }],
    ],
  },
  { age: 9 * DAY, steps: [...proposed(45), answered(DAY, 'berhasil', '', 2)] },
  {
    age: 8 * DAY,
    swapped: true,
    steps: [
      [20, act('KEMBALIKAN', WRONG_NIK)],
      [5 * HOUR, { do: 'revise', own: ['nik', 'no_kk'] }],
      [6 * HOUR, checks()],
      [6 * HOUR + 5, propose],
      answered(2 * DAY, 'berhasil', '', 0),
    ],
  },
  // The week before: mistakes, second attempts, late ones.
  { age: 6 * DAY, steps: [[20, act('KEMBALIKAN', DUKCAPIL)]] },
  { age: 6 * DAY - HOUR, sameAs: 1, steps: [[HOUR, act('TUTUP', 'Ganda dengan tiket lain')]] },
  {
    age: 5 * DAY,
    steps: [...proposed(2 * HOUR), answered(DAY, 'tidak berhasil', 'NIK terdaftar pada segmen PPU yang aktif.')],
  },
  { age: 5 * DAY - 5 * HOUR, steps: [[HOUR, act('TARIK', WITHDRAWN)]] },
  { age: 4 * DAY, admitted: 4 * DAY, steps: [...proposed(30 * HOUR)] },
  {
    age: 4 * DAY - 2 * HOUR,
    steps: [
      [30, checks({ cek_kependudukan: 'Beda data' })],
      [40, act('KEMBALIKAN', WRONG_NIK)],
      [DAY, { do: 'revise', answers: { tempat_lahir: 'Bantul', rt: '5' } }],
      [DAY + 30, checks()],
      [DAY + 40, propose],
    ],
  },
  { age: 3 * DAY + 6 * HOUR, admitted: 30, steps: [...proposed(20), answered(DAY, 'berhasil', '', 0)] },
  { age: 3 * DAY, newborn: 2, steps: [...proposed(50), answered(DAY, 'berhasil', '', 0)] },
  { age: 3 * DAY - 3 * HOUR, answers: { kapanewon: 'Sanden' }, steps: [[15, checks()]] },
  { age: 2 * DAY + 20 * HOUR, steps: [[HOUR, act('KEMBALIKAN', 'Nomor surat keterangan belum benar')]] },
  { age: 2 * DAY + 8 * HOUR, steps: [...proposed(20)] },
  { age: 2 * DAY, answers: { nama: 'Sabarna Lohgawe 2' } },
  // Yesterday.
  { age: 30 * HOUR, answers: { tgl_lahir: '1996-11-24' } },
  { age: 28 * HOUR, steps: [...proposed(15), [20 * HOUR, act('TUTUP', 'Sudah mempunyai jaminan yang aktif')]] },
  { age: 26 * HOUR, steps: [...proposed(2 * HOUR)] },
  { age: 22 * HOUR, steps: [[20, checks()]] },
  { age: 20 * HOUR, steps: [...proposed(HOUR)] },
  { age: 16 * HOUR, steps: [...proposed(30), answered(15 * HOUR, 'ditangguhkan', 'NIK belum daring; dicek ulang.')] },
  // Today.
  {
    age: 9 * HOUR,
    steps: [...proposed(15), answered(8 * HOUR, 'ditangguhkan', 'Sistem kependudukan sedang gangguan.')],
  },
  { age: 7 * HOUR, steps: [...proposed(40)] },
  { age: 5 * HOUR, steps: [[10, checks({ cek_pbi_jk: 'Terdaftar aktif' })]] },
  { age: 3 * HOUR, sameAs: 2 },
  { age: 2 * HOUR, newborn: 1 },
  {
    age: 95,
    steps: [
      [10, { do: 'type', cells: { hubkel: 'Peserta' } }],
      [14, checksByHand],
    ],
  },
  { age: 70, swapped: true },
  { age: 34, answers: { jk: 'Perempuan' } },
  { age: 14, answers: { no_kk: '3471010203129138' } },
  { age: 6 },
];
