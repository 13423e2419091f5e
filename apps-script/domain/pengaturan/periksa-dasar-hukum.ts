/** The tab `Dasar Hukum`: regulations that are printed, and those that a later one has replaced (BGR-04, S-35). */
import { parseTanggal } from '../waktu/tanggal.ts';
import { type PeriksaTab, pencariKembar, sel, wajib } from './periksa-umum.ts';

export const periksaDasarHukum: PeriksaTab = (baris, { hariIni }) => {
  const kembar = pencariKembar(baris, (satu) => sel(satu, 'peraturan').toUpperCase());
  return baris.map((satu) => {
    const dari = sel(satu, 'berlaku_dari');
    const tanggal = parseTanggal(dari);
    const ganti = sel(satu, 'diganti_oleh');
    return {
      salah: [
        wajib(satu, 'peraturan'),
        kembar(satu, 'Peraturan ini ada di baris lain juga.'),
        wajib(satu, 'tentang'),
        dari !== '' && !tanggal ? 'Kolom berlaku_dari bukan tanggal; tulis TTTT-BB-HH atau kosongkan.' : undefined,
      ],
      ragu: [
        tanggal && tanggal > hariIni ? 'Peraturan ini belum berlaku.' : undefined,
        ganti === '' ? undefined : `Sudah diubah atau diganti oleh ${ganti}; pastikan masih perlu dicantumkan.`,
      ],
    };
  });
};
