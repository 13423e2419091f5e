/** The letters of the scheduled work, in the office's words or the built-in ones. */
import type { KunciSurat } from '#domain/kalimat/daftar-surat.ts';
import type { KALIMAT_BERKALA } from '#domain/kalimat/daftar-surat-berkala.ts';
import { kalimatSurat } from '#domain/kalimat/surat.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { penutup, type SuratBaru } from '../surat.ts';

type KunciBerkala = Extract<KunciSurat, (typeof KALIMAT_BERKALA)[number]['kunci']>;
type NamaBerkala = KunciBerkala extends infer K ? (K extends `surat.${infer N}.subjek` ? N : never) : never;

export function suratBerkala(
  nama: NamaBerkala,
  kunci: string,
  kepada: readonly string[],
  p: Pengaturan,
  isi: Readonly<Record<string, string>>,
): SuratBaru {
  return {
    kunci,
    tiket: '-',
    kepada,
    subjek: kalimatSurat(`surat.${nama}.subjek`, isi, p),
    isi: kalimatSurat(`surat.${nama}.isi`, { ...isi, penutup: penutup(p).trim() }, p),
  };
}
