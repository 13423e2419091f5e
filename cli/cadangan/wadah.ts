/** Where members go, one after the other: an archive, or a folder. Whole in the end, or not there at all. */
import { createHash, type Hash } from 'node:crypto';
import type { Anggota } from './manifes.ts';

export interface Wadah {
  /** A member begins; the one before it has ended. */
  mulai(nama: string): Promise<Penulis>;
  /** Everything gets its name. */
  selesai(): Promise<void>;
  /** Leaves nothing. */
  batal(): Promise<void>;
}

/** A member that is being written. */
export interface Penulis {
  tulis(teks: string): Promise<void>;
  tutup(): Promise<void>;
}

/** Counts and hashes what goes through it. */
export class PenulisTerhitung {
  readonly #penulis: Penulis;
  readonly #nama: string;
  readonly #hash: Hash = createHash('sha256');
  #bita = 0;
  #baris = 0;

  private constructor(nama: string, penulis: Penulis) {
    this.#nama = nama;
    this.#penulis = penulis;
  }

  static async mulai(wadah: Wadah, nama: string): Promise<PenulisTerhitung> {
    return new PenulisTerhitung(nama, await wadah.mulai(nama));
  }

  /** @param baris how many lines of a table this is */
  async tulis(teks: string, baris = 0): Promise<void> {
    if (teks === '') return;
    this.#hash.update(teks);
    this.#bita += Buffer.byteLength(teks);
    this.#baris += baris;
    await this.#penulis.tulis(teks);
  }

  async tutup(): Promise<Anggota> {
    await this.#penulis.tutup();
    return { nama: this.#nama, bita: this.#bita, baris: this.#baris, sha256: this.#hash.digest('hex') };
  }
}

/** A member in one go. */
export async function tulisAnggota(wadah: Wadah, nama: string, teks: string, baris = 0): Promise<Anggota> {
  const penulis = await PenulisTerhitung.mulai(wadah, nama);
  await penulis.tulis(teks, baris);
  return penulis.tutup();
}
