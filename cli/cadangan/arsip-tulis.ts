/** A ZIP file with rows of people, for nobody but the person who makes it; under a password if one is given. */
import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { EXIT, UserError } from '../errors.ts';
import { BerkasUtuh, buangSisa, tidakDapatDitulis } from '../reconcile/hasil/utuh.ts';
import { tutup } from './arsip-sandi.ts';
import type { Kunci } from './sandi.ts';
import type { Penulis, Wadah } from './wadah.ts';

/** @throws UserError code 5 when the name is taken: a backup never replaces another */
export function periksaBebas(path: string): void {
  if (existsSync(path))
    throw new UserError(EXIT.conflict, `${path} sudah ada. Pakai nama lain, misalnya dengan tanggal hari ini.`);
}

export class ArsipTulis implements Wadah {
  readonly #zip = new ZipFile();
  readonly #berkas: BerkasUtuh;
  readonly #path: string;
  readonly #aliran: Promise<void>;
  #galat: unknown;

  private constructor(path: string, berkas: BerkasUtuh, kunci: Kunci | undefined) {
    this.#path = path;
    this.#berkas = berkas;
    const isi = this.#zip.outputStream as AsyncIterable<Buffer>;
    this.#aliran = this.#salin(kunci ? tutup(kunci, isi) : isi);
  }

  static async buka(path: string, kunci?: Kunci): Promise<ArsipTulis> {
    periksaBebas(path);
    await buangSisa(path);
    return new ArsipTulis(path, await BerkasUtuh.buka(path), kunci);
  }

  mulai(nama: string): Promise<Penulis> {
    const isi = new PassThrough();
    this.#zip.addReadStream(isi, nama, { mode: 0o100600 });
    return Promise.resolve({
      tulis: async (teks) => {
        if (isi.write(teks)) return;
        await Promise.race([new Promise((resolve) => isi.once('drain', resolve)), this.#aliran]);
        if (this.#galat) throw this.#galat;
      },
      tutup: async () => {
        isi.end();
        await Promise.race([finished(isi), this.#aliran]);
        if (this.#galat) throw this.#galat;
      },
    });
  }

  async selesai(): Promise<void> {
    this.#zip.end();
    await this.#aliran;
    if (this.#galat) throw this.#galat;
    periksaBebas(this.#path);
    await this.#berkas.selesai();
  }

  async batal(): Promise<void> {
    (this.#zip.outputStream as PassThrough).destroy();
    await this.#aliran;
    await this.#berkas.batal();
  }

  /** Never rejects: a full disk is told by whatever is written next. */
  async #salin(isi: AsyncIterable<Buffer>): Promise<void> {
    try {
      for await (const bytes of isi) await this.#berkas.tulisBytes(bytes);
    } catch (error) {
      this.#galat = tidakDapatDitulis(this.#path, error);
    }
  }
}
