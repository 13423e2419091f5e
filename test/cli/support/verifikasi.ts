/** Invented people in files, held against references by the real program. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readCsv } from '../../../cli/berkas/csv.ts';
import { type Ended, pbi, temporary } from './pbi.ts';

export type Isi = Record<string, string>;

const NAMES = ['SITI', 'BUDI', 'AGUS', 'DEWI', 'JOKO', 'RINA', 'YUSUF'];
const SECOND = ['AMINAH', 'SANTOSO', 'SALIM', 'LESTARI', 'SUSILO', 'MARLINA', 'HIDAYAT', 'PRATAMA', 'KURNIAWAN'];
const two = (part: number): string => String(part).padStart(2, '0');

/** The n-th invented person: a name of three words, a day, a family card and a mother of their own. */
export function warga(n: number, ubah: Isi = {}): Isi {
  const [hari, bulan, tahun] = [1 + (n % 28), 1 + (n % 12), 60 + (n % 30)];
  return {
    nik: `340201${two(hari)}${two(bulan)}${two(tahun)}${9000 + n}`,
    no_kk: `340201010110${9000 + n}`,
    nama: `${NAMES[n % 7]} ${'ABCDEFGHIJKLMNOPRSTUWY'[n % 22]}${'AIUEO'[n % 5]}RMA${'NTLS'[n % 4]}I ${SECOND[n % 9]}`,
    tempat_lahir: 'BANTUL',
    tgl_lahir: `19${tahun}-${two(bulan)}-${two(hari)}`,
    jk: 'L',
    nama_ibu: `${SECOND[(n + 4) % 9]} ${'KLMNP'[n % 5]}ARTI`,
    kode_wilayah: '3402012001',
    ...ubah,
  };
}

export const TAJUK = ['tiket', 'nik', 'no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk', 'nama_ibu', 'kode_wilayah'];
export const TAJUK_REFERENSI = TAJUK.slice(1);

export function csv(path: string, tajuk: readonly string[], rows: readonly Isi[]): string {
  const lines = [tajuk, ...rows.map((row) => tajuk.map((column) => row[column] ?? ''))];
  writeFileSync(path, lines.map((line) => `${line.join(',')}\n`).join(''));
  return path;
}

/** The CSV beside it as Parquet, all of it text. */
export async function parquet(dari: string): Promise<string> {
  const path = dari.replace(/csv$/, 'parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (FROM read_csv('${dari}', all_varchar = true)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

export interface Ringkas {
  readonly rows: number;
  readonly kelas: Record<string, number>;
  readonly seconds: number;
  readonly peakMiB: number;
}

export interface Verified extends Ended {
  readonly folder: string;
  readonly header: string[];
  readonly rows: Isi[];
  readonly report: Ringkas;
}

export function bacaHasil(path: string): { header: string[]; rows: Isi[] } {
  const [header = [], ...rows] = readCsv(readFileSync(path)).map((row) => row.map(({ teks }) => teks));
  return { header, rows: rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']))) };
}

/** `pbi verifikasi --register ... --json` with the options, its result read back. */
export async function verifikasi(register: string, ...more: string[]): Promise<Verified> {
  const folder = temporary();
  const result = join(folder, 'hasil.csv');
  const ended = await pbi('verifikasi', '--register', register, '--keluaran', result, '--json', ...more);
  if (ended.code !== 0 && ended.code !== 4) throw new Error(`${ended.code}: ${ended.err}`);
  return { ...ended, folder, ...bacaHasil(result), report: JSON.parse(ended.out) as Ringkas };
}
