/** Numbers as Indonesians write them. */
import type { Bentuk } from './ukuran.ts';

const beribu = (utuh: string): string => utuh.replace(/\B(?=(\d{3})+$)/g, '.');

/** At most one decimal: `1.234`, `3,5`. */
export function tulisAngka(nilai: number): string {
  const [utuh = '', desimal = '0'] = nilai.toFixed(1).split('.');
  return desimal === '0' ? beribu(utuh) : `${beribu(utuh)},${desimal}`;
}

/** A measure for paper; a dash where there is nothing to say. */
export function tulisUkuran(nilai: number | undefined, bentuk: Bentuk): string {
  if (nilai === undefined) return '–';
  if (bentuk === 'persen') return `${Math.round(nilai * 100)}%`;
  return bentuk === 'rupiah' ? `Rp${beribu(String(Math.round(nilai)))}` : tulisAngka(nilai);
}
