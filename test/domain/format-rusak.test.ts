/** Cells that a spreadsheet damaged, or that would do damage in one: named, kept out or kept as text. */
import { describe, expect, it } from 'vitest';
import { miripRumus, rapikanTeks, type Sel } from '#domain/format/sel.ts';
import { angka, type Isian, ORANG, PAYLOAD, rekaman, temuan } from './support/format.ts';

describe('numbers that a spreadsheet damaged', () => {
  it.each<[string, string | Sel, string[]]>([
    ['number cell', angka('3271011708909001'), ['E_ANGKA']],
    ['number cell that ends in 0', angka('3271011708909000'), ['E_ANGKA', 'E_EXCEL_15']],
    ['number cell shown with E', angka('3.27101E+15'), ['E_ANGKA', 'E_ILMIAH']],
    ['text with E', '3,27101E+15', ['E_ILMIAH']],
    ['15 digits', '327101170890900', ['E_KURANG_1']],
    ['15 digits as a number', angka('327101170890900'), ['E_ANGKA', 'E_KURANG_1']],
    ['14 digits', '32710117089090', ['E_KURANG']],
    ['17 digits', '32710117089090011', ['E_LEBIH']],
    ['the letter O', '327101170890900O', ['E_BUKAN_ANGKA']],
    ['a temporary number', '0271011708909001', ['E_SEMENTARA']],
    ['a formula', { teks: '3271011708909001', jenis: 'rumus' }, ['E_RUMUS']],
    ['nothing', '', ['E_WAJIB']],
    ['unknown province', '9971011708909001', ['E_PROV']],
    ['impossible date', '3271013102909001', ['E_TGL']],
    ['serial 0000', '3271011708900000', ['E_SERI']],
    ['the No KK', ORANG.no_kk ?? '', ['E_SAMA_KK']],
  ])('NIK, %s: named and left out', (_apa, nik, kode) => {
    const satu = rekaman({ nik });
    const galat = satu.temuan.filter(({ kolom, tingkat }) => kolom === 'nik' && tingkat === 'galat');
    expect(galat.map((t) => t.kode)).toEqual(kode);
    expect(satu.rekaman.nik).toBe('');
    for (const { nomor: n, judul, pesan } of galat) {
      expect([n, judul]).toEqual([3, 'NIK/KITAS/KITAP']);
      expect(pesan).not.toMatch(/\d{5}/);
    }
  });

  it('a Papua NIK with an odd last digit stays exact as text and is refused as a number', () => {
    expect(rekaman({ nik: '9171010101909001', tgl_lahir: '01/01/1990' }).rekaman.nik).toBe('9171010101909001');
    const rusak = rekaman({ nik: angka(String(Number('9171010101909001'))), tgl_lahir: '01/01/1990' });
    expect(rusak.rekaman.nik).toBe('');
    expect(rusak.temuan.map(({ kode }) => kode)).toEqual(expect.arrayContaining(['E_ANGKA', 'E_EXCEL_15']));
  });

  it.each<[Isian, string[]]>([
    [{ no_kk: angka('3271011508109001') }, ['no_kk:E_ANGKA']],
    [{ no_kk: '327101150810900' }, ['no_kk:E_KURANG_1']],
    [{ no_kk: '3402011508109001' }, ['no_kk:W_DOMISILI']],
    [{ no_kk: '3271019915109001' }, ['no_kk:W_TGL_KK']],
    [{ no_kartu: angka('1234509001') }, ['no_kartu:E_NOL_HILANG']],
    [{ no_kartu: '123' }, ['no_kartu:E_KARTU']],
    [{ kode_fktp: angka('9020107') }, ['kode_fktp:E_NOL_HILANG']],
    [{ kode_fktp: 'PKM1' }, ['kode_fktp:W_FASKES']],
    [{ kode_fktp: '0138U020' }, []],
    [{ kode_pos: '1613' }, ['kode_pos:E_POS']],
    [{ rt: '1234' }, ['rt:E_TIGA']],
    [{ rw: 'satu' }, ['rw:E_TIGA']],
    [{ hp: '0812' }, ['hp:E_HP_PANJANG']],
    [{ hp: '' }, ['hp:W_PERLU']],
    [{ email: 'a@b' }, ['email:E_EMAIL']],
    [{ hubkel: '9' }, ['hubkel:E_KODE']],
    [{ kelas: '1' }, ['kelas:W_KELAS']],
    [{ gaji: '5000000' }, ['gaji:W_TIDAK_DIPAKAI']],
    [{ tmt_kerja: 'kemarin' }, ['tmt_kerja:W_TIDAK_DIPAKAI', 'tmt_kerja:E_TANGGAL']],
    [{ jk: '2' }, ['nik:W_JK']],
    [{ nama: 'S1TI' }, ['nama:E_NAMA_ANGKA']],
    [{ nama: 'BUDI \u{1F600}' }, ['nama:W_NAMA_TANDA']],
    [{ nama: 'BUDI\u0007' }, ['nama:E_NAMA_KENDALI']],
    [{ alamat: 'JL\u0007 MELATI' }, ['alamat:W_KENDALI']],
    [{ alamat: 'x'.repeat(201) }, ['alamat:E_PANJANG']],
    [{ jenis_mutasi: 'LAIN' }, ['jenis_mutasi:W_JENIS_MUTASI']],
  ])('%j', (ubah, harapan) => {
    expect(temuan('F37', ubah)).toEqual(harapan);
  });

  it('a finding in a column that PBI APBD does not use never stops the row', () => {
    expect(rekaman({ tmt_kerja: 'kemarin' }).temuan.every(({ tingkat }) => tingkat === 'peringatan')).toBe(true);
  });
});

describe('formulas', () => {
  it.each(PAYLOAD)('%j is noticed, and stays text', (teks) => {
    expect(miripRumus(teks)).toBe(true);
    const satu = rekaman({ alamat: teks });
    expect(satu.temuan.map(({ kolom, kode }) => `${kolom}:${kode}`)).toContain('alamat:W_RUMUS');
    expect(satu.rekaman.alamat).toBe(rapikanTeks(teks));
    expect(temuan('F34', { nama_fktp: teks })).toContain('nama_fktp:W_RUMUS');
  });

  it.each([
    '-',
    '--',
    '-5',
    '+62 812-3456-7890',
    '+62812',
    'RT 01, -',
    'JL. MELATI NO. 5',
    "'AISYAH",
    "SA'DIAH",
    'A=B',
    'a@b.id',
    'BLOK A-1',
    '17/08/1990',
  ])('%j is ordinary', (teks) => {
    expect(miripRumus(teks)).toBe(false);
  });
});
