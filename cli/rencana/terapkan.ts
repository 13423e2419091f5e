/** Submits a plan to the register of an office and reports what became of each row. */
import { EXIT, type ExitCode } from '../errors.ts';
import { openQueue } from '../google/queue.ts';
import { bookOf, type Office } from '../google/target.ts';
import type { TargetOptions } from '../google/target-options.ts';
import { susunBagian } from './bagian.ts';
import { type HasilBaris, hasilBaris } from './hasil.ts';
import { openJurnal } from './jurnal.ts';
import { kirim } from './kirim.ts';
import type { Rencana } from './rencana.ts';
import { hitung, teksHasil } from './teks.ts';

export interface TerapkanOptions extends TargetOptions {
  /** Seconds. */
  readonly tunggu: number;
  readonly json?: boolean;
}

/**
 * @param path of the plan; its journal stands beside it
 * @returns 4 when a row needs a person: refused now or when the plan was made, or not answered in time
 */
export async function terapkan(
  path: string,
  rencana: Rencana,
  office: Office,
  options: TerapkanOptions,
): Promise<ExitCode> {
  const bagian = susunBagian(rencana);
  const buku = bookOf(office, options, rencana.kelurahan);
  const hasil = bagian.length === 0 ? [] : await jalankan();
  const ditolak = rencana.berkas.reduce((jumlah, berkas) => jumlah + berkas.ditolak.length, 0);
  const jumlah = hitung(hasil);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ rencana: path, baris: hasil, jumlah, tidakDikirim: ditolak })}\n`
      : teksHasil(hasil),
  );
  if (jumlah.menunggu > 0) {
    process.stderr.write(
      `Belum dijawab setelah ${options.tunggu} detik. Jalankan lagi nanti: pbi terapkan ${path}. Tidak ada yang dikirim dua kali.\n`,
    );
  }
  if (ditolak > 0) process.stderr.write(`${ditolak} baris tidak dikirim karena ditolak saat diperiksa.\n`);
  return jumlah.ditolak + jumlah.menunggu + ditolak > 0 ? EXIT.needsPerson : EXIT.ok;

  async function jalankan(): Promise<HasilBaris[]> {
    const release = announceInterrupt(path);
    try {
      const jurnal = await openJurnal(path, buku);
      const queue = await openQueue(office, buku);
      const jawaban = await kirim(bagian, queue, jurnal, { tunggu: options.tunggu, kemajuan: progress });
      return hasilBaris(bagian, jawaban);
    } finally {
      release();
    }
  }
}

/** On a terminal only: a log file has no use for it. */
export function progress(dijawab: number, semua: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rmenunggu jawaban register: ${dijawab} dari ${semua} bagian `);
  if (process.stderr.isTTY && dijawab === semua) process.stderr.write('\n');
}

/** Ctrl-C may come at any time: the journal and the queue know where to continue. */
export function announceInterrupt(path: string): () => void {
  const stop = () => {
    process.stderr.write(`\nDihentikan. Lanjutkan dengan: pbi terapkan ${path}\n`);
    process.exit(EXIT.interrupted);
  };
  process.once('SIGINT', stop);
  return () => process.off('SIGINT', stop);
}
