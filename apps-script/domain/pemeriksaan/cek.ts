/** The four databases that Seksi PFM checks before a proposal (BTL-D-06, BTL-N-04) and the answers they can give. */

/** `dtks` keeps its column name; what people read comes from the setting `label_dtks` (DTKS until 2025, now DTSEN). */
export const CEK = [
  { id: 'kependudukan', nama: 'Kependudukan' },
  { id: 'dtks', nama: 'DTSEN' },
  { id: 'pbi_jk', nama: 'PBI JK' },
  { id: 'pbi_apbd', nama: 'PBI APBD' },
] as const;

export type IdCek = (typeof CEK)[number]['id'];

export const HASIL_CEK = {
  kependudukan: ['Padan', 'Beda data', 'Tidak ditemukan', 'Ganda', 'Meninggal', 'Pindah'],
  dtks: ['Terdaftar desil 1-5', 'Terdaftar desil 6-10', 'Tidak terdaftar'],
  pbi_jk: ['Tidak terdaftar', 'Terdaftar nonaktif', 'Terdaftar aktif'],
  pbi_apbd: ['Tidak terdaftar', 'Terdaftar nonaktif', 'Terdaftar aktif'],
} as const satisfies Record<IdCek, readonly string[]>;

export type KolomCek = `cek_${IdCek}`;

/** Answers with which a proposal makes no sense, and why; the officer decides, the table only explains. */
const MENGHALANGI: Partial<Record<KolomCek, Record<string, string>>> = {
  cek_kependudukan: {
    'Tidak ditemukan': 'NIK tidak ditemukan di data kependudukan; sarankan pasien memperbarui data ke Disdukcapil.',
    Ganda: 'NIK ganda di data kependudukan; selesaikan dahulu di Disdukcapil.',
    Meninggal: 'Data kependudukan menyatakan penduduk ini sudah tidak aktif; periksa kembali NIK-nya.',
  },
  cek_pbi_jk: { 'Terdaftar aktif': 'Pasien sudah menjadi peserta PBI JK yang aktif; tidak perlu diusulkan.' },
  cek_pbi_apbd: { 'Terdaftar aktif': 'Pasien sudah menjadi peserta PBI APBD yang aktif; tidak perlu diusulkan.' },
};

type IsiCek = Record<KolomCek, string>;

const kolomCek = (id: IdCek): KolomCek => `cek_${id}`;

/** The databases without an answer yet. */
export const cekKosong = (kasus: IsiCek) => CEK.filter(({ id }) => kasus[kolomCek(id)] === '');

export const semuaDicek = (kasus: IsiCek): boolean => cekKosong(kasus).length === 0;

/** Sentences for every answer that speaks against a proposal. */
export function halanganCek(kasus: IsiCek): string[] {
  return CEK.flatMap(({ id }) => MENGHALANGI[kolomCek(id)]?.[kasus[kolomCek(id)]] ?? []);
}
