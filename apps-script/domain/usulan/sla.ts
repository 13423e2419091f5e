/** The clocks of an emergency case (BTL-D-05 to BTL-D-07 and 72 hours from admission) and when the next one runs out. */
import type { Kasus } from '../kolom/kasus.ts';
import { CEK } from '../pemeriksaan/cek.ts';
import { type JamKerja, type Libur, menitKerja, tambahMenitKerja } from '../waktu/jam-kerja.ts';
import { kurangDari, selisihMenit, tambahJam, tambahMenit, type Waktu } from '../waktu/waktu.ts';
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

/** One bar: how many of how many minutes are used, and whether the step is done. */
export interface JamUsulan {
  readonly id: 'koreksi' | 'periksa' | 'usul' | 'rawat';
  readonly label: string;
  readonly terpakai: number;
  readonly batas: number;
  readonly keadaan: 'berjalan' | 'selesai' | 'lewat' | 'belum';
  /** When the time is up; empty while the step has not begun. */
  readonly habis: string;
}

const waktu = (sel: string): Waktu | undefined => (sel === '' ? undefined : (sel as Waktu));

const terlama = (a: Waktu | undefined, b: Waktu | undefined) => (a && b ? (kurangDari(a, b) ? b : a) : undefined);

/** When the first and the last of the four checks were made; the last only if all are made. */
function waktuPeriksa(kasus: Kasus): { mulai: Waktu | undefined; selesai: Waktu | undefined } {
  const pada = CEK.map(({ id }) => waktu(kasus[`cek_${id}_pada`]));
  const terisi = pada.filter((w): w is Waktu => w !== undefined);
  const mulai = terisi.reduce<Waktu | undefined>((awal, w) => (awal && kurangDari(awal, w) ? awal : w), undefined);
  const selesai = terisi.length === CEK.length ? terisi.reduce((akhir, w) => terlama(akhir, w) ?? w) : undefined;
  return { mulai, selesai };
}

function batang(
  bagian: Pick<JamUsulan, 'id' | 'label' | 'batas'>,
  mulai: Waktu | undefined,
  selesai: Waktu | undefined,
  kini: Waktu,
  ukur: { lama: (dari: Waktu, sampai: Waktu) => number; habis: (dari: Waktu) => Waktu },
): JamUsulan {
  if (!mulai) return { ...bagian, terpakai: 0, keadaan: 'belum', habis: '' };
  const terpakai = Math.max(0, ukur.lama(mulai, selesai ?? kini));
  const keadaan = terpakai > bagian.batas ? 'lewat' : selesai ? 'selesai' : 'berjalan';
  return { ...bagian, terpakai, keadaan, habis: ukur.habis(mulai) };
}

/** The four bars of a case. The 15-minute steps count office hours (S-21); one day and 72 hours run by the clock. */
export function jamUsulan(kasus: Kasus, kini: Waktu, k: KetentuanSla): JamUsulan[] {
  const dibuat = waktu(kasus.dibuat);
  const { mulai, selesai } = waktuPeriksa(kasus);
  const diusulkan = waktu(kasus.diusulkan_pada);
  const masuk = waktu(kasus.waktu_masuk_rs);
  const tutup = SELESAI_RAWAT.includes(kasus.status as Status) ? waktu(kasus.diubah) : undefined;
  const kerja = (batas: number) => ({
    lama: (dari: Waktu, sampai: Waktu) => menitKerja(dari, sampai, k.jamKerja, k.libur),
    habis: (dari: Waktu) => tambahMenitKerja(dari, batas, k.jamKerja, k.libur),
  });
  const jalan = (batas: number) => ({ lama: selisihMenit, habis: (dari: Waktu) => tambahMenit(dari, batas) });
  const rawat = JAM_RAWAT * 60;
  return [
    batang(
      { id: 'koreksi', label: 'Koreksi data', batas: k.menitKoreksi },
      dibuat,
      mulai ?? tutup,
      kini,
      kerja(k.menitKoreksi),
    ),
    batang(
      { id: 'periksa', label: 'Pemeriksaan', batas: k.menitPeriksa },
      mulai,
      selesai ?? tutup,
      kini,
      kerja(k.menitPeriksa),
    ),
    batang(
      { id: 'usul', label: 'Usulan ke BPJS', batas: k.menitUsul },
      dibuat,
      diusulkan ?? tutup,
      kini,
      jalan(k.menitUsul),
    ),
    batang({ id: 'rawat', label: '72 jam sejak masuk RS', batas: rawat }, masuk, tutup, kini, jalan(rawat)),
  ];
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

/** The instants at which somebody must be told about this open case. */
export function tenggat(kasus: Kasus, k: Pick<KetentuanSla, 'menitUsul'>): Waktu[] {
  if (SELESAI_RAWAT.includes(kasus.status as Status)) return [];
  const dibuat = waktu(kasus.dibuat);
  const batas72 = waktu(kasus.batas_72jam);
  const usul = dibuat && kasus.diusulkan_pada === '' ? [tambahMenit(dibuat, k.menitUsul)] : [];
  return batas72 ? [...usul, batas72] : usul;
}
