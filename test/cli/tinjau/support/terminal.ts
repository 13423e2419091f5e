/** A terminal without a screen: keys go in, and what would be shown can be read. */
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import type { Terminal } from '../../../../cli/reconcile/tinjau/sesi.ts';

export const TOMBOL = { turun: '\u001B[B', naik: '\u001B[A', kanan: '\u001B[C', akhir: '\u001B[F', ctrlC: '\u0003' };

/** A loaded machine draws late. */
const PATIENT = { timeout: 10_000 };

export class TerminalUji implements Terminal {
  readonly input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => this.#mentah.push(mode),
  });
  readonly output: Terminal['output'] & NodeJS.WritableStream;
  readonly warna: boolean;
  /** Everything that was written. */
  semua = '';
  readonly #mentah: boolean[] = [];
  #sejak = 0;

  constructor({ columns = 80, rows = 24, warna = false } = {}) {
    const write = (potongan: Buffer, _: string, selesai: () => void) => {
      this.semua += String(potongan);
      selesai();
    };
    this.output = Object.assign(new Writable({ write }), { columns, rows, isTTY: true });
    this.warna = warna;
  }

  /** Whether keys come one by one. */
  get mentah(): boolean {
    return this.#mentah.at(-1) ?? false;
  }

  tekan(tombol: string): void {
    this.#sejak = this.semua.length;
    this.input.write(tombol);
  }

  /** Waits until this was shown after the last key. */
  tampil(teks: string): Promise<void> {
    return vi.waitFor(() => {
      const terlihat = stripVTControlCharacters(this.semua.slice(this.#sejak));
      if (!terlihat.includes(teks)) throw new Error(`"${teks}" is not on the screen:\n${terlihat}`);
    }, PATIENT);
  }

  /** The lines of the last screen. */
  get layar(): string[] {
    const terakhir = this.semua.split('\u001B[H').at(-1) ?? '';
    return stripVTControlCharacters(terakhir).split('\r\n');
  }
}
