/** A tab `Dasbor` with charts of every kind over small tables, as the script of an office would make it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { SheetServer } from './sheet-page.ts';

export const DASBOR = 9;

const TABLE = [
  ['Bulan', 'Diajukan', 'Berhasil', 'Nilai'],
  ['Januari', 120, 96, 4536000],
  ['Februari', 140, 101, 5292000],
  ['Maret', 90, 80, 3402000],
  ['April', 164, 122, 6199200],
];

const line = (column: number) => ({
  sourceRange: {
    sources: [
      { sheetId: DASBOR, startRowIndex: 0, endRowIndex: 5, startColumnIndex: column, endColumnIndex: column + 1 },
    ],
  },
});

const basic = (
  chartType: string,
  columns: number[],
  more: sheets_v4.Schema$BasicChartSpec = {},
): sheets_v4.Schema$BasicChartSpec => ({
  chartType,
  headerCount: 1,
  domains: [{ domain: line(0) }],
  series: columns.map((column) => ({
    series: line(column),
    targetAxis: chartType === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
  })),
  ...more,
});

const SPECS: sheets_v4.Schema$ChartSpec[] = [
  {
    title: 'Usulan per bulan',
    subtitle: 'Seluruh rute',
    altText: 'Diagram kolom: usulan dan hasil dari Januari sampai April',
    basicChart: basic('COLUMN', [1, 2], {
      legendPosition: 'RIGHT_LEGEND',
      axis: [{ position: 'LEFT_AXIS', title: 'Kasus' }],
    }),
  },
  {
    title: 'Rupiah dipertaruhkan',
    basicChart: basic('BAR', [3], {
      legendPosition: 'NO_LEGEND',
      axis: [{ position: 'BOTTOM_AXIS', title: 'Rupiah' }],
    }),
  },
  {
    title: 'Bagian tiap bulan',
    pieChart: { legendPosition: 'RIGHT_LEGEND', domain: line(0), series: line(1), pieHole: 0.4 },
  },
  { title: 'Perkembangan', basicChart: basic('LINE', [1, 2], { legendPosition: 'BOTTOM_LEGEND' }) },
  {
    title: 'Bertumpuk',
    basicChart: basic('AREA', [2, 1], { stackedType: 'STACKED', legendPosition: 'TOP_LEGEND' }),
  },
  {
    title: 'Kolom bertumpuk',
    basicChart: basic('COLUMN', [1, 2], { stackedType: 'STACKED', legendPosition: 'BOTTOM_LEGEND' }),
  },
];

/** Adds the tab; answers the ids of its charts. */
export function addDasbor({ workspace, id }: SheetServer): number[] {
  const { sheets, users } = workspace;
  const gridProperties = { rowCount: 80, columnCount: 20, frozenRowCount: 1 };
  const rupiah = { numberFormat: { type: 'CURRENCY', pattern: '"Rp"#,##0' } };
  sheets.batchUpdate(users.owner, id, {
    requests: [
      { updateSpreadsheetProperties: { properties: { locale: 'id_ID' }, fields: 'locale' } },
      { addSheet: { properties: { sheetId: DASBOR, title: 'Dasbor', gridProperties } } },
      {
        repeatCell: {
          range: { sheetId: DASBOR, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 3, endColumnIndex: 4 },
          cell: { userEnteredFormat: rupiah },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
    ],
  });
  sheets.values.update(users.owner, id, 'Dasbor!A1', { values: TABLE }, { valueInputOption: 'RAW' });
  const { replies } = sheets.batchUpdate(users.owner, id, {
    requests: SPECS.map((spec, index) => ({ addChart: { chart: { spec, position: placeOf(index) } } })),
  });
  return (replies ?? []).map(({ addChart }) => addChart?.chart?.chartId ?? 0);
}

/** Two in a row, beside the table and below. */
const placeOf = (index: number): sheets_v4.Schema$EmbeddedObjectPosition => ({
  overlayPosition: {
    anchorCell: { sheetId: DASBOR, rowIndex: 6 + 13 * Math.floor(index / 2), columnIndex: index % 2 === 0 ? 0 : 6 },
    offsetXPixels: 8,
    widthPixels: 560,
    heightPixels: 290,
  },
});
