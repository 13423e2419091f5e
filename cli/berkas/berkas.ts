/** A table file as people send it: checked before anything in it is believed, then read as sheets of cells. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Lembar } from '#domain/format/sel.ts';
import { EXIT, UserError } from '../errors.ts';
import { BerkasError } from './berkas-error.ts';
import { readCsv } from './csv.ts';
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

/** First bytes of a ZIP archive, and of the old binary Office container, which encrypted files use as well. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** @throws UserError with exit code 3 and a sentence about what is wrong with the file */
export async function readBerkas(path: string): Promise<Berkas> {
  const nama = basename(path);
  try {
    const bytes = await readBytes(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { nama, sha256, lembar: await readLembar(bytes, extname(nama).toLowerCase()) };
  } catch (error) {
    const sentence =
      error instanceof BerkasError ? error.message : 'Isi berkas rusak. Simpan ulang dari Excel sebagai .xlsx.';
    throw new UserError(EXIT.badInput, `${nama}: ${sentence}`, { cause: error });
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => {
    throw new BerkasError('Berkas tidak ada atau tidak boleh dibaca. Periksa nama dan foldernya.');
  });
  if (info.isDirectory()) throw new BerkasError('Ini folder, bukan berkas. Sebutkan berkas di dalamnya.');
  if (info.size === 0) throw new BerkasError('Berkas kosong (0 bita). Minta dikirim ulang.');
  if (info.size > MAX_BYTES)
    throw new BerkasError('Berkas lebih dari 20 MB. Hapus gambar dan lembar lain, lalu simpan ulang.');
  return readFile(path);
}

async function readLembar(bytes: Uint8Array, extension: string): Promise<NamedLembar[]> {
  const isZip = startsWith(bytes, ZIP);
  if (startsWith(bytes, OLE)) {
    // Both come in the same container; the extension says which of the two a person meant.
    throw new BerkasError(
      extension === '.xls'
        ? 'Format Excel lama (.xls) tidak dibaca. Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.'
        : 'Berkas memakai kata sandi atau format Excel lama. Buka, hapus kata sandinya, lalu simpan sebagai .xlsx.',
    );
  }
  if (extension === '.xlsx' || extension === '.xlsm') {
    if (!isZip) throw new BerkasError(`Bernama ${extension} tetapi bukan berkas Excel. Simpan ulang sebagai .xlsx.`);
    return readXlsx(bytes);
  }
  if (extension === '.csv' || extension === '.txt' || extension === '.tsv') {
    if (isZip)
      throw new BerkasError(`Bernama ${extension} tetapi berisi berkas Excel. Ganti akhiran namanya menjadi .xlsx.`);
    return [{ nama: '', lembar: readCsv(bytes) }];
  }
  throw new BerkasError(`Jenis berkas "${extension || 'tanpa akhiran'}" tidak dikenal. Pakai .xlsx atau .csv.`);
}
