/** Codes of reasons: chosen sentences lead to theirs, remarks of BPJS to the one that their words name, or to none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALASAN_BPJS } from '#domain/hasil/alasan-bpjs.ts';
import type { HasilBpjs } from '#domain/hasil/hasil.ts';
import { type AlasanKantor, kodeJawaban, kodeKembali } from '#domain/hasil/kode-alasan.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';

const BPJS: AlasanKantor[] = ALASAN_BPJS.map(([kode, untuk, teks, pola]) => ({ kode, untuk, teks, pola }));
const tgl = (text: string) => text as Tanggal;
const HARI_INI = tgl('2026-11-23');
const KEMBALI: AlasanKantor[] = [
  { kode: 'K-LENGKAP', untuk: 'kembali', teks: 'Data belum lengkap', pola: '' },
  { kode: 'K-LAMPIRAN', untuk: 'kembali', teks: 'Data belum lengkap, lampiran kurang', pola: '' },
  { kode: 'K-KOSONG', untuk: 'kembali', teks: '', pola: '' },
  { kode: 'T-GANDA', untuk: 'tutup', teks: 'Ganda dengan tiket lain', pola: '' },
];

describe('kodeJawaban', () => {
  it.each<[string, HasilBpjs, string]>([
    ['NIK tidak ditemukan', 'tidak berhasil', 'T01'],
    ['nik  TIDAK-ditemukan.', 'tidak berhasil', 'T01'],
    ['NIK 3271025306879326 tidak ditemukan', 'tidak berhasil', 'T01'],
    ['NIK: 3271.0253.0687.9326 (tidak ditemukan)', 'tidak berhasil', 'T01'],
    ['NIK "3271025306879326" / tidak terdaftar', 'tidak berhasil', 'T01'],
    ['KK 3271025306879326 tidak lengkap', 'tidak berhasil', 'T12'],
    ['NIK 3271 tidak ditemukan', 'tidak berhasil', 'X99'],
    ['Nama berbeda dengan KTP', 'tidak berhasil', 'T02'],
    ['NIK ganda, biodata berbeda', 'tidak berhasil', 'T03'],
    ['Peserta PBI JK aktif', 'tidak berhasil', 'T05'],
    ['Menunggak iuran peserta mandiri', 'tidak berhasil', 'T07'],
    ['Menunggu konsolidasi data', 'ditangguhkan', 'D02'],
    ['Cut off bulan berikut', 'berhasil', 'B02'],
    ['', 'berhasil', 'B01'],
    ['Peserta PBI JK aktif hari ini', 'berhasil', 'B01'],
    ['Alasan yang belum pernah ada', 'tidak berhasil', 'X99'],
    ['Alasan yang belum pernah ada', 'ditangguhkan', 'X99'],
    ['formatif', 'tidak berhasil', 'X99'],
  ])('%s (%s) is %s', (keterangan, hasil, kode) => {
    expect(kodeJawaban({ hasil, keterangan, tmt: hasil === 'berhasil' ? HARI_INI : '' }, BPJS, HARI_INI)).toBe(kode);
  });

  it('never explains a failure with words of a success, whatever the remark', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...BPJS.map(({ pola }) => pola)), (teks, pola) => {
        const keterangan = `${teks} ${pola}`;
        expect(kodeJawaban({ hasil: 'tidak berhasil', keterangan, tmt: '' }, BPJS, HARI_INI)).not.toMatch(/^B/);
        expect(kodeJawaban({ hasil: 'berhasil', keterangan, tmt: HARI_INI }, BPJS, HARI_INI)).toMatch(/^B/);
      }),
    );
  });
});

it.each([
  ['', '2026-11-23', 'B01'],
  ['', '2026-11-01', 'B01'],
  ['', '2026-12-01', 'B02'],
  ['disetujui', '2027-02-01', 'B02'],
  ['', '2026-12-15', 'B01'],
  ['aktif hari ini', '2026-12-01', 'B01'],
  ['cut off', '2026-11-23', 'B02'],
])('a success "%s" with cover from %s is %s', (keterangan, tmt, kode) => {
  expect(kodeJawaban({ hasil: 'berhasil', keterangan, tmt: tgl(tmt) }, BPJS, HARI_INI)).toBe(kode);
});

it('knows no other code of a success than the office has', () => {
  const tanpa = BPJS.filter(({ kode }) => kode !== 'B02');
  expect(kodeJawaban({ hasil: 'berhasil', keterangan: '', tmt: tgl('2026-12-01') }, tanpa, HARI_INI)).toBe('B01');
});

describe('kodeKembali', () => {
  it.each([
    ['Data belum lengkap', 'K-LENGKAP'],
    ['Data belum lengkap: KTP buram', 'K-LENGKAP'],
    ['Data belum lengkap, lampiran kurang: KTP', 'K-LAMPIRAN'],
    ['Ganda dengan tiket lain', ''],
    ['Data belum lengkapi', ''],
    ['Karena begitu', ''],
    ['', ''],
  ])('%s -> %s', (alasan, kode) => {
    expect(kodeKembali(alasan, KEMBALI)).toBe(kode);
  });
});
