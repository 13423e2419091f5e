/** Submits a plan to the register of an office and reports what became of each row. */
import { EXIT, type ExitCode } from '../errors.ts';
import { bookOf, type Office } from '../google/target.ts';
import type { TargetOptions } from '../google/target-options.ts';
import { susunBagian } from './bagian.ts';
import { hasilBaris } from './hasil.ts';
import { kalimatMenunggu } from './lanjutan.ts';
import type { Rencana } from './rencana.ts';
import { denganSesi, progress } from './sesi.ts';
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
  const sesi = { path, buku, tunggu: options.tunggu, kemajuan: progress };
  const jawaban = bagian.length === 0 ? [] : await denganSesi(office, sesi, (kirim) => kirim(bagian));
  const hasil = hasilBaris(bagian, jawaban);
  const ditolak = rencana.berkas.reduce((jumlah, berkas) => jumlah + berkas.ditolak.length, 0);
  const jumlah = hitung(hasil);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ rencana: path, baris: hasil, jumlah, tidakDikirim: ditolak })}\n`
      : teksHasil(hasil),
  );
  if (jumlah.menunggu > 0) process.stderr.write(kalimatMenunggu(path, options));
  if (ditolak > 0) process.stderr.write(`${ditolak} baris tidak dikirim karena ditolak saat diperiksa.\n`);
  return jumlah.ditolak + jumlah.menunggu + ditolak > 0 ? EXIT.needsPerson : EXIT.ok;
}
