/** Feedback files as branches send them: headings in any words, damaged cells, dates in either order. */
import { describe, expect, it } from 'vitest';
import type { Lembar, Sel } from '#domain/format/sel.ts';
import { bacaUmpanBalik, type OpsiBaca } from '#usecase/rekonsiliasi/baca.ts';
import { temukanTabelJawaban } from '#usecase/rekonsiliasi/judul.ts';
import { tgl } from '../domain/support/buat.ts';
import { lembar } from './support/rekonsiliasi.ts';

const OPSI: OpsiBaca = { hariIni: tgl('2026-11-30'), kodeWilayah: '3271' };
const NIK = '3271011708909001';

function baca(isi: Lembar, opsi: Partial<OpsiBaca> = {}) {
  const tabel = temukanTabelJawaban(isi);
  if (!tabel) throw new Error('no table');
  const hasil = bacaUmpanBalik(isi, tabel, { ...OPSI, ...opsi });
  if (!hasil.ok) throw new Error(hasil.error);
  return hasil.value;
}

/** The only row of a file with these headings. */
const satu = (judul: readonly string[], isi: readonly (string | Sel)[], opsi: Partial<OpsiBaca> = {}) => {
  const sel = isi.map((satuan): Sel => (typeof satuan === 'string' ? { teks: satuan, jenis: 'teks' } : satuan));
  const [baris] = baca([...lembar(judul), sel], opsi).baris;
  return baris;
};

describe('headings', () => {
  it.each([
    [['NIK', 'Hasil', 'Keterangan', 'TMT', 'Tanggal Jawaban']],
    [['No. KTP', 'STATUS', 'Ket.', 'Tgl Aktif', 'Tgl. Proses']],
    [['NIK Peserta', 'Hasil BPJS Kesehatan', 'Alasan Penolakan', 'TMT Aktif', 'Tanggal Umpan Balik']],
    [['nik', 'status pendaftaran', 'Remark', 'Tanggal Mulai Aktif', 'tgl registrasi']],
  ])('%j', (judul) => {
    expect(satu(judul, [NIK, 'Gagal', 'NIK ganda', '', '27/11/2026'])).toMatchObject({
      ...{ nomor: 2, nik: NIK, hasil: 'Gagal', keterangan: 'NIK ganda', tmt: '', dijawab: '2026-11-27', rusak: [] },
    });
  });

  it('are found below a letterhead, with a row of numbers, and again on the next page', () => {
    const judul = ['No', 'NIK', 'Nama', 'Hasil'];
    const isi = lembar(
      ['BPJS KESEHATAN'],
      [],
      judul,
      ['1', '2', '3', '4'],
      ['1', NIK, 'A', 'Berhasil'],
      judul,
      ['2', '', 'B', 'Gagal'],
      [],
      ['', '', 'Kepala Cabang', ''],
    );
    const { baris, lewat } = baca(isi);
    expect(baris.map(({ nomor, hasil }) => [nomor, hasil])).toEqual([
      [5, 'Berhasil'],
      [7, 'Gagal'],
    ]);
    expect(lewat).toEqual([4, 6, 8, 9]);
  });

  it('of the outcome win over a status of something else', () => {
    expect(satu(['NIK', 'Status', 'Hasil', 'Status Kawin'], [NIK, 'Aktif PBPU', 'Gagal', '1'])?.hasil).toBe('Gagal');
  });

  it('without an outcome are no table', () => {
    expect(temukanTabelJawaban(lembar(['NIK', 'Nama'], [NIK, 'A']))).toBeUndefined();
  });
});

describe('cells', () => {
  it.each([
    ['a NIK that Excel rounded', { teks: '3271011708909000', jenis: 'angka' }],
    ['a NIK in scientific notation', { teks: '3,27101E+15', jenis: 'teks' }],
    ['a NIK that lost a digit', { teks: '327101170890900', jenis: 'teks' }],
    ['a NIK that is a formula', { teks: '3271011708909001', jenis: 'rumus' }],
  ] as const)('%s is damaged, named and not guessed', (_nama, sel) => {
    const baris = satu(['NIK', 'Hasil'], [sel, 'Berhasil']);
    expect(baris).toMatchObject({ nik: '', jawabanRusak: false });
    expect(baris?.rusak[0]).toMatch(/^NIK/);
    expect(baris?.rusak.join()).not.toMatch(/\d{15}/);
  });

  it('a birth date that is still to come identifies nobody', () => {
    const baris = satu(['NIK', 'Hasil', 'Tgl Lahir'], [NIK, 'ok', '17/08/2030']);
    expect(baris).toMatchObject({ tgl_lahir: '', rusak: [expect.stringContaining('Tgl Lahir')] });
  });

  it('a NIK with spaces and an apostrophe is whole, Papua included', () => {
    expect(satu(['NIK', 'Hasil'], ["'9171 0117 0890 9002", 'Berhasil'])?.nik).toBe('9171011708909002');
  });

  it('say where a person lives by code or by name', () => {
    expect(satu(['NIK', 'Hasil', 'Kode Wilayah'], [NIK, 'ok', '32.71.01.1001'])?.kode_wilayah).toBe('3271011001');
    const judul = ['NIK', 'Hasil', 'Kelurahan', 'Kecamatan'];
    expect(satu(judul, [NIK, 'ok', 'Batutulis', 'Bogor Selatan'])?.kode_wilayah).toBe('3271011001');
    expect(satu(judul, [NIK, 'ok', 'Entah', 'Bogor Selatan'])?.kode_wilayah).toBe('');
  });

  it('say the sex in any of the ways of the formats', () => {
    expect(satu(['NIK', 'Hasil', 'Jenis Kelamin'], [NIK, 'ok', '2'])?.jk).toBe('P');
    expect(satu(['NIK', 'Hasil', 'JK'], [NIK, 'ok', 'Laki-laki'])?.jk).toBe('L');
  });
});

describe('dates', () => {
  const JUDUL = ['NIK', 'Hasil', 'TMT', 'Tgl Proses'];

  it('month first is found out from the file', () => {
    expect(satu(JUDUL, [NIK, 'Berhasil', '12/01/2026', '11/27/2026'])).toMatchObject({
      tmt: '2026-12-01',
      dijawab: '2026-11-27',
    });
  });

  it('that leave both orders open are asked about', () => {
    const isi = lembar(JUDUL, [NIK, 'Berhasil', '01/12/2026', '02/11/2026']);
    expect(() => baca(isi)).toThrow('--urutan HB');
    expect(baca(isi, { urutan: 'BH' }).baris[0]?.tmt).toBe('2026-01-12');
  });

  it('with a time of day keep it, without one it is midnight that Excel added', () => {
    expect(satu(JUDUL, [NIK, 'Berhasil', '', '27/11/2026 14.05'])?.dijawab).toBe('2026-11-27T14:05:00+07:00');
    expect(satu(JUDUL, [NIK, 'Berhasil', '', '27/11/2026 00:00:00'])?.dijawab).toBe('2026-11-27');
  });

  it('that are no dates spoil the answer', () => {
    expect(satu(JUDUL, [NIK, 'Berhasil', '31/02/2026', ''])).toMatchObject({
      jawabanRusak: true,
      rusak: [expect.stringContaining('TMT')],
    });
  });

  it('of the file count for rows that have none', () => {
    const opsi = { tanggal: tgl('2026-11-25') };
    expect(satu(JUDUL, [NIK, 'Berhasil', '', ''], opsi)?.dijawab).toBe('2026-11-25');
    expect(satu(JUDUL, [NIK, 'Berhasil', '', '27/11/2026'], opsi)?.dijawab).toBe('2026-11-27');
  });
});
