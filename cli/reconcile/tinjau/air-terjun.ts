/** The parts of a score as steps of text, each beginning where the one before has ended. */
import type { Calon } from '../bentuk.ts';
import { teksSkor } from '../hasil/baris.ts';
import { type Baris, bergaya, polos } from './petak.ts';

const LEBAR_BALOK = 24;
const LEBAR_NILAI = 7;

const bertanda = (nilai: number): string =>
  `${nilai < 0 ? '−' : '+'}${teksSkor(Math.abs(nilai)).replace('.', ',')}`.padStart(LEBAR_NILAI);

export function airTerjun({ bagian, skor }: Calon): Baris[] {
  const batas = [0, skor];
  let jumlah = 0;
  const langkah = bagian.map(({ teks, nilai }) => {
    const dari = jumlah;
    jumlah += nilai;
    batas.push(jumlah);
    return { teks, nilai, kiri: Math.min(dari, jumlah), kanan: Math.max(dari, jumlah) };
  });
  const [bawah, atas] = [Math.min(...batas), Math.max(...batas)];
  const letak = (nilai: number): number => Math.round(((nilai - bawah) / (atas - bawah || 1)) * LEBAR_BALOK);
  return langkah.map(({ teks, nilai, kiri, kanan }) => {
    const panjang = Math.max(letak(kanan) - letak(kiri), 1);
    const mulai = Math.min(letak(kiri), LEBAR_BALOK - panjang);
    const balok = ' '.repeat(mulai) + (nilai < 0 ? '░' : '█').repeat(panjang);
    return [
      ...bergaya(bertanda(nilai), nilai < 0 ? 'buruk' : 'baik'),
      ...bergaya(` ${balok.padEnd(LEBAR_BALOK)} `, nilai < 0 ? 'buruk' : 'baik'),
      ...polos(teks),
    ];
  });
}
