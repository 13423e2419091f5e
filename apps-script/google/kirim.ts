/** Sends one atomic batch of row changes and reads from its answer which rows they met and where the columns were. */
import { type NamaTab, tabBernama } from '#domain/kolom/tab.ts';
import { hurufKolom, rentangBaris } from './a1.ts';
import { type Baris, type Tajuk, teksSel } from './baca.ts';
import { GalatPengguna } from './galat.ts';
import { spreadsheets } from './layanan.ts';
import { type BarisDiubah, KOLOM_JEJAK, type Permintaan, permintaanUbah } from './permintaan.ts';
import { samaLetak, tajukSekarang } from './tajuk-kini.ts';

/** Where things were when they were read. */
export interface Letak {
  readonly idBuku: string;
  readonly tajuk: ReadonlyMap<NamaTab, Tajuk>;
  /** Row numbers by tab and key. */
  readonly nomor: ReadonlyMap<NamaTab, ReadonlyMap<string, number>>;
  readonly sistem: Readonly<Record<string, string>>;
  /** Rows whose key cell does not show their key: what it shows, by `namaTampak`. */
  readonly tampak?: ReadonlyMap<string, string>;
}

export const namaTampak = (tab: NamaTab, kunci: string): string => `${tab}\n${kunci}`;

/** What the answer of a batch tells. */
export interface HasilKirim {
  /** Per changed row, whether another row was hit. */
  readonly meleset: readonly boolean[];
  /** The columns of tabs in which they are elsewhere than was read. */
  readonly pindah: ReadonlyMap<NamaTab, Tajuk>;
}

export const galatHilang = (tab: NamaTab, kunci: string): GalatPengguna =>
  new GalatPengguna(`Baris "${kunci}" di tab "${tab}" tidak ditemukan; mungkin terhapus.`);

export function nomorBaris(letak: Pick<Letak, 'nomor'>, tab: NamaTab, kunci: string): number {
  const nomor = letak.nomor.get(tab)?.get(kunci);
  if (nomor === undefined) throw galatHilang(tab, kunci);
  return nomor;
}

/** Where the key of a tab stands. */
export const letakKunci = (tajuk: ReadonlyMap<NamaTab, Tajuk>, tab: NamaTab): number =>
  tajuk.get(tab)?.get(tabBernama(tab).kunci) ?? 0;

/** One atomic batch: rows with their traces, then `tambahan`. */
export function kirim(letak: Letak, baris: readonly BarisDiubah[], tambahan: readonly Permintaan[]): HasilKirim {
  const requests = [...permintaanUbah(baris, letak.tajuk, Utilities.getUuid()), ...tambahan];
  if (requests.length === 0) return { meleset: [], pindah: new Map() };
  const tab = [
    ...new Set([...baris.map((satu) => satu.tab), ...(letak.tajuk.has('Kasus') ? (['Kasus'] as const) : [])]),
  ];
  const kolom = Math.max(0, ...baris.map((satu) => letakKunci(letak.tajuk, satu.tab)));
  const jejak = baris.length > 0 ? [`Jejak!A2:${hurufKolom(KOLOM_JEJAK + kolom)}${baris.length + 1}`] : [];
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
  const pindah = new Map<NamaTab, Tajuk>();
  for (const nama of tab) {
    const dulu = letak.tajuk.get(nama) ?? new Map<string, number>();
    const kini = tajukSekarang(tabBernama(nama), selTeks(isi(nama)[0]), dulu);
    if (!samaLetak(dulu, kini)) pindah.set(nama, kini);
  }
  const jejakKini = isi('Jejak');
  const meleset = baris.map(({ tab: nama, kunci, tampak = kunci }, i) => {
    if (pindah.has(nama)) return true;
    return (selTeks(jejakKini[i])[KOLOM_JEJAK + letakKunci(letak.tajuk, nama)] ?? '') !== tampak;
  });
  return { meleset, pindah };
}

type BarisSel = GoogleAppsScript.Sheets.Schema.RowData | undefined;

const selTeks = (baris: BarisSel): string[] =>
  (baris?.values ?? []).map(({ effectiveValue }) =>
    teksSel(effectiveValue?.stringValue ?? effectiveValue?.numberValue),
  );

export const nomorMenurutKunci = (
  baris: readonly { nomor: number; isi: Baris }[],
  kunci: string,
): Map<string, number> =>
  new Map(baris.map(({ nomor, isi }) => [isi[kunci] ?? '', nomor] as const).filter(([isi]) => isi !== ''));
