/** The names of statuses, routes and flags as people read them; an office may have its own (tab `Kalimat`). */

import { isRute, type Rute, SIFAT_RUTE, sifatRute } from '../usulan/rute.ts';
import { isStatus, LABEL_STATUS, type Status } from '../usulan/status.ts';
import { TANDA, type Tanda } from '../usulan/tanda.ts';
import type { KalimatKantor } from './kalimat.ts';

export const SEBUTAN_STATUS: Readonly<Record<Status, string>> = LABEL_STATUS;

export const SEBUTAN_RUTE: Readonly<Record<Rute, string>> = Object.fromEntries(
  Object.entries(SIFAT_RUTE).map(([rute, { label }]) => [rute, label]),
) as Record<Rute, string>;

interface Kantor {
  readonly kalimat: KalimatKantor;
}

/** A damaged status cell shows itself. */
export const labelStatus = (status: string, { kalimat }: Kantor): string =>
  kalimat.get(`status.${status}`) ?? (isStatus(status) ? SEBUTAN_STATUS[status] : status);

export const labelRute = (rute: string, { kalimat }: Kantor): string =>
  (isRute(rute) ? kalimat.get(`rute.${rute}`) : undefined) ?? sifatRute(rute).label;

export const labelTanda = (tanda: Tanda, { kalimat }: Kantor): string => kalimat.get(`tanda.${tanda}`) ?? TANDA[tanda];
