/** Memory for a piece of a file, and the ends of its lines: many times as fast as looking at each byte from here. */
import { GARIS } from './garis-wasm.ts';

declare global {
  /** What of it is used here; it belongs to Node, whose types leave it to those of browsers. */
  namespace WebAssembly {
    class Memory {
      constructor(ukuran: { initial: number });
      readonly buffer: ArrayBuffer;
    }
    class Module {
      constructor(isi: Uint8Array);
    }
    class Instance {
      constructor(modul: Module, impor: object);
      readonly exports: Readonly<Record<string, unknown>>;
    }
  }
}

const HALAMAN = 64 << 10;
/** So many bytes are looked at together. */
const SEKALI = 16;

type FungsiGaris = (mulai: number, akhir: number, pemisah: number, isian: number, keluar: number) => [number, number];

export interface HasilGaris {
  /** The place behind each line; its bits are turned over (so that it is negative) where a line needs a closer look. */
  readonly akhir: Int32Array;
  /** How lines end: 1 with a bare LF, 2 with CR and LF, 3 with either. */
  readonly macam: number;
}

export class Garis {
  /** For the bytes of a piece. */
  readonly bita: Buffer;
  readonly #memori: ArrayBuffer;
  readonly #keluar: number;
  readonly #garis: FungsiGaris;

  /** @param terpanjang bytes of a piece at most */
  constructor(terpanjang: number) {
    this.#keluar = Math.ceil((terpanjang + SEKALI) / HALAMAN) * HALAMAN;
    // Every byte may be a line. What is not touched costs nothing.
    const halaman = this.#keluar / HALAMAN + Math.ceil((terpanjang * Int32Array.BYTES_PER_ELEMENT) / HALAMAN);
    const memori = new WebAssembly.Memory({ initial: halaman });
    const modul = new WebAssembly.Module(Buffer.from(GARIS, 'base64'));
    this.#memori = memori.buffer;
    this.bita = Buffer.from(memori.buffer, 0, terpanjang + SEKALI);
    this.#garis = new WebAssembly.Instance(modul, { pbi: { memori } }).exports['garis'] as unknown as FungsiGaris;
  }

  /**
   * @param mulai the beginning of a line
   * @param akhir behind the last byte of the piece; what stands there is overwritten
   * @param pemisah code of the separator
   * @param isian separators of a line
   */
  cari(mulai: number, akhir: number, pemisah: number, isian: number): HasilGaris {
    // A sign that no line holds, so that whoever looks at a last line without an end stops there.
    this.bita.fill(0, akhir, akhir + SEKALI);
    const [banyak, macam] = this.#garis(mulai, akhir, pemisah, isian, this.#keluar);
    return { akhir: new Int32Array(this.#memori, this.#keluar, banyak), macam };
  }
}
