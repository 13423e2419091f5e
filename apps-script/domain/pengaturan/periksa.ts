/** All settings tabs at once: the answer to each row, for the cell beside it. */
import { ALASAN, DASAR_HUKUM, FASKES, KALIMAT, LIBUR, PENGATURAN, PERAN, WILAYAH } from '../kolom/tab-pengaturan.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import { KETENTUAN } from './ketentuan.ts';
import { periksaAlasan } from './periksa-alasan.ts';
import { periksaDasarHukum } from './periksa-dasar-hukum.ts';
import { periksaFaskes } from './periksa-faskes.ts';
import { periksaKalimat } from './periksa-kalimat.ts';
import { jawabKosong, periksaKetentuan } from './periksa-ketentuan.ts';
import { periksaLibur } from './periksa-libur.ts';
import { periksaPeran } from './periksa-peran.ts';
import { type BarisTab, jawab, type PeriksaTab, SAH, sel, tanpaTitik } from './periksa-umum.ts';
import { periksaWilayah } from './periksa-wilayah.ts';

export const TAB_PENGATURAN = [PENGATURAN, LIBUR, PERAN, FASKES, ALASAN, WILAYAH, DASAR_HUKUM, KALIMAT] as const;

export type NamaTabPengaturan = (typeof TAB_PENGATURAN)[number]['nama'];

/** The rows of each tab, in their order. */
export type IsiPengaturan = Readonly<Record<NamaTabPengaturan, readonly BarisTab[]>>;

const PERIKSA: Readonly<Record<NamaTabPengaturan, PeriksaTab>> = {
  Pengaturan: periksaKetentuan,
  Libur: periksaLibur,
  Peran: periksaPeran,
  Faskes: periksaFaskes,
  Alasan: periksaAlasan,
  Wilayah: periksaWilayah,
  'Dasar Hukum': periksaDasarHukum,
  Kalimat: periksaKalimat,
};

/** The answers, row for row. A row that people have emptied gets an empty one. */
export function periksaPengaturan(isi: IsiPengaturan, hariIni: Tanggal): Record<NamaTabPengaturan, string[]> {
  const konteks = {
    hariIni,
    kodeWilayah: kodeKantor(isi.Pengaturan),
    kodeKelurahan: isi.Wilayah.map((satu) => tanpaTitik(sel(satu, 'kode'))),
  };
  const jawaban = TAB_PENGATURAN.map(({ nama }) => {
    const terisi = isi[nama].filter((satu) => !isBarisKosong(nama, satu));
    const temuan = new Map(PERIKSA[nama](terisi, konteks).map((satu, i) => [terisi[i], satu]));
    return [nama, isi[nama].map((satu) => sebut(nama, satu, temuan.get(satu)))];
  });
  return Object.fromEntries(jawaban) as Record<NamaTabPengaturan, string[]>;
}

function sebut(nama: NamaTabPengaturan, baris: BarisTab, temuan: Parameters<typeof jawab>[0] | undefined): string {
  if (!temuan) return '';
  const hasil = jawab(temuan);
  if (hasil !== SAH) return hasil;
  if (nama === 'Pengaturan' && sel(baris, 'nilai') === '') return jawabKosong(baris);
  return nama === 'Kalimat' && sel(baris, 'teks') === '' ? 'Kosong: dipakai kalimat bawaan.' : hasil;
}

/** Whether nothing is left of a row but what the system wrote beside it. */
export function isBarisKosong(nama: NamaTabPengaturan, baris: BarisTab): boolean {
  const tab = TAB_PENGATURAN.find((satu) => satu.nama === nama) ?? PENGATURAN;
  return tab.kolom.every(({ id, penulis }) => (penulis === 'sistem' && id !== tab.kunci) || sel(baris, id) === '');
}

/** A wrong code counts as the default's here too. */
function kodeKantor(baris: readonly BarisTab[]): string {
  const ketentuan = KETENTUAN.find(({ kunci }) => kunci === 'kode_wilayah');
  const tertulis = sel(baris.find((satu) => sel(satu, 'kunci') === 'kode_wilayah') ?? {}, 'nilai');
  return tertulis === '' || ketentuan?.periksa(tertulis) ? (ketentuan?.bawaan ?? '') : tertulis;
}
