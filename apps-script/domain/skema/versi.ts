/** Which version a register's structure has, whether this bundle may write in it, and what an upgrade would do. */
import { MIGRASI, type Migrasi } from './migrasi.ts';

/** The version that this bundle writes. */
export const VERSI_SKEMA = MIGRASI.reduce((akhir, { ke }) => Math.max(akhir, ke), 1);

type Penanda = Readonly<Record<string, string | undefined>>;

/**
 * The version of a register by its markers (tab `Sistem`). One without the marker is as this bundle makes it, unless it
 * has the markers that only the first version had.
 */
export function versiRegister(sistem: Penanda): number {
  const tertulis = Number(sistem['versi_skema']);
  if (Number.isInteger(tertulis) && tertulis > 0) return tertulis;
  return sistem['berkas_bpjs'] || sistem['formulir_darurat'] ? 1 : VERSI_SKEMA;
}

/** The steps that a register of this version still needs, in order; empty when there are none. */
export const migrasiTertunda = (versi: number): readonly Migrasi[] => MIGRASI.filter(({ ke }) => ke > versi);

/** What an upgrade would do, one sentence each; empty when nothing is to be done. */
export const rencanaNaik = (versi: number): string[] =>
  migrasiTertunda(versi).map(({ ke, guna }) => `Versi ${ke}: ${guna}`);

/** Why nothing may be written into a register of this version, or an empty string. */
export function halanganVersi(versi: number): string {
  if (versi === VERSI_SKEMA) return '';
  const tindakan =
    versi > VERSI_SKEMA
      ? 'pasang skrip rilis terbaru dengan pbi pasang'
      : 'pilih menu Usulan PBI > Pasang atau perbaiki kantor';
  return `Register ini bersusunan versi ${versi}, sedangkan skripnya versi ${VERSI_SKEMA}. Tidak ada yang ditulis agar data tidak rusak; tanggapan formulir tetap tersimpan dan diolah kemudian. Admin: ${tindakan}.`;
}

/** For whoever is about to push a bundle: why this one must not go into that register, or an empty string. */
export const tolakBundelLama = (versi: number, versiBundel = VERSI_SKEMA): string =>
  versi > versiBundel
    ? `Skrip yang akan dipasang bersusunan versi ${versiBundel}, lebih lama daripada register (versi ${versi}). Skrip tidak dikirim. Pakai rilis terbaru: npm i -g usulan-pbi.`
    : '';
