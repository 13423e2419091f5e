/** The tab `Antrean` of a spreadsheet: commands go in once, answers are read back. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { hurufKolom } from '#domain/format/sel.ts';
import { EXIT, UserError } from '../errors.ts';
import { asking, isPassing } from './google-error.ts';
import { columnLetters, quoted, readRanges } from './tab.ts';
import type { Office } from './target.ts';

const TAB = 'Antrean';
const COLUMNS = ['id', 'keadaan', 'dibuat', 'pelaku', 'jenis', 'muatan', 'jawaban'] as const;
type Column = (typeof COLUMNS)[number];

/** How often an append whose answer was lost is looked up and tried again. */
const APPEND_TRIES = 5;
const FIRST_PAUSE_MS = 250;
/** A request stays far below the size that the service takes: twenty full cells, or many small ones. */
const CHARACTERS_PER_APPEND = 900_000;
const COMMANDS_PER_APPEND = 500;
const RANGES_PER_READ = 50;
const ROWS_PER_RANGE = 100;

export interface QueueCommand {
  /** The same command has the same id whenever it is sent. */
  readonly id: string;
  readonly jenis: 'IMPOR' | 'KIRIM_BATCH' | 'TINDAKAN';
  /** JSON; a cell takes 50,000 characters. */
  readonly muatan: string;
}

export interface QueueRow {
  readonly id: string;
  readonly keadaan: 'MENUNGGU' | 'SELESAI' | 'DITOLAK';
  readonly muatan: string;
  readonly jawaban: string;
}

export interface Queue {
  /** The rows with these ids that are there. */
  find(ids: readonly string[]): Promise<Map<string, QueueRow>>;
  /** Adds commands that are known not to be there; a lost answer does not add them twice. */
  append(commands: readonly QueueCommand[]): Promise<void>;
  /** Asks for the queue to be worked on now. */
  nudge(): Promise<void>;
}

/** @throws UserError when the spreadsheet cannot be opened or its queue has lost a column */
export async function openQueue(office: Office, spreadsheetId: string): Promise<Queue> {
  const letters = await columnLetters(office, spreadsheetId, TAB, COLUMNS);
  const { sheetId, width } = await tabFacts(office, spreadsheetId, letters);
  const find = (ids: readonly string[]) => findRows(office, spreadsheetId, letters, ids);
  const append = async (commands: readonly QueueCommand[]): Promise<void> => {
    const rows = commands.map((command) => rowData(command, office, letters, width));
    const request = { appendCells: { sheetId, rows, fields: 'userEnteredValue' } };
    await office.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [request] } });
  };
  return {
    find,
    async append(commands) {
      for (const some of portions(commands)) await appendOnce(some, append, find);
    },
    nudge: () => office.nudge(),
  };
}

/** Commands of one request each. */
function portions(commands: readonly QueueCommand[]): QueueCommand[][] {
  const all: QueueCommand[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const command of commands) {
    characters += command.muatan.length;
    if (characters > CHARACTERS_PER_APPEND || all.at(-1)?.length === COMMANDS_PER_APPEND) {
      all.push([]);
      characters = command.muatan.length;
    }
    all.at(-1)?.push(command);
  }
  return all;
}

async function tabFacts(office: Office, spreadsheetId: string, letters: Record<Column, string>) {
  const { data } = await asking(() =>
    office.sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets(properties(sheetId,title))' }),
  );
  const sheetId = data.sheets?.find(({ properties }) => properties?.title === TAB)?.properties?.sheetId;
  if (typeof sheetId !== 'number') throw new UserError(EXIT.conflict, `Spreadsheet ini tidak punya tab ${TAB}.`);
  return { sheetId, width: Math.max(...Object.values(letters).map(columnIndex)) + 1 };
}

const columnIndex = (letter: string): number =>
  [...letter].reduce((index, one) => index * 26 + one.charCodeAt(0) - 64, 0) - 1;

/** Typed text cells: nothing in them is read as a number, a date or a formula. */
function rowData(
  { id, jenis, muatan }: QueueCommand,
  { email, now: dibuat }: Office,
  letters: Record<Column, string>,
  width: number,
): sheets_v4.Schema$RowData {
  const values: Record<Column, string> = { id, keadaan: 'MENUNGGU', dibuat, pelaku: email, jenis, muatan, jawaban: '' };
  const cells: sheets_v4.Schema$CellData[] = Array.from({ length: width }, () => ({}));
  for (const column of COLUMNS) {
    if (values[column] !== '')
      cells[columnIndex(letters[column])] = { userEnteredValue: { stringValue: values[column] } };
  }
  return { values: cells };
}

/** After a failure that may be only a lost answer, looks before it sends again. */
async function appendOnce(
  commands: readonly QueueCommand[],
  append: (commands: readonly QueueCommand[]) => Promise<void>,
  find: Queue['find'],
): Promise<void> {
  let missing = commands;
  for (let attempt = 1; missing.length > 0; attempt += 1) {
    try {
      await append(missing);
      return;
    } catch (error) {
      if (attempt === APPEND_TRIES || !isPassing(error)) await asking(() => Promise.reject(error));
      await sleep(FIRST_PAUSE_MS * 2 ** attempt);
      const there = await find(missing.map(({ id }) => id));
      missing = missing.filter(({ id }) => !there.has(id));
    }
  }
}

async function findRows(
  office: Office,
  spreadsheetId: string,
  letters: Record<Column, string>,
  ids: readonly string[],
): Promise<Map<string, QueueRow>> {
  const wanted = new Set(ids);
  const { id } = letters;
  const [column = []] = await readRanges(office, spreadsheetId, [`${quoted(TAB)}!${id}:${id}`]);
  const last = hurufKolom(Math.max(...Object.values(letters).map(columnIndex)));
  const numbers = column.flatMap(([value = ''], index) => (wanted.has(value) ? [index + 1] : []));
  const found = new Map<string, QueueRow>();
  const ranges = neighbours(numbers).map(([from, to]) => `${quoted(TAB)}!A${from}:${last}${to}`);
  for (let start = 0; start < ranges.length; start += RANGES_PER_READ) {
    const blocks = await readRanges(office, spreadsheetId, ranges.slice(start, start + RANGES_PER_READ));
    for (const cells of blocks.flat()) keep(found, wanted, cells, letters);
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

/** A command that stands there twice counts as answered once one of them is. */
function keep(
  found: Map<string, QueueRow>,
  wanted: ReadonlySet<string>,
  cells: readonly string[],
  letters: Record<Column, string>,
): void {
  const [id, keadaan, muatan, jawaban] = (['id', 'keadaan', 'muatan', 'jawaban'] as const).map(
    (column) => cells[columnIndex(letters[column])] ?? '',
  ) as [string, QueueRow['keadaan'], string, string];
  // Somebody may have sorted or deleted rows since their numbers were read.
  if (!wanted.has(id)) return;
  if (found.get(id)?.keadaan !== 'SELESAI') found.set(id, { id, keadaan, muatan, jawaban });
}
