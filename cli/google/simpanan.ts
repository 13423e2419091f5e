/** Small files of this officer's machine: read by nobody else, written whole or not at all. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { config } from '../config.ts';
import { EXIT, UserError } from '../errors.ts';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** @throws UserError when the folder cannot be written */
export function simpan(nama: string, isi: unknown, folder = config.configDir): void {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    // One that was there before may be open to others.
    chmodSync(folder, FOLDER_MODE);
    const sementara = join(folder, `.${nama}.${process.pid}`);
    writeFileSync(sementara, `${JSON.stringify(isi, null, 2)}\n`, { mode: FILE_MODE });
    renameSync(sementara, join(folder, nama));
  } catch (error) {
    const sebab = (error as NodeJS.ErrnoException).code ?? '';
    const kalimat = `Folder ${folder} tidak dapat ditulisi (${sebab}). Beri izin tulis, atau sebutkan folder lain dengan PBI_CONFIG_DIR.`;
    throw new UserError(EXIT.unexpected, kalimat, { cause: error });
  }
}

/** Undefined when there is none. @throws UserError when somebody has spoilt it */
export function bacaSimpanan<T extends z.ZodMiniType>(
  nama: string,
  bentuk: T,
  folder = config.configDir,
): z.infer<T> | undefined {
  const path = join(folder, nama);
  let teks: string;
  try {
    teks = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const hasil = bentuk.safeParse(json(teks));
  if (hasil.success) return hasil.data;
  throw new UserError(EXIT.usage, `Isi ${path} rusak. Hapus berkas itu, lalu ulangi perintahnya.`);
}

function json(teks: string): unknown {
  try {
    return JSON.parse(teks);
  } catch {
    return undefined;
  }
}

export const hapusSimpanan = (nama: string, folder = config.configDir): void =>
  rmSync(join(folder, nama), { force: true });
