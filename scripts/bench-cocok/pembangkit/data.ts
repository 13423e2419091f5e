/** Data sets of the bench on disk: a reference with several files of proposals and their truth. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetSql, quoted, withDuckDb } from '../duckdb.ts';
import { GALAT } from './galat.ts';
import { MACROS } from './makro.ts';
import { bangkitkanPenduduk, KOLOM_REFERENSI } from './penduduk.ts';
import { tulisUsulan } from './usulan.ts';

/** Whoever changes the generator changes this: kept data sets are then made again. */
const VERSI = 2;
const BENIH = 20_261_122;

export interface MintaData {
  /** People of the reference, roughly. */
  readonly orang: number;
  /** Rows of each file of proposals. */
  readonly usulan: readonly number[];
  /** Rows of proposals that all come from one regency. */
  readonly satuKabupaten?: number;
  /** Also as one CSV. */
  readonly csv?: boolean;
}

export interface BerkasUsulan {
  readonly baris: number;
  readonly usulan: string;
  readonly kebenaran: string;
}

export interface Data {
  readonly parquet: readonly string[];
  /** Empty unless asked for. */
  readonly csv: string;
  readonly usulan: readonly BerkasUsulan[];
  readonly kabupaten: BerkasUsulan | null;
}

const namesIn = (dir: string, baris: number, name: string): BerkasUsulan => ({
  baris,
  usulan: join(dir, `${name}.csv`),
  kebenaran: join(dir, `${name}-kebenaran.csv`),
});

async function make(dir: string, minta: MintaData): Promise<Data> {
  const usulan = minta.usulan.map((baris) => namesIn(dir, baris, `usulan-${baris}`));
  const kabupaten = minta.satuKabupaten ? namesIn(dir, minta.satuKabupaten, 'usulan-kabupaten') : null;
  return withDuckDb(
    join(dir, 'temp'),
    async (db) => {
      for (const sql of [...MACROS, ...GALAT]) await db.run(sql);
      const parquet = await bangkitkanPenduduk(db, join(dir, 'penduduk'), {
        orang: minta.orang,
        contoh: Math.max(...minta.usulan),
        contohKabupaten: minta.satuKabupaten ?? 0,
        benih: BENIH,
      });
      const all = parquetSql(parquet);
      for (const { baris, usulan: file, kebenaran } of usulan) {
        await tulisUsulan(db, { baris, benih: BENIH }, all, file, kebenaran);
      }
      if (kabupaten) {
        const { baris, usulan: file, kebenaran } = kabupaten;
        await tulisUsulan(db, { baris, benih: BENIH, satuKabupaten: true }, all, file, kebenaran);
      }
      const csv = minta.csv ? join(dir, 'penduduk.csv') : '';
      if (csv) await db.run(`COPY (SELECT ${KOLOM_REFERENSI} FROM ${all}) TO ${quoted(csv)} (HEADER)`);
      return { parquet, csv, usulan, kabupaten };
    },
    { memory_limit: '6GB' },
  );
}

/** Makes the data set under `root`, or takes the one that is there. */
export async function siapkanData(root: string, minta: MintaData): Promise<Data> {
  const key = JSON.stringify({ VERSI, BENIH, ...minta });
  const dir = join(root, `data-${minta.orang}`);
  const marker = join(dir, 'data.json');
  if (existsSync(marker)) {
    const kept = JSON.parse(readFileSync(marker, 'utf8')) as { key: string; data: Data };
    if (kept.key === key) return kept.data;
  }
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const data = await make(dir, minta);
  writeFileSync(`${marker}.baru`, JSON.stringify({ key, data }));
  renameSync(`${marker}.baru`, marker);
  return data;
}
