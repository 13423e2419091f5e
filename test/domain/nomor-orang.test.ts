/** Numbers of people in what somebody wrote do not leave the office. */
import { expect, it } from 'vitest';
import { samarkanNomor } from '#domain/nik/nomor-orang.ts';

it.each([
  ['NIK 3271025306879326 tidak ditemukan', 'NIK 327102******9326 tidak ditemukan'],
  ['NIK 3271 0253 0687 9326.', 'NIK 327102******9326.'],
  ['nik32.71.02.530687.9326ya', 'nik327102******9326ya'],
  ['Kartu 0001234567890 aktif', 'Kartu ************* aktif'],
  ['Aktif 01-12-2026 31.12.2026', 'Aktif 01-12-2026 31.12.2026'],
  ['Tiket BGR-U-2026-000123, telepon 0812 3456 7890', 'Tiket BGR-U-2026-000123, telepon 0812 3456 7890'],
])('%s', (text, wanted) => {
  expect(samarkanNomor(text)).toBe(wanted);
});
