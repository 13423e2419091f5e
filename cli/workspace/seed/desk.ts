/** The gestures of the office's people in a local Workspace: form, cells, sidebar, the sheet of BPJS, the clock. */

import { officeFiles } from '../office-files.ts';
import type { Workspace } from '../workspace.ts';
import { gesturesOf, letters } from './gestures.ts';
import { type Answers, answersOf } from './people.ts';
import type { Step } from './steps.ts';

/** What somebody has sent: enough to find the case and to send it again. */
interface Sent {
  ticket: string;
  editToken: string;
  answers: Answers;
}

/** What the panel is told about an action. */
export interface Done {
  jenis: string;
  sebab?: string[];
}

export interface Desk {
  /** A PIC sends the form for the n-th case. */
  submit(n: number, answers: Answers): Promise<void>;
  /** Somebody goes on with the n-th case. */
  play(n: number, step: Step): Promise<void>;
  /** The admin leaves out findings with this code. */
  ignoreWarnings(code: string): Promise<void>;
  tick(): Promise<void>;
  /** Lets days go by up to an instant. */
  passTo(instant: number): Promise<void>;
}

const WIB_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * @returns undefined in an office without the emergency form and its spreadsheets
 * @throws Error from every gesture that the office refuses
 */
export function openDesk(workspace: Workspace): Desk | undefined {
  const { clock, users } = workspace;
  const { forms, spreadsheets } = officeFiles(workspace.scripts.properties());
  const form = forms['darurat'];
  const { register = '', bpjs = '' } = spreadsheets;
  if (!form || bpjs === '') return undefined;
  const { table, somebody, type, locate, send, call, tick, passTo } = gesturesOf(workspace);
  const sent = new Map<number, Sent>();
  let officer = 0;

  const sentBy = (n: number): Sent => {
    const found = sent.get(n);
    if (!found) throw new Error(`practice case ${n} was not sent yet`);
    return found;
  };

  const fill = async (n: number, answers: Answers, editToken?: string): Promise<void> => {
    const response = await send(form, answers, editToken === undefined ? {} : { editToken });
    const ticket = locate(register, 'Kasus', response.id, 'id_respons').text('tiket');
    sent.set(n, { ticket, editToken: response.editToken, answers });
  };

  const press = async (n: number, { action, reason = '', values = {} }: Extract<Step, { do: 'act' }>) => {
    const { ticket } = sentBy(n);
    const { address, text } = locate(register, 'Kasus', ticket);
    const request = { tiket: ticket, baris: 0, versi: text('versi'), aksi: action, alasan: reason, isi: values };
    officer += 1;
    const range = address('tiket').split('!')[1] ?? 'A2';
    const done = (await call('panelTindakan', [request], somebody('dinsos', officer), register, range)) as Done;
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
    tick,
    passTo,
  };
}

/** `DD/MM/YYYY` in WIB. */
const dayOf = (instant: number): string =>
  new Date(instant + WIB_MS).toISOString().slice(0, 10).split('-').reverse().join('/');
