/** Submits the answers of a plan to the register and reports what became of each. */
import { EXIT, type ExitCode } from '../errors.ts';
import { bookOf, type Office } from '../google/target.ts';
import type { Jawaban } from '../rencana/kirim.ts';
import { kalimatMenunggu } from '../rencana/lanjutan.ts';
import { denganSesi, progress } from '../rencana/sesi.ts';
import type { TerapkanOptions } from '../rencana/terapkan.ts';
import { type PerintahBaris, susunPerintah } from './perintah.ts';
import type { RencanaRekonsiliasi } from './rencana.ts';
import { perluOrang } from './teks.ts';

export interface HasilCatat {
  readonly nomor: number;
  readonly tiket: string;
  /** `sudah`: an earlier run recorded it; `menunggu`: not answered yet. */
  readonly hasil: 'dicatat' | 'sudah' | 'ditolak' | 'menunggu';
  readonly kalimat: string;
}

/**
 * @param path of the plan; its journal stands beside it
 * @returns 4 when a row needs a person: in the plan, refused by the register, or not answered in time
 */
export async function terapkanRekonsiliasi(
  path: string,
  rencana: RencanaRekonsiliasi,
  office: Office,
  options: TerapkanOptions,
): Promise<ExitCode> {
  const perintah = susunPerintah(rencana);
  const sesi = { path, buku: bookOf(office, options), tunggu: options.tunggu, kemajuan: progress };
  const jawaban = perintah.length === 0 ? [] : await denganSesi(office, sesi, (kirim) => kirim(perintah));
  const hasil = perintah.map((satu, indeks) => hasilCatat(satu, jawaban[indeks]));
  const jumlah = { dicatat: 0, sudah: 0, ditolak: 0, menunggu: 0 };
  for (const satu of hasil) jumlah[satu.hasil] += 1;
  process.stdout.write(
    options.json ? `${JSON.stringify({ rencana: path, baris: hasil, jumlah })}\n` : teks(hasil, jumlah),
  );
  if (jumlah.menunggu > 0) process.stderr.write(kalimatMenunggu(path, options));
  return jumlah.ditolak + jumlah.menunggu > 0 || perluOrang(rencana) ? EXIT.needsPerson : EXIT.ok;
}

function hasilCatat({ nomor, tiket }: PerintahBaris, jawaban: Jawaban | undefined): HasilCatat {
  const { keadaan = 'MENUNGGU', jawaban: kalimat = '', lama = false } = jawaban ?? {};
  if (keadaan === 'MENUNGGU') return { nomor, tiket, hasil: 'menunggu', kalimat: '' };
  if (keadaan === 'DITOLAK') return { nomor, tiket, hasil: 'ditolak', kalimat };
  return { nomor, tiket, hasil: lama ? 'sudah' : 'dicatat', kalimat: '' };
}

/** What did not go through, line by line, then the counts. */
function teks(hasil: readonly HasilCatat[], jumlah: Readonly<Record<HasilCatat['hasil'], number>>): string {
  const belum = hasil.filter((satu) => satu.hasil === 'ditolak' || satu.hasil === 'menunggu');
  const baris = belum.map(({ nomor, tiket, hasil: apa, kalimat }) =>
    [`baris ${nomor}: ${tiket} ${apa}`, kalimat].filter((kata) => kata !== '').join(' - '),
  );
  const kata = Object.entries(jumlah).map(([apa, banyak]) => `${banyak} ${apa}`);
  return [...baris, `${kata.join(', ')}.`].map((satu) => `${satu}\n`).join('');
}
