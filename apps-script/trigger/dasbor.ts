/** Makes the tab `Dasbor` anew: every night, and whenever an officer asks for it. */
import { type KasusLaporan, KOLOM_LAPORAN } from '#domain/laporan/kasus-laporan.ts';
import { susunDasbor } from '#usecase/laporan/dasbor.ts';
import type { Potret } from '#usecase/potret.ts';
import { tulisDasbor } from '../google/dasbor.ts';
import { bukaRegister } from '../google/register.ts';
import { denganKunci } from './jaga.ts';

/**
 * Reads a few columns and writes one tab: as many service calls with one case as with all of them.
 * @param periksa throws when whoever asks may not
 * @returns what was done
 */
export function segarkanDasbor(periksa: (potret: Potret) => unknown = () => undefined): string {
  // Two at once would add the same charts twice.
  return denganKunci(() => {
    const { potret, isi, letak } = bukaRegister([{ tab: 'Kasus', kolom: KOLOM_LAPORAN }]);
    periksa(potret);
    const kasus = (isi[0]?.baris ?? []).map((satu) => satu.isi as KasusLaporan).filter(({ tiket }) => tiket !== '');
    tulisDasbor(letak.idBuku, susunDasbor(kasus, potret));
    return `Dasbor disegarkan: ${kasus.length} usulan.`;
  });
}
