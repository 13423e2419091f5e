/** One tab of one of the office's workbooks: what a repair could change of it, and how to spoil it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Office } from './office.ts';

type Requests = sheets_v4.Schema$Request[];

export interface Buku {
  /** Everything of the tab that set-up makes; ids that Google gives out, order of protections and contents left out. */
  shape(): unknown;
  /** Ids of its protections. */
  protections(): number[];
  /** As a person does it in the menu. */
  change(requests: (sheetId: number) => Requests): void;
  changeBook(requests: Requests): void;
  sheetsNamed(title: string): number[];
}

const FIELDS =
  'sheets(properties,protectedRanges,filterViews,conditionalFormats,data(rowData(values(userEnteredFormat,dataValidation,note)),columnMetadata(pixelSize,hiddenByUser)))';

/** @param book the name under which the office keeps the workbook */
export function cariBuku(office: Office, book: string, title: string): Buku {
  const { sheets, users } = office.workspace;
  const id = office.files.spreadsheets[book] ?? '';
  const all = () => sheets.get(users.owner, id, { fields: 'sheets.properties' }).sheets ?? [];
  const changeBook = (requests: Requests) => {
    if (requests.length > 0) sheets.batchUpdate(users.owner, id, { requests });
  };
  const sheetId = all().find(({ properties }) => properties?.title === title)?.properties?.sheetId;
  if (typeof sheetId !== 'number') throw new Error(`${book} has no tab ${title}`);
  const header = () => sheets.values.get(users.owner, id, `'${title}'!1:1`).values?.[0] ?? [];
  const whole = () => sheets.get(users.owner, id, { ranges: [`'${title}'!1:2`], fields: FIELDS }).sheets?.[0] ?? {};
  return {
    shape() {
      const { protectedRanges = [], ...rest } = whole();
      const plain = JSON.stringify({ ...rest, header: header() }, (key, value) =>
        key === 'filterViewId' ? undefined : value,
      );
      const locks = protectedRanges.map(({ protectedRangeId: _, ...lock }) => JSON.stringify(lock)).sort();
      return { ...JSON.parse(plain), locks };
    },
    protections: () => (whole().protectedRanges ?? []).map(({ protectedRangeId }) => Number(protectedRangeId)),
    change: (requests) => changeBook(requests(sheetId)),
    changeBook,
    sheetsNamed: (wanted) =>
      all().flatMap(({ properties }) => (properties?.title === wanted ? [Number(properties.sheetId)] : [])),
  };
}
