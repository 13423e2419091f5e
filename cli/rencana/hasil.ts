/** What became of each row of a plan, from the answers of the register. */
import * as z from 'zod/mini';
import type { Bagian } from './bagian.ts';
import type { Jawaban } from './kirim.ts';

const HASIL = ['baru', 'revisi', 'sudah', 'ditolak'] as const;

const SELESAI = z.object({
  hasil: z.array(z.tuple([z.int(), z.enum(HASIL), z.string(), z.string()])),
});

export interface HasilBaris {
  readonly berkas: string;
  readonly nomor: number;
  /** `sudah`: nothing changed, `menunggu`: not answered yet. */
  readonly hasil: (typeof HASIL)[number] | 'menunggu';
  readonly tiket: string;
  readonly kalimat: string;
}

const TANPA_JAWABAN = 'Sistem tidak menjawab baris ini. Periksa register sebelum mengirim lagi.';

/** One result for every row that was sent, in the order of the plan. */
export const hasilBaris = (bagian: readonly Bagian[], jawaban: readonly Jawaban[]): HasilBaris[] =>
  bagian.flatMap((satu, indeks) => {
    const milik = jawaban[indeks];
    const baca = milik ? pembaca(milik) : () => undefined;
    return satu.nomor.map((nomor) => ({
      berkas: satu.nama,
      nomor,
      ...(baca(nomor) ?? { hasil: 'ditolak', tiket: '', kalimat: TANPA_JAWABAN }),
    }));
  });

type IsiHasil = Omit<HasilBaris, 'berkas' | 'nomor'>;

function pembaca({ keadaan, jawaban, lama }: Jawaban): (nomor: number) => IsiHasil | undefined {
  if (keadaan === 'MENUNGGU') return () => ({ hasil: 'menunggu', tiket: '', kalimat: '' });
  if (keadaan === 'DITOLAK') return () => ({ hasil: 'ditolak', tiket: '', kalimat: jawaban });
  const isi = new Map(bacaSelesai(jawaban).map(([nomor, hasil, tiket, kalimat]) => [nomor, { hasil, tiket, kalimat }]));
  return (nomor) => {
    const satu = isi.get(nomor);
    // What an earlier run did is done; this run found it so.
    return satu && lama && satu.hasil !== 'ditolak' ? { ...satu, hasil: 'sudah' } : satu;
  };
}

function bacaSelesai(jawaban: string): z.infer<typeof SELESAI>['hasil'] {
  try {
    return SELESAI.parse(JSON.parse(jawaban)).hasil;
  } catch {
    return [];
  }
}
