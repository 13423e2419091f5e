/** Sends an office command through the queue and waits for its answer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PERINTAH_KANTOR } from '#usecase/bentuk-perintah.ts';
import { openQueue } from '../google/queue.ts';
import type { Office } from '../google/target.ts';

const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 10_000;

export interface OpsiTanya {
  /** Seconds. */
  readonly tunggu: number;
  /** Whether the queue is worked on when asked for, and not when Google's clock says so. */
  readonly langsung: boolean;
}

/** @returns the register's answer; undefined when none came */
export async function tanya(
  office: Office,
  register: string,
  [jenis, muatan]: readonly [jenis: (typeof PERINTAH_KANTOR)[number], muatan: object],
  { tunggu, langsung }: OpsiTanya,
): Promise<{ selesai: boolean; jawaban: string } | undefined> {
  const queue = await openQueue(office, register);
  const id = `kantor-${randomUUID()}`;
  await queue.append([{ id, jenis, muatan: JSON.stringify(muatan) }]);
  const sampai = performance.now() + tunggu * 1_000;
  const cukup = new AbortController();
  let jeda = FIRST_PAUSE_MS;
  try {
    for (;;) {
      await queue.nudge(cukup.signal);
      const baris = (await queue.answered([id])).get(id);
      if (baris) return { selesai: baris.keadaan === 'SELESAI', jawaban: baris.jawaban };
      // Where asking is enough, a second run that does not answer either will not answer later.
      if (performance.now() >= sampai || (langsung && jeda > FIRST_PAUSE_MS)) return undefined;
      await sleep(jeda);
      jeda = Math.min(jeda * 2, LONGEST_PAUSE_MS);
    }
  } finally {
    cukup.abort();
  }
}
