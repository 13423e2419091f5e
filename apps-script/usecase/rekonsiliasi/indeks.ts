/** Cases by what identifies a person, so that each row is looked up and never compared with all cases. */
import { kunciNama } from '#domain/nama/nama.ts';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import type { BarisUmpanBalik, KasusRekon } from './bentuk.ts';

/** A case with its identity in the form in which rows have theirs. */
export interface Calon extends Identitas {
  readonly kasus: KasusRekon;
  /** The name as it is compared. */
  readonly kunciNama: string;
}

type Peta = ReadonlyMap<string, readonly Calon[]>;

export interface Indeks {
  readonly nik: Peta;
  readonly kartu: Peta;
  readonly keluarga: Peta;
  readonly lahirWilayah: Peta;
  readonly kk: Peta;
}

type Identitas = Pick<BarisUmpanBalik, 'nik' | 'no_kartu' | 'no_kk' | 'tgl_lahir' | 'jk' | 'kode_wilayah'>;

/** Parts joined to a key; empty as soon as one part is missing, because two gaps are not the same person. */
const gabung = (...bagian: readonly string[]): string => (bagian.includes('') ? '' : bagian.join('|'));

export const kunciKeluarga = ({ no_kk, tgl_lahir, jk }: Identitas): string => gabung(no_kk, tgl_lahir, jk);
export const kunciLahirWilayah = ({ tgl_lahir, kode_wilayah }: Identitas): string => gabung(tgl_lahir, kode_wilayah);

const angka = (teks: string, panjang: number): string => {
  const bersih = bersihkanNik(teks);
  return bersih.length === panjang && /^\d+$/.test(bersih) ? bersih : '';
};

/** Staff may have typed numbers and dates in another form than rows have them. */
const calon = (kasus: KasusRekon): Calon => ({
  kasus,
  kunciNama: kunciNama(kasus.nama),
  nik: angka(kasus.nik, 16),
  no_kartu: angka(kasus.no_kartu, 13),
  no_kk: angka(kasus.no_kk, 16),
  tgl_lahir: parseTanggal(kasus.tgl_lahir) ?? '',
  jk: kasus.jk === 'L' || kasus.jk === 'P' ? kasus.jk : '',
  kode_wilayah: kasus.kode_wilayah,
});

/** Emergencies are answered one by one in their own sheet and take no part. */
export function susunIndeks(semua: readonly KasusRekon[]): Indeks {
  const bulanan = semua.filter(({ rute }) => isBulanan(rute)).map(calon);
  const menurut = (kunci: (orang: Identitas) => string): Peta => {
    const peta = new Map<string, Calon[]>();
    for (const orang of bulanan) {
      const satu = kunci(orang);
      const kelompok = peta.get(satu);
      if (kelompok) kelompok.push(orang);
      else if (satu !== '') peta.set(satu, [orang]);
    }
    return peta;
  };
  return {
    nik: menurut(({ nik }) => nik),
    kartu: menurut(({ no_kartu }) => no_kartu),
    keluarga: menurut(kunciKeluarga),
    lahirWilayah: menurut(kunciLahirWilayah),
    kk: menurut(({ no_kk }) => no_kk),
  };
}
