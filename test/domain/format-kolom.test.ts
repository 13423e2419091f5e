/** Columns, code lists and headings of Format 34 and 37. */
import { describe, expect, it } from 'vitest';
import { isPetunjukTanggal, kenaliJudul } from '#domain/format/judul.ts';
import {
  artiKode,
  bacaJenisMutasi,
  bacaKode,
  JENIS_MUTASI,
  tulisKode,
  VARIAN_KAWIN,
  type VarianKawin,
} from '#domain/format/kode.ts';
import { KOLOM, KOLOM_MUTASI, type KunciKolom, kolomFormat, nomorKolom } from '#domain/format/kolom.ts';

describe('columns', () => {
  it('are 34 and 37; the three of a change stand second to fourth', () => {
    expect(kolomFormat('F34')).toHaveLength(34);
    expect(kolomFormat('F37')).toHaveLength(37);
    expect(
      kolomFormat('F37')
        .slice(1, 4)
        .map(({ kunci }) => kunci),
    ).toEqual(KOLOM_MUTASI);
  });

  it.each<[KunciKolom, number, number]>([
    ['no', 1, 1],
    ['no_kartu', 0, 2],
    ['jenis_mutasi', 0, 3],
    ['tgl_berlaku', 0, 4],
    ['no_kk', 2, 5],
    ['nik', 3, 6],
    ['nama', 4, 7],
    ['hubkel', 5, 8],
    ['tempat_lahir', 6, 9],
    ['tgl_lahir', 7, 10],
    ['jk', 8, 11],
    ['kawin', 9, 12],
    ['alamat', 10, 13],
    ['rt', 11, 14],
    ['rw', 12, 15],
    ['kode_pos', 13, 16],
    ['kode_kec', 14, 17],
    ['nama_kec', 15, 18],
    ['kode_desa', 16, 19],
    ['nama_desa', 17, 20],
    ['kode_fktp', 18, 21],
    ['nama_fktp', 19, 22],
    ['kode_fkg', 20, 23],
    ['nama_fkg', 21, 24],
    ['hp', 22, 25],
    ['email', 23, 26],
    ['npp', 24, 27],
    ['jabatan', 25, 28],
    ['status_kerja', 26, 29],
    ['kelas', 27, 30],
    ['tmt_kerja', 28, 31],
    ['gaji', 29, 32],
    ['wn', 30, 33],
    ['no_polis', 31, 34],
    ['nama_asuransi', 32, 35],
    ['npwp', 33, 36],
    ['paspor', 34, 37],
  ])('%s is number %i and %i', (kunci, f34, f37) => {
    expect([nomorKolom(kunci, 'F34'), nomorKolom(kunci, 'F37')]).toEqual([f34, f37]);
  });
});

describe('headings', () => {
  const semua = KOLOM.flatMap(({ kunci, judul, alias, petunjuk }) =>
    [judul, petunjuk, ...alias.split('|')].filter((teks) => teks !== '').map((teks) => [teks, kunci] as const),
  );

  it.each(semua)('%s is %s, in capitals and small letters too', (teks, kunci) => {
    const milik = isPetunjukTanggal(teks) ? 'tgl_lahir' : kunci;
    for (const satu of [teks, teks.toUpperCase(), teks.toLowerCase(), ` ${teks} *`])
      expect(kenaliJudul(satu)).toBe(milik);
  });

  it.each([
    ['NOMOR INDUK KEPENDUDUKAN', 'nik'],
    ['NIK (16 digit)', 'nik'],
    ['NIK sesuai KTP-el', 'nik'],
    ['Nomor Kartu Keluarga', 'no_kk'],
    ['Tanggal Lahir (dd/mm/yyyy)', 'tgl_lahir'],
    ['Nama Lengakp', 'nama'],
    ['Jenis Kelamn', 'jk'],
    ['Kapanewon', 'nama_kec'],
    ['Nama Kalurahan', 'nama_desa'],
    ['Desa/Kelurahan', 'nama_desa'],
    ['KODE KELURAHAN', 'kode_desa'],
    ['Nama Fasilitas Kesehatan Tingkat I', 'nama_fktp'],
    ['NO TELP.', 'hp'],
    ['TMT Kerja (Kary. Aktif)', 'tmt_kerja'],
    ['Gaji Pokok + Tunj. Tetap (Kary. Aktif)', 'gaji'],
    ['1 = Peserta 2 = Suami 3 = Istri 4 = Anak 5 = Tambahan', 'hubkel'],
    ['1=Kelas I, 2=Kelas II, 3=Kelas III', 'kelas'],
  ])('%s is %s', (teks, kunci) => {
    expect(kenaliJudul(teks)).toBe(kunci);
  });

  it.each([
    'Nama Ibu Kandung',
    'Data Kelahiran',
    'Tanggal Pengusulan',
    'Keterangan',
    'ID DTKS',
    '',
    '17',
    'x'.repeat(500),
  ])('%s is no column of the formats', (teks) => {
    expect(kenaliJudul(teks)).toBeUndefined();
  });
});

describe('code lists', () => {
  it.each<[KunciKolom, string, string | undefined]>([
    ['hubkel', '1', '1'],
    ['hubkel', 'Peserta', '1'],
    ['hubkel', ' suami ', '2'],
    ['hubkel', '3 = Istri', '3'],
    ['hubkel', '4. Anak', '4'],
    ['hubkel', 'T', '5'],
    ['hubkel', '4 = Istri', undefined],
    ['hubkel', '6', undefined],
    ['hubkel', '0', undefined],
    ['jk', 'L', '1'],
    ['jk', 'Laki-laki', '1'],
    ['jk', 'PEREMPUAN', '2'],
    ['jk', 'X', undefined],
    ['kelas', 'Kelas III', '3'],
    ['kelas', 'III', '3'],
    ['wn', 'WNA', '2'],
    ['status_kerja', 'paruh waktu', '3'],
    ['nama', '1', undefined],
  ])('%s %j is %j', (kunci, teks, kode) => {
    expect(bacaKode(kunci, teks, '1-5')).toBe(kode);
  });

  it.each<[string, VarianKawin, string | undefined]>([
    ['0', '0-3', 'TIDAK_TAHU'],
    ['1', '0-3', 'BELUM_KAWIN'],
    ['2', '0-3', 'KAWIN'],
    ['3', '0-3', 'CERAI'],
    ['4', '0-3', undefined],
    ['0', '1-5', undefined],
    ['1', '1-5', 'BELUM_KAWIN'],
    ['3', '1-5', 'CERAI_HIDUP'],
    ['4', '1-5', 'CERAI_MATI'],
    ['5', '1-5', 'TIDAK_TAHU'],
    ['3 = CH', '1-5', 'CERAI_HIDUP'],
    ['3 = CM', '1-5', undefined],
    ['Belum Kawin', '0-3', 'BELUM_KAWIN'],
    ['CM', '0-3', 'CERAI_MATI'],
  ])('marital status %j in %s is %j', (teks, varian, arti) => {
    expect(bacaKode('kawin', teks, varian)).toBe(arti);
  });

  it('writes each marital status so that it reads back, and names what a variant cannot say', () => {
    for (const varian of ['0-3', '1-5'] as const) {
      for (const kode of new Set(Object.values(VARIAN_KAWIN[varian]))) {
        expect(tulisKode('kawin', String(bacaKode('kawin', kode, varian)), varian)).toBe(kode);
      }
    }
    expect(tulisKode('kawin', 'CERAI', '1-5')).toBeUndefined();
    expect(tulisKode('hubkel', '4', '1-5')).toBe('4');
    expect([artiKode('hubkel', '4'), artiKode('jk', '2'), artiKode('jk', '9')]).toEqual(['ANAK', 'P', '']);
  });

  it('kinds of change are labels until the branch gives numbers', () => {
    expect(JENIS_MUTASI.map(({ kode_bpjs }) => kode_bpjs).join('')).toBe('');
    expect(bacaJenisMutasi('pindah faskes', JENIS_MUTASI)).toBe('PINDAH_FASKES');
    expect(bacaJenisMutasi('', JENIS_MUTASI)).toBeUndefined();
    expect(bacaJenisMutasi('7', [{ label: 'REAKTIVASI', kode_bpjs: '7' }])).toBe('REAKTIVASI');
  });
});
