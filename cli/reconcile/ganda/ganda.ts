/** Holds rows against each other, and against those of a register, with the matcher of everything else. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Ambang } from '#domain/cocok/bobot.ts';
import type { HasilCocok } from '../bentuk.ts';
import { denganMesin, type Mesin, type OpsiMesin } from '../db/mesin.ts';
import { sampaiDihentikan } from '../henti.ts';
import { tulisAlasan } from '../pencocok/alasan.ts';
import { bacaHasil } from '../pencocok/baca-hasil.ts';
import { cocokkan, siapkanHasil, siapkanMakro } from '../pencocok/cocokkan.ts';
import { Usulan } from '../pencocok/usulan.ts';
import type { Sumber } from '../sumber/bentuk.ts';
import { type Kelompok, KumpulanGanda } from './pasangan.ts';
import { DIRI_SENDIRI, Rekaman } from './rekaman.ts';

export interface OpsiGanda extends OpsiMesin {
  /** The rows that are examined, and those that they are held against besides; the database reads Parquet. */
  readonly buka: (koneksi: DuckDBConnection) => Promise<{ diperiksa: readonly Sumber[]; register?: Sumber }>;
  readonly ambang?: Partial<Ambang>;
  readonly kemajuan: (apa: string, bagian?: number) => void;
}

/** Where a row comes from. */
export interface Asal {
  readonly sumber: string;
  readonly nomor: number;
  readonly tiket: string;
}

export interface HasilGanda {
  readonly sumber: readonly Sumber[];
  /** Rows that were examined. */
  readonly jumlah: number;
  readonly kelompok: readonly Kelompok[];
  /** Rows with which nothing can be compared. */
  readonly cacat: readonly HasilCocok[];
  asal(tempat: number): Asal;
}

export function cariGanda<T>(opsi: OpsiGanda, laporkan: (hasil: HasilGanda) => Promise<T>): Promise<T> {
  return denganMesin(opsi, async (mesin) => {
    await siapkanMakro(mesin);
    await siapkanHasil(mesin);
    const { sumber, jumlah, asal, rekaman } = await sampaiDihentikan((henti) => masukkan(mesin, henti, opsi));
    const indeks = await rekaman.susun();
    opsi.kemajuan('mencari yang ganda', 0);
    await cocokkan(
      mesin,
      indeks,
      { nomor: 0, jumlah },
      {
        ...(opsi.ambang ? { ambang: opsi.ambang } : {}),
        kecuali: DIRI_SENDIRI,
        kemajuan: (selesai, semua) => opsi.kemajuan('mencari yang ganda', selesai / semua),
      },
    );
    await tulisAlasan(mesin, { berpasangan: true });
    const kumpulan = new KumpulanGanda(jumlah);
    const cacat: HasilCocok[] = [];
    for await (const hasil of bacaHasil(mesin, [''])) {
      if (hasil.kelas === 'CACAT') cacat.push(hasil);
      else kumpulan.tambah(hasil);
    }
    const selesai = await laporkan({ sumber, jumlah, kelompok: kumpulan.kelompok, cacat, asal });
    // An interrupt while the last report got its name must not pass for success.
    await mesin.jalankan('SELECT 1');
    return selesai;
  });
}

/** Rows of the register stand behind the others and look for nobody themselves. */
async function masukkan(
  mesin: Mesin,
  henti: AbortSignal,
  { buka, kemajuan }: OpsiGanda,
): Promise<Pick<HasilGanda, 'sumber' | 'jumlah' | 'asal'> & { rekaman: Rekaman }> {
  const { diperiksa, register } = await buka(mesin.koneksi);
  const semuaSumber = register ? [...diperiksa, register] : diperiksa;
  const usulan = await Usulan.buka(mesin, JUDUL_NIK);
  const rekaman = await Rekaman.buka(mesin);
  const semua: Asal[] = [];
  for (const sumber of semuaSumber) {
    const judulNik = sumber.kolom.find(({ sebagai }) => sebagai === 'nik')?.judul;
    const judulTiket = sumber.tambahan['tiket'] ?? '';
    for await (const potongan of sumber.baris()) {
      henti.throwIfAborted();
      for (const baris of potongan) {
        const tiket = baris.lain[judulTiket] ?? '';
        const cacat = baris.cacat.map((satu) => (satu.kolom === judulNik ? { ...satu, kolom: JUDUL_NIK } : satu));
        if (sumber !== register) usulan.tambah({ ...baris, cacat }, tiket, {});
        rekaman.tambah(baris.orang);
        semua.push({ sumber: sumber.nama, nomor: baris.nomor, tiket });
      }
      kemajuan(`membaca ${sumber.nama}: ${semua.length} baris`);
    }
  }
  await usulan.selesai();
  return { sumber: semuaSumber, jumlah: usulan.jumlah, asal: (tempat) => semua[tempat] as Asal, rekaman };
}

/** Defects of a NIK count under this name, whatever its heading is in each file. */
const JUDUL_NIK = 'NIK';
