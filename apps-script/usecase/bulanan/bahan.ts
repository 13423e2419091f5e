/** What the scheduled jobs read of the register, and who hears of it. */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';

/** Of every case; whoever is to be changed is read whole afterwards. */
export const KOLOM_BULANAN: readonly KolomKasus[] = [
  'tiket',
  'rute',
  'status',
  'periode',
  'kode_wilayah',
  'tanda',
  'batch',
  'pic_email',
  'dikembalikan_pada',
  'dijawab_pada',
  'ditangguhkan_pada',
];

export const KOLOM_KIS: readonly string[] = ['tiket', 'kode_wilayah', 'keadaan', 'sejak'];

type Baris = Readonly<Record<string, string>>;

export interface Bahan {
  /** Only the columns above are filled. */
  readonly kasus: readonly Kasus[];
  readonly batch: readonly Baris[];
  readonly kis: readonly Baris[];
}

/** The date of an instant in a cell; undefined when the cell is empty. */
export const hariSel = (sel: string | undefined) => (sel ? tanggalWaktu(sel as Waktu) : undefined);

/** Those who enter the rows of a kelurahan. */
export const petugasKelurahan = ({ pegawai }: Pengaturan, kode: string): string[] =>
  pegawai
    .filter(({ peran, wilayah }) => ['kelurahan', 'pendukung'].includes(peran) && wilayah === kode && kode !== '')
    .map(({ email }) => email);

/** Items by a name, in the order in which the names first come. */
export function kelompok<T>(isi: readonly T[], nama: (satu: T) => string): Map<string, T[]> {
  const hasil = new Map<string, T[]>();
  for (const satu of isi) {
    const ada = hasil.get(nama(satu));
    if (ada) ada.push(satu);
    else hasil.set(nama(satu), [satu]);
  }
  return hasil;
}
