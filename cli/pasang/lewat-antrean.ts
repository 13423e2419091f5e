/** Repairs an office whose script is at work without anybody's click: it is asked through its queue. */
import { randomUUID } from 'node:crypto';
import { setTimeout as tidur } from 'node:timers/promises';
import * as z from 'zod/mini';
import { kurangDari, parseWaktu, tambahMenit } from '#domain/waktu/waktu.ts';
import { EXIT, UserError } from '../errors.ts';
import { openQueue, type Queue } from '../google/queue.ts';
import type { QueueRow } from '../google/queue-rows.ts';
import { readRanges } from '../google/tab.ts';
import type { Office } from '../google/target.ts';
import type { Mesin } from './mesin.ts';

/** The heartbeat is written once an hour; one that is older may be the last. */
const MENIT_SEGAR = 70;
/** In column F of the header row of `Sistem`. */
const DETAK = "'Sistem'!F1";

/** The script looks at its queue every five minutes. */
const TUNGGU_MENIT = 12;
const SELA_MS = 10_000;

const JAWABAN = z.object({ laporan: z.array(z.string()) });

/**
 * @returns what was done; undefined where the script did not answer, or cannot be asked, and a person is needed
 * @throws UserError where the register does not let this person ask
 */
export async function lewatAntrean(mesin: Mesin, kantor: Office, register: string): Promise<string[] | undefined> {
  const queue = await antreanHidup(kantor, register);
  if (!queue) return undefined;
  const id = `pasang-${randomUUID()}`;
  await queue.append([{ id, jenis: 'PERBAIKI', muatan: '{}' }]);
  const nama = 'Menunggu skrip memeriksa kantor (paling lama beberapa menit)';
  const baris = await mesin.kabar.langkah(nama, () => tungguJawaban(queue, id));
  if (baris?.keadaan === 'DITOLAK') throw new UserError(EXIT.auth, baris.jawaban);
  return baris && JAWABAN.parse(JSON.parse(baris.jawaban)).laporan;
}

async function tungguJawaban(queue: Queue, id: string): Promise<QueueRow | undefined> {
  const sampai = performance.now() + TUNGGU_MENIT * 60_000;
  while (performance.now() < sampai) {
    const baris = (await queue.answered([id])).get(id);
    if (baris) return baris;
    await tidur(SELA_MS);
  }
  return undefined;
}

/** Undefined where nobody works it off, or it has lost its tab or a column: that is for the person's step to repair. */
async function antreanHidup(kantor: Office, register: string): Promise<Queue | undefined> {
  try {
    return (await berdetak(kantor, register)) ? await openQueue(kantor, register) : undefined;
  } catch (error) {
    if (error instanceof UserError && error.exitCode === EXIT.conflict) return undefined;
    throw error;
  }
}

async function berdetak(kantor: Office, register: string): Promise<boolean> {
  const [[[teks = ''] = []] = []] = await readRanges(kantor, register, [DETAK]);
  const detak = parseWaktu(teks);
  return detak !== undefined && !kurangDari(tambahMenit(detak, MENIT_SEGAR), kantor.now);
}
