/** A village simulated family by family: twins, sons with their father's name, strangers who share name and birthday. */
import { Acak } from './acak.ts';
import { type Kelamin, keluargaBaru, namaBaru, namaKembar } from './nama-warga.ts';

export interface Warga {
  readonly nik: string;
  readonly no_kk: string;
  readonly nama: string;
  readonly tempat_lahir: string;
  readonly tgl_lahir: string;
  readonly jk: Kelamin;
  readonly nama_ibu: string;
  readonly kode_wilayah: string;
}

/** How somebody is easily mistaken for somebody else. */
export type Jebakan = 'kembar' | 'nama_ayah' | 'senama';

export interface Desa {
  readonly warga: readonly Warga[];
  /** Pairs by index: the second is easily taken for the first. */
  readonly jebakan: readonly { readonly jenis: Jebakan; readonly asli: number; readonly mirip: number }[];
}

/** Districts as codes of six digits with their name. */
export const WILAYAH: readonly (readonly [kode: string, nama: string])[] = [
  ...([3402, 3404, 3310, 3271, 3273, 1271, 7371, 5171, 3578, 1671] as const).flatMap((regency, index) =>
    Array.from({ length: 6 }, (_, district) => {
      const nama = [
        'BANTUL',
        'SLEMAN',
        'KLATEN',
        'BOGOR',
        'BANDUNG',
        'MEDAN',
        'MAKASSAR',
        'DENPASAR',
        'SURABAYA',
        'PALEMBANG',
      ];
      return [`${regency}${String(district + 1).padStart(2, '0')}`, nama[index] ?? ''] as const;
    }),
  ),
];

const HARI = 86_400_000;
const LAHIR_TERAKHIR = Date.UTC(2026, 9, 1);
const NOMOR_PERTAMA = 9000;
/** How many numbers of a day may be taken by people who live elsewhere. */
const NOMOR_AWAL = 30;

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

class Pencatat {
  readonly warga: Warga[] = [];
  readonly jebakan: Desa['jebakan'][number][] = [];
  readonly #serials = new Map<string, number>();
  readonly acak: Acak;

  constructor(acak: Acak) {
    this.acak = acak;
  }

  /** The next number of a district and day; the serial begins where no real person's does. */
  nomor(prefix: string): string {
    const serial = this.#serials.get(prefix) ?? NOMOR_PERTAMA + this.acak.below(NOMOR_AWAL);
    this.#serials.set(prefix, serial + 1);
    return `${prefix}${serial}`;
  }

  nik(kode: string, tgl: string, jk: Kelamin): string {
    const [year = '', month = '', day = ''] = tgl.split('-');
    return this.nomor(`${kode}${two(Number(day) + (jk === 'P' ? 40 : 0))}${month}${year.slice(2)}`);
  }

  /** @returns the index of the new person */
  catat(person: Omit<Warga, 'nik' | 'tempat_lahir'>, asal: readonly [string, string]): number {
    const [kode, tempat_lahir] = asal;
    return this.warga.push({ nik: this.nik(kode, person.tgl_lahir, person.jk), tempat_lahir, ...person }) - 1;
  }
}

function keluarga(catatan: Pencatat): void {
  const { acak } = catatan;
  const home = acak.pick(WILAYAH);
  const recorded = Date.UTC(2006, 0, 1) + acak.below(7000) * HARI;
  const kk = iso(recorded).split('-');
  const no_kk = catatan.nomor(`${home[0]}${kk[2]}${kk[1]}${kk[0]?.slice(2)}`);
  const kode_wilayah = `${home[0]}${2001 + acak.below(8)}`;
  const marga = keluargaBaru(acak);
  const origin = () => (acak.chance(0.25) ? acak.pick(WILAYAH) : home);
  const person = (nama: string, born: number, jk: Kelamin, nama_ibu: string) =>
    catatan.catat({ no_kk, nama, tgl_lahir: iso(born), jk, nama_ibu, kode_wilayah }, origin());
  const grandmother = () => namaBaru(acak, 'P', '');

  const bornMother = Date.UTC(1950, 0, 1) + acak.below(19_000) * HARI;
  const bornFather = bornMother - (acak.below(3500) - 700) * HARI;
  const mother = namaBaru(acak, 'P', '');
  const father = namaBaru(acak, 'L', marga);
  const alone = acak.chance(0.15);
  const ayah = alone && acak.chance(0.7) ? -1 : person(father, bornFather, 'L', grandmother());
  if (!alone || ayah === -1) person(mother, bornMother, 'P', grandmother());

  let born = bornMother + (7300 + acak.below(3000)) * HARI;
  for (let left = acak.below(4); left > 0 && born < LAHIR_TERAKHIR; left -= 1) {
    const jk: Kelamin = acak.chance(0.5) ? 'L' : 'P';
    const junior = jk === 'L' && ayah >= 0 && acak.chance(0.02);
    const nama = junior ? father : namaBaru(acak, jk, marga);
    const asal = origin();
    const base = { no_kk, tgl_lahir: iso(born), jk, nama_ibu: mother, kode_wilayah };
    const child = catatan.catat({ ...base, nama }, asal);
    if (junior) catatan.jebakan.push({ jenis: 'nama_ayah', asli: ayah, mirip: child });
    if (acak.chance(0.015)) {
      const twin = catatan.catat({ ...base, nama: namaKembar(acak, nama, jk) }, asal);
      catatan.jebakan.push({ jenis: 'kembar', asli: child, mirip: twin });
    }
    born += (500 + acak.below(2200)) * HARI;
  }
}

/** One person in 400 has a namesake born on the same day in another family and district. */
function senama(catatan: Pencatat): void {
  const { acak, warga } = catatan;
  for (let pairs = Math.floor(warga.length / 400); pairs > 0; pairs -= 1) {
    const asli = acak.below(warga.length);
    const other = acak.pick(warga);
    const like = warga[asli];
    if (!like || like.no_kk === other.no_kk) continue;
    const asal = acak.pick(WILAYAH);
    const { nama, tgl_lahir, jk } = like;
    const { no_kk, kode_wilayah } = other;
    const mirip = catatan.catat({ nama, tgl_lahir, jk, no_kk, kode_wilayah, nama_ibu: namaBaru(acak, 'P', '') }, asal);
    catatan.jebakan.push({ jenis: 'senama', asli, mirip });
  }
}

/** At least `count` people. */
export function buatDesa(count: number, seed: number): Desa {
  const catatan = new Pencatat(new Acak(seed));
  while (catatan.warga.length < count) keluarga(catatan);
  senama(catatan);
  return { warga: catatan.warga, jebakan: catatan.jebakan };
}
