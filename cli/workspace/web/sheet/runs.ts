/** Sets of row numbers as runs, which is how they travel: a filter of 50,000 rows is then a few hundred numbers. */

/** Rising, apart from each other; each from a row (included) to a row (excluded). */
export type Runs = [from: number, to: number][];

/** Runs of the indices below `length` for which `test` holds. */
export function runsWhere(length: number, test: (index: number) => boolean): Runs {
  const runs: Runs = [];
  for (let index = 0; index < length; index++) {
    if (!test(index)) continue;
    const last = runs.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  return runs;
}

/** Every number of the runs, in their order. */
export const numbersOf = (runs: Runs): number[] =>
  runs.flatMap(([from, to]) => Array.from({ length: to - from }, (_, offset) => from + offset));

/** Runs of rising numbers. */
export function runsOf(numbers: readonly number[]): Runs {
  const runs: Runs = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number) last[1] = number + 1;
    else runs.push([number, number + 1]);
  }
  return runs;
}

/** As an address carries them: `0-200,305-306`. */
export const runsText = (runs: Runs): string => runs.map(([from, to]) => `${from}-${to}`).join(',');

/** Undefined when the text says no runs, or runs that overlap or fall. */
export function parseRuns(text: string): Runs | undefined {
  const runs: Runs = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,8})-(\d{1,8})$/.exec(part);
    const run: Runs[number] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || run[0] >= run[1] || run[0] < (runs.at(-1)?.[1] ?? 0)) return undefined;
    runs.push(run);
  }
  return runs;
}
