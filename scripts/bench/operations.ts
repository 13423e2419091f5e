/** What is measured, and the most service calls that each operation may cost. */
import type { Measured, Office } from './office.ts';

export interface Operation {
  name: string;
  /** Service calls. */
  budget: number;
  /** How often it is done; the median counts. Default 1. */
  repeats?: number;
  run(office: Office, at: Place): Promise<Measured>;
}

/** The newest cases of the register: they wait for a check. */
export interface Place {
  /** Row number, from 1. */
  firstRow: number;
  count: number;
  /** Of the case in the first row. */
  ticket: string;
  /** The number of a patient who is not in the register yet. */
  newcomer(): number;
}

/** Rows of the pasted block; a small register has fewer. */
const PASTED = 500;
const HALF_HOUR = 30 * 60_000;
const TICK = 5 * 60_000;
const TICKS_AN_HOUR = 12;
/** Ticks until everything that the other operations left behind is done. */
const SETTLE = 6;

export const OPERATIONS: readonly Operation[] = [
  { name: 'submission of the form', budget: 8, repeats: 5, run: (office, { newcomer }) => office.submit(newcomer()) },
  { name: 'open the selected case', budget: 3, repeats: 5, run: (office, { firstRow }) => office.open(firstRow) },
  {
    name: 'open a case by ticket',
    budget: 3,
    repeats: 5,
    run: (office, { firstRow, ticket }) => office.open(firstRow, ticket),
  },
  { name: 'save the four checks', budget: 6, run: (office, { firstRow }) => office.act(firstRow, 'PERIKSA') },
  { name: 'propose to BPJS', budget: 6, run: (office, { firstRow }) => office.act(firstRow, 'USULKAN') },
  { name: 'refresh the BPJS sheet', budget: 6, run: (office) => office.refresh() },
  {
    name: `paste of ${PASTED} rows`,
    budget: 6,
    run: (office, { firstRow, count }) =>
      office.paste('cek_dtks', firstRow + 1, Math.min(PASTED, count - 1), 'Terdaftar desil 1-5'),
  },
  { name: 'tick with nothing to do', budget: 4, run: quietTick },
];

/**
 * The first ticks send what the operations before have queued, and look again at the newest form responses. Then an hour
 * of ticks: the one in the middle counts, because a few do what is due only once an hour.
 */
async function quietTick(office: Office): Promise<Measured> {
  const { clock } = office.workspace;
  clock.set(clock.now() + HALF_HOUR);
  for (let settle = 0; settle < SETTLE; settle += 1) await office.tick();
  const hour: Measured[] = [];
  for (let tick = 0; tick < TICKS_AN_HOUR; tick += 1) {
    clock.set(clock.now() + TICK);
    hour.push(await office.tick());
  }
  const [median] = hour.sort((a, b) => callsOf(a) - callsOf(b)).slice(hour.length / 2);
  if (!median) throw new Error('no tick ran');
  return median;
}

/** The message with which a menu item ends; the same refresh from a tick has none. */
const TOAST = 'SpreadsheetApp.Spreadsheet.toast';

/** Service calls of a run, without a menu item's closing message. */
export const callsOf = ({ execution }: Measured): number =>
  Object.entries(execution.calls).reduce((sum, [name, count]) => (name === TOAST ? sum : sum + count), 0);
