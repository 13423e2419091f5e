/** Keeps a plan on disk as it is decided: after each step, whole, and never over somebody else's decisions. */
import { stat } from 'node:fs/promises';
import { EXIT, UserError } from '../../errors.ts';
import { type RencanaCocok, simpanRencanaCocok } from '../rencana.ts';

export class Penyimpan {
  readonly #path: string;
  readonly #rencana: RencanaCocok;
  /** What the file looked like when it was last read or written here. */
  #rupa: string;
  #berubah = false;
  #jalan: Promise<void> | undefined;
  #galat: unknown;

  private constructor(path: string, rencana: RencanaCocok, rupa: string) {
    this.#path = path;
    this.#rencana = rencana;
    this.#rupa = rupa;
  }

  /** @param rencana as it was just read from that path */
  static async buka(path: string, rencana: RencanaCocok): Promise<Penyimpan> {
    return new Penyimpan(path, rencana, await rupa(path));
  }

  /** Why nothing is kept any more; empty as long as all is well. */
  get galat(): string {
    return this.#galat instanceof Error ? this.#galat.message : '';
  }

  /** Begins to write what was decided; what comes while it writes is written afterwards, all at once. */
  simpan(): void {
    this.#berubah = true;
    this.#jalan ??= this.#tulis();
  }

  /** Everything that was decided is on disk. @throws UserError when it cannot be */
  async selesai(): Promise<void> {
    await this.#jalan;
    if (this.#galat) throw this.#galat;
  }

  async #tulis(): Promise<void> {
    try {
      while (this.#berubah) {
        this.#berubah = false;
        if ((await rupa(this.#path)) !== this.#rupa) throw diubahLain(this.#path);
        await simpanRencanaCocok(this.#path, this.#rencana);
        this.#rupa = await rupa(this.#path);
      }
    } catch (error) {
      this.#galat = error;
    } finally {
      // In the same moment in which the loop has ended: what is decided next begins a new one.
      this.#jalan = undefined;
    }
  }
}

async function rupa(path: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(path);
  return `${ino} ${size} ${mtimeMs}`;
}

const diubahLain = (path: string): UserError =>
  new UserError(
    EXIT.conflict,
    `${path} diubah program lain sejak dibuka. Putusan setelah itu tidak disimpan; tutup yang lain, lalu tinjau lagi.`,
  );
