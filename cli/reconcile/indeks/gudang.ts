/** Where the indexes of references live: one folder each, only for whoever made them. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { EXIT, UserError } from '../../errors.ts';
import { isHidup } from '../../proses.ts';
import { BERKAS_INDEKS, type Indeks } from './susun.ts';

/** The four population databases (BTL-D-06), as they are named on the command line. */
export const REFERENSI = ['kependudukan', 'dtks', 'pbi-jk', 'pbi-apbd'] as const;
export type NamaReferensi = (typeof REFERENSI)[number];
export const isReferensi = (nama: string): nama is NamaReferensi => (REFERENSI as readonly string[]).includes(nama);

/** Rises when an older index would be read wrongly. */
const VERSI = 7;

const KETERANGAN = z.object({
  versi: z.literal(VERSI),
  dimuat: z.string(),
  berkas: z.array(z.object({ nama: z.string(), sidik: z.string() })),
  penduduk: z.int(),
  wilayah: z.int(),
  kartu: z.boolean(),
  tanpaNik: z.int(),
  /** What an extract without a column of its own says of its members, e.g. `Terdaftar aktif`. */
  status: z.string(),
});
export type Keterangan = z.infer<typeof KETERANGAN>;

const NAMA_KETERANGAN = 'keterangan.json';
const FOLDER = 0o700;
const BERKAS = 0o600;

export interface IndeksTersimpan extends Indeks {
  readonly nama: NamaReferensi;
  readonly keterangan: Keterangan;
  readonly bita: number;
}

/** A folder in which an index is made; it takes the place of an older one only when it is whole. */
export async function siapkanTempat(gudang: string, nama: NamaReferensi): Promise<string> {
  await mkdir(gudang, { recursive: true, mode: FOLDER });
  const sementara = join(gudang, `.${nama}.${process.pid}`);
  await rm(sementara, { recursive: true, force: true });
  await mkdir(sementara, { mode: FOLDER });
  return sementara;
}

/** @param folder as `siapkanTempat` gave it, with its files */
export async function simpan(
  gudang: string,
  nama: NamaReferensi,
  folder: string,
  keterangan: Omit<Keterangan, 'versi'>,
): Promise<void> {
  const isi = JSON.stringify({ versi: VERSI, ...keterangan } satisfies Keterangan, null, 2);
  await writeFile(join(folder, NAMA_KETERANGAN), `${isi}\n`, { mode: BERKAS });
  for (const berkas of BERKAS_INDEKS) await chmod(join(folder, berkas), BERKAS);
  const tujuan = join(gudang, nama);
  const lama = join(gudang, `.${nama}.lama`);
  await rm(lama, { recursive: true, force: true });
  if (existsSync(tujuan)) await rename(tujuan, lama);
  await rename(folder, tujuan);
  await rm(lama, { recursive: true, force: true });
}

/** How Parquet files begin and end. */
const TANDA_PARQUET = 'PAR1';

/** Bytes of a Parquet file. @throws Error when it is not there or was cut off */
async function ukuranUtuh(path: string): Promise<number> {
  const berkas = await open(path);
  try {
    const { size } = await berkas.stat();
    const akhir = Buffer.alloc(TANDA_PARQUET.length);
    await berkas.read(akhir, 0, akhir.length, Math.max(0, size - akhir.length));
    if (akhir.toString('latin1') !== TANDA_PARQUET) throw new Error('the file has no end');
    return size;
  } finally {
    await berkas.close();
  }
}

/** Undefined where this reference was never loaded. @throws UserError code 3 when its index is damaged */
export async function bukaIndeks(gudang: string, nama: NamaReferensi): Promise<IndeksTersimpan | undefined> {
  const folder = join(gudang, nama);
  if (!existsSync(folder)) return undefined;
  try {
    const keterangan = KETERANGAN.parse(JSON.parse(await readFile(join(folder, NAMA_KETERANGAN), 'utf8')));
    const bita = await Promise.all(BERKAS_INDEKS.map((berkas) => ukuranUtuh(join(folder, berkas))));
    return { nama, folder, keterangan, bita: bita.reduce((a, b) => a + b), ...keterangan };
  } catch (error) {
    const jalan = `Muat ulang dengan: pbi referensi muat ${nama} <berkas>; atau hapus dengan: pbi referensi hapus ${nama}.`;
    throw new UserError(EXIT.badInput, `Indeks ${nama} rusak atau dari versi lain. ${jalan}`, { cause: error });
  }
}

/** All references that are loaded, and what is wrong with those that cannot be used. */
export async function telaahGudang(gudang: string): Promise<{ baik: IndeksTersimpan[]; salah: UserError[] }> {
  const semua = await Promise.allSettled(REFERENSI.map((nama) => bukaIndeks(gudang, nama)));
  return {
    baik: semua.flatMap((satu) => (satu.status === 'fulfilled' && satu.value ? [satu.value] : [])),
    salah: semua.flatMap((satu) => (satu.status === 'rejected' ? [satu.reason as UserError] : [])),
  };
}

/** All references that are loaded. @throws UserError code 3 when one of them is damaged: none is left out silently */
export async function daftarIndeks(gudang: string): Promise<IndeksTersimpan[]> {
  const { baik, salah } = await telaahGudang(gudang);
  tolak(salah);
  return baik;
}

/** @throws UserError code 3 that says all of it */
export function tolak(salah: readonly UserError[]): void {
  if (salah.length === 0) return;
  throw new UserError(EXIT.badInput, salah.map(({ message }) => message).join('\n'), { cause: salah[0] });
}

/** @returns whether there was one */
export async function hapusIndeks(gudang: string, nama: NamaReferensi): Promise<boolean> {
  const ada = existsSync(join(gudang, nama));
  await rm(join(gudang, nama), { recursive: true, force: true });
  return ada;
}

/** Removes what loads that were killed have left. */
export async function sapuGudang(gudang: string): Promise<void> {
  const isi = await readdir(gudang).catch(() => []);
  for (const nama of isi) {
    const [, pid] = /^\.[a-z-]+\.(\d+)$/.exec(nama) ?? [];
    if (pid !== undefined && Number(pid) !== process.pid && !isHidup(Number(pid))) {
      await rm(join(gudang, nama), { recursive: true, force: true });
    }
  }
}
