/** For equal NIK alone nothing has to be sorted or kept: only the records whose NIK somebody asks for are taken. */
import type { Mesin } from '../db/mesin.ts';
import type { BerkasReferensi } from '../indeks/baca-sql.ts';
import { type Indeks, susunIndeks } from '../indeks/susun.ts';

/** @returns an index of the records that the staged rows ask for */
export async function susunTepat(mesin: Mesin, berkas: BerkasReferensi, folder: string): Promise<Indeks> {
  await mesin.jalankan(
    `CREATE OR REPLACE TEMP TABLE dicari AS SELECT DISTINCT nik_teks AS nik FROM usulan WHERE nik > 0`,
  );
  const relasi = `(SELECT * FROM ${berkas.relasi} SEMI JOIN dicari USING (nik))`;
  return susunIndeks(mesin, [{ ...berkas, relasi }], folder);
}
