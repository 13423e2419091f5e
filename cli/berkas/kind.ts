/** What a table file is: its first bytes and its name must agree before anything in it is believed. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { BerkasError } from './berkas-error.ts';

export type TableKind = 'csv' | 'xlsx' | 'parquet';

/** First bytes of a ZIP archive, of the old binary Office container, which encrypted files use as well, of Parquet. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PARQUET = [0x50, 0x41, 0x52, 0x31];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** @throws BerkasError when there is no such file, it is a folder, or it is empty; its size otherwise */
export async function sizeOf(path: string): Promise<number> {
  const info = await stat(path).catch(() => {
    throw new BerkasError('Berkas tidak ada atau tidak boleh dibaca. Periksa nama dan foldernya.');
  });
  if (info.isDirectory()) throw new BerkasError('Ini folder, bukan berkas. Sebutkan berkas di dalamnya.');
  if (info.isFile() && info.size === 0) throw new BerkasError('Berkas kosong (0 bita). Minta dikirim ulang.');
  return info.size;
}

/** The first bytes of a file. */
export async function headOf(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new BerkasError('Berkas tidak ada atau tidak boleh dibaca. Periksa nama dan foldernya.', { cause: error });
  } finally {
    await file?.close();
  }
}

/**
 * @param extension in small letters with its dot
 * @throws BerkasError when bytes and name disagree or the kind is none that is read
 */
export function kindOf(head: Uint8Array, extension: string): TableKind {
  const isZip = startsWith(head, ZIP);
  if (startsWith(head, OLE)) {
    // Both come in the same container; the extension says which of the two a person meant.
    throw new BerkasError(
      extension === '.xls'
        ? 'Format Excel lama (.xls) tidak dibaca. Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.'
        : 'Berkas memakai kata sandi atau format Excel lama. Buka, hapus kata sandinya, lalu simpan sebagai .xlsx.',
    );
  }
  if (extension === '.xlsx' || extension === '.xlsm') {
    if (!isZip) throw new BerkasError(`Bernama ${extension} tetapi bukan berkas Excel. Simpan ulang sebagai .xlsx.`);
    return 'xlsx';
  }
  if (extension === '.csv' || extension === '.txt' || extension === '.tsv') {
    if (isZip)
      throw new BerkasError(`Bernama ${extension} tetapi berisi berkas Excel. Ganti akhiran namanya menjadi .xlsx.`);
    return 'csv';
  }
  if (extension === '.parquet') {
    if (!startsWith(head, PARQUET))
      throw new BerkasError('Bernama .parquet tetapi bukan Parquet. Minta dikirim ulang.');
    return 'parquet';
  }
  throw new BerkasError(`Jenis berkas "${extension || 'tanpa akhiran'}" tidak dikenal. Pakai .xlsx atau .csv.`);
}
