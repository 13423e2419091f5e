/** Finds the table of people in the first rows of a file: where its headings stand and what each of its columns is. */

import { urutanDariJudul } from '#domain/format/judul.ts';
import { type BarisSel, hurufKolom, isiSel, type Lembar, rapikanTeks, selPada } from '#domain/format/sel.ts';
import { deretNomor, temukanTabel } from '#domain/format/temukan.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import { kolomDariFormat, type Penafsir, type Tafsiran } from './judul.ts';

export interface KolomBerkas {
  /** Index from 0. */
  readonly indeks: number;
  /** As written; the letter of the column where nothing is written. */
  readonly judul: string;
  /** A field of a person, the name of a further field, or `lain`. */
  readonly sebagai: string;
}

export interface TabelOrang {
  /** Index from 0 of the last row of headings. */
  readonly judulBaris: number;
  /** Index from 0 of the first row after the headings and their numbers. */
  readonly dataMulai: number;
  readonly kolom: readonly KolomBerkas[];
  /** Columns up to the last heading. */
  readonly lebar: number;
  /** With the nameless ones behind it, in which only remarks stand. */
  readonly lebarPenuh: number;
  /** How many columns were recognised. */
  readonly dikenal: number;
  /** The date order that the heading of the birth date shows. */
  readonly urutanJudul: 'HB' | 'BH' | undefined;
}

/** A letterhead above the table is shorter. */
const BARIS_DICARI = 60;
const TINGGI_JUDUL = 3;

/** A heading of one of these makes a table of people; a name does so only beside another recognised heading. */
const NOMOR = new Set(['nik', 'no_kk', 'no_kartu']);

interface Kepala {
  readonly atas: number;
  readonly bawah: number;
}

/** @returns undefined where no row is a heading, or a sentence when the table can be read in two ways */
export function temukanTabelOrang(lembar: Lembar, tafsirkan: Penafsir): Result<TabelOrang, string> | undefined {
  const atas = lembar.slice(0, BARIS_DICARI);
  const bernomor = atas.find((baris) => [34, 37].includes(deretNomor(baris)?.akhir ?? 0));
  if (bernomor) return dariFormat(lembar, tafsirkan);
  // Headings below a row of data would make everything above them a title.
  const dataPertama = atas.findIndex(isDataJelas);
  const calon = atas.slice(0, dataPertama === -1 ? undefined : dataPertama).flatMap((_, i) => kepalaMulai(lembar, i));
  // The higher one only where it recognises more: a title above the headings adds nothing to them.
  const terbaik = calon
    .map((kepala) => ({ kepala, nilai: nilaiKepala(lembar, kepala, tafsirkan), tinggi: kepala.bawah - kepala.atas }))
    .reduce((a, b) => (b.nilai > a.nilai || (b.nilai === a.nilai && b.tinggi < a.tinggi) ? b : a), TANPA_KEPALA);
  return terbaik.nilai === 0 ? undefined : susun(lembar, terbaik.kepala, tafsirkan);
}

const TANPA_KEPALA = { kepala: { atas: 0, bawah: 0 }, nilai: 0, tinggi: 0 };

/** Blocks of one to three rows from here that may be headings. */
function kepalaMulai(lembar: Lembar, atas: number): Kepala[] {
  const tinggi = lembar.slice(atas, atas + TINGGI_JUDUL).findIndex((baris) => !bolehJudul(baris));
  const sebanyak = tinggi === -1 ? Math.min(TINGGI_JUDUL, lembar.length - atas) : tinggi;
  return Array.from({ length: sebanyak }, (_, indeks) => ({ atas, bawah: atas + indeks + 1 }));
}

/** Somebody's number stands in it. */
const isDataJelas = (baris: BarisSel): boolean =>
  baris.some(({ teks }) => teks.length >= 13 && /^\d{13,18}$/.test(bersihkanNik(teks)));

/** Headings have no long numbers, dates or number cells; and something must stand there. */
function bolehJudul(baris: BarisSel | undefined): boolean {
  const isi = (baris ?? []).filter((sel) => isiSel(sel).trim() !== '');
  return isi.length > 0 && isi.every(({ teks, jenis }) => jenis !== 'tanggal' && !/\d{6}/.test(teks));
}

function nilaiKepala(lembar: Lembar, kepala: Kepala, tafsirkan: Penafsir): number {
  const sebagai = judulKolom(lembar, kepala).flatMap((judul) => tafsirKolom(judul, tafsirkan)?.sebagai ?? []);
  const dikenal = new Set(sebagai);
  const bernomor = [...dikenal].some((satu) => NOMOR.has(satu));
  return bernomor || (dikenal.has('nama') && dikenal.size > 1) ? dikenal.size : 0;
}

interface JudulKolom {
  /** Texts above a column, from top to bottom. */
  readonly teks: readonly string[];
}

/** A heading over several columns stands in the first of them. */
function judulKolom(lembar: Lembar, { atas, bawah }: Kepala): JudulKolom[] {
  const baris = lembar.slice(atas, bawah);
  const lebar = baris.reduce((terlebar, satu) => Math.max(terlebar, satu.length), 0);
  const bawahnya = (indeks: number, kolom: number) =>
    baris.slice(indeks + 1).some((satu) => isiSel(selPada(satu, kolom)) !== '');
  const teks = baris.map((satu, indeks) => {
    let terakhir = '';
    return Array.from({ length: lebar }, (_, kolom) => {
      const isi = rapikanTeks(isiSel(selPada(satu, kolom)));
      if (isi !== '') terakhir = isi;
      return isi !== '' || !bawahnya(indeks, kolom) ? isi : terakhir;
    });
  });
  return Array.from({ length: lebar }, (_, kolom) => ({
    teks: teks.map((satu) => satu[kolom] ?? '').filter((satu) => satu !== ''),
  }));
}

/** By the lowest text, or by all of them in either order: `LAHIR` over `TANGGAL`, `Tanggal` over `Lahir`. */
function tafsirKolom({ teks }: JudulKolom, tafsirkan: Penafsir): Tafsiran | undefined {
  const pilihan = [teks.at(-1) ?? '', teks.join(' '), [...teks].reverse().join(' '), teks[0] ?? ''];
  return pilihan.map((satu) => tafsirkan(satu)).find((satu) => satu !== undefined);
}

function susun(lembar: Lembar, kepala: Kepala, tafsirkan: Penafsir): Result<TabelOrang, string> {
  const judul = judulKolom(lembar, kepala);
  const arti = judul.map((satu) => tafsirKolom(satu, tafsirkan));
  const terpilih = new Map<string, number>();
  for (const [indeks, tafsiran] of arti.entries()) {
    if (!tafsiran) continue;
    const lama = terpilih.get(tafsiran.sebagai);
    const peringkatLama = lama === undefined ? Number.POSITIVE_INFINITY : Number(arti[lama]?.peringkat);
    if (tafsiran.peringkat < peringkatLama) terpilih.set(tafsiran.sebagai, indeks);
    else if (tafsiran.peringkat === peringkatLama) return gagal(pesanGanda(lama, indeks));
  }
  const sebagai = (indeks: number) => {
    const nama = arti[indeks]?.sebagai ?? 'lain';
    return terpilih.get(nama) === indeks ? nama : 'lain';
  };
  const satu = judul.map(({ teks }) => teks.join(' '));
  const lahir = satu[terpilih.get('tgl_lahir') ?? -1] ?? '';
  return ok(tabel(lembar, kepala.bawah, satu, sebagai, urutanDariJudul(lahir)));
}

const pesanGanda = (satu: number | undefined, dua: number): string =>
  `Kolom ${hurufKolom(satu ?? 0)} dan ${hurufKolom(dua)} berjudul sama artinya. Hapus salah satunya, atau tetapkan judulnya di pengaturan.`;

function tabel(
  lembar: Lembar,
  bawah: number,
  judul: readonly string[],
  sebagai: (indeks: number) => string,
  urutanJudul: 'HB' | 'BH' | undefined,
): TabelOrang {
  const dipakai = new Set<string>();
  const lebar = judul.findLastIndex((teks) => teks !== '') + 1;
  const kolom = judul.slice(0, lebar).map((teks, indeks) => {
    const dasar = teks || `Kolom ${hurufKolom(indeks)}`;
    let nama = dasar;
    for (let ke = 2; dipakai.has(nama); ke += 1) nama = `${dasar} (${ke})`;
    dipakai.add(nama);
    return { indeks, judul: nama, sebagai: sebagai(indeks) };
  });
  let dataMulai = bawah;
  while (deretNomor(lembar[dataMulai] ?? []) && !isDataJelas(lembar[dataMulai] ?? [])) dataMulai += 1;
  const dikenal = kolom.filter((satu) => satu.sebagai !== 'lain').length;
  return { judulBaris: bawah - 1, dataMulai, kolom, lebar, lebarPenuh: judul.length, dikenal, urutanJudul };
}

/** Format 34/37, found by the numbers below its headings. */
function dariFormat(lembar: Lembar, tafsirkan: Penafsir): Result<TabelOrang, string> {
  const letak = temukanTabel(lembar);
  if (!letak.ok) return gagal(letak.error.pesan);
  const { dataMulai, kolom, urutanJudul } = letak.value;
  const atas = Math.max(0, dataMulai - 1 - TINGGI_JUDUL);
  const judul = judulKolom(lembar, { atas, bawah: dataMulai - 1 });
  const terisi = (baris: BarisSel) => baris.filter((sel) => isiSel(sel) !== '').length;
  // Above and below the names of the columns stand lines about the file and hints how to fill them.
  const nama = lembar.slice(atas, dataMulai - 1).reduce((a, b) => (terisi(b) > terisi(a) ? b : a), []);
  const menurutFormat = new Map(
    Object.entries(kolom).flatMap(([kunci, indeks]) => {
      const nama = kolomDariFormat(kunci as keyof typeof kolom);
      return nama === undefined ? [] : [[indeks, nama] as const];
    }),
  );
  const terpakai = new Set<string>(menurutFormat.values());
  const sebagai = (indeks: number): string => {
    const nama = menurutFormat.get(indeks);
    if (nama !== undefined) return nama;
    const lain = tafsirKolom(judul[indeks] ?? { teks: [] }, tafsirkan)?.sebagai ?? 'lain';
    if (terpakai.has(lain)) return 'lain';
    terpakai.add(lain);
    return lain;
  };
  const tertulis = judul.map(({ teks }, indeks) => rapikanTeks(isiSel(selPada(nama, indeks))) || (teks.at(-1) ?? ''));
  return ok(tabel(lembar, dataMulai - 1, tertulis, sebagai, urutanJudul));
}
