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

const KUTIP = 34;
export const LF = 10;
const CR = 13;
const NUL = 0;
/** Longer cells hold something else. */
const SEL_NIK_TERPANJANG = 64;
/** What may stand behind the last field of a line; nothing at the end of a file. */
const AKHIR_BARIS = ['', '\n', '\r\n'];

export interface Temuan {
  /** Where the lines that were found begin and end. */
  readonly letak: readonly (readonly [mulai: number, akhir: number])[];
  /** How lines end, as `Garis` says it. */
  readonly macam: number;
}

export class PencariBaris {
  /** Where the bytes of a piece are put. */
  readonly bita: Buffer;
  readonly #garis: Garis;
  /** 1 for each byte that is not mere text. */
  readonly #tanda = new Uint8Array(256);
  readonly #pemisah: number;
  readonly #bentuk: BentukBaris;
  readonly #dicari: KumpulanNik;

  /** @param terpanjang bytes of a piece at most */
  constructor(bentuk: BentukBaris, dicari: KumpulanNik, terpanjang: number) {
    this.#pemisah = bentuk.pemisah.charCodeAt(0);
    for (const satu of [NUL, LF, CR, KUTIP, this.#pemisah]) this.#tanda[satu] = 1;
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
    const garis = this.#garis.cari(mulai, akhir, this.#pemisah, this.#bentuk.lebar - 1);
    let awal = mulai;
    for (let ke = 0; awal < batas; ke += 1) {
      // The last line of a file may end without a sign.
      const tanda = garis.akhir[ke] ?? (habis ? ~akhir : 0);
      const sampai = tanda < 0 ? ~tanda : tanda;
      if (sampai === 0 || (tanda < 0 && !this.#isUtuh(awal, sampai))) return undefined;
      if (this.#isDicari(awal)) letak.push([awal, sampai]);
      awal = sampai;
    }
    return isUtf8(this.bita.subarray(mulai, awal)) ? { letak, macam: garis.macam } : undefined;
  }

  #isDicari(awal: number): boolean {
    let mulai = awal;
    for (let kolom = 0; kolom < this.#bentuk.nik; kolom += 1) mulai = this.#akhirSel(mulai) + 1;
    const angka = this.bita[mulai] === KUTIP ? mulai + 1 : mulai;
    return this.#isTanda(angka + DIGIT_NIK) ? this.#dicari.punya(this.bita, angka) : this.#isDicariRapi(mulai);
  }

  /** A NIK with something between its digits, as `'3404...` or `34.04.01...`. */
  #isDicariRapi(mulai: number): boolean {
    const akhir = this.#akhirSel(mulai);
    if (akhir - mulai <= DIGIT_NIK || akhir - mulai > SEL_NIK_TERPANJANG) return false;
    const angka = this.bita.toString('utf8', mulai, akhir).replace(/["'\s.-]/g, '');
    return angka.length === DIGIT_NIK && this.#dicari.punya(Buffer.from(angka), 0);
  }

  /** Whether a line has as many fields as it should, quotes only around whole ones, and ends where it seems to. */
  #isUtuh(awal: number, akhir: number): boolean {
    let mulai = awal;
    for (let kolom = 1; kolom < this.#bentuk.lebar; kolom += 1) {
      const habis = this.#akhirSel(mulai);
      if (habis >= akhir || this.bita[habis] !== this.#pemisah) return false;
      mulai = habis + 1;
    }
    const habis = this.#akhirSel(mulai);
    return habis > awal && habis <= akhir && AKHIR_BARIS.includes(this.bita.toString('latin1', habis, akhir));
  }

  #isTanda(di: number): boolean {
    return this.#tanda[this.bita[di] ?? 0] === 1;
  }

  /** Behind a field. Where its quote is not closed in its line, or closed too early, no sign stands there that ends a field. */
  #akhirSel(awal: number): number {
    const { bita } = this;
    let i = awal;
    if (bita[i] !== KUTIP) {
      while (!this.#isTanda(i)) i += 1;
      return i;
    }
    for (i += 1; bita[i] !== KUTIP || bita[i + 1] === KUTIP; i += 1) {
      if (bita[i] === LF || i >= bita.length) return awal;
      if (bita[i] === KUTIP) i += 1;
    }
    return i + 1;
  }
}
