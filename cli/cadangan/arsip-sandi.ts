/** The bytes of an archive under its password: written piece by piece, read from any place. */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import { bukaPotongan, type Kunci, PANJANG_KEPALA, PANJANG_POTONGAN, PANJANG_TAG, tutupPotongan } from './sandi.ts';

const PANJANG_TERTUTUP = PANJANG_POTONGAN + PANJANG_TAG;

/** The header and the closed pieces of a stream. */
export async function* tutup(kunci: Kunci, isi: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield kunci.kepala;
  let sisa: Buffer = Buffer.alloc(0);
  let nomor = 0;
  for await (const bytes of isi) {
    sisa = Buffer.concat([sisa, bytes]);
    // The last piece is known only at the end, so one full piece stays behind.
    while (sisa.length > PANJANG_POTONGAN) {
      yield tutupPotongan(kunci, nomor++, false, sisa.subarray(0, PANJANG_POTONGAN));
      sisa = sisa.subarray(PANJANG_POTONGAN);
    }
  }
  yield tutupPotongan(kunci, nomor, true, sisa);
}

/** Reads the archive inside without putting it anywhere. */
export class PembacaTertutup extends RandomAccessReader {
  readonly #berkas: FileHandle;
  readonly #kunci: Kunci;
  readonly #panjang: number;

  /** @param panjang of the whole file */
  constructor(berkas: FileHandle, kunci: Kunci, panjang: number) {
    super();
    this.#berkas = berkas;
    this.#kunci = kunci;
    this.#panjang = panjang - PANJANG_KEPALA;
  }

  /** Bytes of the archive inside. */
  get panjangIsi(): number {
    return Math.max(0, this.#panjang - this.#banyak * PANJANG_TAG);
  }

  get #banyak(): number {
    return Math.ceil(this.#panjang / PANJANG_TERTUTUP);
  }

  override _readStreamForRange(dari: number, sampai: number): Readable {
    return Readable.from(this.#bagian(dari, sampai), { objectMode: false });
  }

  async *#bagian(dari: number, sampai: number): AsyncGenerator<Buffer> {
    for (let nomor = Math.floor(dari / PANJANG_POTONGAN); nomor * PANJANG_POTONGAN < sampai; nomor += 1) {
      const awal = nomor * PANJANG_POTONGAN;
      const isi = await this.#potongan(nomor);
      yield isi.subarray(Math.max(0, dari - awal), sampai - awal);
    }
  }

  async #potongan(nomor: number): Promise<Buffer> {
    const letak = nomor * PANJANG_TERTUTUP;
    const tertutup = Buffer.alloc(Math.max(0, Math.min(PANJANG_TERTUTUP, this.#panjang - letak)));
    const { bytesRead } = await this.#berkas.read(tertutup, 0, tertutup.length, PANJANG_KEPALA + letak);
    return bukaPotongan(this.#kunci, nomor, nomor === this.#banyak - 1, tertutup.subarray(0, bytesRead));
  }
}
