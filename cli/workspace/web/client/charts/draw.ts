/** Draws a chart as Google Sheets does: light grid lines, round marks, a legend, numbers as the cells write them. */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartOptions,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  type ScaleOptionsByType,
  Tooltip,
} from 'chart.js';
import type { WireChart } from '../../sheet/wire.ts';
import type { Picture } from './card.ts';
import { seriesLook, sliceColours } from './looks.ts';
import { shares } from './shares.ts';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, Filler, Legend, LinearScale);
Chart.register(LineController, LineElement, PieController, PointElement, Tooltip);

const TEXT = '#444746';
const GRID = '#e0e0e0';
const ZERO = '#80868b';
const FONT = { family: 'Roboto, Arial, sans-serif', size: 12 };
/** Below this a legend at the side would leave the picture too little room. */
const NARROW = 480;
/** Characters of a name in a legend at the side, which would otherwise be cut off without a sign. */
const LONGEST_NAME = 17;

export function draw(canvas: HTMLCanvasElement, chart: WireChart): Picture {
  return new Chart(canvas, chart.kind === 'PIE' ? pie(chart) : basic(chart));
}

function common(chart: WireChart): Pick<ChartOptions, 'animation' | 'responsive' | 'maintainAspectRatio' | 'font'> {
  return { animation: false, responsive: true, maintainAspectRatio: false, font: FONT, ...resizing(chart) };
}

const resizing = ({ legend }: WireChart): Pick<ChartOptions, 'onResize'> => ({
  onResize: (drawn, { width }) => {
    const options = drawn.options.plugins?.legend;
    if (options) options.position = sideOf(legend, width);
  },
});

const sideOf = (legend: WireChart['legend'], width: number): 'top' | 'bottom' | 'left' | 'right' => {
  if (legend === 'TOP') return 'top';
  if (legend === 'BOTTOM' || legend === 'NO' || width < NARROW) return 'bottom';
  return legend === 'LEFT' ? 'left' : 'right';
};

const legendOf = ({ legend, place }: WireChart) => ({
  display: legend !== 'NO',
  position: sideOf(legend, place.width),
  labels: { color: TEXT, font: FONT, boxWidth: 10, boxHeight: 8, usePointStyle: true },
});

function pie(chart: WireChart): ChartConfiguration<'pie'> {
  const [series] = chart.series;
  const values = (series?.values ?? []).map((value) => Math.max(0, value ?? 0));
  return {
    type: 'pie',
    data: {
      labels: chart.labels,
      datasets: [{ data: values, backgroundColor: sliceColours(values.length), borderColor: '#fff', borderWidth: 1 }],
    },
    plugins: [shares],
    options: {
      ...common(chart),
      cutout: `${chart.hole * 100}%`,
      plugins: {
        legend: legendOf(chart),
        tooltip: { callbacks: { label: ({ dataIndex }) => ` ${series?.texts[dataIndex] ?? ''}` } },
      },
    } as ChartOptions<'pie'>,
  };
}

function basic(chart: WireChart): ChartConfiguration<'bar' | 'line'> {
  const { kind, labels, series, stacked } = chart;
  const lying = kind === 'BAR';
  const isBar = lying || kind === 'COLUMN';
  return {
    type: isBar ? 'bar' : 'line',
    data: {
      labels,
      datasets: series.map((each, index) => ({
        label: nameIn(chart, each.name),
        data: each.values,
        ...seriesLook(index, { kind, stacked, colour: each.colour }),
      })),
    },
    options: {
      ...common(chart),
      indexAxis: lying ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: lying ? 'y' : 'x' },
      scales: {
        [lying ? 'y' : 'x']: categoryAxis(lying ? chart.axes.left : chart.axes.bottom, stacked, lying),
        [lying ? 'x' : 'y']: valueAxis(lying ? chart.axes.bottom : chart.axes.left, chart),
      },
      plugins: {
        legend: legendOf(chart),
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) =>
              ` ${series[datasetIndex]?.name ?? ''}: ${series[datasetIndex]?.texts[dataIndex] ?? ''}`,
          },
        },
      },
    },
  };
}

const nameIn = ({ legend }: WireChart, name: string): string =>
  (legend === 'LEFT' || legend === 'RIGHT') && name.length > LONGEST_NAME
    ? `${name.slice(0, LONGEST_NAME - 1)}…`
    : name;

type Axis = Partial<ScaleOptionsByType<'linear'>> & Partial<ScaleOptionsByType<'category'>>;

const axisTitle = (text: string) => ({ display: text !== '', text, color: TEXT, font: { ...FONT, style: 'italic' } });

const categoryAxis = (title: string, stacked: boolean, lying: boolean) =>
  ({
    stacked,
    title: axisTitle(title),
    grid: { display: false },
    border: { display: false },
    // Names of lying bars stand one below the other and need no room between them.
    ticks: { color: TEXT, font: FONT, autoSkipPadding: lying ? 0 : 6 },
  }) as unknown as Axis;

const valueAxis = (title: string, { ticks, stacked }: WireChart) =>
  ({
    stacked,
    min: ticks[0]?.value,
    max: ticks.at(-1)?.value,
    title: axisTitle(title),
    grid: { color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? ZERO : GRID) },
    border: { display: false },
    // The server knows how the cells write numbers: its marks are taken as they are.
    afterBuildTicks: (axis: { ticks: unknown[] }) => {
      axis.ticks = ticks.map(({ value }) => ({ value }));
    },
    ticks: { color: TEXT, font: FONT, callback: (_: unknown, index: number) => ticks[index]?.text ?? '' },
  }) as unknown as Axis;
