/**
 * Fills a freshly installed Bantul office for practice. Nothing is written behind the bundle's back: the cases come
 * through the form, the cells, the sidebar and the sheet of BPJS, with the clock set back and led up to now.
 */
import type { Workspace } from '../workspace.ts';
import { CASES, type PracticeCase } from './cases.ts';
import { openDesk } from './desk.ts';
import { type Answers, answersOf } from './people.ts';
import type { Step } from './steps.ts';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
/** WIB is UTC+7. */
const WIB_MS = 7 * 60 * MINUTE;
/** The scheduled job runs every five minutes; here once after each pause that is at least that long. */
const TICK_MS = 5 * MINUTE;

interface Happening {
  at: number;
  who: number;
  step: Step | { do: 'submit' };
}

/** A wall-clock date and time in WIB, `YYYY-MM-DD HH:mm`. */
const wallClock = (instant: number): string => new Date(instant + WIB_MS).toISOString().slice(0, 16).replace('T', ' ');

/**
 * Does nothing in an office that has no emergency form. The clock shows real time afterwards.
 * @throws Error when the bundle refuses a step: then the practice data no longer fit the bundle
 */
export async function seedBantul(workspace: Workspace): Promise<void> {
  const desk = openDesk(workspace);
  if (!desk) return;
  const now = workspace.clock.now();
  const happenings = CASES.flatMap(({ age, steps = [] }, who): Happening[] => {
    const sent = now - age * MINUTE;
    const later = steps.map(([minutes, step]) => ({ at: sent + minutes * MINUTE, who, step }));
    return [{ at: sent, who, step: { do: 'submit' } }, ...later];
  }).sort((a, b) => a.at - b.at);

  await desk.ignoreWarnings('W_SERI9');
  for (const [index, { at, who, step }] of happenings.entries()) {
    await desk.passTo(at);
    if (step.do === 'submit') await desk.submit(who, enteredBy(who, at));
    else await desk.play(who, step);
    const next = happenings[index + 1]?.at ?? now;
    if (next - at < TICK_MS) continue;
    workspace.clock.set(at + TICK_MS);
    await desk.tick();
  }
  workspace.clock.reset();
  await desk.tick();
}

/** What the PIC of the n-th case enters at that instant, mistakes included. */
function enteredBy(n: number, at: number): Answers {
  const { admitted = 120, answers = {}, sameAs, swapped, newborn } = CASES[n] as PracticeCase;
  const own = answersOf(n);
  const all: Answers = { ...own, waktu_masuk_rs: wallClock(at - admitted * MINUTE), ...answers };
  if (sameAs !== undefined) Object.assign(all, identityOf(n - sameAs));
  if (swapped) Object.assign(all, { nik: own['no_kk'], no_kk: own['nik'] });
  if (newborn !== undefined) makeNewborn(all, wallClock(at - newborn * DAY_MS).slice(0, 10));
  return all;
}

/** The same person as in an earlier case. */
function identityOf(n: number): Answers {
  const { nik = '', no_kk = '', nama = '', tgl_lahir = '', jk = '', kapanewon = '', kalurahan = '' } = answersOf(n);
  return { nik, no_kk, nama, tgl_lahir, jk, kapanewon, kalurahan };
}

function makeNewborn(answers: Answers, born: string): void {
  const mother = answers['nik'] ?? '';
  const name = `BY NY ${answers['nama']}`;
  delete answers['nik'];
  const birth = { tgl_lahir: born, tempat_lahir: 'Bantul', alasan: 'Bayi baru lahir', disetujui_oleh: 'Orang tua' };
  Object.assign(answers, { bayi_baru_lahir: 'Ya', nik_ibu: mother, nama: name, ...birth });
}
