/** The tabs of one spreadsheet as members: a line of JSON for each row, the first line is row 1. */
import type { Lembar, Potongan } from './lembar.ts';
import type { Anggota, BukuTercatat } from './manifes.ts';
import { PenulisTerhitung, type Wadah } from './wadah.ts';

export class PenulisBuku {
  readonly #wadah: Wadah;
  readonly #awal: string;
  readonly #tab: BukuTercatat['tab'] = [];
  readonly #anggota: Anggota[] = [];
  #kini: { lembar: Lembar; penulis: PenulisTerhitung; baris: number } | undefined;

  /** @param awal what the names of the members begin with */
  constructor(wadah: Wadah, awal: string) {
    this.#wadah = wadah;
    this.#awal = awal;
  }

  /** The pieces of a tab come one after the other. */
  async potongan({ lembar, dari, isi }: Potongan): Promise<void> {
    if (this.#kini?.lembar.idLembar !== lembar.idLembar) await this.#mulai(lembar);
    const kini = this.#kini;
    if (!kini || isi.length === 0) return;
    // Rows between the pieces that hold nothing.
    const kosong = '[]\n'.repeat(dari - kini.baris);
    const baris = isi.map((satu) => `${JSON.stringify(satu)}\n`).join('');
    await kini.penulis.tulis(kosong + baris, dari - kini.baris + isi.length);
    kini.baris = dari + isi.length;
  }

  async tutup(): Promise<{ tab: BukuTercatat['tab']; anggota: Anggota[] }> {
    await this.#tutup();
    return { tab: this.#tab, anggota: this.#anggota };
  }

  async #mulai(lembar: Lembar): Promise<void> {
    await this.#tutup();
    const { judul, idLembar } = lembar;
    // People may call a tab what no file can be called.
    const anggota = `${this.#awal}/${idLembar}-${judul.replace(/[^\p{L}\p{N} _-]/gu, '_').slice(0, 60)}.jsonl`;
    this.#tab.push({ anggota, judul, idLembar });
    this.#kini = { lembar, penulis: await PenulisTerhitung.mulai(this.#wadah, anggota), baris: 0 };
  }

  async #tutup(): Promise<void> {
    if (this.#kini) this.#anggota.push(await this.#kini.penulis.tutup());
    this.#kini = undefined;
  }
}
