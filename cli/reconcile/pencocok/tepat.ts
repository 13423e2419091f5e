/** For equal NIK alone nothing has to be sorted or kept: only the records whose NIK somebody asks for are taken. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Mesin } from '../db/mesin.ts';
import { buangSampah } from '../db/sampah.ts';
import { sampaiDihentikan } from '../henti.ts';
import { type BentukReferensi, type BerkasReferensi, isParquet } from '../indeks/baca-sql.ts';
import { nikRapi } from '../indeks/kolom-sql.ts';
import { type Indeks, susunIndeks } from '../indeks/susun.ts';
import { Regu } from '../pencari/cari.ts';
import { KumpulanNik } from '../pencari/kumpulan-nik.ts';

const SISA_MEMORI = '16MB';
const SEDIKIT_SAMPAH = 32 << 20;

const DICARI = 'SELECT DISTINCT nik_teks AS dicari_nik FROM usulan WHERE nik > 0';

/** Threads take longer to start than the database to read a smaller file. */
const BITA_BESAR = 64 << 20;

function isBesar(path: string): boolean {
  try {
    return statSync(path).size >= BITA_BESAR;
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
}

export interface OpsiTepat {
  /** Threads that were started ahead by `reguUntuk`. */
  readonly regu?: Regu | undefined;
  /** Hears how much of a large file has been looked through, to 1. */
  readonly kemajuan: (bagian: number) => void;
}

/** Starts what `susunTepat` will want for a file, while other work is done. */
export const reguUntuk = (path: string | undefined): Regu | undefined =>
  path !== undefined && !isParquet(path) && isBesar(path) ? new Regu() : undefined;

/** @returns an index of the records that the staged rows ask for */
export async function susunTepat(
  mesin: Mesin,
  berkas: BerkasReferensi,
  folder: string,
  { regu, kemajuan }: OpsiTepat,
): Promise<Indeks> {
  // Of what the pieces of a large file have needed nothing is kept for later.
  for (const batas of ['allocator_flush_threshold', 'allocator_bulk_deallocation_flush_threshold']) {
    await mesin.jalankan(`SET ${batas} = '${SISA_MEMORI}'`);
  }
  const { csv } = berkas;
  const salinan = csv && isBesar(csv.path) ? await dicariDulu(mesin, csv, { regu, kemajuan }) : undefined;
  if (salinan !== undefined) {
    const { ditolak: _, ...terbaca } = berkas;
    return susunIndeks(mesin, [{ ...terbaca, relasi: salinan }], folder, { tepat: true });
  }
  await mesin.jalankan(`CREATE OR REPLACE TEMP TABLE dicari AS ${DICARI}`);
  // How large a CSV is, the database guesses too low: left to itself it keeps the whole file in memory.
  await mesin.jalankan(`SET disabled_optimizers = 'join_order,build_side_probe_side'`);
  await mesin.jalankan(`CREATE OR REPLACE TEMP TABLE tersaring AS
    SELECT r.* FROM ${berkas.relasi} r JOIN dicari ON ${nikRapi('r.nik')} = dicari_nik`);
  await mesin.jalankan('RESET disabled_optimizers');
  const indeks = await susunIndeks(mesin, [{ ...berkas, relasi: 'tersaring' }], folder, { tepat: true });
  await mesin.jalankan('DROP TABLE tersaring');
  return indeks;
}

/** @returns a query of the records that are asked for; undefined for a file that the database has to read itself */
async function dicariDulu(
  mesin: Mesin,
  csv: BentukReferensi,
  { regu = new Regu(), kemajuan }: OpsiTepat,
): Promise<string | undefined> {
  const hasil = await mesin.koneksi.runAndReadAll(DICARI);
  const semua = hasil.getColumns()[0] ?? [];
  const dicari = KumpulanNik.untuk(semua.length);
  for (const nik of semua) dicari.tambah(String(nik));
  const keluaran = join(mesin.folder, 'dicari.csv');
  const utuh = await sampaiDihentikan((henti) => regu.cari(csv, dicari, keluaran, { henti, kemajuan }));
  // The lines have passed through this process, and nothing else takes time here.
  buangSampah(SEDIKIT_SAMPAH);
  return utuh ? csv.salinan(keluaran) : undefined;
}
