/** Suggested NIKs: the right one is found after one slip, none contradicts the case, and a right NIK is left alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNik } from '#domain/nik/nik.ts';
import { perbaikanKetik } from '#usecase/perbaikan-ketik.ts';
import { type Orang, perluSaranNik, saranNik } from '#usecase/saran-nik.ts';
import { tgl } from './support/buat.ts';

const HARI_INI = tgl('2026-11-21');
const two = (n: number) => String(n).padStart(2, '0');

/** Somebody whose NIK says what the rest of the row says. */
const orang = fc
  .record({
    hari: fc.integer({ min: 1, max: 28 }),
    bulan: fc.integer({ min: 1, max: 12 }),
    tahun: fc.integer({ min: 40, max: 99 }),
    seri: fc.integer({ min: 9000, max: 9999 }),
    jk: fc.constantFrom('L', 'P'),
    kecamatan: fc.constantFrom('340208', '340201', '327101'),
  })
  .map(
    ({ hari, bulan, tahun, seri, jk, kecamatan }): Orang => ({
      tiket: 'BTL-N-2026-000001',
      nik: `${kecamatan}${two(jk === 'P' ? hari + 40 : hari)}${two(bulan)}${two(tahun)}${seri}`,
      no_kk: `${kecamatan}0101109001`,
      nama: 'Contoh Rekaan',
      tgl_lahir: `19${two(tahun)}-${two(bulan)}-${two(hari)}`,
      jk,
    }),
  );

/** One slip: a wrong digit, two swapped, one lost, one doubled. */
const salahKetik = (nik: string, cara: string, i: number, angka: string): string => {
  if (cara === 'ganti') return nik.slice(0, i) + angka + nik.slice(i + 1);
  if (cara === 'tukar')
    return (
      nik.slice(0, i) +
      nik
        .slice(i, i + 2)
        .split('')
        .reverse()
        .join('') +
      nik.slice(i + 2)
    );
  if (cara === 'hilang') return nik.slice(0, i) + nik.slice(i + 1);
  return nik.slice(0, i) + nik.charAt(i) + nik.slice(i);
};

const slip = fc.tuple(
  fc.constantFrom('ganti', 'tukar', 'hilang', 'dobel'),
  fc.integer({ min: 0, max: 14 }),
  fc.constantFrom(...'0123456789'),
);

describe('repairs', () => {
  it('undo every slip', () => {
    fc.assert(
      fc.property(orang, slip, ({ nik }, [cara, i, angka]) => {
        const rusak = salahKetik(nik, cara, i, angka);
        if (rusak !== nik) expect(perbaikanKetik(rusak)).toContain(nik);
      }),
    );
  });

  it.each(['', '34020', '3402O85708909001', '340208570890900123'])('make nothing of %j', (teks) => {
    expect(perbaikanKetik(teks)).toEqual([]);
  });
});

describe('suggestions', () => {
  it('contradict nothing that the case says, and are scored from 0 to 1, best first', () => {
    fc.assert(
      fc.property(orang, slip, fc.array(orang, { maxLength: 4 }), (benar, [cara, i, angka], lain) => {
        const kasus = { ...benar, nik: salahKetik(benar.nik, cara, i, angka) };
        const daftar = saranNik(
          kasus,
          lain.map((satu, n) => ({ ...satu, tiket: `BTL-N-2026-00010${n}` })),
          HARI_INI,
        );
        for (const { nik, skor, bukti } of daftar) {
          expect(parseNik(nik, HARI_INI).nik).toBe(nik);
          expect(perluSaranNik({ ...kasus, nik }, HARI_INI)).toBe(false);
          expect(nik).not.toBe(kasus.nik);
          expect(skor).toBeGreaterThan(0);
          expect(skor).toBeLessThanOrEqual(1);
          expect(bukti.length).toBeGreaterThan(0);
        }
        const skor = daftar.map((satu) => satu.skor);
        expect(skor).toEqual([...skor].sort((a, b) => b - a));
      }),
    );
  });

  it('have the right NIK among the best after a slip in its birth date', () => {
    fc.assert(
      fc.property(orang, fc.integer({ min: 6, max: 11 }), fc.constantFrom(...'0123456789'), (benar, i, angka) => {
        const kasus = { ...benar, nik: salahKetik(benar.nik, 'ganti', i, angka) };
        fc.pre(perluSaranNik(kasus, HARI_INI));
        const daftar = saranNik(kasus, [], HARI_INI);
        // A swapped pair may explain the same slip as well as a wrong digit does.
        const terbaik = daftar.filter(({ skor }) => skor === daftar[0]?.skor);
        expect(terbaik.map(({ nik }) => nik)).toContain(benar.nik);
      }),
    );
  });

  it('are never made for a NIK that agrees with the case', () => {
    fc.assert(
      fc.property(orang, orang, (a, b) => {
        expect(saranNik(a, [b], HARI_INI)).toEqual([]);
      }),
    );
  });

  it('never repeat what was turned down', () => {
    fc.assert(
      fc.property(orang, (benar) => {
        const kasus = { ...benar, nik: '' };
        const register = [{ ...benar, tiket: 'BTL-D-2026-000009' }];
        expect(saranNik(kasus, register, HARI_INI)[0]?.nik).toBe(benar.nik);
        expect(saranNik(kasus, register, HARI_INI, (nik) => nik === benar.nik)).toEqual([]);
      }),
    );
  });

  it('take a namesake of another birthday and family for nobody', () => {
    const kasus: Orang = {
      tiket: 'BTL-N-2026-000001',
      nik: '',
      no_kk: '3402080101109001',
      nama: 'Contoh Rekaan',
      tgl_lahir: '1990-08-17',
      jk: 'L',
    };
    const lain = { ...kasus, tiket: 'BTL-N-2026-000002', nik: '3402081708909001', no_kk: '3402080202109002' };
    expect(saranNik(kasus, [lain], HARI_INI)).toHaveLength(1);
    expect(saranNik(kasus, [{ ...lain, tgl_lahir: '1991-01-01' }], HARI_INI)).toEqual([]);
    expect(saranNik(kasus, [{ ...lain, nama: 'Orang Lain' }], HARI_INI)).toEqual([]);
  });
});
