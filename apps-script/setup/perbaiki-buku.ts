/** Makes a workbook's tabs what they have to be, and repairs exactly what is missing. One way for every workbook. */
import type { Tab } from '#domain/kolom/tab.ts';
import { spreadsheets } from '../google/layanan.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { bacaContoh, bentukHilang } from './bentuk-hilang.ts';
import { bentukTab, tajukTab } from './bentuk-tab.ts';
import { perbaikiTajuk } from './tajuk.ts';

export type Lembar = GoogleAppsScript.Sheets.Schema.Sheet;

/** How a tab has to be. */
export interface Wujud {
  readonly sheetId: number;
  readonly tab: Tab;
  /** What a new one begins with. */
  readonly sifat: GoogleAppsScript.Sheets.Schema.SheetProperties;
  /** Requests that lock or fence it. */
  readonly pagar: readonly Permintaan[];
  /** What only a new one gets. */
  readonly hiasan?: readonly Permintaan[];
}

/** Adds requests under the name of what they restore. */
export type Lapor = (apa: string, requests: readonly Permintaan[]) => void;

interface CaraPerbaiki {
  /** Where the workbook is, for the sentences; empty for the register itself. */
  readonly tempat: string;
  /** What else a tab that is there may lack. */
  readonly lagi?: (satu: Wujud, lembar: Lembar, lapor: Lapor) => void;
  /** Requests for the workbook as a whole, after the tabs'. */
  readonly seluruhnya?: (buku: GoogleAppsScript.Sheets.Schema.Spreadsheet) => Permintaan[];
  /** Only says what would be done. */
  readonly kering?: boolean;
}

/** @returns what was done, one sentence each */
export function perbaikiBuku(
  id: string,
  wujud: readonly Wujud[],
  { tempat, lagi = () => undefined, seluruhnya = () => [], kering = false }: CaraPerbaiki,
): string[] {
  const buku = spreadsheets().get(id, {
    fields: 'properties,sheets(properties,protectedRanges,filterViews,conditionalFormats)',
  });
  const ada = new Map((buku.sheets ?? []).map((lembar) => [lembar.properties?.sheetId ?? -1, lembar]));
  const bernama = wujud.filter(({ sheetId, tab }) => ada.get(sheetId)?.properties?.title === tab.nama);
  const lengkap = bernama.length === wujud.length;
  const laporan: string[] = [];
  if (!kering) lebarkan(id, wujud, ada);
  // First of all, whether columns are where they belong: nothing else may be built on a shifted tab.
  if (lengkap || kering) laporan.push(...perbaikiTajuk(id, bernama, tempat, kering));
  const contoh = bacaContoh(
    id,
    wujud.map(({ sheetId }) => ada.get(sheetId)),
  );
  const requests: Permintaan[] = [];
  for (const satu of wujud) {
    const { sheetId, tab } = satu;
    const lembar = ada.get(sheetId);
    if (!lembar) {
      laporan.push(`Tab ${tab.nama} dibuat${tempat}.`);
      requests.push(...tabBaru(satu));
      continue;
    }
    const lapor: Lapor = (apa, baru) => {
      if (baru.length === 0) return;
      laporan.push(`${apa} di tab ${tab.nama}${tempat} dipulihkan.`);
      requests.push(...baru);
    };
    perbaikiTab(satu, lembar, lapor);
    bentukHilang(satu, contoh.get(sheetId), lapor);
    lagi(satu, lembar, lapor);
  }
  requests.push(...seluruhnya(buku));
  if (kering) return laporan;
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
  return lengkap ? laporan : [...laporan, ...perbaikiTajuk(id, wujud, tempat)];
}

const tabBaru = ({ sheetId, tab, sifat, pagar, hiasan = [] }: Wujud): Permintaan[] => [
  { addSheet: { properties: { sheetId, title: tab.nama, ...sifat } } },
  ...isiTabBaru({ sheetId, tab, pagar, hiasan }),
];

/** What makes an empty sheet a tab. */
export const isiTabBaru = ({ sheetId, tab, pagar, hiasan = [] }: Omit<Wujud, 'sifat'>): Permintaan[] => [
  ...bentukTab(sheetId, tab),
  ...tajukTab(sheetId, tab),
  ...pagar,
  ...hiasan,
];

/** A tab that has lost a column gets its width back, so that the missing header can be named. */
function lebarkan(id: string, wujud: readonly Wujud[], ada: ReadonlyMap<number, Lembar>): void {
  const requests = wujud.flatMap(({ sheetId, tab: { kolom } }): Permintaan[] => {
    const lebar = ada.get(sheetId)?.properties?.gridProperties?.columnCount ?? kolom.length;
    const kurangnya = kolom.length - lebar;
    return kurangnya > 0 ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: kurangnya } }] : [];
  });
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
}

function perbaikiTab({ sheetId, tab, pagar }: Wujud, { properties, protectedRanges = [] }: Lembar, lapor: Lapor): void {
  if (properties?.title !== tab.nama) {
    lapor('Nama', [{ updateSheetProperties: { properties: { sheetId, title: tab.nama }, fields: 'title' } }]);
  }
  if ((properties?.gridProperties?.frozenRowCount ?? 0) < 1) {
    const beku = { sheetId, gridProperties: { frozenRowCount: 1 } };
    lapor('Baris beku', [{ updateSheetProperties: { properties: beku, fields: 'gridProperties.frozenRowCount' } }]);
  }
  const ada = protectedRanges.map(kunciPagar);
  lapor(
    'Perlindungan',
    pagar.filter((p) => !ada.includes(kunciPagar(p.addProtectedRange?.protectedRange ?? {}))),
  );
}

type Rentang = GoogleAppsScript.Sheets.Schema.GridRange;

/** What a protection is about: two with the same are one. A lock that was turned into a warning is a lost lock. */
function kunciPagar({
  range = {},
  unprotectedRanges = [],
  warningOnly,
}: GoogleAppsScript.Sheets.Schema.ProtectedRange) {
  const kolom = ({ startColumnIndex = 0, endColumnIndex }: Rentang) => `${startColumnIndex}:${endColumnIndex ?? ''}`;
  const terbuka = unprotectedRanges.map(kolom).sort();
  return `${kolom(range)} ${range.endRowIndex === 1} ${warningOnly === true} ${terbuka.join(' ')}`;
}
