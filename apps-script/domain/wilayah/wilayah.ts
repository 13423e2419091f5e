/** Regions that the two offices serve: look-up by code, by name as people write it, and labels for form choices. */
import { ALIAS, DATA_KABUPATEN, type DataKabupaten } from './data.ts';

export interface Kabupaten {
  /** Four digits, e.g. `3402`. */
  readonly kode: string;
  readonly nama: string;
  /** What its levels are called: Kapanewon/Kalurahan in DIY, Kecamatan/Kelurahan elsewhere. */
  readonly label: { readonly kecamatan: string; readonly desa: string };
}

export interface Kapanewon {
  /** Six digits, e.g. `340208`. */
  readonly kode: string;
  readonly nama: string;
}

export interface Kalurahan {
  /** Ten digits, e.g. `3402082004`. */
  readonly kode: string;
  readonly nama: string;
  readonly kapanewon: Kapanewon;
}

interface Isi {
  readonly kabupaten: Kabupaten;
  readonly kapanewon: readonly Kapanewon[];
  readonly kalurahan: readonly Kalurahan[];
}

/** The regions that an office knows: those that come with the project, or the rows of its tab `Wilayah`. */
export interface DaftarWilayah {
  readonly kabupaten: readonly Isi[];
  readonly menurutKode: ReadonlyMap<string, Kalurahan>;
}

function muat(data: DataKabupaten): Isi {
  const kapanewon: Kapanewon[] = [];
  const kalurahan: Kalurahan[] = [];
  data.isi.split('\n').forEach((baris, urutan) => {
    const [nama = '', desa = ''] = baris.split(':');
    const induk = { kode: data.kode + String(urutan + 1).padStart(2, '0'), nama };
    kapanewon.push(induk);
    desa.split(',').forEach((namaDesa, nomor) => {
      kalurahan.push({ kode: induk.kode + String(data.awalDesa + nomor + 1), nama: namaDesa, kapanewon: induk });
    });
  });
  return { kabupaten: { kode: data.kode, nama: data.nama, label: data.label }, kapanewon, kalurahan };
}

const daftar = (semua: readonly Isi[]): DaftarWilayah => ({
  kabupaten: semua,
  menurutKode: new Map(semua.flatMap((isi) => isi.kalurahan).map((desa) => [desa.kode, desa])),
});

const BAWAAN = daftar(DATA_KABUPATEN.map(muat));

/** One row of the tab `Wilayah`. */
export interface BarisWilayah {
  /** Ten digits, dots allowed. */
  readonly kode: string;
  readonly nama: string;
  readonly kecamatan: string;
}

/**
 * An office's own list, beside what is known of other regencies. Rows of another regency than the office's are left out.
 * @param kantor the office's regency: its code, and what its levels are called
 */
export function susunWilayah(kantor: Kabupaten, baris: readonly BarisWilayah[]): DaftarWilayah {
  const kapanewonBaru = new Map<string, Kapanewon>();
  const desa = baris.flatMap(({ kode, nama, kecamatan }): Kalurahan[] => {
    const polos = kodePolos(kode);
    if (!/^\d{10}$/.test(polos) || !polos.startsWith(kantor.kode) || nama.trim() === '') return [];
    const kodeInduk = polos.slice(0, 6);
    const induk = kapanewonBaru.get(kodeInduk) ?? { kode: kodeInduk, nama: kecamatan.trim() };
    kapanewonBaru.set(kodeInduk, induk);
    return [{ kode: polos, nama: nama.trim(), kapanewon: induk }];
  });
  if (desa.length === 0) return BAWAAN;
  const menurutKode = <T extends { kode: string }>(a: T, b: T) => (a.kode < b.kode ? -1 : 1);
  const isi = {
    kabupaten: kantor,
    kapanewon: [...kapanewonBaru.values()].sort(menurutKode),
    kalurahan: desa.sort(menurutKode),
  };
  return daftar([isi, ...BAWAAN.kabupaten.filter(({ kabupaten: lain }) => lain.kode !== kantor.kode)]);
}

/** Codes are also written with dots (`34.02.08.2004`). */
function kodePolos(kode: string): string {
  return kode.replace(/[\s.]/g, '');
}

function isiKabupaten(kode: string, dari: DaftarWilayah): Isi | undefined {
  const awal = kodePolos(kode).slice(0, 4);
  return dari.kabupaten.find((isi) => isi.kabupaten.kode === awal);
}

/** The regency of a code of any level, or undefined when its regions are not known here. */
export function kabupaten(kode: string, dari = BAWAAN): Kabupaten | undefined {
  return isiKabupaten(kode, dari)?.kabupaten;
}

/** All kapanewon (kecamatan) of a regency, in code order; empty when its regions are not known here. */
export function kapanewon(kodeKabupaten: string, dari = BAWAAN): readonly Kapanewon[] {
  return isiKabupaten(kodeKabupaten, dari)?.kapanewon ?? [];
}

/** All kalurahan (kelurahan) of a kapanewon (6 digits) or of a whole regency (4 digits), in code order. */
export function kalurahan(kode: string, dari = BAWAAN): readonly Kalurahan[] {
  const awal = kodePolos(kode);
  return (isiKabupaten(awal, dari)?.kalurahan ?? []).filter((desa) => desa.kode.startsWith(awal));
}

/** The kalurahan of a ten-digit code, with or without dots. */
export function cariKalurahan(kode: string, dari = BAWAAN): Kalurahan | undefined {
  return dari.menurutKode.get(kodePolos(kode));
}

/** `3402082004` -> `34.02.08.2004`; shorter codes likewise. */
export function kodeBertitik(kode: string): string {
  const polos = kodePolos(kode);
  return [polos.slice(0, 2), polos.slice(2, 4), polos.slice(4, 6), polos.slice(6)].filter((b) => b !== '').join('.');
}

/** Comparison key of a region name: no level word, no case, spaces or punctuation, official spelling. */
function kunciWilayah(nama: string): string {
  const tanpaSebutan = nama
    .trim()
    .toUpperCase()
    .replace(/^(KALURAHAN|KELURAHAN|KAPANEWON|KECAMATAN|KEMANTREN|DESA|KEL\.|KAL\.|KEC\.|KAP\.)\s*/, '');
  const huruf = tanpaSebutan.replace(/[^A-Z]/g, '');
  return ALIAS[huruf] ?? huruf;
}

/**
 * Every kalurahan with this name, written in any known way, in a regency (4 digits) or kapanewon (6 digits), narrowed by
 * the kapanewon's name when given. More than one result means that the name alone does not decide.
 */
export function cariNamaKalurahan(
  nama: string,
  kodeInduk: string,
  namaKapanewon?: string,
  dari = BAWAAN,
): readonly Kalurahan[] {
  const kunci = kunciWilayah(nama);
  const induk = namaKapanewon === undefined ? undefined : kunciWilayah(namaKapanewon);
  return kalurahan(kodeInduk, dari).filter(
    (desa) => kunciWilayah(desa.nama) === kunci && (induk === undefined || kunciWilayah(desa.kapanewon.nama) === induk),
  );
}

/** The kapanewon of a regency with this name, written in any known way. */
export function cariNamaKapanewon(nama: string, kodeKabupaten: string, dari = BAWAAN): Kapanewon | undefined {
  const kunci = kunciWilayah(nama);
  return kapanewon(kodeKabupaten, dari).find((satu) => kunciWilayah(satu.nama) === kunci);
}

/** The text of a form choice: `Trirenggo (Bantul)`. */
export function labelKalurahan(desa: Kalurahan): string {
  return `${desa.nama} (${desa.kapanewon.nama})`;
}

/** Inverse of `labelKalurahan`, tolerant of spelling; undefined when the text names no kalurahan of the regency. */
export function kalurahanDariLabel(label: string, kodeKabupaten: string, dari = BAWAAN): Kalurahan | undefined {
  const cocok = /^([^()]+)\(([^()]+)\)$/.exec(label.trim());
  return cocok ? cariNamaKalurahan(String(cocok[1]), kodeKabupaten, String(cocok[2]), dari)[0] : undefined;
}
