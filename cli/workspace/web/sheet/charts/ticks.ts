/** The marks of a value axis: round numbers around the data, written as the cells write theirs. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { clean } from '../../../engine/clean.ts';
import { localeRules } from '../../../engine/values/locale.ts';
import { formatNumber } from '../../../engine/values/number-format.ts';
import type { WireChart } from '../wire.ts';

/** Steps that an axis is cut into, about. */
const STEPS = 5;

export interface AxisOptions {
  /** Bars stand on each other, so that the axis reaches to their sum. */
  stacked: boolean;
  format: sheets_v4.Schema$NumberFormat | undefined;
  locale: string;
}

/** @param series values of each, point by point */
export function marks(
  series: readonly (readonly (number | null)[])[],
  { stacked, format, locale }: AxisOptions,
): WireChart['ticks'] {
  const all = series.flatMap((values) => values.filter((value) => value !== null));
  const ends = stacked ? sums(series) : all;
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const step = roundStep((high - low) / STEPS, all.every(Number.isInteger));
  const from = Math.floor(low / step);
  const count = Math.max(1, Math.ceil(high / step - 1e-9) - from);
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = Number(((from + index) * step).toPrecision(12));
    return { value, text: formatNumber(value, format ? clean(format) : undefined, localeRules(locale)) };
  });
}

/** The least 1, 2 or 5 times a power of ten that is not below the size; counts have no fractions. */
function roundStep(size: number, whole: boolean): number {
  if (size === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= size * (1 - 1e-9)) ?? size;
  return whole ? Math.max(1, step) : step;
}

/** What is above and below zero at each point. */
function sums(series: readonly (readonly (number | null)[])[]): number[] {
  const length = Math.max(0, ...series.map((values) => values.length));
  return Array.from({ length }, (_, point) => series.map((values) => values[point] ?? 0)).flatMap((values) => [
    values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
    values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
  ]);
}
