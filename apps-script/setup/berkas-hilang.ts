/** Files of the office that somebody has deleted or thrown into the bin. What fails for another reason is not gone. */
import type { NamaFormulir } from '#domain/formulir/butir.ts';
import { JUDUL_BERBAGI } from '#domain/kolom/berbagi.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { type PetaKantor, petaFormulir } from '../google/formulir.ts';
import { berkasTerlihat, idRegister, spreadsheets } from '../google/layanan.ts';
import { bacaKantor } from './kantor.ts';

/** As Sheets says it, and FormApp in the language of the account. */
const TAK_ADA = /entity was not found|item with the given ID|ditemukan/i;

const isTakAda = (buka: () => unknown): boolean => {
  try {
    buka();
    return false;
  } catch (galat) {
    return TAK_ADA.test(String(galat));
  }
};

const bila = <T>(kerja: () => T, isHilang: () => boolean): T | undefined => {
  try {
    return kerja();
  } catch (galat) {
    // SpreadsheetApp has the same words for a file that is gone and for one that is not shared; Sheets has not.
    if (!isHilang()) throw galat;
    return undefined;
  }
};

/** @returns undefined where the spreadsheet is gone */
export const bilaBukuAda = <T>(id: string, kerja: () => T): T | undefined =>
  bila(kerja, () => isTakAda(() => spreadsheets().get(id, { fields: 'spreadsheetId' })));

/** @returns undefined where the form is gone */
export const bilaFormulirAda = <T>(id: string, kerja: () => T): T | undefined =>
  bila(kerja, () => isTakAda(() => FormApp.openById(id)));

/** The forms that can still be opened: as `Sistem` names them, else as an interrupted set-up has noted them. */
export function formulirTersisa(potret: Potret, laporan: string[]): PetaKantor {
  const [sistem, tercatat] = [petaFormulir(potret), bacaKantor()?.formulir ?? {}];
  const nama = Object.keys({ ...tercatat, ...sistem }) as NamaFormulir[];
  return Object.fromEntries(
    nama.flatMap((satu) => {
      const ada = [sistem[satu], tercatat[satu]].find((f) => f && bilaFormulirAda(f.id, () => FormApp.openById(f.id)));
      if (!ada) laporan.push(`Formulir ${satu} sudah terhapus: bagikan tautan formulir yang baru.`);
      return ada ? [[satu, ada]] : [];
    }),
  );
}

/** Every file of the office by the name that the doctor knows it by. */
const semuaBerkas = (potret: Pick<Potret, 'sistem' | 'pengaturan'>): [string, string][] => [
  ['register', idRegister()],
  ...Object.entries(berkasBerbagi(potret)),
  ...potret.pengaturan.bukuKelurahan,
  ...Object.entries(petaFormulir(potret)).map(([nama, { id }]): [string, string] => [`formulir ${nama}`, id]),
];

/** By file whether it lies in the bin; null where Drive does not show the script this file. */
export function diSampah(potret: Pick<Potret, 'sistem' | 'pengaturan'>): Record<string, boolean | null> {
  const terlihat = berkasTerlihat();
  return Object.fromEntries(semuaBerkas(potret).map(([nama, id]) => [nama, terlihat.get(id) ?? null]));
}

/** What a repair leaves to a person. @returns one sentence for each file in the bin */
export const sebutSampah = (potret: Pick<Potret, 'sistem' | 'pengaturan'>): string[] =>
  Object.entries(diSampah(potret)).flatMap(([nama, buang]) =>
    buang
      ? [
          `Berkas ${(JUDUL_BERBAGI as Record<string, string>)[nama] ?? nama} ada di Sampah Google Drive: keluarkan dari sana.`,
        ]
      : [],
  );
