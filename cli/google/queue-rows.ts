/** Reads commands in the tab `Antrean`: where they stand, what they hold, what was answered. */
import { hurufKolom } from '#domain/format/sel.ts';
import { PERNAH_DIJAWAB } from '#usecase/bentuk-perintah.ts';
import { quoted, readRanges } from './tab.ts';
import type { Office } from './target.ts';

export const TAB = 'Antrean';
export const COLUMNS = ['id', 'keadaan', 'dibuat', 'pelaku', 'jenis', 'muatan', 'jawaban'] as const;
export type Column = (typeof COLUMNS)[number];
export type Letters = Readonly<Record<Column, string>>;

const RANGES_PER_READ = 50;
const ROWS_PER_RANGE = 100;

export interface QueueRow {
  readonly id: string;
  readonly keadaan: 'MENUNGGU' | 'SELESAI' | 'DITOLAK';
  readonly muatan: string;
  readonly jawaban: string;
}

interface Wanted {
  readonly ids: readonly string[];
  /** False: only those with an answer. */
  readonly all: boolean;
}

export const columnIndex = (letter: string): number =>
  [...letter].reduce((index, one) => index * 26 + one.charCodeAt(0) - 64, 0) - 1;

export async function readQueue(
  office: Office,
  spreadsheetId: string,
  letters: Letters,
  { ids, all }: Wanted,
): Promise<Map<string, QueueRow>> {
  const wanted = new Set(ids);
  const whole = (column: Column): string => `${quoted(TAB)}!${letters[column]}:${letters[column]}`;
  const [id = [], keadaan = []] = await readRanges(office, spreadsheetId, [whole('id'), whole('keadaan')]);
  const numbers = id.flatMap(([value = ''], index) =>
    wanted.has(value) && (all || keadaan[index]?.[0] !== 'MENUNGGU') ? [index + 1] : [],
  );
  const last = hurufKolom(Math.max(...Object.values(letters).map(columnIndex)));
  const ranges = neighbours(numbers).map(([from, to]) => `${quoted(TAB)}!A${from}:${last}${to}`);
  const found = new Map<string, QueueRow>();
  for (let start = 0; start < ranges.length; start += RANGES_PER_READ) {
    const blocks = await readRanges(office, spreadsheetId, ranges.slice(start, start + RANGES_PER_READ));
    for (const cells of blocks.flat()) keep(found, wanted, rowOf(cells, letters));
  }
  return found;
}

/** First and last of numbers that follow each other: commands that were sent together stand together. */
function neighbours(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1 && number - run[0] < ROWS_PER_RANGE) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function rowOf(cells: readonly string[], letters: Letters): QueueRow {
  const cell = (column: Column): string => cells[columnIndex(letters[column])] ?? '';
  return {
    id: cell('id'),
    keadaan: cell('keadaan') as QueueRow['keadaan'],
    muatan: cell('muatan'),
    jawaban: cell('jawaban'),
  };
}

/** A command that was late and stands there twice has one real answer; the other row says that there is one. */
const weight = ({ keadaan, jawaban }: QueueRow): number => {
  if (keadaan === 'SELESAI') return 3;
  if (keadaan === 'DITOLAK' && jawaban !== PERNAH_DIJAWAB) return 2;
  return keadaan === 'MENUNGGU' ? 1 : 0;
};

function keep(found: Map<string, QueueRow>, wanted: ReadonlySet<string>, row: QueueRow): void {
  // Somebody may have sorted or deleted rows since their numbers were read.
  if (!wanted.has(row.id)) return;
  const other = found.get(row.id);
  if (!other || weight(row) > weight(other)) found.set(row.id, row);
}
