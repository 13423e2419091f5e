/** The tab `Libur`, row by row. */
import { parseTanggal } from '../waktu/tanggal.ts';
import { type PeriksaTab, pencariKembar, pilihan, sel, wajib } from './periksa-umum.ts';

const JENIS: readonly string[] = ['Libur nasional', 'Cuti bersama'];

/** Lists are issued for the year that follows; a later one is a slip of the hand. */
const TAHUN_KE_DEPAN = 2;

export const periksaLibur: PeriksaTab = (baris, { hariIni }) => {
  const kembar = pencariKembar(baris, (satu) => parseTanggal(sel(satu, 'tanggal')) ?? '');
  return baris.map((satu) => {
    const tanggal = parseTanggal(sel(satu, 'tanggal'));
    const jauh = tanggal !== undefined && Number(tanggal.slice(0, 4)) > Number(hariIni.slice(0, 4)) + TAHUN_KE_DEPAN;
    return {
      salah: [
        tanggal ? undefined : 'Kolom tanggal bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-12-25.',
        kembar(satu, 'Tanggal ini ada di baris lain juga; hapus salah satunya.'),
        wajib(satu, 'nama'),
        pilihan(satu, 'jenis', JENIS),
      ],
      ragu: [jauh ? 'Tahunnya masih jauh; pastikan bukan salah ketik.' : undefined],
    };
  });
};
