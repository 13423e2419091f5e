/** Counts per kelurahan for the kecamatan, and what follows when it says that it knows of them (BGR-11). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { isRute, sifatRute } from '#domain/usulan/rute.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import { cariKalurahan, type DaftarWilayah } from '#domain/wilayah/wilayah.ts';
import type { BarisBerbagi } from './proyeksi.ts';

/** Names a row of the recap: period, route, kelurahan. */
export const kunciRekap = ({ periode, rute, kode_wilayah }: Pick<Kasus, 'periode' | 'rute' | 'kode_wilayah'>): string =>
  `${periode} ${rute} ${kode_wilayah}`;

/** Whether a case is counted there at all. */
export const dalamRekap = ({ rute, kode_wilayah }: Kasus): boolean =>
  isRute(rute) && sifatRute(rute).lewatDinkes && kode_wilayah !== '';

const SUDAH_LOLOS = [
  'LOLOS',
  'DIKIRIM_DINKES',
  'DIKIRIM_BPJS',
  'BERHASIL',
  'TIDAK_BERHASIL',
  'DITANGGUHKAN',
  'SELESAI',
];

/** One row per period, route and kelurahan; newest period first. */
export function susunRekap(kasus: readonly Kasus[], wilayah: DaftarWilayah): BarisBerbagi[] {
  const perKunci = new Map<string, Kasus[]>();
  for (const satu of kasus.filter(dalamRekap)) {
    const kunci = kunciRekap(satu);
    perKunci.set(kunci, [...(perKunci.get(kunci) ?? []), satu]);
  }
  return [...perKunci]
    .sort(([a], [b]) => (a.slice(0, 7) === b.slice(0, 7) ? (a < b ? -1 : 1) : a < b ? 1 : -1))
    .map(([kunci, semua]) => barisRekap(kunci, semua, wilayah));
}

function barisRekap(kunci: string, semua: readonly Kasus[], wilayah: DaftarWilayah): BarisBerbagi {
  const [{ periode, rute, kode_wilayah }] = semua as [Kasus];
  const desa = cariKalurahan(kode_wilayah, wilayah);
  const banyak = (cocok: (kasus: Kasus) => boolean) => String(semua.filter(cocok).length);
  const diketahui = semua.every(({ diketahui_pada }) => diketahui_pada !== '');
  const [{ diketahui_oleh, diketahui_pada }] = semua as [Kasus];
  return {
    kunci,
    kecamatan: desa?.kapanewon.nama ?? '',
    kelurahan: desa?.nama ?? '',
    periode,
    rute,
    masuk: String(semua.length),
    kembali: banyak(({ status }) => status === 'DIKEMBALIKAN'),
    lolos: banyak(({ status }) => SUDAH_LOLOS.includes(status)),
    berhasil: banyak(({ status, tmt_aktif }) => status === 'BERHASIL' || (status === 'SELESAI' && tmt_aktif !== '')),
    diketahui: diketahui ? 'ya' : '',
    tanggapan: diketahui ? `Diketahui ${diketahui_oleh}, ${waktuIndonesia(diketahui_pada as Waktu)}.` : '',
  };
}
