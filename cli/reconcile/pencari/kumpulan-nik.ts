/** A set of NIK that several threads look into: 16 digits as two halves of eight, because no plain number holds all of them. */

const SETENGAH = 100_000_000;
/** The first half of what is no entry; no NIK begins with a zero. */
const KOSONG = 0;
const NOL = 48;
export const DIGIT_NIK = 16;

/** Where two halves lie; the multipliers are those of Fibonacci hashing, any odd numbers with mixed bits would do. */
const letak = (atas: number, bawah: number, geser: number): number =>
  (Math.imul(atas, 0x9e3779b1) ^ Math.imul(bawah, 0x85ebca6b)) >>> geser;

export class KumpulanNik {
  /** For `KumpulanNik.dari` in another thread. */
  readonly memori: SharedArrayBuffer;
  readonly #isi: Int32Array;
  readonly #geser: number;
  readonly #akhir: number;

  private constructor(memori: SharedArrayBuffer) {
    this.memori = memori;
    this.#isi = new Int32Array(memori);
    const tempat = this.#isi.length / 2;
    this.#akhir = tempat - 1;
    this.#geser = Math.clz32(this.#akhir);
  }

  /** @param banyak NIK at most */
  static untuk(banyak: number): KumpulanNik {
    // Half of the places stay free, so that a look ends soon.
    const tempat = 2 ** Math.ceil(Math.log2(Math.max(banyak, 8) * 2));
    return new KumpulanNik(new SharedArrayBuffer(tempat * 2 * Int32Array.BYTES_PER_ELEMENT));
  }

  static dari(memori: SharedArrayBuffer): KumpulanNik {
    return new KumpulanNik(memori);
  }

  /** @param nik 16 digits, the first of them not 0 */
  tambah(nik: string): void {
    const atas = Number(nik.slice(0, DIGIT_NIK / 2));
    const bawah = Number(nik.slice(DIGIT_NIK / 2));
    const i = this.#cari(atas, bawah);
    this.#isi[i] = atas;
    this.#isi[i + 1] = bawah;
  }

  /** Whether 16 bytes of text from `awal` on are a NIK of the set. */
  punya(bita: Uint8Array, awal: number): boolean {
    const tengah = awal + DIGIT_NIK / 2;
    let atas = 0;
    let bawah = 0;
    for (let i = awal; i < tengah; i += 1) {
      const a = (bita[i] ?? 0) - NOL;
      const b = (bita[i + DIGIT_NIK / 2] ?? 0) - NOL;
      if (a < 0 || a > 9 || b < 0 || b > 9) return false;
      atas = atas * 10 + a;
      bawah = bawah * 10 + b;
    }
    return atas >= SETENGAH / 10 && this.#isi[this.#cari(atas, bawah)] === atas;
  }

  /** The place of an entry, or the free one where it belongs. */
  #cari(atas: number, bawah: number): number {
    const isi = this.#isi;
    let i = letak(atas, bawah, this.#geser);
    while (isi[2 * i] !== KOSONG && (isi[2 * i] !== atas || isi[2 * i + 1] !== bawah)) i = (i + 1) & this.#akhir;
    return 2 * i;
  }
}
