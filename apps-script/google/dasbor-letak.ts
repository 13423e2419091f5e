/** Where everything stands in the tab `Dasbor`: headline numbers, room for the charts, and the tables they draw. */
import type { Hitungan } from '#domain/laporan/hitungan.ts';
import type { IsiDasbor } from '#usecase/laporan/dasbor.ts';
import type { Kelompok } from '#usecase/laporan/kelompok.ts';
import { type Bentuk, type IdUkuran, UKURAN } from '#usecase/laporan/ukuran.ts';
import {
  type Sel,
  selJudul,
  selKartu,
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
  /** Ranges of one row that are one cell to the eye. */
  readonly gabung: readonly { readonly baris: number; readonly dari: number; readonly sampai: number }[];
  /** Rows with another height than the rest. */
  readonly tinggi: ReadonlyMap<number, number>;
}

const LEBAR: Record<Bentuk, number> = { teks: 110, banyak: 78, persen: 92, batang: 104, hari: 74, rupiah: 118 };

/** Name, what it belongs to, then the measures. */
export const LEBAR_KOLOM: readonly number[] = [160, LEBAR.teks, ...UKURAN.map(({ bentuk }) => LEBAR[bentuk])];

/** The columns that fit a laptop: banner and cards are as wide; the rest is beside them. */
const KOLOM_LAYAR = 13;

export const kolomUkuran = (id: IdUkuran): number => 2 + UKURAN.findIndex((satu) => satu.id === id);

/** Rows that the charts cover; `grafik` is where they begin. */
export const BARIS_KARTU = 3;
export const BARIS_GRAFIK = 7;
/** A chart with the space below it, in rows. */
export const TINGGI_GRAFIK = 13;
export const TINGGI_BARIS = 24;

/** @param deretGrafik how many charts stand one below the other */
export function susunLembaran(isi: IsiDasbor, deretGrafik: number): Lembaran {
  const baris: Sel[][] = [
    penuh(selSpanduk(`Dasbor usulan PBI  ·  ${isi.kantor}`), selSpanduk('')),
    penuh(selKeterangan(isi.keterangan), selKeterangan('')),
    [],
  ];
  const tinggi = new Map([
    [0, 40],
    [1, 28],
    [2, 10],
  ]);
  const gabung: { baris: number; dari: number; sampai: number }[] = [];
  if (isi.kosong !== undefined) {
    baris.push([selKosong(isi.kosong)]);
    tinggi.set(3, 60);
    return { baris, tabel: {}, gabung, tinggi };
  }
  baris.push(...kartu(isi, gabung));
  for (const [urut, px] of [22, 40, 22, 14].entries()) tinggi.set(BARIS_KARTU + urut, px);
  while (baris.length < BARIS_GRAFIK + deretGrafik * TINGGI_GRAFIK) baris.push([]);
  const tabel: Partial<Record<NamaTabel, LetakTabel>> = {};
  for (const satu of semuaTabel(isi)) {
    baris.push([selJudul(satu.judul)]);
    tinggi.set(baris.length - 1, 30);
    tinggi.set(baris.length, 38);
    tabel[satu.nama] = { kepala: baris.length, banyak: satu.banyak };
    baris.push(satu.kepala, ...satu.baris, []);
  }
  return { baris, tabel, gabung, tinggi };
}

const penuh = (awal: Sel, lain: Sel): Sel[] => [
  awal,
  ...Array.from({ length: LEBAR_KOLOM.length - 1 }, (): Sel => lain),
];

/** The first card is as wide as a name, the others two columns. */
function kartu({ kartu: semua }: IsiDasbor, gabung: { baris: number; dari: number; sampai: number }[]): Sel[][] {
  const deret: [Sel[], Sel[], Sel[]] = [[], [], []];
  for (const { label, nilai, bentuk, catatan } of semua) {
    const sel = selKartu(label, nilai, bentuk, catatan);
    const dari = deret[0].length;
    const lebar = dari === 0 ? 1 : 2;
    deret.forEach((satu, i) => {
      for (let kolom = 0; kolom < lebar; kolom += 1) satu.push(kolom === 0 ? (sel[i] ?? {}) : kosongSeperti(sel[i]));
      if (lebar > 1) gabung.push({ baris: BARIS_KARTU + i, dari, sampai: Math.min(dari + lebar, KOLOM_LAYAR) });
    });
  }
  return deret;
}

/** The borders of a merged cell are those of all its cells. */
const kosongSeperti = (sel: Sel | undefined): Sel => ({ userEnteredFormat: sel?.userEnteredFormat ?? {} });

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
    satu('periode', 'Per periode', 'Periode', isi.periode, [...lama, ...jumlah]),
    satu('rute', 'Per jalur', 'Jalur', isi.rute, jumlah),
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
