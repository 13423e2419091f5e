/** Regions of Bantul and Kota Bogor: official counts, codes, spellings, form labels. */
import { describe, expect, it } from 'vitest';
import { namaProvinsi, PROVINSI } from '#domain/wilayah/provinsi.ts';
import {
  cariKalurahan,
  cariNamaKalurahan,
  cariNamaKapanewon,
  kabupaten,
  kalurahan,
  kalurahanDariLabel,
  kapanewon,
  kodeBertitik,
  labelKalurahan,
} from '#domain/wilayah/wilayah.ts';

const hitung = (kodeKabupaten: string) =>
  kapanewon(kodeKabupaten).map((satu) => `${satu.kode} ${satu.nama} ${kalurahan(satu.kode).length}`);

describe('official counts', () => {
  it('Bantul has 17 kapanewon and 75 kalurahan', () => {
    expect(hitung('3402')).toEqual([
      '340201 Srandakan 2',
      '340202 Sanden 4',
      '340203 Kretek 5',
      '340204 Pundong 3',
      '340205 Bambanglipuro 3',
      '340206 Pandak 4',
      '340207 Pajangan 3',
      '340208 Bantul 5',
      '340209 Jetis 4',
      '340210 Imogiri 8',
      '340211 Dlingo 6',
      '340212 Banguntapan 8',
      '340213 Pleret 5',
      '340214 Piyungan 3',
      '340215 Sewon 4',
      '340216 Kasihan 4',
      '340217 Sedayu 4',
    ]);
    expect(kalurahan('3402')).toHaveLength(75);
    expect(kalurahan('34.02').every((desa) => /^3402\d{2}2\d{3}$/.test(desa.kode))).toBe(true);
  });

  it('Kota Bogor has 6 kecamatan and 68 kelurahan', () => {
    expect(hitung('3271')).toEqual([
      '327101 Bogor Selatan 16',
      '327102 Bogor Timur 6',
      '327103 Bogor Tengah 11',
      '327104 Bogor Barat 16',
      '327105 Bogor Utara 8',
      '327106 Tanah Sareal 11',
    ]);
    expect(kalurahan('3271')).toHaveLength(68);
    expect(kalurahan('3271').every((desa) => /^3271\d{2}1\d{3}$/.test(desa.kode))).toBe(true);
  });

  it('has 38 provinces', () => {
    expect(Object.keys(PROVINSI)).toHaveLength(38);
    expect(namaProvinsi('34')).toBe('Daerah Istimewa Yogyakarta');
    expect(namaProvinsi('96')).toBe('Papua Barat Daya');
    expect(namaProvinsi('99')).toBeUndefined();
    expect(namaProvinsi('constructor')).toBeUndefined();
  });
});

describe('codes', () => {
  it.each([
    ['3402082004', 'Trirenggo', 'Bantul'],
    ['34.02.17.2004', 'Argomulyo', 'Sedayu'],
    ['3402012001', 'Poncosari', 'Srandakan'],
    ['34.02.12.2008', 'Wirokerten', 'Banguntapan'],
    ['3271011016', 'Cipaku', 'Bogor Selatan'],
    ['32.71.04.1004', 'Marga Jaya', 'Bogor Barat'],
    ['3271061011', 'Cibadak', 'Tanah Sareal'],
  ])('%s is %s', (kode, nama, induk) => {
    const desa = cariKalurahan(kode);
    expect([desa?.nama, desa?.kapanewon.nama]).toEqual([nama, induk]);
  });

  it('finds nothing for a code that is not there', () => {
    expect(cariKalurahan('3402082006')).toBeUndefined();
    expect(cariKalurahan('')).toBeUndefined();
    expect(kapanewon('3404')).toEqual([]);
    expect(kalurahan('340299')).toEqual([]);
    expect(kalurahan('')).toEqual([]);
    expect(kabupaten('3404')).toBeUndefined();
  });

  it('knows what the levels are called', () => {
    expect(kabupaten('3402082004')).toEqual({
      kode: '3402',
      nama: 'Kabupaten Bantul',
      label: { kecamatan: 'Kapanewon', desa: 'Kalurahan' },
    });
    expect(kabupaten('3271')?.label).toEqual({ kecamatan: 'Kecamatan', desa: 'Kelurahan' });
  });

  it('writes codes with dots', () => {
    expect(kodeBertitik('3402082004')).toBe('34.02.08.2004');
    expect(kodeBertitik('340208')).toBe('34.02.08');
    expect(kodeBertitik('34.02')).toBe('34.02');
  });
});

describe('names', () => {
  it.each([
    ['Trienggo', '3402', '3402082004'],
    ['KALURAHAN TRIRENGGO', '3402', '3402082004'],
    ['Tanah Sereal', '3271', '3271061001'],
    ['Kel. Margajaya', '3271', '3271041004'],
    ['mulyaharja', '3271', '3271011007'],
    ['Ranggamekar', '3271', '3271011006'],
    ['Balungbang Jaya', '3271', '3271041005'],
  ])('%s', (nama, induk, kode) => {
    expect(cariNamaKalurahan(nama, induk).map((desa) => desa.kode)).toEqual([kode]);
  });

  it('needs the kapanewon only where it is asked for, and finds nothing in the wrong one', () => {
    expect(cariNamaKalurahan('Bantul', '3402', 'Kapanewon Bantul')).toHaveLength(1);
    expect(cariNamaKalurahan('Bantul', '3402', 'Sewon')).toEqual([]);
    expect(cariNamaKalurahan('Cipaku', '3402')).toEqual([]);
  });

  it('finds a kapanewon', () => {
    expect(cariNamaKapanewon('Kec. Tanah Sereal', '3271')?.kode).toBe('327106');
    expect(cariNamaKapanewon('sewon', '3402')?.kode).toBe('340215');
    expect(cariNamaKapanewon('Sewon', '3271')).toBeUndefined();
  });
});

describe('form labels', () => {
  it.each(['3402', '3271'])('%s: every label is unique and leads back to its code', (kodeKabupaten) => {
    const semua = kalurahan(kodeKabupaten);
    expect(new Set(semua.map(labelKalurahan)).size).toBe(semua.length);
    for (const desa of semua) expect(kalurahanDariLabel(labelKalurahan(desa), kodeKabupaten)).toBe(desa);
  });

  it('reads spellings and refuses what is no label', () => {
    expect(labelKalurahan({ kode: '', nama: 'Trirenggo', kapanewon: { kode: '', nama: 'Bantul' } })).toBe(
      'Trirenggo (Bantul)',
    );
    expect(kalurahanDariLabel(' trienggo (BANTUL) ', '3402')?.kode).toBe('3402082004');
    expect(kalurahanDariLabel('Trirenggo', '3402')).toBeUndefined();
    expect(kalurahanDariLabel('Trirenggo (Sewon)', '3402')).toBeUndefined();
    expect(kalurahanDariLabel('Trirenggo (Bantul)', '3271')).toBeUndefined();
  });
});
