/** A plan as requests of one `spreadsheets.batchUpdate`. Values are always typed text: a NIK stays sixteen characters. */
import { idTab, type NamaTab, type Tab, tabBernama } from '#domain/kolom/tab.ts';
import { KUNCI_SISTEM } from '#usecase/potret.ts';
import type { TambahBaris } from '#usecase/rencana.ts';
import type { Baris, Tajuk } from './baca.ts';

export type Permintaan = GoogleAppsScript.Sheets.Schema.Request;
type Sel = GoogleAppsScript.Sheets.Schema.CellData;

/** What a cell is to hold. Text always, except where a cell of another row is put back exactly as it was. */
export type Nilai = string | number | boolean;

/** A row to change, with the number it had when it was read (from 1). */
export interface BarisDiubah {
  readonly tab: NamaTab;
  readonly kunci: string;
  readonly nomor: number;
  /** By column id; `#7` is the column at index 7, for a column that has no header. */
  readonly nilai: Readonly<Record<string, Nilai>>;
  /** What the key cell shows just now, if that is not the key: somebody typed over it. */
  readonly tampak?: string;
}

/** The first columns of `Jejak`: which commit, which tab, which key was meant; the row's old cells follow. */
export const KOLOM_JEJAK = 3;

const sel = (nilai: Nilai): Sel => {
  if (typeof nilai === 'number') return { userEnteredValue: { numberValue: nilai } };
  if (typeof nilai === 'boolean') return { userEnteredValue: { boolValue: nilai } };
  return nilai === '' ? {} : { userEnteredValue: { stringValue: nilai } };
};

const TEKS = { numberFormat: { type: 'TEXT', pattern: '@' } };

/** The same cells of neighbouring rows as few requests as there are runs of neighbouring columns. */
export function ubahSel(
  idLembar: number,
  nomor: number,
  baris: readonly BarisDiubah['nilai'][],
  tajuk: Tajuk,
): Permintaan[] {
  const kolom = Object.keys(baris[0] ?? {})
    .map((id) => ({ id, indeks: id.startsWith('#') ? Number(id.slice(1)) : (tajuk.get(id) ?? -1) }))
    .filter(({ indeks }) => indeks >= 0)
    .sort((a, b) => a.indeks - b.indeks);
  const runtun: { mulai: number; id: string[] }[] = [];
  for (const { id, indeks } of kolom) {
    const akhir = runtun.at(-1);
    if (akhir && akhir.mulai + akhir.id.length === indeks) akhir.id.push(id);
    else runtun.push({ mulai: indeks, id: [id] });
  }
  return runtun.map(({ mulai, id }) => ({
    updateCells: {
      start: { sheetId: idLembar, rowIndex: nomor - 1, columnIndex: mulai },
      rows: baris.map((satu) => ({ values: id.map((kunci) => sel(satu[kunci] ?? '')) })),
      fields: 'userEnteredValue',
    },
  }));
}

/** Changes of rows, each preceded by a copy of the row as it is at that very moment into `Jejak`. */
export function permintaanUbah(
  ubah: readonly BarisDiubah[],
  tajuk: ReadonlyMap<NamaTab, Tajuk>,
  komit: string,
): Permintaan[] {
  const kunci = (satu: BarisDiubah) => Object.keys(satu.nilai).sort().join(' ');
  const blok = bertetangga(ubah, (a, b) => kunci(a) === kunci(b));
  return [
    ...salinJejak(ubah, komit),
    ...blok.flatMap((baris) => {
      const [{ tab, nomor }] = baris;
      const nilai = baris.map((satu) => satu.nilai);
      return ubahSel(idTab(tab), nomor, nilai, tajuk.get(tab) ?? new Map());
    }),
  ];
}

type Blok = [BarisDiubah, ...BarisDiubah[]];

/** Runs of rows that stand below each other: a thousand of them cost as much as one. */
function bertetangga(ubah: readonly BarisDiubah[], sama: (a: BarisDiubah, b: BarisDiubah) => boolean): Blok[] {
  const blok: Blok[] = [];
  for (const satu of ubah) {
    const akhir = blok.at(-1);
    const atas = akhir?.at(-1);
    if (akhir && atas && atas.tab === satu.tab && atas.nomor + 1 === satu.nomor && sama(atas, satu)) akhir.push(satu);
    else blok.push([satu]);
  }
  return blok;
}

/** Whole rows, as wide as the tab is at that moment: a column may have come in since it was read. */
function salinJejak(ubah: readonly BarisDiubah[], komit: string): Permintaan[] {
  if (ubah.length === 0) return [];
  const jejak = idTab('Jejak');
  const tulis: Permintaan = {
    updateCells: {
      start: { sheetId: jejak, rowIndex: 1, columnIndex: 0 },
      rows: ubah.map(({ tab, kunci }) => ({ values: [sel(komit), sel(tab), sel(kunci)] })),
      fields: 'userEnteredValue',
    },
  };
  let tujuan = 1;
  const salin = bertetangga(ubah, () => true).map((baris): Permintaan => {
    const [{ tab, nomor }] = baris;
    const source = {
      sheetId: idTab(tab),
      startRowIndex: nomor - 1,
      endRowIndex: nomor - 1 + baris.length,
      startColumnIndex: 0,
    };
    const destination = petak(jejak, tujuan, KOLOM_JEJAK, 1, 1);
    tujuan += baris.length;
    return { copyPaste: { source, destination, pasteType: 'PASTE_VALUES' } };
  });
  return [tulis, ...salin];
}

const lebarTajuk = (tajuk: Tajuk | undefined): number => Math.max(0, ...(tajuk ? [...tajuk.values()] : [])) + 1;

function petak(sheetId: number, baris: number, kolom: number, tinggi: number, lebar: number) {
  return {
    sheetId,
    startRowIndex: baris,
    endRowIndex: baris + tinggi,
    startColumnIndex: kolom,
    endColumnIndex: kolom + lebar,
  };
}

/** New rows, one request a tab; each cell brings its text format and its dropdown, so that row 10,001 is like row 2. */
export function permintaanTambah(tambah: readonly TambahBaris[], tajuk: ReadonlyMap<NamaTab, Tajuk>): Permintaan[] {
  const perTab = new Map<NamaTab, Baris[]>();
  for (const { tab, nilai } of tambah) {
    const baris = perTab.get(tab);
    if (baris) baris.push(nilai);
    else perTab.set(tab, [nilai]);
  }
  return [...perTab].map(([nama, baris]) => ({
    appendCells: {
      sheetId: idTab(nama),
      rows: baris.map((satu) => ({ values: selBaru(tabBernama(nama), satu, tajuk.get(nama) ?? new Map()) })),
      fields: 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation',
    },
  }));
}

export function selBaru(tab: Tab, baris: Baris, tajuk: Tajuk): Sel[] {
  const sel: Sel[] = Array.from({ length: lebarTajuk(tajuk) }, () => ({ userEnteredFormat: TEKS }));
  for (const { id, pilihan } of tab.kolom) {
    const indeks = tajuk.get(id);
    if (indeks === undefined) continue;
    const isi = baris[id] ?? '';
    sel[indeks] = {
      userEnteredFormat: TEKS,
      ...(isi === '' ? {} : { userEnteredValue: { stringValue: isi } }),
      ...(pilihan ? { dataValidation: aturanPilihan(pilihan) } : {}),
    };
  }
  return sel;
}

/** A dropdown that refuses other input. */
export const aturanPilihan = (pilihan: readonly string[]): GoogleAppsScript.Sheets.Schema.DataValidationRule => ({
  condition: { type: 'ONE_OF_LIST', values: pilihan.map((userEnteredValue) => ({ userEnteredValue })) },
  strict: true,
  showCustomUi: true,
  inputMessage: `Pilih: ${pilihan.join(', ')}.`,
});

/**
 * The whole tab `Sistem`, keys and values together: however its rows were moved since they were read, every marker ends
 * beside its own key.
 */
export function permintaanSistem(sistem: Readonly<Record<string, string>>): Permintaan {
  const rows = Object.entries(KUNCI_SISTEM).map(([kunci, keterangan]) => ({
    values: [sel(kunci), sel(sistem[kunci] ?? ''), sel(keterangan)],
  }));
  return {
    updateCells: {
      start: { sheetId: idTab('Sistem'), rowIndex: 1, columnIndex: 0 },
      rows,
      fields: 'userEnteredValue',
    },
  };
}
