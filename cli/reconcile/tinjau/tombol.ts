/** Keys that are pressed, one after the other, also those that come faster than they are worked off. */
import { emitKeypressEvents, type Key } from 'node:readline';
import type { Readable } from 'node:stream';

export type Masukan = Readable & { setRawMode?(mode: boolean): unknown };

export class Tombol {
  readonly #masukan: Masukan;
  readonly #antre: string[] = [];
  #tunggu: ((nama: string | undefined) => void) | undefined;
  #habis = false;

  /** @param berhenti ends the waiting, as the end of the input does */
  constructor(masukan: Masukan, berhenti: AbortSignal) {
    this.#masukan = masukan;
    emitKeypressEvents(masukan);
    const habis = () => {
      this.#habis = true;
      this.#serahkan(undefined);
    };
    masukan.once('end', habis);
    berhenti.addEventListener('abort', habis, { once: true });
  }

  mulai(): void {
    this.#masukan.on('keypress', this.#ditekan);
    this.#masukan.setRawMode?.(true);
    this.#masukan.resume();
  }

  /** Keys go to somebody else, e.g. to a question, until `mulai`. */
  lepas(): void {
    this.#masukan.off('keypress', this.#ditekan);
    this.#masukan.setRawMode?.(false);
    this.#masukan.pause();
  }

  /** Name of the next key, e.g. `t`, `T`, `up`, `ctrl-c`; undefined when there will be none. */
  berikut(): Promise<string | undefined> {
    const nama = this.#antre.shift();
    if (nama !== undefined || this.#habis) return Promise.resolve(nama);
    return new Promise((resolve) => {
      this.#tunggu = resolve;
    });
  }

  readonly #ditekan = (teks: string | undefined, { name = '', ctrl = false }: Key): void => {
    const huruf = teks !== undefined && /^[\x21-\x7E]$/.test(teks);
    const nama = ctrl ? `ctrl-${name}` : huruf ? teks : name;
    if (this.#tunggu) this.#serahkan(nama);
    else this.#antre.push(nama);
  };

  #serahkan(nama: string | undefined): void {
    this.#tunggu?.(nama);
    this.#tunggu = undefined;
  }
}
