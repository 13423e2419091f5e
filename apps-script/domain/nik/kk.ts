/** No KK: the number of a family card. It changes when a family moves or splits, so it never identifies a person. */
import type { Tanggal } from '../waktu/tanggal.ts';
import {
  bacaEnamBelas,
  type OpsiTemuan,
  peringatanNik,
  samarkanEnamBelas,
  saring,
  type TemuanNik,
  tanggalDuaAbad,
  temuanBagian,
} from './enam-belas.ts';

declare const merekNoKk: unique symbol;

/** Sixteen digits without an error finding. */
export type NoKk = string & { readonly [merekNoKk]: true };

export interface HasilNoKk {
  /** Absent as soon as there is one error. */
  readonly noKk?: NoKk;
  readonly temuan: readonly TemuanNik[];
}

/**
 * Reads a cell or an answer as a No KK and reports every finding. An impossible recording date is only a warning
 * (`W_TGL_KK`): no regulation was found that fixes that part, and a wrong refusal costs a family its cover. A day above
 * 40 there usually means that a woman's NIK was pasted.
 */
export function parseNoKk(raw: unknown, hariIni: Tanggal, opsi: OpsiTemuan = {}): HasilNoKk {
  const { digit, temuan: awal } = bacaEnamBelas(raw);
  if (digit === undefined) return { temuan: saring(awal, opsi) };
  const temuan = [...temuanBagian(digit), ...awal];
  if (tanggalRekamKk(digit as NoKk, hariIni).length === 0) temuan.push(peringatanNik('W_TGL_KK'));
  const hasil = saring(temuan, opsi);
  return hasil.some((t) => t.tingkat === 'galat') ? { temuan: hasil } : { noKk: digit as NoKk, temuan: hasil };
}

/** Recording dates that the number allows (day without plus 40), oldest first; none when impossible. */
export function tanggalRekamKk(noKk: NoKk, hariIni: Tanggal): readonly Tanggal[] {
  return tanggalDuaAbad(Number(noKk.slice(6, 8)), Number(noKk.slice(8, 10)), Number(noKk.slice(10, 12)), hariIni);
}

/** Kecamatan that issued the card, six digits. */
export function kecamatanKk(noKk: NoKk): string {
  return noKk.slice(0, 6);
}

/** `W_DOMISILI` when the card was issued outside the office's regency (four digits): residence must be checked. */
export function periksaNoKk(noKk: NoKk, kodeWilayahKantor: string): readonly TemuanNik[] {
  return noKk.startsWith(kodeWilayahKantor) ? [] : [peringatanNik('W_DOMISILI')];
}

/** `340208******9001`, like a NIK. */
export function samarkanNoKk(noKk: string): string {
  return samarkanEnamBelas(noKk);
}
