/**
 * Copies the lines of a large CSV file whose NIK is asked for. Of a population few are wanted, and a parser would make texts of
 * all; here every processor looks through its pieces of the bytes, in threads that run this file again.
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type BentukBaris, LF, PencariBaris } from './baris-dicari.ts';
import { KumpulanNik } from './kumpulan-nik.ts';

const POTONGAN = 2 << 20;
/** No line of people is longer. */
const BARIS_TERPANJANG = 64 << 10;
/** With the byte before, and the rest of the last line. */
const TERBESAR = 1 + POTONGAN + BARIS_TERPANJANG;
/** Lines that end in either way: the sum of what `Garis` says of both. */
const CAMPUR = 3;
const PRIVATE = 0o600;
/** Tells our threads from others in which this file is loaded. */
const TANDA = 'cari';

export interface BerkasDicari extends BentukBaris {
  readonly path: string;
  /** First line with data, from 1. */
  readonly dataLine: number;
}

interface Tugas extends BerkasDicari {
  /** Where the data begin, and the file ends. */
  readonly awal: number;
  readonly ukuran: number;
  readonly dicari: SharedArrayBuffer;
  /** The number of the next piece that nobody has taken. */
  readonly giliran: SharedArrayBuffer;
}

/** Of one piece. Without lines the file is not for us. */
interface Hasil {
  readonly nomor: number;
  readonly baris?: Uint8Array;
  /** How its lines end, as `Garis` says it. */
  readonly macam?: number;
}

export interface OpsiCari {
  readonly henti: AbortSignal;
  /** @param bagian of the file that has been looked through, to 1 */
  readonly kemajuan?: (bagian: number) => void;
}

/** Threads for one search. They take a while to start, so whoever knows that one will come starts them before. */
export class Regu {
  readonly #pekerja: readonly Worker[];
  /** Until all have ended, by themselves or because they were ended. */
  readonly #selesai: Promise<unknown>;

  /** @param inti threads; one for each processor without it */
  constructor(inti = availableParallelism()) {
    this.#pekerja = Array.from({ length: inti }, mulai);
    this.#selesai = Promise.all(this.#pekerja.map(berakhir));
    // One that fails before it is asked for anything is heard of when it is.
    this.#selesai.catch(() => undefined);
  }

  /**
   * @param keluaran is made, and holds the lines in their order, without headings
   * @returns false for a file that is not written plainly, or when the disk is full: what was made is then of no use
   * @throws what `henti` says
   */
  async cari(
    berkas: BerkasDicari,
    dicari: KumpulanNik,
    keluaran: string,
    { henti, kemajuan }: OpsiCari,
  ): Promise<boolean> {
    const letak = letakData(berkas);
    if (!letak) {
      this.bubar();
      return false;
    }
    const banyak = jumlahPotongan(letak);
    const { path, dataLine, pemisah, lebar, nik } = berkas;
    const bersama = { dicari: dicari.memori, giliran: new SharedArrayBuffer(4) };
    const tugas: Tugas = { path, dataLine, pemisah, lebar, nik, ...letak, ...bersama };
    const tujuan = openSync(keluaran, 'w', PRIVATE);
    const bubar = () => this.bubar();
    henti.addEventListener('abort', bubar);
    let semuaMacam = 0;
    const urut = new Berurutan((baris) => tulisPenuh(tujuan, baris));
    const terima = ({ nomor, baris, macam = 0 }: Hasil): void => {
      semuaMacam |= macam;
      if (baris && semuaMacam !== CAMPUR && urut.tambah(nomor, baris)) kemajuan?.(urut.selesai / banyak);
      else bubar();
    };
    try {
      for (const satu of this.#pekerja) satu.on('message', terima).postMessage(tugas);
      await this.#selesai;
      henti.throwIfAborted();
      return urut.selesai === banyak;
    } finally {
      henti.removeEventListener('abort', bubar);
      bubar();
      closeSync(tujuan);
    }
  }

  /** Ends the threads, whatever they do. */
  bubar(): void {
    for (const satu of this.#pekerja) void satu.terminate();
  }
}

/** @returns false when the disk is full */
function tulisPenuh(tujuan: number, baris: Uint8Array): boolean {
  try {
    for (let ditulis = 0; ditulis < baris.length; ) ditulis += writeSync(tujuan, baris, ditulis);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

/** Passes pieces on in the order of their numbers, whenever they come. */
class Berurutan {
  readonly #menunggu = new Map<number, Uint8Array>();
  readonly #tulis: (baris: Uint8Array) => boolean;
  /** How many have been passed on. */
  selesai = 0;

  constructor(tulis: (baris: Uint8Array) => boolean) {
    this.#tulis = tulis;
  }

  /** @returns false when one could not be passed on */
  tambah(nomor: number, baris: Uint8Array): boolean {
    this.#menunggu.set(nomor, baris);
    for (;;) {
      const berikut = this.#menunggu.get(this.selesai);
      if (!berikut) return true;
      this.#menunggu.delete(this.selesai);
      if (!this.#tulis(berikut)) return false;
      this.selesai += 1;
    }
  }
}

// Nothing that was given to this process is for its threads, such as modules that are loaded before others.
const mulai = (): Worker =>
  new Worker(new URL(import.meta.url), {
    workerData: TANDA,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });

const berakhir = (pekerja: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    pekerja.once('error', reject);
    pekerja.once('exit', () => resolve());
  });

const jumlahPotongan = ({ awal, ukuran }: Pick<Tugas, 'awal' | 'ukuran'>): number =>
  Math.ceil((ukuran - awal) / POTONGAN);

/** Undefined where the headings are longer than a piece. */
function letakData({ path, dataLine }: BerkasDicari): Pick<Tugas, 'awal' | 'ukuran'> | undefined {
  const berkas = openSync(path, 'r');
  try {
    const bita = Buffer.alloc(POTONGAN);
    const dibaca = bita.subarray(0, readSync(berkas, bita, 0, POTONGAN, 0));
    let awal = 0;
    for (let baris = 1; baris < dataLine; baris += 1) {
      awal = dibaca.indexOf(LF, awal) + 1;
      if (awal === 0) return undefined;
    }
    return { awal, ukuran: fstatSync(berkas).size };
  } finally {
    closeSync(berkas);
  }
}

/** What a thread does: one piece after the other, until all are taken. */
function kerjakan(tugas: Tugas, kirim: (hasil: Hasil) => void): void {
  const giliran = new Int32Array(tugas.giliran);
  const ambil = (): number => Atomics.add(giliran, 0, 1);
  const pencari = new PencariBaris(tugas, KumpulanNik.dari(tugas.dicari), TERBESAR);
  const berkas = openSync(tugas.path, 'r');
  try {
    for (let nomor = ambil(); nomor < jumlahPotongan(tugas); nomor = ambil()) {
      kirim(potongan(tugas, pencari, berkas, nomor));
    }
  } finally {
    closeSync(berkas);
  }
}

/** A line belongs to the piece in which it begins. */
function potongan({ awal, ukuran }: Tugas, pencari: PencariBaris, berkas: number, nomor: number): Hasil {
  const { bita } = pencari;
  const mulai = awal + nomor * POTONGAN;
  // The byte before tells whether a line begins here.
  const dari = nomor === 0 ? mulai : mulai - 1;
  const panjang = Math.min(TERBESAR, ukuran - dari);
  if (bacaPenuh(berkas, bita, panjang, dari) < panjang) return { nomor };
  const pertama = nomor === 0 ? 0 : bita.subarray(0, panjang).indexOf(LF) + 1;
  if (nomor > 0 && pertama === 0) return { nomor };
  const batas = Math.min(mulai - dari + POTONGAN, panjang);
  const temuan = pencari.cari(pertama, batas, panjang, dari + panjang === ukuran);
  if (!temuan) return { nomor };
  const baris = temuan.letak.map(([mulaiBaris, akhir]) => bita.subarray(mulaiBaris, akhir));
  return { nomor, baris: new Uint8Array(Buffer.concat(baris)), macam: temuan.macam };
}

function bacaPenuh(berkas: number, bita: Buffer, panjang: number, dari: number): number {
  let dibaca = 0;
  while (dibaca < panjang) {
    const sekali = readSync(berkas, bita, dibaca, panjang - dibaca, dari + dibaca);
    if (sekali === 0) break;
    dibaca += sekali;
  }
  return dibaca;
}

if (parentPort && workerData === TANDA) {
  const induk = parentPort;
  induk.once('message', (tugas: Tugas) => kerjakan(tugas, (hasil) => induk.postMessage(hasil)));
}
