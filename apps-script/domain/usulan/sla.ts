/** The clocks of a case by its route, and when the next one of an emergency runs out (BTL-D-05 to BTL-D-07, 72 hours). */
import type { Kasus } from '../kolom/kasus.ts';
import type { JamKerja, Libur } from '../waktu/jam-kerja.ts';
import { kurangDari, parseWaktu, tambahJam, tambahMenit, type Waktu } from '../waktu/waktu.ts';
import { type JamUsulan, jamDinding, jamKantor } from './jam.ts';
import { jamBulanan, type KetentuanBulanan } from './jam-bulanan.ts';
import { waktuCek } from './jam-cek.ts';
import { isBulanan } from './rute.ts';
import type { Status } from './status.ts';

/** Hours from admission within which an inactive patient's cover can still start on the day of admission. */
export const JAM_RAWAT = 72;

export interface KetentuanSla {
  readonly menitKoreksi: number;
  readonly menitPeriksa: number;
  readonly menitUsul: number;
  readonly jamKerja: JamKerja;
  readonly libur: Libur;
}

const waktu = (sel: string): Waktu | undefined => (sel === '' ? undefined : (sel as Waktu));

/** The bars of a case, in the order of its steps. */
export const jamUsulan = (kasus: Kasus, kini: Waktu, k: KetentuanSla & KetentuanBulanan): JamUsulan[] =>
  isBulanan(kasus.rute) ? jamBulanan(kasus, kini, k) : jamDarurat(kasus, kini, k);

/** The 15-minute steps count office hours (S-21); one day and 72 hours run by the clock. */
function jamDarurat(kasus: Kasus, kini: Waktu, k: KetentuanSla): JamUsulan[] {
  const dibuat = waktu(kasus.dibuat);
  const { mulai, selesai } = waktuCek(kasus);
  const tutup = SELESAI_RAWAT.includes(kasus.status as Status) ? waktu(kasus.diubah) : undefined;
  const langkah = (dari: Waktu | undefined, sampai: Waktu | undefined) => ({
    mulai: dari,
    selesai: sampai ?? tutup,
    kini,
  });
  return [
    jamKantor({ id: 'koreksi', label: 'Koreksi data', batas: k.menitKoreksi }, langkah(dibuat, mulai), k),
    jamKantor({ id: 'periksa', label: 'Pemeriksaan', batas: k.menitPeriksa }, langkah(mulai, selesai), k),
    jamDinding(
      { id: 'usul', label: 'Usulan ke BPJS', batas: k.menitUsul },
      langkah(dibuat, waktu(kasus.diusulkan_pada)),
    ),
    jamDinding(
      { id: 'rawat', label: '72 jam sejak masuk RS', batas: JAM_RAWAT * 60 },
      langkah(waktu(kasus.waktu_masuk_rs), keluarRs(kasus)),
    ),
  ];
}

/** S-10: a patient who has left the hospital is not pressed by the 72 hours any more. */
function keluarRs({ waktu_keluar_rs, waktu_masuk_rs }: Kasus): Waktu | undefined {
  const keluar = parseWaktu(waktu_keluar_rs);
  return keluar && waktu_masuk_rs !== '' && kurangDari(keluar, waktu_masuk_rs as Waktu) ? undefined : keluar;
}

/** In these the patient's 72 hours no longer press. */
const SELESAI_RAWAT: readonly Status[] = [
  'BERHASIL',
  'TIDAK_BERHASIL',
  'TIDAK_LOLOS',
  'SELESAI',
  'DIBATALKAN',
  'DITARIK',
  'DITUTUP',
];

export const batas72Jam = (masuk: Waktu): Waktu => tambahJam(masuk, JAM_RAWAT);

/** Whether the case is late in the sense of the flag `sla_lewat`: not proposed within a day, or 72 hours are over. */
export function slaLewat(kasus: Kasus, kini: Waktu, k: KetentuanSla): boolean {
  return tenggat(kasus, k).some((batas) => !kurangDari(kini, batas));
}

/**
 * The instants at which somebody must be told about this open case. The monthly routes have none: they are reminded and
 * aged by dates, not watched by the minute.
 */
export function tenggat(kasus: Kasus, k: Pick<KetentuanSla, 'menitUsul'>): Waktu[] {
  if (isBulanan(kasus.rute) || SELESAI_RAWAT.includes(kasus.status as Status)) return [];
  const dibuat = waktu(kasus.dibuat);
  const batas72 = keluarRs(kasus) ? undefined : waktu(kasus.batas_72jam);
  const usul = dibuat && kasus.diusulkan_pada === '' ? [tambahMenit(dibuat, k.menitUsul)] : [];
  return batas72 ? [...usul, batas72] : usul;
}
