/** What the spreadsheet page is told of the charts of a sheet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireBook, WireChart, WireCharts } from '#workspace/web/sheet/wire.ts';
import { BPJS, DINSOS, openPages, type Pages } from './fixture.ts';

let pages: Pages;
let id: string;

const HIDDEN = 9;
const ROWS = [
  ['Status', 'Kasus', 'Selesai'],
  ['DIAJUKAN', 12, 0.25],
  ['LOLOS', 30, 0.5],
  ['BERHASIL', '', 1],
];

const batch = (...requests: sheets_v4.Schema$Request[]) =>
  pages.workspace.sheets.batchUpdate(pages.workspace.users.owner, id, { requests });
const write = (range: string, values: unknown[][]) =>
  pages.workspace.sheets.values.update(
    pages.workspace.users.owner,
    id,
    range,
    { values },
    { valueInputOption: 'USER_ENTERED' },
  );
const column = (index: number, edges: sheets_v4.Schema$GridRange = { startRowIndex: 0, endRowIndex: 4 }) => ({
  sourceRange: { sources: [{ sheetId: HIDDEN, startColumnIndex: index, endColumnIndex: index + 1, ...edges }] },
});
const bars = (
  series: sheets_v4.Schema$ChartData[],
  more: sheets_v4.Schema$BasicChartSpec = {},
): sheets_v4.Schema$ChartSpec => ({
  title: 'Per status',
  basicChart: {
    chartType: 'COLUMN',
    domains: [{ domain: column(0) }],
    series: series.map((item) => ({ series: item })),
    ...more,
  },
});
const add = (spec: sheets_v4.Schema$ChartSpec) =>
  batch({
    addChart: {
      chart: {
        spec,
        position: {
          overlayPosition: { anchorCell: { rowIndex: 3, columnIndex: 1 }, offsetXPixels: 5, widthPixels: 400 },
        },
      },
    },
  });
const ask = async <T>(query: string) =>
  (await pages.get(`/workspace/grid/${id}?${query}`, DINSOS)).json() as Promise<T>;
const drawn = async (spec: sheets_v4.Schema$ChartSpec): Promise<WireChart> => {
  add(spec);
  const [chart] = (await ask<WireCharts>('sheetId=0&charts=')).charts;
  if (!chart) throw new Error('no chart');
  return chart;
};

beforeEach(async () => {
  pages = await openPages();
  id = pages.registerId;
  const { files, users } = pages.workspace;
  batch(
    { updateSpreadsheetProperties: { properties: { locale: 'id_ID' }, fields: 'locale' } },
    { addSheet: { properties: { sheetId: HIDDEN, title: "Data 'x'", hidden: true } } },
    {
      repeatCell: {
        range: { sheetId: HIDDEN, startColumnIndex: 2, endColumnIndex: 3 },
        cell: { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
  );
  write("'Data ''x'''!A1", ROWS);
  files.createPermission(users.owner, id, { type: 'user', role: 'reader', emailAddress: DINSOS });
});
afterEach(() => pages.close());

describe('a chart', () => {
  it('has the labels, names and numbers of its cells, also of a hidden sheet, as the cells write them', async () => {
    const { place, label, axes, ...chart } = await drawn(
      bars([column(1), column(2)], { headerCount: 1, axis: [{ position: 'LEFT_AXIS', title: 'Banyaknya' }] }),
    );
    expect(chart).toMatchObject({
      title: 'Per status',
      kind: 'COLUMN',
      stacked: false,
      legend: 'RIGHT',
      head: 'Status',
    });
    expect(chart.labels).toEqual(['DIAJUKAN', 'LOLOS', 'BERHASIL']);
    expect(chart.series).toEqual([
      { name: 'Kasus', values: [12, 30, null], texts: ['12', '30', ''] },
      { name: 'Selesai', values: [0.25, 0.5, 1], texts: ['25%', '50%', '100%'] },
    ]);
    expect(place).toEqual({ row: 3, column: 1, x: 5, y: 0, width: 400, height: 371 });
    expect(label).toBe('Per status');
    expect(axes).toEqual({ bottom: '', left: 'Banyaknya' });
  });

  it('follows formulas, and tells the page that there are charts', async () => {
    expect((await ask<WireBook>('')).sheets[0]).not.toHaveProperty('charts');
    add(bars([column(1)]));
    write("'Data ''x'''!B2", [['=B3*2']]);
    expect((await ask<WireBook>('')).sheets[0]?.charts).toBe(true);
    expect((await ask<WireCharts>('sheetId=0&charts=')).charts[0]?.series[0]?.values).toEqual([60, 30, null]);
  });

  it('guesses whether there are headers', async () => {
    const { head, labels, series } = await drawn(
      bars([column(1, { startRowIndex: 1, endRowIndex: 4 })], { domains: [] }),
    );
    expect({ head, labels, series }).toEqual({
      head: '',
      labels: ['', ''],
      series: [{ name: 'Seri 1', values: [12, 30], texts: ['12', '30'] }],
    });
  });

  it('ends where an open range has no more cells, and leaves out hidden rows unless told otherwise', async () => {
    const open = bars([column(1, {})], { domains: [{ domain: column(0, {}) }] });
    batch({
      updateDimensionProperties: {
        range: { sheetId: HIDDEN, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    });
    expect((await drawn(open)).labels).toEqual(['LOLOS', 'BERHASIL']);
    add({ ...open, hiddenDimensionStrategy: 'SHOW_ALL' });
    const { charts } = await ask<WireCharts>('sheetId=0&charts=');
    expect(charts[1]?.labels).toEqual(['DIAJUKAN', 'LOLOS', 'BERHASIL']);
  });

  it('of a pie has one series and no axis; its words for a screen reader are the alternative text', async () => {
    const pie = await drawn({
      title: 'Bagian',
      altText: 'Bagian tiap status',
      pieChart: { domain: column(0), series: column(1), pieHole: 0.5, legendPosition: 'LEFT_LEGEND' },
    });
    expect(pie).toMatchObject({ kind: 'PIE', hole: 0.5, legend: 'LEFT', label: 'Bagian tiap status', ticks: [] });
    expect(pie.series).toHaveLength(1);
  });

  it('is shown to nobody who may not read the spreadsheet', async () => {
    add(bars([column(1)]));
    expect((await pages.get(`/workspace/grid/${id}?sheetId=0&charts=`, BPJS)).status).toBe(403);
    expect((await pages.get(`/workspace/grid/${id}?sheetId=${HIDDEN}&charts=`, DINSOS)).status).toBe(404);
  });
});
