/** From when on cover is to be expected (S-24), and which days cannot be the first. */
import { expect, it } from 'vitest';
import { batasTmt, salahTmt, tmtHarapan } from '#domain/hasil/tmt-harapan.ts';
import { tgl } from './support/buat.ts';

it.each([
  ['PRIORITAS', '2026-11-26', '2026-11-26'],
  ['CUT_OFF', '2026-11-26', '2026-12-01'],
  ['CUT_OFF', '2026-12-01', '2027-01-01'],
] as const)('%s on %s: %s', (mode, today, wanted) => {
  expect(tmtHarapan(mode, tgl(today))).toBe(wanted);
});

it.each([
  ['2026-11-20', false, '2026-11-19', 'terlalu awal'],
  ['2026-11-20', false, '2026-11-20', ''],
  ['2026-11-20', true, '2026-10-31', 'terlalu awal'],
  ['2026-11-20', true, '2026-11-01', ''],
  ['2026-11-20', true, '2027-11-26', ''],
  ['2026-11-20', true, '2027-11-27', 'terlalu jauh'],
] as const)('cover of a proposal of %s (whole month: %s) from %s: %s', (sent, month, start, wanted) => {
  const wrong = salahTmt(tgl(start), batasTmt(tgl(sent), tgl('2026-11-26'), month));
  if (wanted === '') expect(wrong).toBe('');
  else expect(wrong).toContain(wanted);
});
