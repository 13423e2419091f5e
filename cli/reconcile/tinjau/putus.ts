/** Decisions that come as options of the command, by number or for all that the filter shows. */
import { EXIT, UserError } from '../../errors.ts';
import type { RencanaCocok } from '../rencana.ts';
import { isPerluPilihan, perubahanCalon, type Tinjauan } from './tinjauan.ts';

/** An entry by its number in the list, from 1, and which of its candidates. */
export interface Pilihan {
  readonly nomor: number;
  /** From 1; undefined where only the number was given. */
  readonly calon: number | undefined;
}

export interface Putus {
  readonly terima: readonly Pilihan[];
  readonly tolak: readonly Pilihan[];
  readonly tunda: readonly Pilihan[];
  readonly terimaSemua: boolean;
  readonly tolakSemua: boolean;
}

/**
 * All decisions or none.
 * @returns how many entries of "all" only a decision one by one can settle
 * @throws UserError code 2 with everything that is wrong
 */
export function putuskan(tinjauan: Tinjauan, putus: Putus): number {
  const keberatan = periksa(tinjauan.rencana, putus);
  if (keberatan.length > 0) throw new UserError(EXIT.usage, keberatan.join('\n       '));
  const saringan = tinjauan.saringan;
  const lewat = putus.terimaSemua ? semua(tinjauan, 'TERIMA') : putus.tolakSemua ? semua(tinjauan, 'TOLAK') : 0;
  tinjauan.saring({ kelas: [], referensi: [], putusan: [], teks: '' });
  for (const [putusan, pilihan] of [
    ['TERIMA', putus.terima],
    ['TOLAK', putus.tolak],
    ['TUNDA', putus.tunda],
  ] as const) {
    for (const { nomor, calon } of pilihan) {
      tinjauan.keposisi(nomor - 1);
      tinjauan.pilihCalon((calon ?? 1) - 1);
      tinjauan.putuskan(putusan);
    }
  }
  tinjauan.saring(saringan);
  return lewat;
}

function semua(tinjauan: Tinjauan, putusan: 'TERIMA' | 'TOLAK'): number {
  const { kena, lewat } = tinjauan.rencanakanBanyak(putusan);
  tinjauan.putuskanBanyak(kena, putusan);
  return lewat;
}

function periksa({ entri }: RencanaCocok, { terima, tolak, tunda }: Putus): string[] {
  const semuanya = [...terima, ...tolak, ...tunda];
  const kali = Map.groupBy(semuanya, ({ nomor }) => nomor);
  return [
    ...semuanya
      .filter(({ nomor }) => !entri[nomor - 1])
      .map(({ nomor }) => `Nomor ${nomor} tidak ada: rencana ini bernomor 1 sampai ${entri.length}.`),
    ...[...kali].filter(([, satu]) => satu.length > 1).map(([nomor]) => `Nomor ${nomor} disebut lebih dari sekali.`),
    ...terima.flatMap(({ nomor, calon }) => {
      const satu = entri[nomor - 1];
      if (!satu) return [];
      if (calon === undefined && isPerluPilihan(satu)) {
        return [`Nomor ${nomor} punya ${satu.calon.length} calon: sebutkan yang benar, misalnya ${nomor}:1.`];
      }
      const dipilih = calon ?? 1;
      if (dipilih > Math.max(satu.calon.length, 1)) return [`Nomor ${nomor} tidak punya calon ${dipilih}.`];
      if (!perubahanCalon(satu, dipilih - 1)) {
        return [`Nomor ${nomor} tidak mengusulkan perubahan, jadi tidak dapat diterima.`];
      }
      return [];
    }),
  ];
}
