/** What matching proposes as the answer of a check, for every reference and class. */
import { describe, expect, it } from 'vitest';
import { type PertemuanCek, usulCek } from '#domain/cocok/usul-cek.ts';
import { HASIL_CEK } from '#domain/pemeriksaan/cek.ts';

const NIK = '3402010101809001';
const LAIN = '3402010101809010';
const temu = (ubah: Partial<PertemuanCek>): PertemuanCek => ({
  cek: 'kependudukan',
  kelas: 'COCOK',
  nik: { kasus: NIK, referensi: NIK },
  status: '',
  beda: [],
  ...ubah,
});
const hasil = (ubah: Partial<PertemuanCek>) => usulCek(temu(ubah))?.isi;

describe('the population register', () => {
  it.each([
    ['COCOK', {}, { cek_kependudukan: 'Padan' }],
    ['COCOK_BEDA', { beda: ['nama'] }, { cek_kependudukan: 'Beda data' }],
    ['GANDA', {}, { cek_kependudukan: 'Ganda' }],
    ['TIDAK_DITEMUKAN', { nik: { kasus: NIK, referensi: '' } }, { cek_kependudukan: 'Tidak ditemukan' }],
    ['SARAN', { nik: { kasus: LAIN, referensi: NIK }, beda: ['nik'] }, { cek_kependudukan: 'Padan', nik: NIK }],
    [
      'SARAN',
      { nik: { kasus: '', referensi: NIK }, beda: ['nik', 'nama'] },
      { cek_kependudukan: 'Beda data', nik: NIK },
    ],
    ['GANDA', { nik: { kasus: '', referensi: NIK } }, { cek_kependudukan: 'Padan', nik: NIK }],
    ['COCOK', { status: 'MENINGGAL DUNIA' }, { cek_kependudukan: 'Meninggal' }],
    ['COCOK', { status: 'Pindah keluar' }, { cek_kependudukan: 'Pindah' }],
    ['COCOK', { status: 'HIDUP' }, { cek_kependudukan: 'Padan' }],
  ] as const)('%s %j: %j', (kelas, ubah, isi) => {
    expect(hasil({ kelas, ...ubah })).toEqual(isi);
  });

  it.each([
    ['BENTROK', { beda: ['nama'] }],
    ['CACAT', {}],
    ['COCOK', { status: 'NON AKTIF' }],
    // Nothing differs, but there was not enough to be certain.
    ['COCOK_BEDA', {}],
  ] as const)('%s %j: a person finds out', (kelas, ubah) => {
    expect(hasil({ kelas, ...ubah })).toBeUndefined();
  });

  it('does not propose a NIK that is none', () => {
    expect(hasil({ kelas: 'SARAN', nik: { kasus: NIK, referensi: '12345' }, beda: ['nik'] })).toEqual({
      cek_kependudukan: 'Padan',
    });
  });
});

describe('DTSEN', () => {
  it.each([
    ['1', 'Terdaftar desil 1-5'],
    ['Desil 05', 'Terdaftar desil 1-5'],
    ['5.0', 'Terdaftar desil 1-5'],
    ['1-5', 'Terdaftar desil 1-5'],
    ['6', 'Terdaftar desil 6-10'],
    ['D10', 'Terdaftar desil 6-10'],
    ['terdaftar  desil 6-10', 'Terdaftar desil 6-10'],
    ['Tidak terdaftar', 'Tidak terdaftar'],
  ])('with "%s" says %s', (status, nilai) => {
    expect(hasil({ cek: 'dtks', status })).toEqual({ cek_dtks: nilai });
  });

  it.each(['', 'ya', '11', '0', '4 atau 6', '2025'])('with "%s" asks a person', (status) => {
    expect(hasil({ cek: 'dtks', status })).toBeUndefined();
  });

  it('does not know which NIK is right', () => {
    const nik = { kasus: LAIN, referensi: NIK };
    expect(hasil({ cek: 'dtks', kelas: 'SARAN', status: '3', nik, beda: ['nik'] })).toEqual({
      cek_dtks: 'Terdaftar desil 1-5',
    });
  });
});

describe.each(['pbi_jk', 'pbi_apbd'] as const)('%s', (cek) => {
  it.each([
    ['AKTIF', 'Terdaftar aktif'],
    ['Peserta aktif', 'Terdaftar aktif'],
    ['Peserta PBI JK - Aktif', 'Terdaftar aktif'],
    ['terdaftar aktif', 'Terdaftar aktif'],
    ['NONAKTIF', 'Terdaftar nonaktif'],
    ['Non-Aktif', 'Terdaftar nonaktif'],
    ['TIDAK AKTIF', 'Terdaftar nonaktif'],
    ['Dinonaktifkan', 'Terdaftar nonaktif'],
    ['Meninggal', 'Terdaftar nonaktif'],
  ])('with "%s" says %s', (status, nilai) => {
    expect(hasil({ cek, status })).toEqual({ [`cek_${cek}`]: nilai });
  });

  it.each([
    ...['TIDAK LAGI AKTIF', 'PERNAH AKTIF', 'AKTIF SAMPAI 31-10-2026', 'AKAN AKTIF', 'MENUNGGU AKTIF'],
    ...['AKTIF DITANGGUHKAN', 'Re-aktif', 'AKTIF 0', 'HAMPIR AKTIF'],
  ])('leaves "%s" to a person', (status) => {
    expect(hasil({ cek, status })).toBeUndefined();
  });

  it('is no answer without a status, but is one for whoever is not in it', () => {
    expect(hasil({ cek })).toBeUndefined();
    expect(hasil({ cek, kelas: 'TIDAK_DITEMUKAN', nik: { kasus: NIK, referensi: '' } })).toEqual({
      [`cek_${cek}`]: 'Tidak terdaftar',
    });
  });
});

it('every answer is one that the register offers, and no sentence has digits of a person', () => {
  const kelas = ['COCOK', 'COCOK_BEDA', 'BENTROK', 'SARAN', 'GANDA', 'TIDAK_DITEMUKAN', 'CACAT'] as const;
  for (const cek of ['kependudukan', 'dtks', 'pbi_jk', 'pbi_apbd'] as const)
    for (const satu of kelas)
      for (const status of ['', 'AKTIF', 'NONAKTIF', '3', '9', 'PINDAH', 'GANDA', 'MENINGGAL'])
        for (const nik of [NIK, LAIN, '']) {
          const usul = usulCek(temu({ cek, kelas: satu, status, nik: { kasus: NIK, referensi: nik }, beda: ['nama'] }));
          if (!usul) continue;
          expect(HASIL_CEK[cek]).toContain(usul.isi[`cek_${cek}`]);
          expect(usul.alasan).not.toMatch(/\d/);
        }
});
