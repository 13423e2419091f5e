/** NIK: the identity number of a person. What can be read from it, what is wrong with it, how it is shown. */

import type { Tanggal } from '../waktu/tanggal.ts';
import { kabupaten, kapanewon } from '../wilayah/wilayah.ts';
import {
  bacaEnamBelas,
  bersihkanNik,
  galatNik,
  type OpsiTemuan,
  peringatanNik,
  samarkanEnamBelas,
  saring,
  type TemuanNik,
  tanggalDuaAbad,
  temuanBagian,
} from './enam-belas.ts';

export {
  bersihkanNik,
  type KodePeringatanNik,
  type OpsiTemuan,
  type TemuanNik,
} from './enam-belas.ts';

declare const merekNik: unique symbol;

/** Sixteen digits without an error finding. Always text: as a number a Papua NIK changes its last digit. */
export type Nik = string & { readonly [merekNik]: true };

export interface HasilNik {
  /** Absent as soon as there is one error. */
  readonly nik?: Nik;
  readonly temuan: readonly TemuanNik[];
}

/** Serials from here up are invented people, for training and tests. */
const SERI_UJI = 9000;

/** Reads a cell or an answer as a NIK and reports everything that is wrong with it, not only the first thing. */
export function parseNik(raw: unknown, hariIni: Tanggal, opsi: OpsiTemuan = {}): HasilNik {
  const { digit, temuan: awal } = bacaEnamBelas(raw);
  if (digit === undefined) return { temuan: saring(awal, opsi) };
  const temuan = [...temuanBagian(digit), ...awal];
  if (tanggalLahirNik(digit as Nik, hariIni).length === 0) temuan.push(galatNik('E_TGL'));
  if (Number(digit.slice(12)) >= SERI_UJI) temuan.push(peringatanNik('W_SERI9'));
  const hasil = saring(temuan, opsi);
  return hasil.some((t) => t.tingkat === 'galat') ? { temuan: hasil } : { nik: digit as Nik, temuan: hasil };
}

/** Birth dates that the NIK allows, oldest first. Two when the century is open, none when the date is impossible. */
export function tanggalLahirNik(nik: Nik, hariIni: Tanggal): readonly Tanggal[] {
  const hari = Number(nik.slice(6, 8));
  return tanggalDuaAbad(hari > 40 ? hari - 40 : hari, Number(nik.slice(8, 10)), Number(nik.slice(10, 12)), hariIni);
}

/** Sex: a woman's birth day is written plus 40. */
export function jenisKelaminNik(nik: Nik): 'L' | 'P' {
  return Number(nik.slice(6, 8)) > 40 ? 'P' : 'L';
}

/** Province of first registration, two digits. */
export function provinsiNik(nik: Nik): string {
  return nik.slice(0, 2);
}

/** Kecamatan of first registration, six digits; it says nothing about where the person lives now. */
export function kecamatanNik(nik: Nik): string {
  return nik.slice(0, 6);
}

export interface DataSilangNik {
  readonly nik: Nik;
  readonly noKk?: string | undefined;
  readonly tanggalLahir?: Tanggal | undefined;
  readonly jk?: 'L' | 'P' | undefined;
  /** Regency of the office, four digits. */
  readonly kodeWilayahKantor?: string | undefined;
}

/** Findings from comparing a NIK with the other fields of its row; a field that is absent is not compared. */
export function periksaNik(data: DataSilangNik, hariIni: Tanggal, opsi: OpsiTemuan = {}): readonly TemuanNik[] {
  const { nik, noKk, tanggalLahir, jk, kodeWilayahKantor } = data;
  const temuan: TemuanNik[] = [];
  if (noKk !== undefined && bersihkanNik(noKk) === nik) temuan.push(galatNik('E_SAMA_KK'));
  if (tanggalLahir !== undefined && !tanggalLahirNik(nik, hariIni).includes(tanggalLahir)) {
    temuan.push(peringatanNik('W_LAHIR'));
  }
  if (jk !== undefined && jk !== jenisKelaminNik(nik)) temuan.push(peringatanNik('W_JK'));
  if (isKecamatanTakDikenal(nik)) temuan.push(peringatanNik('W_KEC'));
  if (kodeWilayahKantor !== undefined && !nik.startsWith(kodeWilayahKantor)) temuan.push(peringatanNik('W_LUAR'));
  return saring(temuan, opsi);
}

/** True only where the list of the regency is known: elsewhere nothing can be said. */
function isKecamatanTakDikenal(nik: Nik): boolean {
  return kabupaten(nik) !== undefined && !kapanewon(nik).some((satu) => satu.kode === kecamatanNik(nik));
}

/** `340208******9001`: region and serial stay readable, the birth date and sex do not. */
export function samarkanNik(nik: string): string {
  return samarkanEnamBelas(nik);
}
