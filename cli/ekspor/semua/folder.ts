/** A folder of files that appears whole or not at all, readable by nobody but the person who made it. */
import { existsSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Penulis, Wadah } from '../../cadangan/wadah.ts';
import { EXIT, UserError } from '../../errors.ts';
import { BerkasUtuh, tidakDapatDitulis } from '../../reconcile/hasil/utuh.ts';

const PRIVATE = 0o700;

export class FolderTulis implements Wadah {
  readonly #path: string;
  readonly #sementara: string;
  readonly #buang = (): void => rmSync(this.#sementara, { recursive: true, force: true });

  private constructor(path: string, sementara: string) {
    this.#path = path;
    this.#sementara = sementara;
  }

  /** @throws UserError code 5 when the name is taken */
  static async buka(path: string): Promise<FolderTulis> {
    if (existsSync(path)) throw new UserError(EXIT.conflict, `Folder ${path} sudah ada. Pakai nama lain.`);
    const folder = new FolderTulis(path, join(dirname(path), `.${basename(path)}.${process.pid}.sementara`));
    try {
      await rm(folder.#sementara, { recursive: true, force: true });
      await mkdir(folder.#sementara, { mode: PRIVATE });
    } catch (error) {
      throw tidakDapatDitulis(path, error);
    }
    process.once('exit', folder.#buang);
    return folder;
  }

  async mulai(nama: string): Promise<Penulis> {
    const path = join(this.#sementara, nama);
    const berkas = await BerkasUtuh.buka(path);
    const galat = (error: unknown): never => {
      throw tidakDapatDitulis(this.#path, error);
    };
    return {
      tulis: async (teks) => void (await berkas.tulis(teks)?.catch(galat)),
      tutup: () => berkas.selesai(),
    };
  }

  async selesai(): Promise<void> {
    try {
      await rename(this.#sementara, this.#path);
    } catch (error) {
      await this.batal();
      throw tidakDapatDitulis(this.#path, error);
    }
    process.off('exit', this.#buang);
  }

  batal(): Promise<void> {
    process.off('exit', this.#buang);
    this.#buang();
    return Promise.resolve();
  }
}
