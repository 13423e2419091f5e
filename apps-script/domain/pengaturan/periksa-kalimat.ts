/** The tab `Kalimat`: an office's own sentences may only use the blanks that are filled. */
import { DAFTAR_KALIMAT } from '../kalimat/daftar.ts';
import { type KalimatKantor, salahKalimat } from '../kalimat/kalimat.ts';
import { type BarisTab, type PeriksaTab, pencariKembar, sel } from './periksa-umum.ts';

const DIKENAL = new Map(DAFTAR_KALIMAT.map((satu) => [satu.kunci, satu]));

export const periksaKalimat: PeriksaTab = (baris) => {
  const kembar = pencariKembar(baris, (satu) => sel(satu, 'kunci'));
  return baris.map((satu) => {
    const kalimat = DIKENAL.get(sel(satu, 'kunci'));
    const teks = sel(satu, 'teks');
    return {
      salah: [
        kalimat ? undefined : 'Kunci ini tidak dikenal; kalimat ini tidak dipakai.',
        kembar(satu, 'Kunci ini ada di baris lain juga.'),
        ...(kalimat && teks !== '' ? salahKalimat(kalimat, teks) : []),
      ],
    };
  });
};

/** The sentences that count: those with a mistake are left to their default. */
export function bacaKalimat(baris: readonly BarisTab[]): KalimatKantor {
  const dipakai = new Map<string, string>();
  for (const satu of baris) {
    const kalimat = DIKENAL.get(sel(satu, 'kunci'));
    const teks = sel(satu, 'teks');
    if (kalimat && teks !== '' && salahKalimat(kalimat, teks).length === 0) dipakai.set(kalimat.kunci, teks);
  }
  return dipakai;
}
