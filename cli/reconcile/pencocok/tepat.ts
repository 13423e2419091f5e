/** For equal NIK alone nothing has to be sorted or kept: only the records whose NIK somebody asks for are taken. */
import type { Mesin } from '../db/mesin.ts';
import type { BerkasReferensi } from '../indeks/baca-sql.ts';
import { type Indeks, susunIndeks } from '../indeks/susun.ts';

const SISA_MEMORI = '16MB';

/** @returns an index of the records that the staged rows ask for */
export async function susunTepat(mesin: Mesin, berkas: BerkasReferensi, folder: string): Promise<Indeks> {
  await mesin.jalankan(
    'CREATE OR REPLACE TEMP TABLE dicari AS SELECT DISTINCT nik_teks AS dicari_nik FROM usulan WHERE nik > 0',
  );
  // Of what the pieces of a large file have needed nothing is kept for later.
  for (const batas of ['allocator_flush_threshold', 'allocator_bulk_deallocation_flush_threshold']) {
    await mesin.jalankan(`SET ${batas} = '${SISA_MEMORI}'`);
  }
  // How large a CSV is, the database guesses too low: left to itself it keeps the whole file in memory.
  await mesin.jalankan(`SET disabled_optimizers = 'join_order,build_side_probe_side'`);
  await mesin.jalankan(`CREATE OR REPLACE TEMP TABLE tersaring AS
    SELECT r.* FROM ${berkas.relasi} r JOIN dicari ON r.nik = dicari_nik`);
  await mesin.jalankan('RESET disabled_optimizers');
  const indeks = await susunIndeks(mesin, [{ ...berkas, relasi: 'tersaring' }], folder);
  await mesin.jalankan('DROP TABLE tersaring');
  return indeks;
}
