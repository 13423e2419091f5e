/** Every sentence that goes out by mail and every name that people read, with its default. An office may change each of them. */
import { STATUS } from '../usulan/status.ts';
import { TANDA } from '../usulan/tanda.ts';
import { KALIMAT_SURAT } from './daftar-surat.ts';
import type { Kalimat } from './kalimat.ts';
import { SEBUTAN_RUTE, SEBUTAN_STATUS } from './sebutan.ts';

const sebutan = (kunci: string, bawaan: string, guna: string): Kalimat => ({ kunci, bawaan, guna, isian: [] });

export const DAFTAR_KALIMAT: readonly Kalimat[] = [
  ...KALIMAT_SURAT,
  ...STATUS.map((status) =>
    sebutan(`status.${status}`, SEBUTAN_STATUS[status], `Sebutan status ${status} di panel kasus.`),
  ),
  ...Object.entries(SEBUTAN_RUTE).map(([rute, teks]) =>
    sebutan(`rute.${rute}`, teks, `Sebutan jalur ${rute} di panel kasus dan surel.`),
  ),
  ...Object.entries(TANDA).map(([tanda, teks]) =>
    sebutan(`tanda.${tanda}`, teks, `Sebutan tanda ${tanda} di panel kasus.`),
  ),
];
