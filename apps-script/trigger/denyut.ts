/** Every entry point looks whether the scheduled work still runs (S-31). While it does, this costs no service call. */
import { kabarkanDiam, perluDikabarkan } from '#usecase/denyut.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Potret } from '#usecase/potret.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister } from '../google/register.ts';
import { coba, denganKunci } from './jaga.ts';
import { kirimSurat } from './surat.ts';

/** To be called outside the lock. Mail goes out at once: no tick may come that would send it. */
export function jagaDenyut(potret: Potret): void {
  if (!perluDikabarkan(potret)) return;
  coba('denyut', () => {
    catatDiam(false);
    kirimSurat();
  });
}

/** The scheduled work itself runs again after a standstill; its mail goes out with the rest. @returns whether it was told */
export function denyutKembali(potret: Potret): boolean {
  if (!perluDikabarkan(potret)) return false;
  catatDiam(true);
  return true;
}

function catatDiam(lagi: boolean): void {
  denganKunci(() => {
    const { potret, letak } = bukaRegister();
    const p = new Perancang(potret);
    kabarkanDiam(p, lagi);
    komit(p.rencana(), letak);
  });
}
