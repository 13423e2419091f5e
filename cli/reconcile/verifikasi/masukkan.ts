/** Puts the rows of a source into the database: those of a clean file mostly by the database itself. */

import type { BarisDibaca } from '../bentuk.ts';
import type { Mesin } from '../db/mesin.ts';
import { bacaPolos, barisSisa } from '../pencocok/polos-sql.ts';
import { Usulan } from '../pencocok/usulan.ts';
import type { Sumber } from '../sumber/bentuk.ts';
import type { OpsiVerifikasi } from './verifikasi.ts';

interface Masuk {
  readonly sumber: Sumber;
  readonly jumlah: number;
}

/** @throws what `henti` says */
export async function masukkan(
  mesin: Mesin,
  henti: AbortSignal,
  { bukaSumber, kemajuan }: Pick<OpsiVerifikasi, 'bukaSumber' | 'kemajuan'>,
): Promise<Masuk> {
  const sumber = await bukaSumber(mesin.koneksi);
  const judulNik = sumber.kolom.find(({ sebagai }) => sebagai === 'nik')?.judul;
  const usulan = await Usulan.buka(mesin, judulNik);
  const tambah = penambah(usulan, sumber.tambahan['tiket']);
  const bersama = await sumber.bersama?.();
  henti.throwIfAborted();
  if (bersama) {
    kemajuan(`membaca ${sumber.nama}: ${bersama.csv.catatan} baris`);
    const polos = await bacaPolos(mesin, bersama, sumber.tambahan['tiket']);
    for await (const potongan of bersama.baca(barisSisa(mesin, bersama))) {
      henti.throwIfAborted();
      for (const baris of potongan) tambah(baris, baris.nomor - bersama.csv.dataLine);
    }
    await usulan.selesai(polos);
    await mesin.jalankan('DROP TABLE mentah');
  } else {
    for await (const potongan of sumber.baris()) {
      henti.throwIfAborted();
      for (const baris of potongan) tambah(baris);
      kemajuan(`membaca ${sumber.nama}: ${usulan.jumlah} baris`);
    }
    await usulan.selesai();
  }
  return { sumber, jumlah: usulan.jumlah };
}

/** @param judulTiket heading of the column that names the case, if there is one */
const penambah =
  (usulan: Usulan, judulTiket: string | undefined) =>
  (baris: BarisDibaca, tempat?: number): void => {
    if (judulTiket === undefined) usulan.tambah(baris, '', baris.lain, tempat);
    else {
      const { [judulTiket]: tiket = '', ...lain } = baris.lain;
      usulan.tambah(baris, tiket, lain, tempat);
    }
  };
