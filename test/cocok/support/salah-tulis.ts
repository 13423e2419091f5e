/** How clerks, scanners and forms spoil what they pass on. */
import type { Acak } from './acak.ts';

/** Keys that lie beside each other on a numeric pad. */
const SEBELAH: Readonly<Record<string, string>> = {
  0: '12',
  1: '024',
  2: '0135',
  3: '26',
  4: '157',
  5: '2468',
  6: '359',
  7: '48',
  8: '579',
  9: '68',
};
/** Digits that a scanner takes for each other. */
const MIRIP: Readonly<Record<string, string>> = { 3: '8', 8: '3', 1: '7', 7: '1', 0: '6', 6: '0' };

/** The first digit of the serial stays: a spoiled number must not be a real person's. */
const TETAP = 12;

const replaced = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

const placesOf = (nik: string, fits: (digit: string, at: number) => boolean): number[] =>
  [...nik].flatMap((digit, at) => (at !== TETAP && fits(digit, at) ? [at] : []));

/** A finger that landed one key off. */
export function salahTekan(acak: Acak, nik: string): string {
  const at = acak.pick(placesOf(nik, () => true));
  return replaced(nik, at, acak.pick([...(SEBELAH[nik[at] ?? ''] ?? '')]));
}

/** One or two digits misread; null where nothing can be misread. */
export function salahPindai(acak: Acak, nik: string, digits: 1 | 2): string | null {
  const places = placesOf(nik, (digit) => digit in MIRIP);
  if (places.length < digits) return null;
  let spoiled = nik;
  for (let left: number = digits; left > 0; left -= 1) {
    const [at = 0] = places.splice(acak.below(places.length), 1);
    spoiled = replaced(spoiled, at, MIRIP[spoiled[at] ?? ''] ?? '');
  }
  return spoiled;
}

export function tertukar(acak: Acak, nik: string): string | null {
  const places = placesOf(nik, (digit, at) => at + 1 < nik.length && at + 1 !== TETAP && digit !== nik[at + 1]);
  if (places.length === 0) return null;
  const at = acak.pick(places);
  return nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2);
}

/** A key that was pressed twice, or not at all. */
export function terlaluBanyak(acak: Acak, nik: string): string {
  const at = acak.below(nik.length);
  return nik.slice(0, at) + nik[at] + nik.slice(at);
}
export function terlewat(acak: Acak, nik: string): string {
  const at = acak.below(nik.length);
  return nik.slice(0, at) + nik.slice(at + 1);
}

const BUNYI: readonly (readonly [from: RegExp, to: string])[] = [
  [/Y(?=[AEIOU])/, 'J'],
  [/V/, 'F'],
  [/F/, 'P'],
  [/KH/, 'H'],
  [/SY/, 'S'],
  [/Z/, 'J'],
  [/O/, 'U'],
  [/U/, 'O'],
  [/I(?!$)/, 'E'],
  [/([LMNRST])(?!\1)/, '$1$1'],
  [/([LMNRST])\1/, '$1'],
  [/ (?=[A-Z]+$)/, ''],
  [/Q/, 'K'],
];

/** A name as somebody wrote it who only heard it. */
export function salahDengar(acak: Acak, nama: string): string {
  const possible = BUNYI.filter(([from]) => from.test(nama));
  if (possible.length === 0) return nama;
  const [from, to] = acak.pick(possible);
  return nama.replace(from, to);
}

/** What a column that is too narrow leaves of a name; null for names that fit. */
export function terpotong(acak: Acak, nama: string): string | null {
  const width = 9 + acak.below(6);
  return nama.length > width ? nama.slice(0, width).trimEnd() : null;
}

/** What the neighbours call somebody; null where that is the name itself. */
export function panggilan(nama: string): string | null {
  const [first = '', second] = nama.split(' ');
  if (second !== undefined && /^(MUHAMMAD|MUHAMAD|MOCHAMMAD|AHMAD|SITI|NUR|ABDULLAH)$/.test(first)) return second;
  if (first.length >= 8) return first.slice(-5);
  return second === undefined ? null : first;
}

/** Small letters, doubled spaces, a space at the end. */
export function ketikanBebas(acak: Acak, text: string): string {
  const small = text.replace(/[A-Z]+/g, (word) => word[0] + word.slice(1).toLowerCase());
  return acak.pick([text.toLowerCase(), small, `${small} `, text.replace(' ', '  ')]);
}

export const tglTertukar = (tgl: string): string | null => {
  const [year = '', month = '', day = ''] = tgl.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
};
