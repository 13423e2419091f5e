/** Questions of a review that need more than a key: filters, words to search, and whether many rows are really meant. */
import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel, select, text } from '@clack/prompts';
import { TEKS_KELAS, URUTAN_KELAS } from '../hasil/kelas-teks.ts';
import type { Putusan, RencanaCocok } from '../rencana.ts';
import { bersihkanTerminal } from './bersih.ts';
import type { Saringan } from './saringan.ts';

export interface Aliran {
  readonly input: Readable;
  readonly output: Writable;
}

const SAJA = { showInstructions: false } as const;
const SEMUA = '';
/** Several at once can only be named on the command line; they stay unless one is chosen here. */
const TETAP = '=';

const PUTUSAN: readonly (readonly [string, readonly Putusan[]])[] = [
  ['belum diputuskan', ['TUNDA']],
  ['diterima', ['TERIMA']],
  ['ditolak', ['TOLAK']],
  ['otomatis', ['OTOMATIS']],
  ['semua', []],
];

/** Undefined when it was called off. */
export async function tanyaSaringan(
  { entri }: RencanaCocok,
  lama: Saringan,
  aliran: Aliran,
): Promise<Saringan | undefined> {
  const adaKelas = new Set(entri.map((satu) => satu.kelas));
  const kelas = await tanyaSatu(
    'Kelas',
    URUTAN_KELAS.filter((satu) => adaKelas.has(satu)),
    lama.kelas,
    (satu) => TEKS_KELAS[satu].nama,
    aliran,
  );
  if (!kelas) return undefined;
  const adaReferensi = [...new Set(entri.map((satu) => satu.referensi))];
  const referensi = await tanyaSatu('Referensi', adaReferensi, lama.referensi, bersihkanTerminal, aliran);
  if (!referensi) return undefined;
  const skor = await text({
    message: 'Skor paling rendah (kosong = semua)',
    initialValue: lama.skorMin === undefined ? '' : String(lama.skorMin).replace('.', ','),
    validate: (isi) => (bacaSkor(isi ?? '') === null ? 'Tulis bilangan, misalnya 15 atau 12,5.' : undefined),
    ...aliran,
  });
  if (isCancel(skor)) return undefined;
  const putusan = await select({
    message: 'Putusan',
    options: PUTUSAN.map(([label, isi]) => ({ value: isi.join(), label })),
    initialValue: lama.putusan.join(),
    ...SAJA,
    ...aliran,
  });
  if (isCancel(putusan)) return undefined;
  const pilihan = PUTUSAN.find(([, isi]) => isi.join() === putusan)?.[1] ?? [];
  return { ...lama, kelas, referensi, putusan: pilihan, skorMin: bacaSkor(skor ?? '') ?? undefined };
}

/** One of several, or all. @returns undefined when it was called off */
async function tanyaSatu<T extends string>(
  message: string,
  ada: readonly T[],
  lama: readonly T[],
  sebut: (satu: T) => string,
  aliran: Aliran,
): Promise<readonly T[] | undefined> {
  if (ada.length < 2) return lama;
  const jawaban = await select<string>({
    message,
    options: [
      ...(lama.length > 1 ? [{ value: TETAP, label: lama.map(sebut).join(', ') }] : []),
      { value: SEMUA, label: 'semua' },
      ...ada.map((value) => ({ value, label: sebut(value) })),
    ],
    initialValue: lama.length > 1 ? TETAP : (lama[0] ?? SEMUA),
    ...SAJA,
    ...aliran,
  });
  if (isCancel(jawaban)) return undefined;
  return jawaban === TETAP ? lama : ada.filter((satu) => satu === jawaban);
}

/** Undefined for an empty text, null for one that is no number. */
function bacaSkor(teks: string): number | null | undefined {
  const isi = teks.trim().replace(',', '.');
  if (isi === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(isi) ? Number(isi) : null;
}

/** The words to search for; undefined when it was called off. */
export async function tanyaTeks(lama: string, aliran: Aliran): Promise<string | undefined> {
  const jawaban = await text({
    message: 'Cari nama, tiket, nomor atau kata alasan (kosong = semua)',
    initialValue: lama,
    ...aliran,
  });
  return isCancel(jawaban) ? undefined : (jawaban ?? '').trim();
}

export async function tanyaYakin(pertanyaan: string, aliran: Aliran): Promise<boolean> {
  const jawaban = await confirm({
    message: bersihkanTerminal(pertanyaan),
    active: 'Ya',
    inactive: 'Tidak',
    initialValue: false,
    ...aliran,
  });
  return jawaban === true;
}
