/** Region of a row by code or by name, and only the sender's own area. */
import { describe, expect, it } from 'vitest';
import { angka, baca, baris, type Isian, KONTEKS, nomor, rekaman } from './support/format.ts';

describe('region', () => {
  const wilayah = (ubah: Isian, boleh?: string[], kodeWilayah = '3271') => {
    const opsi = {
      ...KONTEKS,
      kodeWilayah,
      ...(boleh ? { kodeWilayahBoleh: boleh } : {}),
      abaikan: ['W_SERI9', 'W_LUAR', 'W_DOMISILI'],
    };
    const satu = baca([nomor('F34'), baris('F34', ubah)], opsi).baris[0];
    return [satu?.kodeWilayah, ...(satu?.temuan ?? []).map(({ kolom, kode }) => `${kolom}:${kode}`)];
  };

  it.each<[Isian, (string | undefined)[]]>([
    [{ nama_desa: 'KEL. BATUTULIS', nama_kec: 'KEC. BOGOR SELATAN' }, ['3271011001']],
    [{ nama_desa: 'Mulyaharja', nama_kec: 'Bogor Selatan' }, ['3271011007']],
    [{ nama_desa: 'Tanah Sereal', nama_kec: 'Tanah Sereal' }, ['3271061001']],
    [{ nama_desa: 'Rangga Mekar', nama_kec: '' }, ['3271011006']],
    [{ kode_desa: '32.71.01.1001' }, ['3271011001']],
    [{ kode_desa: angka('3271011001') }, ['3271011001']],
    [{ kode_desa: '3271011001', nama_desa: '', nama_kec: '' }, ['3271011001']],
    [{ kode_desa: '3271011001', kode_kec: '327101' }, ['3271011001']],
    [{ kode_desa: '00123' }, ['3271011001', 'kode_desa:W_KODE_DESA']],
    [{ kode_kec: '0123' }, ['3271011001']],
    [{ kode_kec: '327102' }, ['', 'kode_kec:E_WILAYAH_BEDA']],
    [{ kode_desa: '3271011002' }, ['', 'nama_desa:E_WILAYAH_BEDA']],
    [{ kode_desa: '3271011001', nama_kec: 'Bogor Utara' }, ['', 'nama_kec:E_WILAYAH_BEDA']],
    [{ nama_kec: 'Bogor Utara' }, ['', 'nama_kec:E_WILAYAH_BEDA']],
    [{ nama_desa: 'Atlantis' }, ['', 'nama_desa:E_WILAYAH']],
    [{ kode_desa: '3271019999' }, ['', 'kode_desa:E_WILAYAH']],
    [{ kode_desa: '3402082004' }, ['', 'kode_desa:T09']],
  ])('%j', (ubah, harapan) => {
    expect(wilayah(ubah)).toEqual(harapan);
  });

  it('names follow from a code that stands alone', () => {
    const { rekaman: isi } = rekaman({ kode_desa: '3271011001', nama_desa: '', nama_kec: '' });
    expect([isi.nama_desa, isi.nama_kec]).toEqual(['Batu Tulis', 'Bogor Selatan']);
  });

  it.each<[string[], string[]]>([
    [['3271011001'], ['3271011001']],
    [['327101'], ['3271011001']],
    [['3271'], ['3271011001']],
    [['32.71.01.1001'], ['3271011001']],
    [['3271011002', '3271011001'], ['3271011001']],
    [['3271011002'], ['3271011001', 'nama_desa:E_BUKAN_WILAYAH']],
    [['327102'], ['3271011001', 'nama_desa:E_BUKAN_WILAYAH']],
    [[''], ['3271011001', 'nama_desa:E_BUKAN_WILAYAH']],
    [[], ['3271011001', 'nama_desa:E_BUKAN_WILAYAH']],
  ])('a sender for %j', (boleh, harapan) => {
    expect(wilayah({}, boleh)).toEqual(harapan);
  });

  it.each<[Isian, string]>([
    [{ nama_desa: 'Atlantis' }, 'nama_desa:E_WILAYAH'],
    [{ kode_desa: '3402082004' }, 'kode_desa:T09'],
  ])('a region that is wrong is told once, not also as somebody else’s: %j', (ubah, kode) => {
    expect(wilayah(ubah, ['3271011001'])).toEqual(['', kode]);
  });

  it('a regency whose list is not known: the code counts, a name alone proves nothing to a kelurahan', () => {
    expect(wilayah({ kode_desa: '3201012001' }, ['3201012001'], '3201')).toEqual([
      '3201012001',
      'nama_desa:W_TANPA_DAFTAR',
    ]);
    expect(wilayah({}, undefined, '3201')).toEqual(['', 'nama_desa:W_TANPA_DAFTAR']);
    expect(wilayah({}, ['3201012001'], '3201')).toEqual(['', 'nama_desa:E_BUKAN_WILAYAH', 'nama_desa:W_TANPA_DAFTAR']);
  });
});
