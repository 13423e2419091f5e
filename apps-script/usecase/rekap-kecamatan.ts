/** Counts per kelurahan for the kecamatan, and what follows when it says that it knows of them (BGR-11). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
import { isRute, sifatRute } from '#domain/usulan/rute.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { kurangDari, type Waktu } from '#domain/waktu/waktu.ts';
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

/** The order of rows: newest period first, then by route and kelurahan. */
export function urutRekap(a: string, b: string): number {
  const searah = a < b ? -1 : 1;
  return a === b ? 0 : a.slice(0, 7) === b.slice(0, 7) ? searah : -searah;
}

/** One row per period, route and kelurahan, in their order. */
export function susunRekap(kasus: readonly Kasus[], wilayah: DaftarWilayah): BarisBerbagi[] {
  const perKunci = new Map<string, Kasus[]>();
  for (const satu of kasus.filter(dalamRekap)) {
    const kunci = kunciRekap(satu);
    perKunci.set(kunci, [...(perKunci.get(kunci) ?? []), satu]);
  }
  return [...perKunci].sort(([a], [b]) => urutRekap(a, b)).map(([kunci, semua]) => barisRekap(kunci, semua, wilayah));
}

function barisRekap(kunci: string, semua: readonly Kasus[], wilayah: DaftarWilayah): BarisBerbagi {
  const [{ periode, rute, kode_wilayah }] = semua as [Kasus];
  const desa = cariKalurahan(kode_wilayah, wilayah);
  const banyak = (cocok: (kasus: Kasus) => boolean) => String(semua.filter(cocok).length);
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
    ...pernyataan(semua),
  };
}

/** Whether the kecamatan knows of all of them. What can no longer be acknowledged does not hold the row up. */
function pernyataan(semua: readonly Kasus[]): Record<'diketahui' | 'tanggapan', string> {
  const [akhir] = semua
    .filter(({ diketahui_pada }) => diketahui_pada !== '')
    .sort((a, b) => (kurangDari(a.diketahui_pada as Waktu, b.diketahui_pada as Waktu) ? 1 : -1));
  if (!akhir) return { diketahui: '', tanggapan: '' };
  const siapa = `${akhir.diketahui_oleh}, ${waktuIndonesia(akhir.diketahui_pada as Waktu)}`;
  const baru = semua.filter(belumDiketahui).length;
  return baru > 0
    ? {
        diketahui: '',
        tanggapan: `${baru} usulan baru sejak diketahui ${siapa}. Pilih ya lagi untuk menyatakan mengetahui.`,
      }
    : { diketahui: 'ya', tanggapan: `${TERCATAT} ${siapa}.` };
}

const belumDiketahui = (kasus: Kasus): boolean =>
  kasus.diketahui_pada === '' && halanganAksi('KETAHUI', kasus, 'kecamatan').length === 0;

const TERCATAT = 'Diketahui';

/** Somebody has just ticked the row, and nothing has come of it yet. */
export const centangBaru = ({ diketahui = '', tanggapan = '' }: BarisBerbagi): boolean =>
  diketahui !== '' && !tanggapan.startsWith(`${TERCATAT} `);

/** What changes in a row that stands in the sheet: counts always, the rest where no new tick waits to be read. */
export function ubahBarisRekap(baru: BarisBerbagi, lama: BarisBerbagi): BarisBerbagi {
  const { diketahui = '', tanggapan = '', ...hitungan } = baru;
  const tulis = diketahui !== '' || (tanggapan !== '' && !centangBaru(lama));
  const nilai: BarisBerbagi = tulis ? { ...hitungan, diketahui, tanggapan } : hitungan;
  return Object.fromEntries(Object.entries(nilai).filter(([kolom, isi]) => lama[kolom] !== isi));
}
