/** Whether a CSV file has nothing that readers could take differently, seen in its bytes: then any of them may read it. */
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** What a byte is. */
const LAIN = 0;
const KUTIP = 1;
const PEMISAH = 2;
const LF = 3;
const CR = 4;
const NOL = 5;
const JENIS = 8;

/** Where the bytes stand: at the start of a field, in it, between quotes, behind them, between CR and LF. */
const AWAL = 0;
const ISI = 1;
const DIKUTIP = 2;
const TERTUTUP = 3;
const GANTI = 4;
/** Anything that is not clean. */
const RUSAK = 5;
/** The end of a record, by LF alone or by CR and LF. */
const AKHIR = 6;
const AKHIR_CRLF = 7;

/** What follows on a byte, for each place. */
const LANGKAH = Uint8Array.from(
  [
    { [LAIN]: ISI, [KUTIP]: DIKUTIP, [PEMISAH]: AWAL, [LF]: AKHIR, [CR]: GANTI },
    { [LAIN]: ISI, [PEMISAH]: AWAL, [LF]: AKHIR, [CR]: GANTI },
    { [LAIN]: DIKUTIP, [KUTIP]: TERTUTUP, [PEMISAH]: DIKUTIP },
    // A doubled quote stands for one.
    { [KUTIP]: DIKUTIP, [PEMISAH]: AWAL, [LF]: AKHIR, [CR]: GANTI },
    { [LF]: AKHIR_CRLF },
  ].flatMap((baris: Readonly<Record<number, number>>) => Array.from({ length: JENIS }, (_, i) => baris[i] ?? RUSAK)),
);

/** No record of people is longer; a quote that nobody closes makes one. */
const TERPANJANG = 1 << 20;

function jenisBita(pemisah: string): Uint8Array {
  const jenis = new Uint8Array(256);
  for (const [tanda, apa] of [
    ['"', KUTIP],
    [pemisah, PEMISAH],
    ['\n', LF],
    ['\r', CR],
    ['\0', NOL],
  ] as const) {
    jenis[tanda.charCodeAt(0)] = apa;
  }
  return jenis;
}

export interface BentukCsv {
  readonly pemisah: string;
  /** First line with data, from 1; those above it may have any number of fields. */
  readonly dataLine: number;
  /** Fields of every record. */
  readonly lebar: number;
}

/**
 * Takes the bytes of a file piece by piece. A file is clean when every record is one line of the right number of fields,
 * quotes stand only around whole fields, all lines end alike, and all text is UTF-8.
 */
export class CsvBersih {
  readonly #bentuk: BentukCsv;
  readonly #jenis: Uint8Array;
  #tempat = AWAL;
  #baris = 1;
  #isian = 1;
  /** Bytes before this piece, and before the record that is being read. */
  #dibaca = 0;
  #mulai = 0;
  #bersih = true;
  #akhir: number | undefined;
  #decoder: TextDecoder | undefined;

  constructor(bentuk: BentukCsv) {
    this.#bentuk = bentuk;
    this.#jenis = jenisBita(bentuk.pemisah);
  }

  /** @returns whether the file is clean so far */
  tambah(bita: Uint8Array): boolean {
    this.#bersih &&= this.#periksa(bita) && this.#isTeks(bita);
    return this.#bersih;
  }

  /** How many records there are and how lines end; undefined for a file that is not clean or has no records. */
  selesai(): { readonly catatan: number; readonly akhirBaris: '\n' | '\r\n' } | undefined {
    // A last line without its end may have been cut off.
    const utuh = this.#tempat === AWAL && this.#isian === 1;
    const catatan = this.#baris - this.#bentuk.dataLine;
    if (!(this.#bersih && utuh && catatan > 0 && this.#isTeks(undefined))) return undefined;
    return { catatan, akhirBaris: this.#akhir === AKHIR_CRLF ? '\r\n' : '\n' };
  }

  #periksa(bita: Uint8Array): boolean {
    const jenis = this.#jenis;
    let tempat = this.#tempat;
    let isian = this.#isian;
    for (let i = 0; i < bita.length; i += 1) {
      tempat = LANGKAH[tempat * JENIS + (jenis[bita[i] ?? 0] ?? 0)] ?? RUSAK;
      if (tempat === AWAL) isian += 1;
      else if (tempat >= RUSAK) {
        if (tempat === RUSAK || !this.#catatanUtuh(tempat, isian, this.#dibaca + i)) return false;
        tempat = AWAL;
        isian = 1;
      }
    }
    this.#tempat = tempat;
    this.#isian = isian;
    this.#dibaca += bita.length;
    return this.#dibaca - this.#mulai <= TERPANJANG;
  }

  #catatanUtuh(akhir: number, isian: number, di: number): boolean {
    this.#akhir ??= akhir;
    const panjang = di - this.#mulai;
    this.#mulai = di;
    const lebarSama = this.#baris < this.#bentuk.dataLine || isian === this.#bentuk.lebar;
    this.#baris += 1;
    return lebarSama && this.#akhir === akhir && panjang <= TERPANJANG;
  }

  /** @param bita undefined at the end */
  #isTeks(bita: Uint8Array | undefined): boolean {
    if (!this.#decoder && (bita === undefined || isAscii(bita))) return true;
    this.#decoder ??= new TextDecoder('utf-8', { fatal: true });
    try {
      this.#decoder.decode(bita, { stream: bita !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}
