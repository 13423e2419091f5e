/** Puts the words for every way in which a row met its candidate beside the outcomes: written once for each way. */
import { alasanKelas, type Hubungan } from '#domain/cocok/alasan.ts';
import type { Kelas } from '#domain/cocok/kelas.ts';
import type { Mesin } from '../db/mesin.ts';

/** How the fields relate, from the text that the matcher makes of them; undefined where there is no candidate. */
export function bacaKode(kode: string): Hubungan | undefined {
  if (kode === '') return undefined;
  const [nik, kartu, kk, nama, lahir, jk, ibu, wilayah, tempat, nomor] = kode.split('|');
  const [nomorOrangLain, nomorBanyak] = [nomor === 'lain', nomor === 'banyak'];
  return {
    nik,
    kartu,
    kk,
    nama: Number(nama),
    lahir,
    jk,
    ibu: Number(ibu),
    wilayah,
    tempat,
    nomorOrangLain,
    nomorBanyak,
  } as Hubungan;
}

const TANPA_SARAN = 'Tidak ada nomor yang sama; yang mirip tidak dicari';

interface OpsiAlasan {
  /** Equal numbers alone were looked for. */
  readonly tepat?: boolean;
  /** Every candidate is shown as a pair of its own: there is no other one to point to. */
  readonly berpasangan?: boolean;
}

/** Makes the table `kata_alasan` of `kelas`, `kode` and `teks`, for all outcomes so far. */
export async function tulisAlasan(
  { jalankan, baca, koneksi }: Mesin,
  { tepat = false, berpasangan = false }: OpsiAlasan = {},
): Promise<void> {
  const semua = await baca('SELECT DISTINCT kelas, kode FROM hasil');
  await jalankan('CREATE OR REPLACE TEMP TABLE kata_alasan (kelas VARCHAR, kode VARCHAR, teks VARCHAR)');
  const tabel = await koneksi.createAppender('kata_alasan');
  for (const { kelas, kode } of semua as { kelas: Kelas; kode: string }[]) {
    const hubungan = bacaKode(kode);
    const dipakai = hubungan && berpasangan ? { ...hubungan, nomorOrangLain: false } : hubungan;
    tabel.appendVarchar(kelas);
    tabel.appendVarchar(kode);
    tabel.appendVarchar(tepat && kelas === 'TIDAK_DITEMUKAN' ? TANPA_SARAN : alasanKelas(kelas, dipakai));
    tabel.endRow();
  }
  tabel.closeSync();
}
