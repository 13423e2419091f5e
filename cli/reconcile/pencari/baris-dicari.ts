/** The lines of a piece of a CSV file whose NIK is asked for; anything unusual in the piece is reported. */
import { isUtf8 } from 'node:buffer';
import { Garis } from './garis.ts';
import { DIGIT_NIK, type KumpulanNik } from './kumpulan-nik.ts';

export interface BentukBaris {
  readonly pemisah: string;
  /** Columns of every line. */
  readonly lebar: number;
  /** Index from 0 of the column of the NIK. */
  readonly nik: number;
}

/** What a byte is. */
const BIASA = 0;
const PEMISAH = 1;
const LF = 2;
const CR = 3;
const ASING = 4;

const KODE_LF = 10;
const KODE_KUTIP = 34;

export type AkhirBaris = '\n' | '\r\n';

export interface Temuan {
  /** Where the lines that were found begin and end. */
  readonly letak: readonly (readonly [mulai: number, akhir: number])[];
  readonly akhirBaris: readonly AkhirBaris[];
}

export class PencariBaris {
  /** Where the bytes of a piece are put. */
  readonly bita: Buffer;
  readonly #garis: Garis;
  readonly #jenis = new Uint8Array(256);
  readonly #bentuk: BentukBaris;
  readonly #dicari: KumpulanNik;

  /** @param terpanjang bytes of a piece at most */
  constructor(bentuk: BentukBaris, dicari: KumpulanNik, terpanjang: number) {
    for (const [tanda, apa] of [
      ['\0', ASING],
      ['"', ASING],
      ['\n', LF],
      ['\r', CR],
      [bentuk.pemisah, PEMISAH],
    ] as const) {
      this.#jenis[tanda.charCodeAt(0)] = apa;
    }
    this.#garis = new Garis(terpanjang);
    this.bita = this.#garis.bita;
    this.#bentuk = bentuk;
    this.#dicari = dicari;
  }

  /**
   * Looks at every line that begins before `batas`.
   * @param mulai the beginning of a line
   * @param akhir behind the last byte of the piece
   * @param habis whether the file ends there; otherwise the last line that begins before `batas` must end in the piece
   * @returns undefined when a reader has to judge that knows more: a line break between quotes, which makes it unsure where
   * lines begin, a quote inside a field, blank lines, other numbers of columns, no UTF-8
   */
  cari(mulai: number, batas: number, akhir: number, habis: boolean): Temuan | undefined {
    const letak: [number, number][] = [];
    const garis = this.#garis.cari(mulai, akhir, this.#bentuk.pemisah, this.#bentuk.lebar - 1);
    let awal = mulai;
    for (let ke = 0; awal < batas; ke += 1) {
      // The last line of a file may end without a sign.
      const tanda = garis.akhir[ke] ?? (habis ? ~akhir : 0);
      const sampai = tanda < 0 ? ~tanda : tanda;
      if (sampai === 0 || (tanda < 0 && !this.#isUtuh(awal, sampai))) return undefined;
      if (this.#isDicari(awal)) letak.push([awal, sampai]);
      awal = sampai;
    }
    if (!isUtf8(this.bita.subarray(mulai, awal))) return undefined;
    return { letak, akhirBaris: [...(garis.lf ? ['\n' as const] : []), ...(garis.crlf ? ['\r\n' as const] : [])] };
  }

  #isDicari(awal: number): boolean {
    let mulai = awal;
    for (let kolom = 0; kolom < this.#bentuk.nik; kolom += 1) mulai = this.#akhirSel(mulai) + 1;
    const angka = this.bita[mulai] === KODE_KUTIP ? mulai + 1 : mulai;
    return this.#jenis[this.bita[angka + DIGIT_NIK] ?? 0] !== BIASA && this.#dicari.punya(this.bita, angka);
  }

  /** Whether a line has as many fields as it should, quotes only around whole ones, and ends where it seems to. */
  #isUtuh(awal: number, akhir: number): boolean {
    let mulai = awal;
    for (let kolom = 1; kolom < this.#bentuk.lebar; kolom += 1) {
      const habis = this.#akhirSel(mulai);
      if (habis >= akhir || this.#jenis[this.bita[habis] ?? 0] !== PEMISAH) return false;
      mulai = habis + 1;
    }
    const habis = this.#akhirSel(mulai);
    const [tanda, berikut] = this.bita.subarray(habis, akhir);
    if (habis === awal) return false;
    return (
      habis === akhir ||
      (tanda === KODE_LF && habis + 1 === akhir) ||
      (this.#jenis[tanda ?? 0] === CR && berikut === KODE_LF && habis + 2 === akhir)
    );
  }

  /** Behind a field. Where its quote is not closed in its line, or closed too early, no sign stands there that ends a field. */
  #akhirSel(awal: number): number {
    const { bita } = this;
    let i = awal;
    if (bita[i] !== KODE_KUTIP) {
      while (this.#jenis[bita[i] ?? 0] === BIASA) i += 1;
      return i;
    }
    for (i += 1; bita[i] !== KODE_KUTIP || bita[i + 1] === KODE_KUTIP; i += 1) {
      if (bita[i] === KODE_LF || i >= bita.length) return awal;
      if (bita[i] === KODE_KUTIP) i += 1;
    }
    return i + 1;
  }
}
