/** Which columns of a tab have lost their text format or their choices. The row below the header stands for a column. */
import { rentangBaris } from '../google/a1.ts';
import { spreadsheets } from '../google/layanan.ts';
import { aturanPilihan } from '../google/permintaan.ts';
import { formatTeks, pilihanKolom } from './bentuk-tab.ts';
import type { Lapor, Lembar, Wujud } from './perbaiki-buku.ts';

type Sel = GoogleAppsScript.Sheets.Schema.CellData;

/** The second rows of sheets, by sheet id. */
export function bacaContoh(id: string, lembar: readonly (Lembar | undefined)[]): ReadonlyMap<number, readonly Sel[]> {
  const ranges = lembar.flatMap((satu) =>
    (satu?.properties?.gridProperties?.rowCount ?? 0) > 1 ? [rentangBaris(satu?.properties?.title ?? '', 2)] : [],
  );
  if (ranges.length === 0) return new Map();
  const { sheets = [] } = spreadsheets().get(id, {
    ranges,
    fields:
      'sheets(properties.sheetId,data.rowData.values(dataValidation.condition,userEnteredFormat.numberFormat.type))',
  });
  return new Map(
    sheets.map(({ properties, data }) => [properties?.sheetId ?? -1, data?.[0]?.rowData?.[0]?.values ?? []]),
  );
}

/** @param contoh the tab's second row; undefined where it has none to look at */
export function bentukHilang({ sheetId, tab }: Wujud, contoh: readonly Sel[] | undefined, lapor: Lapor): void {
  if (!contoh) return;
  const kurang = (isHilang: (sel: Sel | undefined, pilihan: readonly string[]) => boolean) =>
    tab.kolom
      .map(({ id, pilihan = [] }, i) => ({ id, i, pilihan }))
      .filter(({ i, pilihan }) => isHilang(contoh[i], pilihan));
  const nama = (kolom: readonly { id: string }[]) => `kolom ${kolom.map(({ id }) => id).join(', ')}`;
  const teks = kurang((sel) => sel?.userEnteredFormat?.numberFormat?.type !== 'TEXT');
  lapor(
    `Format teks ${nama(teks)}`,
    teks.map(({ i }) => formatTeks(sheetId, i, i + 1)),
  );
  const pilihan = kurang(
    (sel, mau) => mau.length > 0 && isiPilihan(sel?.dataValidation) !== isiPilihan(aturanPilihan(mau)),
  );
  lapor(
    `Pilihan ${nama(pilihan)}`,
    pilihan.map(({ i, pilihan: mau }) => pilihanKolom(sheetId, i, mau)),
  );
}

const isiPilihan = (aturan: GoogleAppsScript.Sheets.Schema.DataValidationRule | undefined): string =>
  (aturan?.condition?.values ?? []).map(({ userEnteredValue }) => userEnteredValue).join('\n');
