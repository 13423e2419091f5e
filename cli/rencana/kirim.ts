/** Sends the commands of a plan once each and waits for what the register answers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, UserError } from '../errors.ts';
import { portions, type Queue, type QueueCommand } from '../google/queue.ts';
import type { QueueRow } from '../google/queue-rows.ts';
import type { Perintah } from './bagian.ts';
import type { Jurnal } from './jurnal.ts';

export interface Jawaban {
  readonly keadaan: 'SELESAI' | 'DITOLAK' | 'MENUNGGU';
  readonly jawaban: string;
  /** True when it was answered before this run: then this run has changed nothing. */
  readonly lama: boolean;
}

export interface OpsiKirim {
  /** Seconds after which waiting ends; the commands stay in the queue. */
  readonly tunggu: number;
  /** Called while waiting. */
  readonly kemajuan?: (dijawab: number, semua: number) => void;
}

/** So often a part that is refused as a whole may be tried; more is a mistake that trying does not cure. */
const MAX_ULANG = 20;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 10_000;

/** @returns the answer of each part, in their order */
export async function kirim(
  bagian: readonly Perintah[],
  queue: Queue,
  jurnal: Jurnal,
  opsi: OpsiKirim,
): Promise<Jawaban[]> {
  const dikenal = await kenali(bagian, queue, jurnal);
  const baru = dikenal.filter(({ keadaan }) => keadaan === 'BELUM').map(({ perintah }) => perintah);
  for (const sekaligus of portions(baru)) {
    // Noted before: whoever finds the note without the command in the queue knows that it did not arrive.
    await jurnal.catat(sekaligus.map(({ id }) => ({ id, keadaan: 'DIKIRIM', jawaban: '' })));
    await queue.append(sekaligus);
  }
  const belum = dikenal.filter(({ keadaan }) => keadaan !== 'DIJAWAB').map(({ perintah }) => perintah.id);
  await tunggu(belum, queue, jurnal, opsi);
  return dikenal.map(({ perintah, keadaan }) => ({
    ...(jawabanTercatat(jurnal, perintah.id) ?? { keadaan: 'MENUNGGU', jawaban: '' }),
    lama: keadaan === 'DIJAWAB',
  }));
}

function jawabanTercatat({ isi }: Jurnal, id: string): Omit<Jawaban, 'lama'> | undefined {
  const catatan = isi.get(id);
  if (catatan === undefined || catatan.keadaan === 'DIKIRIM') return undefined;
  return { keadaan: catatan.keadaan, jawaban: catatan.jawaban };
}

interface Dikenal {
  readonly perintah: QueueCommand;
  /** Before this run: not in the queue, in it, or answered. */
  readonly keadaan: 'BELUM' | 'MENUNGGU' | 'DIJAWAB';
}

/** The command of each part and what is known of it; a part that was refused as a whole gets a further command. */
async function kenali(bagian: readonly Perintah[], queue: Queue, jurnal: Jurnal): Promise<Dikenal[]> {
  const hasil = new Map<Perintah, Dikenal>();
  for (let ulang = 0; hasil.size < bagian.length; ulang += 1) {
    const sisa = bagian.filter((satu) => !hasil.has(satu));
    const ada = await queue.find(sisa.map((satu) => satu.id(ulang)));
    await jurnal.catat(sisa.flatMap((satu) => jawabanBaru(satu, ada.get(satu.id(ulang)))));
    for (const satu of sisa) {
      const id = satu.id(ulang);
      const tercatat = jawabanTercatat(jurnal, id);
      if (tercatat?.keadaan === 'DITOLAK' && ulang < MAX_ULANG) continue;
      const keadaan = tercatat ? 'DIJAWAB' : ada.has(id) ? 'MENUNGGU' : 'BELUM';
      hasil.set(satu, { perintah: { id, jenis: satu.jenis, muatan: satu.muatan }, keadaan });
    }
  }
  return bagian.flatMap((satu) => hasil.get(satu) ?? []);
}

/** @throws UserError code 5 when the command in the queue holds something else */
function jawabanBaru(satu: Perintah, baris: QueueRow | undefined) {
  if (!baris) return [];
  if (baris.muatan !== satu.muatan) throw berbeda(satu);
  return catatanJawaban(baris);
}

const berbeda = ({ nama }: Perintah): UserError =>
  new UserError(
    EXIT.conflict,
    `${nama}: berkas yang sama pernah dikirim dengan hasil baca lain, misalnya --urutan yang berbeda. ` +
      'Simpan ulang berkasnya dari Excel, lalu impor lagi.',
  );

async function tunggu(ids: readonly string[], queue: Queue, jurnal: Jurnal, opsi: OpsiKirim): Promise<void> {
  const cukup = new AbortController();
  try {
    await tungguJawaban({ ids, queue, jurnal, opsi, cukup: cukup.signal });
  } finally {
    cukup.abort();
  }
}

interface Tunggu {
  readonly ids: readonly string[];
  readonly queue: Queue;
  readonly jurnal: Jurnal;
  readonly opsi: OpsiKirim;
  readonly cukup: AbortSignal;
}

async function tungguJawaban({ ids, queue, jurnal, opsi, cukup: signal }: Tunggu): Promise<void> {
  const sampai = performance.now() + opsi.tunggu * 1_000;
  const sisa = (): number => Math.max(sampai - performance.now(), 0);
  let belum = ids;
  let dikerjakan: Promise<void> | undefined;
  for (let jeda = FIRST_PAUSE_MS; belum.length > 0; jeda = Math.min(jeda * 2, LONGEST_PAUSE_MS)) {
    dikerjakan ??= queue.nudge(signal).finally(() => {
      dikerjakan = undefined;
    });
    // A long queue is looked at while it is being worked off, a short one as soon as it is.
    await Promise.race([dikerjakan, sleep(Math.min(jeda, sisa()), undefined, { signal })]);
    const dijawab = [...(await queue.answered(belum)).values()].flatMap(catatanJawaban);
    await jurnal.catat(dijawab);
    belum = belum.filter((id) => !jawabanTercatat(jurnal, id));
    opsi.kemajuan?.(ids.length - belum.length, ids.length);
    if (belum.length === 0 || sisa() === 0) return;
    // A queue that is being worked off is not left alone for longer and longer.
    if (dijawab.length > 0) jeda = FIRST_PAUSE_MS;
    else await sleep(Math.min(jeda, sisa()), undefined, { signal });
  }
}

const catatanJawaban = ({ id, keadaan, jawaban }: QueueRow) =>
  keadaan === 'MENUNGGU' ? [] : [{ id, keadaan, jawaban }];
