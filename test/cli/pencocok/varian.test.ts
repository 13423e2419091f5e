/** Which NIKs are looked up for one that may have been mistyped, held against all that a slip of the hand can make. */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { varianSql } from '../../../cli/reconcile/pencocok/varian-sql.ts';
import { bukaMesin } from '../support/mesin.ts';

const {
  mesin: { jalankan, baca },
  tutup,
} = await bukaMesin();
afterAll(tutup);

const DIGITS = '0123456789'.split('');

/** One digit exchanged for another, two neighbours that changed places; of 15 digits one more, of 17 one less. */
function slips(nik: string): string[] {
  const places = [...nik].map((_, i) => i);
  const around = (i: number, middle: string, behind = i + 1): string => nik.slice(0, i) + middle + nik.slice(behind);
  if (nik.length === 15) return [...places, 15].flatMap((i) => DIGITS.map((digit) => around(i, digit, i)));
  if (nik.length === 17) return places.map((i) => around(i, ''));
  return [
    ...places.flatMap((i) => DIGITS.map((digit) => around(i, digit))),
    ...places.slice(1).map((i) => around(i - 1, `${nik[i]}${nik[i - 1]}`, i + 1)),
  ].filter((slip) => slip !== nik);
}

/** A day, that of a woman too, and a month. */
const isDated = (nik: string): boolean => {
  const [day, month] = [Number(nik.slice(6, 8)), Number(nik.slice(8, 10))];
  return day >= 1 && day <= 71 && month >= 1 && month <= 12;
};

async function lookedUp(niks: readonly string[], kecamatan: ReadonlySet<string>): Promise<string[][]> {
  const rows = niks.map((nik, u) => `(${u}, ${nik.length === 16 ? nik : 0}, '${nik}')`).join(', ');
  const codes = [...kecamatan].map((code) => `(${Number(code)})`).join(', ');
  await jalankan(`CREATE OR REPLACE TEMP TABLE belum AS FROM (VALUES ${rows}) t(u, nik, nik_teks)`);
  await jalankan(`CREATE OR REPLACE TEMP TABLE kecamatan AS FROM (VALUES ${codes}) t(kode)`);
  const found = await baca(`SELECT DISTINCT u, v::VARCHAR AS v FROM (${varianSql('belum')}) ORDER BY u, v`);
  return niks.map((_, u) => found.flatMap((row) => (Number(row['u']) === u ? [String(row['v'])] : [])));
}

const KECAMATAN = ['340208', '340201', '320408', '110101', '917201'];
const nik = fc
  .tuple(
    fc.constantFrom(...KECAMATAN, '430208', '340280', '990208'),
    fc.integer({ min: 1, max: 71 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 9000, max: 9999 }),
  )
  .map(([code, ...rest]) => code + rest.map((n) => String(n).padStart(2, '0')).join(''));
/** As it is written: also with a digit too few, too many, or changed to what is no date. */
const written = fc.tuple(nik, fc.constantFrom(0, 1, 2, 3), fc.nat(15), fc.nat(9)).map(([whole, kind, at, digit]) => {
  const behind = at + ([1, 0, 1, 1][kind] ?? 1);
  return whole.slice(0, at) + (kind === 2 ? '' : digit) + whole.slice(behind);
});

it('every NIK one slip away that can be one, of a kecamatan that the reference knows, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(written, { minLength: 20, maxLength: 40 }),
      fc.subarray(KECAMATAN, { minLength: 1 }),
      async (all, codes) => {
        const niks = all.filter((one) => !one.startsWith('0') || one.length !== 16);
        const known = new Set(codes);
        const wanted = niks.map((one) =>
          [...new Set(slips(one))].filter((slip) => isDated(slip) && known.has(slip.slice(0, 6))).sort(),
        );
        expect(await lookedUp(niks, known)).toEqual(wanted);
      },
    ),
    { numRuns: 30 },
  );
});
