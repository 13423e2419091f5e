/** The gestures of the office's people in a local Workspace: form, cells, sidebar, the sheet of BPJS, the clock. */
import type { Answers as FormAnswers, Question } from '../forms/model.ts';
import type { Role, User } from '../users.ts';
import type { Workspace } from '../workspace.ts';
import { type Answers, answersOf } from './people.ts';
import type { Step } from './steps.ts';

interface Office {
  spreadsheets?: { register: string; bpjs: string };
  forms?: { darurat?: { id: string; items: Record<string, number> } };
}

/** What somebody has sent: enough to find the case and to send it again. */
interface Sent {
  ticket: string;
  editToken: string;
  answers: Answers;
}

export interface Desk {
  /** A PIC sends the form for the n-th case. */
  submit(n: number, answers: Answers): Promise<void>;
  /** Somebody goes on with the n-th case. */
  play(n: number, step: Step): Promise<void>;
  /** The admin leaves out findings with this code. */
  ignoreWarnings(code: string): Promise<void>;
  tick(): Promise<void>;
}

const WIB_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * @returns undefined in an office without the emergency form and its spreadsheets
 * @throws Error from every gesture that the office refuses
 */
export function openDesk(workspace: Workspace): Desk | undefined {
  const { sheets, scripts, forms, clock, users } = workspace;
  const office = JSON.parse(scripts.properties()['KANTOR'] ?? '{}') as Office;
  const form = office.forms?.darurat;
  if (!form || !office.spreadsheets) return undefined;
  const { register, bpjs } = office.spreadsheets;
  const sent = new Map<number, Sent>();
  let officer = 0;

  const table = (book: string, tab: string): string[][] =>
    (sheets.values.get(users.owner, book, `'${tab}'`).values ?? []) as string[][];
  const somebody = (role: Role, turn = 0): User => {
    const all = users.list().filter((user) => user.role === role);
    return all[turn % all.length] ?? users.owner;
  };
  const sentBy = (n: number): Sent => {
    const found = sent.get(n);
    if (!found) throw new Error(`practice case ${n} was not sent yet`);
    return found;
  };

  const fill = async (n: number, answers: Answers, editToken?: string): Promise<void> => {
    const definition = forms.get(form.id);
    if (!definition) throw new Error('the office has no form');
    const byEntry: FormAnswers = {};
    for (const [field, answer] of Object.entries(answers)) {
      const item = definition.items.find(({ id }) => id === form.items[field]) as Question | undefined;
      if (item) byEntry[item.entryId] = answer;
    }
    const result = forms.submit(definition, byEntry, editToken === undefined ? {} : { editToken });
    if (!result.ok)
      throw new Error(`practice case ${n}: the form refuses ${Object.keys(result.errors).length} answers`);
    await scripts.idle();
    const [header = [], ...rows] = table(register, 'Kasus');
    const row = rows.find((cells) => cells[header.indexOf('id_respons')] === result.response.id);
    if (!row) throw new Error(`practice case ${n}: no row in the register`);
    sent.set(n, { ticket: row[header.indexOf('tiket')] ?? '', editToken: result.response.editToken, answers });
  };

  /** Where a ticket's cells are, in A1, with the row's text by column. */
  const locate = (book: string, tab: string, ticket: string) => {
    const [header = [], ...rows] = table(book, tab);
    const index = rows.findIndex((cells) => cells[header.indexOf('tiket')] === ticket);
    if (index < 0) throw new Error(`${ticket} is not in ${tab}`);
    const address = (column: string) => `'${tab}'!${letters(header.indexOf(column))}${index + 2}`;
    return { address, text: (column: string) => rows[index]?.[header.indexOf(column)] ?? '' };
  };

  const type = async (user: User, book: string, range: string, values: string[][]): Promise<void> => {
    const edit = sheets.userEdit(user, book, { range, values, confirmed: true });
    await scripts.edited(edit, user);
  };

  const press = async (n: number, { action, reason = '', values = {} }: Extract<Step, { do: 'act' }>) => {
    const { ticket } = sentBy(n);
    const { address, text } = locate(register, 'Kasus', ticket);
    const request = { tiket: ticket, baris: 0, versi: text('versi'), aksi: action, alasan: reason, isi: values };
    officer += 1;
    const result = await scripts.run({
      function: 'panelTindakan',
      args: [request],
      user: somebody('dinsos', officer),
      source: 'sidebar',
      active: { spreadsheetId: register, sheetName: 'Kasus', range: address('tiket').split('!')[1] ?? 'A2' },
    });
    const done = result.ok && (result.value as { jenis: string; sebab?: string[] });
    if (!done) throw new Error(`practice case ${n}, ${action}: ${result.ok ? '' : result.error}`);
    if (done.jenis !== 'selesai')
      throw new Error(`practice case ${n}, ${action}: ${done.sebab?.join(' ') ?? done.jenis}`);
  };

  const answer = async (n: number, { result, note = '', from }: Extract<Step, { do: 'answer' }>) => {
    const { address } = locate(bpjs, 'Usulan Darurat', sentBy(n).ticket);
    const start = from === undefined ? '' : dayOf(clock.now() + from * DAY_MS);
    await type(somebody('bpjs'), bpjs, address('hasil'), [[result, note, start]]);
  };

  return {
    submit: fill,
    async play(n, step) {
      if (step.do === 'revise') {
        const { answers, editToken } = sentBy(n);
        const own = Object.entries(answersOf(n)).filter(([field]) => step.own?.includes(field));
        return fill(n, { ...answers, ...Object.fromEntries(own), ...step.answers }, editToken);
      }
      if (step.do === 'act') return press(n, step);
      if (step.do === 'answer') return answer(n, step);
      if (step.do === 'type') {
        for (const [column, value] of Object.entries(step.cells)) {
          const { address } = locate(register, 'Kasus', sentBy(n).ticket);
          await type(somebody('dinsos'), register, address(column), [[value]]);
        }
      }
    },
    async ignoreWarnings(code) {
      const [header = [], ...rows] = table(register, 'Pengaturan');
      const row = rows.findIndex((cells) => cells[header.indexOf('kunci')] === 'abaikan_peringatan');
      await type(users.owner, register, `'Pengaturan'!${letters(header.indexOf('nilai'))}${row + 2}`, [[code]]);
    },
    async tick() {
      await scripts.runTrigger('tick');
      await scripts.idle();
    },
  };
}

/** `DD/MM/YYYY` in WIB. */
const dayOf = (instant: number): string =>
  new Date(instant + WIB_MS).toISOString().slice(0, 10).split('-').reverse().join('/');

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
