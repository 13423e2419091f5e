/** Reads the charts of a sheet for its page, with what their cells show now. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { User } from '../../../users.ts';
import type { Workspace } from '../../../workspace.ts';
import { visibleSheet } from '../book.ts';
import { colour } from '../cells.ts';
import type { WireChart, WireCharts } from '../wire.ts';
import { type ChartData, type Line, readData } from './data.ts';
import { type Source, sourceReader } from './source-cells.ts';
import { marks } from './ticks.ts';

type Books = Pick<Workspace, 'sheets' | 'files'>;
type Chart = sheets_v4.Schema$EmbeddedChart;
type Spec = sheets_v4.Schema$ChartSpec;

/** Undefined if there is no such sheet. @throws GoogleError when the user may not read the spreadsheet. */
export function readCharts(books: Books, user: User, id: string, sheetId: number): WireCharts | undefined {
  if (!visibleSheet(books, user, id, sheetId)) return undefined;
  const book = books.sheets.get(user, id, {
    fields: 'properties(locale),sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),charts)',
  });
  const charts = book.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === sheetId)?.charts ?? [];
  const lines = charts.map(({ spec }) => linesOf(spec ?? {}));
  const cells = sourceReader(
    (options) => books.sheets.get(user, id, options),
    book,
    lines.flatMap((each) => [each.domain, ...each.series.map(({ data }) => data)]),
  );
  return {
    revision: books.sheets.revision(id),
    charts: charts.map((chart, index) => {
      const { domain, series } = lines[index] ?? { series: [] };
      const strategy = chart.spec?.hiddenDimensionStrategy ?? '';
      const data = readData({
        domain: cells(domain, strategy),
        series: series.map((line) => ({ ...line, cells: cells(line.data, strategy) })),
        headerCount: chart.spec?.basicChart?.headerCount ?? undefined,
      });
      return wireChart(chart, data, book.properties?.locale ?? 'en_US');
    }),
  };
}

/** What a chart reads: the cells of its labels, and those of each series with its colour. */
function linesOf(spec: Spec): { domain: Source; series: (Line & { data: Source })[] } {
  const { basicChart, pieChart } = spec;
  if (!isDrawn(spec)) return { domain: undefined, series: [] };
  if (pieChart) return { domain: pieChart.domain, series: pieChart.series ? [{ data: pieChart.series }] : [] };
  return {
    domain: basicChart?.domains?.[0]?.domain,
    series: (basicChart?.series ?? []).map(({ series, colorStyle }) => {
      const own = colour(colorStyle?.rgbColor);
      return { data: series, ...(own && { colour: own }) };
    }),
  };
}

const DRAWN = ['BAR', 'COLUMN', 'LINE', 'AREA'];

const isDrawn = ({ basicChart, pieChart }: Spec): boolean =>
  Boolean(pieChart) ||
  (DRAWN.includes(basicChart?.chartType ?? '') &&
    basicChart?.stackedType !== 'PERCENT_STACKED' &&
    (basicChart?.series ?? []).every(({ type }) => !type || type === basicChart?.chartType));

const SIDE: Record<string, WireChart['legend']> = {
  BOTTOM_LEGEND: 'BOTTOM',
  LEFT_LEGEND: 'LEFT',
  TOP_LEGEND: 'TOP',
  NO_LEGEND: 'NO',
};

function wireChart({ chartId, spec = {}, position }: Chart, data: ChartData, locale: string): WireChart {
  const { title, subtitle, altText, basicChart, pieChart } = spec;
  const axisTitle = (side: string) => basicChart?.axis?.find((axis) => axis.position === side)?.title ?? '';
  const stacked = basicChart?.stackedType === 'STACKED';
  const { head, labels, series, format } = data;
  return {
    id: chartId ?? 0,
    title: title ?? '',
    subtitle: subtitle ?? '',
    label: altText || title || 'Diagram tanpa judul',
    kind: pieChart ? 'PIE' : ((basicChart?.chartType ?? 'COLUMN') as WireChart['kind']),
    ...(!isDrawn(spec) && { undrawn: true }),
    stacked,
    hole: pieChart?.pieHole ?? 0,
    legend: SIDE[(basicChart ?? pieChart)?.legendPosition ?? ''] ?? 'RIGHT',
    axes: { bottom: axisTitle('BOTTOM_AXIS'), left: axisTitle('LEFT_AXIS') },
    place: placeOf(position?.overlayPosition ?? {}),
    head,
    labels,
    series,
    ticks: pieChart
      ? []
      : marks(
          series.map(({ values }) => values),
          { stacked, format, locale },
        ),
  };
}

const placeOf = (position: sheets_v4.Schema$OverlayPosition): WireChart['place'] => ({
  row: position.anchorCell?.rowIndex ?? 0,
  column: position.anchorCell?.columnIndex ?? 0,
  x: position.offsetXPixels ?? 0,
  y: position.offsetYPixels ?? 0,
  width: position.widthPixels ?? 0,
  height: position.heightPixels ?? 0,
});
