/** The spreadsheet shared with BPJS: read as a whole, new rows appended, cells changed by ticket. */
import { BERBAGI_BPJS } from '#domain/kolom/tab.ts';
import type { BarisBpjs, RencanaBpjs } from '#usecase/bpjs.ts';
import { rentangTab } from './a1.ts';
import { bacaTajuk, type Tajuk, teksSel } from './baca.ts';
import { spreadsheets, values } from './layanan.ts';
import { type Permintaan, selBaru, ubahSel } from './permintaan.ts';

/** The sheet id of its only tab, fixed at set-up. */
export const ID_LEMBAR_BPJS = 200;

export interface LembarBpjs {
  readonly id: string;
  readonly tajuk: Tajuk;
  readonly baris: readonly { readonly nomor: number; readonly isi: BarisBpjs }[];
}

/** @throws GalatPengguna when a header is missing */
export function bacaLembarBpjs(id: string): LembarBpjs {
  const jawab = values().get(id, rentangTab(BERBAGI_BPJS.nama), { valueRenderOption: 'UNFORMATTED_VALUE' });
  const [kepala = [], ...isi] = (jawab.values ?? []) as (string | number | boolean)[][];
  const tajuk = bacaTajuk(BERBAGI_BPJS, kepala);
  const baris = isi.map((sel, i) => ({
    nomor: i + 2,
    isi: Object.fromEntries(BERBAGI_BPJS.kolom.map((k) => [k.id, teksSel(sel[tajuk.get(k.id) ?? -1])])),
  }));
  return { id, tajuk, baris: baris.filter(({ isi: satu }) => satu['tiket'] !== '') };
}

/** One atomic batch; nothing is sent when nothing changes. @returns whether something was written */
export function tulisLembarBpjs(lembar: LembarBpjs, { ubah, tambah }: RencanaBpjs): boolean {
  const nomor = new Map(lembar.baris.map(({ nomor: n, isi }) => [isi['tiket'] ?? '', n]));
  const requests: Permintaan[] = ubah.flatMap(({ tiket, nilai }) =>
    nomor.has(tiket) ? ubahSel(ID_LEMBAR_BPJS, nomor.get(tiket) ?? 0, nilai, lembar.tajuk) : [],
  );
  if (tambah.length > 0) {
    requests.push({
      appendCells: {
        sheetId: ID_LEMBAR_BPJS,
        rows: tambah.map((satu) => ({ values: selBaru(BERBAGI_BPJS, satu, lembar.tajuk) })),
        fields: 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation',
      },
    });
  }
  if (requests.length === 0) return false;
  spreadsheets().batchUpdate({ requests }, lembar.id);
  return true;
}
