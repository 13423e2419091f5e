/**
 * How the command line and the script talk before there is a queue: it leaves its wishes as metadata of the workbook,
 * the script takes them away and leaves what it did.
 */
import { HASIL_PASANG, type HasilPasang, KEINGINAN_PASANG, type Keinginan } from '#usecase/keinginan-pasang.ts';
import { spreadsheets } from '../google/layanan.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { PROFIL } from './profil.ts';

/** What somebody asked for at the command line; undefined where nobody did. */
export function bacaKeinginan(register: string): Keinginan | undefined {
  const { developerMetadata = [] } = spreadsheets().get(register, {
    fields: 'developerMetadata(metadataKey,metadataValue)',
  });
  const teks = developerMetadata.find(({ metadataKey }) => metadataKey === KEINGINAN_PASANG)?.metadataValue;
  if (!teks) return undefined;
  const { id, profil, pengguna } = JSON.parse(teks) as Keinginan;
  return {
    id,
    ...(profil && profil in PROFIL ? { profil } : {}),
    ...(Array.isArray(pengguna) ? { pengguna } : {}),
  };
}

/** Takes the wishes away and leaves the answer, at one moment. */
export function jawabKeinginan(register: string, hasil: HasilPasang): void {
  const hapus = (metadataKey: string): Permintaan => ({
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey } } },
  });
  const developerMetadata = {
    metadataKey: HASIL_PASANG,
    metadataValue: JSON.stringify(hasil),
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  const requests = [hapus(KEINGINAN_PASANG), hapus(HASIL_PASANG), { createDeveloperMetadata: { developerMetadata } }];
  spreadsheets().batchUpdate({ requests }, register);
}
