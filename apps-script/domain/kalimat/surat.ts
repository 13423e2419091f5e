/** A text of a mail in the office's own words, or in the built-in ones. */
import { KALIMAT_SURAT, type KunciSurat } from './daftar-surat.ts';
import { isiKalimat, type KalimatKantor } from './kalimat.ts';

const BAWAAN: ReadonlyMap<string, string> = new Map(KALIMAT_SURAT.map(({ kunci, bawaan }) => [kunci, bawaan]));

export const kalimatSurat = (
  kunci: KunciSurat,
  isi: Readonly<Record<string, string>>,
  { kalimat }: { readonly kalimat: KalimatKantor },
): string => isiKalimat(kalimat.get(kunci) ?? BAWAAN.get(kunci) ?? '', isi);
