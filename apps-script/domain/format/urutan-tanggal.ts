/** Day first or month first: found out from the whole file, because one cell alone often allows both. */
import { buatTanggal, parseTanggal, type Tanggal } from '../waktu/tanggal.ts';

/** `HB` dd/mm/yyyy, `BH` mm/dd/yyyy, `CAMPUR` both occur: each row counts by its own evidence. */
export type Urutan = 'HB' | 'BH' | 'CAMPUR';

/** What one cell says: a part above 12 settles it (`pasti`), the birth date inside the NIK makes it likely (`nik`). */
export interface BuktiUrutan {
  readonly urutan: 'HB' | 'BH';
  readonly dasar: 'pasti' | 'nik';
}

export interface TanggalMentah {
  readonly teks: string;
  /** Sixteen digits, when the row has a readable NIK. */
  readonly nik?: string | undefined;
}

export type HasilUrutan =
  | { readonly urutan: Urutan; readonly dasar: 'data' | 'judul' | 'bawaan' }
  /** Indexes of the dates that allow both orders, when nothing in the file decides. */
  | { readonly tanya: readonly number[] };

const POLA = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const JAM_NOL = /[T ]0{1,2}[:.]00(?:[:.]00)?(?:\.0+)?Z?$/;
export const NAMA_BULAN =
  'JANUARI FEBRUARI MARET APRIL MEI JUNI JULI AGUSTUS SEPTEMBER OKTOBER NOVEMBER DESEMBER'.split(' ');
/** Short forms that no name begins with. */
export const SINGKATAN_BULAN: Readonly<Record<string, string>> = {
  MAY: 'MEI',
  AUG: 'AGUSTUS',
  AGT: 'AGUSTUS',
  AGS: 'AGUSTUS',
  OCT: 'OKTOBER',
  NOP: 'NOVEMBER',
  DEC: 'DESEMBER',
};

/** Without the midnight that spreadsheets add, and without an apostrophe in front. */
const bersih = (teks: string): string => teks.trim().replace(/^'/, '').replace(JAM_NOL, '');

interface Pecahan {
  readonly satu: number;
  readonly dua: number;
  readonly tahun: number;
}

function pecah(teks: string): Pecahan | undefined {
  const bagian = POLA.exec(bersih(teks));
  return bagian ? { satu: Number(bagian[1]), dua: Number(bagian[3]), tahun: Number(bagian[4]) } : undefined;
}

/** `17 Agustus 1990`, `17-Agu-1990`. */
function denganNamaBulan(teks: string): Tanggal | undefined {
  const bagian = /^(\d{1,2})[ /.-]+([A-Za-z]{3,9})[ /.,-]+(\d{4})$/.exec(teks);
  if (!bagian) return undefined;
  const kata = String(bagian[2]).toUpperCase();
  const nama = SINGKATAN_BULAN[kata] ?? kata;
  return buatTanggal(Number(bagian[3]), NAMA_BULAN.findIndex((bulan) => bulan.startsWith(nama)) + 1, Number(bagian[1]));
}

/** Reads a date in the given order; ISO and a month in letters need none. Undefined when it is not on the calendar. */
export function bacaTanggal(teks: string, urutan: 'HB' | 'BH'): Tanggal | undefined {
  const bagian = pecah(teks);
  if (!bagian) return parseTanggal(bersih(teks)) ?? denganNamaBulan(bersih(teks));
  const { satu, dua, tahun } = bagian;
  return urutan === 'HB' ? buatTanggal(tahun, dua, satu) : buatTanggal(tahun, satu, dua);
}

/** The order of one date: undefined when it is no such date, when both orders give the same day, or nothing tells. */
export function buktiUrutan({ teks, nik }: TanggalMentah): BuktiUrutan | undefined {
  const bagian = pecah(teks);
  if (!bagian) return undefined;
  const { satu, dua, tahun } = bagian;
  if (satu > 12 !== dua > 12) return { urutan: satu > 12 ? 'HB' : 'BH', dasar: 'pasti' };
  if (satu === dua || nik === undefined || Number(nik.slice(10, 12)) !== tahun % 100) return undefined;
  // A woman's day of birth is written plus 40.
  const hari = Number(nik.slice(6, 8)) % 40;
  const bulan = Number(nik.slice(8, 10));
  if (satu === hari && dua === bulan) return { urutan: 'HB', dasar: 'nik' };
  return satu === bulan && dua === hari ? { urutan: 'BH', dasar: 'nik' } : undefined;
}

/** True for a date whose two orders are two different days and for which nothing in the row decides. */
export function isKabur(mentah: TanggalMentah): boolean {
  const bagian = pecah(mentah.teks);
  const mungkin = bagian !== undefined && bagian.satu <= 12 && bagian.dua <= 12 && bagian.satu !== bagian.dua;
  return mungkin && buktiUrutan(mentah) === undefined;
}

/** How many dates of a file speak for one order, and how many of them settle it. */
export interface Suara {
  readonly jumlah: number;
  readonly pasti: number;
}

/**
 * The order that the rows with evidence prove. One side alone wins. With evidence on both sides, a side wins that is
 * proven, is the majority, and faces only rows where the NIK speaks against it: there a person exchanged day and month.
 */
function putuskan(hb: Suara, bh: Suara): Urutan {
  if (bh.jumlah === 0) return 'HB';
  if (hb.jumlah === 0) return 'BH';
  if (hb.pasti > 0 && bh.pasti === 0 && hb.jumlah > bh.jumlah) return 'HB';
  if (bh.pasti > 0 && hb.pasti === 0 && bh.jumlah > hb.jumlah) return 'BH';
  return 'CAMPUR';
}

/** The order by the votes of a file; undefined when nothing in it decides and several dates are open. */
export function urutanDariSuara(
  hb: Suara,
  bh: Suara,
  kabur: number,
  judul?: 'HB' | 'BH',
): { readonly urutan: Urutan; readonly dasar: 'data' | 'judul' | 'bawaan' } | undefined {
  if (hb.jumlah + bh.jumlah > 0) return { urutan: putuskan(hb, bh), dasar: 'data' };
  if (judul === 'HB') return { urutan: 'HB', dasar: 'judul' };
  return kabur > 1 ? undefined : { urutan: 'HB', dasar: 'bawaan' };
}

/**
 * The date order of a file. Without any evidence a heading that says dd/mm/yyyy decides; a heading that says mm/dd/yyyy
 * does not, because it comes with foreign templates that people fill day first. One open date is read day first.
 */
export function tentukanUrutan(daftar: readonly TanggalMentah[], judul?: 'HB' | 'BH'): HasilUrutan {
  const bukti = daftar.map(buktiUrutan);
  const suara = (urutan: 'HB' | 'BH'): Suara => {
    const milik = bukti.filter((satu) => satu?.urutan === urutan);
    return { jumlah: milik.length, pasti: milik.filter((satu) => satu?.dasar === 'pasti').length };
  };
  const kabur = daftar.flatMap((mentah, indeks) => (isKabur(mentah) ? [indeks] : []));
  return urutanDariSuara(suara('HB'), suara('BH'), kabur.length, judul) ?? { tanya: kabur };
}
