/** What a source of rows gives: the file as rows of cells first, the same as rows about people in the end. */
import type { BarisSel } from '#domain/format/sel.ts';
import type { Urutan } from '#domain/format/urutan-tanggal.ts';
import type { BarisDibaca, Cacat } from '../bentuk.ts';
import type { KolomBerkas, TabelOrang } from './tabel.ts';

export type JenisSumber = 'csv' | 'xlsx' | 'parquet';

/** A row below the headings, before anybody interprets it. */
export interface BarisMentah {
  /** Line, row or row number, from 1. */
  readonly nomor: number;
  readonly sel: BarisSel;
  /** What is wrong with the row as a whole; its cells are then not to be believed. */
  readonly cacat: readonly Cacat[];
}

/** A located table whose rows are read in chunks. */
export interface Aliran {
  readonly jenis: JenisSumber;
  /** Name of the tab; empty for files without tabs. */
  readonly lembar: string;
  readonly tabel: TabelOrang;
  /** False where the bytes pass by only once. */
  readonly dapatDiulang: boolean;
  /** Each call reads from the first row; a second call is allowed only where `dapatDiulang`. */
  potongan(): AsyncGenerator<BarisMentah[]>;
  /** Rows above the data: titles, headings, the numbering of columns. */
  readonly barisAtas: number;
  /** Of a file whose records any reader takes alike: how it is read, and its hash; undefined for any other. */
  readonly bersih?: () => Promise<CsvSeragam | undefined>;
  /** SHA-256 of all bytes; known when `potongan` has ended. */
  sha256(): string;
  /** What is remarkable about the file as a whole; known when `potongan` has ended. */
  peringatan(): readonly string[];
}

/** A CSV file that says nothing two readers could understand differently: one line for each record, UTF-8. */
export interface CsvSeragam {
  readonly path: string;
  readonly pemisah: string;
  readonly akhirBaris: '\n' | '\r\n';
  /** First line with data, from 1. */
  readonly dataLine: number;
  /** Lines with data: all to the end. */
  readonly catatan: number;
  readonly sha256: string;
}

/** Reads a file together with the database, which takes the rows that need no judgement. */
export interface BacaBersama {
  readonly csv: CsvSeragam;
  readonly tabel: TabelOrang;
  /** Whether NIK that end in 0 are doubtful. */
  readonly terpotong: boolean;
  /** @param mentah the rows that the database leaves, in their order @returns those of them that are data */
  baca(mentah: AsyncIterable<BarisMentah[]>): AsyncGenerator<BarisDibaca[]>;
}

export type SebabLewat = 'kosong' | 'nomor' | 'judul' | 'jumlah' | 'penutup';

/** Known when all rows have been read. */
export interface RingkasanSumber {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** Rows below the headings: `data` and all of `lewat`. */
  readonly dibaca: number;
  readonly data: number;
  /** Rows that have at least one defect. */
  readonly cacat: number;
  /** Rows that are no data, and where the first of them stand. */
  readonly lewat: Readonly<Partial<Record<SebabLewat, { readonly jumlah: number; readonly baris: readonly number[] }>>>;
  /** The order of day and month in which dates were read. */
  readonly urutan: Urutan;
  /** Whether the file or its sender decided that order. */
  readonly urutanPasti: boolean;
  /** Sentences about the file as a whole. */
  readonly peringatan: readonly string[];
}

export interface Sumber {
  /** Name of the file without its folder, or `stdin`. */
  readonly nama: string;
  readonly jenis: JenisSumber;
  readonly lembar: string;
  /** What each column was read as. */
  readonly kolom: readonly KolomBerkas[];
  /** Of the further fields that were asked for: the heading under which they stand in `lain`. */
  readonly tambahan: Readonly<Record<string, string>>;
  /** All rows in chunks; to be called once. */
  baris(): AsyncGenerator<BarisDibaca[]>;
  /** Instead of `baris`, where it gives something; absent for files that the database cannot read. */
  bersama?(): Promise<BacaBersama | undefined>;
  /** @throws Error before the last row was read */
  ringkasan(): RingkasanSumber;
}
