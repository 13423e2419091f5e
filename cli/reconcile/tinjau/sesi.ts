/** A review on a terminal: each key changes what is shown, and every decision is kept at once. */
import type { Writable } from 'node:stream';
import { teksAngka } from '../hasil/baris.ts';
import { gulirTerjauh, layar, type OpsiLayar } from './layar.ts';
import { TANPA_SARINGAN, teksSaringan } from './saringan.ts';
import { tanyaSaringan, tanyaTeks, tanyaYakin } from './tanya.ts';
import type { Tinjauan } from './tinjauan.ts';
import { type Masukan, Tombol } from './tombol.ts';

export interface Terminal {
  readonly input: Masukan;
  readonly output: Writable & { readonly columns?: number; readonly rows?: number };
  readonly warna: boolean;
}

/** Keeps decisions; says in a sentence when it cannot. */
export interface Penjaga {
  simpan(): void;
  readonly galat: string;
}

const LAYAR_SENDIRI = '\u001B[?1049h\u001B[?25l';
const LAYAR_SEMULA = '\u001B[?25h\u001B[?1049l';
const HAPUS = '\u001B[2J\u001B[H';
/** Any other key closes the help. */
const GULUNG = ['pagedown', 'pageup'];
const AWAL = '\u001B[H';

export class Sesi {
  readonly #tinjauan: Tinjauan;
  readonly #penjaga: Penjaga;
  readonly #terminal: Terminal;
  readonly #tombol: Tombol;
  #lengkap: boolean;
  #gulir = 0;
  #bantuan = false;
  #pesan = '';

  /** @param berhenti a signal of the system that ends the review */
  constructor(tinjauan: Tinjauan, penjaga: Penjaga, terminal: Terminal, lengkap: boolean, berhenti: AbortSignal) {
    this.#tinjauan = tinjauan;
    this.#penjaga = penjaga;
    this.#terminal = terminal;
    this.#lengkap = lengkap;
    this.#tombol = new Tombol(terminal.input, berhenti);
  }

  /** @returns whether it was ended by `q`, and not cut off */
  async jalankan(): Promise<boolean> {
    const { output } = this.#terminal;
    const kembalikan = () => output.write(LAYAR_SEMULA);
    // Also when the program fails: a terminal without a cursor is of no use to anybody.
    process.once('exit', kembalikan);
    output.write(LAYAR_SENDIRI);
    output.on('resize', this.#gambar);
    this.#tombol.mulai();
    try {
      return await this.#ikuti();
    } finally {
      this.#tombol.lepas();
      output.off('resize', this.#gambar);
      process.off('exit', kembalikan);
      kembalikan();
    }
  }

  async #ikuti(): Promise<boolean> {
    for (;;) {
      this.#gambar();
      const nama = await this.#tombol.berikut();
      if (nama === undefined || nama === 'ctrl-c') return false;
      if (nama === 'q' && !this.#bantuan) return true;
      this.#pesan = '';
      if (this.#bantuan && !GULUNG.includes(nama)) this.#bantuan = false;
      else await this.#tekan(nama);
    }
  }

  async #tekan(nama: string): Promise<void> {
    const gerak = this.#gerakan()[nama];
    if (gerak) {
      gerak();
      return;
    }
    await this.#perintah()[nama]?.();
  }

  /** Keys that only move. */
  #gerakan(): Partial<Record<string, () => void>> {
    const tinjauan = this.#tinjauan;
    const ke = (posisi: number) => () => {
      tinjauan.keposisi(posisi);
      this.#gulir = 0;
    };
    const calon = (mana: number) => () => tinjauan.pilihCalon(mana);
    const gulir = (langkah: number) => () => {
      const terjauh = gulirTerjauh(tinjauan, this.#opsi());
      this.#gulir = Math.min(Math.max(this.#gulir + langkah, 0), terjauh);
    };
    const [turun, naik] = [ke(tinjauan.posisi + 1), ke(tinjauan.posisi - 1)];
    return {
      ...{ down: turun, j: turun, up: naik, k: naik, home: ke(0), end: ke(tinjauan.daftar.length - 1) },
      ...{ '1': calon(0), '2': calon(1), '3': calon(2) },
      ...{ left: calon(tinjauan.calon - 1), right: calon(tinjauan.calon + 1) },
      ...{ pagedown: gulir(5), pageup: gulir(-5) },
    };
  }

  #perintah(): Partial<Record<string, () => void | Promise<void>>> {
    return {
      t: () => this.#putuskan('TERIMA'),
      x: () => this.#putuskan('TOLAK'),
      n: () => this.#putuskan('TUNDA'),
      T: () => this.#putuskanBanyak('TERIMA'),
      X: () => this.#putuskanBanyak('TOLAK'),
      u: () => this.#urungkan(),
      s: () => this.#saring(),
      '/': () => this.#cari(),
      '0': () => this.#saringUlang(TANPA_SARINGAN),
      l: () => {
        this.#lengkap = !this.#lengkap;
      },
      '?': () => {
        this.#bantuan = true;
        this.#gulir = 0;
      },
    };
  }

  #putuskan(putusan: 'TERIMA' | 'TOLAK' | 'TUNDA'): void {
    const keberatan = this.#tinjauan.putuskan(putusan);
    this.#gulir = 0;
    if (keberatan === undefined) this.#penjaga.simpan();
    else this.#pesan = keberatan;
  }

  async #putuskanBanyak(putusan: 'TERIMA' | 'TOLAK'): Promise<void> {
    const { kena, lewat } = this.#tinjauan.rencanakanBanyak(putusan);
    const kata = putusan === 'TERIMA' ? 'Terima' : 'Tolak';
    const sisa = lewat === 0 ? '' : ` ${teksAngka(lewat)} baris lain harus diputuskan satu per satu.`;
    if (kena.length === 0) {
      this.#pesan = `Tidak ada baris yang dapat diputuskan bersama.${sisa}`;
      return;
    }
    const calon = putusan === 'TERIMA' ? ', masing-masing dengan calon terbaiknya' : '';
    const tanya = `${kata} ${teksAngka(kena.length)} baris (${teksSaringan(this.#tinjauan.saringan)})${calon}?${sisa}`;
    if (!(await this.#tanya((aliran) => tanyaYakin(tanya, aliran)))) return;
    this.#tinjauan.putuskanBanyak(kena, putusan);
    this.#penjaga.simpan();
    this.#pesan = `${teksAngka(kena.length)} baris diputuskan. u mengurungkannya.`;
  }

  #urungkan(): void {
    const banyak = this.#tinjauan.urungkan();
    this.#gulir = 0;
    this.#pesan = banyak === 0 ? 'Tidak ada yang dapat diurungkan.' : `${teksAngka(banyak)} putusan diurungkan.`;
    if (banyak > 0) this.#penjaga.simpan();
  }

  async #saring(): Promise<void> {
    const { rencana, saringan } = this.#tinjauan;
    const baru = await this.#tanya((aliran) => tanyaSaringan(rencana, saringan, aliran));
    if (baru) this.#saringUlang(baru);
  }

  async #cari(): Promise<void> {
    const { saringan } = this.#tinjauan;
    const teks = await this.#tanya((aliran) => tanyaTeks(saringan.teks, aliran));
    if (teks !== undefined) this.#saringUlang({ ...saringan, teks });
  }

  #saringUlang(saringan: Tinjauan['saringan']): void {
    this.#tinjauan.saring(saringan);
    this.#gulir = 0;
  }

  /** Lends the terminal to a question. */
  async #tanya<T>(pertanyaan: (aliran: Pick<Terminal, 'input' | 'output'>) => Promise<T>): Promise<T> {
    const { input, output } = this.#terminal;
    this.#tombol.lepas();
    output.off('resize', this.#gambar);
    output.write(HAPUS);
    try {
      return await pertanyaan({ input, output });
    } finally {
      output.write(`${HAPUS}\u001B[?25l`);
      output.on('resize', this.#gambar);
      this.#tombol.mulai();
    }
  }

  #opsi(): OpsiLayar {
    const { output, warna } = this.#terminal;
    // Some terminals do not know their size and say 0.
    const [lebar, tinggi] = [output.columns || 80, output.rows || 24];
    const pesan = this.#penjaga.galat || this.#pesan;
    return { lebar, tinggi, warna, pesan, lengkap: this.#lengkap, gulir: this.#gulir, bantuan: this.#bantuan };
  }

  readonly #gambar = (): void => {
    // Written over what stands there, so that the screen does not flicker.
    this.#terminal.output.write(`${AWAL}${layar(this.#tinjauan, this.#opsi()).join('\r\n')}\u001B[J`);
  };
}
