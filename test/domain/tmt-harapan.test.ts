/** From when on cover is to be expected (S-24). */
import { expect, it } from 'vitest';
import { tmtHarapan } from '#domain/hasil/tmt-harapan.ts';
import { tgl } from './support/buat.ts';

it.each([
  ['PRIORITAS', '2026-11-26', '2026-11-26'],
  ['CUT_OFF', '2026-11-26', '2026-12-01'],
  ['CUT_OFF', '2026-12-01', '2027-01-01'],
] as const)('%s on %s: %s', (mode, today, wanted) => {
  expect(tmtHarapan(mode, tgl(today))).toBe(wanted);
});
