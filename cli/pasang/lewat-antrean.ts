/** Repairs an office whose script is at work without anybody's click: it is asked through its queue. */
import { randomUUID } from 'node:crypto';
import { setTimeout as tidur } from 'node:timers/promises';
import * as z from 'zod/mini';
import { kurangDari, parseWaktu, tambahMenit } from '#domain/waktu/waktu.ts';
import { UserError } from '../errors.ts';
import { openQueue } from '../google/queue.ts';
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

/** @returns what was done; undefined where the script did not answer, or cannot be asked, and a person is needed */
export async function lewatAntrean(mesin: Mesin, kantor: Office, register: string): Promise<string[] | undefined> {
  try {
    if (!(await berdetak(kantor, register))) return undefined;
    const queue = await openQueue(kantor, register);
    const id = `pasang-${randomUUID()}`;
    await queue.append([{ id, jenis: 'PERBAIKI', muatan: '{}' }]);
    return await mesin.kabar.langkah('Menunggu skrip memeriksa kantor (paling lama beberapa menit)', async () => {
      const sampai = performance.now() + TUNGGU_MENIT * 60_000;
      while (performance.now() < sampai) {
        await queue.nudge(AbortSignal.timeout(SELA_MS));
        const baris = (await queue.answered([id])).get(id);
        if (baris) return baris.keadaan === 'SELESAI' ? JAWABAN.parse(JSON.parse(baris.jawaban)).laporan : undefined;
        await tidur(SELA_MS);
      }
      return undefined;
    });
  } catch (error) {
    // A register without its queue is what a person is then asked to repair.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function berdetak(kantor: Office, register: string): Promise<boolean> {
  const [[[teks = ''] = []] = []] = await readRanges(kantor, register, [DETAK]);
  const detak = parseWaktu(teks);
  return detak !== undefined && !kurangDari(tambahMenit(detak, MENIT_SEGAR), kantor.now);
}
