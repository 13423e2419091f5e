/** Jaro-Winkler, against the values published for it, and what it says about names of people. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '#domain/nama/kemiripan.ts';
import { kunciNama } from '#domain/nama/nama.ts';

const kemiripanNama = (a: string, b: string) => jaroWinkler(kunciNama(a), kunciNama(b));

describe('Jaro-Winkler', () => {
  it.each([
    // Winkler 1990, table of examples.
    ['DWAYNE', 'DUANE', 0.84],
    ['MARTHA', 'MARHTA', 0.961],
    ['DIXON', 'DICKSONX', 0.813],
    ['JONES', 'JOHNSON', 0.832],
    ['MASSEY', 'MASSIE', 0.933],
    ['ABROMS', 'ABRAMS', 0.922],
    ['HARDIN', 'MARTINEZ', 0.722],
    ['ITMAN', 'SMITH', 0.467],
    ['JERALDINE', 'GERALDINE', 0.926],
    ['MICHELLE', 'MICHAEL', 0.921],
    ['JULIES', 'JULIUS', 0.933],
    ['TANYA', 'TONYA', 0.88],
    ['SEAN', 'SUSAN', 0.805],
    ['JON', 'JAN', 0.8],
    ['ABC', 'XYZ', 0],
    ['', 'ABC', 0],
    ['', '', 0],
  ])('%s and %s: %d', (a, b, nilai) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(nilai, 2);
  });

  it('is the same both ways, between 0 and 1, and 1 for the same text only', () => {
    const teks = fc.string({ unit: fc.constantFrom(...'ABCDE '), maxLength: 14 });
    fc.assert(
      fc.property(teks, teks, (a, b) => {
        const nilai = jaroWinkler(a, b);
        expect(nilai).toBeCloseTo(jaroWinkler(b, a), 12);
        expect(nilai).toBeGreaterThanOrEqual(0);
        expect(nilai > 1 - 1e-9).toBe(a === b && a !== '');
      }),
    );
  });
});

describe('two names', () => {
  it.each([
    ['Dr. H. Achmad Soebardjo, S.E.', 'ACHMAD SUBARJO', 1],
    ['M. Yusuf Hidayat', 'MUHAMMAD YUSUF HIDAYAT', 1],
    ['SITI NURHALIZAH', 'SITI NURHALIZA', 0.98],
    ['BUDI SANTOSO', 'BUDI SANTOS', 0.98],
  ])('%s and %s are alike', (a, b, nilai) => {
    expect(kemiripanNama(a, b)).toBeGreaterThanOrEqual(nilai - 0.01);
  });

  it.each([
    ['BUDI SANTOSO', 'SITI AMINAH'],
    ['BAGAS REKAAN', 'SEKAR REKAAN'],
    ['', ''],
  ])('"%s" and "%s" are not', (a, b) => {
    expect(kemiripanNama(a, b)).toBeLessThan(0.92);
  });
});
