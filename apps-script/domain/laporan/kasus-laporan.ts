/** What reports know of a case: a few columns, so that counting reads no name and no number of anybody. */
import type { Kasus, KolomKasus } from '../kolom/kasus.ts';
import { isStatus, type Status, sudahAkhir } from '../usulan/status.ts';

export const KOLOM_LAPORAN = [
  'tiket',
  'rute',
  'status',
  'periode',
  'kode_wilayah',
  'percobaan',
  'tanda',
  'dibuat',
  'dikembalikan_pada',
  'diserahkan_pada',
  'diusulkan_pada',
  'dijawab_pada',
  'tmt_aktif',
] as const satisfies readonly KolomKasus[];

export type KasusLaporan = Pick<Kasus, (typeof KOLOM_LAPORAN)[number]>;

/** What has become of a proposal: each one is in exactly one of these, so they add up to what came in. */
export const HASIL_LAPORAN = ['berhasil', 'tidakBerhasil', 'tidakLolos', 'gugur', 'berjalan'] as const;

export type HasilLaporan = (typeof HASIL_LAPORAN)[number];

/** A status that was damaged by hand counts as still open: nobody drops out of the counts. */
const statusKasus = ({ status }: KasusLaporan): Status => (isStatus(status) ? status : 'DIAJUKAN');

const HASIL_STATUS: Partial<Record<Status, HasilLaporan>> = {
  BERHASIL: 'berhasil',
  TIDAK_BERHASIL: 'tidakBerhasil',
  TIDAK_LOLOS: 'tidakLolos',
};

/**
 * The outcome of a case. A finished one no longer says in its status how it ended: cover with a first day is a success,
 * an answer without one a failure, and without any answer it failed the office's own checks. What was cancelled,
 * withdrawn or closed and never became active is `gugur`.
 */
export function hasilKasus(kasus: KasusLaporan): HasilLaporan {
  const status = statusKasus(kasus);
  if (!sudahAkhir(status)) return HASIL_STATUS[status] ?? 'berjalan';
  if (kasus.tmt_aktif !== '') return 'berhasil';
  if (status !== 'SELESAI') return 'gugur';
  return kasus.dijawab_pada === '' ? 'tidakLolos' : 'tidakBerhasil';
}

/** When it left the office: to Dinkes first where the route leads there, else to BPJS. Empty: not yet. */
export const dikirimPada = ({ diserahkan_pada, diusulkan_pada }: KasusLaporan): string =>
  diserahkan_pada === '' ? diusulkan_pada : diserahkan_pada;

export const sudahLolos = (kasus: KasusLaporan): boolean => kasus.status === 'LOLOS' || dikirimPada(kasus) !== '';

const BELUM_DIJAWAB: readonly Status[] = ['LOLOS', 'DIKIRIM_DINKES', 'DIKIRIM_BPJS', 'DITANGGUHKAN'];

/**
 * Whether a month's premium is at stake for this person: found eligible or sent and not answered for good, so that a
 * family goes without the cover it may have; or active although the proposal was closed afterwards (died, twice, moved),
 * so that the regency pays for nobody.
 */
export function dipertaruhkan(kasus: KasusLaporan): boolean {
  const status = statusKasus(kasus);
  return BELUM_DIJAWAB.includes(status) || (status === 'DITUTUP' && kasus.tmt_aktif !== '');
}
