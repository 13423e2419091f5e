/** Files with rows of people that appear whole or not at all, readable by nobody but the person who made them. */
import { rmSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../../errors.ts';
import { isHidup } from '../../proses.ts';

const PRIVATE = 0o600;
/** So much is gathered before it is written: one call for each row would take longer than the rows themselves. */
const GATHERED = 256 * 1024;

/** What is still being written; taken away when the process ends before it is whole. */
const unfinished = new Set<string>();

function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/** A file under a temporary name in the folder of its final one. */
export class BerkasUtuh {
  readonly #path: string;
  readonly #sementara: string;
  readonly #handle: FileHandle;
  #text = '';

  private constructor(path: string, sementara: string, handle: FileHandle) {
    this.#path = path;
    this.#sementara = sementara;
    this.#handle = handle;
  }

  /** @throws UserError code 2 when the folder is not there or closed */
  static async buka(path: string): Promise<BerkasUtuh> {
    const sementara = join(dirname(path), `.${basename(path)}.${process.pid}.sementara`);
    if (!process.listeners('exit').includes(removeUnfinished)) process.on('exit', removeUnfinished);
    unfinished.add(sementara);
    await rm(sementara, { force: true });
    const handle = await open(sementara, 'wx', PRIVATE).catch((error: unknown) => {
      unfinished.delete(sementara);
      throw tidakDapatDitulis(path, error);
    });
    return new BerkasUtuh(path, sementara, handle);
  }

  /** Await what it returns, if anything: then the disk is to catch up first. */
  tulis(text: string): Promise<void> | undefined {
    this.#text += text;
    return this.#text.length < GATHERED ? undefined : this.#flush();
  }

  async tulisBytes(bytes: Uint8Array): Promise<void> {
    await this.#flush();
    await this.#handle.writeFile(bytes);
  }

  /** Gives the file its name; what had that name before is replaced in the same moment. */
  async selesai(): Promise<void> {
    try {
      await this.#flush();
      // A power failure just after must not leave a name without contents.
      await this.#handle.sync();
      await this.#handle.close();
      await rename(this.#sementara, this.#path);
    } catch (error) {
      await this.batal();
      throw tidakDapatDitulis(this.#path, error);
    }
    unfinished.delete(this.#sementara);
  }

  /** Leaves everything as it was before. */
  async batal(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await rm(this.#sementara, { force: true });
    unfinished.delete(this.#sementara);
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    // On a handle this appends: nothing else moves its position.
    if (text !== '') await this.#handle.writeFile(text);
  }
}

/** Takes away what processes that were killed while they wrote this file have left. */
export async function buangSisa(path: string): Promise<void> {
  const awal = `.${basename(path)}.`;
  for (const nama of await readdir(dirname(path)).catch(() => [])) {
    const [, pid] = nama.startsWith(awal) ? (/^(\d+)\.sementara$/.exec(nama.slice(awal.length)) ?? []) : [];
    if (pid !== undefined && !isHidup(Number(pid))) await rm(join(dirname(path), nama), { force: true });
  }
}

/** What is said when a report cannot be made. */
export const tidakDapatDitulis = (path: string, cause: unknown): UserError =>
  new UserError(
    EXIT.usage,
    `${path} tidak dapat ditulis. Periksa apakah foldernya ada, boleh ditulisi, dan masih ada ruang disk.`,
    { cause },
  );

/** Writes a file through `isi`, whole or not at all. */
export async function tulisUtuh(path: string, isi: (berkas: BerkasUtuh) => Promise<void>): Promise<void> {
  const berkas = await BerkasUtuh.buka(path);
  try {
    await isi(berkas);
  } catch (error) {
    await berkas.batal();
    throw error;
  }
  await berkas.selesai();
}
