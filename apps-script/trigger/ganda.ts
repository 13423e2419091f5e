/** Looks whether corrected NIKs belong to other cases too (S-18). Costs service calls only when a NIK was changed. */
import { tandaiGanda } from '#usecase/ganda.ts';
import type { Perancang } from '#usecase/perancang.ts';
import { cariBaris, harfiah } from '../google/baca.ts';
import { barisKasus, bukaRegister } from '../google/register.ts';

/** To be called before the commit of `perancang`, inside the lock. */
export function tandaiGandaBaru(perancang: Perancang): void {
  const diubah = perancang.kasusBerganti('nik').filter(({ nik }) => nik !== '');
  if (diubah.length === 0) return;
  const baris = cariBaris('Kasus', [...new Set(diubah.map(({ nik }) => harfiah(nik)))].join('|'));
  const { isi } = bukaRegister([{ tab: 'Kasus', baris }]);
  tandaiGanda(
    perancang,
    diubah,
    barisKasus(isi[0]).map(({ kasus }) => kasus),
  );
}
