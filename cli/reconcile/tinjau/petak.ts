/** Pieces of text in cells of fixed width: wrapped, filled up, coloured where the terminal has colours. */
import { styleText } from 'node:util';
import { bersihkanTerminal } from './bersih.ts';

const GAYA = {
  tebal: 'bold',
  redup: 'dim',
  balik: 'inverse',
  beda: ['bold', 'yellow', 'underline'],
  baik: 'green',
  buruk: 'red',
  penting: ['bold', 'cyan'],
} as const;

export type Gaya = keyof typeof GAYA;

export interface Potong {
  readonly teks: string;
  readonly gaya?: Gaya | undefined;
}

/** A line, or a cell before it is wrapped. */
export type Baris = readonly Potong[];

export const polos = (teks: string): Baris => [{ teks: bersihkanTerminal(teks) }];
export const bergaya = (teks: string, gaya: Gaya): Baris => [{ teks: bersihkanTerminal(teks), gaya }];

const panjang = (baris: Baris): number => baris.reduce((jumlah, { teks }) => jumlah + [...teks].length, 0);

/** Cut at every `paling` letters, at least one; a cell without text has one empty line. */
function lipat(sel: Baris, paling: number): Baris[] {
  const lebar = Math.max(paling, 1);
  const semua: Potong[][] = [[]];
  let sisa = lebar;
  for (const { teks, gaya } of sel) {
    let huruf = [...teks];
    while (huruf.length > 0) {
      if (sisa === 0) {
        semua.push([]);
        sisa = lebar;
      }
      const muat = huruf.slice(0, sisa);
      semua.at(-1)?.push({ teks: muat.join(''), gaya });
      sisa -= muat.length;
      huruf = huruf.slice(muat.length);
    }
  }
  return semua;
}

/** Cut between words; a word that is longer than the line is cut within. */
export function lipatKata(teks: string, lebar: number): string[] {
  const semua: string[] = [''];
  for (const kata of bersihkanTerminal(teks).split(' ')) {
    const terakhir = semua.at(-1) ?? '';
    if (terakhir === '') semua[semua.length - 1] = kata;
    else if (terakhir.length + 1 + kata.length <= lebar) semua[semua.length - 1] = `${terakhir} ${kata}`;
    else semua.push(kata);
  }
  return semua.flatMap((baris) => lipat([{ teks: baris }], lebar).map((satu) => satu.map((p) => p.teks).join('')));
}

/** Filled up with blanks, or cut, to exactly this width. */
export function rata(baris: Baris, lebar: number): Baris {
  const kurang = lebar - panjang(baris);
  if (kurang >= 0) return [...baris, { teks: ' '.repeat(kurang) }];
  const [pertama = []] = lipat(baris, Math.max(lebar - 1, 0));
  return [...pertama, { teks: '…' }];
}

/** Cells next to each other, as many lines as the highest one needs. */
export function berjajar(sel: readonly Baris[], lebar: readonly number[]): Baris[] {
  const terlipat = sel.map((satu, ke) => lipat(satu, Math.max((lebar[ke] ?? 1) - 1, 1)));
  const tinggi = Math.max(...terlipat.map(({ length }) => length));
  return Array.from({ length: tinggi }, (_, ke) =>
    terlipat.flatMap((baris, kolom) => rata(baris[ke] ?? [], lebar[kolom] ?? 1)),
  );
}

/** What goes to the terminal. @param warna false for a terminal without colours, or where they are not wanted */
export const tuliskan = (baris: Baris, warna: boolean): string =>
  baris
    .map(({ teks, gaya }) => {
      const pola = gaya === undefined ? undefined : GAYA[gaya];
      return warna && pola ? styleText([pola].flat(), teks, { validateStream: false }) : teks;
    })
    .join('');
