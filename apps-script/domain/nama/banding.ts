/** Compares two names as people write them: in another order, shortened, with initials, mistyped. */
import { jaroWinkler } from './kemiripan.ts';

/** Names less alike than this are two people's. */
export const MIRIP_TERENDAH = 0.85;
/** A shared word must be this long to say anything. */
export const KATA_BERARTI = 3;
/** The word that half of all men carry and many leave out. */
export const KATA_UMUM = 'MUHAMMAD';

export interface BandingNama {
  /**
   * `urutan`: the same words in another order; `bagian`: all words of one are in the other, where an initial stands for
   * a word; `mirip`: a slip of the typing hand or two.
   */
  readonly jenis: 'kosong' | 'sama' | 'urutan' | 'bagian' | 'mirip' | 'beda';
  /** For `mirip` and `beda` how alike, from 0 to 1. */
  readonly nilai: number;
}

const TETAP = { kosong: 0, sama: 1, urutan: 1, bagian: 1 } as const;

/** @param a and b as `kunciNama` makes them */
export function bandingNama(a: string, b: string): BandingNama {
  const pasti = (jenis: keyof typeof TETAP): BandingNama => ({ jenis, nilai: TETAP[jenis] });
  if (a === '' || b === '') return pasti('kosong');
  if (a === b) return pasti('sama');
  const kataA = a.split(' ');
  const kataB = b.split(' ');
  if (urut(kataA) === urut(kataB)) return pasti('urutan');
  if (isBagian(kataA, kataB)) return pasti('bagian');
  const intiA = intiNama(kataA);
  const intiB = intiNama(kataB);
  const nilai = Math.max(jaroWinkler(intiA.join(' '), intiB.join(' ')), jaroWinkler(urut(intiA), urut(intiB)));
  return { jenis: nilai >= MIRIP_TERENDAH ? 'mirip' : 'beda', nilai };
}

const urut = (kata: readonly string[]): string => [...kata].sort().join(' ');

/** The words that tell people apart. */
export function intiNama(kata: readonly string[]): readonly string[] {
  const inti = kata.filter((satu) => satu !== KATA_UMUM);
  return inti.length === 0 ? kata : inti;
}

function isBagian(a: readonly string[], b: readonly string[]): boolean {
  const berarti = a.some((kata) => kata.length >= KATA_BERARTI && kata !== KATA_UMUM && b.includes(kata));
  return berarti && (tercakup(a, b) || tercakup(b, a));
}

/** Every word is in the other name, or is the initial of one of its words. */
const tercakup = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((kata) => b.includes(kata) || (kata.length === 1 && b.some((lain) => lain.startsWith(kata))));
