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
    ...rest,
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

/** Every range that a chart reads. */
export function sourcesOf({ basicChart, pieChart }: ChartSpec): GridRange[] {
  const data = [
    ...(basicChart?.domains ?? []).map(({ domain }) => domain),
    ...(basicChart?.series ?? []).map(({ series }) => series),
    pieChart?.domain,
    pieChart?.series,
  ];
  return data.flatMap((item) => item?.sourceRange?.sources ?? []);
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
