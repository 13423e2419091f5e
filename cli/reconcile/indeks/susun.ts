/**
 * Makes the index of a reference: a Parquet file sorted by NIK, how common the words of its names are, and the kecamatan that
 * its NIKs are from.
 */
import { join } from 'node:path';
import { kutipTeks } from '../db/kutip.ts';
import type { Mesin } from '../db/mesin.ts';
import { KOLOM_RUSAK, type KolomRusak, rusakSql } from '../pencocok/rusak.ts';
import type { Besaran } from '../pencocok/skor-sql.ts';
import { kecamatanSql } from '../pencocok/varian-sql.ts';
import { type BerkasReferensi, periksaDitolak } from './baca-sql.ts';
import { type KolomReferensi, kolomIndeks, kolomPokok, kolomTakTersimpan } from './kolom-sql.ts';

export interface Indeks extends Besaran {
  readonly folder: string;
  /** Whether any record has a card number. */
  readonly kartu: boolean;
  /** Records without a usable NIK: found by their other fields only. */
  readonly tanpaNik: number;
}

export interface IndeksBaru extends Indeks {
  /** Records with a NIK that is none. */
  readonly nikCacat: number;
  /** Records whose NIK ends in 0, as all do after Excel has held them as numbers: it keeps 15 digits. */
  readonly nikBulat: number;
  /** Records in which such a field is filled in but cannot be read. */
  readonly takTerbaca: Readonly<Record<KolomRusak, number>>;
}

const ORANG = 'orang.parquet';
export const KATA = 'kata.parquet';
export const KECAMATAN = 'kecamatan.parquet';
/** All files of an index. */
export const BERKAS_INDEKS = [ORANG, KATA, KECAMATAN] as const;

/** Two threads hold a group each while they read: half the usual size, half the memory. */
const BARIS_KELOMPOK = 61_440;

/** So many records show which words of names are common. */
const CONTOH_NAMA = 100_000;
/** In a small register every name is a large share of all; that makes none of them common. */
const KATA_TERSEDIKIT = 2_000;

/** Values that differ more than this are not listed; hardly any column is between, and trying takes time. */
const NILAI_TERDAFTAR = 1_000;

// No bloom filters: what is sought by one column lies in most groups anyway.
const PARQUET = `(FORMAT parquet, PARQUET_VERSION v2, COMPRESSION lz4_raw, ROW_GROUP_SIZE ${BARIS_KELOMPOK},
  DICTIONARY_SIZE_LIMIT ${NILAI_TERDAFTAR}, WRITE_BLOOM_FILTER false)`;

/** One relation of all files. Dozens of files read at once would each want memory, so each is put down first. */
async function satukan(
  mesin: Mesin,
  berkas: readonly BerkasReferensi[],
  ada: ReadonlySet<KolomReferensi>,
): Promise<string> {
  const [satu, ...lain] = berkas.map(({ relasi, urutan }) => kolomPokok(relasi, urutan, ada));
  if (satu !== undefined && lain.length === 0) return `(${satu})`;
  const bagian: string[] = [];
  for (const isi of [satu, ...lain]) {
    const path = kutipTeks(join(mesin.folder, `bagian-${bagian.length}.parquet`));
    await mesin.jalankan(`COPY (${isi}) TO ${path} ${PARQUET}`);
    bagian.push(path);
  }
  return `read_parquet([${bagian.join(', ')}])`;
}

export interface OpsiSusun {
  /** Only for equal numbers: nothing by which others are found. */
  readonly tepat?: boolean;
}

/**
 * @param folder an existing private folder
 * @throws UserError code 3 when a file has rows that cannot be read: none is left out
 */
export async function susunIndeks(
  mesin: Mesin,
  berkas: readonly BerkasReferensi[],
  folder: string,
  { tepat = false }: OpsiSusun = {},
): Promise<IndeksBaru> {
  const orang = kutipTeks(join(folder, ORANG));
  const ada = new Set(berkas.flatMap(({ kolom }) => Object.keys(kolom) as KolomReferensi[]));
  const sumber = await satukan(mesin, berkas, ada);
  await mesin.jalankan(
    `COPY (${kolomIndeks(`(SELECT * FROM ${sumber} ORDER BY nik)`, ada, tepat)}) TO ${orang} ${PARQUET}`,
  );
  for (const satu of berkas) await periksaDitolak(mesin, satu);
  const isi = await isiIndeks(mesin, folder);
  const [besar = {}] = await mesin.baca(`
    SELECT count(*) AS penduduk, count(kartu) AS kartu,
      (SELECT count(wilayah) FROM (SELECT DISTINCT wilayah FROM (${isi}))) AS wilayah,
      count(*) - count(nik) AS tanpa_nik, count(nik_teks) AS nik_cacat, count(*) FILTER (nik % 10 = 0) AS nik_bulat
      ${KOLOM_RUSAK.map((kolom) => `, count(*) FILTER (${rusakSql('r', kolom)}) AS ${kolom}`).join('')}
    FROM (${isi}) r`);
  const penduduk = Number(besar['penduduk']);
  await hitungKata(mesin, isi, penduduk, join(folder, KATA));
  if (!tepat) await kumpulkanKecamatan(mesin, isi, join(folder, KECAMATAN));
  return {
    folder,
    penduduk,
    wilayah: Number(besar['wilayah']),
    kartu: Number(besar['kartu']) > 0,
    tanpaNik: Number(besar['tanpa_nik']),
    nikCacat: Number(besar['nik_cacat']),
    nikBulat: Number(besar['nik_bulat']),
    takTerbaca: Object.fromEntries(
      KOLOM_RUSAK.map((kolom) => [kolom, Number(besar[kolom])]),
    ) as IndeksBaru['takTerbaca'],
  };
}

/** A query of all columns of an index, and `rid`: the place of a record in it. */
export async function isiIndeks({ baca }: Mesin, folder: string): Promise<string> {
  const orang = kutipTeks(join(folder, ORANG));
  const kolom = await baca(`DESCRIBE FROM read_parquet(${orang})`);
  const ada = new Set(kolom.map(({ column_name: nama }) => String(nama)));
  return `SELECT *${kolomTakTersimpan(ada)}, file_row_number AS rid FROM read_parquet(${orang}, file_row_number = true)`;
}

async function hitungKata(mesin: Mesin, isi: string, penduduk: number, path: string): Promise<void> {
  const langkah = Math.max(1, Math.floor(penduduk / CONTOH_NAMA));
  // The same people whenever the same file is loaded, in whichever order those of one NIK come to lie.
  await mesin.jalankan(`
    COPY (SELECT kata, (count(*) / greatest(sum(count(*)) OVER (), ${KATA_TERSEDIKIT}))::FLOAT AS bagian
      FROM (SELECT unnest(string_split(coalesce(kunci, nama), ' ')) AS kata
        FROM (${isi}) WHERE hash(nik, kk, lahir) % ${langkah} = 0)
      GROUP BY kata) TO ${kutipTeks(path)} (FORMAT parquet)`);
}

const kumpulkanKecamatan = ({ jalankan }: Mesin, isi: string, path: string): Promise<void> =>
  jalankan(`
    COPY (SELECT DISTINCT ${kecamatanSql('nik')} AS kode FROM (${isi}) WHERE nik > 0) TO ${kutipTeks(path)} (FORMAT parquet)`);
