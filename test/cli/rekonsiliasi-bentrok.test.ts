/** Whose NIK an answer has, but quite another name, gets no change that could be accepted: not even with all others at once. */
import { expect, it } from 'vitest';
import type { KasusRekon, Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { entri } from '../../cli/rekonsiliasi/susun-hasil.ts';
import { hasil } from './hasil/support/hasil.ts';

const kasus = { tiket: 'BTL-N-2026-000001', versi: '3' } as KasusRekon;
const jawaban = { hasil: 'berhasil', keterangan: '', tmt: '2026-12-01', kode: 'B01' };
const putusan = { tujuan: [{ kasus, jawaban, orang: 0 }], kalimat: [] } as unknown as Putusan;

it.each([
  ['SARAN', true],
  ['COCOK_BEDA', true],
  ['BENTROK', false],
] as const)('%s can be accepted: %s', (kelas, bisa) => {
  const satu = entri({ ...hasil(4), kelas }, putusan);
  expect(satu).toMatchObject({ tiket: kasus.tiket, putusan: 'TUNDA' });
  expect(satu?.perubahan !== null).toBe(bisa);
});
