/** Monthly responses that waited for a setting: taken in once it is right, by the time at which they were sent. */

import { settingSalah } from '#domain/pengaturan/pengaturan.ts';
import { MENAHAN_USULAN } from '#domain/pengaturan/periksa-ketentuan.ts';
import { epochDariWaktu, tambahMenit, type Waktu } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import { petaFormulir, responsSejak } from '../google/formulir.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { sapu } from './formulir.ts';
import { denganKunci } from './jaga.ts';

/** The marker counts seconds, a response is stamped to the millisecond. */
const TUMPANG_MENIT = 1;

/** @returns whether a response was taken in */
export function susulTertahan({ potret }: Terbuka): boolean {
  const sejak = potret.sistem.respons_tertahan ?? '';
  if (sejak === '' || settingSalah(potret.pengaturan, MENAHAN_USULAN) !== undefined) return false;
  const dari = epochDariWaktu(tambahMenit(sejak as Waktu, -TUMPANG_MENIT));
  const diolah = sapu(Object.values(petaFormulir(potret)).flatMap(({ id }) => responsSejak(id, dari)));
  lepaskan();
  return diolah > 0;
}

/** Only after all are in; somebody may have broken the setting again meanwhile. */
function lepaskan(): void {
  denganKunci(() => {
    const { potret, letak } = bukaRegister();
    if (settingSalah(potret.pengaturan, MENAHAN_USULAN) !== undefined) return;
    const p = new Perancang(potret);
    p.aturSistem('respons_tertahan', '');
    komit(p.rencana(), letak);
  });
}
