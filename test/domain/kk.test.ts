/** No KK and findings over a whole file of NIK. */
import { describe, expect, it } from 'vitest';
import { temuanBerkas } from '#domain/nik/berkas.ts';
import { kecamatanKk, parseNoKk, periksaNoKk, samarkanNoKk, tanggalRekamKk } from '#domain/nik/kk.ts';
import { kode, tgl } from './support/buat.ts';

const HARI_INI = tgl('2026-11-21');

describe('parseNoKk', () => {
  it.each<[unknown, string[]]>([
    ['3402081201109002', []],
    ['3402.0812.0110.9002', []],
    ['3402085708909001', ['W_TGL_KK']],
    ['3402083102109002', ['W_TGL_KK']],
    ['9999081201109002', ['E_PROV']],
    ['3402081201100000', ['E_SERI']],
    ['0402081201109002', ['E_SEMENTARA']],
    [3402081201109002, ['E_ANGKA']],
    ['34020812011090', ['E_FORMAT']],
    ['9999085708900000', ['E_PROV', 'E_SERI', 'W_TGL_KK']],
  ])('%s', (masukan, harapan) => {
    const hasil = parseNoKk(masukan, HARI_INI);
    expect(kode(hasil.temuan)).toEqual(harapan);
    expect(hasil.noKk !== undefined).toBe(!harapan.some((satu) => satu.startsWith('E_')));
  });

  it('reads recording date and place, and warns when the card is from elsewhere', () => {
    const noKk = parseNoKk('3402081201109002', HARI_INI).noKk;
    if (noKk === undefined) throw new Error('bad No KK in a test');
    expect(tanggalRekamKk(noKk, HARI_INI)).toEqual(['1910-01-12', '2010-01-12']);
    expect(kecamatanKk(noKk)).toBe('340208');
    expect(periksaNoKk(noKk, '3402')).toEqual([]);
    expect(periksaNoKk(noKk, '3271')).toEqual([{ kode: 'W_DOMISILI', tingkat: 'peringatan' }]);
    expect(samarkanNoKk(noKk)).toBe('340208******9002');
  });

  it('lets an office silence the date warning', () => {
    expect(parseNoKk('3402085708909001', HARI_INI, { abaikan: ['W_TGL_KK'] }).temuan).toEqual([]);
  });
});

describe('temuanBerkas', () => {
  const ringkas = (daftar: (string | undefined)[]) =>
    temuanBerkas(daftar).map(({ indeks, temuan }) => `${indeks} ${temuan.kode} ${temuan.tingkat}`);

  it('marks every row of a NIK that occurs twice, not the empty rows', () => {
    expect(ringkas(['3402085708909001', undefined, '3402085708909003', '3402085708909001', undefined])).toEqual([
      '0 E_GANDA_BERKAS galat',
      '3 E_GANDA_BERKAS galat',
    ]);
  });

  it('suspects a spreadsheet when most NIK end in 0', () => {
    const terpotong = [
      '3402085708909010',
      '3402085708909020',
      '3402085708909030',
      '3402085708909001',
      '3402085708909002',
    ];
    expect(ringkas(terpotong)).toEqual(['0 W_EXCEL0 peringatan', '1 W_EXCEL0 peringatan', '2 W_EXCEL0 peringatan']);
    expect(ringkas([...terpotong, '3402085708909003'])).toEqual([]);
  });

  it('says nothing about one legal serial 0010', () => {
    expect(ringkas(['3402085708909010'])).toEqual([]);
    expect(ringkas([])).toEqual([]);
  });
});
