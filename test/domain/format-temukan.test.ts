/** Where the table of a sheet is: numbering row or headings, any row, refusal when it can be read in two ways. */
import { describe, expect, it } from 'vitest';
import { type Format, kolomFormat } from '#domain/format/kolom.ts';
import { barisTeks, hurufKolom, type Lembar } from '#domain/format/sel.ts';
import { temukanTabel } from '#domain/format/temukan.ts';
import { tulisBerkas } from '#domain/format/tulis.ts';
import { baris, letak, nomor, tabel } from './support/format.ts';

const penolakan = (isi: Lembar, format?: Format) => {
  const hasil = temukanTabel(isi, format);
  return hasil.ok ? undefined : hasil.error;
};

/** The employers' form as an exporter in use writes it: headings on three rows, one of them a column too far left. */
const FORM_37: Lembar = [
  ...['FORM MUTASI DATA PESERTA', 'JENIS PESERTA', 'NAMA INSTANSI/BADAN/PERUSAHAAN', 'KODE VIRTUAL ACCOUNT', 'BANK'],
  ...['TANGGAL REGISTRASI', 'NOMOR PKS', 'KODE PKS', 'MASA BERLAKU', 'KODE TANGGUNGAN', 'KODE KC', 'KODE DATI2', ''],
]
  .map((teks) => barisTeks([teks]))
  .concat(
    tabel(
      '|||||||PISA',
      '|||||||Kode HubKel|Tgl Lahir||Jenis Kelamin|Status Kawin|||||||||||||||||Status|Kelas Rawat|||Kewarga Negaraan|Asuransi Lainnya',
      'No|No Kartu BPJS Kesehatan|Jenis Mutasi|Tgl Aktif Berlaku Mutasi|No KK|NIK/KITAS/KITAP|Nama Lengkap|1 = Peserta 2 = Suami 3 = Istri 4 = Anak 5 = Tambahan|Tempat Lahir|mm/dd/yyyy|1=L  2=P|0=TD, 1=B, 2=K,3=C|Alamat Tempat Tinggal|RT|RW|Kode Pos|Kode Kecamatan|Nama Kecamatan|Kode Desa|Nama Desa|Kode Faskes Tk.I|Nama Faskes Tk.I|Kode Faskes Dokter Gigi|Nama Faskes Dokter Gigi|Nomor Telepon Peserta|Email|NIP|Jabatan|1=Tetap, 2=Kontrak, 3=Paruh waktu 4=Penerima Pensiun|1=Kelas I, 2=Kelas II, 3=Kelas III|TMT Kerja (Kary. Aktif)|Gaji Pokok + Tunj. Tetap (Kary. Aktif)|1=WNI, 2=WNA|No. Kartu Asuransi|Nama Asuransi|No. NPWP|No Passport',
    ),
    [nomor('F37')],
    [baris('F37')],
  );

const JUDUL = (format: Format): string[] => kolomFormat(format).map(({ judul }) => judul);

describe('by the numbering row', () => {
  it('finds the 37 columns of the form in use, and what its headings say about dates and marital status', () => {
    const hasil = letak(FORM_37);
    expect(hasil).toMatchObject({ format: 'F37', dataMulai: 17, hilang: [], takDikenal: [] });
    expect(hasil).toMatchObject({ urutanJudul: 'BH', kawinJudul: '0-3' });
    expect(hasil.kolom).toMatchObject({ no: 0, no_kartu: 1, nik: 5, tempat_lahir: 8, tgl_lahir: 9, paspor: 36 });
  });

  it.each([0, 1, 13, 15, 40])('wherever the heading stands: %i rows above it', (atas) => {
    const isi: Lembar = [
      ...Array.from({ length: atas }, () => barisTeks(['DAFTAR USULAN'])),
      barisTeks(JUDUL('F34')),
      nomor('F34'),
      baris('F34'),
    ];
    expect(letak(isi)).toMatchObject({ format: 'F34', dataMulai: atas + 2, hilang: [] });
  });

  it.each<Format>(['F34', 'F37'])('numbers that start at 2, in the second column: %s', (format) => {
    const tanpaSatu = [{ teks: '', jenis: 'kosong' } as const, ...nomor(format).slice(1)];
    const hasil = letak([barisTeks(JUDUL(format)), tanpaSatu, baris(format)]);
    expect(hasil).toMatchObject({ format, dataMulai: 2, hilang: [] });
    expect(hasil.kolom.no).toBe(0);
    expect(hasil.kolom.paspor).toBe(format === 'F34' ? 33 : 36);
    expect(letak([tanpaSatu, baris(format)]).kolom).toEqual(hasil.kolom);
  });

  it('a table that starts in another column', () => {
    const geser: Lembar = [
      [{ teks: '', jenis: 'kosong' }, ...nomor('F34')],
      [{ teks: '', jenis: 'kosong' }, ...baris('F34')],
    ];
    expect(letak(geser).kolom).toMatchObject({ no: 1, nik: 3, paspor: 34 });
  });

  it('numbers in brackets or as text, and without any heading', () => {
    expect(letak([barisTeks(kolomFormat('F37').map((_, i) => `(${i + 1})`)), baris('F37')]).format).toBe('F37');
  });

  it('columns beyond the numbers are named as unknown', () => {
    const hasil = letak([barisTeks([...JUDUL('F34'), 'ID DTKS']), nomor('F34'), baris('F34')]);
    expect(hasil.takDikenal).toEqual([{ kolom: 34, judul: 'ID DTKS' }]);
    expect(hurufKolom(34)).toBe('AI');
  });

  it('a local column inside the numbering: 35 numbers are read by their headings', () => {
    const judul = [...JUDUL('F34').slice(0, 3), 'ID DTKS', ...JUDUL('F34').slice(3)];
    const hasil = letak([barisTeks(judul), barisTeks(judul.map((_, i) => String(i + 1))), baris('F34')]);
    expect(hasil).toMatchObject({ format: 'F34', dataMulai: 2, hilang: [], takDikenal: [{ kolom: 3 }] });
    expect(hasil.kolom.nama).toBe(4);
  });

  it('headings up to four rows above the numbers count, as merged cells put them there', () => {
    const judul = [...JUDUL('F34'), 'ID DTKS'];
    const angka35 = barisTeks(judul.map((_, i) => String(i + 1)));
    const sisa = tabel('||||||DATA KELAHIRAN', '||||||dd/mm/yyyy', '||||x');
    expect(letak([barisTeks(judul), ...sisa, angka35, baris('F34')])).toMatchObject({
      format: 'F34',
      dataMulai: 5,
      hilang: [],
    });
  });

  it('columns that were moved and numbered again are read by their headings', () => {
    const judul = JUDUL('F34');
    const [kk = '', nik = ''] = judul.splice(1, 2);
    judul.splice(1, 0, nik, kk);
    expect(letak([barisTeks(judul), nomor('F34'), baris('F34')]).kolom).toMatchObject({ nik: 1, no_kk: 2 });
    for (const asing of ['Nama Lengkap', 'Keterangan']) {
      judul[20] = asing;
      expect(penolakan([barisTeks(judul), nomor('F34'), baris('F34')])?.kode).toBe('JUDUL_BEDA');
    }
  });

  it('the headings repeated on a second printed page are one table; another numbering is not', () => {
    expect(letak([nomor('F34'), baris('F34'), nomor('F34'), baris('F34')]).dataMulai).toBe(1);
    expect(penolakan([nomor('F34'), baris('F34'), nomor('F37'), baris('F37')])?.kode).toBe('DUA_TABEL');
  });

  it('the format that the sender named must be the one of the file', () => {
    expect(penolakan([nomor('F34'), baris('F34')], 'F37')).toMatchObject({ kode: 'FORMAT_KABUR' });
    expect(letak([nomor('F34'), baris('F34')], 'F34').format).toBe('F34');
  });

  it('finds what tulisBerkas writes', () => {
    for (const format of ['F34', 'F37'] as const) {
      for (const urutan of ['HB', 'BH'] as const) {
        const { baris: isi, dataMulai } = tulisBerkas([], { format, urutan, kawin: '0-3' });
        const hasil = letak(isi.map(barisTeks));
        expect(hasil).toMatchObject({ format, dataMulai, hilang: [], takDikenal: [] });
        expect(hasil).toMatchObject({ urutanJudul: urutan, kawinJudul: '0-3' });
      }
    }
  });
});

describe('by headings', () => {
  /** A regency's own list: 22 columns, two heading rows, no numbers. */
  const DAERAH = tabel(
    'DATA USULAN CALON PENERIMA BANTUAN IURAN (PBI) APBD',
    'PERIODE 01-11-2026 s/d 30-11-2026',
    '',
    '',
    'NO|NOMOR KK|NIK/KITAS/KITAP|NAMA LENGKAP|PESERTA, SUAMI, ISTRI, ANAK, TAMBAHAN|DATA KELAHIRAN||JENIS KELAMIN|STATUS KAWIN|ALAMAT TEMPAT TINGGAL|RT|RW|KODE POS|KODE KECAMATAN|NAMA KECAMATAN|KODE KELURAHAN|NAMA KELURAHAN|KODE FASKES TK.I|NAMA FASKES TK.I|TAMBAHAN KETERANGAN|TANGGAL PENGUSULAN|NO TELP.',
    '||||1=P, 2=S, 3=I, 4=A, 5=T|TEMPAT LAHIR|TANGGAL LAHIR|L/P|1=B, 2=K, 3=C (1 BELUM KAWIN, 2 KAWIN, 3 CERAI)',
    '1|3271011508109001|3271011708909001|BUDI SANTOSO|1|BOGOR|17/08/1990|L|2|JL. MELATI|3|10|16131||Bogor Selatan||Batu Tulis|09020107|PKM|||0812',
  );

  it('finds two heading rows, and tells what is missing and what is unknown', () => {
    const hasil = letak(DAERAH);
    expect(hasil).toMatchObject({ format: 'F34', dataMulai: 6, kawinJudul: '0-3' });
    expect(hasil.kolom).toMatchObject({
      no_kk: 1,
      nik: 2,
      tempat_lahir: 5,
      tgl_lahir: 6,
      jk: 7,
      nama_desa: 16,
      hp: 21,
    });
    expect(hasil.takDikenal.map(({ kolom }) => kolom)).toEqual([19, 20]);
    expect(hasil.hilang).toContain('kelas');
  });

  it('skips a hint row that names no new column', () => {
    const isi = [barisTeks(JUDUL('F34')), barisTeks(kolomFormat('F34').map(({ petunjuk }) => petunjuk)), baris('F34')];
    expect(letak(isi)).toMatchObject({ format: 'F34', dataMulai: 2, urutanJudul: 'HB' });
  });

  it('a date hint below another date does not make it the birth date', () => {
    const isi = tabel(
      'No|NIK|Nama|Tgl Berlaku Mutasi|Data Kelahiran||Alamat|RT|RW',
      '|||dd/mm/yyyy|Tempat Lahir|Tgl Lahir',
      '1|3271011708909001|BUDI|01/12/2026|BOGOR|17/08/1990|JL. MELATI|3|10',
    );
    expect(letak(isi).kolom).toMatchObject({ tgl_berlaku: 3, tempat_lahir: 4, tgl_lahir: 5 });
  });

  it('the same headings again further down are one table', () => {
    const judul = barisTeks(JUDUL('F34'));
    expect(letak([judul, baris('F34'), baris('F34'), baris('F34'), judul, baris('F34')]).dataMulai).toBe(1);
  });

  it('a heading that could be two columns is neither', () => {
    const isi = tabel('No|NIK|No KK|Nama|Alamat|RT|RW|Tgl Lahir|No KIK|Kode Pos');
    expect(letak(isi, 'F37').takDikenal).toEqual([{ kolom: 8, judul: 'No KIK' }]);
  });

  it('a heading with mutation columns is Format 37; a card number alone must be asked about', () => {
    expect(letak([barisTeks(JUDUL('F37')), baris('F37')]).format).toBe('F37');
    const kabur = tabel('No|No Kartu|No KK|NIK|Nama|Tgl Lahir|Alamat|RT|RW');
    expect(penolakan(kabur)?.kode).toBe('FORMAT_KABUR');
    expect(letak(kabur, 'F37').kolom.no_kartu).toBe(1);
    expect(letak(kabur, 'F34').kolom.no_kartu).toBeUndefined();
  });

  it.each<[string, Lembar, string]>([
    ['an empty sheet', [], 'TANPA_TABEL'],
    ['a letter', tabel('Dengan hormat,', 'bersama ini kami kirim'), 'TANPA_TABEL'],
    ['a table of other things', tabel('No|Nama|Alamat|RT|RW|Email|Jabatan'), 'TANPA_TABEL'],
    ['NIK twice', tabel('No|NIK|No KTP|Nama|Alamat|RT|RW|Tgl Lahir'), 'JUDUL_GANDA'],
    [
      'two tables',
      tabel('No|NIK|Nama|Alamat|RT|RW|Tgl Lahir', '1|a|b|c|d|e|f', '', 'No|Nama|NIK|Alamat|RT|RW|Tgl Lahir', '1|a'),
      'DUA_TABEL',
    ],
  ])('refuses %s', (_apa, isi, kode) => {
    const hasil = penolakan(isi);
    expect(hasil?.kode).toBe(kode);
    expect(hasil?.pesan).toMatch(/\.$/);
  });
});
