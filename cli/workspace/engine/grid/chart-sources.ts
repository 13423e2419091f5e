/** The cells that charts show, which may be on any sheet of the spreadsheet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import type { Draft } from '../draft.ts';
import type { ChartSpec, GridRange } from '../model.ts';

type ChartData = Clean<sheets_v4.Schema$ChartData>;
type ChangeRange = (range: GridRange) => GridRange | undefined;

/** The spec with changed ranges. What loses all its ranges is no longer charted; the chart itself stays. */
export function withSources(spec: ChartSpec, change: ChangeRange): ChartSpec {
  const data = (before: ChartData | undefined): ChartData | undefined => {
    const sources = (before?.sourceRange?.sources ?? []).flatMap((range) => change(range) ?? []);
    return sources.length > 0 ? { ...before, sourceRange: { sources } } : undefined;
  };
  const { basicChart, pieChart, ...rest } = spec;
  return {
    ...mapSources(rest, change),
    ...(basicChart && {
      basicChart: {
        ...basicChart,
        domains: (basicChart.domains ?? []).flatMap((item) => {
          const domain = data(item.domain);
          return domain ? [{ ...item, domain }] : [];
        }),
        series: (basicChart.series ?? []).flatMap((item) => {
          const series = data(item.series);
          return series ? [{ ...item, series }] : [];
        }),
      },
    }),
    ...(pieChart && { pieChart: changedPie(pieChart, data) }),
  };
}

function changedPie(
  { domain, series, ...rest }: NonNullable<ChartSpec['pieChart']>,
  data: (before: ChartData | undefined) => ChartData | undefined,
) {
  const [labels, values] = [data(domain), data(series)];
  return { ...rest, ...(labels && { domain: labels }), ...(values && { series: values }) };
}

/** Charts that are only kept have their ranges wherever they say `sources`. */
function mapSources<T>(value: T, change: ChangeRange): T {
  return deepSources(value, (sources) => sources.flatMap((range) => change(range) ?? [])) as T;
}

function deepSources(value: unknown, change: (sources: GridRange[]) => GridRange[]): unknown {
  if (Array.isArray(value)) return value.map((item) => deepSources(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === 'sources' && Array.isArray(item) ? change(item) : deepSources(item, change),
    ]),
  );
}

/** Every range that a chart reads. */
export function sourcesOf(spec: ChartSpec): GridRange[] {
  const found: GridRange[] = [];
  deepSources(spec, (sources) => {
    found.push(...sources);
    return sources;
  });
  return found;
}

/** Changes the ranges on one sheet in the charts of all sheets. */
export function changeSources(draft: Draft, sheetId: number, change: ChangeRange): void {
  const concerned = (range: GridRange) => (range.sheetId ?? 0) === sheetId;
  for (const sheet of draft.sheets) {
    if (!sheet.meta.charts.some(({ spec = {} }) => sourcesOf(spec).some(concerned))) continue;
    const meta = sheet.editMeta();
    meta.charts = meta.charts.map(({ spec = {}, ...chart }) => ({
      ...chart,
      spec: withSources(spec, (range) => (concerned(range) ? change(range) : range)),
    }));
  }
}
