/** Day first or month first: proof in the dates, evidence in the NIK, refusal when nothing decides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bacaBerkas } from '#domain/format/baca-berkas.ts';
import { bacaTanggal, buktiUrutan, tentukanUrutan } from '#domain/format/urutan-tanggal.ts';
import { baca, KONTEKS, lembar, letak, temuan } from './support/format.ts';

/** Born 5 August 1990: a man, a woman (day plus 40). */
const NIK_L = '3271010508909001';
const NIK_P = '3271014508909002';

describe('one date', () => {
  it.each([
    ['17/08/1990', 'HB', '1990-08-17'],
    ['08/17/1990', 'BH', '1990-08-17'],
    ['5/8/1990', 'HB', '1990-08-05'],
    ['5/8/1990', 'BH', '1990-05-08'],
    ['05-08-1990', 'HB', '1990-08-05'],
    ['05.08.1990', 'BH', '1990-05-08'],
    ["'17/08/1990", 'HB', '1990-08-17'],
    ['17/08/1990 00:00:00', 'HB', '1990-08-17'],
    ['1990-08-17', 'BH', '1990-08-17'],
    ['1990-08-17T00:00:00.000Z', 'HB', '1990-08-17'],
    ['17 Agustus 1990', 'BH', '1990-08-17'],
    ['17-Aug-1990', 'BH', '1990-08-17'],
    ['17 mei 1990', 'HB', '1990-05-17'],
    ['1-Des-1990', 'HB', '1990-12-01'],
    ['17/08/1990', 'BH', undefined],
    ['31/02/1990', 'HB', undefined],
    ['17/08/90', 'HB', undefined],
    ['17/08-1990', 'HB', undefined],
    ['33102', 'HB', undefined],
    ['17 Xyz 1990', 'HB', undefined],
    ['', 'HB', undefined],
  ] as const)('%j read %s is %s', (teks, urutan, harapan) => {
    expect(bacaTanggal(teks, urutan)).toBe(harapan);
  });

  it.each([
    ['17/08/1990', undefined, { urutan: 'HB', dasar: 'pasti' }],
    ['08/17/1990', NIK_L, { urutan: 'BH', dasar: 'pasti' }],
    ['13/08/1990', undefined, { urutan: 'HB', dasar: 'pasti' }],
    ['08/13/1990', undefined, { urutan: 'BH', dasar: 'pasti' }],
    ['12/11/1990', undefined, undefined],
    ['05/08/1990', NIK_L, { urutan: 'HB', dasar: 'nik' }],
    ['08/05/1990', NIK_L, { urutan: 'BH', dasar: 'nik' }],
    ['05/08/1990', NIK_P, { urutan: 'HB', dasar: 'nik' }],
    ['8/5/1990', NIK_P, { urutan: 'BH', dasar: 'nik' }],
    ['05/08/1991', NIK_L, undefined],
    ['06/08/1990', NIK_L, undefined],
    ['05/08/1990', undefined, undefined],
    ['05/05/1990', '3271010505909001', undefined],
    ['13/13/1990', NIK_L, undefined],
    ['1990-08-05', NIK_L, undefined],
  ] as const)('%s with a NIK: %j', (teks, nik, harapan) => {
    expect(buktiUrutan({ teks, nik })).toEqual(harapan);
  });
});

describe('a file', () => {
  const kabur = { teks: '05/08/1990' };
  it.each([
    ['nothing', [], undefined, { urutan: 'HB', dasar: 'bawaan' }],
    ['one open date', [kabur], undefined, { urutan: 'HB', dasar: 'bawaan' }],
    ['two open dates', [kabur, { teks: '01/01/1990' }, kabur], undefined, { tanya: [0, 2] }],
    ['two open dates, heading day first', [kabur, kabur], 'HB', { urutan: 'HB', dasar: 'judul' }],
    ['two open dates, heading month first', [kabur, kabur], 'BH', { tanya: [0, 1] }],
    ['one proof', [kabur, { teks: '17/08/1990' }, kabur], 'BH', { urutan: 'HB', dasar: 'data' }],
    ['one proof of month first', [kabur, { teks: '08/17/1990' }], 'HB', { urutan: 'BH', dasar: 'data' }],
    ['the NIK alone', [kabur, { teks: '08/05/1990', nik: NIK_L }], undefined, { urutan: 'BH', dasar: 'data' }],
    ['proofs of both', [{ teks: '17/08/1990' }, { teks: '08/17/1990' }], 'HB', { urutan: 'CAMPUR', dasar: 'data' }],
    [
      'one person exchanged in a file that is day first',
      [{ teks: '17/08/1990' }, { teks: '05/08/1990', nik: NIK_P }, { teks: '08/05/1990', nik: NIK_L }],
      undefined,
      { urutan: 'HB', dasar: 'data' },
    ],
    [
      'one person exchanged in a file that is month first',
      [{ teks: '08/17/1990' }, { teks: '08/05/1990', nik: NIK_P }, { teks: '05/08/1990', nik: NIK_L }],
      undefined,
      { urutan: 'BH', dasar: 'data' },
    ],
    [
      'one proof against one by NIK',
      [{ teks: '17/08/1990' }, { teks: '08/05/1990', nik: NIK_P }],
      undefined,
      { urutan: 'CAMPUR', dasar: 'data' },
    ],
    [
      'one proof against two by NIK',
      [{ teks: '17/08/1990' }, { teks: '08/05/1990', nik: NIK_P }, { teks: '08/05/1990', nik: NIK_L }],
      undefined,
      { urutan: 'CAMPUR', dasar: 'data' },
    ],
  ] as const)('%s', (_apa, daftar, judul, harapan) => {
    expect(tentukanUrutan(daftar, judul)).toEqual(harapan);
  });

  it('any file with one date above 12 is read back exactly', () => {
    const tanggal = fc.record({ h: fc.integer({ min: 1, max: 28 }), b: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(tanggal), fc.constantFrom('HB', 'BH'), (daftar, urutan) => {
        const tulis = ({ h, b }: { h: number; b: number }) => (urutan === 'HB' ? `${h}/${b}/1990` : `${b}/${h}/1990`);
        const isi = [...daftar, { h: 28, b: 1 }];
        expect(tentukanUrutan(isi.map((satu) => ({ teks: tulis(satu) })))).toEqual({ urutan, dasar: 'data' });
      }),
    );
  });
});

describe('rows of a file', () => {
  const lahir = (isi: Parameters<typeof baca>[0], opsi = {}) => baca(isi, opsi).baris.map((b) => b.rekaman.tgl_lahir);

  it('month first throughout is detected and every row read so', () => {
    const isi = lembar(
      'F34',
      { tgl_lahir: '08/17/1990' },
      { tgl_lahir: '08/05/1990', nik: NIK_L },
      { tgl_lahir: '12/01/1980' },
    );
    expect(baca(isi).urutan).toBe('BH');
    expect(lahir(isi)).toEqual(['1990-08-17', '1990-08-05', '1980-12-01']);
  });

  it('both orders: rows with evidence are read, the open one is an error and not guessed', () => {
    const isi = lembar(
      'F34',
      { tgl_lahir: '17/08/1990' },
      { tgl_lahir: '12/31/1980' },
      { tgl_lahir: '08/05/1990', nik: NIK_L },
      { tgl_lahir: '03/04/1970' },
      { tgl_lahir: '04/04/1970' },
    );
    expect(baca(isi).urutan).toBe('CAMPUR');
    expect(lahir(isi)).toEqual(['1990-08-17', '1980-12-31', '1990-08-05', '', '1970-04-04']);
    expect(baca(isi).baris[3]?.temuan.map(({ kode }) => kode)).toContain('E_URUTAN');
  });

  it('open on two rows: refused with the row numbers; the answer of the sender is used', () => {
    const isi = lembar('F34', { tgl_lahir: '03/04/1970' }, { tgl_lahir: '05/06/1971' });
    const hasil = bacaBerkas(isi, letak(isi), KONTEKS);
    expect(hasil).toMatchObject({ ok: false, error: { kode: 'URUTAN_KABUR', baris: [2, 3] } });
    expect(lahir(isi, { urutan: 'BH' })).toEqual(['1970-03-04', '1971-05-06']);
    expect(lahir(isi, { urutan: 'HB' })).toEqual(['1970-04-03', '1971-06-05']);
  });

  it('a single open date is read day first, with a warning', () => {
    expect(temuan('F34', { tgl_lahir: '03/04/1970' })).toEqual(['nik:W_LAHIR', 'tgl_lahir:W_URUTAN']);
  });

  it('day and month exchanged against the NIK is said', () => {
    const isi = lembar('F34', {}, { nik: '3271011708909003' }, { tgl_lahir: '08/05/1990', nik: NIK_L });
    const kode = baca(isi).baris[2]?.temuan.map((satu) => satu.kode);
    expect(kode).toEqual(['W_LAHIR', 'W_TERTUKAR']);
  });

  it.each([
    [{ teks: '1990-08-17', jenis: 'tanggal' }, [], '1990-08-17'],
    [{ teks: '33102', jenis: 'angka' }, ['tgl_lahir:E_TANGGAL_BILANGAN'], ''],
    ['31/02/1990', ['tgl_lahir:E_TANGGAL'], ''],
    ['17/08/2027', ['tgl_lahir:E_LAHIR_DEPAN', 'nik:W_LAHIR'], '2027-08-17'],
    ['17/08/1890', ['nik:W_LAHIR', 'tgl_lahir:W_LAHIR_TUA'], '1890-08-17'],
  ] as const)('%j', (tgl_lahir, harapan, nilai) => {
    expect(temuan('F34', { tgl_lahir })).toEqual(harapan);
    expect(lahir(lembar('F34', { tgl_lahir }))).toEqual([nilai]);
  });
});
