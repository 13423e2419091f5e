/** A table file as people send it: checked before anything in it is believed, then read as sheets of cells. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Lembar } from '#domain/format/sel.ts';
import { EXIT, UserError } from '../errors.ts';
import { BerkasError } from './berkas-error.ts';
import { readCsv } from './csv.ts';
import { kindOf, sizeOf } from './kind.ts';
import { readXlsx } from './xlsx.ts';

export interface NamedLembar {
  /** Name of the tab; empty for CSV. */
  readonly nama: string;
  readonly lembar: Lembar;
}

export interface Berkas {
  readonly nama: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly lembar: readonly NamedLembar[];
}

/** A month of one regency is a few hundred kilobytes. */
const MAX_BYTES = 20 * 1024 * 1024;

/** @throws UserError with exit code 3 and a sentence about what is wrong with the file */
export async function readBerkas(path: string): Promise<Berkas> {
  const nama = basename(path);
  try {
    const bytes = await readBytes(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { nama, sha256, lembar: await readLembar(path, bytes) };
  } catch (error) {
    const sentence =
      error instanceof BerkasError ? error.message : 'Isi berkas rusak. Simpan ulang dari Excel sebagai .xlsx.';
    throw new UserError(EXIT.badInput, `${nama}: ${sentence}`, { cause: error });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  if ((await sizeOf(path)) > MAX_BYTES)
    throw new BerkasError('Berkas lebih dari 20 MB. Hapus gambar dan lembar lain, lalu simpan ulang.');
  return readFile(path);
}

async function readLembar(path: string, bytes: Uint8Array): Promise<NamedLembar[]> {
  switch (kindOf(bytes, extname(path).toLowerCase())) {
    case 'xlsx':
      return readXlsx(path);
    case 'csv':
      return [{ nama: '', lembar: readCsv(bytes) }];
    case 'parquet':
      throw new BerkasError('Parquet hanya untuk verifikasi dan rekonsiliasi. Pakai .xlsx atau .csv.');
  }
}
