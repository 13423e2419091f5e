/** Outcomes as branches write them. */
import { describe, expect, it } from 'vitest';
import { bacaHasil } from '#domain/hasil/kata-hasil.ts';

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
    ...['Sudah terdaftar sebagai peserta mandiri', 'Aktif di daerah lain', 'Data valid tetapi menunggak'],
  ])('"%s" is left to a person', (teks) => expect(bacaHasil(teks)).toBeUndefined());
});
