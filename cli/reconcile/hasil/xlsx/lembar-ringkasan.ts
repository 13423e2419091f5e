/** The first sheet of a result workbook: what was matched with what, how many of each class, what to do next. */
import { teksWaktu } from '../baris.ts';
import { artiKelas, URUTAN_KELAS } from '../kelas-teks.ts';
import type { Asal, Ringkasan } from '../ringkasan.ts';
import type { BentukLembar } from './buku.ts';
import type { Isi } from './sel.ts';

const JUDUL = {
  VERIFIKASI: 'Hasil verifikasi',
  REKONSILIASI: 'Hasil rekonsiliasi',
  GANDA: 'Hasil pencarian data ganda',
};

const tebal = (isi: string): Isi => ({ isi, gaya: 'kepala' });
const angka = (isi: number): Isi => ({ isi, gaya: 'angka' });
const lipat = (isi: string): Isi => ({ isi, gaya: 'lipat' });

export const bentukRingkasan = ({ referensi }: Ringkasan): BentukLembar => ({
  nama: 'Ringkasan',
  lebar: [22, 44, ...[...referensi].map(() => 15), 12, 56],
  tabel: false,
});

/** @param penjelasan of the other sheets, a sentence each */
export function barisRingkasan(asal: Asal, ringkasan: Ringkasan, penjelasan: readonly string[]): Isi[][] {
  const { referensi, kelas: jumlah, baris } = ringkasan;
  const ada = URUTAN_KELAS.filter((kelas) => jumlah[kelas] !== undefined);
  return [
    [{ isi: JUDUL[asal.jenis], gaya: 'judul' }],
    [`Dibuat ${teksWaktu(asal.dibuat)}`],
    ...asal.masukan.map(({ nama, baris: banyak }): Isi[] => ['Masukan', nama, angka(banyak), 'baris']),
    ...asal.referensi.map(({ nama, baris: banyak, dimuat }): Isi[] => [
      'Referensi',
      `${nama}, dimuat ${teksWaktu(dimuat)}`,
      angka(banyak),
      'baris',
    ]),
    ...(asal.catatan === undefined ? [] : [[asal.catatan]]),
    [],
    ['Kelas', 'Artinya', ...referensi.keys(), 'Jumlah', 'Yang perlu dilakukan'].map(tebal),
    ...ada.map((kelas): Isi[] => [
      kelas,
      lipat(artiKelas(kelas, asal.jenis).arti),
      ...[...referensi.values()].map((milik) => angka(milik[kelas] ?? 0)),
      angka(jumlah[kelas] ?? 0),
      lipat(artiKelas(kelas, asal.jenis).langkah),
    ]),
    ['Jumlah', '', ...[...referensi.values()].map((milik) => angka(total(milik))), angka(baris)],
    [],
    ...penjelasan.map((kalimat): Isi[] => [kalimat]),
  ];
}

const total = (milik: Readonly<Record<string, number | undefined>>): number =>
  Object.values(milik).reduce((jumlah: number, banyak) => jumlah + (banyak ?? 0), 0);
