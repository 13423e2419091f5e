import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, refusal, STAFF } from './office.ts';

const DASBOR = 5;
let office: Office;
beforeEach(() => {
  office = openOffice();
  apply({ addSheet: { properties: { sheetId: DASBOR, title: 'Dasbor' } } });
});

const apply = (...requests: sheets_v4.Schema$Request[]) =>
  office.sheets.batchUpdate(OWNER, office.id, { requests }).replies ?? [];
const column = (index: number, sheetId = 0) => ({
  sheetId,
  startRowIndex: 2,
  endRowIndex: 8,
  startColumnIndex: index,
  endColumnIndex: index + 1,
});
const data = (...sources: sheets_v4.Schema$GridRange[]) => ({ sourceRange: { sources } });
const bars = (...series: sheets_v4.Schema$BasicChartSeries[]): sheets_v4.Schema$ChartSpec => ({
  title: 'Kasus per status',
  basicChart: { chartType: 'COLUMN', headerCount: 1, domains: [{ domain: data(column(0)) }], series },
});
const count = { series: data(column(1)), targetAxis: 'LEFT_AXIS' };
const at = (rowIndex: number, columnIndex: number, sheetId = DASBOR) => ({
  overlayPosition: { anchorCell: { sheetId, rowIndex, columnIndex } },
});
const add = (spec = bars(count), position: sheets_v4.Schema$EmbeddedObjectPosition = at(1, 3)) =>
  apply({ addChart: { chart: { spec, position } } })[0]?.addChart?.chart ?? {};
const charts = (sheet = 1) => office.sheets.get(OWNER, office.id, {}).sheets?.[sheet]?.charts ?? [];
const sources = (sheet = 1) => {
  const { domains = [], series = [] } = charts(sheet)[0]?.spec?.basicChart ?? {};
  return [...domains.map(({ domain }) => domain), ...series.map((item) => item.series)].map(
    (item) => item?.sourceRange?.sources?.[0],
  );
};
const rows = (startIndex: number, endIndex: number, sheetId = 0) => ({
  range: { sheetId, dimension: 'ROWS', startIndex, endIndex },
});

describe('a chart', () => {
  it('gets an id and a size, and comes back with the sheet that holds it', () => {
    const chart = add();
    const { sheetId: _, ...plain } = column(1);
    expect(chart.chartId).toBeGreaterThan(0);
    expect(chart.position).toEqual({
      overlayPosition: {
        anchorCell: { sheetId: DASBOR, rowIndex: 1, columnIndex: 3 },
        widthPixels: 600,
        heightPixels: 371,
      },
    });
    expect(chart.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources).toEqual([plain]);
    expect(chart.spec?.hiddenDimensionStrategy).toBe('SKIP_HIDDEN_ROWS_AND_COLUMNS');
    expect(charts()).toEqual([chart]);
    expect(charts(0)).toEqual([]);
    const { sheets } = office.sheets.get(OWNER, office.id, { fields: 'sheets(charts(chartId,spec(title)))' });
    expect(sheets).toEqual([{}, { charts: [{ chartId: chart.chartId, spec: { title: 'Kasus per status' } }] }]);
    expect(refusal(() => office.sheets.get(OWNER, office.id, { fields: 'sheets.charts.judul' })).status).toBe(
      'INVALID_ARGUMENT',
    );
  });

  it('takes what it shows anew as a whole', () => {
    const { chartId = 0 } = add();
    const pieChart = { domain: data(column(0)), series: data(column(1)), pieHole: 0.5 };
    apply({ updateChartSpec: { chartId, spec: { pieChart, altText: 'Bagian tiap status' } } });
    expect(charts()[0]).toMatchObject({ chartId, spec: { pieChart: { pieHole: 0.5 }, altText: 'Bagian tiap status' } });
    expect(charts()[0]?.spec).not.toHaveProperty('title');
    expect(charts()[0]?.spec).not.toHaveProperty('basicChart');
  });

  it('moves, grows, goes to another sheet and is deleted', () => {
    const { chartId: objectId = 0 } = add();
    const move = (newPosition: sheets_v4.Schema$EmbeddedObjectPosition, fields: string) =>
      apply({ updateEmbeddedObjectPosition: { objectId, newPosition, fields } })[0];
    const reply = move({ overlayPosition: { widthPixels: 300, heightPixels: 9 } }, 'widthPixels');
    const size = { widthPixels: 300, heightPixels: 371 };
    expect(reply).toEqual({
      updateEmbeddedObjectPosition: {
        position: { overlayPosition: { anchorCell: { sheetId: DASBOR, rowIndex: 1, columnIndex: 3 }, ...size } },
      },
    });
    move(at(4, 0, 0), 'anchorCell');
    expect(charts()).toEqual([]);
    expect(charts(0)[0]?.position?.overlayPosition).toEqual({ anchorCell: { rowIndex: 4 }, ...size });
    apply({ deleteEmbeddedObject: { objectId } });
    expect(charts(0)).toEqual([]);
    expect(refusal(() => apply({ deleteEmbeddedObject: { objectId } })).message).toContain(
      `No chart with id: ${objectId}`,
    );
  });

  it('survives a restart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'charts-'));
    office = openOffice(join(folder, 'workspace.db'));
    apply({ addSheet: { properties: { sheetId: DASBOR, title: 'Dasbor' } } });
    const chart = add();
    office.kernel.store.close();
    office = openOffice(join(folder, 'workspace.db'), office.id);
    expect(charts()).toEqual([chart]);
    office.kernel.store.close();
    rmSync(folder, { recursive: true });
  });
});

describe('rows and columns that come and go', () => {
  it('take the ranges of charts on other sheets along', () => {
    add();
    apply(
      { insertDimension: rows(0, 2) },
      { deleteDimension: rows(5, 7) },
      { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
    );
    const moved = { startRowIndex: 4, endRowIndex: 8 };
    expect(sources()).toEqual([
      { ...moved, startColumnIndex: 0, endColumnIndex: 1 },
      { ...moved, startColumnIndex: 2, endColumnIndex: 3 },
    ]);
  });

  it('take the chart along, which holds on to the cell that takes its anchor’s place', () => {
    add();
    const anchor = () => charts()[0]?.position?.overlayPosition?.anchorCell;
    apply({ insertDimension: rows(0, 3, DASBOR) });
    expect(anchor()).toEqual({ sheetId: DASBOR, rowIndex: 4, columnIndex: 3 });
    apply({ deleteDimension: rows(2, 6, DASBOR) });
    expect(anchor()).toEqual({ sheetId: DASBOR, rowIndex: 2, columnIndex: 3 });
    apply({ deleteDimension: rows(2, 999, DASBOR) });
    expect(anchor()).toEqual({ sheetId: DASBOR, rowIndex: 1, columnIndex: 3 });
  });

  it('a series whose cells are deleted is no longer charted', () => {
    add(bars(count, { series: data(column(2)) }));
    apply({ deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } });
    expect(sources().map((range) => range?.startColumnIndex)).toEqual([0, 1]);
  });
});

describe('sheets that come and go', () => {
  it('a deleted sheet takes its charts along, and those of others lose its cells', () => {
    add();
    add(bars(count), at(0, 0, 0));
    apply({ deleteSheet: { sheetId: 0 } });
    expect(charts(0)).toHaveLength(1);
    expect(sources(0)).toEqual([]);
    apply({ addSheet: { properties: { title: 'Lain' } } }, { deleteSheet: { sheetId: DASBOR } });
    expect(charts(0)).toEqual([]);
  });

  it.each([
    ['the first sheet', 0],
    ['another sheet', DASBOR],
  ])('a copy of %s has charts of its own, of its own cells', (_, sheetId) => {
    const spec = bars({ series: data(column(1, sheetId)) }, { series: data(column(2, DASBOR - sheetId)) });
    const { chartId } = add(spec, at(1, 3, sheetId));
    apply({ duplicateSheet: { sourceSheetId: sheetId, newSheetId: 7, newSheetName: 'Salinan' } });
    const [copy] = charts(0);
    expect(copy?.chartId).not.toBe(chartId);
    expect(copy?.position?.overlayPosition?.anchorCell?.sheetId).toBe(7);
    const other = sheetId === 0 ? DASBOR : undefined;
    expect(
      sources(0)
        .slice(1)
        .map((range) => range?.sheetId),
    ).toEqual([7, other]);
  });
});

it('kinds that are only kept follow their cells too', () => {
  add({ histogramChart: { series: [{ data: { sourceRange: { sources: [column(1)] } } }] } } as never);
  apply({
    insertDimension: { range: { sheetId: column(1).sheetId ?? 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } },
  });
  const [series] = charts()[0]?.spec?.histogramChart?.series ?? [];
  expect(series?.data?.sourceRange?.sources).toMatchObject([{ startColumnIndex: 2, endColumnIndex: 3 }]);
});

describe('what is refused', () => {
  const spec = (basicChart: sheets_v4.Schema$BasicChartSpec) => ({
    basicChart: { chartType: 'COLUMN', series: [count], ...basicChart },
  });
  it.each<[string, sheets_v4.Schema$ChartSpec, string]>([
    ['an unknown sheet', bars({ series: data(column(1, 99)) }), 'No grid with id: 99'],
    ['cells outside the grid', bars({ series: data(column(40)) }), 'is after last column in grid[26]'],
    ['a block of cells', bars({ series: data({ ...column(1), endColumnIndex: 3 }) }), 'must have a length of 1'],
    ['no kind of chart', { title: 'Kosong' }, 'exactly one kind of chart'],
    ['no series', bars(), 'at least one series'],
    ['ranges that do not pair up', bars({ series: data(column(1), column(2)) }), 'same number of source ranges'],
    ['a value axis at the wrong side', spec({ chartType: 'BAR' }), 'LEFT_AXIS is not a valid axis'],
    ['stacked lines', spec({ chartType: 'LINE', stackedType: 'STACKED' }), 'Line charts cannot be stacked'],
    ['an unknown type', spec({ chartType: 'DONUT' }), 'type.googleapis.com/google.apps.sheets.v4.BasicChartType'],
    ['an unknown field', { judul: 'x' } as object, 'Unknown name "judul" at \'requests[0].add_chart.chart.spec\''],
  ])('%s', (_, wanted, message) => {
    const refused = refusal(() => add(wanted));
    expect(refused).toMatchObject({ status: 'INVALID_ARGUMENT', message: expect.stringContaining(message) });
    expect(charts()).toEqual([]);
  });

  it('a chart on a sheet of its own', () => {
    expect(() => add(bars(count), { newSheet: true })).toThrow(/not emulated: .*new_sheet/);
  });

  it('a place outside the grid, an id that is taken, an update of no field', () => {
    const { chartId = 0 } = add();
    expect(refusal(() => add(bars(count), at(1000, 0))).message).toContain('is after last row in grid[1000]');
    expect(refusal(() => add(bars(count), {})).message).toContain('overlayPosition must be specified');
    expect(
      refusal(() => apply({ addChart: { chart: { chartId, spec: bars(count), position: at(0, 0) } } })).message,
    ).toContain(`id ${chartId} already exists`);
    const newPosition = at(0, 0);
    expect(
      refusal(() => apply({ updateEmbeddedObjectPosition: { objectId: chartId, newPosition } })).message,
    ).toContain('At least one field');
    expect(charts()).toHaveLength(1);
  });

  it('a protected sheet', () => {
    const { chartId = 0 } = add();
    apply({ addProtectedRange: { protectedRange: { range: { sheetId: DASBOR } } } });
    const request = { deleteEmbeddedObject: { objectId: chartId } };
    expect(refusal(() => office.sheets.batchUpdate(STAFF, office.id, { requests: [request] })).message).toContain(
      'protected cell or object',
    );
  });
});
