/**
 * The bare DuckDB scripts that the command line is compared with, each a program of its own:
 * `gabung REFERENSI USULAN KELUARAN` (exact join of CSV or Parquet), `pindai REFERENSI` (reads its NIK column).
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parquetSql, quoted, withDuckDb } from './duckdb.ts';

const csv = (file: string): string => `read_csv(${quoted(file)}, all_varchar = true, header = true)`;

/** A CSV file, or the people of an index. */
function tabel(path: string): string {
  if (path.endsWith('.csv')) return csv(path);
  const people = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => basename(name) === 'orang.parquet',
  );
  const index = parquetSql(people.map((name) => join(path, name)));
  return `(SELECT nik, nama, lahir AS tgl_lahir, kk AS no_kk FROM ${index})`;
}

/** Of an index whose NIK are numbers, proposals are compared as numbers too. */
async function tipeNik(db: DuckDBConnection, referensi: string): Promise<string> {
  const columns = await db.runAndReadAll(`SELECT column_type FROM (DESCRIBE SELECT nik FROM ${referensi})`);
  return String(columns.getRows()[0]?.[0]);
}

/** Of a Parquet column the greatest value stands in the file's own list, and nothing would be read. */
async function pindai(db: DuckDBConnection, referensi: string): Promise<void> {
  const semua = (await tipeNik(db, referensi)) === 'BIGINT' ? 'bit_xor(nik)' : 'max(nik), count(nik)';
  await db.run(`SELECT ${semua} FROM ${referensi}`);
}

async function gabung(db: DuckDBConnection, referensi: string, usulan: string, keluaran: string): Promise<void> {
  const tipe = await tipeNik(db, referensi);
  await db.run(`COPY (
    SELECT u.tiket, u.nik, u.nama, r.nama AS nama_referensi, r.tgl_lahir, r.no_kk
    FROM ${csv(usulan)} u LEFT JOIN ${referensi} r ON r.nik = TRY_CAST(u.nik AS ${tipe})
  ) TO ${quoted(keluaran)} (HEADER)`);
}

const [kerja, referensi = '', usulan = '', keluaran = ''] = process.argv.slice(2);
await withDuckDb(join(tmpdir(), `pbi-banding-${process.pid}`), async (db) => {
  if (kerja === 'gabung') await gabung(db, tabel(referensi), usulan, keluaran);
  else if (kerja === 'pindai') await pindai(db, tabel(referensi));
  else throw new Error(`no such work: ${kerja}`);
});
