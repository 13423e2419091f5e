/** A row of Format 34/37 becomes the cells of a case and comes back unchanged; what has no place is named, not guessed. */
import { describe, expect, it } from 'vitest';
import { kasusDariRekaman, rekamanDariKasus } from '#domain/format/kasus-format.ts';
import type { Format } from '#domain/format/kolom.ts';
import { rekamanKosong } from '#domain/format/rekaman.ts';
import { barisTeks } from '#domain/format/sel.ts';
import { tulisBerkas } from '#domain/format/tulis.ts';
import { kasusKosong } from '#domain/kolom/kasus.ts';
import { baca, type Isian, rekaman } from './support/format.ts';

const OPSI = { kodeKabupaten: '3271', kodeFaskes: '09020107' };
const kasus = (ubah: Isian = {}, format: Format = 'F37') => {
  const baris = rekaman(ubah, format);
  return kasusDariRekaman(baris.rekaman, format, baris.kodeWilayah);
};

describe('a row as a case', () => {
  it('speaks the words of the register', () => {
    expect(kasus()).toEqual({
      isi: {
        nik: '3271011708909001',
        no_kk: '3271011508109001',
        nama: 'BUDI SANTOSO',
        tempat_lahir: 'BOGOR',
        tgl_lahir: '1990-08-17',
        alamat: 'JL. MELATI NO. 5',
        rt: '003',
        rw: '010',
        kode_pos: '16131',
        hp: '081234567890',
        no_kartu: '0001234509001',
        jenis_mutasi: 'PENGALIHAN_KE_PBI_APBD',
        tgl_berlaku: '2026-12-01',
        hubkel: 'Peserta',
        jk: 'L',
        kawin: 'Kawin',
        kalurahan: 'Batu Tulis (Bogor Selatan)',
        fktp: 'PUSKESMAS BOGOR SELATAN',
      },
      tertinggal: [],
    });
  });

  it('uses columns and choices that the register has', () => {
    const columns = kasusKosong();
    for (const kolom of Object.keys(kasus().isi)) expect(columns).toHaveProperty(kolom);
  });

  it.each([
    [{ hubkel: '3' }, 'hubkel', 'Istri'],
    [{ hubkel: '5' }, 'hubkel', 'Tambahan'],
    [{ kawin: '1' }, 'kawin', 'Belum kawin'],
    [{ kawin: '3' }, 'kawin', 'Cerai hidup'],
    [{ kawin: '4' }, 'kawin', 'Cerai mati'],
    [{ kawin: '5' }, 'kawin', 'Tidak tahu'],
  ] as const)('reads %j', (ubah, kolom, kata) => {
    expect(kasus(ubah).isi[kolom]).toBe(kata);
  });

  it('leaves Format 34 without the columns of a change', () => {
    expect(Object.keys(kasus({}, 'F34').isi)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/no_kartu|jenis_mutasi|tgl_berlaku/)]),
    );
  });

  it('names what it cannot keep', () => {
    const { isi, tertinggal } = kasusDariRekaman(rekamanKosong({ kawin: 'CERAI', email: 'x@y.id' }), 'F34', '');
    expect(isi).toEqual({});
    expect(tertinggal).toEqual(['kawin', 'email']);
  });

  it('keeps the code where no list knows the kelurahan', () => {
    expect(kasusDariRekaman(rekamanKosong(), 'F34', '9171011001').isi).toEqual({ kalurahan: '9171011001' });
  });
});

describe('a case as a row', () => {
  it.each(['F34', 'F37'] as const)('comes back unchanged from a written %s', (format) => {
    for (const ubah of [{}, { hubkel: '4', kawin: '1', kode_pos: '' }, { nik: '9171015708909001', jk: '2' }]) {
      const { isi } = kasus(ubah, format);
      const tertulis = tulisBerkas([rekamanDariKasus(isi, format, OPSI)], { format });
      expect(tertulis.tanpaKode).toEqual([]);
      const [baris] = baca(tertulis.baris.map(barisTeks)).baris;
      if (!baris) throw new Error('no row came back');
      expect(baris.temuan.filter(({ tingkat }) => tingkat === 'galat')).toEqual([]);
      expect(kasusDariRekaman(baris.rekaman, format, baris.kodeWilayah)).toEqual({ isi, tertinggal: [] });
    }
  });

  it('finds the region by label and by code, and keeps a label that no list knows', () => {
    const baris = (kalurahan: string) => rekamanDariKasus({ kalurahan }, 'F34', OPSI);
    const lain = baris('Batu Tulis (Bogor Selatan)');
    expect(lain).toMatchObject({ nama_desa: 'Batu Tulis', kode_kec: '327101', nama_kec: 'Bogor Selatan' });
    expect(baris(lain.kode_desa)).toMatchObject({ nama_desa: 'Batu Tulis', nama_kec: 'Bogor Selatan' });
    expect(baris('9171011001')).toMatchObject({ kode_desa: '9171011001', kode_kec: '917101', nama_desa: '' });
    expect(baris('Hamadi (Jayapura Selatan)')).toMatchObject({ nama_desa: 'Hamadi', nama_kec: 'Jayapura Selatan' });
  });
});
