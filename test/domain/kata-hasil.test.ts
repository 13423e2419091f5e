/** Outcomes as branches write them. */
import { describe, expect, it } from 'vitest';
import { bacaHasil, isKeteranganMenyangkal } from '#domain/hasil/kata-hasil.ts';

describe('an outcome in words', () => {
  it.each([
    'BERHASIL',
    'Berhasil.',
    'sukses',
    'SUCCESS',
    'Aktif',
    'Terdaftar',
    'diterima',
    'OK',
    'Data valid',
    ' berhasil ',
    'Berhasil diaktifkan',
    'Telah aktif per 1 Desember 2026',
    'Aktif, TMT 01-12-2026',
  ])('"%s" is a success', (teks) => expect(bacaHasil(teks)).toBe('berhasil'));

  it.each([
    ...['GAGAL', 'Tidak Berhasil', 'tdk berhasil', 'TIDAK-BERHASIL', 'Ditolak', 'REJECTED', 'Tidak dapat didaftarkan'],
    ...['Tidak aktif', 'Non Aktif', 'NONAKTIF', 'belum aktif', 'Gagal: NIK tidak valid', 'tidak lolos', 'invalid'],
  ])('"%s" is a failure', (teks) => expect(bacaHasil(teks)).toBe('tidak berhasil'));

  it.each(['DITANGGUHKAN', 'Pending', 'tunda', 'Ditunda', 'MENUNGGU', 'Dalam proses', 'masih diproses', 'on hold'])(
    '"%s" is a suspension',
    (teks) => expect(bacaHasil(teks)).toBe('ditangguhkan'),
  );

  it.each([
    ...['', '-', '1', 'cek', 'berhasil / gagal', 'gagal atau pending', 'tidak', 'Sudah diproses'],
    ...[
      'Berhasil?',
      'Sudah terdaftar PPU',
      'Terdaftar di segmen lain',
      'Berhasil dinonaktifkan',
      'Aktif sebagai peserta mandiri',
    ],
    ...['aktif: 0', 'valid 0', 'aktif pada 2020', 'berhasil 2 orang'],
    ...['Sudah terdaftar sebagai peserta mandiri', 'Aktif di daerah lain', 'Data valid tetapi menunggak'],
  ])('"%s" is left to a person', (teks) => expect(bacaHasil(teks)).toBeUndefined());
});

describe('the remark of a success', () => {
  it.each(['TIDAK BERHASIL: NIK tidak valid', 'Gagal - peserta meninggal', 'ditolak', 'masih diproses', 'belum aktif'])(
    'denies it: "%s"',
    (teks) => expect(isKeteranganMenyangkal(teks)).toBe(true),
  );
  it.each(['', 'prioritas', 'aktif hari ini', 'Berhasil, aktif 01-12-2026', 'dari PBPU mandiri', 'cut off'])(
    'goes with it: "%s"',
    (teks) => expect(isKeteranganMenyangkal(teks)).toBe(false),
  );
});
