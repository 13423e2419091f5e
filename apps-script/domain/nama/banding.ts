/** Compares two names as people write them: in another order, shortened, with initials, mistyped. */
import { jarakKetik } from './jarak-ketik.ts';
import { EJAAN_LAMA } from './nama.ts';

/** A shared word must be this long to say anything. */
export const KATA_BERARTI = 3;
/** So much of the beginning of a name stands for all of it, where a field was too short for the rest. */
export const AWALAN_BERARTI = 5;
/** The word that half of all men carry and many leave out. */
export const KATA_UMUM = 'MUHAMMAD';
/** One slip is believed in a name of this many letters, and one more with every `HURUF_SELIP`. */
export const NAMA_TERPENDEK = 3;
export const HURUF_SELIP = 5;

export interface BandingNama {
  /**
   * `urutan`: the same words in another order or with other blanks; `bagian`: all words of one are in the other, whole or
   * shortened, or one is the beginning of the other; `mirip`: few slips of the typing hand.
   */
  readonly jenis: 'kosong' | 'sama' | 'urutan' | 'bagian' | 'mirip' | 'beda';
  /** For `mirip` the share of letters without slips; 1 for what is better, 0 for the rest. */
  readonly nilai: number;
}

/** @param a and b as `kunciNama` makes them */
export function bandingNama(a: string, b: string): BandingNama {
  if (a === '' || b === '') return { jenis: 'kosong', nilai: 0 };
  if (a === b) return { jenis: 'sama', nilai: 1 };
  const kataA = a.split(' ');
  const kataB = b.split(' ');
  if (urut(kataA) === urut(kataB) || kataA.join('') === kataB.join('')) return { jenis: 'urutan', nilai: 1 };
  if (isBagian(kataA, kataB) || isAwalan(a, b)) return { jenis: 'bagian', nilai: 1 };
  const nilai = mirip(kataA, kataB);
  return nilai > 0 ? { jenis: 'mirip', nilai } : { jenis: 'beda', nilai: 0 };
}

const urut = (kata: readonly string[]): string => [...kata].sort().join(' ');

function isBagian(a: readonly string[], b: readonly string[]): boolean {
  const berarti = a.some((kata) => kata.length >= KATA_BERARTI && kata !== KATA_UMUM && b.includes(kata));
  return berarti && (tercakup(a, b) || tercakup(b, a));
}

/** The initial of a word in its old spelling, and in today's: `D.` may stand for DJOKO, whose key is JOKO. */
export const INISIAL_LAMA: ReadonlyMap<string, string> = new Map(
  EJAAN_LAMA.map(([lama, kini]) => [lama.charAt(0), kini.charAt(0)]),
);

/** Initials written as one word: `RD` for RATNA DEWI. Three with a vowel are a name of their own: ALI, EKA. */
export const INISIAL_SERANGKAI = '[A-Z]{2}|[^AIUEO]{3}';
const SERANGKAI = new RegExp(`^(?:${INISIAL_SERANGKAI})$`);

/** Every word is in the other name, is the beginning of one of its words, or is made of initials in their order. */
const tercakup = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((kata) => b.some((lain) => isPendek(kata, lain)) || isSerangkai(kata, b));

const isPendek = (kata: string, lain: string): boolean =>
  lain.startsWith(kata) || lain.startsWith(INISIAL_LAMA.get(kata) ?? kata);

const isSerangkai = (kata: string, lain: readonly string[]): boolean =>
  SERANGKAI.test(kata) &&
  lain
    .map((satu) => satu.charAt(0))
    .join('')
    .includes(kata);

const isAwalan = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= AWALAN_BERARTI && (a.startsWith(b) || b.startsWith(a));

/** Share of letters without slips, in the order of writing or of the alphabet; 0 when there are too many slips. */
function mirip(kataA: readonly string[], kataB: readonly string[]): number {
  const [a, b] = tanpaUmum(kataA, kataB);
  const tertulis = dekat(a.join(' '), b.join(' '));
  return tertulis > 0 ? tertulis : dekat(urut(a), urut(b));
}

/** A word that both have says nothing about the others. */
function tanpaUmum(a: readonly string[], b: readonly string[]): [readonly string[], readonly string[]] {
  const bersama = a.includes(KATA_UMUM) && b.includes(KATA_UMUM);
  const inti = (kata: readonly string[]) => kata.filter((satu) => satu !== KATA_UMUM);
  return bersama ? [inti(a), inti(b)] : [a, b];
}

function dekat(a: string, b: string): number {
  const panjang = Math.max(a.length, b.length);
  const boleh = panjang < NAMA_TERPENDEK ? 0 : Math.max(1, Math.floor(panjang / HURUF_SELIP));
  if (Math.abs(a.length - b.length) > boleh) return 0;
  const selip = jarakKetik(a, b);
  return selip > boleh ? 0 : 1 - selip / panjang;
}
