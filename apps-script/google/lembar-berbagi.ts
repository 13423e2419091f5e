/** Spreadsheets of other offices: their tabs are read as a whole in one call, new rows appended, cells changed by key. */
import type { Tab } from '#domain/kolom/tab.ts';
import type { RencanaBerbagi } from '#usecase/berbagi-jawab.ts';
import type { BarisBerbagi } from '#usecase/proyeksi.ts';
import { rentangBaris, rentangKolom, rentangTab } from './a1.ts';
import { bacaTajuk, type Tajuk, teksSel } from './baca.ts';
import { GalatPengguna } from './galat.ts';
import { spreadsheets, values } from './layanan.ts';
import { type Permintaan, selBaru, ubahSel } from './permintaan.ts';

/** A tab of another office's spreadsheet. */
export interface LembarBerbagi {
  readonly idLembar: number;
  readonly tab: Tab;
  readonly tajuk: Tajuk;
  readonly baris: readonly { readonly nomor: number; readonly isi: BarisBerbagi }[];
}

type Sel = string | number | boolean;

/** A tab to be read. */
export interface TabDibaca {
  readonly idLembar: number;
  readonly tab: Tab;
  /** Rows that never change: only which there are is read, of a key that stands in the first column. */
  readonly hanyaKunci?: boolean;
}

/** All in one call. @throws GalatPengguna when a header is missing */
export function bacaLembarBerbagi(id: string, tab: readonly TabDibaca[]): LembarBerbagi[] {
  const rentang = tab.map(({ tab: { nama }, hanyaKunci }) =>
    hanyaKunci ? [rentangKolom(nama, 0), rentangBaris(nama, 1)] : [rentangTab(nama)],
  );
  const jawab = values().batchGet(id, { ranges: rentang.flat(), valueRenderOption: 'UNFORMATTED_VALUE' });
  let awal = 0;
  return tab.map(({ idLembar, tab: skema, hanyaKunci }, i) => {
    const milik = (jawab.valueRanges ?? []).slice(awal, awal + (rentang[i]?.length ?? 0));
    awal += milik.length;
    // The header is the first row of the last range: of the whole tab, or of its own.
    const tajuk = bacaTajuk(skema, (milik.at(-1)?.values?.[0] ?? []) as Sel[]);
    const isi = (milik[0]?.values ?? []).slice(hanyaKunci ? 0 : 1) as Sel[][];
    const baris = isi.map((sel, urut) => ({
      nomor: urut + 2,
      isi: Object.fromEntries(skema.kolom.map((k) => [k.id, teksSel(sel[tajuk.get(k.id) ?? -1])])),
    }));
    // Without its keys every row would seem to be missing.
    if (hanyaKunci && tajuk.get(skema.kunci) !== 0) throw galatKunciPindah(skema);
    return { idLembar, tab: skema, tajuk, baris: baris.filter(({ isi: satu }) => satu[skema.kunci] !== '') };
  });
}

const galatKunciPindah = ({ nama, kunci }: Tab): GalatPengguna =>
  new GalatPengguna(`Kolom "${kunci}" di tab "${nama}" harus kolom pertama; kembalikan ke tempatnya.`);

/**
 * The requests that bring one tab up to date; none when nothing changes.
 * @param urut by keys: where new rows belong among those that stand there; without it they go to the end
 */
export function permintaanLembar(
  lembar: LembarBerbagi,
  { ubah, tambah }: RencanaBerbagi,
  urut: (a: string, b: string) => number = () => 1,
): Permintaan[] {
  const { idLembar, tab, tajuk, baris } = lembar;
  const nomor = new Map(baris.map(({ nomor: n, isi }) => [isi[tab.kunci] ?? '', n]));
  const requests = ubah.flatMap(({ tiket, nilai }) => {
    const n = nomor.get(tiket);
    return n === undefined ? [] : ubahSel(idLembar, n, [nilai], tajuk);
  });
  const perTempat = new Map<number, BarisBerbagi[]>();
  for (const satu of tambah) {
    const di = baris.find(({ isi }) => urut(satu[tab.kunci] ?? '', isi[tab.kunci] ?? '') < 0)?.nomor ?? DI_AKHIR;
    const bersama = perTempat.get(di);
    if (bersama) bersama.push(satu);
    else perTempat.set(di, [satu]);
  }
  // From below, so that the row numbers above still hold.
  const tempat = [...perTempat].sort(([a], [b]) => b - a);
  return [...requests, ...tempat.flatMap(([di, semua]) => barisBaru(lembar, di, semua))];
}

const DI_AKHIR = Number.POSITIVE_INFINITY;

/** New rows above row `di`: what people type moves with its row. */
function barisBaru({ idLembar, tab, tajuk }: LembarBerbagi, di: number, baris: readonly BarisBerbagi[]): Permintaan[] {
  const rows = baris.map((satu) => ({ values: selBaru(tab, satu, tajuk) }));
  const fields = 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation';
  if (di === DI_AKHIR) return [{ appendCells: { sheetId: idLembar, rows, fields } }];
  const rowIndex = di - 1;
  const range = { sheetId: idLembar, dimension: 'ROWS', startIndex: rowIndex, endIndex: rowIndex + rows.length };
  return [
    { insertDimension: { range, inheritFromBefore: false } },
    { updateCells: { start: { sheetId: idLembar, rowIndex, columnIndex: 0 }, rows, fields } },
  ];
}

/** One atomic batch; nothing is sent when nothing changes. */
export function tulisLembarBerbagi(id: string, requests: readonly Permintaan[]): void {
  if (requests.length > 0) spreadsheets().batchUpdate({ requests: [...requests] }, id);
}
