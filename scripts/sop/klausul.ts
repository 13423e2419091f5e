/** The clauses of the two SOPs, the cases on which they are silent, and the scenarios of acceptance: built where, shown where. */
import { BANTUL } from './bantul.ts';
import { BOGOR } from './bogor.ts';
import type { Klausul } from './jenis.ts';
import { DIAM } from './kasus-diam.ts';
import { SKENARIO } from './skenario.ts';

/** How many there must be of each kind. */
export const BANYAK_KLAUSUL: Readonly<Record<string, { readonly banyak: number; readonly pola: RegExp }>> = {
  klausul: { banyak: 45, pola: /^(BGR|BTL)-/ },
  'kasus diam': { banyak: 40, pola: /^S-/ },
  skenario: { banyak: 30, pola: /^A-/ },
};

export const KLAUSUL: readonly Klausul[] = [...BOGOR, ...BANTUL, ...DIAM, ...SKENARIO];
