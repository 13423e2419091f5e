/** Reads tabs of a workbook through the advanced Sheets service: any number of ranges in one call, all cells as text. */
import { type NamaTab, type Tab, tabBernama } from '#domain/kolom/tab.ts';
import { rentangBaris, rentangKolom, rentangTab } from './a1.ts';
import { GalatPengguna, galatTajuk } from './galat.ts';
import { values } from './layanan.ts';

export type Baris = Record<string, string>;

/** Where the columns of a tab are: found by header text on every read. */
export type Tajuk = ReadonlyMap<string, number>;

export interface IsiTab {
  readonly tajuk: Tajuk;
  /** Rows with their numbers (from 1). Empty rows are left out. */
  readonly baris: readonly { readonly nomor: number; readonly isi: Baris }[];
}

/** What to read of a tab: everything, the header, single rows, or whole columns. */
export type Minta =
  | { readonly tab: NamaTab; readonly ambil: 'semua' | 'tajuk' }
  | { readonly tab: NamaTab; readonly baris: readonly number[] }
  | { readonly tab: NamaTab; readonly kolom: readonly string[] };

type Sel = string | number | boolean | null | undefined;

/**
 * A cell as text. A long number has lost digits already; written as a number with an exponent, the rules name the
 * damage instead of passing on a wrong NIK.
 */
export function teksSel(sel: Sel): string {
  if (sel === null || sel === undefined) return '';
  if (typeof sel === 'number') return Math.abs(sel) >= 1e15 ? sel.toExponential() : String(sel);
  if (typeof sel === 'boolean') return sel ? 'TRUE' : 'FALSE';
  return sel;
}

/** @throws GalatPengguna that names every missing or doubled header */
export function bacaTajuk(tab: Tab, barisTajuk: readonly Sel[]): Tajuk {
  const tajuk = new Map<string, number>();
  const kembar = new Set<string>();
  barisTajuk.forEach((sel, indeks) => {
    const teks = teksSel(sel).trim();
    if (tajuk.has(teks)) kembar.add(teks);
    else if (teks !== '') tajuk.set(teks, indeks);
  });
  const hilang = tab.kolom.map(({ id }) => id).filter((id) => !tajuk.has(id) || kembar.has(id));
  if (hilang.length > 0) throw galatTajuk(tab.nama, hilang);
  return tajuk;
}

function keBaris(tajuk: Tajuk, tab: Tab, sel: readonly Sel[]): Baris {
  return Object.fromEntries(tab.kolom.map(({ id }) => [id, teksSel(sel[tajuk.get(id) ?? -1])]));
}

/** Reads what is asked, in one call unless columns have been moved; the answers are in the order of the questions. */
export function baca(idBuku: string, minta: readonly Minta[]): IsiTab[] {
  const rentang = minta.map((satu) => rentangMinta(satu));
  const jawab = ambil(idBuku, rentang.flat());
  let awal = 0;
  return minta.map((satu, i) => {
    const bagian = jawab.slice(awal, awal + (rentang[i]?.length ?? 0));
    awal += bagian.length;
    return susun(idBuku, satu, bagian);
  });
}

function ambil(idBuku: string, ranges: string[]): Sel[][][] {
  const jawab = values().batchGet(idBuku, { ranges, valueRenderOption: 'UNFORMATTED_VALUE' });
  return (jawab.valueRanges ?? []).map((rentang) => (rentang.values ?? []) as Sel[][]);
}

/** The header comes first unless the whole tab is read; columns are asked for where the schema has them. */
function rentangMinta(minta: Minta): string[] {
  const tajuk = rentangBaris(minta.tab, 1);
  if ('ambil' in minta) return [minta.ambil === 'semua' ? rentangTab(minta.tab) : tajuk];
  if ('baris' in minta)
    return [tajuk, ...blok(minta.baris).map(([dari, sampai]) => rentangBaris(minta.tab, dari, sampai))];
  return [tajuk, ...minta.kolom.map((id) => rentangKolom(minta.tab, letakSkema(minta.tab, id)))];
}

const letakSkema = (nama: NamaTab, id: string) => tabBernama(nama).kolom.findIndex((kolom) => kolom.id === id);

/** Consecutive row numbers as ranges. */
function blok(nomor: readonly number[]): [number, number][] {
  const hasil: [number, number][] = [];
  for (const satu of [...nomor].sort((a, b) => a - b)) {
    const akhir = hasil.at(-1);
    if (akhir && satu <= akhir[1] + 1) akhir[1] = Math.max(akhir[1], satu);
    else hasil.push([satu, satu]);
  }
  return hasil;
}

function susun(idBuku: string, minta: Minta, bagian: Sel[][][]): IsiTab {
  const tab = tabBernama(minta.tab);
  const tajuk = bacaTajuk(tab, bagian[0]?.[0] ?? []);
  if ('kolom' in minta) return susunKolom(idBuku, minta, tajuk, bagian.slice(1));
  const potongan: [number, Sel[][]][] =
    'baris' in minta
      ? blok(minta.baris).map(([dari], i) => [dari, bagian[i + 1] ?? []])
      : [[2, minta.ambil === 'semua' ? (bagian[0] ?? []).slice(1) : []]];
  const baris = potongan.flatMap(([dari, isi]) =>
    isi.map((sel, i) => ({ nomor: dari + i, isi: keBaris(tajuk, tab, sel) })),
  );
  return { tajuk, baris: baris.filter(({ isi }) => Object.values(isi).some((teks) => teks !== '')) };
}

function susunKolom(
  idBuku: string,
  minta: { tab: NamaTab; kolom: readonly string[] },
  tajuk: Tajuk,
  isi: Sel[][][],
): IsiTab {
  const pindah = minta.kolom.some((id) => tajuk.get(id) !== letakSkema(minta.tab, id));
  const kolom = pindah
    ? ambil(
        idBuku,
        minta.kolom.map((id) => rentangKolom(minta.tab, tajuk.get(id) ?? 0)),
      )
    : isi;
  const panjang = Math.max(0, ...kolom.map((satu) => satu.length));
  const baris = Array.from({ length: panjang }, (_, i) => ({
    nomor: i + 2,
    isi: Object.fromEntries(minta.kolom.map((id, k) => [id, teksSel(kolom[k]?.[i]?.[0])])),
  }));
  return { tajuk, baris };
}

/** Row numbers of cells in a tab that match `pola` (a regular expression over the whole cell), found by Google. */
export function cariBaris(tab: NamaTab, pola: string): number[] {
  const lembar = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  if (!lembar) throw new GalatPengguna(`Tab "${tab}" tidak ada. Pulihkan lewat menu Usulan PBI > Perbaiki register.`);
  const ketemu = cari(lembar, pola);
  return [...new Set(ketemu.map((rentang) => rentang.getRow()))].filter((nomor) => nomor > 1);
}

type DapatDicari = Pick<GoogleAppsScript.Spreadsheet.Sheet, 'createTextFinder'>;

const cari = (tempat: DapatDicari, pola: string): GoogleAppsScript.Spreadsheet.Range[] =>
  tempat.createTextFinder(`^(${pola})$`).useRegularExpression(true).matchEntireCell(true).matchCase(true).findAll();

/** The same in every tab at once: row numbers by tab. One service call. */
export function cariDiSemuaTab(pola: string): ReadonlyMap<string, number[]> {
  const buku = SpreadsheetApp.getActiveSpreadsheet();
  const perTab = new Map<string, Set<number>>();
  for (const rentang of cari(buku, pola)) {
    const tab = rentang.getSheet().getName();
    if (rentang.getRow() > 1) perTab.set(tab, (perTab.get(tab) ?? new Set()).add(rentang.getRow()));
  }
  return new Map([...perTab].map(([tab, nomor]) => [tab, [...nomor]]));
}

/** Text as a literal inside `cariBaris`. */
export const harfiah = (teks: string): string => teks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
