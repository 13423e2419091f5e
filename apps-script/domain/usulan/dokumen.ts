/** The documents that a proposal needs (BGR-05, BTL-N-02), kept in one cell as a list of names. */
import type { Kasus } from '../kolom/kasus.ts';
import type { Pengaturan } from '../pengaturan/pengaturan.ts';

export const bacaDokumen = (sel: string): string[] =>
  sel
    .split(',')
    .map((nama) => nama.trim().toLowerCase())
    .filter((nama) => nama !== '');

/** What the office's settings ask of a route; an emergency shows its documents to the hospital, not to the office. */
export function dokumenWajib(
  rute: string,
  { dokumenWajib: wajib }: Pick<Pengaturan, 'dokumenWajib'>,
): readonly string[] {
  if (rute === 'BTL-N') return wajib.btlN;
  return rute.startsWith('BGR') ? wajib.bgr : [];
}

export function dokumenKurang(
  kasus: Pick<Kasus, 'rute' | 'dokumen'>,
  pengaturan: Pick<Pengaturan, 'dokumenWajib'>,
): string[] {
  const ada = bacaDokumen(kasus.dokumen);
  return dokumenWajib(kasus.rute, pengaturan).filter((nama) => !ada.includes(nama.toLowerCase()));
}
