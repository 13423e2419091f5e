/** Proposals out of the sample of a population, damaged by kind; the truth is written apart. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../duckdb.ts';
import { KECAMATAN_PER_KABUPATEN } from './makro.ts';

/** What was done to a row: how many in a thousand rows, and how many in a hundred have their name varied as well. */
const JENIS = {
  tepat: { permil: 660, ragam: 8 },
  ganti_satu: { permil: 60, ragam: 10 },
  tukar: { permil: 30, ragam: 10 },
  ganti_dua: { permil: 10, ragam: 8 },
  digit_hilang: { permil: 5, ragam: 10 },
  digit_tambah: { permil: 5, ragam: 10 },
  // Only one date in three can be swapped into another date; the rest stay as they are.
  lahir_tertukar: { permil: 55, ragam: 12 },
  lahir_salah: { permil: 15, ragam: 12 },
  tanpa_nik: { permil: 40, ragam: 20 },
  tanpa_nik_kk: { permil: 20, ragam: 15 },
  nik_orang_lain: { permil: 10, ragam: 10 },
  kk_berubah: { permil: 20, ragam: 15 },
  duplikat: { permil: 30, ragam: 30 },
  tidak_ada: { permil: 40, ragam: 10 },
} as const;

const entries = Object.entries(JENIS);
/** Kinds that the lot distributes among people of the reference. */
const drawn = entries.filter(([name]) => name !== 'duplikat' && name !== 'tidak_ada');
const drawnSum = drawn.reduce((sum, [, { permil }]) => sum + permil, 0);

const drawnSql = (): string => {
  let upTo = 0;
  const cases = drawn.map(([name, { permil }]) => {
    upTo += permil;
    return `WHEN acak(u, 0, ${drawnSum}) < ${upTo} THEN ${quoted(name)}`;
  });
  return `CASE ${cases.join(' ')} END`;
};

const ragamSql = `acak(u, 16, 100) < CASE jenis ${entries.map(([name, { ragam }]) => `WHEN ${quoted(name)} THEN ${ragam}`).join(' ')} END`;

/** A whole number of rows of a kind. */
const share = (rows: number, jenis: keyof typeof JENIS): number => Math.round((rows * JENIS[jenis].permil) / 1000);

/** Rows before they are damaged: people of the reference, some of them twice, and people who are not in it. */
const barisSql = (rows: number, benih: number, where: string): string => {
  const twice = share(rows, 'duplikat');
  const absent = share(rows, 'tidak_ada');
  return `
WITH ada AS (
  SELECT * FROM contoh WHERE NOT disisihkan AND ${where} ORDER BY undian, id LIMIT ${rows - twice - absent}
), bernasib AS (
  SELECT *, hash(id + ${benih} + 13000000000) AS u, ${drawnSql()} AS jenis FROM ada
  UNION ALL BY NAME
  (SELECT *, hash(id + ${benih} + 15000000000) AS u, 'duplikat' AS jenis FROM ada ORDER BY undian, id LIMIT ${twice})
  UNION ALL BY NAME
  (SELECT *, hash(id + ${benih} + 13000000000) AS u, 'tidak_ada' AS jenis FROM contoh
    WHERE disisihkan AND ${where} ORDER BY undian, id LIMIT ${absent})
)
SELECT * EXCLUDE (jenis), CASE
    WHEN jenis = 'lahir_tertukar' AND NOT bisa_tertukar(tgl_lahir) THEN 'tepat'
    WHEN jenis = 'nik_orang_lain' AND (nik_lain IS NULL OR nik_lain = nik) THEN 'tepat'
    ELSE jenis END AS jenis,
  hash(u) AS h, hash(u + 1) AS h2
FROM bernasib`;
};

const USULAN = `
SELECT 'U-' || lpad((row_number() OVER ())::VARCHAR, 7, '0') AS tiket,
  CASE jenis
    WHEN 'ganti_satu' THEN nik_ganti(nik, h) WHEN 'tukar' THEN nik_tukar(nik, h)
    WHEN 'ganti_dua' THEN nik_ganti_dua(nik, h) WHEN 'digit_hilang' THEN nik_hilang(nik, h)
    WHEN 'digit_tambah' THEN nik_tambah(nik, h) WHEN 'nik_orang_lain' THEN nik_lain
    WHEN 'tanpa_nik' THEN '' WHEN 'tanpa_nik_kk' THEN ''
    WHEN 'lahir_tertukar' THEN CASE WHEN acak(h, 4, 10) = 0 THEN '' ELSE nik END
    WHEN 'tidak_ada' THEN CASE WHEN acak(h, 4, 10) = 0 THEN '' ELSE nik END
    ELSE nik END AS nik,
  CASE jenis WHEN 'tanpa_nik_kk' THEN '' WHEN 'kk_berubah' THEN no_kk[1:12] || 9100 + acak(h, 4, 800) ELSE no_kk END AS no_kk,
  CASE WHEN ragam THEN nama_ragam(nama, h2) ELSE nama END AS nama,
  CASE WHEN acak(h2, 30, 100) < 3 THEN tempat_salah(h2) ELSE tempat_lahir END AS tempat_lahir,
  CASE jenis WHEN 'lahir_tertukar' THEN tgl_tertukar(tgl_lahir) WHEN 'lahir_salah' THEN tgl_salah(tgl_lahir, h)
    ELSE tgl_lahir END AS tgl_lahir,
  jk,
  CASE WHEN acak(h2, 38, 100) < 4 THEN '' WHEN acak(h2, 38, 100) < 8 THEN nama_ragam(nama_ibu, hash(h2)) ELSE nama_ibu END
    AS nama_ibu,
  CASE jenis WHEN 'kk_berubah' THEN kode_wilayah[1:8] || lpad((1 + acak(h, 20, 12))::VARCHAR, 2, '0') ELSE kode_wilayah END
    AS kode_wilayah,
  CASE WHEN acak(h2, 6, 10) < 6 THEN '0009' || lpad((h2 % 1000000000)::VARCHAR, 9, '0') ELSE '' END AS no_kartu,
  jenis, ragam, CASE jenis WHEN 'tidak_ada' THEN '' ELSE nik_asli END AS nik_benar
FROM (SELECT *, nik AS nik_asli, ${ragamSql} AS ragam FROM baris ORDER BY h)`;

export interface Usulan {
  readonly baris: number;
  readonly benih: number;
  /** Only people of the first regency. */
  readonly satuKabupaten?: boolean;
}

/**
 * Writes proposals and their truth as CSV; the table `contoh` must be there. The truth says as well whether the NIK of a
 * row is somebody else's.
 */
export async function tulisUsulan(
  db: DuckDBConnection,
  minta: Usulan,
  referensi: string,
  usulan: string,
  kebenaran: string,
): Promise<void> {
  const where = minta.satuKabupaten ? `kec < ${KECAMATAN_PER_KABUPATEN}` : 'true';
  await db.run(`CREATE OR REPLACE TEMP TABLE baris AS ${barisSql(minta.baris, minta.benih, where)}`);
  await db.run(`CREATE OR REPLACE TEMP TABLE usulan AS ${USULAN}`);
  await db.run(`CREATE OR REPLACE TEMP TABLE milik_lain AS
    SELECT DISTINCT nik FROM ${referensi} SEMI JOIN (SELECT nik FROM usulan WHERE nik <> nik_benar) USING (nik)`);
  await db.run(
    `COPY (SELECT * EXCLUDE (jenis, ragam, nik_benar) FROM usulan ORDER BY tiket) TO ${quoted(usulan)} (HEADER)`,
  );
  await db.run(`COPY (
    SELECT tiket, jenis, ragam::INTEGER AS ragam, nik_benar, (nik <> nik_benar AND m.nik IS NOT NULL)::INTEGER AS bentrok
    FROM usulan LEFT JOIN milik_lain m USING (nik) ORDER BY tiket) TO ${quoted(kebenaran)} (HEADER)`);
  await db.run('DROP TABLE baris; DROP TABLE usulan; DROP TABLE milik_lain');
}
