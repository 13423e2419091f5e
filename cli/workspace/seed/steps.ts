/** What people do with a practice case, as data: who, with what, how long after the case was sent. */
import type { Answers } from './people.ts';

export type Step =
  /** The PIC opens the edit link and sends the form again: `own` fields as they truly are, `answers` as given. */
  | { do: 'revise'; own?: readonly string[]; answers?: Answers }
  /** Dinsos types into cells of the register, by column. */
  | { do: 'type'; cells: Answers }
  /** Dinsos presses an action in the sidebar. */
  | { do: 'act'; action: string; reason?: string; values?: Answers }
  /** BPJS fills its own sheet. `from`: days from that day on until the cover starts. */
  | { do: 'answer'; result: string; note?: string; from?: number }
  /** Nothing but the clock: the scheduled job runs. */
  | { do: 'wait' };

/** Minutes after the case was sent, and the step. */
export type Timed = readonly [minutes: number, step: Step];

const GOOD = {
  cek_kependudukan: 'Padan',
  cek_dtks: 'Terdaftar desil 1-5',
  cek_pbi_jk: 'Terdaftar nonaktif',
  cek_pbi_apbd: 'Tidak terdaftar',
};

export const act = (action: string, reason = '', values: Answers = {}): Step => ({ do: 'act', action, reason, values });

/** The four checks in the sidebar, with these results changed. */
export const checks = (changes: Answers = {}): Step => act('PERIKSA', '', { ...GOOD, ...changes });

/** The four checks typed into the cells of the row. */
export const checksByHand: Step = { do: 'type', cells: { ...GOOD, cek_pbi_jk: 'Tidak terdaftar' } };

export const propose = act('USULKAN');

/** Looked at, checked and proposed after so many minutes. */
export const proposed = (minutes: number): Timed[] => [
  [minutes, checks()],
  [minutes + 4, propose],
];

export const answered = (minutes: number, result: string, note = '', from?: number): Timed => [
  minutes,
  { do: 'answer', result, note, ...(from === undefined ? {} : { from }) },
];
