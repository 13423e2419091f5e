/**
 * Counts what operations cost: service calls, bytes read, time here and estimated time at Google, with 100 cases and
 * with 50,000 in the register. Ends with 1 if an operation is over its budget of calls, or its calls grow with the rows.
 * `--cases N` sets the larger size.
 */
import { parseArgs } from 'node:util';
import { benchBatch } from './bench/batch.ts';
import { Filler, type Template, templateOf } from './bench/fill.ts';
import { type Measured, Office } from './bench/office.ts';
import { OPERATIONS, type Place } from './bench/operations.ts';
import { reconciliationLine } from './bench/rekonsiliasi.ts';
import { passes, table } from './bench/table.ts';

const SMALL = 100;
/** Cases that wait for a check at the end of the register: more than one paste takes. */
const WAITING = 510;
/** Patients who are in no filling. */
let newcomers = 300_000;

const { values: options } = parseArgs({ options: { cases: { type: 'string', default: '50000' } } });
const sizes = [SMALL, Number(options.cases)] as const;

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const tickets = (office: Office): string[] => office.rows('Kasus!A:A').map((row) => row['tiket'] ?? '');

/** A case that BPJS answered months ago, and one that came today: what the register is filled with. */
async function makeTemplates(office: Office): Promise<{ answered: Template; waiting: Template }> {
  await office.submit(newcomers++);
  await office.act(2, 'PERIKSA');
  await office.act(2, 'USULKAN');
  await office.tick();
  await office.answer('berhasil', '05/08/2026');
  await office.tick();
  office.setClock('2026-11-23T03:00:00Z');
  await office.submit(newcomers++);
  await office.tick();
  const [answered = '', waiting = ''] = tickets(office);
  return { answered: templateOf(office, answered), waiting: templateOf(office, waiting) };
}

/** Fills up to `size` cases; the newest of them wait for a check. */
function fill(office: Office, templates: { answered: Template; waiting: Template }, size: number): Place {
  const began = performance.now();
  const present = tickets(office).length;
  const count = Math.min(WAITING, Math.floor((size - present) * 0.9));
  const filler = new Filler(office);
  filler.add(templates.answered, present, size - count);
  filler.add(templates.waiting, size - count, size);
  const firstRow = size - count + 2;
  const ticket = tickets(office)[firstRow - 2] ?? '';
  say(`${tickets(office).length} cases after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return { firstRow, count, ticket, newcomer: () => newcomers++ };
}

async function measure(office: Office, at: Place): Promise<Measured[][]> {
  const results: Measured[][] = [];
  for (const { run, repeats = 1 } of OPERATIONS) {
    const runs: Measured[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) runs.push(await run(office, at));
    results.push(runs);
  }
  return results;
}

const office = await Office.open('2026-08-03T03:00:00Z');
try {
  const templates = await makeTemplates(office);
  const small = await measure(office, fill(office, templates, sizes[0]));
  const large = await measure(office, fill(office, templates, sizes[1]));
  const results = OPERATIONS.map((operation, index) => ({
    operation,
    small: small[index] ?? [],
    large: large[index] ?? [],
  }));
  const batch = await benchBatch();
  process.stdout.write(`${table(sizes, results)}\n${reconciliationLine()}\n${batch.line}\n`);
  if (!results.every(passes) || !batch.ok) {
    say('Budget broken: see OVER and GROWS in the table.');
    process.exitCode = 1;
  }
} finally {
  await office.close();
}
