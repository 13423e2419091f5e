/** Turns cells into labels and series: which are headers, which are numbers, where the data end. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { WireSeries } from '../wire.ts';

type Cell = sheets_v4.Schema$CellData;

export interface Line {
  colour?: string;
}

export interface ChartData {
  head: string;
  labels: string[];
  series: WireSeries[];
  /** Number format of the first number. */
  format: sheets_v4.Schema$NumberFormat | undefined;
}

interface Raw {
  domain: Cell[];
  series: (Line & { cells: Cell[] })[];
  /** Absent: it is guessed, as at Google. */
  headerCount: number | undefined;
}

const textOf = (cell: Cell | undefined): string => cell?.formattedValue ?? '';
const numberOf = (cell: Cell | undefined): number | null => cell?.effectiveValue?.numberValue ?? null;

export function readData({ domain, series, headerCount }: Raw): ChartData {
  const heads = headerCount ?? guessHeaders(series.map(({ cells }) => cells));
  const all = [domain, ...series.map(({ cells }) => cells)];
  const end = Math.max(heads, ...all.map((cells) => cells.findLastIndex((cell) => textOf(cell) !== '') + 1));
  const nameOf = (cells: Cell[]) => cells.slice(0, heads).map(textOf).filter(Boolean).join(' ');
  const points = (cells: Cell[]) => Array.from({ length: end - heads }, (_, index) => cells[heads + index]);
  const first = series.flatMap(({ cells }) => cells.slice(heads)).find((cell) => numberOf(cell) !== null);
  return {
    head: nameOf(domain),
    labels: points(domain).map(textOf),
    series: series.map(({ cells, colour }, index) => ({
      name: nameOf(cells) || `Seri ${index + 1}`,
      values: points(cells).map(numberOf),
      texts: points(cells).map(textOf),
      ...(colour && { colour }),
    })),
    format: first?.userEnteredFormat?.numberFormat,
  };
}

/** One header if every series begins with text. */
const guessHeaders = (series: Cell[][]): number =>
  series.length > 0 && series.every(([first]) => textOf(first) !== '' && numberOf(first) === null) ? 1 : 0;
