/** What a chart shows, checked as Google checks it before a chart is added or changed. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { invalid } from '../draft.ts';
import { sourcesOf, withSources } from '../grid/chart-sources.ts';
import { pairColours } from '../grid/colours.ts';
import type { Edit } from '../grid/protection.ts';
import type { ChartSpec, GridRange } from '../model.ts';
import { keptRect } from '../ranges.ts';
import { normalRange } from './areas.ts';

type BasicChart = NonNullable<ChartSpec['basicChart']>;
type ChartData = Clean<sheets_v4.Schema$ChartData>;

const KINDS = [
  'basicChart',
  'pieChart',
  'bubbleChart',
  'candlestickChart',
  'orgChart',
  'histogramChart',
  'waterfallChart',
  'treemapChart',
  'scorecardChart',
] as const;

/** The spec as it is kept, with what Google fills in. @throws GoogleError if it cannot be drawn. */
export function checkSpec(edit: Edit, spec: ChartSpec | undefined): ChartSpec {
  if (!spec) throw invalid('chart.spec must be specified.');
  const { basicChart, pieChart } = spec;
  if (KINDS.filter((kind) => spec[kind]).length !== 1) {
    throw invalid('chart.spec must have exactly one kind of chart.');
  }
  if (basicChart) checkBasic(basicChart);
  if (pieChart) checkPie(pieChart);
  for (const range of sourcesOf(spec)) checkLine(edit, range);
  return {
    ...pairColours(withSources(spec, (range) => normalRange(edit, range))),
    hiddenDimensionStrategy: spec.hiddenDimensionStrategy ?? 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
  };
}

function checkBasic({ chartType, stackedType, domains = [], series = [], axis = [], headerCount }: BasicChart): void {
  if (!chartType) throw invalid('basicChart.chartType must be specified.');
  if (stackedType === 'STACKED' && chartType === 'LINE') throw invalid('Line charts cannot be stacked.');
  if ((headerCount ?? 0) < 0) throw invalid('basicChart.headerCount must be at least 0.');
  if (domains.length > 1) throw invalid('Only a single domain is supported.');
  if (series.length === 0) throw invalid('basicChart.series must have at least one series.');
  const valueAxes = chartType === 'BAR' ? ['BOTTOM_AXIS'] : ['LEFT_AXIS', 'RIGHT_AXIS'];
  for (const { targetAxis } of series) {
    if (targetAxis && !valueAxes.includes(targetAxis)) {
      throw invalid(`${targetAxis} is not a valid axis for the series of a ${chartType} chart.`);
    }
  }
  const positions = axis.map(({ position }) => position);
  if (positions.includes(undefined)) throw invalid('basicChart.axis.position must be specified.');
  if (new Set(positions).size < positions.length) throw invalid('There can be only one axis for each position.');
  checkCounts([...domains.map(({ domain }) => domain), ...series.map((item) => item.series)]);
}

function checkPie({ domain, series, pieHole = 0 }: NonNullable<ChartSpec['pieChart']>): void {
  if (pieHole < 0 || pieHole >= 1) throw invalid('pieChart.pieHole must be at least 0 and less than 1.');
  checkCounts([domain, series]);
}

/** Labels and values are read side by side, so that all must have as many ranges. */
function checkCounts(data: (ChartData | undefined)[]): void {
  const counts = data.map((item) => item?.sourceRange?.sources?.length ?? 0);
  if (counts.includes(0)) throw invalid('Every domain and series must have a sourceRange with sources.');
  if (new Set(counts).size > 1) throw invalid('The domain and all series must have the same number of source ranges.');
}

function checkLine(edit: Edit, range: GridRange): void {
  const sheet = edit.draft.sheet(range.sheetId);
  normalRange(edit, range);
  const rect = keptRect(sheet, range);
  if (rect.endRow - rect.startRow !== 1 && rect.endColumn - rect.startColumn !== 1) {
    throw invalid('Exactly one dimension of a source range must have a length of 1.');
  }
}
