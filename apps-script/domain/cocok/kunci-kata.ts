/**
 * Keys under which two records of one person meet although NIK and family card fail: birth date together with the first
 * and third letter of a word of the name. Small whole numbers, so that any engine joins by them.
 */
import { KATA_UMUM } from '../nama/banding.ts';

/** Words of a name that take part. */
export const KATA_DIPAKAI = 3;
/** Letters are counted in 32 steps, so two of them fill this range. */
export const LEBAR_KATA = 1024;
/** Before the oldest birth date of anybody alive. */
export const TAHUN_AWAL = 1850;
/** Every month counts 31 days: only equality matters. */
export const HARI_BULAN = 31;
export const HARI_TAHUN = 372;

/** @param lahir as number YYYYMMDD, 0 where it is not known @param kunci as `kunciNama` makes it */
export function kunciKata(lahir: number, kunci: string): number[] {
  if (lahir === 0 || kunci === '') return [];
  const tahun = Math.floor(lahir / 10_000) - TAHUN_AWAL;
  const hari = tahun * HARI_TAHUN + ((Math.floor(lahir / 100) % 100) - 1) * HARI_BULAN + (lahir % 100) - 1;
  const kata = kunci.replaceAll(`${KATA_UMUM} `, '').split(' ').slice(0, KATA_DIPAKAI);
  return [...new Set(kata.map((satu) => hari * LEBAR_KATA + huruf(satu, 0) * 32 + huruf(satu, 2)))];
}

/** 1 for A to 26 for Z; 0 where the word is too short. */
const huruf = (kata: string, tempat: number): number => (kata.length > tempat ? kata.charCodeAt(tempat) & 31 : 0);

/** Day and month changed places, where that is a date as well; otherwise 0. */
export function lahirTertukar(lahir: number): number {
  const hari = lahir % 100;
  const bulan = Math.floor(lahir / 100) % 100;
  return hari > 12 || hari === bulan || lahir === 0 ? 0 : Math.floor(lahir / 10_000) * 10_000 + hari * 100 + bulan;
}
