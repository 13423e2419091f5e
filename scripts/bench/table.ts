/** The bench's result as a table, both sizes of the register side by side. */
import type { Measured } from './office.ts';
import { callsOf, type Operation } from './operations.ts';

/** One operation at both sizes; each with all its repetitions. */
export interface Result {
  operation: Operation;
  small: readonly Measured[];
  large: readonly Measured[];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const most = (runs: readonly Measured[]): number => Math.max(...runs.map(callsOf));

/** Within its budget at both sizes, and no more calls with more rows. */
export const passes = ({ operation, small, large }: Result): boolean =>
  most(small) <= operation.budget && most(large) <= operation.budget && most(large) <= most(small);

const COLUMNS: [title: string, show: (result: Result) => string][] = [
  ['calls', both(most, String)],
  ['budget', ({ operation }) => `<= ${operation.budget}`],
  ['', (result) => verdict(result)],
  [
    'ms here',
    both(
      (runs) => median(runs.map(({ wallMs }) => wallMs)),
      (ms) => ms.toFixed(0),
    ),
  ],
  [
    's at Google',
    both(
      (runs) => median(runs.map(({ execution }) => execution.estimatedGoogleMs / 1000)),
      (s) => s.toFixed(1),
    ),
  ],
  [
    'KB read',
    both(
      (runs) => median(runs.map(({ execution }) => execution.bytesRead / 1024)),
      (kb) => kb.toFixed(0),
    ),
  ],
];

/** A figure at both sizes and how many times it is larger in the large register. */
function both(figure: (runs: readonly Measured[]) => number, show: (value: number) => string) {
  return ({ small, large }: Result): string => {
    const [before, after] = [figure(small), figure(large)];
    return `${show(before)} / ${show(after)} (x${(after / Math.max(before, 1e-9)).toFixed(1)})`;
  };
}

function verdict(result: Result): string {
  if (passes(result)) return 'ok';
  return most(result.large) > most(result.small) ? 'GROWS' : 'OVER';
}

/** @param sizes cases in the register */
export function table(sizes: readonly [number, number], results: readonly Result[]): string {
  const lines = [
    [`${sizes[0]} / ${sizes[1]} cases`, ...COLUMNS.map(([title]) => title)],
    ...results.map((result) => [result.operation.name, ...COLUMNS.map(([, show]) => show(result))]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
