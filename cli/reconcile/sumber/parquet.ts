/** A table of people in a Parquet file: read by DuckDB, every value as text, its rows in their order. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { barisTeks, type Sel } from '#domain/format/sel.ts';
import { BerkasError } from '../../berkas/berkas-error.ts';
import { TERTUTUP } from '../db/mesin.ts';
import type { Aliran, BarisMentah } from './bentuk.ts';
import { TANPA_TABEL } from './dialek.ts';
import { hashBerkas } from './hash.ts';
import type { Penafsir } from './judul.ts';
import { temukanTabelOrang } from './tabel.ts';

/** Rows of one query: the connection serves others between two of them. */
const SEKALI_BACA = 50_000;
/** Rows handed on at once. */
const SEKALI_BERI = 1000;

const RUSAK = 'Isi berkas Parquet rusak atau terpotong. Minta dikirim ulang.';

interface KolomParquet {
  readonly nama: string;
  readonly tipe: string;
}

/** @throws BerkasError when the file is damaged or no table of people */
export async function bukaParquet(
  path: string,
  tafsirkan: Penafsir,
  koneksi: DuckDBConnection | undefined,
): Promise<Aliran> {
  const kolom = await dengan(koneksi, (satu) => bacaKolom(satu, path));
  const hasil = temukanTabelOrang([barisTeks(kolom.map(({ nama }) => nama))], tafsirkan);
  if (!hasil) throw new BerkasError(TANPA_TABEL);
  if (!hasil.ok) throw new BerkasError(hasil.error);
  const tabel = hasil.value;
  const jenis = kolom.map(({ tipe }, indeks) => jenisSel(tipe, tabel.kolom[indeks]?.sebagai ?? ''));
  let sha256 = '';
  return {
    jenis: 'parquet',
    lembar: '',
    tabel,
    dapatDiulang: true,
    barisAtas: 0,
    potongan: async function* () {
      const milik = koneksi ? undefined : await basisData();
      try {
        yield* baca(milik?.koneksi ?? koneksi, path, kolom, jenis);
      } finally {
        milik?.tutup();
      }
      sha256 = await hashBerkas(path);
    },
    sha256: () => sha256,
    peringatan: () => [],
  };
}

async function basisData(): Promise<{ koneksi: DuckDBConnection; tutup(): void }> {
  const instance = await DuckDBInstance.create(':memory:', TERTUTUP);
  const koneksi = await instance.connect();
  return {
    koneksi,
    tutup: () => {
      koneksi.closeSync();
      instance.closeSync();
    },
  };
}

async function dengan<T>(koneksi: DuckDBConnection | undefined, kerja: (satu: DuckDBConnection) => Promise<T>) {
  if (koneksi) return kerja(koneksi);
  const milik = await basisData();
  try {
    return await kerja(milik.koneksi);
  } finally {
    milik.tutup();
  }
}

const kutip = (teks: string, tanda: string): string => tanda + teks.replaceAll(tanda, tanda + tanda) + tanda;

async function tanya(koneksi: DuckDBConnection, sql: string): Promise<(string | null)[][]> {
  try {
    return (await (await koneksi.run(sql)).getRowsJson()) as (string | null)[][];
  } catch (error) {
    throw new BerkasError(RUSAK, { cause: error });
  }
}

async function bacaKolom(koneksi: DuckDBConnection, path: string): Promise<KolomParquet[]> {
  const baris = await tanya(koneksi, `DESCRIBE SELECT * FROM read_parquet(${kutip(path, "'")})`);
  return baris.map(([nama, tipe]) => ({ nama: nama ?? '', tipe: tipe ?? '' }));
}

/** Whole numbers are exact here, but have lost zeros in front, which a NIK cannot have. */
function jenisSel(tipe: string, sebagai: string): Sel['jenis'] {
  if (tipe === 'DATE' || tipe.startsWith('TIMESTAMP')) return 'tanggal';
  const bulat = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$|^DECIMAL\(\d+,0\)$/.test(tipe);
  if (!bulat) return /^(?:DOUBLE|FLOAT|DECIMAL)/.test(tipe) ? 'angka' : 'teks';
  return sebagai === 'nik' || sebagai === 'no_kk' ? 'teks' : 'angka';
}

/** The column as text; of a moment its day. */
function sqlKolom({ nama, tipe }: KolomParquet): string {
  const kolom = kutip(nama, '"');
  return `CAST(${tipe.startsWith('TIMESTAMP') ? `CAST(${kolom} AS DATE)` : kolom} AS VARCHAR)`;
}

async function* baca(
  koneksi: DuckDBConnection | undefined,
  path: string,
  kolom: readonly KolomParquet[],
  jenis: readonly Sel['jenis'][],
): AsyncGenerator<BarisMentah[]> {
  if (!koneksi) return;
  const dari = `read_parquet(${kutip(path, "'")}, file_row_number = true)`;
  for (let awal = 0; ; awal += SEKALI_BACA) {
    const baris = await tanya(
      koneksi,
      `SELECT ${kolom.map(sqlKolom).join(', ')} FROM ${dari} WHERE file_row_number >= ${awal} AND file_row_number < ${awal + SEKALI_BACA} ORDER BY file_row_number`,
    );
    for (let dari = 0; dari < baris.length; dari += SEKALI_BERI) {
      yield baris.slice(dari, dari + SEKALI_BERI).map((satu, indeks) => ({
        nomor: awal + dari + indeks + 1,
        sel: satu.map((teks, ke) => sel(teks, jenis[ke] ?? 'teks')),
        cacat: [],
      }));
    }
    if (baris.length < SEKALI_BACA) return;
  }
}

const KOSONG: Sel = { teks: '', jenis: 'kosong' };

function sel(teks: string | null, jenis: Sel['jenis']): Sel {
  if (teks === null || teks === '') return KOSONG;
  return { teks: jenis === 'angka' ? String(Number(teks)) : teks, jenis };
}
