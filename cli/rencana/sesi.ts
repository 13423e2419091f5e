/** One run of a plan against one spreadsheet: nobody else runs it meanwhile, and all that is sent is in its journal. */
import { openQueue } from '../google/queue.ts';
import type { Office } from '../google/target.ts';
import type { Perintah } from './bagian.ts';
import { openJurnal } from './jurnal.ts';
import { type Jawaban, kirim, type OpsiKirim } from './kirim.ts';
import { kunciRencana } from './kunci.ts';

export type Kirim = (perintah: readonly Perintah[]) => Promise<Jawaban[]>;

export interface Sesi extends OpsiKirim {
  /** Of the plan; lock and journal stand beside it. */
  readonly path: string;
  readonly buku: string;
}

/** @param kerja sends commands as often as it needs to */
export async function denganSesi<T>(
  office: Office,
  { path, buku, ...opsi }: Sesi,
  kerja: (kirim: Kirim) => Promise<T>,
): Promise<T> {
  const lepas = await kunciRencana(path);
  try {
    const jurnal = await openJurnal(path, buku);
    try {
      const queue = await openQueue(office, buku);
      return await kerja((perintah) => kirim(perintah, queue, jurnal, opsi));
    } finally {
      await jurnal.close();
    }
  } finally {
    lepas();
  }
}

/** On a terminal only: a log file has no use for it. */
export function progress(dijawab: number, semua: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rmenunggu jawaban register: ${dijawab} dari ${semua} bagian `);
  if (process.stderr.isTTY && dijawab === semua) process.stderr.write('\n');
}
