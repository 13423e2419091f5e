/** One row: all findings at once, damage named and never repaired, only the sender's own area. */
import { describe, expect, it } from 'vitest';
import { pesanFormat } from '#domain/format/pesan.ts';
import { angka, baca, type Isian, lembar, nomor, ORANG, rekaman, temuan } from './support/format.ts';

describe('a good row', () => {
  it('has no finding and every value in its stored form', () => {
    expect(temuan('F34', {})).toEqual([]);
    expect(temuan('F37', {})).toEqual([]);
    const { rekaman: isi, kodeWilayah } = rekaman({}, 'F37');
    expect(kodeWilayah).toBe('3271011001');
    expect(isi).toMatchObject({
      ...ORANG,
      tgl_lahir: '1990-08-17',
      tgl_berlaku: '2026-12-01',
      kawin: 'KAWIN',
      email: '',
    });
  });

  it.each<[string, Isian, object]>([
    [
      'spaces and case',
      { nama: ' budi   santoso ', alamat: ' Jl.  Melati ' },
      { nama: 'BUDI SANTOSO', alamat: 'Jl. Melati' },
    ],
    [
      'apostrophes in front',
      { nik: `'${ORANG.nik}`, no_kk: `\u2019${ORANG.no_kk}`, hp: "'081234567890" },
      { nik: ORANG.nik, hp: '081234567890' },
    ],
    [
      'full-width digits',
      { nik: '３２７１０１１７０８９０９００１', hp: '０８１２３４５６７８９０' },
      { nik: ORANG.nik, hp: '081234567890' },
    ],
    ['dots in a NIK', { nik: '32.7101.170890.9001' }, { nik: ORANG.nik }],
    ['phone 62812...', { hp: '6281234567890' }, { hp: '081234567890' }],
    ['phone as a number cell', { hp: angka('81234567890') }, { hp: '081234567890' }],
    ['phone +62', { hp: '+62 812-3456-7890' }, { hp: '081234567890' }],
    ['RT and RW as numbers', { rt: angka('3'), rw: 'RW 10' }, { rt: '003', rw: '010' }],
    [
      'words for codes',
      { hubkel: 'Peserta', jk: 'Laki-laki', kawin: 'kawin', wn: 'WNI', kelas: 'III' },
      { hubkel: '1', jk: '1', kawin: 'KAWIN', wn: '1', kelas: '3' },
    ],
    [
      'number cells for codes',
      { hubkel: angka('1'), jk: angka('1'), kawin: angka('1') },
      { hubkel: '1', jk: '1', kawin: 'BELUM_KAWIN' },
    ],
    ['invisible marks', { alamat: 'JL.\u200B MELATI\u202E' }, { alamat: 'JL. MELATI' }],
    ['a dash for nothing', { kode_pos: '-', email: ' -- ' }, { kode_pos: '', email: '' }],
    ['a running number that is a formula', { no: { teks: '=A1+1', jenis: 'rumus' } }, { no: '' }],
  ])('%s', (_apa, ubah, harapan) => {
    const satu = rekaman(ubah);
    expect(satu.temuan).toEqual([]);
    expect(satu.rekaman).toMatchObject(harapan);
  });
});

describe('rules of the formats', () => {
  it('Format 37 without a card is a new registration, with a warning', () => {
    const satu = rekaman({ no_kartu: '' }, 'F37');
    expect(satu.temuan).toMatchObject([{ kode: 'W_DAFTAR_BARU', tingkat: 'peringatan', kolom: 'no_kartu', nomor: 2 }]);
    expect(satu.temuan[0]?.pesan).toContain('pendaftaran baru');
  });

  it.each(['2', 'WNA', '2 = WNA'])('a foreigner (%s) is T10', (wn) => {
    expect(temuan('F34', { wn })).toEqual(['wn:T10']);
  });

  it('an empty row part tells everything at once, by column, errors first', () => {
    const kosong = Object.fromEntries(Object.keys(ORANG).map((kunci) => [kunci, '']));
    const hasil = temuan('F34', { ...kosong, alamat: 'JL. MELATI' });
    expect(hasil).toEqual([
      ...['no_kk', 'nik', 'nama', 'hubkel', 'tempat_lahir', 'tgl_lahir', 'jk', 'kawin', 'rt', 'rw'].map(
        (k) => `${k}:E_WAJIB`,
      ),
      ...['nama_kec', 'nama_desa', 'kode_fktp', 'nama_fktp'].map((k) => `${k}:E_WAJIB`),
      ...['hp', 'kelas', 'wn'].map((k) => `${k}:W_PERLU`),
    ]);
  });

  it.each([
    [{ kode_fktp: '' }, ['kode_fktp:W_TANPA_KODE_FASKES']],
    [{ kode_fktp: '', nama_fktp: '' }, ['kode_fktp:E_WAJIB', 'nama_fktp:E_WAJIB']],
    [{ nama_fktp: '' }, ['nama_fktp:E_WAJIB']],
  ])('a facility %j is told by its name, its code may follow', (ubah, kode) => {
    expect(temuan('F34', ubah)).toEqual(kode);
  });

  it('warnings can be switched off, errors cannot', () => {
    expect(temuan('F34', { hp: '', nik: '' }, { abaikan: ['W_PERLU', 'E_WAJIB'] })).toEqual(['nik:E_WAJIB']);
  });

  it('marital status 3 is read as the heading numbers it, else as the setting says', () => {
    const isi = (judul: string) => [
      nomor('F34').map((_, i) => ({ teks: i === 8 ? judul : '', jenis: 'teks' as const })),
      ...lembar('F34', { kawin: '3' }),
    ];
    const kawin = (judul: string, varian?: '0-3' | '1-5') =>
      baca(isi(judul), varian ? { kawin: varian } : {}).baris[0]?.rekaman.kawin;
    expect(kawin('0=TD, 1=B, 2=K, 3=C', '1-5')).toBe('CERAI');
    expect(kawin('1=BK, 2=K, 3=CH, 4=CM', '0-3')).toBe('CERAI_HIDUP');
    expect(kawin('Status Kawin', '0-3')).toBe('CERAI');
    expect(kawin('Status Kawin')).toBe('CERAI_HIDUP');
  });

  it('every code has a sentence of its own', () => {
    for (const kode of ['E_KURANG_1', 'T09', 'T10', 'E_WAJIB', 'W_JK']) expect(pesanFormat(kode)).not.toContain(kode);
    expect(pesanFormat('X')).toContain('X');
  });
});
