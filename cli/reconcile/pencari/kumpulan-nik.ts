/** A set of NIK that several threads look into: 16 digits as two halves of eight, because no plain number holds all of them. */

export const DIGIT_NIK = 16;
const SETENGAH = DIGIT_NIK / 2;
/** The first half of what is no entry: no NIK begins with a zero. */
const KOSONG = 0;
const TERKECIL = 10 ** (SETENGAH - 1);
const NOL = 48;

/** Where two halves lie; the multipliers are those of Fibonacci hashing, any odd numbers with mixed bits would do. */
const letak = (atas: number, bawah: number, geser: number): number =>
  (Math.imul(atas, 0x9e3779b1) ^ Math.imul(bawah, 0x85ebca6b)) >>> geser;

/** Bits that say of most second halves at once that no NIK of the set has them: so many fit where a processor is quick. */
const BIT = 1 << 20;
const KATA_BIT = BIT / 32;
const bitDari = (bawah: number): number => Math.imul(bawah, 0x9e3779b1) >>> (32 - Math.log2(BIT));

export class KumpulanNik {
  /** For `KumpulanNik.dari` in another thread. */
  readonly memori: SharedArrayBuffer;
  readonly #bit: Int32Array;
  readonly #isi: Int32Array;
  readonly #geser: number;
  readonly #akhir: number;

  private constructor(memori: SharedArrayBuffer) {
    this.memori = memori;
    this.#bit = new Int32Array(memori, 0, KATA_BIT);
    this.#isi = new Int32Array(memori, KATA_BIT * Int32Array.BYTES_PER_ELEMENT);
    const tempat = this.#isi.length / 2;
    this.#akhir = tempat - 1;
    this.#geser = Math.clz32(this.#akhir);
  }

  /** @param banyak NIK at most */
  static untuk(banyak: number): KumpulanNik {
    // Half of the places stay free, so that a look ends soon.
    const tempat = 2 ** Math.ceil(Math.log2(Math.max(banyak, 8) * 2));
    return new KumpulanNik(new SharedArrayBuffer((KATA_BIT + tempat * 2) * Int32Array.BYTES_PER_ELEMENT));
  }

  static dari(memori: SharedArrayBuffer): KumpulanNik {
    return new KumpulanNik(memori);
  }

  /** @param nik 16 digits, the first of them not 0 */
  tambah(nik: string): void {
    const atas = Number(nik.slice(0, SETENGAH));
    const bawah = Number(nik.slice(SETENGAH));
    const bit = bitDari(bawah);
    this.#bit[bit >>> 5] = (this.#bit[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const i = this.#cari(atas, bawah);
    this.#isi[i] = atas;
    this.#isi[i + 1] = bawah;
  }

  /** Whether 16 bytes of text from `awal` on are a NIK of the set. */
  punya(bita: Uint8Array, awal: number): boolean {
    const bawah = angka(bita, awal + SETENGAH);
    const bit = bitDari(bawah);
    if (((this.#bit[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    const atas = angka(bita, awal);
    return bawah >= 0 && atas >= TERKECIL && this.#isi[this.#cari(atas, bawah)] === atas;
  }

  /** The place of an entry, or the free one where it belongs. */
  #cari(atas: number, bawah: number): number {
    const isi = this.#isi;
    let i = letak(atas, bawah, this.#geser);
    while (isi[2 * i] !== KOSONG && (isi[2 * i] !== atas || isi[2 * i + 1] !== bawah)) i = (i + 1) & this.#akhir;
    return 2 * i;
  }
}

/** Eight digits as a number; -1 where there is anything else. */
function angka(bita: Uint8Array, awal: number): number {
  let nilai = 0;
  for (let i = awal; i < awal + SETENGAH; i += 1) {
    const satu = (bita[i] as number) - NOL;
    if (satu < 0 || satu > 9) return -1;
    nilai = nilai * 10 + satu;
  }
  return nilai;
}
