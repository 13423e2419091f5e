/** The tab `Antrean` of a spreadsheet: commands go in once, answers are read back. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { EXIT, UserError } from '../errors.ts';
import { BrokenAnswer, explained } from './google-error.ts';
import { asking, persist } from './persist.ts';
import { COLUMNS, type Column, columnIndex, type Letters, type QueueRow, readQueue, TAB } from './queue-rows.ts';
import { columnLetters } from './tab.ts';
import type { Office } from './target.ts';

/** A request stays far below the size that the service takes: twenty full cells, or many small ones. */
const CHARACTERS_PER_APPEND = 900_000;
const COMMANDS_PER_APPEND = 500;

export interface QueueCommand {
  /** The same command has the same id whenever it is sent. */
  readonly id: string;
  readonly jenis: 'IMPOR' | 'KIRIM_BATCH' | 'PERBAIKI' | 'PERIKSA' | 'TINDAKAN' | 'TINDAKAN_MASSAL';
  /** JSON; a cell takes 50,000 characters. */
  readonly muatan: string;
}

export interface Queue {
  /** The rows with these ids that are there. */
  find(ids: readonly string[]): Promise<Map<string, QueueRow>>;
  /** Those of them that have been answered; a cheaper question. */
  answered(ids: readonly string[]): Promise<Map<string, QueueRow>>;
  /** Adds commands of one request that are known not to be there; a lost answer does not add them twice. */
  append(commands: readonly QueueCommand[]): Promise<void>;
  /** Asks for the queue to be worked on now, and waits until it was, or for the signal. */
  nudge(enough: AbortSignal): Promise<void>;
}

/** @throws UserError when the spreadsheet cannot be opened or its queue has lost a column */
export async function openQueue(office: Office, spreadsheetId: string): Promise<Queue> {
  const letters = await columnLetters(office, spreadsheetId, TAB, COLUMNS);
  const sheetId = await queueSheet(office, spreadsheetId);
  const read = (ids: readonly string[], all: boolean) => readQueue(office, spreadsheetId, letters, { ids, all });
  return {
    find: (ids) => read(ids, true),
    answered: (ids) => read(ids, false),
    async append(commands) {
      let missing = commands;
      const send = async (timeout: number, attempt: number): Promise<void> => {
        // The try before may have arrived although nobody heard of it.
        if (attempt > 1) missing = await without(missing, read);
        if (missing.length === 0) return;
        const rows = missing.map((command) => rowData(command, office, letters));
        const requests = [{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }];
        const wanted = { spreadsheetId, requestBody: { requests } };
        const { data } = await office.sheets.spreadsheets.batchUpdate(wanted, { timeout });
        if (data?.replies === undefined) throw new BrokenAnswer();
      };
      try {
        await persist(send);
      } catch (error) {
        throw explained(error);
      }
    },
    nudge: office.nudge,
  };
}

async function without(
  commands: readonly QueueCommand[],
  read: (ids: readonly string[], all: boolean) => Promise<Map<string, QueueRow>>,
): Promise<QueueCommand[]> {
  const there = await read(
    commands.map(({ id }) => id),
    true,
  );
  return commands.filter(({ id }) => !there.has(id));
}

/** Commands of one request each. */
export function portions(commands: readonly QueueCommand[]): QueueCommand[][] {
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

async function queueSheet({ sheets }: Office, spreadsheetId: string): Promise<number> {
  const found = await asking(
    (options) => sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets(properties(sheetId,title))' }, options),
    (data) => data.sheets !== undefined,
  );
  const sheetId = found.sheets?.find(({ properties }) => properties?.title === TAB)?.properties?.sheetId;
  if (typeof sheetId !== 'number') throw new UserError(EXIT.conflict, `Spreadsheet ini tidak punya tab ${TAB}.`);
  return sheetId;
}

/** Typed text cells: nothing in them is read as a number, a date or a formula. */
function rowData(
  { id, jenis, muatan }: QueueCommand,
  { email, now: dibuat }: Office,
  letters: Letters,
): sheets_v4.Schema$RowData {
  const values: Record<Column, string> = { id, keadaan: 'MENUNGGU', dibuat, pelaku: email, jenis, muatan, jawaban: '' };
  const width = Math.max(...Object.values(letters).map(columnIndex)) + 1;
  const cells: sheets_v4.Schema$CellData[] = Array.from({ length: width }, () => ({}));
  for (const column of COLUMNS) {
    if (values[column] !== '')
      cells[columnIndex(letters[column])] = { userEnteredValue: { stringValue: values[column] } };
  }
  return { values: cells };
}
