/** Which proposal of one person an answer of BPJS is for. */
import { isStatus, type Status } from '#domain/usulan/status.ts';
import type { Cakupan, KasusRekon } from './bentuk.ts';

/** Best first. */
const URUTAN: readonly (readonly Status[])[] = [
  ['DIKIRIM_BPJS'],
  ['DITANGGUHKAN'],
  ['BERHASIL', 'TIDAK_BERHASIL'],
  ['SELESAI'],
  ['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'LOLOS', 'TIDAK_LOLOS', 'DIKIRIM_DINKES'],
];

/** @returns several where proposals of one person wait alike */
export function pilihKasus(kasus: readonly KasusRekon[], cakupan: Cakupan): readonly KasusRekon[] {
  const peringkat = (satu: KasusRekon): number => {
    const tempat = URUTAN.findIndex((status) => isStatus(satu.status) && status.includes(satu.status));
    return 2 * (tempat < 0 ? URUTAN.length : tempat) + (dalamCakupan(satu, cakupan) ? 0 : 1);
  };
  const terbaik = Math.min(...kasus.map(peringkat));
  const calon = kasus.filter((satu) => peringkat(satu) === terbaik);
  const menunggu = calon[0]?.status === 'DIKIRIM_BPJS' || calon[0]?.status === 'DITANGGUHKAN';
  if (calon.length <= 1 || menunggu) return calon;
  return [calon.reduce((akhir, satu) => (satu.diusulkan_pada > akhir.diusulkan_pada ? satu : akhir))];
}

export const dalamCakupan = (kasus: KasusRekon, { batch, periode }: Cakupan): boolean =>
  (batch === undefined || kasus.batch === batch) && (periode === undefined || kasus.periode === periode);
