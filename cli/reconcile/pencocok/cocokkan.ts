/** Holds the staged rows against one reference, batch by batch, and leaves the outcome in the table `hasil`. */
import { join } from 'node:path';
import { AMBANG, type Ambang, BOBOT } from '#domain/cocok/bobot.ts';
import { kutipTeks } from '../db/kutip.ts';
import type { Mesin } from '../db/mesin.ts';
import { type Indeks, isiIndeks, KATA, KECAMATAN } from '../indeks/susun.ts';
import { MAKRO_AMAN } from './csv-hasil.ts';
import { MAKRO_NAMA } from './nama-sql.ts';
import { MAKRO_KARTU, MAKRO_TANGGAL, putusanSql } from './putusan-sql.ts';
import { hasilSamaSql } from './sama-sql.ts';
import { persempit } from './sempit.ts';
import { tahap } from './tahap-sql.ts';

export interface OpsiCocok {
  readonly ambang?: Partial<Ambang>;
  /** Equal NIK only: no suggestions. */
  readonly tepat?: boolean;
  /** Only the rows of tables will be written, which show no candidates. */
  readonly tanpaCalon?: boolean;
  /** A condition on `p` (a row) and `r` (a record) under which the two never meet. */
  readonly kecuali?: string;
  /** Rows done, of how many. */
  readonly kemajuan?: (selesai: number, semua: number) => void;
}

/** Matching more rows at once costs memory, matching fewer reads the reference more often. */
const BATCH_TERKECIL = 100_000;
const BATCH_TERBESAR = 1_000_000;
const ORANG_PER_BARIS = 50;

/** Once for each database. */
export async function siapkanMakro({ jalankan }: Mesin): Promise<void> {
  for (const makro of [...MAKRO_NAMA, MAKRO_AMAN, MAKRO_TANGGAL, MAKRO_KARTU]) await jalankan(makro);
}

/** Once for each run, before the first reference. */
export const siapkanHasil = ({ jalankan }: Mesin): Promise<void> =>
  jalankan(`CREATE TEMP TABLE hasil (u INTEGER, ref INTEGER, kelas VARCHAR,
    beda STRUCT(kolom VARCHAR, usulan VARCHAR, referensi VARCHAR)[], nik VARCHAR, skor FLOAT, status VARCHAR, kode VARCHAR, calon JSON)`);

/**
 * @param nomor of the reference, in the order in which they were named
 * @param jumlah of the rows that `Usulan` has put in
 */
export async function cocokkan(
  mesin: Mesin,
  indeks: Indeks,
  { nomor, jumlah }: { readonly nomor: number; readonly jumlah: number },
  opsi: OpsiCocok = {},
): Promise<void> {
  const ambang = { ...AMBANG, ...opsi.ambang };
  // What stands where in a large file is as much to read as some of its columns; every statement wants to know.
  await mesin.jalankan('SET parquet_metadata_cache = true');
  await mesin.jalankan(`CREATE OR REPLACE TEMP VIEW r AS ${await isiIndeks(mesin, indeks.folder)}`);
  await mesin.jalankan(bobotSql(indeks.folder));
  const { tepat = false, kecuali } = opsi;
  if (!tepat) {
    const kecamatan = kutipTeks(join(indeks.folder, KECAMATAN));
    await mesin.jalankan(`CREATE OR REPLACE TEMP TABLE kecamatan AS FROM read_parquet(${kecamatan})`);
  }
  const batch = Math.min(Math.max(Math.floor(indeks.penduduk / ORANG_PER_BARIS), BATCH_TERKECIL), BATCH_TERBESAR);
  for (let mulai = 0; mulai < jumlah; mulai += batch) {
    await mesin.jalankan(batchSql(mulai, mulai + batch));
    for (const satu of tahap({ besaran: indeks, ambang, kartu: indeks.kartu, tepat, kecuali })) {
      if (typeof satu === 'string') await mesin.jalankan(satu);
      else await persempit(mesin, satu, indeks.penduduk);
    }
    await mesin.jalankan(putusanSql(ambang));
    await mesin.jalankan(
      `INSERT INTO hasil ${hasilSamaSql(nomor)} UNION ALL (${hasilSql(nomor, opsi.tanpaCalon ?? false)})`,
    );
    opsi.kemajuan?.(Math.min(mulai + batch, jumlah), jumlah);
  }
  for (const tabel of ['p', 'bobot', 'kecamatan', 'sama', 'terbaik', 'putusan']) {
    await mesin.jalankan(`DROP TABLE IF EXISTS ${tabel}`);
  }
}

/** The weight of a name is the sum over its words of how rare they are; a word that nobody of a sample has is rare. */
const bobotSql = (folder: string): string => `
  CREATE OR REPLACE TEMP TABLE bobot AS
  WITH kata_usulan AS (
      SELECT u, 'nama' AS apa, unnest(string_split(kunci, ' ')) AS kata FROM usulan WHERE kunci <> ''
      UNION ALL SELECT u, 'ibu', unnest(string_split(kunci_ibu, ' ')) FROM usulan WHERE kunci_ibu <> '')
  SELECT u, sum(-log10(coalesce(bagian, 0.00001))) FILTER (apa = 'nama') AS nama,
    sum(-log10(coalesce(bagian, 0.00001))) FILTER (apa = 'ibu') AS ibu
  FROM kata_usulan LEFT JOIN read_parquet(${kutipTeks(join(folder, KATA))}) USING (kata) GROUP BY u`;

/** The rows of one batch, with the weights of their names. */
const batchSql = (dari: number, sampai: number): string => `
  CREATE OR REPLACE TEMP VIEW batch AS
  SELECT usulan.*, least(greatest(coalesce(bobot.nama, 0), ${BOBOT.namaTerkecil}), ${BOBOT.namaTerbesar})::FLOAT AS bobot_nama,
    least(coalesce(bobot.ibu, 0), ${BOBOT.ibuTerbesar})::FLOAT AS bobot_ibu
  FROM usulan LEFT JOIN bobot USING (u) WHERE u >= ${dari} AND u < ${sampai}`;

/** How the fields of a pair relate, as one text: few different ones stand for all rows. */
const KODE = `concat_ws('|', h_nik, h_kartu, h_kk, trunc(n_nama, 2), h_lahir, h_jk, trunc(n_ibu, 2), h_wilayah, h_tempat)`;

/** The number that was written belongs to another candidate. */
const NOMOR_ORANG_LAIN = `CASE WHEN NOT t.tepat AND t.ada_tepat THEN '|lain' ELSE '' END`;

const CALON = `json_object('nik', coalesce(nik::VARCHAR, nik_teks, ''), 'no_kk', coalesce(kk::VARCHAR, ''), 'nama', nama,
  'tempat_lahir', tempat, 'tgl_lahir', tanggal_teks(lahir), 'jk', coalesce((['L', 'P'])[jk], ''), 'nama_ibu', ibu,
  'kode_wilayah', coalesce(wilayah::VARCHAR, ''), 'no_kartu', kartu_teks(kartu),
  'status', status, 'skor', round(skor::DOUBLE, 2),
  's', [s_nik, s_kartu, s_kk, s_nama, s_lahir, s_jk, s_ibu, s_wilayah, s_tempat, s_penduduk],
  'h', ${KODE})`;

const RINCI = `
  SELECT u, to_json(list(${CALON} ORDER BY urut)) AS calon FROM dipakai
  WHERE kelas <> 'COCOK' AND (urut = 1 OR kelas <> 'COCOK_BEDA') OR kelas = 'COCOK' AND tepat_banyak AND tepat GROUP BY u`;
const TANPA_CALON = 'SELECT 0 AS u, NULL::JSON AS calon WHERE false';

/** Of a row that is equal in all fields nothing has to be shown but whom it met, and who else has its number. */
const hasilSql = (nomor: number, tanpaCalon: boolean): string => `
  WITH dipakai AS (
      SELECT t.*, kelas, ${KODE} AS kode FROM terbaik t JOIN putusan USING (u)
      WHERE (layak OR tepat) AND kelas NOT IN ('CACAT', 'TIDAK_DITEMUKAN')${tanpaCalon ? ' AND urut = 1' : ''}),
    rinci AS (${tanpaCalon ? TANPA_CALON : RINCI})
  SELECT putusan.u, ${nomor}, putusan.kelas, beda, coalesce(t.nik::VARCHAR, t.nik_teks, ''), t.skor,
    coalesce(t.status, ''), CASE WHEN putusan.kelas = 'COCOK' AND NOT t.tepat_banyak THEN '' WHEN putusan.kelas = 'COCOK' THEN t.kode || '|banyak' ELSE coalesce(t.kode || ${NOMOR_ORANG_LAIN}, '') END, rinci.calon
  FROM putusan LEFT JOIN (FROM dipakai WHERE urut = 1) t ON t.u = putusan.u LEFT JOIN rinci ON rinci.u = putusan.u`;
