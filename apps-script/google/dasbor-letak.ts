/** Where everything stands in the tab `Dasbor`: the routes with their sums, room for the charts, and the tables they draw. */

import type { Hitungan } from '#domain/laporan/hitungan.ts';
import { tanggalAngka } from '#domain/waktu/bahasa.ts';
import { jamWaktu, tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { IsiDasbor } from '#usecase/laporan/dasbor.ts';
import type { Kelompok } from '#usecase/laporan/kelompok.ts';
import { type Bentuk, type IdUkuran, UKURAN } from '#usecase/laporan/ukuran.ts';
import {
  type Sel,
  selJudul,
  selKepala,
  selKeterangan,
  selKosong,
  selNama,
  selNilai,
  selSpanduk,
} from './dasbor-gaya.ts';

/** Rows of a table that charts can name: `kepala` is the row number of its header, from 0. */
export interface LetakTabel {
  readonly kepala: number;
  readonly banyak: number;
}

export type NamaTabel = 'periode' | 'rute' | 'kecamatan' | 'peringkat' | 'status' | 'kelurahan';

export interface Lembaran {
  readonly baris: readonly (readonly Sel[])[];
  readonly tabel: Partial<Record<NamaTabel, LetakTabel>>;
  /** The row where the charts begin. */
  readonly grafik: number;
  /** Rows with another height than the rest. */
  readonly tinggi: ReadonlyMap<number, number>;
}

const LEBAR: Record<Bentuk, number> = { teks: 100, banyak: 76, persen: 100, batang: 90, hari: 90, rupiah: 114 };
const LEBAR_NAMA = 162;
/** A bold letter of a heading, and what stays free beside it: no heading is cut or broken. */
const LEBAR_HURUF = 8;
const LEBAR_TEPI = 8;

/** Name, what it belongs to, then the measures. The first fourteen fit the screen of a laptop. */
export const LEBAR_KOLOM: readonly number[] = [
  LEBAR_NAMA,
  LEBAR.teks,
  ...UKURAN.map(({ kepala, bentuk }) => Math.max(LEBAR[bentuk], kepala.length * LEBAR_HURUF + LEBAR_TEPI)),
];

export const KOLOM_LAYAR = 14;

export const kolomUkuran = (id: IdUkuran): number => 2 + UKURAN.findIndex((satu) => satu.id === id);

/** A chart with the space below it, in rows. */
export const TINGGI_GRAFIK = 13;
export const TINGGI_BARIS = 24;

/** @param deretGrafik how many charts stand one below the other */
export function susunLembaran(isi: IsiDasbor, deretGrafik: number): Lembaran {
  const baris: Sel[][] = [...kepalaLembaran(isi), []];
  const tinggi = new Map([
    [0, 36],
    [1, 26],
    [2, 10],
  ]);
  if (isi.kosong !== undefined) {
    baris.push([selKosong(isi.kosong)]);
    tinggi.set(3, 60);
    return { baris, tabel: {}, grafik: baris.length, tinggi };
  }
  const tabel: Partial<Record<NamaTabel, LetakTabel>> = {};
  const tulis = (satu: Tabel) => {
    if (satu.judul !== '') {
      tinggi.set(baris.length, 30);
      baris.push([selJudul(satu.judul)]);
    }
    tinggi.set(baris.length, 38);
    tabel[satu.nama] = { kepala: baris.length, banyak: satu.banyak };
    baris.push(satu.kepala, ...satu.baris, []);
  };
  const [pertama, ...lain] = semuaTabel(isi);
  if (pertama) tulis(pertama);
  const grafik = baris.length;
  for (let n = 0; n < deretGrafik * TINGGI_GRAFIK; n += 1) baris.push([]);
  lain.forEach(tulis);
  return { baris, tabel, grafik, tinggi };
}

/** Each cell is short enough for its column; the sentences at the end run on over empty ones. */
function kepalaLembaran({ kantor, disegarkan, keterangan }: IsiDasbor): Sel[][] {
  const [cara = '', ...salah] = keterangan;
  const tanggal = tanggalAngka(tanggalWaktu(disegarkan));
  const jam = jamWaktu(disegarkan).replace(':', '.');
  const lain = [tanggal, jam, '', ...salah].map((teks) => selSpanduk(teks));
  return [
    penuh([selSpanduk('Dasbor usulan PBI', 15), ...lain], selSpanduk('')),
    penuh([kantor, cara].map(selKeterangan), selKeterangan('')),
  ];
}

const penuh = (awal: Sel[], lain: Sel): Sel[] => [
  ...awal,
  ...Array.from({ length: LEBAR_KOLOM.length - awal.length }, (): Sel => lain),
];

interface Tabel {
  nama: NamaTabel;
  judul: string;
  kepala: Sel[];
  baris: Sel[][];
  /** Rows with data, without sums. */
  banyak: number;
}

function semuaTabel(isi: IsiDasbor): Tabel[] {
  const jumlah: [string, Hitungan][] = [['Semua', isi.semua]];
  const lama: [string, Hitungan][] = isi.sebelumnya ? [['Sebelumnya', isi.sebelumnya]] : [];
  const satu = (
    nama: NamaTabel,
    judul: string,
    kepala: string,
    kelompok: readonly Kelompok[],
    kaki: [string, Hitungan][],
  ): Tabel => ({
    nama,
    judul,
    kepala: kepalaUkuran(kepala, nama === 'kelurahan' || nama === 'peringkat' ? isi.label.kecamatan : ''),
    baris: [
      ...kelompok.map(({ nama: label, induk, hitungan }) => barisUkuran(label, induk, hitungan, isi.premi)),
      ...kaki.map(([label, hitungan]) => barisUkuran(label, '', hitungan, isi.premi, true)),
    ],
    banyak: kelompok.length,
  });
  return [
    satu('rute', '', 'Jalur', isi.rute, jumlah),
    satu('periode', 'Per periode', 'Periode', isi.periode, [...lama, ...jumlah]),
    tabelStatus(isi),
    satu('kecamatan', `Per ${isi.label.kecamatan.toLowerCase()}`, isi.label.kecamatan, isi.kecamatan, jumlah),
    satu('peringkat', 'Keberhasilan tertinggi dan terendah', isi.label.kelurahan, isi.peringkat, []),
    satu(
      'kelurahan',
      `Papan ${isi.label.kelurahan.toLowerCase()}: urutkan lewat tombol di judul kolom`,
      isi.label.kelurahan,
      isi.kelurahan,
      [],
    ),
  ];
}

const kepalaUkuran = (nama: string, induk: string): Sel[] => [
  selKepala(nama, '', false),
  selKepala(induk, '', false),
  ...UKURAN.map(({ kepala, arti, bentuk }) => selKepala(kepala, arti, bentuk !== 'batang')),
];

const barisUkuran = (
  nama: string,
  induk: string,
  hitungan: Hitungan,
  premi: number | undefined,
  tebal = false,
): Sel[] => [
  selNama(nama, tebal),
  selNama(induk, tebal),
  ...UKURAN.map(({ nilai, bentuk }) => selNilai(nilai(hitungan, premi), bentuk, tebal)),
];

const tabelStatus = ({ status }: IsiDasbor): Tabel => ({
  nama: 'status',
  judul: 'Kedudukan sekarang',
  kepala: [selKepala('Status', '', false), selKepala('Usulan', 'Banyaknya usulan dengan status itu sekarang.', true)],
  baris: status.map(({ label, banyak }) => [selNama(label), selNilai(banyak, 'banyak')]),
  banyak: status.length,
});
