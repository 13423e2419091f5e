/** What an answer asks somebody to look at beyond its own case. */

import { bersihkanNik } from '#domain/nik/nik.ts';
import type { Golongan, JawabanBerkode, KasusRekon } from './bentuk.ts';
import type { Indeks } from './indeks.ts';

/** S-29: works, has died, has moved. */
const BERHENTI = ['T04', 'T08', 'T09'];
/** S-15: an independent member and an incomplete family concern the whole family card. */
const SEKELUARGA = ['T07', 'T12'];

/** @param indeks absent where the office does not look at whole families */
export function petunjuk(kasus: KasusRekon, { kode }: JawabanBerkode, golongan: Golongan, indeks?: Indeks): string[] {
  return [
    ...(golongan === 'akhir' && BERHENTI.includes(kode)
      ? ['Peserta tidak lagi memenuhi syarat: periksa, lalu siapkan penonaktifan dengan Format 37.']
      : []),
    ...(indeks && SEKELUARGA.includes(kode) ? sekeluarga(kasus, indeks) : []),
  ];
}

function sekeluarga(kasus: KasusRekon, indeks: Indeks): string[] {
  const lain = (indeks.kk.get(bersihkanNik(kasus.no_kk)) ?? []).filter((satu) => satu.kasus.tiket !== kasus.tiket);
  const tiket = lain.map((satu) => satu.kasus.tiket).join(', ');
  return lain.length > 0
    ? [`Periksa sekeluarga: di KK yang sama ada ${tiket}.`]
    : ['Periksa sekeluarga: anggota KK yang lain belum diusulkan.'];
}
