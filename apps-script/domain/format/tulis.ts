/** Writes records as the rows of a Format 34/37 sheet, every cell text; reading them back gives the same records. */
import { tanggalAngka } from '../waktu/bahasa.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import { JENIS_MUTASI, type JenisMutasi, PETUNJUK_KAWIN, tulisKode, type VarianKawin } from './kode.ts';
import {
  type Format,
  JUDUL_LEMBAR,
  KEPALA,
  type KolomFormat,
  type KunciKolom,
  kolomFormat,
  type LabelKepala,
} from './kolom.ts';
import type { Rekaman } from './rekaman.ts';

export interface OpsiTulis {
  readonly format: Format;
  /** Values beside the labels above the table. */
  readonly kepala?: Readonly<Partial<Record<LabelKepala, string>>>;
  /** `HB` dd/mm/yyyy (default) or `BH` mm/dd/yyyy. */
  readonly urutan?: 'HB' | 'BH';
  readonly kawin?: VarianKawin;
  readonly jenisMutasi?: readonly JenisMutasi[];
}

export interface HasilTulis {
  readonly baris: readonly (readonly string[])[];
  /** Index from 0 of the first data row; the numbering row stands directly above it, the hints above that. */
  readonly dataMulai: number;
  /** Values that the chosen variant has no code for; their cells are empty. Index of the record from 0. */
  readonly tanpaKode: readonly { readonly indeks: number; readonly kolom: KunciKolom }[];
}

/** The heading rows of a format: names, hints, numbers. Also what an empty template consists of. */
function barisJudul(format: Format, kawin: VarianKawin, urutan: 'HB' | 'BH'): string[][] {
  const kolom = kolomFormat(format);
  const petunjuk = (satu: KolomFormat<KunciKolom>): string => {
    if (satu.kunci === 'kawin') return PETUNJUK_KAWIN[kawin];
    if (satu.jenis === 'tanggal') return urutan === 'HB' ? 'dd/mm/yyyy' : 'mm/dd/yyyy';
    return satu.petunjuk;
  };
  return [kolom.map(({ judul }) => judul), kolom.map(petunjuk), kolom.map((_, indeks) => String(indeks + 1))];
}

function tulisTanggal(tanggal: Tanggal, urutan: 'HB' | 'BH'): string {
  const teks = tanggalAngka(tanggal);
  return urutan === 'HB' ? teks : `${teks.slice(3, 5)}/${teks.slice(0, 2)}/${teks.slice(6)}`;
}

/** Text of one cell; undefined when the value has no code in the chosen variant. */
function tulisIsi(kolom: KolomFormat<KunciKolom>, nilai: string, opsi: Required<OpsiTulis>): string | undefined {
  if (nilai === '') return '';
  if (kolom.jenis === 'tanggal') return tulisTanggal(nilai as Tanggal, opsi.urutan);
  if (kolom.jenis === 'kode') return tulisKode(kolom.kunci, nilai, opsi.kawin);
  if (kolom.jenis !== 'mutasi') return nilai;
  return opsi.jenisMutasi.find(({ label }) => label === nilai)?.kode_bpjs || nilai;
}

/**
 * The whole sheet: lines above the table, headings, hints, numbering row, one row a record. Records are numbered in the
 * order given. The result holds no formula and no number; for CSV pass it through `tulisCsv`.
 */
export function tulisBerkas(rekaman: readonly Rekaman[], opsi: OpsiTulis): HasilTulis {
  const lengkap = { kepala: {}, urutan: 'HB', kawin: '1-5', jenisMutasi: JENIS_MUTASI, ...opsi } as const;
  const tanpaKode: { indeks: number; kolom: KunciKolom }[] = [];
  const kolom = kolomFormat(opsi.format);
  const data = rekaman.map((satu, indeks) =>
    kolom.map((k) => {
      const teks = k.kunci === 'no' ? String(indeks + 1) : tulisIsi(k, satu[k.kunci], lengkap);
      if (teks === undefined) tanpaKode.push({ indeks, kolom: k.kunci });
      return teks ?? '';
    }),
  );
  const atas = [
    [JUDUL_LEMBAR[opsi.format]],
    ...KEPALA.map((label) => [label, '', lengkap.kepala[label] ?? '']),
    [],
    ...barisJudul(opsi.format, lengkap.kawin, lengkap.urutan),
  ];
  const penuh = atas.map((satu) => [...satu, ...kolom.slice(satu.length).map(() => '')]);
  return { baris: [...penuh, ...data], dataMulai: penuh.length, tanpaKode };
}
