/** The people of the register as a reference for matching: one record each, however many proposals they have. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bersihkanNik } from '#domain/nik/nik.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import type { KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { pilihKasus } from '#usecase/rekonsiliasi/pilih.ts';
import type { Mesin } from '../reconcile/db/mesin.ts';
import { KOLOM_REFERENSI, type KolomReferensi, SEMUA_KOLOM } from '../reconcile/indeks/kolom-sql.ts';
import { type Indeks, susunIndeks } from '../reconcile/indeks/susun.ts';

export const REGISTER = 'register';
const TABEL = 'register_orang';
const PRIVATE = 0o700;

/**
 * All cases of each person. Emergencies are answered one by one in their own sheet and take no part; without a readable
 * NIK nobody knows that two cases are one person's.
 */
export function perOrang(kasus: readonly KasusRekon[]): readonly (readonly KasusRekon[])[] {
  const bulanan = kasus.filter(({ rute }) => isBulanan(rute));
  return [...Map.groupBy(bulanan, ({ nik, tiket }) => digit(nik, 16) || tiket).values()];
}

/** Tickets of emergencies by NIK: BPJS answers those in the sheet that it shares, so no answer of a file is theirs. */
export function tiketDarurat(kasus: readonly KasusRekon[]): ReadonlyMap<string, readonly string[]> {
  const darurat = kasus.filter(({ rute, nik }) => !isBulanan(rute) && digit(nik, 16) !== '');
  const perNik = Map.groupBy(darurat, ({ nik }) => digit(nik, 16));
  return new Map([...perNik].map(([nik, milik]) => [nik, yangHidup(milik).map(({ tiket }) => tiket)]));
}

/** Without those that came to nothing, where others are left. */
function yangHidup(kasus: readonly KasusRekon[]): readonly KasusRekon[] {
  const hidup = kasus.filter(({ status }) => !['DIBATALKAN', 'DITARIK', 'DITUTUP'].includes(status));
  return hidup.length > 0 ? hidup : kasus;
}

const digit = (teks: string, panjang: number): string => {
  const bersih = bersihkanNik(teks);
  return bersih.length === panjang && /^\d+$/.test(bersih) ? bersih : '';
};

/** The field `status` of a record is the place of the person in `orang`. */
export async function indeksRegister(mesin: Mesin, orang: readonly (readonly KasusRekon[])[]): Promise<Indeks> {
  await mesin.jalankan(`CREATE TEMP TABLE ${TABEL} (${KOLOM_REFERENSI.map((kolom) => `${kolom} VARCHAR`).join(', ')})`);
  const baris = await mesin.koneksi.createAppender(TABEL);
  for (const [tempat, milik] of orang.entries()) {
    const isi = rekaman(pilihKasus(milik, {})[0] as KasusRekon, tempat);
    for (const kolom of KOLOM_REFERENSI) baris.appendVarchar(isi[kolom]);
    baris.endRow();
  }
  baris.closeSync();
  const folder = join(mesin.folder, REGISTER);
  await mkdir(folder, { mode: PRIVATE });
  return susunIndeks(mesin, [{ nama: REGISTER, relasi: TABEL, urutan: 'ISO', kolom: SEMUA_KOLOM }], folder);
}

/** Staff may have typed numbers and dates in another form than files have them. */
const rekaman = (kasus: KasusRekon, tempat: number): Record<KolomReferensi, string> => ({
  nik: digit(kasus.nik, 16),
  no_kk: digit(kasus.no_kk, 16),
  nama: kasus.nama,
  tempat_lahir: kasus.tempat_lahir,
  tgl_lahir: parseTanggal(kasus.tgl_lahir) ?? '',
  jk: kasus.jk,
  nama_ibu: '',
  kode_wilayah: kasus.kode_wilayah,
  no_kartu: digit(kasus.no_kartu, 13),
  status: String(tempat),
});
