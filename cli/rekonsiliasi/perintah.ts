/** Commands of a plan: one action a case; the same plan always gives the same commands. */
import { createHash } from 'node:crypto';
import type { Perintah } from '../rencana/bagian.ts';
import type { BarisRencana, RencanaRekonsiliasi } from './rencana.ts';

export interface PerintahBaris extends Perintah {
  readonly nomor: number;
  readonly tiket: string;
}

export const susunPerintah = ({ baris, berkas }: RencanaRekonsiliasi): PerintahBaris[] =>
  baris.flatMap((satu) => perintahBaris(satu, berkas));

function perintahBaris(
  { nomor, golongan, tiket: [tiket], versi, jawaban }: BarisRencana,
  { nama, sha256 }: RencanaRekonsiliasi['berkas'],
): PerintahBaris[] {
  if (golongan !== 'cocok' || tiket === undefined || versi === undefined || jawaban === undefined) return [];
  const muatan = JSON.stringify({ tiket, versi, aksi: 'CATAT_HASIL', alasan: '', isi: jawaban });
  const id = (ulang: number) =>
    createHash('sha256')
      .update(['TINDAKAN', sha256, muatan, ...(ulang > 0 ? [`ulang${ulang}`] : [])].join('\n'))
      .digest('hex')
      .slice(0, 32);
  return [{ nama: `${nama} baris ${nomor}`, jenis: 'TINDAKAN', muatan, id, nomor, tiket }];
}
