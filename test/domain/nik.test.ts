/** NIK: every published vector, each part of the number, and a property test against an independent oracle. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bersihkanNik,
  jenisKelaminNik,
  kecamatanNik,
  type Nik,
  parseNik,
  periksaNik,
  provinsiNik,
  samarkanNik,
  tanggalLahirNik,
} from '#domain/nik/nik.ts';
import { PROVINSI } from '#domain/wilayah/provinsi.ts';
import { kode, tgl } from './support/buat.ts';
import { opinion } from './support/nik-oracle.ts';

const HARI_INI = tgl('2026-11-21');

function nik(teks: string): Nik {
  const hasil = parseNik(teks, HARI_INI).nik;
  if (hasil === undefined) throw new Error('bad NIK in a test');
  return hasil;
}

describe('parseNik', () => {
  it.each([
    ['3402085708909001', []],
    ['34.0208.570890.9001', []],
    ["'3402085708909001", []],
    ['3402 0857-0890—9001', []],
    ['\uFEFF3402085708\u00A0909001\u200B', []],
    ['３４０２０８５７０８９０９００１', []],
    ['3402083102909001', ['E_TGL']],
    ['3402087102009003', ['E_TGL']],
    ['3402080000909001', ['E_TGL']],
    ['3402084008909001', ['E_TGL']],
    ['3402087208909001', ['E_TGL']],
    ['3402081713909001', ['E_TGL']],
    ['3402082902019002', ['E_TGL']],
    ['3402082902009002', []],
    ['3402086902009002', []],
    ['9999085708909001', ['E_PROV']],
    ['2208085708909001', ['E_PROV']],
    ['9171015708909001', []],
    ['9602015708909003', []],
  ])('%s', (masukan, harapan) => {
    const hasil = parseNik(masukan, HARI_INI, { abaikan: ['W_SERI9'] });
    expect(kode(hasil.temuan)).toEqual(harapan);
    expect(hasil.nik).toBe(harapan.length === 0 ? bersihkanNik(masukan) : undefined);
  });

  it.each<[unknown, string[]]>([
    ['3402085708900000', ['E_SERI']],
    ['0402085708909001', ['E_SEMENTARA']],
    ['0', ['E_FORMAT', 'E_SEMENTARA']],
    ['0000000000000000', ['E_SEMENTARA', 'W_ULANG_16']],
    [3402085708909001, ['E_ANGKA']],
    [3402085708909001n, ['E_ANGKA']],
    [3.4e15, ['E_ANGKA']],
    ['3.40209E+15', ['E_FORMAT', 'E_ILMIAH']],
    ["'3,40209e+15", ['E_FORMAT', 'E_ILMIAH']],
    ['3E15', ['E_FORMAT', 'E_ILMIAH']],
    ['', ['E_FORMAT']],
    ['   ', ['E_FORMAT']],
    ['340208570890900', ['E_FORMAT']],
    ['34020857089090011', ['E_FORMAT']],
    ['34020857089O9001', ['E_FORMAT']],
    [null, ['E_FORMAT']],
    [undefined, ['E_FORMAT']],
    [{}, ['E_FORMAT']],
    ['9999999999999999', ['E_PROV', 'E_TGL', 'W_SERI9', 'W_ULANG_16']],
    ['1111111111111111', ['W_ULANG_16']],
    ['9999083102900000', ['E_PROV', 'E_SERI', 'E_TGL']],
  ])('%s: all findings at once', (masukan, harapan) => {
    const hasil = parseNik(masukan, HARI_INI);
    expect(kode(hasil.temuan)).toEqual(harapan);
    expect('nik' in hasil).toBe(!harapan.some((satu) => satu.startsWith('E_')));
  });

  it('keeps levels apart: E_ is an error, W_ a warning', () => {
    for (const satu of parseNik('9999999999999999', HARI_INI).temuan) {
      expect(satu.tingkat).toBe(satu.kode.startsWith('E_') ? 'galat' : 'peringatan');
    }
  });

  it('warns of invented people unless the office trains, and never silences an error', () => {
    expect(parseNik('3402085708909001', HARI_INI)).toEqual({
      nik: '3402085708909001',
      temuan: [{ kode: 'W_SERI9', tingkat: 'peringatan' }],
    });
    expect(parseNik('3402085708909001', HARI_INI, { abaikan: ['W_SERI9'] }).temuan).toEqual([]);
    expect(kode(parseNik('3402995708908999', HARI_INI).temuan)).toEqual([]);
    expect(kode(parseNik('3402995708900010', HARI_INI).temuan)).toEqual([]);
    expect(kode(parseNik('9999083102900000', HARI_INI, { abaikan: ['W_SERI9'] }).temuan)).toHaveLength(3);
  });

  it('knows exactly the 38 provinces', () => {
    const diterima = Array.from({ length: 90 }, (_, i) => String(i + 10)).filter(
      (provinsi) => parseNik(`${provinsi}01015708909001`, HARI_INI).nik !== undefined,
    );
    expect(diterima).toEqual(Object.keys(PROVINSI).sort());
    expect(diterima).toHaveLength(38);
  });

  it('leaves every Papua NIK as it is, where a number would change it', () => {
    for (const provinsi of ['91', '92', '93', '94', '95', '96']) {
      const asli = `${provinsi}71015708909001`;
      expect(parseNik(asli, HARI_INI).nik).toBe(asli);
      expect(String(Number(asli))).not.toBe(asli);
    }
  });

  it('agrees with an independent oracle', () => {
    const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
    const near = fc
      .tuple(
        fc.constantFrom(...Object.keys(PROVINSI), '20', '22', '37', '97'),
        digits(4),
        fc.integer({ min: 0, max: 75 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 99 }),
        fc.oneof(fc.constantFrom('0000', '0001', '8999', '9000'), digits(4)),
      )
      .map(([p, k, d, m, y, s]) => p + k + [d, m, y].map((n) => String(n).padStart(2, '0')).join('') + s);
    const any = digits(16).filter((teks) => !teks.startsWith('0'));
    const today = fc
      .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })
      .map((ms) => new Date(ms).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.oneof(near, any), today, (teks, hari) => {
        const harapan = opinion(teks, hari);
        const hasil = parseNik(teks, tgl(hari));
        expect(kode(hasil.temuan)).toEqual(harapan.codes);
        expect(hasil.nik !== undefined).toBe(!harapan.codes.some((satu) => satu.startsWith('E_')));
        if (hasil.nik === undefined) return;
        expect(tanggalLahirNik(hasil.nik, tgl(hari))).toEqual(harapan.births);
        expect(jenisKelaminNik(hasil.nik)).toBe(harapan.sex);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('parts of a NIK', () => {
  it('gives both centuries when both have passed, one when the other is in the future', () => {
    expect(tanggalLahirNik(nik('3402081711269001'), HARI_INI)).toEqual(['1926-11-17', '2026-11-17']);
    expect(tanggalLahirNik(nik('3402082512269001'), HARI_INI)).toEqual(['1926-12-25']);
    expect(tanggalLahirNik(nik('3402082111269001'), HARI_INI)).toEqual(['1926-11-21', '2026-11-21']);
    expect(tanggalLahirNik(nik('3402082211269001'), HARI_INI)).toEqual(['1926-11-22']);
    expect(tanggalLahirNik(nik('3402082902009002'), HARI_INI)).toEqual(['2000-02-29']);
  });

  it('reads a woman by the day plus 40', () => {
    expect([jenisKelaminNik(nik('3402085708909001')), jenisKelaminNik(nik('3402081708909001'))]).toEqual(['P', 'L']);
    expect([jenisKelaminNik(nik('3402084108909001')), jenisKelaminNik(nik('3402083108909001'))]).toEqual(['P', 'L']);
    expect(tanggalLahirNik(nik('3402087108909001'), HARI_INI)).toEqual(['1990-08-31']);
  });

  it('reads region of first registration', () => {
    expect(provinsiNik(nik('3402085708909001'))).toBe('34');
    expect(kecamatanNik(nik('3402085708909001'))).toBe('340208');
  });
});

describe('periksaNik', () => {
  const dasar = { nik: nik('3402085708909001') };
  const lahir = tgl('1990-08-17');

  it.each<[string, Parameters<typeof periksaNik>[0], string[]]>([
    ['nothing to compare', dasar, []],
    ['all alike', { ...dasar, noKk: '3402081201109002', tanggalLahir: lahir, jk: 'P', kodeWilayahKantor: '3402' }, []],
    ['birth and sex differ', { ...dasar, tanggalLahir: tgl('1990-08-18'), jk: 'L' }, ['W_JK', 'W_LAHIR']],
    ['same number as the family card', { ...dasar, noKk: '3402.0857.0890.9001' }, ['E_SAMA_KK']],
    ['registered elsewhere', { ...dasar, kodeWilayahKantor: '3271' }, ['W_LUAR']],
    ['Bantul has no kecamatan 18', { nik: nik('3402185708909001') }, ['W_KEC']],
    ['Kota Bogor has no kecamatan 07', { nik: nik('3271075708909001') }, ['W_KEC']],
    ['list of Sleman not known', { nik: nik('3404995708909001') }, []],
    ['century by the form', { nik: nik('3402081711269001'), tanggalLahir: tgl('2026-11-17') }, []],
  ])('%s', (_nama, data, harapan) => {
    expect(kode(periksaNik(data, HARI_INI))).toEqual(harapan);
  });

  it('differs from the form: warnings, which an office may silence', () => {
    const data = { ...dasar, noKk: dasar.nik, tanggalLahir: tgl('1990-08-18') };
    expect(periksaNik(data, HARI_INI, { abaikan: ['W_LAHIR'] })).toEqual([{ kode: 'E_SAMA_KK', tingkat: 'galat' }]);
    expect(periksaNik(data, HARI_INI)[1]).toEqual({ kode: 'W_LAHIR', tingkat: 'peringatan' });
  });
});

describe('samarkanNik', () => {
  it('hides the date and shows region and serial', () => {
    expect(samarkanNik('3402085708909001')).toBe('340208******9001');
    expect(samarkanNik('34.0208.570890.9001')).toBe('340208******9001');
  });

  it('never reveals the middle digits, whatever it is given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d .-]{0,30}$/), (teks) => {
        const topeng = samarkanNik(teks);
        expect(topeng).toMatch(/^(?:\d{6}\*{6}\d{4}|\*{0,16})$/);
      }),
    );
    expect(samarkanNik('340208570890900')).toBe('*'.repeat(15));
    expect(samarkanNik('34020857089090011')).toBe('*'.repeat(16));
  });
});
