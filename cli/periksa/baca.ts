/** Reads an office as it stands: cells keep their types, because a NIK that is a number is a finding. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { asking } from '../google/persist.ts';
import { quoted } from '../google/tab.ts';
import type { Office } from '../google/target.ts';

type Sel = string | number | boolean;

export type Baris = Readonly<Record<string, string>>;

/** A tab as it stands in a workbook. */
export interface IsiTab {
  readonly tajuk: readonly string[];
  /** Below the header, from row 2. */
  readonly sel: readonly (readonly Sel[])[];
}

/** Long tabs are read in parts: an answer of all of it would be as large as the workbook. */
const BARIS_SEKALI = 5_000;

/**
 * Values of tabs, all at one moment.
 * @param penuh whether more than the header is of interest
 */
export async function bacaTab(
  office: Pick<Office, 'sheets'>,
  spreadsheetId: string,
  nama: readonly string[],
  penuh: (nama: string) => boolean = () => true,
): Promise<Map<string, IsiTab>> {
  const rentang = nama.map((satu) => (penuh(satu) ? quoted(satu) : `${quoted(satu)}!1:1`));
  const nilai = await bacaRentang(office, spreadsheetId, rentang);
  return new Map(nama.map((satu, i) => [satu, keTab(nilai[i] ?? [])]));
}

const keTab = ([tajuk = [], ...sel]: readonly (readonly Sel[])[]): IsiTab => ({ tajuk: tajuk.map(String), sel });

/** Values of ranges as they are kept. */
async function bacaRentang(
  { sheets }: Pick<Office, 'sheets'>,
  spreadsheetId: string,
  ranges: string[],
): Promise<Sel[][][]> {
  if (ranges.length === 0) return [];
  const minta = { spreadsheetId, ranges, valueRenderOption: 'UNFORMATTED_VALUE' };
  const { valueRanges = [] } = await asking(
    (options) => sheets.spreadsheets.values.batchGet(minta, options),
    (data) => data.valueRanges?.length === ranges.length,
  );
  return valueRanges.map(({ values }) => (values ?? []) as Sel[][]);
}

/** Rows of a long tab in parts, the header known. */
export async function* bacaPanjang(
  office: Pick<Office, 'sheets'>,
  spreadsheetId: string,
  nama: string,
  banyak: number,
): AsyncGenerator<Baris[]> {
  const [[tajuk = []] = []] = await bacaRentang(office, spreadsheetId, [`${quoted(nama)}!1:1`]);
  for (let dari = 2; dari <= banyak; dari += BARIS_SEKALI) {
    const sampai = Math.min(banyak, dari + BARIS_SEKALI - 1);
    const [sel = []] = await bacaRentang(office, spreadsheetId, [`${quoted(nama)}!${dari}:${sampai}`]);
    yield keBaris({ tajuk: tajuk.map(String), sel });
  }
}

/** Rows by header text; rows without anything in them are left out. */
const keBaris = ({ tajuk, sel }: IsiTab): Baris[] =>
  sel
    .filter((satu) => satu.some((isi) => isi !== ''))
    .map((satu) => Object.fromEntries(tajuk.map((nama, i) => [nama, String(satu[i] ?? '')])));

export const barisTab = (tab: ReadonlyMap<string, IsiTab>, nama: string): Baris[] => {
  const isi = tab.get(nama);
  return isi ? keBaris(isi) : [];
};

/** Which sheets a workbook has, how large they are, and its time zone and locale. */
export const bacaSusunan = (
  { sheets }: Pick<Office, 'sheets'>,
  spreadsheetId: string,
): Promise<sheets_v4.Schema$Spreadsheet> =>
  asking(
    (options) =>
      sheets.spreadsheets.get(
        {
          spreadsheetId,
          fields: 'properties(timeZone,locale),sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)))',
        },
        options,
      ),
    (data) => data.sheets !== undefined,
  );
