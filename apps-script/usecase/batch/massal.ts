/** Decisions for many proposals at once: what is clean is passed, what is undecided moves to the next month (BGR-13, S-02). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { halanganCek } from '#domain/pemeriksaan/cek.ts';
import { namaPeriode } from '#domain/periode/periode.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import type { Perancang } from '../perancang.ts';
import type { Pelaksana } from '../potret.ts';
import { tindak } from '../tindakan.ts';
import { periodeTerbuka } from './baris.ts';
import { BELUM_DIPUTUS } from './pilih.ts';
import type { BahanBatch } from './tinjau.ts';

/** Nothing speaks against it: complete, no finding, no answer of a database that needs a word, no second look. */
export function bersih(kasus: Kasus): boolean {
  const tanda = bacaTanda(kasus.tanda);
  return (
    halanganAksi('LOLOSKAN', kasus, 'dinsos').length === 0 &&
    halanganCek(kasus).length === 0 &&
    !tanda.has('potensi_ganda') &&
    !tanda.has('banding')
  );
}

/** @returns how many were passed */
export function loloskanBersih(p: Perancang, kasus: readonly Kasus[], pelaku: Pelaksana): number {
  const perintah = { aksi: 'LOLOSKAN', alasan: '', isi: {}, rujukan: 'Loloskan yang bersih' } as const;
  return kasus.filter((satu) => bersih(satu) && tindak(p, satu, perintah, pelaku).ok).length;
}

/** @returns how many were moved to the next month whose batch is still open */
export function gulirkan(
  p: Perancang,
  kasus: readonly Kasus[],
  { rute, periode, semua }: Pick<BahanBatch, 'rute' | 'periode' | 'semua'>,
  alasan: string,
  pelaku: Pelaksana,
): number {
  const berikut = periodeTerbuka(rute, periode, semua);
  const kata = alasan.trim() === '' ? `Belum diputus saat batch ${namaPeriode(periode)} ditutup.` : alasan.trim();
  const perintah = { aksi: 'GESER_PERIODE', alasan: kata, isi: { periode: berikut } } as const;
  return kasus.filter(
    (satu) => BELUM_DIPUTUS.includes(satu.status) && satu.periode <= periode && tindak(p, satu, perintah, pelaku).ok,
  ).length;
}
