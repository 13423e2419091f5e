/** What an answer asks somebody to look at beyond its own case. */

import { bersihkanNik } from '#domain/nik/nik.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import type { JawabanBerkode, KasusRekon } from './bentuk.ts';
import type { Golongan } from './putuskan.ts';

/** S-29: works, has died, has moved. */
const BERHENTI = ['T04', 'T08', 'T09'];
/** S-15: an independent member and an incomplete family concern the whole family card. */
const SEKELUARGA = ['T07', 'T12'];

/** Tickets by number of the family card. */
export type Keluarga = ReadonlyMap<string, readonly string[]>;

export function susunKeluarga(kasus: readonly KasusRekon[]): Keluarga {
  const keluarga = new Map<string, string[]>();
  for (const { rute, no_kk, tiket } of kasus) {
    const kk = isBulanan(rute) ? bersihkanNik(no_kk) : '';
    const anggota = keluarga.get(kk);
    if (anggota) anggota.push(tiket);
    else if (kk !== '') keluarga.set(kk, [tiket]);
  }
  return keluarga;
}

/** @param keluarga absent where the office does not look at whole families */
export function petunjuk(
  kasus: KasusRekon,
  { kode }: JawabanBerkode,
  golongan: Golongan,
  keluarga?: Keluarga,
): string[] {
  return [
    ...(golongan === 'akhir' && BERHENTI.includes(kode)
      ? ['Peserta tidak lagi memenuhi syarat: periksa, lalu siapkan penonaktifan dengan Format 37.']
      : []),
    ...(keluarga && SEKELUARGA.includes(kode) ? sekeluarga(kasus, keluarga) : []),
  ];
}

function sekeluarga({ no_kk, tiket }: KasusRekon, keluarga: Keluarga): string[] {
  const lain = (keluarga.get(bersihkanNik(no_kk)) ?? []).filter((satu) => satu !== tiket);
  return lain.length > 0
    ? [`Periksa sekeluarga: di KK yang sama ada ${lain.join(', ')}.`]
    : ['Periksa sekeluarga: anggota KK yang lain belum diusulkan.'];
}
