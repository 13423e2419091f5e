/** The synthetic people of a simulated year: as many as it needs, no two alike unless they are meant to be. */

import { citizen } from '../../support/citizens.ts';
import type { Row } from '../../support/office.ts';

/** Cells of Format 34 for the n-th citizen. */
export const newMember = (n: number): Row => ({ ...citizen(n) });

/** Cells of Format 37. */
export const movedMember = (n: number): Row => ({
  ...citizen(n),
  segmen_asal: 'PBPU/BP mandiri',
  jenis_mutasi: 'PENGALIHAN_KE_PBI_APBD',
  no_kartu: `00012${String(34_560_000 + n)}`,
});
