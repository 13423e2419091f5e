/** The documents that a proposal needs (BGR-05, BTL-N-02), kept in one cell as a list of names. */
import type { Kasus } from '../kolom/kasus.ts';
import type { Pengaturan } from '../pengaturan/pengaturan.ts';

const NAMA_DOKUMEN: Readonly<Record<string, string>> = {
  kk: 'Kartu Keluarga (KK)',
  ktp: 'KTP elektronik',
  pengantar: 'Surat pengantar RT/RW',
  permohonan: 'Surat permohonan',
};

/** A document as people read it; one that the office has added itself shows its own name. */
export const namaDokumen = (id: string): string => NAMA_DOKUMEN[id.toLowerCase()] ?? id;

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
