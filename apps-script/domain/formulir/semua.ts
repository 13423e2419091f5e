/** All forms; an office has those of the routes it serves. */
import type { Rute } from '../usulan/rute.ts';
import type { Formulir } from './butir.ts';
import { FORMULIR_DARURAT } from './darurat.ts';
import { FORMULIR_KIS } from './kis.ts';
import { FORMULIR_LOKET } from './loket.ts';
import { FORMULIR_USULAN } from './usulan.ts';

const FORMULIR: readonly Formulir[] = [FORMULIR_DARURAT, FORMULIR_LOKET, FORMULIR_USULAN, FORMULIR_KIS];

export const formulirKantor = (rute: readonly Rute[]): readonly Formulir[] =>
  FORMULIR.filter((satu) => satu.rute.some((r) => rute.includes(r)));
