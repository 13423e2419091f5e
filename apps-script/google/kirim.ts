/** Sends one atomic batch of row changes and reads from its answer which rows they met. */
import { type NamaTab, tabBernama } from '#domain/kolom/tab.ts';
import { rentangBaris } from './a1.ts';
import { type Baris, bacaTajuk, type Tajuk, teksSel } from './baca.ts';
import { GalatPengguna } from './galat.ts';
import { spreadsheets } from './layanan.ts';
import { type BarisDiubah, KOLOM_JEJAK, type Permintaan, permintaanUbah } from './permintaan.ts';

/** Where things were when they were read. */
export interface Letak {
  readonly idBuku: string;
  readonly tajuk: ReadonlyMap<NamaTab, Tajuk>;
  /** Row numbers by tab and key. */
  readonly nomor: ReadonlyMap<NamaTab, ReadonlyMap<string, number>>;
  readonly sistem: Readonly<Record<string, string>>;
}

/** One write that met another row than meant. */
export interface Salah {
  readonly meleset: BarisDiubah;
  /** Key of the row that was hit; empty for an empty row. */
  readonly kena: string;
  /** Position in `Jejak`, from 0. */
  readonly urutan: number;
}

export function nomorBaris(letak: Pick<Letak, 'nomor'>, tab: NamaTab, kunci: string): number {
  const nomor = letak.nomor.get(tab)?.get(kunci);
  if (nomor === undefined)
    throw new GalatPengguna(`Baris "${kunci}" di tab "${tab}" tidak ditemukan; mungkin terhapus.`);
  return nomor;
}

/** One atomic batch: rows with their traces, then `tambahan`. Says which rows were missed and whether columns moved. */
export function kirim(
  letak: Letak,
  baris: readonly BarisDiubah[],
  tambahan: readonly Permintaan[],
): { salah: Salah[]; pindah: boolean } {
  const requests = [...permintaanUbah(baris, letak.tajuk, Utilities.getUuid()), ...tambahan];
  if (requests.length === 0) return { salah: [], pindah: false };
  const tab = [
    ...new Set([...baris.map((satu) => satu.tab), ...(letak.tajuk.has('Kasus') ? (['Kasus'] as const) : [])]),
  ];
  const jejak = baris.length > 0 ? [`Jejak!A2:D${baris.length + 1}`] : [];
  const jawab = spreadsheets().batchUpdate(
    {
      requests,
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: [...tab.map((nama) => rentangBaris(nama, 1)), ...jejak],
    },
    letak.idBuku,
  );
  const lembar = jawab.updatedSpreadsheet?.sheets ?? [];
  const isi = (nama: string) => lembar.find(({ properties }) => properties?.title === nama)?.data?.[0]?.rowData ?? [];
  const pindah = tab.some((nama) =>
    tajukPindah(letak.tajuk.get(nama), bacaTajuk(tabBernama(nama), selTeks(isi(nama)[0]))),
  );
  return { pindah, salah: temukanSalah(letak, baris, isi('Jejak')) };
}

type BarisSel = GoogleAppsScript.Sheets.Schema.RowData | undefined;

const selTeks = (baris: BarisSel): string[] =>
  (baris?.values ?? []).map(({ effectiveValue }) =>
    teksSel(effectiveValue?.stringValue ?? effectiveValue?.numberValue),
  );

const tajukPindah = (dulu: Tajuk | undefined, kini: Tajuk): boolean =>
  dulu !== undefined && [...dulu].some(([id, indeks]) => kini.has(id) && kini.get(id) !== indeks);

/** The key column stands first in every tab of the schema; column D of `Jejak` is its copy. */
function temukanSalah(letak: Letak, baris: readonly BarisDiubah[], jejak: readonly BarisSel[]): Salah[] {
  return baris.flatMap((meleset, urutan) => {
    const kunciPertama = letak.tajuk.get(meleset.tab)?.get(tabBernama(meleset.tab).kunci) === 0;
    const kena = selTeks(jejak[urutan])[KOLOM_JEJAK] ?? '';
    return kena === meleset.kunci || !kunciPertama ? [] : [{ meleset, kena, urutan }];
  });
}

export const nomorMenurutKunci = (
  baris: readonly { nomor: number; isi: Baris }[],
  kunci: string,
): Map<string, number> =>
  new Map(baris.map(({ nomor, isi }) => [isi[kunci] ?? '', nomor] as const).filter(([isi]) => isi !== ''));
